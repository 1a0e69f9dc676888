import type { Sentence } from "../../base/sentence.ts";

/** Fields of the input that a person or an entry states: what a function of the caller's may read. */
export const ALL_FIELDS = [
  "managerId",
  "dottedLineManagerIds",
  "evaluatorIds",
  "assistantIds",
  "formerManagerIds",
  "level",
  "department",
  "location",
  "timeZone",
  "languages",
  "birthYear",
  "careerStartYear",
  "generation",
  "startDate",
  "cohort",
  "attributes",
  "teaches",
  "learns",
  "learnsInReturn",
  "teachesInReturn",
  "firstTime",
  "readiness",
  "briefed",
  "goals",
  "availability",
  "capacity",
  "minimumLoad",
  "avoid",
  "choices",
  "waitingSince",
  "personalWeights",
] as const;

export type DataField = (typeof ALL_FIELDS)[number];

/** What a criterion or a rule reads, and what for. */
export interface Use {
  readonly fields: readonly DataField[];
  /** Names in `attributes` that are read. @default any may be, where `attributes` is among the fields */
  readonly attributes?: readonly string[];
  readonly purpose: Sentence;
}

export function use(fields: readonly DataField[], en: string, tr: string): Use {
  return { fields, purpose: { en, tr } };
}

/** What is read whatever the options say. */
export const STANDING: readonly Use[] = [
  use(
    ["teaches", "learns"],
    "to tell who can teach what somebody wants to learn",
    "kimin öğrenmek istediğini kimin öğretebileceğini bulmak için",
  ),
  use(
    ["availability", "timeZone"],
    "to tell when two people can meet",
    "iki kişinin ne zaman buluşabileceğini bulmak için",
  ),
  use(
    ["capacity", "minimumLoad"],
    "to give nobody more or fewer partners than they take",
    "kimseye kabul ettiğinden çok ya da az eş vermemek için",
  ),
  use(["avoid"], "to pair nobody with people whom they avoid", "kimseyi kaçındığı kişilerle eşleştirmemek için"),
];

/** The level, or depth in the chart where nobody has one. */
export const SENIORITY: readonly DataField[] = ["level", "managerId"];

/** Age and what stands for it. */
export const AGE = ["birthYear", "careerStartYear", "generation"] as const satisfies readonly DataField[];
