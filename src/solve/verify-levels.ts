import { fewestPartners, mostPartners, rejection } from "./verify-bounds.ts";
import { edgesOf, type EdgeList } from "./edge-list.ts";
import type { FairAssignment, LevelPrices } from "./fair-problem.ts";
import type { AssignmentProblem } from "./problem.ts";

/**
 * Throws a `TersineError` of code `PROOF_REJECTED` unless the assignment is proved fair; part of `verifyOptimality`.
 *
 * Replays the chain of `LevelsProof`: the assignment must satisfy every relation between the prices of a goal and the
 * choices that are left, all with ===, and then only the choices that satisfy them too are left for the next goal. So
 * no choice is better for the first goal, none that is as good there is better for the second, and so on; and at the end
 * no pair is left whose weight was not accounted for. Nothing is taken over from the solver but the list of edges.
 *
 * O(edges + levels x (nodes + open edges)).
 */
export function checkFair(problem: AssignmentProblem, assignment: FairAssignment): void {
  const fault = faultOfFair(problem, assignment);
  if (fault !== undefined) throw rejection("", fault);
}

/** What is wrong, in one sentence. */
function faultOfFair(problem: AssignmentProblem, assignment: FairAssignment): string | undefined {
  const edges = edgesOf(problem);
  const isChosen = chosenEdges(edges, assignment);
  if (isChosen === undefined) return "a pair is not an edge, comes twice, or is out of order.";
  const replay = startReplay(problem, edges, isChosen);
  return (
    faultOfLoads(replay) ??
    faultOfCounts(assignment, replay) ??
    faultOfGoal(replay, assignment.proof.placed, 1, () => 0) ??
    faultOfGoal(replay, assignment.proof.pairs, 0, () => 1) ??
    faultOfLevels(replay, assignment)
  );
}

interface Replay extends EdgeList {
  readonly rows: number;
  readonly isChosen: Uint8Array;
  /** Loads of the rows, then of the columns; so are the bounds, which narrow from goal to goal. */
  readonly load: Int32Array;
  readonly lowest: Int32Array;
  readonly highest: Int32Array;
  /** Edges that best choices of the goals so far may differ in. */
  openEdges: Int32Array;
}

function chosenEdges({ rowAt, columnAt }: EdgeList, { rowOf, columnOf }: FairAssignment): Uint8Array | undefined {
  const isChosen = new Uint8Array(rowAt.length);
  let pair = 0;
  for (let edge = 0; edge < rowAt.length; edge++) {
    if (rowOf[pair] !== rowAt[edge] || columnOf[pair] !== columnAt[edge]) continue;
    isChosen[edge] = 1;
    pair++;
  }
  return pair === rowOf.length && pair === columnOf.length ? isChosen : undefined;
}

function startReplay(problem: AssignmentProblem, edges: EdgeList, isChosen: Uint8Array): Replay {
  const { rows, columns } = problem;
  const nodes = rows + columns;
  const load = new Int32Array(nodes);
  isChosen.forEach((chosen, edge) => {
    load[edges.rowAt[edge]!]! += chosen;
    load[rows + edges.columnAt[edge]!]! += chosen;
  });
  const boundOf = (bound: typeof mostPartners): Int32Array =>
    Int32Array.from({ length: nodes }, (_, node) =>
      node < rows ? bound(problem, "row", node) : bound(problem, "column", node - rows),
    );
  const [lowest, highest] = [boundOf(fewestPartners), boundOf(mostPartners)];
  return { ...edges, rows, isChosen, load, lowest, highest, openEdges: Int32Array.from(isChosen.keys()) };
}

function faultOfLoads({ load, lowest, highest }: Replay): string | undefined {
  const within = load.every((partners, node) => partners >= lowest[node]! && partners <= highest[node]!);
  return within ? undefined : "a load is not between the minimum and the capacity.";
}

function faultOfCounts(assignment: FairAssignment, { rows, load, weightAt, isChosen }: Replay): string | undefined {
  const placed = (loads: Int32Array): number => loads.filter((partners) => partners > 0).length;
  if (assignment.placedRows !== placed(load.subarray(0, rows))) return "the number of placed rows is wrong.";
  if (assignment.placedColumns !== placed(load.subarray(rows))) return "the number of placed columns is wrong.";
  let total = 0;
  for (let edge = 0; edge < isChosen.length; edge++) if (isChosen[edge] === 1) total += weightAt[edge]!;
  return assignment.total === total ? undefined : "the total is not the sum of the chosen weights.";
}

/** Checks the prices of one goal and leaves the choices that are best for it. */
function faultOfGoal(
  replay: Replay,
  prices: LevelPrices,
  placement: 0 | 1,
  worth: (edge: number) => number,
): string | undefined {
  const { rows, rowAt, columnAt, isChosen, load, lowest, highest } = replay;
  const priceOf = spread(prices, rows, load.length);
  if (priceOf === undefined) return "the prices of a goal are not lists of whole numbers for different nodes.";
  const { openEdges } = replay;
  let open = 0;
  for (const edge of openEdges) {
    const slack = priceOf[rowAt[edge]!]! + priceOf[rows + columnAt[edge]!]! - worth(edge);
    if (slack === 0) openEdges[open++] = edge;
    else if (slack < 0 !== (isChosen[edge] === 1)) return "an edge's slack has the wrong sign.";
  }
  replay.openEdges = openEdges.subarray(0, open);
  for (let node = 0; node < load.length; node++) {
    const [least, most] = bestLoads(priceOf[node]!, placement, lowest[node]!, highest[node]!);
    if (load[node]! < least || load[node]! > most) return "a load does not fit the price of its node.";
    lowest[node] = least;
    highest[node] = most;
  }
  return undefined;
}

/** The loads from `least` to `most` for which price x load, and `placement` if the load is not 0, is largest. */
function bestLoads(price: number, placement: 0 | 1, least: number, most: number): readonly [number, number] {
  const atLeastOne = Math.max(least, Math.min(1, most));
  if (price > 0) return [most, most];
  if (price === 0) return [placement === 1 ? atLeastOne : least, most];
  if (price > -placement) return [atLeastOne, atLeastOne];
  return [least, price === -placement ? atLeastOne : least];
}

/** Prices of all rows, then all columns. */
function spread(prices: LevelPrices, rows: number, nodes: number): Int32Array | undefined {
  const priceOf = new Int32Array(nodes);
  if (prices.rows.length !== prices.rowPrice.length) return undefined;
  if (prices.columns.length !== prices.columnPrice.length) return undefined;
  if (!ascend(prices.rows, rows) || !ascend(prices.columns, nodes - rows)) return undefined;
  prices.rows.forEach((row, at) => (priceOf[row] = prices.rowPrice[at]!));
  prices.columns.forEach((column, at) => (priceOf[rows + column] = prices.columnPrice[at]!));
  return priceOf;
}

function ascend(indices: Int32Array, count: number): boolean {
  return indices.every((index, at) => index >= 0 && index < count && (at === 0 || indices[at - 1]! < index));
}

function faultOfLevels(replay: Replay, { proof }: FairAssignment): string | undefined {
  const { weightAt, isChosen } = replay;
  const countOf = new Map<number, number>();
  isChosen.forEach((chosen, edge) => {
    if (chosen === 1) countOf.set(weightAt[edge]!, (countOf.get(weightAt[edge]!) ?? 0) + 1);
  });
  let last = -Infinity;
  for (const level of proof.levels) {
    if (!(level.weight > last)) return "the levels do not ascend.";
    if (level.count !== (countOf.get(level.weight) ?? 0)) return "the count of a level is wrong.";
    if (!avoidsBetween(replay, last, level.weight)) return "a chosen pair between two levels is not accounted for.";
    const fault = faultOfGoal(replay, level, 0, (edge) => (weightAt[edge] === level.weight ? -1 : 0));
    if (fault !== undefined) return fault;
    last = level.weight;
  }
  return avoidsBetween(replay, last, Infinity) ? undefined : "a chosen pair above the last level is not accounted for.";
}

/** Closes the open edges with a weight between the two; false if one of them is chosen, as it might be avoidable. */
function avoidsBetween(replay: Replay, above: number, below: number): boolean {
  const { weightAt, isChosen, openEdges } = replay;
  let open = 0;
  for (const edge of openEdges) {
    const weight = weightAt[edge]!;
    if (weight <= above || weight >= below) openEdges[open++] = edge;
    else if (isChosen[edge] === 1) return false;
  }
  replay.openEdges = openEdges.subarray(0, open);
  return true;
}
