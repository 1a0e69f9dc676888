import type { Sentence } from "../../base/sentence.ts";
import { counted, figureText } from "../../base/figures.ts";
import { asPublic } from "../../base/public.ts";
import type { PoolEvent } from "../event.ts";
import { throwingAll } from "../issues.ts";
import type { PoolPolicy } from "../policy.ts";
import { dayText, type Side } from "../words.ts";
import { policyText } from "./policy-text.ts";
import { hindsightOf, type Hindsight, type PairFigures } from "./hindsight.ts";
import { play, prepare, type SimulateOptions, type Simulation, simulationOf } from "./simulate.ts";
import type { Waits } from "./waits.ts";

/** One policy beside the others; `en` and `tr` say its figures. */
export interface PolicyRow extends Sentence {
  readonly policy: PoolPolicy;
  /** Its name, or what it says in words. */
  readonly name: Sentence;
  readonly pairs: number;
  /** Micro-points of a pair on average; 0 without pairs. */
  readonly meanScore: number;
  readonly waits: Readonly<Record<Side, Waits>>;
  readonly runs: number;
  readonly regret: PairFigures;
}

/** Policies side by side, on one stream. */
export interface PolicyComparison {
  /** In the order of the policies. */
  readonly rows: readonly PolicyRow[];
  /** The best that anybody who knew the stream could have done; the same for all. */
  readonly hindsight: Hindsight;
  /** Micro-points that a day of waiting costs in hindsight. */
  readonly dayCost: number;
}

/**
 * Plays a stream through with several policies, so that organisers can choose: what waiting buys, and what it costs.
 *
 * @throws TersineError as `simulatePool`, with paths into `/policies`; LIST_EXPECTED, ITEM_MISSING for no list of policies
 * @example
 * const { rows } = comparePolicies(events, [{ every: 1 }, { every: 7 }, { every: 7, patience: { score: 0.6, days: 21 } }]);
 */
export function comparePolicies(
  events: readonly PoolEvent[],
  policies: readonly PoolPolicy[],
  options: SimulateOptions = {},
): PolicyComparison {
  return asPublic("comparePolicies", () => {
    checkList(policies);
    const paths = policies.map((policy, place) => [`/policies/${place}`, policy] as const);
    const stream = prepare(events, new Map(paths), options);
    const played = policies.map((policy) => play(stream, policy));
    const made = stream.isStable ? [] : played.flatMap((each) => each.made);
    const hindsight = hindsightOf(stream.arrivals, stream.table, stream.dayCost, made);
    const rows = played.map((each) => rowOf(simulationOf(stream, each, hindsight)));
    return { rows, hindsight, dayCost: stream.dayCost };
  });
}

function checkList(policies: unknown): void {
  throwingAll((refuse) => {
    if (!Array.isArray(policies)) refuse("LIST_EXPECTED", "/policies", "expected a list of policies.");
    else if (policies.length === 0) refuse("ITEM_MISSING", "/policies", "expected at least one policy, got none.");
  });
}

function rowOf({ policy, pairs, score, waits, runs, regret }: Simulation): PolicyRow {
  const meanScore = pairs === 0 ? 0 : Math.round(score / pairs);
  const name = policy.name === undefined ? policyText(policy) : { en: policy.name, tr: policy.name };
  const row = { policy, name, pairs, meanScore, waits, runs: runs.length, regret };
  return { ...row, ...rowText(row) };
}

function rowText({ name, pairs, meanScore, waits: { mentee, mentor } }: Omit<PolicyRow, keyof Sentence>): Sentence {
  const mean = figureText(meanScore / 10_000, 1);
  const told = (waits: Waits): Readonly<Record<"median" | "ninety" | "longest", Sentence>> => ({
    median: dayText(waits.median),
    ninety: dayText(waits.ninety),
    longest: dayText(waits.longest),
  });
  const [seniors, juniors] = [told(mentee), told(mentor)];
  return {
    en: `${name.en}: ${counted(pairs, "pair")}, ${mean.en} of 100 points on average; half of the mentees placed waited ${seniors.median.en} or less, nine in ten ${seniors.ninety.en} or less, the longest ${seniors.longest.en} (mentors: ${juniors.median.en}, ${juniors.ninety.en}, ${juniors.longest.en}).`,
    tr: `${name.tr}: ${pairs} eşleşme, ortalama ${mean.tr}/100 puan; eşleşen mentee'lerin yarısı en çok ${seniors.median.tr}, onda dokuzu en çok ${seniors.ninety.tr} bekledi, en uzun bekleyiş ${seniors.longest.tr} (mentorlarda: ${juniors.median.tr}, ${juniors.ninety.tr}, ${juniors.longest.tr}).`,
  };
}
