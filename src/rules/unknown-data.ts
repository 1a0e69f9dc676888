import type { Sentence } from "../base/sentence.ts";
import { figureText } from "../base/figures.ts";
import { compareText } from "../base/text.ts";
import type { Zod } from "../model/schema/option-forms.ts";
import type { Program } from "../model/program.ts";
import type { Warning } from "../model/warning.ts";
import type { LackingData, NeededField, PreparedRule } from "./rule.ts";
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

/** The data that a rule asks for, with a warning that counts who lacks it, up to what becomes of their pairs. */
export interface UnknownWords extends Omit<LackingData, "of"> {
  readonly code: Warning["code"];
  readonly en: (people: number) => string;
  readonly tr: (people: number) => string;
}

/** A level, or a depth that stands in for it. */
export const LEVEL_NOUN: LackingData["noun"] = { en: "level", tr: "kademesi" };

/** Words for a rule whose data has no code of its own. */
export function lacksData(noun: LackingData["noun"], field?: NeededField): UnknownWords {
  return {
    noun,
    ...(field === undefined ? {} : { field }),
    code: "RULE_DATA_UNKNOWN",
    en: (people) =>
      `${people === 1 ? "1 participant lacks" : `${figureText(people).en} participants lack`} the data that it asks for; their pairs`,
    tr: (people) => `${figureText(people).tr} katılımcıda bu kuralın gerektirdiği veri yok; eşleşmeleri`,
  };
}

/** What a rule that asks for data tells beside its refusals: whose data is missing, and one warning that counts them. */
export function unknownData(
  title: Sentence,
  program: Program,
  isKnown: KnownData,
  unknown: UnknownPolicy,
  words: UnknownWords,
): Required<Pick<PreparedRule, "lacking" | "warnings">> {
  const lacking: LackingData = {
    of: (mentee, mentor) => {
      if (isKnown.mentee(mentee)) return isKnown.mentor(mentor) ? undefined : "mentor";
      return isKnown.mentor(mentor) ? "mentee" : "both";
    },
    noun: words.noun,
    ...(words.field === undefined ? {} : { field: words.field }),
  };
  return { lacking, warnings: unknownWarnings(title, program, isKnown, unknown, words) };
}

/** One warning that counts and names those for whom the rule has no data; none if there is nobody. */
function unknownWarnings(
  title: Sentence,
  { mentors, mentees }: Program,
  isKnown: KnownData,
  unknown: UnknownPolicy,
  words: UnknownWords,
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
      en: `Rule "${title.en}": ${words.en(ids.length)} are ${en} by this rule.`,
      tr: `"${title.tr}" kuralı: ${words.tr(ids.length)} bu kuralla ${tr}.`,
      ids,
    },
  ];
}

/** Whose data a rule knows, by index. */
export interface KnownData {
  readonly mentor: (index: number) => boolean;
  readonly mentee: (index: number) => boolean;
}

/** Whether a side with people has nobody whose data is known: then the rule can judge no pair. */
export function isSilent({ mentors, mentees }: Program, isKnown: KnownData): boolean {
  if (mentors.length === 0 || mentees.length === 0) return false;
  return !mentors.some((_, index) => isKnown.mentor(index)) || !mentees.some((_, index) => isKnown.mentee(index));
}

/**
 * A rule that refuses nobody because a side has no data for it, and says so.
 *
 * @param what The data in words: "Nobody on one side states …".
 */
export function steppingAside({ mentors, mentees }: Program, isKnown: KnownData, what: Sentence): PreparedRule {
  const ids = new Set([
    ...mentors.filter((_, index) => !isKnown.mentor(index)).map(({ id }) => id),
    ...mentees.filter((_, index) => !isKnown.mentee(index)).map(({ id }) => id),
  ]);
  const words = {
    en: `${what.en} So this rule refuses nobody: look at the pairs with that in mind, or add the data.`,
    tr: `${what.tr} Bu yüzden bu kural kimseyi reddetmiyor: eşleşmelere bunu bilerek bakın ya da veriyi ekleyin.`,
  };
  return {
    refuses: () => false,
    measure: { by: "nothing", ...words },
    warnings: [{ code: "RULE_STEPPED_ASIDE", ...words, ids: [...ids].sort(compareText) }],
  };
}

/** Refuses an option that is neither true nor false. */
export function checkFlag(value: unknown, path: string): asserts value is boolean {
  checkWord(value, path, [true, false]);
}
