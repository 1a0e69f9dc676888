import { pointer, throwIssues } from "../../base/error.ts";
import { isRecord, issue } from "../../base/given.ts";
import { foldText, type TersineIssue } from "../../index.ts";

/** The label of each person by id; `null` or absent: unknown. Given beside the input, so that no score can see it. */
export type Groups = Readonly<Record<string, string | null>> | ReadonlyMap<string, string | null>;

/** Labels by id in NFC. Labels that differ in letter case or spaces are one: the spelling first by code units. */
export function labelsOf(groups: Groups): ReadonlyMap<string, string> {
  if (!(groups instanceof Map) && !isRecord(groups)) {
    throwIssues([issue("FIELD_TYPE", "/groups", "expected an object or a Map from ids to labels.")]);
  }
  const entries: readonly (readonly [unknown, unknown])[] =
    groups instanceof Map ? [...groups] : Object.entries(groups);
  const issues: TersineIssue[] = [];
  const found = new Map<string, string>();
  const spelling = new Map<string, string>();
  for (const [id, label] of entries) {
    if (typeof id !== "string") {
      issues.push(issue("ID_TYPE", "/groups", "expected ids as text."));
      continue;
    }
    if (label === null || label === undefined) continue;
    if (typeof label !== "string" || label.trim() === "") {
      issues.push(issue("FIELD_TYPE", `/groups${pointer([id])}`, "expected a label as text, or null for unknown."));
      continue;
    }
    const key = foldText(label);
    const known = spelling.get(key);
    const text = label.normalize("NFC").trim();
    if (known === undefined || text < known) spelling.set(key, text);
    found.set(id.normalize("NFC"), key);
  }
  throwIssues(issues);
  return new Map([...found].map(([id, key]) => [id, spelling.get(key) ?? key]));
}

/** A row of the audit: one label, several small ones together, or those without a label. */
export interface AuditGroup {
  readonly name: string;
  readonly kind: "group" | "merged" | "unknown";
  /** Labels in it; none for `unknown`. */
  readonly labels: readonly string[];
}

/**
 * The groups of a side with at least `minimum` people each: smaller ones merge, and if those together are still too few, the
 * next smallest goes with them. Ordered by name; merged ones, then the unknown, last.
 */
export function groupsOf(
  people: readonly { readonly label: string | undefined }[],
  minimum: number,
): readonly AuditGroup[] {
  const sizes = new Map<string, number>();
  for (const { label } of people) if (label !== undefined) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const bySize = [...sizes].sort(([a, n], [b, m]) => n - m || compareText(a, b));
  const merged: string[] = [];
  let together = 0;
  for (const [label, size] of bySize) {
    if (size >= minimum && (merged.length === 0 || together >= minimum)) break;
    merged.push(label);
    together += size;
  }
  const isAlone = merged.length === 1;
  const own = bySize.map(([label]) => label).filter((label) => isAlone || !merged.includes(label));
  return [
    ...own.sort(compareText).map((label): AuditGroup => ({ name: label, kind: "group", labels: [label] })),
    ...(merged.length > 1 ? [{ name: "other", kind: "merged", labels: merged.sort(compareText) } as const] : []),
    ...(people.some(({ label }) => label === undefined)
      ? [{ name: "unknown", kind: "unknown", labels: [] } as const]
      : []),
  ];
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
