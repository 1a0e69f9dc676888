import { at } from "../../base/at.ts";
import { pointer, type TersineIssue } from "../../base/error.ts";
import type { OrgChart } from "../../base/organisation/chart.ts";
import { counted } from "../../base/figures.ts";
import { compareText, foldText } from "../../base/text.ts";
import type { Person } from "../input.ts";
import type { Warning } from "../warning.ts";

/** Names that stand twice on the ladder of levels. */
export function ladderIssues(levels: readonly string[] | undefined): readonly TersineIssue[] {
  const folded = (levels ?? []).map(foldText);
  return folded.flatMap((name, position) => {
    const first = folded.indexOf(name);
    if (first === position) return [];
    const message = `expected each level once, got that of ${pointer(["levels", first])} again.`;
    return [{ code: "FIELD_CONFLICT", path: pointer(["levels", position]), message }];
  });
}

const NONE: readonly TersineIssue[] = [];

/** A level in words that the ladder lacks, or a number where the ladder has names. */
export function levelIssues(
  { level }: Person,
  levels: readonly string[] | undefined,
  path: readonly PropertyKey[],
): readonly TersineIssue[] {
  if (level === undefined) return NONE;
  const place = pointer([...path, "level"]);
  if (typeof level === "number" && levels !== undefined) {
    return [{ code: "LEVEL_TYPE", path: place, message: "expected a name on the ladder /levels, got a number." }];
  }
  if (typeof level !== "string") return [];
  if (levels === undefined) {
    return [
      {
        code: "LEVEL_TYPE",
        path: place,
        message: "expected a number, got text.",
        hint: "To use names, list them in /levels, junior first.",
      },
    ];
  }
  if (levels.includes(level)) return [];
  const name = foldText(level);
  if (levels.some((each) => foldText(each) === name)) return [];
  return [{ code: "LEVEL_UNKNOWN", path: place, message: "expected a name on the ladder /levels, got another." }];
}

/** Levels as given count if any participant has one; without any, depth in the chart stands in. */
export function seniorityOf(participants: readonly Person[]): "level" | "depth" {
  return participants.some(({ level }) => level !== undefined) ? "level" : "depth";
}

/**
 * Names the participants whose seniority is unknown.
 *
 * @param indexOf Index in the chart of each participant
 */
export function levelWarnings(
  participants: readonly Person[],
  indexOf: Int32Array,
  seniority: "level" | "depth",
  { hasLine }: Pick<OrgChart, "hasLine">,
): readonly Warning[] {
  const unknown = participants.filter(({ level }, index) =>
    seniority === "level" ? level === undefined : at(hasLine, at(indexOf, index)) === 0,
  );
  const ids = [...new Set(unknown.map(({ id }) => id))].sort();
  if (ids.length === 0) return [];
  const who = `${counted(ids.length, "participant")} ${ids.length === 1 ? "has" : "have"}`;
  const [en, tr] =
    seniority === "level"
      ? [`${who} no level.`, `${ids.length} katılımcının kademesi yok.`]
      : [
          `${who} neither a level nor a place in the organisation chart.`,
          `${ids.length} katılımcının ne kademesi ne de organizasyon şemasında yeri var.`,
        ];
  return [{ code: "LEVEL_MISSING", en, tr, ids }];
}

/**
 * Doubts whether levels run the right way: where they say of more managers than not that they are junior to those who
 * report to them, 1 may be the top.
 */
export function directionWarnings(
  people: readonly Person[],
  ladder: readonly string[] | undefined,
): readonly Warning[] {
  if (people.every(({ level }) => level === undefined)) return [];
  const placeOf = new Map(ladder?.map((name, place) => [foldText(name), place]));
  const levelOf = new Map(
    people.map(({ id, level }) => [id, typeof level === "string" ? placeOf.get(foldText(level)) : level]),
  );
  const ids = new Set<string>();
  let [above, below] = [0, 0];
  for (const { id, managerId } of people) {
    const [own, manager] = [levelOf.get(id), levelOf.get(managerId ?? id)];
    if (own === undefined || manager === undefined || typeof managerId !== "string") continue;
    if (manager > own) above += 1;
    if (manager >= own) continue;
    below += 1;
    ids.add(managerId);
  }
  if (below <= above) return [];
  const en = `levels say of ${below} managers and reports that the manager is the junior, and of ${above} the opposite; a larger level is meant to be more senior.`;
  const tr = `kademelere göre ${below} yönetici, kendisine bağlı olandan kıdemsiz, ${above} yönetici kıdemli; büyük kademe kıdemli demektir.`;
  return [{ code: "LEVELS_REVERSED", en, tr, ids: [...ids].sort(compareText) }];
}
