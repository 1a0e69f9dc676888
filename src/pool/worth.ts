import type { MatchOptions, MenteeEntry, MentorEntry } from "../index.ts";
import type { Patience, PoolPolicy } from "./policy.ts";
import type { Member } from "./roster.ts";
import { DAY, daysBetween } from "./time.ts";

/** Micro-points of the best score. */
export const FULL = 1_000_000;

/** Those of a pool who have a free place at a step, each side by id. */
export interface Present {
  readonly mentees: readonly Member<MenteeEntry>[];
  readonly mentors: readonly Member<MentorEntry>[];
}

/** Whom somebody could serve, of those of the other side who count. */
export interface Share {
  readonly served: number;
  readonly seen: number;
}

/** What a pair is worth to a step beside its score, in micro-points. */
export interface Added {
  /** For the days of the longer-waiting of the two. */
  readonly waiting: number;
  /** At most 0: for versatility that is used up. */
  readonly flexible: number;
  /** For each of the two who leaves before the next step, more than all other things together; 0 where the best total counts. */
  readonly leaving: number;
}

/** Whether a step places those first who are gone before the next one: where the best total counts, nobody comes first. */
export function hasUrgency(policy: PoolPolicy, { objective = "coverage" }: MatchOptions): boolean {
  return (policy.objective ?? objective) === "coverage";
}

/**
 * What every pair of a step is worth beside its score.
 *
 * @param isUrgent Whether people who are gone before the next step come first
 */
export function weigh(
  { waiting = 0, keepFlexible, every }: PoolPolicy,
  isUrgent: boolean,
  now: number,
  present: Present,
  shareOf: (kept: Member) => Share,
): (mentee: Member, mentor: Member) => Added {
  const { points = 0, side = "mentor" } = keepFlexible ?? {};
  const urgency = isUrgent ? urgencyOf(waiting, points, now, present) : 0;
  const flexible = new Map<Member, number>();
  if (points > 0) {
    for (const kept of side === "mentor" ? present.mentors : present.mentees) {
      const { served, seen } = shareOf(kept);
      flexible.set(kept, seen === 0 ? 0 : -Math.round((points * served) / seen) || 0);
    }
  }
  return (mentee, mentor) => ({
    waiting: Math.round(waiting * waitedDays(mentee, mentor, now)),
    flexible: flexible.get(side === "mentor" ? mentor : mentee) ?? 0,
    leaving: (Number(isLeaving(mentee, now, every)) + Number(isLeaving(mentor, now, every))) * urgency,
  });
}

/** The sum of what a pair is worth beside its score. */
export function total({ waiting, flexible, leaving }: Added): number {
  return waiting + flexible + leaving;
}

/** Days that the longer-waiting of two has waited. */
export function waitedDays(mentee: Member, mentor: Member, now: number): number {
  return daysBetween(Math.min(mentee.sinceMs, mentor.sinceMs), now);
}

/** Whether somebody is gone at the next step; where steps follow arrivals, within a day. */
export function isLeaving({ goneMs }: Member, now: number, every: number): boolean {
  return goneMs <= now + (every === 0 ? 1 : every) * DAY;
}

/** More than any two plans of the step differ by in all other things. */
function urgencyOf(waiting: number, points: number, now: number, { mentees, mentors }: Present): number {
  const placesOf = (members: readonly Member[]): number => members.reduce((sum, { places }) => sum + places, 0);
  const longest = [...mentees, ...mentors].reduce((most, { sinceMs }) => Math.max(most, daysBetween(sinceMs, now)), 0);
  return 1 + Math.min(placesOf(mentees), placesOf(mentors)) * (FULL + Math.ceil(waiting * longest) + points);
}

/** The bar of a pair, 0 to 1; it is 0 for everybody who has waited so many days. */
export function barOf({ score, days }: Patience, waited: number): number {
  return score * Math.max(0, 1 - waited / days);
}
