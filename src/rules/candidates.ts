import { problem } from "../base/error.ts";
import type { Program } from "../model/program.ts";
import type { Warning } from "../model/warning.ts";
import type { PreparedScore } from "../score/weighted.ts";
import { exemption } from "./except-for.ts";
import type { Rule } from "./rule.ts";

/**
 * Who may meet whom, and how well they fit. Rows are mentees, columns are mentors; row `r` owns the edges from
 * `rowStart[r]` up to, not including, `rowStart[r + 1]`, columns ascending.
 */
export interface CandidateGraph {
  readonly rowStart: Int32Array;
  /** Mentor of each edge. */
  readonly columnAt: Int32Array;
  /** Micro-points of each edge. */
  readonly scoreAt: Int32Array;
  readonly rules: readonly Rule[];
  /** All rules that refuse a pair, in their order; none for a candidate. */
  readonly refusing: (mentor: number, mentee: number) => readonly Rule[];
  readonly refusals: { readonly mentors: Refusals; readonly mentees: Refusals };
  readonly warnings: readonly Warning[];
}

/** How many pairs each rule refused, for everybody of one side. Arrays are indexed by rule, then by person. */
export interface Refusals {
  readonly by: readonly Int32Array[];
  /** Refused by this rule and by no other. */
  readonly onlyBy: readonly Int32Array[];
  /** Pairs that every pair rule allows; those that a minimum score refuses are among them. */
  readonly allowedByPairRules: Int32Array;
}

/** Most rules that a programme can have: one bit each. */
const MAX_RULES = 30;

/** Memory of a candidate pair while matching, in bytes: column, score, and the solver's own. */
const BYTES_PER_PAIR = 16;

/**
 * Asks every rule about every pair, and scores what is allowed.
 *
 * Takes O(pairs × rules) time and 8 bytes an allowed pair. Every rule is asked about every pair, also after a refusal, so
 * that the counts say what each rule alone costs.
 *
 * @param rules Those that are always in force, which are the first `standing`, then the caller's.
 * @throws TersineError LIMIT_ITEMS for too many rules
 */
export function findCandidates(
  program: Program,
  rules: readonly Rule[],
  score: PreparedScore,
  standing: number,
): CandidateGraph {
  const steps = findCandidatesInSteps(program, rules, score, standing);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** `findCandidates` as a generator that yields the number of rows done after each, to be driven in slices. */
export function* findCandidatesInSteps(
  program: Program,
  rules: readonly Rule[],
  score: PreparedScore,
  standing: number,
): Generator<number, CandidateGraph, void> {
  const rows = program.mentees.length;
  const columns = program.mentors.length;
  if (rules.length > MAX_RULES) {
    throw problem("LIMIT_ITEMS", "/rules", `expected at most ${MAX_RULES} rules, got ${rules.length}.`);
  }
  const placed = rules.map((rule, place) => ({ rule, place, bit: 1 << place }));
  const pairRules = placed.flatMap(({ rule, ...at }) => (rule.kind === "pair" ? [{ rule, ...at }] : []));
  const scoreRules = placed.flatMap(({ rule, place, bit }) => {
    if (rule.kind !== "score") return [];
    const isExempt = exemption(program, rule.except ?? [], `/rules/${place - standing}`);
    return [{ minimum: rule.minimum, isExempt, place, bit }];
  });
  const prepared = pairRules.map(({ rule, place }) => rule.prepare(program, `/rules/${place - standing}`));
  const refusesAt = prepared.map(({ refuses }) => refuses);
  const pairBits = pairRules.map(({ bit }) => bit);
  const scoreBits = scoreRules.map(({ bit }) => bit);
  const counts = countRefusals(rules, pairBits, rows, columns);

  const rowStart = new Int32Array(rows + 1);
  const columnAt = new Int32Array(rows * columns);
  const scoreAt = new Int32Array(rows * columns);
  const scoreOf = new Int32Array(columns);
  const refusedBy = new Int32Array(columns);
  let edges = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let bits = 0;
      for (let place = 0; place < refusesAt.length; place++) {
        if (refusesAt[place]!(column, row)) bits |= pairBits[place]!;
      }
      refusedBy[column] = bits;
    }
    if (scoreBits.length > 0 || refusedBy.includes(0)) score.scoreRow(row, scoreOf);
    for (let column = 0; column < columns; column++) {
      let bits = refusedBy[column]!;
      for (let place = 0; place < scoreBits.length; place++) {
        const { minimum, isExempt } = scoreRules[place]!;
        if (scoreOf[column]! < minimum && !isExempt(column, row)) bits |= scoreBits[place]!;
      }
      counts.add(column, row, bits);
      if (bits !== 0) continue;
      columnAt[edges] = column;
      scoreAt[edges++] = scoreOf[column]!;
    }
    rowStart[row + 1] = edges;
    yield row + 1;
  }
  return {
    rowStart,
    columnAt: columnAt.slice(0, edges),
    scoreAt: scoreAt.slice(0, edges),
    rules,
    refusing: (mentor, mentee) =>
      placed.flatMap(({ rule, place }) => {
        const pairRule = pairRules.findIndex((each) => each.place === place);
        const isExempt = scoreRules.find((each) => each.place === place)?.isExempt;
        const refuses =
          rule.kind === "score"
            ? score.score(mentor, mentee) < rule.minimum && isExempt?.(mentor, mentee) !== true
            : refusesAt[pairRule]?.(mentor, mentee);
        return refuses === true ? [rule] : [];
      }),
    refusals: { mentors: counts.mentors, mentees: counts.mentees },
    warnings: prepared.flatMap(({ warnings = [] }) => warnings),
  };
}

/** Refuses a programme with too many pairs, before anything is prepared for them: `LIMIT_PAIRS`. */
export function checkSize({ mentors, mentees }: Program, maximumPairs: number): void {
  const pairs = mentors.length * mentees.length;
  if (pairs <= maximumPairs) return;
  const megabytes = Math.ceil((pairs * BYTES_PER_PAIR) / 1e6);
  throw problem(
    "LIMIT_PAIRS",
    "",
    `expected at most ${maximumPairs} pairs of a mentor and a mentee, got ${pairs}, which need about ${megabytes} MB.`,
    { hint: "Raise the option limits.pairs if the machine has that." },
  );
}

/** Counts for both sides at once, from one bit per rule. */
function countRefusals(
  rules: readonly Rule[],
  pairBits: readonly number[],
  rows: number,
  columns: number,
): {
  readonly mentors: Refusals;
  readonly mentees: Refusals;
  readonly add: (mentor: number, mentee: number, bits: number) => void;
} {
  const anyPairRule = pairBits.reduce((all, bit) => all | bit, 0);
  const empty = (size: number): Refusals => ({
    by: rules.map(() => new Int32Array(size)),
    onlyBy: rules.map(() => new Int32Array(size)),
    allowedByPairRules: new Int32Array(size),
  });
  const mentors = empty(columns);
  const mentees = empty(rows);
  return {
    mentors,
    mentees,
    add: (mentor, mentee, bits) => {
      if ((bits & anyPairRule) === 0) {
        mentors.allowedByPairRules[mentor]!++;
        mentees.allowedByPairRules[mentee]!++;
      }
      for (let left = bits; left !== 0; left &= left - 1) {
        const place = 31 - Math.clz32(left & -left);
        mentors.by[place]![mentor]!++;
        mentees.by[place]![mentee]!++;
        if (bits !== 1 << place) continue;
        mentors.onlyBy[place]![mentor]!++;
        mentees.onlyBy[place]![mentee]!++;
      }
    },
  };
}
