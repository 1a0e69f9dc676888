import { at } from "../base/at.ts";
import { problem as fault } from "../base/error.ts";
import { describeValue } from "../model/schema/describe.ts";
import type { Mentee, Mentor, Program } from "../model/program.ts";
import type { CandidateGraph } from "../rules/candidates/graph.ts";
import { FULL_SCORE } from "../score/criterion.ts";
import type { OptimalAssignment, SparseProblem } from "../solve/problem.ts";
import type { BoundedAssignment } from "../solve/quota/problem.ts";
import type { Pin } from "./pins.ts";
import type { PoolQuota } from "./quotas.ts";

/** People of which side the objective `coverage` counts. */
export type CoverageSide = "mentees" | "mentors" | "both";

/** When somebody gets a second partner, and a third. */
export interface FurtherPartners {
  /** Score from 0 to 1 that a pair must have unless it places somebody who counts. */
  readonly atLeast: number;
}

/**
 * What pairs are worth to one plan beside their scores, such as the days that somebody has been waiting. Scores, reasons and
 * rules know nothing of it: it decides which of the allowed pairs are chosen, and nothing else.
 */
export interface PairWorth {
  readonly name: string;
  /** Whole micro-points, below 0 too; asked at most once for each allowed pair, by mentee and then mentor. */
  readonly of: (mentor: Mentor, mentee: Mentee) => number;
  /** Distinguishes versions of the function in the manifest. */
  readonly version?: string;
}

/**
 * What the objective is asked beside its default: for `coverage` one side, or further partners only for good pairs; for
 * `coverage` and `score` what pairs are worth beside their scores.
 */
export interface Goal {
  readonly coverage?: CoverageSide;
  readonly furtherPartners?: FurtherPartners;
  readonly worth?: PairWorth;
}

/** Whether the goal is the plain one, which questions about prices know. */
export function isPlainGoal({ coverage = "both", furtherPartners, worth }: Goal): boolean {
  return coverage === "both" && furtherPartners === undefined && worth === undefined;
}

/** Refuses a question that knows the plain goal alone. */
export function checkPlainGoal({ coverage = "both", furtherPartners, worth }: Goal): void {
  checkNoWorth({ worth });
  if (coverage !== "both") {
    throw fault("OPTION_CONFLICT", "/coverage", "expected both sides to count: this question knows no other goal.");
  }
  if (furtherPartners !== undefined) {
    const message = "expected every pair to be worth its score: this question knows no other goal.";
    throw fault("OPTION_CONFLICT", "/furtherPartners", message);
  }
}

/** Refuses a question that takes a pair to be worth its score, or its score less what every other one is less too. */
export function checkNoWorth({ worth }: { readonly worth?: PairWorth | undefined }): void {
  if (worth === undefined) return;
  throw fault("OPTION_CONFLICT", "/worth", "expected no worth beside the score: this question knows scores alone.");
}

const MOST_WORTH = 1_000_000_000_000;

/** What each candidate pair is worth beside its score; `undefined` without such a worth. */
export function addedWorth(
  { worth }: Goal,
  { mentees, mentors }: Pick<Program, "mentees" | "mentors">,
  { rowStart, columnAt }: Pick<CandidateGraph, "rowStart" | "columnAt">,
): Float64Array | undefined {
  if (worth === undefined) return undefined;
  const addedAt = new Float64Array(columnAt.length);
  mentees.forEach((mentee, row) => {
    for (let edge = at(rowStart, row); edge < at(rowStart, row + 1); edge += 1) {
      addedAt[edge] = askedWorth(worth, at(mentors, at(columnAt, edge)), mentee, at(columnAt, edge), row);
    }
  });
  return addedAt;
}

function askedWorth({ name, of }: PairWorth, mentor: Mentor, mentee: Mentee, column: number, row: number): number {
  let added: unknown;
  try {
    added = of(mentor, mentee);
  } catch (cause) {
    throw fault("CRITERION_THREW", "/worth", `worth "${name}" threw for mentor ${column} and mentee ${row}.`, {
      cause,
    });
  }
  if (typeof added === "number" && Number.isSafeInteger(added) && Math.abs(added) <= MOST_WORTH) return added;
  const message = `worth "${name}": expected a whole number from -${MOST_WORTH} to ${MOST_WORTH} for mentor ${column} and mentee ${row}, got ${describeValue(added)}.`;
  throw fault("CRITERION_RESULT", "/worth", message);
}

/** How many of the placed people count. */
export function countedPeople(
  { coverage = "both" }: Goal,
  { placedRows, placedColumns }: Pick<OptimalAssignment, "placedRows" | "placedColumns">,
): number {
  return (coverage === "mentors" ? 0 : placedRows) + (coverage === "mentees" ? 0 : placedColumns);
}

/** Micro-points that a pair which places nobody has to bring: what each pair's worth is less than its score. */
export function lessOf({ furtherPartners }: Goal): number {
  return furtherPartners === undefined ? 0 : Math.round(furtherPartners.atLeast * FULL_SCORE);
}

/** The total score of a choice whose total is in the goal's worth. */
export function scoreOf(goal: Goal, { total, rowOf }: Pick<OptimalAssignment, "total" | "rowOf">): number {
  return total + lessOf(goal) * rowOf.length;
}

/** People who are placed whatever the choice, as those of a side that does not count are, and their partners. */
export function heldPeople(
  { coverage = "both" }: Goal,
  { rows, columns }: Pick<SparseProblem, "rows" | "columns">,
): number {
  return coverage === "both" ? 0 : 2 * (coverage === "mentees" ? columns : rows);
}

/** A problem as the goal sees it, still a network. */
export interface GoalProblem {
  readonly problem: SparseProblem;
  readonly pins: readonly Pin[];
  readonly quotas: readonly PoolQuota[];
}

/**
 * The problem of a goal in the form that counts both sides.
 *
 * Each pair is worth its score less `atLeast`: as much as if everybody's further partners cost half of it each, a concave
 * worth, and all that counts where people come first. What pairs are worth beside is added. A side that does not count gets one seat more for each person, with a
 * partner of their own who must take it: so all of that side are always placed, and only the other side is left to count.
 */
export function goalProblem(
  goal: Goal,
  plain: SparseProblem,
  people: Pick<Program, "mentees" | "mentors">,
  pins: readonly Pin[],
  quotas: readonly PoolQuota[],
): GoalProblem {
  const problem = withGoalWeights(goal, plain, people);
  if (goal.coverage === "mentees") return { problem: holdColumns(problem), pins, quotas };
  return goal.coverage === "mentors" ? holdRows(problem, pins, quotas) : { problem, pins, quotas };
}

function withGoalWeights(
  goal: Goal,
  plain: SparseProblem,
  people: Pick<Program, "mentees" | "mentors">,
): SparseProblem {
  const less = lessOf(goal);
  const addedAt = addedWorth(goal, people, plain);
  if (addedAt !== undefined) {
    return { ...plain, weightAt: addedAt.map((added, edge) => at(plain.weightAt, edge) - less + added) };
  }
  return less === 0 ? plain : { ...plain, weightAt: plain.weightAt.map((weight) => weight - less) };
}

/** A row for each column, behind all others, that takes the first seat of that column alone. */
function holdColumns(problem: SparseProblem): SparseProblem {
  const { rows, columns, rowStart, columnAt, weightAt } = problem;
  const edges = columnAt.length;
  const start = Int32Array.from({ length: rows + columns + 1 }, (_, row) =>
    row <= rows ? at(rowStart, row) : edges + row - rows,
  );
  return {
    ...problem,
    rows: rows + columns,
    rowStart: start,
    columnAt: joined(
      columnAt,
      Int32Array.from({ length: columns }, (_, column) => column),
    ),
    weightAt: joined(weightAt, new Int32Array(columns)),
    ...boundsWith(problem, "column"),
  };
}

/** A column for each row, behind all others; the edges of later rows move. */
function holdRows(problem: SparseProblem, pins: readonly Pin[], quotas: readonly PoolQuota[]): GoalProblem {
  const { rows, columns, rowStart, columnAt, weightAt } = problem;
  const column = new Int32Array(columnAt.length + rows);
  const weight = new Float64Array(columnAt.length + rows);
  const moved = new Int32Array(columnAt.length);
  for (let row = 0; row < rows; row += 1) {
    const [from, to] = [at(rowStart, row), at(rowStart, row + 1)];
    for (let edge = from; edge < to; edge += 1) {
      moved[edge] = edge + row;
      column[edge + row] = at(columnAt, edge);
      weight[edge + row] = at(weightAt, edge);
    }
    column[to + row] = columns + row;
  }
  return {
    problem: {
      ...problem,
      columns: columns + rows,
      rowStart: rowStart.map((edge, row) => edge + row),
      columnAt: column,
      weightAt: weight,
      ...boundsWith(problem, "row"),
    },
    pins: pins.map((pin) => ({ ...pin, edge: at(moved, pin.edge) })),
    quotas: quotas.map((quota) => ({ ...quota, edges: quota.edges.map((edge) => at(moved, edge)) })),
  };
}

type Bounds = Required<Pick<SparseProblem, "rowCapacity" | "columnCapacity" | "rowMinimum" | "columnMinimum">>;

/** One seat more for everybody of a side, who must take it; and one for each of those who take it. */
function boundsWith(problem: SparseProblem, held: "row" | "column"): Bounds {
  const { rows, columns } = problem;
  const nodes = held === "row" ? rows : columns;
  const ones = new Int32Array(nodes).fill(1);
  const all = (given: Int32Array | undefined, count: number, otherwise: number): Int32Array =>
    given ?? new Int32Array(count).fill(otherwise);
  const ofSide = (
    side: "row" | "column",
    given: Int32Array | undefined,
    count: number,
    otherwise: number,
  ): Int32Array =>
    side === held ? all(given, count, otherwise).map((bound) => bound + 1) : joined(all(given, count, otherwise), ones);
  return {
    rowCapacity: ofSide("row", problem.rowCapacity, rows, 1),
    rowMinimum: ofSide("row", problem.rowMinimum, rows, 0),
    columnCapacity: ofSide("column", problem.columnCapacity, columns, 1),
    columnMinimum: ofSide("column", problem.columnMinimum, columns, 0),
  };
}

function joined(a: Int32Array, b: Int32Array): Int32Array;
function joined(a: Int32Array | Float64Array, b: Int32Array): Int32Array | Float64Array;
function joined(a: Int32Array | Float64Array, b: Int32Array): Int32Array | Float64Array {
  const all = a instanceof Int32Array ? new Int32Array(a.length + b.length) : new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

type Solved = OptimalAssignment | BoundedAssignment;

/** The answer to the problem of a goal, without the partners that held a side; totals stay in the goal's worth. */
export function fromGoal<Answer extends Solved>(answer: Answer, goal: Goal, { rows, columns }: SparseProblem): Answer;
export function fromGoal(answer: Solved, goal: Goal, { rows, columns }: SparseProblem): Solved {
  const { coverage = "both" } = goal;
  if (coverage === "both") return answer;
  const kept = [...answer.rowOf.keys()].filter(
    (pair) => at(answer.rowOf, pair) < rows && at(answer.columnOf, pair) < columns,
  );
  const [rowOf, columnOf] = [answer.rowOf, answer.columnOf].map((list) =>
    Int32Array.from(kept, (pair) => at(list, pair)),
  );
  const real = {
    rowOf: rowOf ?? new Int32Array(),
    columnOf: columnOf ?? new Int32Array(),
    placedRows: new Set(rowOf).size,
    placedColumns: new Set(columnOf).size,
  };
  if (answer.proof.kind === "bound") {
    const { placed } = answer.proof;
    const held = heldPeople(goal, { rows, columns });
    const proof = {
      ...answer.proof,
      ...(placed === undefined ? {} : { placed: { ...placed, nodes: placed.nodes - held } }),
    };
    return { ...answer, ...real, proof } as BoundedAssignment;
  }
  return { ...answer, ...real, proof: pricesWithout(answer.proof, coverage, rows, columns) } as OptimalAssignment;
}

function pricesWithout(
  proof: OptimalAssignment["proof"],
  coverage: CoverageSide,
  rows: number,
  columns: number,
): OptimalAssignment["proof"] {
  const { coverage: sets } = proof;
  const none = new Int32Array();
  return {
    ...proof,
    rowPrice: proof.rowPrice.slice(0, rows),
    columnPrice: proof.columnPrice.slice(0, columns),
    ...(sets === undefined
      ? {}
      : {
          coverage: {
            rows: coverage === "mentors" ? none : sets.rows.filter((row) => row < rows),
            columns: coverage === "mentees" ? none : sets.columns.filter((column) => column < columns),
          },
        }),
  };
}
