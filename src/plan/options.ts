import { pointer, problem, TersineError, throwIssues, type TersineIssue } from "../base/error.ts";
import { describeValue } from "../model/schema/describe.ts";
import { unknownKey } from "../model/schema/schema-issues.ts";
import { avoid, notSelf } from "../rules/always.ts";
import { type PairOfIds, pairListIssues } from "../rules/ban.ts";
import { crossGeneration } from "../rules/cross-generation.ts";
import { indispensableTopics } from "../rules/candidates/indispensable.ts";
import { noReportingLine } from "../rules/no-reporting-line.ts";
import { reverse } from "../rules/reverse.ts";
import { sharedTopic } from "../rules/shared-topic.ts";
import type { Quota } from "../rules/quotas/quota.ts";
import type { PairRule, Rule } from "../rules/rule.ts";
import type { Criterion } from "../score/criterion.ts";
import { defaultCriteria } from "../score/defaults.ts";
import type { PersonalWeights } from "../score/personal-weights.ts";
import type { CoverageSide, FurtherPartners, PairWorth } from "./goal.ts";
import type { Lot } from "./lot.ts";
import { checkMissing, MAX_WEIGHT, WEIGHT_PARTS } from "../score/settings.ts";

/** What counts as the best set of pairs. */
export type Objective = "coverage" | "score" | "fair" | "stable";

/** A side that makes the offers. */
export type Proposer = "mentors" | "mentees";

export interface MatchOptions {
  /** Replaces the default criteria. @default topics 4, goals 2, availability 2, hierarchy 2 */
  readonly criteria?: readonly Criterion[];
  /**
   * Weights by name of criterion, instead of those that the criteria carry; 0 switches a criterion off.
   */
  readonly weights?: Readonly<Record<string, number>>;
  /**
   * Lets people set how much each criterion counts for them, within these percents. A pair's weight is then the
   * criterion's × (mentor's percent + mentee's percent) ÷ 200. Without it `personalWeights` of entries are not used, and a
   * warning says so.
   */
  readonly personalWeights?: PersonalWeights;
  /**
   * Replaces the default rules. Nobody is ever paired with themselves, with someone on an `avoid` list, or without a topic
   * marked indispensable, whatever stands here.
   * @default [noReportingLine(), crossGeneration(), reverse(), sharedTopic()], of which the last three refuse nobody, with a
   *   warning, where nobody has their data
   */
  readonly rules?: readonly Rule[];
  /**
   * `coverage`: most people placed, both sides alike, then the best total score. `score`: the best total score. `fair`:
   * most people placed, then most pairs, then the lowest score as high as possible, then the second lowest, and so on.
   * `stable`: no mentor and mentee who would both rather have each other than a partner or an empty place; each ranks
   * their `choices` first, then by score, then by id. It cannot promise minimum loads (`OPTION_CONFLICT`).
   * @default "coverage"
   */
  readonly objective?: Objective;
  /**
   * People of which side `coverage` counts: `"mentees"` places as many seniors as possible and then takes the best total, so
   * no pair is broken to make two poor ones that place one mentor more. With the objective `coverage` alone; questions about
   * prices (`explain`, `alternatives`, `plans` …) and `rematch` refuse any but `"both"`. @default "both"
   */
  readonly coverage?: CoverageSide;
  /**
   * `{ atLeast: 0.5 }`: a pair that places nobody who counts has to score so much, from 0 to 1, so that a second partner is
   * given only where it is worth it. With the objective `coverage` alone; questions as for `coverage`. @default every pair
   * that the rules allow is welcome
   */
  readonly furtherPartners?: FurtherPartners;
  /**
   * What pairs are worth to this plan beside their scores, such as the days that somebody has waited; `proof.worth` tells
   * what it adds. Scores stay what they are. With the objectives `coverage` and `score`; `fix`, `rematch` and questions
   * about prices refuse it, since they know scores alone. @default nothing
   */
  readonly worth?: PairWorth;
  /** The side that makes the offers under `stable`, and gets its best stable partners. @default "mentees" */
  readonly proposer?: Proposer;
  /**
   * Pairs that the result must hold, beside which the others are chosen. A pin that a rule refuses is an error that names
   * the rule. Not with `stable`.
   * @default none
   */
  readonly pins?: readonly PairOfIds[];
  /**
   * How many pairs of a kind the result must and may hold (`quota`), and how many partners of a kind a person may have
   * (`partnerLimit`). Overlapping ones make the match an integer programme: the result is then `optimal` with a proved
   * bound, or `feasible` with the gap that is left when `limits.work` is used up. Not with `fair` and `stable`.
   * @default none
   */
  readonly quotas?: readonly Quota[];
  /**
   * What decides between equally good plans. By default the smaller id comes first, every round anew; with `{ lot: "2027
   * spring" }` the order is that of the SHA-256 of the text followed by the id, so each round has its own order, and
   * everybody can check it. It decides ties only, also between equal wishes under `stable`.
   * @default by id
   */
  readonly ties?: Lot;
  /**
   * Tells of each unmatched person the smallest change that would place them, as `Matcher.fix` does. Each change tried is
   * a solve and each told a match of its own, so this takes many times as long as the match alone.
   * @default false
   */
  readonly fixes?: boolean;
  readonly limits?: {
    /** Most pairs of a mentor and a mentee, allowed or not; each takes about 16 bytes. @default 25,000,000 */
    readonly pairs?: number;
    /**
     * Most elementary steps of a search under quotas: the same on every machine, some tens of millions a second.
     * @default 300,000,000
     */
    readonly work?: number;
  };
}

/** Options with all defaults filled in. */
export interface FullOptions {
  readonly criteria: readonly Criterion[];
  /** The caller's rules after those that are always in force. */
  readonly rules: readonly Rule[];
  /** How many of `rules` are not the caller's. */
  readonly standingRules: number;
  readonly objective: Objective;
  readonly coverage?: CoverageSide;
  readonly furtherPartners?: FurtherPartners;
  readonly worth?: PairWorth;
  /** Present for `stable`. */
  readonly proposer?: Proposer;
  readonly personalWeights?: PersonalWeights;
  /** By mentee, then mentor, each once. */
  readonly pins: readonly PairOfIds[];
  readonly quotas: readonly Quota[];
  readonly ties?: Lot;
  readonly fixes: boolean;
  readonly limits: { readonly pairs: number; readonly work?: number };
}

const OBJECTIVES: readonly Objective[] = ["coverage", "score", "fair", "stable"];
const PROPOSERS: readonly Proposer[] = ["mentors", "mentees"];
const OPTION_NAMES = [
  "criteria",
  "weights",
  "personalWeights",
  "rules",
  "objective",
  "coverage",
  "furtherPartners",
  "worth",
  "proposer",
  "pins",
  "quotas",
  "ties",
  "fixes",
  "limits",
];
const LIMIT_NAMES = ["pairs", "work"];
const DEFAULT_PAIRS = 25_000_000;

/** Checks the options and fills in the defaults. Paths of issues point into the options. */
export function readOptions(given: unknown): FullOptions {
  try {
    return given === undefined ? withDefaults({}) : withDefaults(checkedOptions(given));
  } catch (error) {
    if (error instanceof TersineError) throw error;
    throw problem("INPUT_UNREADABLE", "", "options: expected plain data, got an object whose fields cannot be read.", {
      cause: error,
    });
  }
}

function checkedOptions(given: unknown): MatchOptions {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw problem("FIELD_TYPE", "", `options: expected an object, got ${describeValue(given)}.`);
  }
  const issues: TersineIssue[] = [];
  for (const key of Object.keys(given)) {
    if (!OPTION_NAMES.includes(key)) issues.push({ path: pointer([key]), ...unknownKey(key, OPTION_NAMES) });
  }
  const options: MatchOptions = given;
  issues.push(
    ...listIssues("criteria", options.criteria, isCriterion),
    ...listIssues("rules", options.rules, isRule),
    ...objectiveIssues(options.objective),
    ...goalIssues(options),
    ...worthIssues(options),
    ...proposerIssues(options),
    ...pinIssues(options),
    ...quotaIssues(options),
    ...tieIssues(options.ties),
    ...fixesIssues(options.fixes),
    ...limitIssues(options.limits),
    ...weightIssues(options),
    ...personalWeightIssues(options.personalWeights),
  );
  throwIssues(issues);
  // a criterion is a plain object, which may have been copied with another policy
  for (const [place, { missing }] of (options.criteria ?? []).entries()) {
    checkMissing(missing, `/criteria/${place}/missing`);
  }
  return options;
}

function withDefaults(options: MatchOptions): FullOptions {
  const {
    criteria = defaultCriteria(),
    weights = {},
    rules,
    objective = "coverage",
    proposer = "mentees",
    limits,
    personalWeights,
  } = options;
  const weightOf = new Map(Object.entries(weights));
  const weighed = criteria.map((criterion) => ({
    ...criterion,
    weight: weightOf.get(criterion.name) ?? criterion.weight,
  }));
  const own = (rules ?? defaultRules().map(withoutPlace)).map((rule) => judging(rule, criteria));
  const standing = [notSelf, avoid, indispensableTopics(criteria)];
  return {
    criteria: weighed,
    rules: [...standing, ...own],
    standingRules: standing.length,
    objective,
    ...(options.coverage === undefined || options.coverage === "both" ? {} : { coverage: options.coverage }),
    ...(options.furtherPartners === undefined ? {} : { furtherPartners: { atLeast: options.furtherPartners.atLeast } }),
    ...(options.worth === undefined ? {} : { worth: { ...options.worth } }),
    ...(objective === "stable" ? { proposer } : {}),
    ...(personalWeights === undefined ? {} : { personalWeights }),
    pins: options.pins ?? [],
    quotas: (options.quotas ?? []).map((quota) => quota.judgingBy?.(criteria) ?? quota),
    ...(options.ties === undefined ? {} : { ties: { lot: options.ties.lot } }),
    fixes: options.fixes ?? false,
    limits: {
      pairs: limits?.pairs ?? DEFAULT_PAIRS,
      ...(limits?.work === undefined ? {} : { work: limits.work }),
    },
  };
}

/** Made once, so that the rules of two programmes with the defaults are the same objects. */
export function defaultRules(): readonly PairRule[] {
  return (defaults ??= [
    noReportingLine(),
    crossGeneration({ stepsAside: true }),
    reverse({ stepsAside: true }),
    sharedTopic(),
  ]);
}

let defaults: readonly PairRule[] | undefined;

/** The rule as it judges by the programme's criteria, if it does; settings stay the same object, which tells rules apart. */
function judging(rule: Rule, criteria: readonly Criterion[]): Rule {
  if (rule.kind === "score" || rule.judgingBy === undefined) return rule;
  const { settings, waivable } = rule;
  return {
    ...rule.judgingBy(criteria),
    ...(settings === undefined ? {} : { settings }),
    ...(waivable === undefined ? {} : { waivable }),
  };
}

/** A default rule has no place in the caller's options: its issues are about the list as a whole. */
function withoutPlace(rule: PairRule): PairRule {
  const { judgingBy } = rule;
  return {
    ...rule,
    prepare: (program) => rule.prepare(program, "/rules"),
    ...(judgingBy === undefined
      ? {}
      : { judgingBy: (criteria: readonly Criterion[]) => withoutPlace(judgingBy(criteria)) }),
  };
}

function isCriterion(item: unknown): item is Criterion {
  return hasFields(item, { name: "string", weight: "number", prepare: "function" });
}

function isRule(item: unknown): item is Rule {
  if (!hasFields(item, { name: "string", because: "object", kind: "string" })) return false;
  const kind: unknown = Reflect.get(item, "kind");
  if (kind === "score") return hasFields(item, { minimum: "number" });
  return kind === "pair" && hasFields(item, { prepare: "function" });
}

function hasFields(item: unknown, fields: Readonly<Record<string, string>>): item is object {
  if (typeof item !== "object" || item === null) return false;
  return Object.entries(fields).every(([field, type]) => typeof Reflect.get(item, field) === type);
}

function listIssues(option: string, list: unknown, isOne: (item: unknown) => boolean): readonly TersineIssue[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    return [{ code: "LIST_EXPECTED", path: `/${option}`, message: `expected a list, got ${describeValue(list)}.` }];
  }
  return Array.from<unknown>(list).flatMap((item, position) => {
    if (isOne(item)) return [];
    const hint = typeof item === "function" ? "Call it: topics(), not topics." : undefined;
    const issue: TersineIssue = {
      code: "FIELD_TYPE",
      path: `/${option}/${position}`,
      message: `expected one of this library's ${option}, got ${describeValue(item)}.`,
    };
    return [hint === undefined ? issue : { ...issue, hint }];
  });
}

function personalWeightIssues(given: unknown): readonly TersineIssue[] {
  if (given === undefined) return [];
  const path = "/personalWeights";
  if (typeof given !== "object" || given === null) {
    return [{ code: "FIELD_TYPE", path, message: `expected { min, max } in percent, got ${describeValue(given)}.` }];
  }
  const known = ["min", "max"];
  const unknown = Object.keys(given).filter((key) => !known.includes(key));
  if (unknown.length > 0)
    return unknown.map((key) => ({ path: pointer(["personalWeights", key]), ...unknownKey(key, known) }));
  return known
    .filter((key) => !Number.isInteger(Reflect.get(given, key)))
    .map((key) => ({ code: "NUMBER_RANGE", path: `${path}/${key}`, message: "expected a whole percent." }));
}

function tieIssues(ties: unknown): readonly TersineIssue[] {
  if (ties === undefined) return [];
  const path = "/ties";
  if (typeof ties !== "object" || ties === null || Array.isArray(ties)) {
    return [{ code: "FIELD_TYPE", path, message: `expected { lot: text }, got ${describeValue(ties)}.` }];
  }
  const unknown = Object.keys(ties).filter((key) => key !== "lot");
  if (unknown.length > 0) return unknown.map((key) => ({ path: pointer(["ties", key]), ...unknownKey(key, ["lot"]) }));
  const lot: unknown = Reflect.get(ties, "lot");
  if (typeof lot !== "string") {
    return [{ code: "FIELD_TYPE", path: `${path}/lot`, message: `expected text, got ${describeValue(lot)}.` }];
  }
  return lot.trim() === "" ? [{ code: "TEXT_EMPTY", path: `${path}/lot`, message: "expected a text, got none." }] : [];
}

function objectiveIssues(objective: unknown): readonly TersineIssue[] {
  if (objective === undefined || OBJECTIVES.some((known) => known === objective)) return [];
  const message = `expected one of ${OBJECTIVES.join(", ")}, got ${describeValue(objective)}.`;
  return [{ code: "OBJECTIVE_UNKNOWN", path: "/objective", message }];
}

const COVERAGE_SIDES: readonly CoverageSide[] = ["mentees", "mentors", "both"];

function goalIssues({
  objective,
  coverage,
  furtherPartners,
  fixes,
  quotas = [],
}: MatchOptions): readonly TersineIssue[] {
  const issues: TersineIssue[] = [];
  const refuse = (code: TersineIssue["code"], path: string, message: string): void =>
    void issues.push({ code, path, message });
  if (coverage !== undefined && !COVERAGE_SIDES.some((known) => known === coverage)) {
    refuse(
      "VALUE_UNKNOWN",
      "/coverage",
      `expected one of ${COVERAGE_SIDES.join(", ")}, got ${describeValue(coverage)}.`,
    );
  }
  issues.push(...furtherIssues(furtherPartners));
  const given = [
    ...(coverage === undefined || coverage === "both" ? [] : ["coverage"]),
    ...(furtherPartners === undefined ? [] : ["furtherPartners"]),
  ];
  for (const option of given) {
    if (objective !== undefined && objective !== "coverage") {
      refuse("OPTION_CONFLICT", `/${option}`, "expected the objective coverage, got another.");
    } else if (fixes === true && Array.isArray(quotas) && quotas.length > 0) {
      refuse("OPTION_CONFLICT", "/fixes", `expected no fixes under quotas beside ${option}.`);
    }
  }
  return issues;
}

function worthIssues({ worth, objective, fixes }: MatchOptions): readonly TersineIssue[] {
  if (worth === undefined) return [];
  if (!hasFields(worth, { name: "string", of: "function" })) {
    const message = `expected { name: text, of: function }, got ${describeValue(worth)}.`;
    return [{ code: "FIELD_TYPE", path: "/worth", message }];
  }
  const refuse = (path: string, message: string): TersineIssue => ({ code: "OPTION_CONFLICT", path, message });
  return [
    ...(objective === "fair" || objective === "stable"
      ? [refuse("/worth", `expected no worth beside the score: the objective ${objective} knows scores alone.`)]
      : []),
    ...(fixes === true ? [refuse("/fixes", "expected no fixes beside worth: they know scores alone.")] : []),
  ];
}

function furtherIssues(given: unknown): readonly TersineIssue[] {
  if (given === undefined) return [];
  const path = "/furtherPartners";
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return [{ code: "FIELD_TYPE", path, message: `expected { atLeast: number }, got ${describeValue(given)}.` }];
  }
  const unknown = Object.keys(given).filter((key) => key !== "atLeast");
  if (unknown.length > 0) {
    return unknown.map((key) => ({ path: pointer(["furtherPartners", key]), ...unknownKey(key, ["atLeast"]) }));
  }
  const atLeast: unknown = Reflect.get(given, "atLeast");
  if (typeof atLeast === "number" && atLeast >= 0 && atLeast <= 1) return [];
  const message = `expected a number from 0 to 1, got ${describeValue(atLeast)}.`;
  return [{ code: typeof atLeast === "number" ? "NUMBER_RANGE" : "FIELD_TYPE", path: `${path}/atLeast`, message }];
}

function proposerIssues({ objective, proposer }: MatchOptions): readonly TersineIssue[] {
  if (proposer === undefined) return [];
  if (!PROPOSERS.some((known) => known === proposer)) {
    const message = `expected one of ${PROPOSERS.join(", ")}, got ${describeValue(proposer)}.`;
    return [{ code: "VALUE_UNKNOWN", path: "/proposer", message }];
  }
  if (objective === "stable") return [];
  const message = 'expected no proposer: only the objective "stable" has one.';
  return [{ code: "OPTION_CONFLICT", path: "/proposer", message }];
}

function pinIssues({ objective, pins }: MatchOptions): readonly TersineIssue[] {
  if (pins === undefined) return [];
  const issues = pairListIssues(pins, "/pins");
  if (issues.length > 0 || objective !== "stable" || pins.length === 0) return issues;
  const message = "expected no pins: a stable choice cannot promise them.";
  return [{ code: "OPTION_CONFLICT", path: "/pins", message }];
}

function quotaIssues({ objective, quotas }: MatchOptions): readonly TersineIssue[] {
  if (quotas === undefined) return [];
  const issues = [...listIssues("quotas", quotas, isQuota)];
  if (issues.length > 0 || quotas.length === 0) return issues;
  if (objective === "fair" || objective === "stable") {
    const message = `expected no quotas: the objective ${objective} cannot promise them.`;
    issues.push({ code: "OPTION_CONFLICT", path: "/quotas", message });
  }
  const names = quotas.map(({ name }) => name);
  names.forEach((name, place) => {
    if (names.indexOf(name) === place) return;
    const message = `expected a name of its own, got that of /quotas/${names.indexOf(name)}.`;
    issues.push({ code: "FIELD_CONFLICT", path: `/quotas/${place}/name`, message });
  });
  return issues;
}

function fixesIssues(fixes: unknown): readonly TersineIssue[] {
  if (fixes === undefined || typeof fixes === "boolean") return [];
  return [{ code: "FIELD_TYPE", path: "/fixes", message: `expected true or false, got ${describeValue(fixes)}.` }];
}

function isQuota(item: unknown): item is Quota {
  return hasFields(item, { kind: "string", name: "string", counts: "function", settings: "object" });
}

function limitIssues(limits: unknown): readonly TersineIssue[] {
  if (limits === undefined) return [];
  if (typeof limits !== "object" || limits === null || Array.isArray(limits)) {
    return [{ code: "FIELD_TYPE", path: "/limits", message: `expected an object, got ${describeValue(limits)}.` }];
  }
  return Object.entries(limits).flatMap(([key, value]: readonly [string, unknown]): readonly TersineIssue[] => {
    if (!LIMIT_NAMES.includes(key)) return [{ path: pointer(["limits", key]), ...unknownKey(key, LIMIT_NAMES) }];
    if (value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0)) return [];
    const message = `expected a whole number of at least 0, got ${describeValue(value)}.`;
    return [{ code: "NUMBER_RANGE", path: `/limits/${key}`, message }];
  });
}

function weightIssues({ criteria, weights }: MatchOptions): readonly TersineIssue[] {
  if (weights === undefined) return [];
  const given: unknown = weights;
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    const message = `expected an object of numbers by name of criterion, got ${describeValue(given)}.`;
    return [{ code: "FIELD_TYPE", path: "/weights", message }];
  }
  const own = Array.isArray(criteria) ? Array.from<unknown>(criteria).filter(isCriterion) : defaultCriteria();
  const known = own.map(({ name }) => name);
  const weightOf = new Map<string, unknown>(Object.entries(weights));
  if (own.length > 0 && own.every(({ name, weight }) => (weightOf.get(name) ?? weight) === 0)) {
    const message = "expected at least one criterion with a weight above 0.";
    return [{ code: "WEIGHTS_ALL_ZERO", path: "/weights", message }];
  }
  return Object.entries(weights).flatMap(([name, weight]: readonly [string, unknown]): readonly TersineIssue[] => {
    const path = pointer(["weights", name]);
    if (!known.includes(name)) {
      return [{ code: "CRITERION_UNKNOWN", path, message: `expected one of ${known.join(", ")}, got another name.` }];
    }
    if (typeof weight !== "number" || !Number.isFinite(weight)) {
      const code = typeof weight === "number" ? "NUMBER_NOT_FINITE" : "FIELD_TYPE";
      return [{ code, path, message: `expected a number, got ${describeValue(weight)}.` }];
    }
    const isWhole = Math.round(weight * WEIGHT_PARTS) / WEIGHT_PARTS === weight;
    if (weight >= 0 && weight <= MAX_WEIGHT && isWhole) return [];
    const message = `expected a number from 0 to ${MAX_WEIGHT} with at most 6 decimals, got another.`;
    return [{ code: "WEIGHT_RANGE", path, message }];
  });
}

/** A copy that later changes of the caller's lists do not reach. */
export function optionsCopy(options: MatchOptions): MatchOptions {
  return Object.fromEntries(
    Object.entries(options).map(([key, value]: readonly [string, unknown]) => [key, copyOf(value)]),
  );
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from<unknown>(value);
  return typeof value === "object" && value !== null ? { ...value } : value;
}
