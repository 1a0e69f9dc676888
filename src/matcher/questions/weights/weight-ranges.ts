import { figureText } from "../../../base/figures.ts";
import { criterionTitle } from "../../../score/titles.ts";
import type { Sentence } from "../../../explain/result.ts";
import type { Criterion } from "../../../score/criterion.ts";
import { MAX_WEIGHT, WEIGHT_PARTS } from "../../../score/settings.ts";
import { compareWorth, type PlanWorth } from "../../choice.ts";
import type { NetworkPlan } from "../../priced-plan.ts";
import { type AllowedPairs, underWeights, type NetworkUnderWeights } from "./under-weights.ts";

/** How far the weight of a criterion can be changed, all others as they are, before another plan is better. */
export interface WeightRange extends Sentence {
  readonly criterion: string;
  readonly weight: number;
  /** Smallest and largest weight at which the plan is still an optimum; with `below` or `above` `null`, the limit of weights. */
  readonly from: number;
  readonly to: number;
  /** The next weights beyond, a thousandth of the weight further, at which it is not; `null` where there are none. */
  readonly below: number | null;
  readonly above: number | null;
}

/** Weights are tried at whole multiples of the weight divided by this. */
const STEPS = 1_000;

/**
 * The range of each criterion of positive weight, in their order.
 *
 * Method: the plan is compared with the best one at the far end of the weights; where it loses, that one shows by bisection
 * where the plan would still hold, and so on with each better plan found (a cutting-plane search). Both ends are proved: at
 * `from` and `to` by solves, just beyond by a plan that is better there.
 *
 * Cost: some solves for each end, mostly 3 to 6, each from the plan's prices.
 */
export function weightRangesOf(plan: NetworkPlan): readonly WeightRange[] {
  const { criteria } = plan.pool.options;
  const network = underWeights(plan);
  const better: AllowedPairs[] = [];
  return criteria.flatMap((criterion): readonly WeightRange[] => {
    if (criterion.weight === 0) return [];
    const isAlone = criteria.every(({ name, weight }) => weight === 0 || name === criterion.name);
    if (isAlone) return [rangeOf(criterion, { from: 1 / WEIGHT_PARTS, to: MAX_WEIGHT, below: null, above: null })];
    const weightAt = stepper(criterion.weight);
    const judge = judgeOf(network, better, (step) => withWeight(criteria, criterion, weightAt(step)));
    const down = endOf(judge, -STEPS);
    const up = endOf(judge, stepsUp(criterion.weight));
    const ends = { from: weightAt(down.good), to: weightAt(up.good) };
    const beyond = ({ bad }: End): number | null => (bad === undefined ? null : weightAt(bad));
    return [rangeOf(criterion, { ...ends, below: beyond(down), above: beyond(up) })];
  });
}

/** The weight after some steps, rounded to the decimals that weights may have. */
function stepper(weight: number): (step: number) => number {
  const parts = Math.round(weight * WEIGHT_PARTS);
  return (step) => Math.min(MAX_WEIGHT, Math.round((parts * (STEPS + step)) / STEPS) / WEIGHT_PARTS);
}

/** Steps to the largest weight; the last one may be shorter. */
function stepsUp(weight: number): number {
  return Math.ceil((MAX_WEIGHT / weight - 1) * STEPS);
}

function withWeight(criteria: readonly Criterion[], { name }: Criterion, weight: number): readonly Criterion[] {
  return criteria.map((each) => (each.name === name ? { ...each, weight } : each));
}

/** What is known of the plan at a step. */
interface Judge {
  /** Whether a plan found before is better there, or the plan is not allowed. */
  readonly isBeaten: (step: number) => boolean;
  /** Whether the plan is an optimum there, by a solve; a better plan that it finds is remembered. */
  readonly isOptimal: (step: number) => boolean;
}

function judgeOf(
  { plan, solve, worthsBy }: NetworkUnderWeights,
  better: AllowedPairs[],
  criteriaAt: (step: number) => readonly Criterion[],
): Judge {
  const isBeaten = (step: number): boolean => {
    const worthOf = worthsBy(criteriaAt(step));
    return better.some((other) => isBetter(worthOf(other), worthOf(plan))) || worthOf(plan) === undefined;
  };
  const isOptimal = (step: number): boolean => {
    const criteria = criteriaAt(step);
    const best = solve(criteria);
    const worthOf = worthsBy(criteria);
    if (best === undefined) return false;
    if (worthOf(plan) !== undefined && !isBetter(worthOf(best), worthOf(plan))) return true;
    better.push(best);
    return false;
  };
  return { isBeaten, isOptimal };
}

function isBetter(a: PlanWorth | undefined, b: PlanWorth | undefined): boolean {
  return a !== undefined && b !== undefined && compareWorth(a, b) > 0;
}

interface End {
  /** Last step from 0 at which the plan is an optimum. */
  readonly good: number;
  /** The step after it, at which it is not; absent at the limit. */
  readonly bad?: number;
}

/** The end of the plan's range between step 0, where it is an optimum, and `limit`. */
function endOf({ isBeaten, isOptimal }: Judge, limit: number): End {
  if (limit === 0 || isOptimal(limit)) return { good: limit };
  let bad = limit;
  for (;;) {
    let good = 0;
    while (Math.abs(bad - good) > 1) {
      const middle = Math.trunc((good + bad) / 2);
      if (isBeaten(middle)) bad = middle;
      else good = middle;
    }
    if (good === 0 || isOptimal(good)) return { good, bad };
    bad = good;
  }
}

function rangeOf(
  { name, weight }: Criterion,
  range: Pick<WeightRange, "from" | "to" | "below" | "above">,
): WeightRange {
  const text = limitsText(range);
  const title = criterionTitle(name);
  return {
    criterion: name,
    weight,
    ...range,
    en: `The weight of ${title.en} is ${weightText(weight).en}; no other plan is better ${text.en}.`,
    tr: `${title.tr} ölçütünün ağırlığı ${weightText(weight).tr}; ${text.tr} daha iyi bir plan yok.`,
  };
}

function limitsText({ from, to, below, above }: Pick<WeightRange, "from" | "to" | "below" | "above">): Sentence {
  if (below === null && above === null) return { en: "whatever it is", tr: "ağırlık ne olursa olsun" };
  const [least, most] = [weightText(from), weightText(to)];
  if (below === null) return { en: `up to ${most.en}`, tr: `ağırlık en çok ${most.tr} olduğunda` };
  if (above === null) return { en: `from ${least.en} up`, tr: `ağırlık en az ${least.tr} olduğunda` };
  return { en: `from ${least.en} to ${most.en}`, tr: `ağırlık ${least.tr} ile ${most.tr} arasında olduğunda` };
}

function weightText(weight: number): Sentence {
  return figureText(weight, WEIGHT_DECIMALS);
}

/** Ranges end a thousandth of a weight from where the plan is beaten. */
const WEIGHT_DECIMALS = 9;
