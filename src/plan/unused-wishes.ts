import { counted, figureText } from "../base/figures.ts";
import { oncePer } from "../base/memo.ts";
import { compareText } from "../base/text.ts";
import type { Mentee, Mentor, Program } from "../model/program.ts";
import type { Warning } from "../model/warning.ts";
import type { FullOptions } from "./options.ts";

/** Fields of entries that only count with a criterion or an option which is not on by default. */
const NEEDS = {
  choices: 'choices() or the objective "stable"',
  waitingSince: "waiting()",
  personalWeights: "personalWeights",
} as const;

const FIELDS = ["choices", "waitingSince", "personalWeights"] as const;

const statedBy = oncePer((entry: Mentor | Mentee) => FIELDS.filter((field) => entry[field] !== undefined));

/** Names those who stated something that this run does not use, so that no wish is swallowed in silence. */
export function unusedWishes({ mentors, mentees }: Program, options: FullOptions): readonly Warning[] {
  const isUsed = {
    choices: options.objective === "stable" || options.criteria.some(({ maker }) => maker === "choices"),
    waitingSince: options.criteria.some(({ maker }) => maker === "waiting"),
    personalWeights: options.personalWeights !== undefined,
  };
  return FIELDS.flatMap((field): readonly Warning[] => {
    if (isUsed[field]) return [];
    const stating = [...mentors, ...mentees].filter((entry) => statedBy(entry).includes(field));
    const ids = [...new Set(stating.map(({ id }) => id))].sort(compareText);
    if (ids.length === 0) return [];
    const need = NEEDS[field];
    const en = `${counted(ids.length, "participant")} stated ${field}, which only counts with ${need}.`;
    const tr = `${figureText(ids.length).tr} katılımcı ${field} belirtti; bu yalnızca ${need} ile sayılır.`;
    return [{ code: "WISH_UNUSED", en, tr, ids }];
  });
}
