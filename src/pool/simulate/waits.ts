import { normalId } from "../../base/ids.ts";
import type { Roster } from "../roster.ts";
import { daysBetween, knownInstant } from "../time.ts";
import type { PoolEvent } from "../event.ts";
import { SIDES, type Side } from "../words.ts";

/** Days from joining to the first pair that was not declined, of those who got one. */
export interface Waits {
  /** People who joined, each time counted. */
  readonly joined: number;
  /** Of those, how many got a partner. */
  readonly placed: number;
  readonly mean: number;
  /** Half waited no longer. */
  readonly median: number;
  /** Nine in ten waited no longer. */
  readonly ninety: number;
  readonly longest: number;
  /** Of those without a partner, the longest time from joining to the end of the stream or to leaving. */
  readonly longestUnplaced: number;
}

/** A time that somebody spends in the pool. */
export interface Stay {
  readonly id: string;
  readonly side: Side;
  readonly from: number;
  /** First instant at which they are gone. */
  readonly until: number;
}

/** Who was there when, from a log in its order. */
export function staysIn(log: readonly PoolEvent[]): readonly Stay[] {
  const open = { mentee: new Map<string, number>(), mentor: new Map<string, number>() };
  const stays: Stay[] = [];
  for (const event of log) {
    if ("join" in event) {
      const [id, at] = [normalId(event.join.id), knownInstant(event.at)];
      const before = open[event.side].get(id);
      // the last day was over, and nobody had sent them home
      if (before !== undefined) stays.push({ id, side: event.side, from: before, until: at });
      open[event.side].set(id, at);
    }
    if (!("leave" in event)) continue;
    const id = normalId(event.leave);
    const from = open[event.side].get(id);
    if (from === undefined) continue;
    stays.push({ id, side: event.side, from, until: knownInstant(event.at) });
    open[event.side].delete(id);
  }
  for (const side of SIDES) for (const [id, from] of open[side]) stays.push({ id, side, from, until: Infinity });
  return stays;
}

/** The waits of each side. */
export function waitsOf(roster: Roster, log: readonly PoolEvent[]): Readonly<Record<Side, Waits>> {
  const stays = staysIn(log);
  const starts = { mentee: new Map<string, number[]>(), mentor: new Map<string, number[]>() };
  for (const pair of [...roster.pairs.values()].flat()) {
    if (pair.status === "declined") continue;
    for (const [side, id] of [
      ["mentee", pair.menteeId],
      ["mentor", pair.mentorId],
    ] as const) {
      const own = starts[side].get(normalId(id)) ?? [];
      starts[side].set(normalId(id), [...own, knownInstant(pair.proposed)]);
    }
  }
  const end = roster.now === null ? 0 : knownInstant(roster.now);
  return { mentee: sideWaits("mentee", stays, starts, end), mentor: sideWaits("mentor", stays, starts, end) };
}

function sideWaits(
  side: Side,
  all: readonly Stay[],
  starts: Readonly<Record<Side, ReadonlyMap<string, readonly number[]>>>,
  end: number,
): Waits {
  const stays = all.filter((stay) => stay.side === side);
  const waits: number[] = [];
  let longestUnplaced = 0;
  for (const { id, from, until } of stays) {
    const within = (starts[side].get(id) ?? []).filter((start) => start >= from && start < until);
    if (within.length > 0)
      waits.push(
        daysBetween(
          from,
          within.reduce((first, start) => Math.min(first, start)),
        ),
      );
    else longestUnplaced = Math.max(longestUnplaced, daysBetween(from, Math.min(until, end)));
  }
  waits.sort((a, b) => a - b);
  const at = (share: number): number => waits[Math.max(0, Math.ceil(share * waits.length) - 1)] ?? 0;
  return {
    joined: stays.length,
    placed: waits.length,
    mean: waits.length === 0 ? 0 : waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
    median: at(0.5),
    ninety: at(0.9),
    longest: at(1),
    longestUnplaced,
  };
}
