import type { PackingProblem } from "../solve/index.ts";
import { forGroups } from "./enumerate.ts";
import type { GroupScore } from "./score.ts";
import type { Seats } from "./seats.ts";
import type { Shape } from "./shape.ts";

/** Groups as columns of a packing. */
export interface GroupColumns {
  readonly columnStart: Int32Array;
  /** Seats of each group, ascending. */
  readonly rowAt: Int32Array;
  /** Micro-points of each group. */
  readonly scoreAt: Int32Array;
  /** Whether these are all groups that the rules and the shape allow. */
  readonly isAll: boolean;
}

/** Collects groups one by one. */
export interface Collector {
  readonly add: (seats: Int32Array, count: number, score: number) => void;
  readonly count: () => number;
  readonly columns: (isAll: boolean) => GroupColumns;
}

export function collector(): Collector {
  let starts = new Int32Array(1024);
  let scores = new Int32Array(1024);
  let rows = new Int32Array(4096);
  let count = 0;
  let entries = 0;
  return {
    add: (seats, length, score) => {
      if (count + 2 > starts.length) {
        starts = grown(starts);
        scores = grown(scores);
      }
      if (entries + length > rows.length) rows = grown(rows);
      for (let at = 0; at < length; at += 1) rows[entries++] = seats[at]!;
      scores[count] = score;
      starts[++count] = entries;
    },
    count: () => count,
    columns: (isAll) => ({
      columnStart: starts.slice(0, count + 1),
      rowAt: rows.slice(0, entries),
      scoreAt: scores.slice(0, count),
      isAll,
    }),
  };
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * array.length);
  longer.set(array);
  return longer;
}

/** All groups, or the first `most` of them. */
export function allColumns(seats: Seats, shape: Shape, score: GroupScore, most: number): GroupColumns {
  const found = collector();
  const isAll = forGroups(seats, shape, (members, count) => {
    if (found.count() >= most) return false;
    found.add(members, count, score.of(members, count));
    return true;
  });
  return found.columns(isAll);
}

/** The packing of groups: everybody in one at most; counting people of the sides that count, and worth their scores once a person. */
export function packingProblem(
  { all }: Seats,
  { columnStart, rowAt, scoreAt }: GroupColumns,
  counts: "mentees" | "mentors" | "both" | "nobody",
  mostCounted: number,
): PackingProblem {
  const isCounted = Uint8Array.from(all, ({ mentee, mentor }) =>
    counts === "both" || (counts === "mentees" && mentee >= 0) || (counts === "mentors" && mentor >= 0) ? 1 : 0,
  );
  const weightAt = Float64Array.from(
    scoreAt,
    (score, column) => score * (columnStart[column + 1]! - columnStart[column]!),
  );
  const problem = { rows: all.length, columnStart, rowAt, weightAt };
  if (counts === "nobody") return problem;
  const countAt = Int32Array.from(scoreAt, (_, column) => {
    let count = 0;
    for (let at = columnStart[column]!; at < columnStart[column + 1]!; at += 1) count += isCounted[rowAt[at]!]!;
    return count;
  });
  return { ...problem, countAt, mostCounted };
}

/** Most people of the sides that count whom groups of these sizes can hold, whatever the rules say. */
export function mostPlaced({ all }: Seats, shape: Shape, counts: "mentees" | "mentors" | "both"): number {
  const { people, mentees, mentors, isCircle } = shape;
  const menteeSeats = all.filter(({ mentee }) => mentee >= 0).length;
  const mentorSeats = all.filter(({ mentor }) => mentor >= 0).length;
  let most = 0;
  for (let groups = 1; groups * people[0] <= all.length; groups += 1) {
    if (groups * mentees[0] > menteeSeats || groups * mentors[0] > mentorSeats) break;
    const heldMentees = Math.min(menteeSeats, groups * mentees[1]);
    const heldMentors = Math.min(mentorSeats, groups * mentors[1]);
    const both = isCircle ? Math.min(all.length, groups * people[1]) : heldMentees + heldMentors;
    const held = { mentees: heldMentees, mentors: heldMentors, both: Math.min(both, groups * people[1]) };
    most = Math.max(most, held[counts]);
  }
  return most;
}
