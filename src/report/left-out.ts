import type { Unmatched } from "../index.ts";
import { cardTable, escapeText, list } from "./html.ts";
import { numeral } from "./numbers.ts";
import { leftOutAnchor } from "./order.ts";
import { limited, nameOf, type Shown } from "./shown.ts";

interface Group {
  readonly people: Unmatched[];
  /** Places of the people in the result. */
  readonly places: number[];
}

/** Everybody left out; people of one side who are left out for the same reason, and would come in by the same change, share a row. */
export function leftOutTable(unmatched: readonly Unmatched[], shown: Shown): string {
  const { words } = shown;
  const [first, more] = limited(unmatched, shown);
  const hasFixes = first.some(({ fix }) => fix !== undefined);
  const groups = new Map<string, Group>();
  first.forEach((person, place) => {
    const reasons = [...person.reasons, ...(person.fix === undefined ? [] : [person.fix])];
    const key = JSON.stringify([person.side, person.code, reasons.map((reason) => reason.en)]);
    const group = groups.get(key) ?? { people: [], places: [] };
    group.people.push(person);
    group.places.push(place);
    groups.set(key, group);
  });
  const rows = [...groups.values()].map((group) => rowOf(group, hasFixes, shown));
  const headers = [words.person, words.side, ...(hasFixes ? [words.fix] : []), words.code, words.why];
  return `${more}${cardTable(words.unmatched, headers, rows)}`;
}

function rowOf({ people, places }: Group, hasFixes: boolean, shown: Shown): readonly string[] {
  const { words, language } = shown;
  const [one] = people;
  if (one === undefined) return [];
  const names = people.map(
    ({ id }, at) => `<span id="${leftOutAnchor(places[at] ?? 0)}">${nameOf(shown.people, id)}</span>`,
  );
  const isOne = people.length === 1;
  const more = `${numeral(language, people.length)} ${words.persons}<br><span class="names">${names.join(", ")}</span>`;
  return [
    isOne ? names.join("") : more,
    one.side === "mentor" ? words.mentorSide : words.menteeSide,
    ...(hasFixes ? [escapeText(one.fix?.[language] ?? "")] : []),
    words.codes[one.code],
    list(one.reasons.map((reason) => escapeText(reason[language]))),
  ];
}
