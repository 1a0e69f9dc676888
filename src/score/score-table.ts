import type { Criterion } from "./criterion.ts";
import { NO_INFORMATION } from "./criterion.ts";
import { roundedRatio } from "./micro-points.ts";
import { fillRow, type Part } from "./pair-score.ts";
import { wholeWeights } from "./weights.ts";

/** What the criteria say of some pairs, kept so that other weights ask no criterion again. */
export interface ScoreTable {
  /**
   * The score of each kept pair, by its place, under other weights of the same criteria: to the micro-point what they give
   * when prepared anew. A criterion whose weight was 0 when the table was made stays out.
   *
   * @throws TersineError WEIGHTS_ALL_ZERO, LIMIT_WEIGHTS
   */
  readonly weigh: (criteria: readonly Criterion[]) => (pair: number) => number;
}

/** The pairs to keep: mentee `r` with the mentors `columnAt[p]` for `p` from `rowStart[r]` up to `rowStart[r + 1]`. */
export interface KeptPairs {
  readonly rowStart: Int32Array;
  readonly columnAt: Int32Array;
}

/** Asks every criterion about every kept pair once: O(mentors × mentees × criteria) time, 4 bytes a pair and criterion. */
export function tabulate(parts: readonly Part[], factor: number, mentors: number, pairs: KeptPairs): ScoreTable {
  const pointsOf = parts.map((part) => pointsAt(part, mentors, pairs));
  const percentsOf = parts.map((part) => percentsAt(part, pairs));
  return {
    weigh: (criteria) => {
      const whole = wholeWeights(criteria, factor);
      const weightOf = parts.map(({ name }) => whole[criteria.findIndex((each) => each.name === name)] ?? 0);
      return (pair) => {
        let sum = 0;
        let weights = 0;
        for (let part = 0; part < weightOf.length; part += 1) {
          const points = pointsOf[part]![pair]!;
          if (points === NO_INFORMATION) continue;
          const weight = weightOf[part]! * (percentsOf[part]?.[pair] ?? 1);
          sum += weight * points;
          weights += weight;
        }
        return weights === 0 ? 0 : roundedRatio(sum, weights);
      };
    },
  };
}

function pointsAt({ prepared, whenMissing }: Part, mentors: number, { rowStart, columnAt }: KeptPairs): Int32Array {
  const points = new Int32Array(columnAt.length);
  const row = new Int32Array(mentors);
  for (let mentee = 0; mentee + 1 < rowStart.length; mentee += 1) {
    if (rowStart[mentee] === rowStart[mentee + 1]) continue;
    fillRow(prepared, mentee, mentors, row);
    for (let pair = rowStart[mentee]!; pair < rowStart[mentee + 1]!; pair += 1) {
      const known = row[columnAt[pair]!]!;
      points[pair] = known === NO_INFORMATION ? whenMissing : known;
    }
  }
  return points;
}

/** What both people make of the weight together; the same unit for all criteria of a pair. */
function percentsAt({ percents }: Part, { rowStart, columnAt }: KeptPairs): Int32Array | undefined {
  if (percents === undefined) return undefined;
  const sums = new Int32Array(columnAt.length);
  for (let mentee = 0; mentee + 1 < rowStart.length; mentee += 1) {
    for (let pair = rowStart[mentee]!; pair < rowStart[mentee + 1]!; pair += 1) {
      sums[pair] = percents.mentors[columnAt[pair]!]! + percents.mentees[mentee]!;
    }
  }
  return sums;
}
