import { counted, figureText } from "../base/figures.ts";
import { FULL_SCORE, type Criterion } from "../score/criterion.ts";
import { type PreparedTopics, topicsAmong } from "../score/criteria/topics.ts";
import { checkNumber } from "../score/settings.ts";
import type { Program } from "../model/program.ts";
import { ruleEntry } from "./rule-entry.ts";
import type { PairRule, PreparedRule } from "./rule.ts";
import { readRuleOptions } from "./settings.ts";
import {
  checkUnknown,
  isSilent,
  steppingAside,
  unknownData,
  unknownField,
  type UnknownPolicy,
  type UnknownWords,
} from "./unknown-data.ts";

const TITLE = { en: "shared topic", tr: "ortak konu" };

export interface SharedTopicOptions {
  /** How much of one wish the mentor covers at least, from 0 to 1; with 0, more than nothing. @default 0 */
  readonly credit?: number;
  /** What happens to pairs of somebody who states no topic, where others of their side do. @default "reject" */
  readonly unknown?: UnknownPolicy;
}

/**
 * Refuses a pair in which the mentor covers no wish of the mentee by at least `credit`: such a pair has nothing to begin
 * with. What covers a wish is judged as by the programme's own criterion on topics, with its catalogue and levels, or as by
 * `topics()` without one.
 *
 * Where nobody of a side states a topic, it refuses nobody and says so in a warning and in the result's `measures`. Its soft
 * sibling is the criterion `topics`; a floor on the whole criterion is `minimumOf("topics", value)`.
 *
 * @throws TersineError NUMBER_RANGE unless `credit` is from 0 to 1, FIELD_UNKNOWN, VALUE_UNKNOWN
 *
 * @example
 * matchPairs(input, { rules: [noReportingLine(), reverse(), sharedTopic({ credit: 0.5 })] });
 */
export function sharedTopic(options: SharedTopicOptions = {}): PairRule {
  return judgedBy(options, []);
}

function judgedBy(asked: SharedTopicOptions, criteria: readonly Criterion[]): PairRule {
  const options = readRuleOptions(asked, ["credit", "unknown"]);
  const { credit = 0, unknown = "reject" } = options;
  checkNumber(credit, "/credit", 0, 1);
  checkUnknown(unknown);
  return {
    kind: "pair",
    waivable: false,
    dependsOn: "pair",
    name: "sharedTopic",
    maker: "sharedTopic",
    settings: { ...options },
    because: because(credit),
    prepare: (program) => prepare(program, preparedTopics(criteria, program), Math.round(credit * FULL_SCORE), unknown),
    judgingBy: (known) => judgedBy(options, known),
  };
}

function because(credit: number): PairRule["because"] {
  if (credit === 0) {
    return {
      en: "the mentor offers none of the topics that the mentee wants to learn",
      tr: "mentor, mentee'nin öğrenmek istediği konulardan hiçbirini sunmuyor",
    };
  }
  const percent = Math.round(credit * 100);
  return {
    en: `the mentor covers none of the topics that the mentee wants to learn by at least ${percent}%`,
    tr: `mentor, mentee'nin öğrenmek istediği hiçbir konuyu en az %${percent} oranında karşılamıyor`,
  };
}

function prepare(program: Program, prepared: PreparedTopics, least: number, unknown: UnknownPolicy): PreparedRule {
  const { states } = prepared;
  if (isSilent(program, states)) return steppingAside(program, states, NO_TOPICS);
  const shares = prepared.sharing(least);
  return {
    refuses: (mentee, mentor) => {
      if (unknown === "allow" && !(states.mentee(mentee) && states.mentor(mentor))) return false;
      return !shares(mentee, mentor);
    },
    ...unknownData(TITLE, program, states, unknown, NO_TOPIC),
  };
}

/** The programme's own criterion on topics, compiled; the default one without it. */
export function preparedTopics(
  criteria: readonly Criterion[],
  { mentors, mentees, ...context }: Program,
): PreparedTopics {
  return topicsAmong(criteria).prepare({ mentors, mentees, context });
}

const NO_TOPICS = {
  en: "Nobody on one side states a topic, so pairs cannot be held to a shared one.",
  tr: "Bir tarafta kimse konu belirtmemiş; eşleşmelerde ortak konu aranamıyor.",
};

const NO_TOPIC: UnknownWords = {
  noun: { en: "choice of topics", tr: "konu seçimi" },
  code: "RULE_DATA_UNKNOWN",
  en: (people) => `${counted(people, "participant")} ${people === 1 ? "states" : "state"} no topic; their pairs`,
  tr: (people) => `${figureText(people).tr} katılımcı hiç konu belirtmemiş; eşleşmeleri`,
};

export const sharedTopicEntry = ruleEntry({
  name: "sharedTopic",
  title: TITLE,
  options: (z) => ({ credit: z.number().exactOptional(), unknown: unknownField(z) }),
  make: sharedTopic,
});
