import { asPublic } from "../base/public.ts";
import type { Sentence } from "../base/sentence.ts";
import { STANDARD_CRITERIA } from "./standard-criteria.ts";

const TITLES: ReadonlyMap<string, Sentence> = new Map([
  // made by a function of the caller, so that no configuration names it
  ["goalsByVector", { en: "goals", tr: "hedefler" }],
  ...STANDARD_CRITERIA.map(({ name, title }) => [name, title] as const),
]);

/** A criterion's name as sentences say it, in quotes; one of the caller is called by its own name. */
export function criterionTitle(name: string): Sentence {
  return asPublic("criterionTitle", () => {
    const { en, tr } = TITLES.get(name) ?? { en: name, tr: name };
    return { en: `"${en}"`, tr: `"${tr}"` };
  });
}
