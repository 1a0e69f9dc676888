import { type Steps, withProgress } from "../../base/steps.ts";
import { problem } from "../../base/error.ts";
import type { Program } from "../../model/program.ts";
import type { Warning } from "../../model/warning.ts";
import type { PreparedScore } from "../../score/weighted.ts";
import {
  type AskedRules,
  askRules,
  countBits,
  emptyCounts,
  pairBitsOf,
  type Refusals,
  scoreBitsOf,
} from "./asked-rules.ts";
import type { Rule } from "../rule.ts";

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
  readonly asked: AskedRules;
  /** All rules that refuse a pair, in their order; none for a candidate. */
  readonly rulesAgainst: (row: number, column: number) => readonly Rule[];
  readonly refusals: { readonly mentors: Refusals; readonly mentees: Refusals };
  readonly warnings: readonly Warning[];
}

/** Memory of a candidate pair while matching, in bytes: column, score, and the solver's own. */
const BYTES_PER_PAIR = 16;

/**
 * Asks every rule about every pair, and scores what is allowed.
 *
 * Takes O(pairs × rules) time and 8 bytes an allowed pair. Every rule is asked about every pair, also after a refusal, so
 * that the counts say what each rule alone costs.
 *
 * Yields the number of rows done after each.
 *
 * @param rules Those that are always in force, which are the first `standing`, then the caller's.
 * @throws TersineError LIMIT_ITEMS for too many rules
 */
export function* findCandidates(
  program: Program,
  rules: readonly Rule[],
  score: PreparedScore,
  standing: number,
): Steps<CandidateGraph, number> {
  const rows = program.mentees.length;
  const columns = program.mentors.length;
  const asked = yield* withProgress(askRules(program, rules, standing), () => 0);
  const { refusesAt, pairBits, scoreRules } = asked;
  const counts = emptyCounts(rules.length, rows, columns);

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
        if (refusesAt[place]!(row, column)) bits |= pairBits[place]!;
      }
      refusedBy[column] = bits;
    }
    if (scoreRules.length > 0 || refusedBy.includes(0)) score.scoreRow(row, scoreOf);
    for (let column = 0; column < columns; column++) {
      let bits = refusedBy[column]!;
      for (let place = 0; place < scoreRules.length; place++) {
        const { minimum, isExempt, bit } = scoreRules[place]!;
        if (scoreOf[column]! < minimum && !isExempt(row, column, scoreOf[column]!)) bits |= bit;
      }
      countBits(counts.mentors, column, bits, asked.anyPairRule, 1);
      countBits(counts.mentees, row, bits, asked.anyPairRule, 1);
      if (bits !== 0) continue;
      columnAt[edges] = column;
      scoreAt[edges++] = scoreOf[column]!;
    }
    rowStart[row + 1] = edges;
    yield row + 1;
  }
  // what lies behind was never written to, and takes no memory
  const edgesOfAll = { rowStart, columnAt: columnAt.subarray(0, edges), scoreAt: scoreAt.subarray(0, edges) };
  yield rows;
  return candidateGraph(edgesOfAll, asked, counts, score);
}

/** The graph of edges and counts that are ready. */
export function candidateGraph(
  { rowStart, columnAt, scoreAt }: Pick<CandidateGraph, "rowStart" | "columnAt" | "scoreAt">,
  asked: AskedRules,
  refusals: CandidateGraph["refusals"],
  score: Pick<PreparedScore, "scoreOf">,
): CandidateGraph {
  const { rules, warnings, scoreRules } = asked;
  return {
    rowStart,
    columnAt,
    scoreAt,
    rules,
    asked,
    rulesAgainst: (row, column) => {
      const value = scoreRules.length === 0 ? 0 : score.scoreOf(row, column);
      const bits = pairBitsOf(asked, row, column) | scoreBitsOf(asked, value, row, column);
      return rules.filter((_, place) => (bits & (1 << place)) !== 0);
    },
    refusals,
    warnings,
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
