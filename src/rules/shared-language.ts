import { ruleEntry } from "./rule-entry.ts";
import { languageKey } from "../base/text.ts";
import type { Mentee, Mentor } from "../model/program.ts";
import { LANGUAGE_LEVELS, type LanguageLevel } from "../score/criteria/language.ts";
import type { PairRule } from "./rule.ts";
import { readRuleOptions, checkWord } from "./settings.ts";
import { checkUnknown, lacksData, unknownData, unknownField, type UnknownPolicy } from "./unknown-data.ts";

const TITLE = { en: "shared language", tr: "ortak dil" };

export interface SharedLanguageOptions {
  /** Level that both need in one language; a language without a level counts as enough. @default "A1" */
  readonly level?: LanguageLevel;
  /** What happens to pairs of whom one states no language. @default "reject" */
  readonly unknown?: UnknownPolicy;
}

/**
 * Refuses pairs without a language that both speak at `level` or above; `tr` and `tr-TR` are one. Its soft sibling is the criterion `language`.
 *
 * @throws TersineError FIELD_UNKNOWN, VALUE_UNKNOWN, FIELD_TYPE
 */
export function sharedLanguage(asked: SharedLanguageOptions = {}): PairRule {
  const options = readRuleOptions(asked, ["level", "unknown"]);
  const { level = "A1", unknown = "reject" } = options;
  checkWord(level, "/level", LANGUAGE_LEVELS);
  checkUnknown(unknown);
  const enough = LANGUAGE_LEVELS.indexOf(level);
  return {
    kind: "pair",
    dependsOn: "pair",
    between: "anyTwo",
    name: "sharedLanguage",
    maker: "sharedLanguage",
    settings: { ...options },
    because: {
      en: `the two share no language at level ${level} or above`,
      tr: `ikisinin ${level} veya üstü düzeyde ortak dili yok`,
    },
    prepare: (program) => {
      const ofMentor = program.mentors.map((person) => spokenBy(person, enough));
      const ofMentee = program.mentees.map((person) => spokenBy(person, enough));
      const refusesUnknown = unknown === "reject";
      const isKnown = {
        mentor: (index: number) => ofMentor[index] !== undefined,
        mentee: (index: number) => ofMentee[index] !== undefined,
      };
      return {
        refuses: (mentee, mentor) => {
          const heard = ofMentor[mentor];
          const spoken = ofMentee[mentee];
          if (heard === undefined || spoken === undefined) return refusesUnknown;
          for (const each of spoken) if (heard.has(each)) return false;
          return true;
        },
        ...unknownData(TITLE, program, isKnown, unknown, NO_LANGUAGE),
      };
    },
  };
}

const NO_LANGUAGE = lacksData({ en: "language", tr: "bildiği dil" }, "languages");

/** Languages that someone speaks well enough; `undefined` for someone who states none. */
function spokenBy({ languages = [] }: Mentor | Mentee, enough: number): ReadonlySet<string> | undefined {
  if (languages.length === 0) return undefined;
  const spoken = languages.flatMap((entry) => {
    if (typeof entry === "string") return [languageKey(entry)];
    const isEnough = entry.level === undefined || LANGUAGE_LEVELS.indexOf(entry.level) >= enough;
    return isEnough ? [languageKey(entry.language)] : [];
  });
  return new Set(spoken);
}

export const sharedLanguageEntry = ruleEntry({
  name: "sharedLanguage",
  title: TITLE,
  options: (z) => ({ level: z.enum(LANGUAGE_LEVELS).exactOptional(), unknown: unknownField(z) }),
  make: sharedLanguage,
});
