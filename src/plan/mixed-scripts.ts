import { counted, figureText } from "../base/figures.ts";
import { oncePer } from "../base/memo.ts";
import { mapPeople, mapResult, type Steps } from "../base/steps.ts";
import { compareText } from "../base/text.ts";
import type { Mentee, Mentor, Program } from "../model/program.ts";
import type { Warning } from "../model/warning.ts";

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/**
 * Names those whose topics or goals hold a word of letters from several alphabets, such as a Cyrillic letter that looks
 * like a Latin one: it never meets the word that it looks like. Can be paused every few people.
 */
export function mixedScripts({ mentors, mentees }: Program): Steps<readonly Warning[]> {
  const everybody: readonly (Mentor | Mentee)[] = [...mentors, ...mentees];
  return mapResult(mapPeople(everybody, isMixing), (mixes) => warningOf(everybody.filter((_, index) => mixes[index])));
}

function warningOf(mixing: readonly (Mentor | Mentee)[]): readonly Warning[] {
  const ids = [...new Set(mixing.map(({ id }) => id))].sort(compareText);
  if (ids.length === 0) return [];
  return [
    {
      code: "MIXED_SCRIPT",
      en: `${counted(ids.length, "participant")} ${ids.length === 1 ? "has" : "have"} topics or goals with a word of mixed alphabets; it does not count as the word that it looks like.`,
      tr: `${figureText(ids.length).tr} katılımcının konu veya hedeflerinde farklı alfabelerden harfler içeren bir sözcük var; benzer görünen sözcükle aynı sayılmaz.`,
      ids,
    },
  ];
}

const isMixing = oncePer((entry: Mentor | Mentee) => textsOf(entry).some(isMixed));

function textsOf(entry: Mentor | Mentee): readonly string[] {
  const topics = "teaches" in entry ? entry.teaches : entry.learns;
  return [...topics.map((item) => (typeof item === "string" ? item : item.topic)), ...(entry.goals ?? [])];
}

function isMixed(text: string): boolean {
  const words = text.normalize("NFC").match(WORD) ?? [];
  return words.some((word) => SCRIPTS.filter((script) => script.test(word)).length > 1);
}
