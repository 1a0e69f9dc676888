import { pointer, type TersineIssue } from "../../base/error.ts";
import { jsonIssues } from "../people/attributes.ts";
import { normalId } from "../people/ids.ts";
import type { MenteeEntry, MentorEntry, Person } from "../input.ts";

/** What keeps a person's own data from being recorded. */
export function personIssues(item: Person, path: readonly PropertyKey[]): readonly TersineIssue[] {
  return item.attributes === undefined ? [] : jsonIssues(item.attributes, [...path, "attributes"]);
}

/** Problems of a registration that the schema does not see. `known` has the ids of everybody in the input. */
export function entryIssues(
  entry: MentorEntry | MenteeEntry,
  path: readonly PropertyKey[],
  known: Pick<ReadonlySet<string>, "has">,
): readonly TersineIssue[] {
  const issues: TersineIssue[] = [];
  const { capacity = 1, minimumLoad = 0 } = entry;
  if (minimumLoad > capacity) {
    issues.push({
      code: "LOAD_RANGE",
      path: pointer([...path, "minimumLoad"]),
      message: "expected at most the capacity, got more.",
    });
  }
  for (const field of ["avoid", "choices"] as const) {
    const seen = new Set<string>();
    entry[field]?.forEach((id, position) => {
      const at = pointer([...path, field, position]);
      if (field === "choices" && seen.has(normalId(id))) {
        issues.push({ code: "ID_DUPLICATE", path: at, message: "expected each id once, got one a second time." });
      }
      seen.add(normalId(id));
      if (known.has(normalId(id))) return;
      issues.push({ code: "ID_UNKNOWN", path: at, message: "expected the id of somebody in the input, got another." });
    });
  }
  for (const [field, texts] of Object.entries(topicsAndGoals(entry))) {
    texts.forEach(({ text, below }, position) => {
      if (text.trim() !== "") return;
      const at = pointer([...path, field, position, ...below]);
      issues.push({ code: "TEXT_EMPTY", path: at, message: "expected text, got only spaces." });
    });
  }
  return issues;
}

/** A topic or a goal, and where its text stands below the item of its list. */
interface PlacedText {
  readonly text: string;
  readonly below: readonly PropertyKey[];
}

function topicsAndGoals(entry: MentorEntry | MenteeEntry): Readonly<Record<string, readonly PlacedText[]>> {
  const textOf = (item: string | { readonly topic: string }): PlacedText =>
    typeof item === "string" ? { text: item, below: [] } : { text: item.topic, below: ["topic"] };
  const topics = "teaches" in entry ? { teaches: entry.teaches.map(textOf) } : { learns: entry.learns.map(textOf) };
  return { ...topics, goals: (entry.goals ?? []).map(textOf) };
}
