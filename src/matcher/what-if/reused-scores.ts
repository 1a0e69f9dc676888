import { at } from "../../base/at.ts";
import type { Program } from "../../model/program.ts";
import type { BlockScores } from "../../rules/candidates/changed.ts";
import type { PairScore } from "../../score/pair-score.ts";
import { prepareScore, type PreparedScore } from "../../score/weighted.ts";
import type { FullOptions } from "../../plan/options.ts";
import { scoreOptions, scorePool } from "../../plan/scoring.ts";

/** Scores some people of a programme with each other: the criteria are compiled against these alone. */
export function blockScores(program: Program, options: FullOptions): BlockScores {
  return (mentees, mentors) => {
    const score = scoreAmong(program, options, mentees, mentors);
    const scoreAt = new Int32Array(mentors.length * mentees.length);
    mentees.forEach((_, row) => {
      score.scoreRow(row, scoreAt.subarray(row * mentors.length, (row + 1) * mentors.length));
    });
    return scoreAt;
  };
}

/**
 * A score whose criteria are compiled against everybody only if that is asked for: a pair alone has the same score and
 * facts, unless a criterion is pool-relative.
 */
export function lazyScore(program: Program, options: FullOptions): PreparedScore {
  let whole: PreparedScore | undefined;
  const all = (): PreparedScore =>
    (whole ??= prepareScore(options.criteria, scorePool(program), scoreOptions(options)));
  const alone = (mentee: number, mentor: number): PreparedScore => scoreAmong(program, options, [mentee], [mentor]);
  return {
    context: scorePool(program).context,
    scoreOf: (mentee, mentor) =>
      whole === undefined ? alone(mentee, mentor).scoreOf(0, 0) : whole.scoreOf(mentee, mentor),
    scoreRow: (mentee, into) => {
      all().scoreRow(mentee, into);
    },
    explainPair: (mentee, mentor) =>
      whole === undefined ? alone(mentee, mentor).explainPair(0, 0) : whole.explainPair(mentee, mentor),
    tabulate: (pairs) => all().tabulate(pairs),
  };
}

/** Pairs explained at a time: criteria make no tables for so few people, which would cost more than they save. */
const EXPLAINED_TOGETHER = 15;

/** Explains some pairs of a programme, in the order given; the criteria are compiled against a few people at a time. */
export function explainAmong(
  program: Program,
  options: FullOptions,
  pairs: readonly { readonly row: number; readonly column: number }[],
): readonly PairScore[] {
  const explained: PairScore[] = [];
  for (let from = 0; from < pairs.length; from += EXPLAINED_TOGETHER) {
    const some = pairs.slice(from, from + EXPLAINED_TOGETHER);
    const rows = [...new Set(some.map(({ row }) => row))];
    const columns = [...new Set(some.map(({ column }) => column))];
    const score = scoreAmong(program, options, rows, columns);
    for (const { row, column } of some) explained.push(score.explainPair(rows.indexOf(row), columns.indexOf(column)));
  }
  return explained;
}

function scoreAmong(
  program: Program,
  options: FullOptions,
  rows: readonly number[],
  columns: readonly number[],
): PreparedScore {
  const pool = scorePool(program);
  const some = {
    ...pool,
    mentors: columns.map((column) => at(pool.mentors, column)),
    mentees: rows.map((row) => at(pool.mentees, row)),
  };
  return prepareScore(options.criteria, some, scoreOptions(options));
}
