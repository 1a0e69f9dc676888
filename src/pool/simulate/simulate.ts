import { asPublic } from "../../base/public.ts";
import type { MatchOptions } from "../../index.ts";
import { applyAll, checkEvents, inOrder } from "../apply.ts";
import { type PoolEvent } from "../event.ts";
import { checkNumber, throwingAll } from "../issues.ts";
import { checkPolicy, type PoolPolicy } from "../policy.ts";
import { freeze, thaw } from "../roster.ts";
import { checkOptions } from "../step.ts";
import { emptyPool, type PoolProgramme, type PoolState } from "../state.ts";
import type { Side } from "../words.ts";
import { figuresOfMade, type Hindsight, hindsightOf, type Made, madePairs, type PairFigures } from "./hindsight.ts";
import { replayEvents, type RunSummary } from "./replay.ts";
import { isStable, type Table, tableOf } from "./table.ts";
import { waitsOf, type Waits } from "./waits.ts";

/** How a stream is played through: as `matchPairs` matches, and what the stream is beside its events. */
export interface SimulateOptions extends MatchOptions {
  /** The chart, the period and the levels. @default none */
  readonly programme?: PoolProgramme;
  /** What a day of waiting costs in hindsight, in micro-points for each pair. @default 1,000 (0.1 of 100 points) */
  readonly dayCost?: number;
}

/** What a policy makes of a stream. */
export interface Simulation {
  readonly policy: PoolPolicy;
  readonly runs: readonly RunSummary[];
  /** Days from joining to the first pair, of each side. */
  readonly waits: Readonly<Record<Side, Waits>>;
  /** Pairs that were not declined. */
  readonly pairs: number;
  /** Micro-points of these pairs together. */
  readonly score: number;
  /** The pairs that are held against hindsight: without those that ended because somebody left. */
  readonly counted: PairFigures;
  readonly hindsight: Hindsight;
  /** What hindsight has beyond `counted`. Days are those that the policy waits longer; below 0: it waits less. */
  readonly regret: PairFigures;
  /** The pool at the end: what `applyEvents` and `poolStep` by turns would have come to. */
  readonly state: PoolState;
  /** Events of the stream that were left out: on pairs that this policy has not made, or people whose last day was over. */
  readonly skipped: number;
}

/**
 * Plays a stream of events through with one policy: a fold of `applyEvents` and `poolStep`, with figures.
 *
 * The first step is on the day of the first event, the last one when nobody is to come and nobody is held back. Answers
 * and ends of pairs that the policy does not make are left out and counted, steps of the stream too: it is the arrivals
 * that are played again. Where pairs are judged alike whoever is there (all of a side state a field, or nobody does; no
 * quotas), everybody is scored once; otherwise every step scores anew.
 *
 * It says how a policy would have done on this stream, not how it will do on the next one.
 *
 * @throws TersineError as `applyEvents` and `poolStep`, with paths into `/events`, `/policy` and the options
 * @example
 * const { waits, regret } = simulatePool(events, { every: 7, waiting: 1_000 });
 */
export function simulatePool(
  events: readonly PoolEvent[],
  policy: PoolPolicy,
  options: SimulateOptions = {},
): Simulation {
  return asPublic("simulatePool", () => {
    const stream = prepare(events, new Map([["/policy", policy]]), options);
    const played = play(stream, policy);
    return simulationOf(stream, played, hindsightOf(stream.arrivals, stream.table, stream.dayCost, played.made));
  });
}

/** A stream that is checked, and scored. */
export interface Stream {
  /** All but steps. */
  readonly arrivals: readonly PoolEvent[];
  readonly programme: PoolProgramme;
  readonly match: MatchOptions;
  readonly dayCost: number;
  readonly table: Table;
  readonly isStable: boolean;
}

/** Checks a stream, the policies by their paths and the options, and scores everybody. */
export function prepare(
  events: readonly PoolEvent[],
  policies: ReadonlyMap<string, PoolPolicy>,
  { programme = {}, dayCost = 1000, ...match }: SimulateOptions,
): Stream {
  checkEvents(emptyPool(programme), events);
  throwingAll((refuse) => {
    for (const [path, policy] of policies) {
      checkPolicy(policy, path, refuse);
      checkOptions(match, policy, refuse);
    }
    checkNumber(dayCost, { least: 0, most: 1_000_000_000, isWhole: true }, "/dayCost", refuse);
  });
  const arrivals = events.filter((event) => !("run" in event));
  throwingAll((refuse) => {
    const people = inOrder(events).filter(({ event }) => "join" in event || "leave" in event || "free" in event);
    applyAll(thaw(emptyPool(programme)), people, refuse);
  });
  const inTime = inOrder(arrivals).map(({ event }) => event);
  const table = tableOf(inTime, programme, match);
  return { arrivals: inTime, programme, match, dayCost, table, isStable: isStable(inTime, programme, match) };
}

/** What a policy did on a stream. */
export interface Played {
  readonly policy: PoolPolicy;
  readonly replay: ReturnType<typeof replayEvents>;
  readonly made: readonly Made[];
}

export function play({ arrivals, programme, match, table, isStable: isQuick }: Stream, policy: PoolPolicy): Played {
  const replay = replayEvents(arrivals, programme, policy, match, isQuick ? table : undefined);
  return { policy, replay, made: madePairs(replay.roster) };
}

/** The figures of a policy beside hindsight. */
export function simulationOf({ arrivals, dayCost }: Stream, played: Played, hindsight: Hindsight): Simulation {
  const { policy, made } = played;
  const { roster, runs, log, skipped } = played.replay;
  const lasting = [...roster.pairs.values()].flat().filter(({ status }) => status !== "declined");
  const counted = figuresOfMade(arrivals, made, dayCost);
  return {
    policy,
    runs,
    waits: waitsOf(roster, log),
    pairs: lasting.length,
    score: lasting.reduce((sum, { score = 0 }) => sum + score, 0),
    counted,
    hindsight,
    regret: {
      pairs: hindsight.pairs - counted.pairs,
      score: hindsight.score - counted.score,
      waitDays: counted.waitDays - hindsight.waitDays,
      worth: hindsight.worth - counted.worth,
    },
    state: freeze(roster),
    skipped,
  };
}
