import { throwIssues, type ErrorCode, type TersineIssue } from "../../base/error.ts";
import type { OptimalAssignment } from "../problem.ts";

/** One preference list per node of a side, in compressed form; what a list leaves out is unacceptable to its node. */
export interface PreferenceLists {
  /** Node `n` owns the choices from `start[n]` up to, not including, `start[n + 1]`. Length: nodes of this side + 1. */
  readonly start: Int32Array;
  /** Nodes of the other side, best first; each at most once in a list. */
  readonly choiceAt: Int32Array;
}

/**
 * Two sides that rank each other, strictly. A row and a column are *acceptable* partners if each is on the other's list;
 * an entry that is not returned is allowed and has no effect.
 */
export interface StableProblem {
  readonly rows: number;
  readonly columns: number;
  /** What each row thinks of the columns. */
  readonly rowPreferences: PreferenceLists;
  /** What each column thinks of the rows. */
  readonly columnPreferences: PreferenceLists;
  /** Most partners of a row, length `rows`. @default 1 each */
  readonly rowCapacity?: Int32Array;
  /** Most partners of a column, length `columns`. @default 1 each */
  readonly columnCapacity?: Int32Array;
  /**
   * Weight of each entry of `rowPreferences.choiceAt`: summed into `total`, without influence on the choice.
   * @default 0 each
   */
  readonly weightAt?: Int32Array | Float64Array;
}

/** Which side makes the offers: that side gets its best stable result, the other its worst. */
export type Proposer = "rows" | "columns";

/** A stable choice of pairs; the shape is that of every other objective. */
export interface StableAssignment extends Omit<OptimalAssignment, "proof"> {
  readonly proof: NoBlockingPairProof;
}

/**
 * How far down its list each node would still take a new partner: only choices *before* the cutoff. It is the position of
 * the worst partner if the node is full (0 for capacity 0) and the length of the list if a seat is free. The choice is
 * stable exactly if every acceptable pair that is not chosen is at or behind a cutoff at one of its ends.
 */
export interface NoBlockingPairProof {
  readonly kind: "noBlockingPair";
  readonly proposer: Proposer;
  /** Positions in the rows' lists, from 0. Length `rows`. */
  readonly rowCutoff: Int32Array;
  /** Positions in the columns' lists, from 0. Length `columns`. */
  readonly columnCutoff: Int32Array;
}

/** A reader who has this many problems listed does not need the rest. */
const MOST_ISSUES = 100;

/**
 * Throws one `TersineError` that lists what is wrong with the shape, each with its position: lists of unequal length,
 * choices out of range or named twice, capacities below 0, weights that are not finite. O(entries of both sides).
 */
export function checkStableProblem(problem: StableProblem): void {
  const issues: TersineIssue[] = [];
  const report = (code: ErrorCode, path: string, message: string): void => {
    if (issues.length < MOST_ISSUES) issues.push({ code, path, message });
  };
  for (const side of ["rows", "columns"] as const) {
    if (!Number.isSafeInteger(problem[side]) || problem[side] < 0) {
      report("NUMBER_RANGE", `/${side}`, "expected a whole number of at least 0.");
    }
  }
  throwIssues(issues);
  const { rows, columns } = problem;
  checkLists(problem.rowPreferences, "/rowPreferences", rows, columns, report);
  checkLists(problem.columnPreferences, "/columnPreferences", columns, rows, report);
  checkCapacities(problem.rowCapacity, "/rowCapacity", rows, report);
  checkCapacities(problem.columnCapacity, "/columnCapacity", columns, report);
  checkWeights(problem, report);
  throwIssues(issues);
}

type Report = (code: ErrorCode, path: string, message: string) => void;

function checkLists(lists: PreferenceLists, path: string, nodes: number, others: number, report: Report): void {
  const { start, choiceAt } = lists;
  if (start.length !== nodes + 1) {
    report("PREFERENCES_SHAPE", `${path}/start`, `expected length ${nodes + 1}, got ${start.length}.`);
    return;
  }
  if (start[0] !== 0) report("PREFERENCES_SHAPE", `${path}/start/0`, "expected 0.");
  if (start[nodes] !== choiceAt.length) {
    report("PREFERENCES_SHAPE", `${path}/start/${nodes}`, `expected the number of choices, ${choiceAt.length}.`);
  }
  const lastNodeThatChose = new Int32Array(others).fill(-1);
  for (let node = 0; node < nodes; node++) {
    if (start[node + 1]! < start[node]!) {
      report("PREFERENCES_SHAPE", `${path}/start/${node + 1}`, "expected at least the entry before it.");
      return;
    }
    const end = Math.min(start[node + 1]!, choiceAt.length);
    for (let entry = Math.max(start[node]!, 0); entry < end; entry++) {
      const choice = choiceAt[entry]!;
      if (choice < 0 || choice >= others) {
        report("PREFERENCES_SHAPE", `${path}/choiceAt/${entry}`, `expected an index below ${others}.`);
      } else if (lastNodeThatChose[choice] === node) {
        report("PREFERENCES_SHAPE", `${path}/choiceAt/${entry}`, `named twice in list ${node}.`);
      } else {
        lastNodeThatChose[choice] = node;
      }
    }
  }
}

function checkCapacities(capacity: Int32Array | undefined, path: string, nodes: number, report: Report): void {
  if (capacity === undefined) return;
  if (capacity.length !== nodes) {
    report("PREFERENCES_SHAPE", path, `expected length ${nodes}, got ${capacity.length}.`);
  }
  capacity.forEach((seats, node) => {
    if (seats < 0) report("NUMBER_RANGE", `${path}/${node}`, "expected a whole number of at least 0.");
  });
}

function checkWeights({ weightAt, rowPreferences }: StableProblem, report: Report): void {
  if (weightAt === undefined) return;
  const entries = rowPreferences.choiceAt.length;
  if (weightAt.length !== entries) {
    report("PREFERENCES_SHAPE", "/weightAt", `expected length ${entries}, got ${weightAt.length}.`);
  }
  weightAt.forEach((weight, entry) => {
    if (!Number.isFinite(weight)) report("NUMBER_NOT_FINITE", `/weightAt/${entry}`, "expected a finite number.");
  });
}
