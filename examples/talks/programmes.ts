/*
 * Made-up programmes for the example and the benchmark of talks: so many mentees and mentors, four criteria, and mentors of
 * whom some are liked by nearly everybody. What the two find out in a talk is the score and a noise of 0.15; one talk in seven
 * ends in a no. Every figure comes from a small generator of its own (Lehmer, 1951), the same on every machine.
 */
import { criterion, type MatchInput, type MatchOptions, type PairOfIds } from "tersine";
import { decide, shortlist, type TalkFeedback } from "tersine/talks";

export interface Made {
  readonly input: MatchInput;
  readonly options: MatchOptions;
  readonly score: (pair: PairOfIds) => number;
  /** What the two think of each other after a talk, from 0 to 1. */
  readonly liking: (pair: PairOfIds) => number;
  readonly isDeclined: (pair: PairOfIds) => boolean;
}

/** What came of the talks of a programme. */
export interface Outcome {
  /** Share of the mentees who have a partner. */
  readonly placed: number;
  /** Mean liking over all mentees; 0 of those without a partner. */
  readonly liking: number;
  /** Most talks of one mentor. */
  readonly most: number;
  /** Share of the mentors without a talk. */
  readonly idle: number;
}

export type Arm = "best of each" | "short list" | "random";

function drawer(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** A programme of its own for each number. */
export function madeProgramme(people: number, number: number): Made {
  const draw = drawer(number * 7_919 + people);
  // twelve draws have nearly the form of a bell
  const bell = (): number => Array.from({ length: 12 }, draw).reduce((sum, each) => sum + each, -6);
  const popular = Array.from({ length: people }, draw);
  const table = Array.from({ length: people }, () =>
    popular.map((liked) => {
      const criteria = Array.from({ length: 4 }, () => 0.15 * liked + 0.85 * draw());
      const score = criteria.reduce((sum, each) => sum + each, 0) / 4;
      return { score, liking: Math.min(1, Math.max(0, score + 0.15 * bell())), isDeclined: draw() < 0.15 };
    }),
  );
  const cellOf = ({ menteeId, mentorId }: PairOfIds) => {
    const cell = table[Number(menteeId.slice(1))]?.[Number(mentorId.slice(1))];
    if (cell === undefined) throw new Error("expected a pair of the programme");
    return cell;
  };
  return {
    input: {
      mentees: table.map((_, row) => ({ id: `s${row}`, learns: [] })),
      mentors: popular.map((_, column) => ({ id: `j${column}`, teaches: [] })),
    },
    options: {
      criteria: [
        criterion("fit", (mentor, mentee) => cellOf({ mentorId: mentor.id ?? "", menteeId: mentee.id ?? "" }).score),
      ],
      rules: [],
    },
    score: (pair) => cellOf(pair).score,
    liking: (pair) => cellOf(pair).liking,
    isDeclined: (pair) => cellOf(pair).isDeclined,
  };
}

/** The talks of a programme: `talks` for each mentee. */
export function talksOf(made: Made, arm: Arm, talks: number): readonly PairOfIds[] {
  const { input, options } = made;
  if (arm === "short list") {
    const list = shortlist(input, { ...options, talks: { mentees: talks, mentors: [Math.min(2, talks), talks] } });
    if (list.status === "infeasible") throw new Error("expected a list of talks");
    return list.pairs.map(({ menteeId, mentorId }) => ({ menteeId, mentorId }));
  }
  const draw = drawer(talks * 31 + input.mentors.length);
  return input.mentees.flatMap(({ id: menteeId }) =>
    input.mentors
      .map(({ id: mentorId }) => ({
        pair: { menteeId, mentorId },
        place: arm === "random" ? draw() : made.score({ menteeId, mentorId }),
      }))
      .sort((a, b) => b.place - a.place)
      .slice(0, talks)
      .map(({ pair }) => pair),
  );
}

/** The plan after the talks, from what both sides say. */
export function outcomeOf(made: Made, talks: readonly PairOfIds[]): Outcome {
  const { input, options } = made;
  const feedback = talks.map((pair): TalkFeedback => {
    const rating = ([1, 2, 3, 4, 5] as const)[Math.min(4, Math.floor(made.liking(pair) * 5))] ?? 3;
    return { ...pair, by: "mentee", ...(made.isDeclined(pair) ? { veto: true } : { rating }) };
  });
  const plan = decide(input, { pairs: talks }, feedback, { ...options, unmet: "never", weight: 9 });
  if (plan.status === "infeasible") throw new Error("expected a plan");
  const counts = input.mentors.map(({ id }) => talks.filter(({ mentorId }) => mentorId === id).length);
  const people = input.mentees.length;
  return {
    placed: plan.pairs.length / people,
    liking: plan.pairs.reduce((sum, pair) => sum + made.liking(pair), 0) / people,
    most: counts.reduce((most, count) => Math.max(most, count), 0),
    idle: counts.filter((count) => count === 0).length / people,
  };
}

/** Means over programmes. */
export function meanOutcome(outcomes: readonly Outcome[]): Outcome {
  const mean = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + of(outcome), 0) / outcomes.length;
  return {
    placed: mean(({ placed }) => placed),
    liking: mean(({ liking }) => liking),
    most: mean(({ most }) => most),
    idle: mean(({ idle }) => idle),
  };
}
