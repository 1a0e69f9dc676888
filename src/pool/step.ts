import { isRecord } from "../base/given.ts";
import { normalId } from "../base/ids.ts";
import { asPublic } from "../base/public.ts";
import type { MatchOptions, MatchResult, PairOfIds, Reason } from "../index.ts";
import { checkEvents } from "./apply.ts";
import { decide, type Decision, heldBack, PATIENCE } from "./decide.ts";
import type { PoolEvent } from "./event.ts";
import { throwingAll } from "./issues.ts";
import { checkPolicy, type PoolPolicy } from "./policy.ts";
import { presentIn, sendHome } from "./present.ts";
import { freeze, type Member, type Roster, runs, thaw } from "./roster.ts";
import type { PoolState } from "./state.ts";
import { after, daysBetween, instantText, isInstant, knownInstant, nextStep } from "./time.ts";
import { dayText, type Side } from "./words.ts";
import type { Added, Present } from "./worth.ts";

/** What a step does. */
export interface PoolStep {
  /** The pool afterwards, to be stored. */
  readonly state: PoolState;
  /** What the step did, as events: who left because their last day is over, and the pairs. For the log. */
  readonly events: readonly PoolEvent[];
  /** The match of those who had a free place, with proof and reasons. */
  readonly result: MatchResult;
  /** The new pairs, by mentee id and then mentor id: to be asked, accepted or declined. */
  readonly pairs: readonly StepPair[];
  /** Everybody who waits on, mentees first, by id: how long, why, and until when at most they are held back. */
  readonly waiting: readonly StillWaiting[];
  /**
   * When the next step is due: `every` days on, or sooner, when the first `heldUntil` comes. `null` where steps follow
   * arrivals, and nobody is held back.
   */
  readonly next: string | null;
}

/** A pair that a step proposes. Its score is the fit of the two, and nothing else; what the policy adds is told apart. */
export interface StepPair extends PairOfIds {
  /** Micro-points. */
  readonly score: number;
  /** Days that each has waited. */
  readonly waited: Readonly<Record<Side, number>>;
  /** Micro-points that the pair is worth to this step beside its score. */
  readonly added: Added;
}

/** Somebody without a partner, or with a place left. */
export interface StillWaiting {
  readonly id: string;
  readonly side: Side;
  /** Since when. */
  readonly since: string;
  readonly days: number;
  /**
   * Present if a pair is held back for a better one. From this instant on no pair of this person is held back any more: the
   * next step then proposes one if there is any.
   */
  readonly heldUntil?: string;
  /** Present if the person leaves, and when: their last day or instant. */
  readonly leavesBy?: string;
  readonly reasons: readonly Reason[];
}

/**
 * Matches those of a pool who have a free place, now.
 *
 * A step is `matchPairs` of them, proved in the same way. Waiting and versatility add to what pairs are worth, as the policy
 * says; people who are gone before the next step come first among plans that place as many, where most people come first. Two who were a pair, or
 * one of whom declined, are not proposed to each other again. New pairs are `proposed`, and hold a place of both until an
 * event says otherwise.
 *
 * Each step is the best for those who are there. Nothing is promised over time: who comes next week is not known.
 *
 * @param now Instant of the step: a date, `2027-03-01`, or a time with its offset. Never read from a clock.
 * @param options As for `matchPairs`, but for `pins` and `worth`, and with the objectives `coverage` and `score` only
 * @throws TersineError CLOCK_BACKWARDS if something later was applied; OPTION_CONFLICT; DATE_FORMAT; what `applyEvents` says
 *   of states and `matchPairs` of inputs and options
 * @example
 * const { state, pairs, waiting } = poolStep(applyEvents(emptyPool(), events), "2027-03-01", { every: 7 });
 */
export function poolStep(state: PoolState, now: string, policy: PoolPolicy, options: MatchOptions = {}): PoolStep {
  return asPublic("poolStep", () => {
    checkEvents(state, []);
    throwingAll((refuse) => {
      checkPolicy(policy, "/policy", refuse);
      checkOptions(options, policy, refuse);
      if (!isInstant(now, "/now", refuse)) return;
      if (state.now !== null && knownInstant(now) < knownInstant(state.now)) {
        refuse("CLOCK_BACKWARDS", "/now", "expected an instant that is not before the last event of the pool.");
      }
    });
    const roster = thaw(state);
    const { events, ...told } = stepOf(roster, now, policy, options);
    return { state: freeze(roster), events, ...told };
  });
}

type Check = Parameters<Parameters<typeof throwingAll>[0]>[0];

/** Refuses options that no step can honour. */
export function checkOptions(options: unknown, policy: unknown, refuse: Check): void {
  if (!isRecord(options)) return;
  for (const name of ["pins", "worth"]) {
    if (options[name] === undefined) continue;
    refuse("OPTION_CONFLICT", `/${name}`, `expected no ${name}: a pool keeps the pairs that it has and makes its own.`);
  }
  const objective = isRecord(policy) && policy["objective"] !== undefined ? undefined : options["objective"];
  if (objective !== "fair" && objective !== "stable") return;
  refuse("OPTION_CONFLICT", "/objective", "expected coverage or score: steps weigh pairs beside their scores.");
}

/** A step on a pool that is being changed. */
export function stepOf(
  roster: Roster,
  now: string,
  policy: PoolPolicy,
  options: MatchOptions,
): Omit<PoolStep, "state"> {
  const instant = knownInstant(now);
  const gone = sendHome(roster, instant);
  const present = presentIn(roster);
  const decision = decide(roster, present, instant, policy, options);
  const pairs = decision.proposed.map((pair) => stepPair(roster, pair, decision, instant));
  const waited = new Map([...present.mentees, ...present.mentors].map((member) => [member, member.sinceMs]));
  const run: PoolEvent = { at: now, run: decision.proposed };
  throwingAll((refuse) => {
    runs(roster, run, "", refuse);
  });
  roster.now = now;
  const held = heldBack(roster, present, instant, policy, options, decision.result, waited);
  const waiting = waitingIn(present, decision.result, instant, policy, held);
  return {
    events: [...gone, run],
    result: decision.result,
    pairs,
    waiting,
    next: nextStep(instant, policy.every, promisesIn(waiting)),
  };
}

function stepPair(
  { mentee: mentees, mentor: mentors }: Roster,
  { menteeId, mentorId, score = 0 }: { readonly menteeId: string; readonly mentorId: string; readonly score?: number },
  { addedTo }: Decision,
  now: number,
): StepPair {
  const [mentee, mentor] = [mentees.get(normalId(menteeId)), mentors.get(normalId(mentorId))];
  if (mentee === undefined || mentor === undefined) throw new RangeError("expected people of the pool");
  const waited = { mentee: daysBetween(mentee.sinceMs, now), mentor: daysBetween(mentor.sinceMs, now) };
  return { mentorId, menteeId, score, waited, added: addedTo(mentee, mentor) };
}

/** Everybody of a step who still has a place, with why. */
function waitingIn(
  { mentees, mentors }: Present,
  result: MatchResult,
  now: number,
  policy: PoolPolicy,
  held: ReadonlySet<Member>,
): readonly StillWaiting[] {
  const left = new Map(result.unmatched.map((one) => [`${one.side} ${one.id}`, one]));
  const waitingOf = (members: readonly Member[], side: Side): readonly StillWaiting[] =>
    members.flatMap((member): readonly StillWaiting[] => {
      const { entry, since, sinceMs, leavesBy, places } = member;
      if (places === 0) return [];
      const one = left.get(`${side} ${normalId(entry.id)}`);
      const isHeld = held.has(member);
      const until = after(sinceMs, policy.patience?.days ?? 0);
      const days = daysBetween(sinceMs, now);
      return [
        {
          id: entry.id,
          side,
          since,
          days,
          ...(isHeld ? { heldUntil: instantText(until) } : {}),
          ...(leavesBy === undefined ? {} : { leavesBy }),
          reasons: [...(isHeld ? heldReasons(until, days, policy) : []), ...(one?.reasons ?? [])],
        },
      ];
    });
  return [...waitingOf(mentees, "mentee"), ...waitingOf(mentors, "mentor")];
}

/** The promise: until when at most, and why. */
function heldReasons(until: number, waited: number, { patience }: PoolPolicy): readonly Reason[] {
  if (patience === undefined) return [];
  const [day, limit, so] = [instantText(until), dayText(patience.days), dayText(waited)];
  return [
    {
      about: PATIENCE,
      audience: "participant",
      en: `Kept waiting for a better fit, until ${day} at most; waiting for ${so.en} now, and the limit is ${limit.en}.`,
      tr: `Daha uygun bir eşleşme için bekletiliyor, en geç ${day} tarihine kadar; şu ana kadar ${so.tr} bekledi, sınır ${limit.tr}.`,
    },
  ];
}

function promisesIn(waiting: readonly StillWaiting[]): readonly number[] {
  return waiting.flatMap(({ heldUntil }) => (heldUntil === undefined ? [] : [knownInstant(heldUntil)]));
}
