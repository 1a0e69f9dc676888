import { normalId, pairKey } from "../../base/ids.ts";
import type { MatchOptions } from "../../index.ts";
import { applyAll, inOrder, type PlacedEvent } from "../apply.ts";
import type { Frees, Leaves, PoolEvent } from "../event.ts";
import { throwingAll } from "../issues.ts";
import type { PoolPolicy } from "../policy.ts";
import { openPair, type Roster, thaw } from "../roster.ts";
import { stepOf } from "../step.ts";
import { emptyPool, type PoolProgramme } from "../state.ts";
import { DAY, instantText, knownInstant } from "../time.ts";
import { quickStep, type StepFigures } from "./quick-step.ts";
import type { Table } from "./table.ts";

/** One step of a simulation. */
export interface RunSummary {
  readonly at: string;
  /** Those with a free place before the step. */
  readonly mentees: number;
  readonly mentors: number;
  readonly pairs: number;
  /** Micro-points of the pairs together. */
  readonly score: number;
  /** People for whom a pair was held back. */
  readonly held: number;
}

/** A stream played through with one policy. */
export interface Replay {
  readonly roster: Roster;
  readonly runs: readonly RunSummary[];
  /** All that happened, steps among it, in its order. */
  readonly log: readonly PoolEvent[];
  /** Events left out: on pairs that this policy has not made, or on people whose last day was over. */
  readonly skipped: number;
}

/**
 * Applies events and makes steps by turns. The first step is on the first day of the stream, the last one when nobody is to
 * come and nobody is held back any more.
 *
 * @param table Scores of everybody, where pairs are judged alike whoever is there; without it each step scores anew.
 */
export function replayEvents(
  events: readonly PoolEvent[],
  programme: PoolProgramme,
  policy: PoolPolicy,
  options: MatchOptions,
  table: Table | undefined,
): Replay {
  const roster = thaw(emptyPool(programme));
  const queue = inOrder(events);
  const runs: RunSummary[] = [];
  const log: PoolEvent[] = [];
  let [next, skipped] = [0, 0];
  let now = firstStep(queue, policy);
  while (now !== null) {
    const instant = knownInstant(now);
    const until = endOf(queue, next, instant);
    const { kept, left } = applicable(roster, queue.slice(next, until));
    skipped += left;
    log.push(...kept);
    next = until;
    const step = makeStep(roster, now, policy, options, table);
    log.push(...step.events);
    runs.push({
      at: now,
      mentees: step.mentees,
      mentors: step.mentors,
      pairs: step.proposed.length,
      score: step.proposed.reduce((sum, { score = 0 }) => sum + score, 0),
      held: step.held,
    });
    now = nextStep(queue, next, policy, step);
  }
  return { roster, runs, log, skipped };
}

function firstStep([first]: readonly PlacedEvent[], { every }: PoolPolicy): string | null {
  if (first === undefined) return null;
  return instantText(every > 0 ? Math.floor(first.at / DAY) * DAY : first.at);
}

function nextStep(
  queue: readonly PlacedEvent[],
  next: number,
  { every }: PoolPolicy,
  step: StepFigures,
): string | null {
  const coming = queue[next];
  if (every > 0) return coming === undefined && step.held === 0 ? null : step.next;
  if (coming === undefined) return step.next;
  const released = step.next === null ? Infinity : knownInstant(step.next);
  return instantText(Math.min(coming.at, released));
}

function endOf(queue: readonly PlacedEvent[], from: number, until: number): number {
  let end = from;
  while (end < queue.length && (queue[end]?.at ?? Infinity) <= until) end += 1;
  return end;
}

/** Applies what can be: what became of a pair says nothing about a policy that never made it. */
function applicable(
  roster: Roster,
  events: readonly PlacedEvent[],
): { readonly kept: readonly PoolEvent[]; readonly left: number } {
  const kept: PoolEvent[] = [];
  // one by one, since an answer may depend on what happened just before it
  const groups = byInstant(events);
  for (const group of groups) {
    const sound = group.filter(({ event }) => isApplicable(roster, event, group));
    throwingAll((refuse) => {
      applyAll(roster, sound, refuse);
    });
    kept.push(...sound.map(({ event }) => event));
  }
  return { kept, left: events.length - kept.length };
}

function byInstant(events: readonly PlacedEvent[]): readonly (readonly PlacedEvent[])[] {
  const groups: PlacedEvent[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last?.[0]?.at === event.at) last.push(event);
    else groups.push([event]);
  }
  return groups;
}

/** Whether people and pairs stand as the event takes them. */
function isApplicable(roster: Roster, event: PoolEvent, group: readonly PlacedEvent[]): boolean {
  if ("accepted" in event) return openPair(roster, event.accepted)?.status === "proposed";
  if ("declined" in event) {
    const isTaken = group.some(
      (other) => "accepted" in other.event && pairKey(other.event.accepted) === pairKey(event.declined),
    );
    return !isTaken && openPair(roster, event.declined)?.status === "proposed";
  }
  if ("leave" in event || "free" in event) return isThere(roster, event, group);
  if (!("ended" in event)) return true;
  const isDeclined = group.some(
    (other) => "declined" in other.event && pairKey(other.event.declined) === pairKey(event.ended),
  );
  return !isDeclined && openPair(roster, event.ended) !== undefined;
}

/** Whether somebody is in the pool, or joins at that instant. */
function isThere(roster: Roster, event: Leaves | Frees, group: readonly PlacedEvent[]): boolean {
  const id = normalId("leave" in event ? event.leave : event.free);
  if (roster[event.side].has(id)) return true;
  return group.some(
    ({ event: other }) => "join" in other && other.side === event.side && normalId(other.join.id) === id,
  );
}

function makeStep(
  roster: Roster,
  now: string,
  policy: PoolPolicy,
  options: MatchOptions,
  table: Table | undefined,
): StepFigures {
  if (table !== undefined) return quickStep(roster, now, policy, options, table);
  const { events, result, pairs, waiting, next } = stepOf(roster, now, policy, options);
  const { mentees, mentors } = result.manifest.input;
  return {
    events,
    proposed: pairs.map(({ mentorId, menteeId, score }) => ({ mentorId, menteeId, score })),
    mentees,
    mentors,
    held: waiting.filter(({ heldUntil }) => heldUntil !== undefined).length,
    next,
  };
}
