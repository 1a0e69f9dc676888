import { ruleEntry } from "../../../src/rules/rule-entry.ts";
import type { PairRule } from "../../../src/rules/rule.ts";
import { checkRuleOptions } from "../../../src/rules/settings.ts";
import {
  checkUnknown,
  lacksData,
  unknownData,
  unknownField,
  type UnknownPolicy,
} from "../../../src/rules/unknown-data.ts";

/* The one file of a rule that the library does not have; `test/matcher/record/added.test.ts` adds its line. */

export interface SameShiftOptions {
  /** What happens to pairs of whom one's shift is not known. @default "reject" */
  readonly unknown?: UnknownPolicy;
}

const TITLE = { en: "same shift", tr: "aynı vardiya" };

const NO_SHIFT = lacksData({ en: "shift", tr: "vardiyası" });

/** Refuses two people of different shifts. */
export function sameShift(options: SameShiftOptions = {}): PairRule {
  checkRuleOptions(options, ["unknown"]);
  const { unknown = "reject" } = options;
  checkUnknown(unknown);
  return {
    kind: "pair",
    dependsOn: "pair",
    name: "sameShift",
    settings: { ...options },
    because: { en: "the two work in different shifts", tr: "ikisi farklı vardiyalarda çalışıyor" },
    prepare: (program) => {
      const ofMentee = program.mentees.map(({ attributes }) => attributes?.["shift"]);
      const ofMentor = program.mentors.map(({ attributes }) => attributes?.["shift"]);
      const isKnown = {
        mentor: (index: number) => ofMentor[index] !== undefined,
        mentee: (index: number) => ofMentee[index] !== undefined,
      };
      return {
        refuses: (mentee, mentor) => {
          const [a, b] = [ofMentee[mentee], ofMentor[mentor]];
          return a === undefined || b === undefined ? unknown === "reject" : a !== b;
        },
        ...unknownData(TITLE, program, isKnown, unknown, NO_SHIFT),
      };
    },
  };
}

export const sameShiftEntry = ruleEntry({
  name: "sameShift",
  title: TITLE,
  options: (z) => ({ unknown: unknownField(z) }),
  make: sameShift,
});
