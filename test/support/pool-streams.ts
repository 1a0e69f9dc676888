import fc from "fast-check";
import {
  applyEvents,
  emptyPool,
  poolStep,
  type PoolEvent,
  type PoolPolicy,
  type PoolProgramme,
  type PoolState,
} from "../../src/pool/index.ts";
import type { MatchOptions, MenteeEntry, MentorEntry } from "../../src/index.ts";

/** Days of a stream. */
const LAST_DAY = 12;
const TOPICS = ["AI", "SQL", "video", "climate"];

export const dateOf = (day: number): string => new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10);

interface Drawn {
  readonly day: number;
  readonly topics: readonly string[];
  readonly level: number | undefined;
  readonly capacity: number | undefined;
  readonly stays: number | undefined;
  /** What becomes of them: they say when they leave, leave without a word, or get a place more. */
  readonly then: "leavesBy" | "leave" | "free" | undefined;
}

/** Everybody states their level, as a field that all or nobody states is judged alike whoever is there; or some do. */
function drawn(isUniform: boolean): fc.Arbitrary<Drawn> {
  const level = fc.integer({ min: 1, max: 6 });
  return fc.record({
    day: fc.integer({ min: 0, max: LAST_DAY }),
    topics: fc.subarray(TOPICS, { minLength: 1, maxLength: 3 }),
    level: isUniform ? level : fc.option(level, { nil: undefined, freq: 2 }),
    capacity: fc.constantFrom(undefined, 1, 2, 3),
    stays: fc.integer({ min: 1, max: 12 }),
    then: fc.constantFrom(undefined, undefined, undefined, "leavesBy" as const, "leave" as const, "free" as const),
  });
}

/** What is said of one person, in order of time. */
function eventsOf(
  { day, topics, level, capacity, stays = 1, then }: Drawn,
  id: string,
  side: "mentor" | "mentee",
): readonly PoolEvent[] {
  const facts = { id, ...(level === undefined ? {} : { level }), ...(capacity === undefined ? {} : { capacity }) };
  const at = dateOf(day);
  const leavesBy = then === "leavesBy" ? { leavesBy: dateOf(day + stays) } : {};
  const join: PoolEvent =
    side === "mentor"
      ? { at, side, join: { ...facts, teaches: topics }, ...leavesBy }
      : { at, side, join: { ...facts, learns: topics }, ...leavesBy };
  const later = dateOf(day + stays);
  if (then === "leave") return [join, { at: later, leave: id, side, reason: "noTime" } satisfies PoolEvent];
  return then === "free" ? [join, { at: later, free: id, side, places: 1 } satisfies PoolEvent] : [join];
}

/** Answers and ends of pairs, which fit whatever was proposed or nothing. */
interface Answer {
  readonly day: number;
  readonly mentor: number;
  readonly mentee: number;
  readonly kind: "accepted" | "declined" | "ended";
}

const answers: fc.Arbitrary<readonly Answer[]> = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: LAST_DAY }),
    mentor: fc.nat(4),
    mentee: fc.nat(4),
    kind: fc.constantFrom("accepted", "declined", "ended"),
  }),
  { maxLength: 8 },
);

/** Streams of several mentors and several mentees who come, leave, get places, and answer. */
export function streams({ isUniform = true, most = 6 } = {}): fc.Arbitrary<readonly PoolEvent[]> {
  const people = fc.array(drawn(isUniform), { minLength: 2, maxLength: most });
  return fc.tuple(people, people, answers).map(([mentors, mentees, told]) => {
    const joined = [
      ...mentors.flatMap((one, place) => eventsOf(one, `m${place}`, "mentor")),
      ...mentees.flatMap((one, place) => eventsOf(one, `s${place}`, "mentee")),
    ];
    // one answer of a pair and day is enough
    const seen = new Set<string>();
    const answered = told.flatMap(({ day, mentor, mentee, kind }): readonly PoolEvent[] => {
      const key = `${day} ${mentor} ${mentee}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const pair = { mentorId: `m${mentor}`, menteeId: `s${mentee}` };
      const at = dateOf(day);
      return kind === "accepted"
        ? [{ at, accepted: pair }]
        : kind === "declined"
          ? [{ at, declined: pair }]
          : [{ at, ended: pair }];
    });
    return [...joined, ...answered];
  });
}

export const policies: fc.Arbitrary<PoolPolicy> = fc
  .record({
    every: fc.constantFrom(0, 2, 3, 7),
    waiting: fc.constantFrom(undefined, 20_000),
    keepFlexible: fc.constantFrom(
      undefined,
      { points: 300_000 },
      { points: 200_000, window: 5, side: "mentee" as const },
    ),
    patience: fc.constantFrom(undefined, { score: 1, days: 6 }, { score: 0.9, days: 3 }),
    again: fc.constantFrom(undefined, 4),
    objective: fc.constantFrom(undefined, "score" as const),
  })
  .map((drawnPolicy) => {
    const stated = Object.entries(drawnPolicy).filter(([, value]) => value !== undefined);
    return { every: drawnPolicy.every, ...Object.fromEntries(stated) };
  });

/** One step as a fold sees it. */
export interface FoldedStep {
  readonly at: string;
  readonly state: PoolState;
  readonly step: ReturnType<typeof poolStep>;
}

/**
 * A stream played through step by step, with the public functions alone and times as text: what a simulation promises to be.
 * Events that do not fit what this policy made are left out.
 */
export function foldOf(
  events: readonly PoolEvent[],
  policy: PoolPolicy,
  options: MatchOptions,
  programme: PoolProgramme = {},
): readonly FoldedStep[] {
  const steps: FoldedStep[] = [];
  let rest = [...events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  let state = emptyPool(programme);
  let at: string | undefined = rest[0]?.at;
  while (at !== undefined) {
    const now: string = at;
    for (const day of [...new Set(rest.filter((event) => event.at <= now).map((event) => event.at))]) {
      state = applyEvents(
        state,
        fitting(
          state,
          rest.filter((event) => event.at === day),
        ),
      );
    }
    rest = rest.filter((event) => event.at > now);
    const step = poolStep(state, now, policy, options);
    ({ state } = step);
    steps.push({ at: now, state, step });
    const isHeld = step.waiting.some(({ heldUntil }) => heldUntil !== undefined);
    const coming = rest[0]?.at;
    if (policy.every > 0) at = coming === undefined && !isHeld ? undefined : (step.next ?? undefined);
    else at = [coming, step.next ?? undefined].filter((time) => time !== undefined).sort()[0];
  }
  return steps;
}

/** The events of a day that a state takes. */
function fitting(state: PoolState, events: readonly PoolEvent[]): readonly PoolEvent[] {
  const statusOf = (mentorId: string, menteeId: string): string | undefined =>
    state.pairs.filter((pair) => pair.mentorId === mentorId && pair.menteeId === menteeId).at(-1)?.status;
  const isThere = (side: "mentor" | "mentee", id: string): boolean => {
    const list: readonly { readonly entry: MentorEntry | MenteeEntry }[] =
      side === "mentor" ? state.mentors : state.mentees;
    return (
      list.some(({ entry }) => entry.id === id) ||
      events.some((event) => "join" in event && event.side === side && event.join.id === id)
    );
  };
  return events.filter((event) => {
    if ("accepted" in event) return statusOf(event.accepted.mentorId, event.accepted.menteeId) === "proposed";
    if ("declined" in event) return statusOf(event.declined.mentorId, event.declined.menteeId) === "proposed";
    if ("ended" in event) {
      return ["proposed", "accepted"].includes(statusOf(event.ended.mentorId, event.ended.menteeId) ?? "");
    }
    if ("leave" in event) return isThere(event.side, event.leave);
    return "free" in event ? isThere(event.side, event.free) : true;
  });
}
