import type { Sentence } from "../base/sentence.ts";

/** What the criteria are called in sentences. */
const TITLES: ReadonlyMap<string, Sentence> = new Map([
  ["availability", { en: "common time", tr: "ortak zaman" }],
  ["choices", { en: "choices", tr: "tercihler" }],
  ["commonManager", { en: "common manager", tr: "ortak yönetici" }],
  ["generation", { en: "generations", tr: "kuşak" }],
  ["goals", { en: "goals", tr: "hedefler" }],
  ["goalsByText", { en: "goals", tr: "hedefler" }],
  ["goalsByVector", { en: "goals", tr: "hedefler" }],
  ["hierarchy", { en: "levels", tr: "kademe" }],
  ["language", { en: "languages", tr: "dil" }],
  ["topics", { en: "topics", tr: "konular" }],
  ["treeDistance", { en: "distance in the organisation", tr: "organizasyon uzaklığı" }],
  ["waiting", { en: "waiting time", tr: "bekleme süresi" }],
]);

/** A criterion's name as sentences say it, in quotes; one of the caller is called by its own name. */
export function criterionTitle(name: string): Sentence {
  const { en, tr } = TITLES.get(name) ?? { en: name, tr: name };
  return { en: `"${en}"`, tr: `"${tr}"` };
}
