import { asPublic } from "../../base/public.ts";
import { problem as fault } from "../../base/error.ts";
import { drain, SLICE, type Steps } from "../../base/steps.ts";
import { edgesOf, type EdgeList } from "../graph.ts";
import { keepFirstPairs } from "./canonical.ts";
import { narrowToBest, pricesOf } from "./narrow.ts";
import { boundsOf } from "../bounds.ts";
import { dropClosedEdges, emptyNetwork, release, type LoadBounds, type Network } from "./network.ts";
import type { FairAssignment, FairResult, Level, LevelsProof } from "./problem.ts";
import { route, routeScratch, type RouteScratch } from "./route.ts";
import { checkAnswer } from "../check-answer.ts";
import { loadWitness } from "./witness.ts";
import type { AssignmentProblem } from "../problem.ts";
import { validateProblem } from "../validate-problem.ts";
import { verifySteps } from "../proof/verify.ts";
import { rankWeights, type WeightRanks } from "./weight-ranks.ts";

export interface FairOptions {
  /**
   * Which of several fair choices: `canonical` is the one whose list of pairs, by row and then column, comes first in
   * the sense that each edge in that order is kept if some fair choice has it and all edges kept before. `any` is
   * deterministic too, but depends on the method. @default "any"
   */
  readonly ties?: "any" | "canonical";
  /** Whether the answer is checked by `verifyOptimality` before it is returned. @default true */
  readonly verify?: boolean;
}

/**
 * The fair choice: most rows and columns with a partner, then most pairs, then the ascending list of chosen weights
 * lexicographically largest (leximin: the worst pair as good as possible, then the second worst, and so on).
 *
 * Capacities and minimum loads hold on both sides; `unmatched: "never"` demands a partner for each row. Only comparisons
 * of weights count, so finite doubles are as exact as whole numbers. `total` is the sum of the chosen weights and is no
 * part of the goal.
 *
 * Method: a chain of minimum-cost flows. Each goal is solved among the choices that are best for all goals before it;
 * the optimal potentials close some edges and narrow some loads, which leaves a problem of the same form. Weights are
 * visited in ascending order: the pairs of a weight are taken out and routed again at cost 1 for an edge of that weight
 * and 0 for any heavier one; what has to come back cannot be avoided.
 *
 * Work (arcs looked at): every routing phase places a pair and looks at each arc of the open network at most a few
 * times, so at most O(pairs x (edges + nodes)) for a weight that is in use when it is visited. There are no more of these
 * than different weights; closing edges makes it far less in practice.
 *
 * @throws TersineError what `solveAssignment` throws for a malformed problem, and `OPTION_CONFLICT` for `unmatched: "free"`, which would contradict the first goal
 */
export function solveFair(problem: AssignmentProblem, options: FairOptions = {}): FairResult {
  return asPublic("solveFair", () => {
    validateProblem(problem);
    return drain(fairSteps(problem, options));
  });
}

/** `solveFair` for graphs that are sound by their making; tells the arcs looked at so far. */
export function* fairSteps(problem: AssignmentProblem, options: FairOptions = {}): Steps<FairResult, number> {
  if (problem.unmatched === "free") {
    throw fault("OPTION_CONFLICT", "/unmatched", 'expected "last" or "never": the fair choice places most first.');
  }
  const edges = edgesOf(problem);
  yield 0;
  const ranks = rankWeights(edges.weightAt);
  yield 0;
  const network = emptyNetwork(edges, ranks.edgeAt, loadBoundsOf(problem));
  yield 0;
  const result = yield* chooseFairly(network, edges, ranks, options.ties ?? "any");
  yield result.work;
  if (options.verify ?? true) yield* checkAnswer(verifySteps(problem, result), result.work);
  return result;
}

/** Meets one goal after the other; after each only the choices that are best for it are left. */
function* chooseFairly(
  network: Network,
  edges: EdgeList,
  ranks: WeightRanks,
  ties: "any" | "canonical",
): Steps<FairResult, number> {
  const withoutSeat = network.lowest.findIndex((least, node) => least > network.highest[node]!);
  if (withoutSeat >= 0) {
    const witness = { side: "row", nodes: Int32Array.of(withoutSeat), needed: 1, available: 0 } as const;
    return { status: "infeasible", witness, work: 0 };
  }
  const scratch = routeScratch(network);
  placeMost(network);
  if (!(yield* route(network, scratch))) {
    return { status: "infeasible", witness: loadWitness(network, scratch.distance), work: network.work };
  }
  const placed = pricesOf(network);
  narrowToBest(network);
  yield network.work;
  pairMost(network);
  expectRouted(yield* route(network, scratch));
  const pairs = pricesOf(network);
  const openEdges = narrowToBest(network);
  yield network.work;
  const levels = yield* levelsOf(network, scratch, ranks, openEdges);
  if (ties === "canonical") yield* keepFirstPairs(network, scratch);
  return assignmentOf(network, edges, { kind: "levels", placed, pairs, levels });
}

function loadBoundsOf(problem: AssignmentProblem): LoadBounds {
  const { row, column } = boundsOf(problem);
  const lowest = new Int32Array(problem.rows + problem.columns);
  lowest.set(row.minimum);
  lowest.set(column.minimum, problem.rows);
  const highest = new Int32Array(lowest.length);
  highest.set(row.capacity);
  highest.set(column.capacity, problem.rows);
  return { lowest, highest };
}

/** Asks for a partner of every row and column that may have one, and for the minimum loads. */
function placeMost(network: Network): void {
  const { rows, hub, load, lowest, highest, excess } = network;
  network.goal = "placed";
  for (let node = 0; node < hub; node++) {
    const seats = Math.max(lowest[node]!, Math.min(1, highest[node]!));
    load[node] = seats;
    excess[node] = node < rows ? seats : -seats;
    excess[hub]! += node < rows ? -seats : seats;
  }
}

/** Asks for most pairs without losing a placed node: all rows want all partners they may have, and give back at a cost. */
function pairMost(network: Network): void {
  const { rows, hub, load, highest, excess } = network;
  startGoal(network, "pairs");
  for (let row = 0; row < rows; row++) {
    const more = highest[row]! - load[row]!;
    load[row] = highest[row]!;
    excess[row] = more;
    excess[hub]! -= more;
  }
}

function startGoal(network: Network, goal: "pairs" | "level"): void {
  network.goal = goal;
  network.potential.fill(0);
}

function expectRouted(routed: boolean): void {
  if (!routed) throw fault("INTERNAL", "", "a choice that existed was not found again.");
}

/** Avoids the weights in ascending order as far as possible; lists those that cannot be avoided altogether. */
function* levelsOf(
  network: Network,
  scratch: RouteScratch,
  ranks: WeightRanks,
  openAtStart: number,
): Steps<Level[], number> {
  const { weights, start } = ranks;
  const levels: Level[] = [];
  let openEdges = openAtStart;
  let closedInLists = 0;
  let pause = RANKED_EDGES;
  for (let rank = 0; rank < weights.length; rank++) {
    // the look at a rank takes as long as that at some edges
    const looked = start[rank + 1]! + 8 * rank;
    if (looked >= pause) {
      yield network.work;
      pause = looked + RANKED_EDGES;
    }
    if (isInUse(network, ranks, rank)) {
      const open = takeOut(network, ranks, rank);
      expectRouted(yield* route(network, scratch));
      // a routing looks at all nodes, however few arcs
      yield network.work;
      if (open.some((edge) => network.isChosen[edge] === 1)) {
        levels.push({ weight: weights[rank]!, count: countChosen(network, ranks, rank), ...pricesOf(network) });
        openEdges = narrowToBest(network);
        closedInLists = 0;
        continue;
      }
    }
    const closed = closeRank(network, ranks, rank);
    openEdges -= closed;
    closedInLists += closed;
    if (closedInLists > openEdges) {
      dropClosedEdges(network);
      closedInLists = 0;
    }
  }
  return levels;
}

/** Edges of ranks looked at between two pauses: they lie anywhere in memory. */
const RANKED_EDGES = SLICE / 8;

/** Whether an open edge of the rank is chosen. */
function isInUse({ isChosen, isOpen }: Network, { start, edgeAt }: WeightRanks, rank: number): boolean {
  const end = start[rank + 1]!;
  for (let at = start[rank]!; at < end; at++) {
    const edge = edgeAt[at]!;
    if (isOpen[edge] === 1 && isChosen[edge] === 1) return true;
  }
  return false;
}

function countChosen({ isChosen }: Network, { start, edgeAt }: WeightRanks, rank: number): number {
  return edgeAt.subarray(start[rank], start[rank + 1]).reduce((sum, edge) => sum + isChosen[edge]!, 0);
}

/** Closes the open edges of the rank; says how many there were. */
function closeRank({ isOpen, costAt }: Network, { start, edgeAt }: WeightRanks, rank: number): number {
  const end = start[rank + 1]!;
  let closed = 0;
  for (let at = start[rank]!; at < end; at++) {
    const edge = edgeAt[at]!;
    if (isOpen[edge] === 0) continue;
    isOpen[edge] = 0;
    costAt[edge] = 0;
    closed++;
  }
  return closed;
}

/** Takes the open pairs of one weight out, to be routed again at the least use of that weight; returns its open edges. */
function takeOut(network: Network, { start, edgeAt }: WeightRanks, rank: number): Int32Array {
  const { rowAt, columnNodeAt, isChosen, isOpen, costAt, excess } = network;
  const open = edgeAt.subarray(start[rank], start[rank + 1]).filter((edge) => isOpen[edge] === 1);
  startGoal(network, "level");
  for (const edge of open) {
    costAt[edge] = 1;
    if (isChosen[edge] === 0) continue;
    release(network, edge);
    excess[rowAt[edge]!]!++;
    excess[columnNodeAt[edge]!]!--;
  }
  return open;
}

function assignmentOf(
  { rows, columns, isChosen, load, work }: Network,
  { rowAt, columnAt, weightAt }: EdgeList,
  proof: LevelsProof,
): FairAssignment {
  const chosen: number[] = [];
  for (let edge = isChosen.indexOf(1); edge >= 0; edge = isChosen.indexOf(1, edge + 1)) chosen.push(edge);
  const placedIn = (first: number, end: number): number =>
    load.subarray(first, end).reduce((count, partners) => count + (partners > 0 ? 1 : 0), 0);
  return {
    status: "optimal",
    rowOf: Int32Array.from(chosen, (edge) => rowAt[edge]!),
    columnOf: Int32Array.from(chosen, (edge) => columnAt[edge]!),
    total: chosen.reduce((sum, edge) => sum + weightAt[edge]!, 0),
    placedRows: placedIn(0, rows),
    placedColumns: placedIn(rows, rows + columns),
    proof,
    work,
  };
}
