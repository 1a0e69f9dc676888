import { pointer, type TersineIssue } from "../base/error.ts";
import type { OrgChart } from "../base/org-chart.ts";
import type { Person } from "./schema.ts";
import type { Warning } from "./warning.ts";

/** Names that stand twice on the ladder of levels. */
export function ladderIssues(levels: readonly string[] | undefined): readonly TersineIssue[] {
  return (levels ?? []).flatMap((name, position, all) =>
    all.indexOf(name) === position
      ? []
      : [
          {
            code: "FIELD_CONFLICT",
            path: pointer(["levels", position]),
            message: `expected each level once, got that of ${pointer(["levels", all.indexOf(name)])} again.`,
          },
        ],
  );
}

/** A level in words that the ladder lacks, or a number where the ladder has names. */
export function levelIssues(
  { level }: Person,
  levels: readonly string[] | undefined,
  path: readonly PropertyKey[],
): readonly TersineIssue[] {
  const at = pointer([...path, "level"]);
  if (typeof level === "number" && levels !== undefined) {
    return [{ code: "LEVEL_TYPE", path: at, message: "expected a name on the ladder /levels, got a number." }];
  }
  if (typeof level !== "string") return [];
  if (levels === undefined) {
    return [
      {
        code: "LEVEL_TYPE",
        path: at,
        message: "expected a number, got text.",
        hint: "To use names, list them in /levels, junior first.",
      },
    ];
  }
  if (levels.includes(level)) return [];
  return [{ code: "LEVEL_UNKNOWN", path: at, message: "expected a name on the ladder /levels, got another." }];
}

/** Levels as given count if any participant has one; without any, depth in the chart stands in. */
export function seniorityOf(participants: readonly Person[]): "level" | "depth" {
  return participants.some(({ level }) => level !== undefined) ? "level" : "depth";
}

/**
 * Names the participants whose seniority nothing tells.
 *
 * @param placeOf Where each of them stands in the chart; -1 for nowhere.
 */
export function levelWarnings(
  participants: readonly Person[],
  placeOf: Int32Array,
  seniority: "level" | "depth",
  { hasLine }: Pick<OrgChart, "hasLine">,
): readonly Warning[] {
  const unknown = participants.filter(({ level }, at) =>
    seniority === "level" ? level === undefined : hasLine[placeOf[at] ?? -1] !== 1,
  );
  const ids = [...new Set(unknown.map(({ id }) => id))].sort();
  if (ids.length === 0) return [];
  const [en, tr] =
    seniority === "level"
      ? [`${ids.length} participants have no level.`, `${ids.length} katılımcının kademesi yok.`]
      : [
          `${ids.length} participants have neither a level nor a place in the organisation chart.`,
          `${ids.length} katılımcının ne kademesi ne de organizasyon şemasında yeri var.`,
        ];
  return [{ code: "LEVEL_MISSING", en, tr, ids }];
}
