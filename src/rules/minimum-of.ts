import { asPublic } from "../base/public.ts";
import { problem } from "../base/error.ts";
import { describeValue } from "../model/schema/describe.ts";
import type { Program } from "../model/program.ts";
import { type Criterion, FULL_SCORE, NO_INFORMATION, type PreparedCriterion } from "../score/criterion.ts";
import { checkNumber } from "../score/settings.ts";
import { criterionTitle } from "../score/titles.ts";
import { ruleEntry } from "./rule-entry.ts";
import type { PairRule, PreparedRule, UnknownSide } from "./rule.ts";
import { checkRuleOptions } from "./settings.ts";
import { checkUnknown, lacksData, unknownData, unknownField, type UnknownPolicy } from "./unknown-data.ts";

const TITLE = { en: "minimum of a criterion", tr: "ölçüt alt sınırı" };

export interface MinimumOfOptions {
  /** What happens to pairs that the criterion knows nothing about and would leave out. @default "reject" */
  readonly unknown?: UnknownPolicy;
}

/**
 * Refuses pairs to whom one criterion gives less than `value`: a floor on one aspect, where `minimumScore` is one on the
 * whole score. Where the criterion has no data, its policy decides: `zero` and a number count as that value.
 *
 * @param criterion Name of one of the programme's criteria, of any weight, or a criterion of its own.
 * @param value 0 to 1, rounded to micro-points; a pair with exactly this value passes.
 * @throws TersineError NUMBER_RANGE, FIELD_TYPE, FIELD_UNKNOWN, VALUE_UNKNOWN; when matching, CRITERION_UNKNOWN for a name
 *   that none of the programme's criteria has
 *
 * @example
 * matchPairs(input, { rules: [reverse(), minimumOf("topics", 0.3), minimumOf(language(), 0.5)] });
 */
export function minimumOf(criterion: string | Criterion, value: number, options: MinimumOfOptions = {}): PairRule {
  return asPublic("minimumOf", () => {
    return judgedBy(criterion, value, options, []);
  });
}

function judgedBy(
  asked: string | Criterion,
  value: number,
  options: MinimumOfOptions,
  criteria: readonly Criterion[],
): PairRule {
  checkRuleOptions(options, ["unknown"]);
  const { unknown = "reject" } = options;
  checkUnknown(unknown);
  checkNumber(value, "/value", 0, 1);
  checkAsked(asked);
  const name = typeof asked === "string" ? asked : asked.name;
  const own = typeof asked === "string" ? criteria.find((each) => each.name === asked) : asked;
  const called = criterionTitle(name);
  const percent = Math.round(value * 100);
  return {
    kind: "pair",
    ...(own?.dependsOn === "pair" ? { dependsOn: "pair" } : {}),
    name: "minimumOf",
    maker: "minimumOf",
    settings: { criterion: name, value, ...options },
    criterion: asked,
    ...(typeof asked === "string" ? {} : { own: true }),
    because: {
      en: `${called.en} reaches less than ${percent}%`,
      tr: `${called.tr} %${percent} düzeyine ulaşmıyor`,
    },
    prepare: (program, path) => {
      if (own === undefined) throw unknownCriterion(criteria, path);
      const { mentors, mentees, ...context } = program;
      const prepared = own.prepare({ mentors, mentees, context }, path);
      return prepare(program, prepared, { own, least: Math.round(value * FULL_SCORE), unknown });
    },
    ...(typeof asked === "string"
      ? { judgingBy: (known: readonly Criterion[]) => judgedBy(asked, value, options, known) }
      : {}),
  };
}

function checkAsked(asked: unknown): void {
  if (typeof asked === "string") return;
  if (typeof asked === "object" && asked !== null && typeof Reflect.get(asked, "prepare") === "function") return;
  throw problem("FIELD_TYPE", "/criterion", `expected the name of a criterion, or one, got ${describeValue(asked)}.`);
}

function unknownCriterion(criteria: readonly Criterion[], path: string): Error {
  const names = criteria.map(({ name }) => name).join(", ");
  return problem("CRITERION_UNKNOWN", path, `minimumOf: expected one of the criteria ${names}, got another name.`);
}

interface Floor {
  readonly own: Criterion;
  readonly least: number;
  readonly unknown: UnknownPolicy;
}

function prepare(program: Program, prepared: PreparedCriterion, { own, least, unknown }: Floor): PreparedRule {
  const { missing } = own;
  const whenMissing = missing === "skip" ? NO_INFORMATION : missing === "zero" ? 0 : Math.round(missing * FULL_SCORE);
  const pointsOf = (mentee: number, mentor: number): number => {
    const points = prepared.points(mentee, mentor);
    return points === NO_INFORMATION ? whenMissing : points;
  };
  const isUnknown = (mentee: number, mentor: number): boolean => pointsOf(mentee, mentor) === NO_INFORMATION;
  const { mentees, mentors } = program;
  const isKnown = {
    mentee: asked(mentees.length, (mentee) => mentors.some((_, mentor) => !isUnknown(mentee, mentor))),
    mentor: asked(mentors.length, (mentor) => mentees.some((_, mentee) => !isUnknown(mentee, mentor))),
  };
  const told = whenMissing === NO_INFORMATION && mentors.length * mentees.length > 0;
  const unknowns = unknownData(TITLE, program, isKnown, unknown, lacksData(NOUN));
  // two who are known may say nothing of each other
  const of = (mentee: number, mentor: number): UnknownSide | undefined =>
    isUnknown(mentee, mentor) ? (unknowns.lacking.of(mentee, mentor) ?? "both") : undefined;
  return {
    refuses: (mentee, mentor) => {
      const points = pointsOf(mentee, mentor);
      return points === NO_INFORMATION ? unknown === "reject" : points < least;
    },
    ...(told ? { ...unknowns, lacking: { ...unknowns.lacking, of } } : {}),
  };
}

/** The same answer by index, each asked for once. */
function asked(count: number, answer: (index: number) => boolean): (index: number) => boolean {
  const known = new Int8Array(count);
  return (index) => (known[index] ||= answer(index) ? 1 : -1) === 1;
}

const NOUN = { en: "data for the criterion", tr: "ölçüt için gereken verisi" };

export const minimumOfEntry = ruleEntry({
  name: "minimumOf",
  title: TITLE,
  options: (z) => ({ criterion: z.string(), value: z.number(), unknown: unknownField(z) }),
  make: ({ criterion, value, ...options }) => minimumOf(criterion, value, options),
});
