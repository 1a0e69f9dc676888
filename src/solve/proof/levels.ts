import type { Steps } from "../../base/steps.ts";
import { fewestPartners, mostPartners, rejection } from "./loads.ts";
import type { FairAssignment, Level, LevelPrices } from "../fair/problem.ts";
import type { AssignmentProblem } from "../problem.ts";

/**
 * Throws a `TersineError` of code `PROOF_REJECTED` unless the assignment is proved fair; part of `verifyOptimality`.
 *
 * Replays the chain of `LevelsProof`: the assignment must satisfy every relation between the prices of a goal and the
 * choices that are left, all with ===, and then only the choices that satisfy them too are left for the next goal. So
 * no choice is better for the first goal, none that is as good there is better for the second, and so on; and at the end
 * no pair is left whose weight was not accounted for. Nothing is taken over from the solver but the list of edges.
 *
 * O(edges + levels x (nodes + open edges)). Can be paused between two levels.
 */
export function* checkFair(problem: AssignmentProblem, assignment: FairAssignment): Steps<void, number> {
  const { proof } = assignment;
  const edges = listEdges(problem);
  const isChosen = chosenEdges(edges, assignment);
  if (isChosen === undefined) throw rejection("/rowOf", "a pair is not an edge, comes twice, or is out of order.");
  const replay = startReplay(problem, edges, isChosen);
  expectSound(faultOfLoads(replay) ?? faultOfCounts(assignment, replay));
  yield 0;
  expectSound(
    faultOfGoal(replay, proof.placed, 1, { ofPair: 0 }) ?? faultOfGoal(replay, proof.pairs, 0, { ofPair: 1 }),
  );
  yield 0;
  const countOf = countsByWeight(replay);
  let last = -Infinity;
  for (const level of proof.levels) {
    expectSound(faultOfLevel(replay, level, last, countOf));
    last = level.weight;
    yield 0;
  }
  if (!avoidsBetween(replay, last, Infinity))
    throw rejection("", "a chosen pair above the last level is not accounted for.");
}

function expectSound(fault: string | undefined): void {
  if (fault !== undefined) throw rejection("", fault);
}

/** The ends of all edges, sorted by row, then column, and their weights. */
interface EdgeList {
  readonly rowAt: Int32Array;
  readonly columnAt: Int32Array;
  readonly weightAt: Int32Array | Float64Array;
}

function listEdges(problem: AssignmentProblem): EdgeList {
  const { rows, columns } = problem;
  const isDense = problem.layout === "dense";
  const places = isDense ? rows * columns : problem.columnAt.length;
  const rowAt = new Int32Array(places);
  const columnAt = new Int32Array(places);
  const weightAt = new Float64Array(places);
  let edges = 0;
  for (let row = 0; row < rows; row += 1) {
    const from = isDense ? row * columns : problem.rowStart[row]!;
    const until = isDense ? from + columns : problem.rowStart[row + 1]!;
    for (let place = from; place < until; place += 1) {
      const weight = isDense ? problem.weights[place]! : problem.weightAt[place]!;
      if (weight === -Infinity) continue;
      rowAt[edges] = row;
      columnAt[edges] = isDense ? place - from : problem.columnAt[place]!;
      weightAt[edges] = weight;
      edges += 1;
    }
  }
  return {
    rowAt: rowAt.subarray(0, edges),
    columnAt: columnAt.subarray(0, edges),
    weightAt: weightAt.subarray(0, edges),
  };
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
  const openEdges = new Int32Array(isChosen.length);
  for (let edge = 0; edge < isChosen.length; edge++) {
    openEdges[edge] = edge;
    if (isChosen[edge] === 0) continue;
    load[edges.rowAt[edge]!]!++;
    load[rows + edges.columnAt[edge]!]!++;
  }
  const boundOf = (bound: typeof mostPartners): Int32Array =>
    Int32Array.from({ length: nodes }, (_, node) =>
      node < rows ? bound(problem, "row", node) : bound(problem, "column", node - rows),
    );
  const [lowest, highest] = [boundOf(fewestPartners), boundOf(mostPartners)];
  return { ...edges, rows, isChosen, load, lowest, highest, openEdges };
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

/** What a goal counts: every pair as `ofPair`, those of the weight `level` as -1. */
interface Worth {
  readonly ofPair: 0 | 1;
  readonly level?: number;
}

/** Checks the prices of one goal and leaves the choices that are best for it. */
function faultOfGoal(
  replay: Replay,
  prices: LevelPrices,
  placement: 0 | 1,
  { ofPair, level }: Worth,
): string | undefined {
  const { rows, rowAt, columnAt, weightAt, isChosen, load, lowest, highest } = replay;
  const priceOf = spread(prices, rows, load.length);
  if (priceOf === undefined) return "the prices of a goal are not lists of whole numbers for different nodes.";
  const { openEdges } = replay;
  let open = 0;
  for (let at = 0; at < openEdges.length; at++) {
    const edge = openEdges[at]!;
    const worth = weightAt[edge] === level ? -1 : ofPair;
    const slack = priceOf[rowAt[edge]!]! + priceOf[rows + columnAt[edge]!]! - worth;
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

function faultOfLevel(
  replay: Replay,
  level: Level,
  last: number,
  countOf: ReadonlyMap<number, number>,
): string | undefined {
  const { weight, count } = level;
  if (!(weight > last)) return "the levels do not ascend.";
  if (count !== (countOf.get(weight) ?? 0)) return "the count of a level is wrong.";
  if (!avoidsBetween(replay, last, weight)) return "a chosen pair between two levels is not accounted for.";
  return faultOfGoal(replay, level, 0, { ofPair: 0, level: weight });
}

function countsByWeight({ weightAt, isChosen }: Replay): ReadonlyMap<number, number> {
  const countOf = new Map<number, number>();
  for (let edge = 0; edge < isChosen.length; edge++) {
    if (isChosen[edge] === 1) countOf.set(weightAt[edge]!, (countOf.get(weightAt[edge]!) ?? 0) + 1);
  }
  return countOf;
}

/** Closes the open edges with a weight between the two; false if one of them is chosen, as it might be avoidable. */
function avoidsBetween(replay: Replay, above: number, below: number): boolean {
  const { weightAt, isChosen, openEdges } = replay;
  let open = 0;
  for (let at = 0; at < openEdges.length; at++) {
    const edge = openEdges[at]!;
    const weight = weightAt[edge]!;
    if (weight <= above || weight >= below) openEdges[open++] = edge;
    else if (isChosen[edge] === 1) return false;
  }
  replay.openEdges = openEdges.subarray(0, open);
  return true;
}
