import { at } from "../base/at.ts";
import { normalId } from "../base/ids.ts";
import {
  createMatcher,
  defaultRules,
  type MatchInput,
  type MatchOptions,
  type MatchResult,
  minimumScoreBy,
  type Rule,
  rule,
} from "../index.ts";
import { inputOf } from "./organisation.ts";
import type { ProposedPair } from "./event.ts";
import type { Patience, PoolPolicy } from "./policy.ts";
import { isMet, type Member, type Roster } from "./roster.ts";
import { DAY, daysBetween } from "./time.ts";
import { type Added, barOf, FULL, hasUrgency, type Present, type Share, total, waitedDays, weigh } from "./worth.ts";

/** Name of the rule that holds pairs back. */
export const PATIENCE = "patience";

/** What a step decides, before it becomes a part of the pool. */
export interface Decision {
  readonly result: MatchResult;
  readonly proposed: readonly ProposedPair[];
  /** What each pair is worth beside its score. */
  readonly addedTo: (mentee: Member, mentor: Member) => Added;
}

/** The match of those who are present, with what the policy adds. */
export function decide(
  roster: Roster,
  present: Present,
  now: number,
  policy: PoolPolicy,
  options: MatchOptions,
): Decision {
  const input = inputWithPlaces(roster, present);
  const addedTo = weigh(
    policy,
    hasUrgency(policy, options),
    now,
    present,
    sharesOf(roster, present, now, policy, options),
  );
  const asked = optionsOf(roster, present, now, policy, options, addedTo);
  const result = createMatcher(input, asked).match();
  const pairs = result.status === "infeasible" ? [] : result.pairs;
  return { result, proposed: pairs.map(({ mentorId, menteeId, score }) => ({ mentorId, menteeId, score })), addedTo };
}

/** Those present with the places that they have left. */
function inputWithPlaces(roster: Roster, { mentees, mentors }: Present): MatchInput {
  return inputOf(
    roster,
    mentees.map(({ entry, places }) => (places === (entry.capacity ?? 1) ? entry : { ...entry, capacity: places })),
    mentors.map(({ entry, places }) => (places === (entry.capacity ?? 1) ? entry : { ...entry, capacity: places })),
  );
}

/** The options of a plain match, and only what the policy and the past add to them. */
function optionsOf(
  roster: Roster,
  present: Present,
  now: number,
  policy: PoolPolicy,
  options: MatchOptions,
  addedTo: Decision["addedTo"],
): MatchOptions {
  const rules = [...pastRules(roster, present, now, policy), ...patienceRules(roster, now, policy)];
  const isWeighed = adds(policy, hasUrgency(policy, options), present, now);
  return {
    ...options,
    ...(policy.objective === undefined ? {} : { objective: policy.objective }),
    ...(rules.length === 0 ? {} : { rules: [...(options.rules ?? defaultRules()), ...rules] }),
    ...(isWeighed
      ? {
          worth: {
            name: "pool",
            of: (mentor, mentee) => total(addedTo(memberIn(roster.mentee, mentee), memberIn(roster.mentor, mentor))),
          },
        }
      : {}),
  };
}

/** Whether the policy adds anything to any pair. */
function adds(
  { waiting = 0, keepFlexible, every }: PoolPolicy,
  isUrgent: boolean,
  { mentees, mentors }: Present,
  now: number,
): boolean {
  if (waiting > 0 || (keepFlexible?.points ?? 0) > 0) return true;
  const horizon = now + (every === 0 ? 1 : every) * DAY;
  return isUrgent && [...mentees, ...mentors].some(({ goneMs }) => goneMs <= horizon);
}

function memberIn<One extends Member>(members: ReadonlyMap<string, One>, { id }: { readonly id: string }): One {
  const member = members.get(normalId(id));
  if (member === undefined) throw new RangeError("expected somebody who takes part");
  return member;
}

/** Two who are a pair, were one, or one of whom declined are not proposed to each other. */
function pastRules(roster: Roster, present: Present, now: number, { again }: PoolPolicy): readonly Rule[] {
  const mentors = new Set(present.mentors.map(({ id }) => id));
  const met = present.mentees.some(({ id: menteeId }) =>
    [...(roster.partners.get(menteeId) ?? [])].some(
      (mentorId) => mentors.has(mentorId) && isMet(roster, { menteeId, mentorId }, now, again),
    ),
  );
  if (!met) return [];
  const because = {
    en: "the two have been proposed to each other before",
    tr: "ikisi birbirine daha önce önerilmişti",
  };
  const isNew = (mentorId: string, menteeId: string): boolean => !isMet(roster, { mentorId, menteeId }, now, again);
  return [rule("already met", (mentor, mentee) => isNew(mentor.id, mentee.id), { because, waivable: false })];
}

function patienceRules(roster: Roster, now: number, { patience }: PoolPolicy): readonly Rule[] {
  if (patience === undefined) return [];
  const because = {
    en: "the two have not waited long enough to be given a pair that scores so little",
    tr: "ikisi de bu kadar düşük puanlı bir eşleşme önerilecek kadar beklemedi",
  };
  return [
    minimumScoreBy(
      PATIENCE,
      (mentor, mentee) => {
        const waited = waitedDays(memberIn(roster.mentee, mentee), memberIn(roster.mentor, mentor), now);
        return barOf(patience, waited);
      },
      { highest: patience.score, because },
    ),
  ];
}

/**
 * Those for whom a pair is held back: after the step both of its people have a place left, and nothing but patience stands
 * between them.
 *
 * @param waited Since when each had been waiting when the step was made
 */
export function heldBack(
  roster: Roster,
  present: Present,
  now: number,
  policy: PoolPolicy,
  options: MatchOptions,
  result: MatchResult,
  waited: ReadonlyMap<Member, number>,
): ReadonlySet<Member> {
  const held = new Set<Member>();
  const { patience } = policy;
  const isAsked = result.status !== "infeasible" && result.totals.refusals.some(({ rule: name }) => name === PATIENCE);
  if (patience === undefined || !isAsked) return held;
  const isFree = ({ places }: Member): boolean => places > 0;
  const free = { mentees: present.mentees.filter(isFree), mentors: present.mentors.filter(isFree) };
  const rules = [...(options.rules ?? defaultRules()), ...pastRules(roster, free, now, policy)];
  const asked = { ...options, rules, quotas: [], fixes: false };
  const { mentees, mentors, rowStart, columnAt, scoreAt } = createMatcher(
    inputWithPlaces(roster, free),
    asked,
  ).candidateTable();
  mentees.forEach((menteeId, row) => {
    const mentee = memberIn(roster.mentee, { id: menteeId });
    for (let pair = at(rowStart, row); pair < at(rowStart, row + 1); pair += 1) {
      const mentor = memberIn(roster.mentor, { id: at(mentors, at(columnAt, pair)) });
      const since = Math.min(waited.get(mentee) ?? now, waited.get(mentor) ?? now);
      if (isBelow(patience, at(scoreAt, pair), daysBetween(since, now))) held.add(mentee).add(mentor);
    }
  });
  return held;
}

/** Whether patience holds a pair back. */
export function isBelow(patience: Patience, score: number, waited: number): boolean {
  return score < Math.round(patience.score * FULL) && score < barOf(patience, waited) * FULL;
}

/** Whom each of the kept side could serve, of the others who came lately; the past of single pairs does not count. */
function sharesOf(
  roster: Roster,
  present: Present,
  now: number,
  { keepFlexible }: PoolPolicy,
  options: MatchOptions,
): (kept: Member) => Share {
  const { points = 0, window, side = "mentor" } = keepFlexible ?? {};
  if (points === 0) return () => ({ served: 0, seen: 0 });
  const isRecent = ({ joinedMs }: Member): boolean => cameWithin(joinedMs, now, window);
  const isMentor = side === "mentor";
  const input = inputOf(
    roster,
    (isMentor ? [...roster.mentee.values()].filter(isRecent) : present.mentees).map(({ entry }) => entry),
    (isMentor ? present.mentors : [...roster.mentor.values()].filter(isRecent)).map(({ entry }) => entry),
  );
  const seen = isMentor ? input.mentees.length : input.mentors.length;
  const { mentees, mentors, rowStart, columnAt } = createMatcher(input, {
    ...options,
    quotas: [],
    fixes: false,
  }).candidateTable();
  const served = new Map<string, number>();
  mentees.forEach((mentee, row) => {
    for (const column of columnAt.subarray(rowStart[row], rowStart[row + 1])) {
      const id = isMentor ? (mentors[column] ?? "") : mentee;
      served.set(id, (served.get(id) ?? 0) + 1);
    }
  });
  return ({ entry }) => ({ served: served.get(normalId(entry.id)) ?? 0, seen });
}

/** Whether somebody joined in the last so many days. */
export function cameWithin(joined: number, now: number, window = Infinity): boolean {
  return joined > now - window * DAY || joined === now;
}
