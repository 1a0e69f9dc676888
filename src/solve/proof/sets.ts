import type { AssignmentProblem, LoadWitness, OptimalAssignment } from "../problem.ts";
import { fewestPartners, mostPartners, rejection } from "./loads.ts";

type SideName = "row" | "column";

/** Checks that the deficient sets leave no seat for another placed row or column; see `CoverageProof`. */
export function checkCoverage(
  problem: AssignmentProblem,
  assignment: OptimalAssignment,
  loads: Readonly<Record<SideName, Int32Array>>,
): void {
  const { coverage } = assignment.proof;
  if (problem.unmatched === "free") {
    if (coverage !== undefined) throw rejection("/proof/coverage", "expected none where staying alone costs nothing.");
    return;
  }
  if (coverage === undefined) throw rejection("/proof/coverage", "expected a deficient set per side.");
  for (const side of ["row", "column"] as const) {
    const path = side === "row" ? "/proof/coverage/rows" : "/proof/coverage/columns";
    const most = mostPlaced(problem, side, side === "row" ? coverage.rows : coverage.columns, path);
    const placed = loads[side].reduce((count, load) => (load > 0 ? count + 1 : count), 0);
    if (placed !== most) throw rejection(path, `the set does not prove that no more ${side}s can be placed.`);
  }
}

/** Most nodes of a side that a deficient set leaves to be placed. */
export function mostPlaced(problem: AssignmentProblem, side: SideName, set: Int32Array, path: string): number {
  const isIn = membersOf(problem, side, set, path);
  let most = countSeats(problem, side, isIn);
  for (let node = 0; node < isIn.length; node += 1) {
    const fewest = fewestPartners(problem, side, node);
    if (isIn[node] === 0) most += mostPartners(problem, side, node) > 0 ? 1 : 0;
    else if (fewest > 0) most += 1 - fewest;
  }
  return most;
}

/** Checks that the nodes of the witness need more partners than there are for them. */
export function checkWitness(problem: AssignmentProblem, { side, nodes, needed, available }: LoadWitness): void {
  const isIn = membersOf(problem, side, nodes, "/witness/nodes");
  let fewest = 0;
  let most = 0;
  for (const node of nodes) {
    fewest += fewestPartners(problem, side, node);
    most += mostPartners(problem, side, node);
  }
  if (fewest !== needed) throw rejection("/witness/needed", "expected the sum of the minimum loads.");
  if (Math.min(most, countSeats(problem, side, isIn)) !== available) {
    throw rejection("/witness/available", "expected the number of pairs that there are seats for.");
  }
  if (!(needed > available)) throw rejection("/witness", "expected more partners needed than available.");
}

/** Marks the nodes of a set, which must be ascending and within the side. */
function membersOf(problem: AssignmentProblem, side: SideName, nodes: Int32Array, path: string): Uint8Array {
  const isIn = new Uint8Array(side === "row" ? problem.rows : problem.columns);
  nodes.forEach((node, at) => {
    if (!(node < isIn.length && node > (at === 0 ? -1 : nodes[at - 1]!))) {
      throw rejection(`${path}/${at}`, `expected ${side} indices in ascending order.`);
    }
    isIn[node] = 1;
  });
  return isIn;
}

/** Most pairs that the marked nodes can have: each node of the other side is good for its capacity or its edges. */
function countSeats(problem: AssignmentProblem, side: SideName, isIn: Uint8Array): number {
  if (!isIn.includes(1)) return 0;
  return side === "row" ? seatsForRows(problem, isIn) : seatsForColumns(problem, isIn);
}

function seatsForRows(problem: AssignmentProblem, isIn: Uint8Array): number {
  const left = Int32Array.from({ length: problem.columns }, (_, column) => mostPartners(problem, "column", column));
  let open = left.reduce((count, seats) => (seats > 0 ? count + 1 : count), 0);
  let sum = 0;
  for (let row = 0; row < problem.rows && open > 0; row += 1) {
    if (isIn[row] === 0) continue;
    const [start, end] = edgesOf(problem, row);
    for (let edge = start; edge < end; edge += 1) {
      const column = columnOfEdge(problem, edge, start);
      if (column < 0 || left[column] === 0) continue;
      left[column]! -= 1;
      sum += 1;
      if (left[column] === 0) open -= 1;
    }
  }
  return sum;
}

function seatsForColumns(problem: AssignmentProblem, isIn: Uint8Array): number {
  let sum = 0;
  for (let row = 0; row < problem.rows; row += 1) {
    let left = mostPartners(problem, "row", row);
    const [start, end] = edgesOf(problem, row);
    for (let edge = start; edge < end && left > 0; edge += 1) {
      const column = columnOfEdge(problem, edge, start);
      if (column < 0 || isIn[column] === 0) continue;
      left -= 1;
      sum += 1;
    }
  }
  return sum;
}

function edgesOf(problem: AssignmentProblem, row: number): readonly [start: number, end: number] {
  if (problem.layout === "dense") return [row * problem.columns, (row + 1) * problem.columns];
  return [problem.rowStart[row]!, problem.rowStart[row + 1]!];
}

/** Column of an edge, -1 if the place of a matrix holds none. */
function columnOfEdge(problem: AssignmentProblem, edge: number, start: number): number {
  if (problem.layout === "sparse") return problem.columnAt[edge]!;
  return problem.weights[edge]! === -Infinity ? -1 : edge - start;
}
