import { ruleEntry } from "./rule-entry.ts";
import { foldText } from "../base/text.ts";
import type { Mentee, Mentor } from "../model/program.ts";
import type { Sentence } from "../base/sentence.ts";
import type { PairRule } from "./rule.ts";
import { readRuleOptions } from "./settings.ts";
import { checkUnknown, lacksData, unknownData, unknownField, type UnknownPolicy } from "./unknown-data.ts";

const TITLES = {
  department: { en: "different departments", tr: "farklı departmanlar" },
  location: { en: "different locations", tr: "farklı çalışma yerleri" },
} as const;

export interface DifferentFieldOptions {
  /** What happens to pairs of whom one's field is not known. @default "reject" */
  readonly unknown?: UnknownPolicy;
}

/**
 * Refuses pairs of one department, compared folded. Its soft sibling is `sameOrDifferent("department", { want:
 * "different" })`.
 *
 * @throws TersineError FIELD_UNKNOWN, VALUE_UNKNOWN, FIELD_TYPE
 */
export function differentDepartment(options: DifferentFieldOptions = {}): PairRule {
  return differentField("differentDepartment", "department", options, {
    en: "the two are in one department",
    tr: "ikisi aynı departmanda",
  });
}

/**
 * Refuses pairs at one location, compared folded. Its soft sibling is `sameOrDifferent("location", { want: "different" })`.
 *
 * @throws TersineError FIELD_UNKNOWN, VALUE_UNKNOWN, FIELD_TYPE
 */
export function differentLocation(options: DifferentFieldOptions = {}): PairRule {
  return differentField("differentLocation", "location", options, {
    en: "the two are at one location",
    tr: "ikisi aynı yerde",
  });
}

const NOUNS: Readonly<Record<"department" | "location", Sentence>> = {
  department: { en: "department", tr: "departmanı" },
  location: { en: "location", tr: "çalışma yeri" },
};

function differentField(
  name: string,
  field: "department" | "location",
  asked: DifferentFieldOptions,
  because: Sentence,
): PairRule {
  const options = readRuleOptions(asked, ["unknown"]);
  const { unknown = "reject" } = options;
  checkUnknown(unknown);
  return {
    kind: "pair",
    dependsOn: "pair",
    between: "anyTwo",
    name,
    maker: name,
    settings: { ...options },
    because,
    prepare: (program) => {
      const numbers = new Map<string, number>();
      const read = (person: Mentor | Mentee): number => {
        const value = foldText(person[field] ?? "");
        if (value === "") return 0;
        const number = numbers.get(value) ?? numbers.size + 1;
        numbers.set(value, number);
        return number;
      };
      const ofMentor = Int32Array.from(program.mentors, read);
      const ofMentee = Int32Array.from(program.mentees, read);
      const refusesUnknown = unknown === "reject";
      const isKnown = {
        mentor: (index: number) => ofMentor[index] !== 0,
        mentee: (index: number) => ofMentee[index] !== 0,
      };
      return {
        refuses: (mentee, mentor) => {
          const a = ofMentor[mentor]!;
          const b = ofMentee[mentee]!;
          return a === 0 || b === 0 ? refusesUnknown : a === b;
        },
        ...unknownData(TITLES[field], program, isKnown, unknown, lacksData(NOUNS[field], field)),
      };
    },
  };
}

export const differentDepartmentEntry = ruleEntry({
  name: "differentDepartment",
  title: TITLES.department,
  options: (z) => ({ unknown: unknownField(z) }),
  make: differentDepartment,
});

export const differentLocationEntry = ruleEntry({
  name: "differentLocation",
  title: TITLES.location,
  options: (z) => ({ unknown: unknownField(z) }),
  make: differentLocation,
});
