import type { PreparedProgramme, Reason } from "../index.ts";
import type { Shape } from "./shape.ts";

/** Somebody as a possible member, once: of groups around mentees on one side, of circles on one or both. */
export interface Seat {
  readonly id: string;
  /** Place among the participants. */
  readonly participant: number;
  /** Place among the mentees; -1 for none. */
  readonly mentee: number;
  /** Place among the mentors; -1 for none. */
  readonly mentor: number;
}

/** All possible members and who of them may be together; the same both ways. */
export interface Seats {
  /** Mentees before mentors; of circles everybody once. In the order of their ids. */
  readonly all: readonly Seat[];
  readonly isAllowed: (a: number, b: number) => boolean;
  /** Micro-points of the one or two ways in which one of the two mentors the other, and how many these are. */
  readonly scoreSum: (a: number, b: number) => number;
  readonly pairCount: (a: number, b: number) => number;
}

/** The seats of groups of one mentee and one mentor: nothing is held of them but the people, however many they are. */
export function pairSeats(programme: PreparedProgramme): Seats {
  const all = sidedSeats(programme).filter((seat) => takesPart(programme, seat));
  const scoreOf = (a: number, b: number): number => {
    const [way] = waysOf(all[a]!, all[b]!);
    return way === undefined ? -1 : programme.scoreOf(...way);
  };
  const isAllowed = (a: number, b: number): boolean => scoreOf(a, b) >= 0;
  return {
    all,
    isAllowed,
    scoreSum: (a, b) => Math.max(0, scoreOf(a, b)),
    pairCount: (a, b) => Number(isAllowed(a, b)),
  };
}

/**
 * Finds who may be with whom. Two people of whom one can mentor the other need such a pair that all rules allow; of two others all
 * rules have to allow it that hold between any two.
 */
export function seatsOf(programme: PreparedProgramme, { isCircle }: Shape): Seats {
  const all = (isCircle ? circleSeats(programme) : sidedSeats(programme)).filter((seat) => takesPart(programme, seat));
  const size = all.length;
  const isAllowed = new Uint8Array(size * size);
  const scoreSum = new Float64Array(size * size);
  const pairCount = new Uint8Array(size * size);
  for (let a = 0; a < size; a += 1) {
    for (let b = a + 1; b < size; b += 1) {
      const ways = waysOf(all[a]!, all[b]!);
      const scores = ways.map(([mentee, mentor]) => programme.scoreOf(mentee, mentor)).filter((score) => score >= 0);
      const isFit = ways.length > 0 ? scores.length > 0 : againstTwo(programme, all[a]!, all[b]!).length === 0;
      if (!isFit) continue;
      for (const at of [a * size + b, b * size + a]) {
        isAllowed[at] = 1;
        scoreSum[at] = scores.reduce((sum, score) => sum + score, 0);
        pairCount[at] = scores.length;
      }
    }
  }
  return {
    all,
    isAllowed: (a, b) => isAllowed[a * size + b] === 1,
    scoreSum: (a, b) => scoreSum[a * size + b]!,
    pairCount: (a, b) => pairCount[a * size + b]!,
  };
}

function sidedSeats({ participants }: PreparedProgramme): readonly Seat[] {
  return [
    ...participants.flatMap(({ id, mentee }, participant): Seat[] =>
      mentee === undefined ? [] : [{ id, participant, mentee, mentor: -1 }],
    ),
    ...participants.flatMap(({ id, mentor }, participant): Seat[] =>
      mentor === undefined ? [] : [{ id, participant, mentee: -1, mentor }],
    ),
  ];
}

function circleSeats({ participants, mentees, mentors }: PreparedProgramme): readonly Seat[] {
  // a side on which somebody sits the round out does not count
  const placeIn = (side: readonly { readonly capacity: number }[], place = -1): number =>
    (side[place]?.capacity ?? 0) > 0 ? place : -1;
  return participants.map(({ id, mentee, mentor }, participant) => ({
    id,
    participant,
    mentee: placeIn(mentees, mentee),
    mentor: placeIn(mentors, mentor),
  }));
}

/** Whether the person has a place in this round, on any side. */
function takesPart({ mentees, mentors }: PreparedProgramme, { mentee, mentor }: Seat): boolean {
  return (mentees[mentee]?.capacity ?? 0) > 0 || (mentors[mentor]?.capacity ?? 0) > 0;
}

/** The mentee and the mentor of each pair that two seats could be. */
export function waysOf(a: Seat, b: Seat): readonly (readonly [mentee: number, mentor: number])[] {
  if (a.participant === b.participant) return [];
  const ways: [number, number][] = [];
  if (a.mentee >= 0 && b.mentor >= 0) ways.push([a.mentee, b.mentor]);
  if (b.mentee >= 0 && a.mentor >= 0) ways.push([b.mentee, a.mentor]);
  return ways;
}

/** Why two people cannot be in one group. */
export function againstTwo(programme: PreparedProgramme, a: Seat, b: Seat): readonly Reason[] {
  const ways = waysOf(a, b);
  if (ways.length === 0) return programme.refusalsBetween(a.participant, b.participant);
  return ways.flatMap(([mentee, mentor]) => programme.refusalsOf(mentee, mentor));
}
