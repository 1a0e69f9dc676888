import type { Program } from "../../model/program.ts";
import type { BlockScores } from "../../rules/candidates/changed.ts";
import type { PairScore } from "../../score/pair-score.ts";
import { prepareScore, type PreparedScore } from "../../score/weighted.ts";
import type { SettledOptions } from "../../plan/options.ts";
import { scoreOptions, scorePool } from "../../plan/pool.ts";

/** Scores some people of a programme with each other: the criteria are compiled against these alone. */
export function blockScores(program: Program, options: SettledOptions): BlockScores {
  return (mentors, mentees) => {
    const score = scoreAmong(program, options, mentors, mentees);
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
export function continuedScore(program: Program, options: SettledOptions): PreparedScore {
  let whole: PreparedScore | undefined;
  const all = (): PreparedScore =>
    (whole ??= prepareScore(options.criteria, scorePool(program), scoreOptions(options)));
  const alone = (mentor: number, mentee: number): PreparedScore => scoreAmong(program, options, [mentor], [mentee]);
  return {
    context: scorePool(program).context,
    score: (mentor, mentee) => (whole === undefined ? alone(mentor, mentee).score(0, 0) : whole.score(mentor, mentee)),
    scoreRow: (mentee, into) => {
      all().scoreRow(mentee, into);
    },
    explain: (mentor, mentee) =>
      whole === undefined ? alone(mentor, mentee).explain(0, 0) : whole.explain(mentor, mentee),
    tabulate: (pairs) => all().tabulate(pairs),
  };
}

/** Pairs explained at a time: criteria make no tables for so few people, which would cost more than they save. */
const EXPLAINED_TOGETHER = 15;

/** Explains some pairs of a programme, in the order given; the criteria are compiled against a few people at a time. */
export function explainAmong(
  program: Program,
  options: SettledOptions,
  pairs: readonly (readonly [mentor: number, mentee: number])[],
): readonly PairScore[] {
  const explained: PairScore[] = [];
  for (let from = 0; from < pairs.length; from += EXPLAINED_TOGETHER) {
    const some = pairs.slice(from, from + EXPLAINED_TOGETHER);
    const mentors = [...new Set(some.map(([mentor]) => mentor))];
    const mentees = [...new Set(some.map(([, mentee]) => mentee))];
    const score = scoreAmong(program, options, mentors, mentees);
    for (const [mentor, mentee] of some) {
      explained.push(score.explain(mentors.indexOf(mentor), mentees.indexOf(mentee)));
    }
  }
  return explained;
}

function scoreAmong(
  program: Program,
  options: SettledOptions,
  mentors: readonly number[],
  mentees: readonly number[],
): PreparedScore {
  const pool = scorePool(program);
  const some = {
    ...pool,
    mentors: mentors.flatMap((mentor) => pool.mentors[mentor] ?? []),
    mentees: mentees.flatMap((mentee) => pool.mentees[mentee] ?? []),
  };
  return prepareScore(options.criteria, some, scoreOptions(options));
}
