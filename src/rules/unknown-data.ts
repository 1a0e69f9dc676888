import { compareText } from "../base/text.ts";
import type { Zod } from "../model/option-forms.ts";
import type { Program } from "../model/program.ts";
import type { Warning } from "../model/warning.ts";
import { checkWord } from "./settings.ts";

/** What happens to pairs for whom a rule lacks data: `reject` refuses them, `allow` lets them pass this rule. */
export type UnknownPolicy = "reject" | "allow";

/** The option `unknown` in a configuration. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the fields are the type
export const unknownField = (z: Zod) => z.enum(["reject", "allow"]).exactOptional();

/** Refuses another word than the two policies. */
export function checkUnknown(unknown: unknown): asserts unknown is UnknownPolicy {
  checkWord(unknown, "/unknown", ["reject", "allow"]);
}

/** What a warning says is unknown of so many people, up to what becomes of their pairs. */
export interface UnknownWords {
  readonly code: Warning["code"];
  readonly en: (people: number) => string;
  readonly tr: (people: number) => string;
}

const LACKS_DATA: UnknownWords = {
  code: "RULE_DATA_UNKNOWN",
  en: (people) => `${people} participants lack the data that it asks for; their pairs`,
  tr: (people) => `${people} katılımcıda bu kuralın gerektirdiği veri yok; eşleşmeleri`,
};

/** One warning that counts and names those for whom the rule has no data; none if there is nobody. */
export function unknownData(
  rule: string,
  { mentors, mentees }: Program,
  isKnown: { readonly mentor: (index: number) => boolean; readonly mentee: (index: number) => boolean },
  unknown: UnknownPolicy,
  words: UnknownWords = LACKS_DATA,
): readonly Warning[] {
  const without = [
    ...mentors.filter((_, index) => !isKnown.mentor(index)),
    ...mentees.filter((_, index) => !isKnown.mentee(index)),
  ];
  const ids = [...new Set(without.map(({ id }) => id))].sort(compareText);
  if (ids.length === 0) return [];
  const [en, tr] = unknown === "reject" ? ["refused", "reddedildi"] : ["allowed", "kabul edildi"];
  return [
    {
      code: words.code,
      en: `${rule}: ${words.en(ids.length)} are ${en} by this rule.`,
      tr: `${rule}: ${words.tr(ids.length)} bu kuralca ${tr}.`,
      ids,
    },
  ];
}
