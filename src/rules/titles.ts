import { asPublic } from "../base/public.ts";
import type { Sentence } from "../base/sentence.ts";
import { STANDARD_RULES } from "./standard-rules.ts";

/** Rules that are in force in every programme, which no configuration names. */
const ALWAYS: readonly (readonly [name: string, title: Sentence])[] = [
  ["avoid", { en: "people to avoid", tr: "istenmeyen kişiler" }],
  ["indispensableTopics", { en: "indispensable topics", tr: "vazgeçilmez konular" }],
  ["notSelf", { en: "not with oneself", tr: "kendisiyle eşleşmeme" }],
];

const TITLES: ReadonlyMap<string, Sentence> = new Map([
  ...ALWAYS,
  ...STANDARD_RULES.map(({ name, title }) => [name, title] as const),
]);

/** A rule's name as sentences say it, in quotes; a rule of the caller is called by its own name. */
export function ruleTitle(name: string): Sentence {
  return asPublic("ruleTitle", () => {
    const { en, tr } = TITLES.get(name) ?? { en: name, tr: name };
    return { en: `"${en}"`, tr: `"${tr}"` };
  });
}
