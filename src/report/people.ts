import type { MatchedResult } from "../index.ts";
import { escapeText, list, section } from "./html.ts";
import { leftOutAnchor, pairAnchor, sortingKey } from "./order.ts";
import { callOf, limited, nameOf, type Shown } from "./shown.ts";

/** Everybody who registered, by name, with links to their pairs or to why they are left out. */
export function peopleIndex({ pairs, unmatched }: MatchedResult, shown: Shown): string {
  const { people, words, language, linked, maximumRows } = shown;
  const linksOf = new Map<string, string[]>();
  const add = (id: string, link: string): void => void linksOf.set(id, [...(linksOf.get(id) ?? []), link]);
  pairs.forEach(({ mentorId, menteeId }, place) => {
    const to = (partner: string): string => {
      const name = escapeText(callOf(people, partner));
      return linked.has(place) ? `<a href="#${pairAnchor(place)}">${name}</a>` : name;
    };
    add(mentorId, to(menteeId));
    add(menteeId, to(mentorId));
  });
  unmatched.forEach(({ id }, place) => {
    add(id, place < maximumRows ? `<a href="#${leftOutAnchor(place)}">${words.isLeftOut}</a>` : words.isLeftOut);
  });
  const keyOf = (id: string): string => sortingKey(`${callOf(people, id)}\u0000${id}`, language);
  const sorted = [...linksOf]
    .map(([id, links]) => ({ id, links, key: keyOf(id) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const [first, more] = limited(sorted, shown);
  const lines = first.map(({ id, links }) => `${nameOf(people, id)}: ${links.join(", ")}`);
  const content = `<details class="index"><summary>${words.findSomebody}</summary>${more}${list(lines)}</details>`;
  return section(words.register, content);
}
