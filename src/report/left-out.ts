import type { MatchResult, Unmatched } from "../index.ts";
import { cardTable, escapeText, list, section } from "./html.ts";
import { limited, nameOf, type Shown } from "./shown.ts";

/** Everybody left out; people of one side who are left out for the same reason, and would come in by the same change, share a row. */
export function leftOut({ unmatched }: MatchResult, shown: Shown): string {
  const { words, language, people } = shown;
  if (unmatched.length === 0) return section(words.unmatched, `<p>${words.none}</p>`);
  const [first, more] = limited(unmatched, shown);
  const hasFixes = first.some(({ fix }) => fix !== undefined);
  const groups = new Map<string, Unmatched[]>();
  for (const person of first) {
    const reasons = [...person.reasons, ...(person.fix === undefined ? [] : [person.fix])];
    const key = JSON.stringify([person.side, person.code, reasons.map((reason) => reason.en)]);
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  const rows = [...groups.values()].flatMap((group) => {
    const [one] = group;
    if (one === undefined) return [];
    const names = group.map(({ id }) => nameOf(people, id)).join(", ");
    return [
      [
        group.length === 1
          ? nameOf(people, one.id)
          : `${group.length} ${words.persons}<br><span class="names">${names}</span>`,
        one.side === "mentor" ? words.mentorSide : words.menteeSide,
        words.codes[one.code],
        list(one.reasons.map((reason) => escapeText(reason[language]))),
        ...(hasFixes ? [escapeText(one.fix?.[language] ?? "")] : []),
      ],
    ];
  });
  const headers = [words.person, words.side, words.code, words.why, ...(hasFixes ? [words.fix] : [])];
  return section(words.unmatched, more, cardTable(words.unmatched, headers, rows));
}
