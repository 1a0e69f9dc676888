import { problem, TersineError } from "../base/error.ts";
import { avoid, notSelf } from "../rules/always.ts";
import type { PairOfIds } from "../rules/ban.ts";
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
import { checkedOptions } from "./check-options.ts";
import type { CoverageSide, FurtherPartners, PairWorth } from "./goal.ts";
import type { Lot } from "./lot.ts";
import type { MatchOptions, Objective, Proposer } from "./match-options.ts";

const DEFAULT_PAIRS = 25_000_000;

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
