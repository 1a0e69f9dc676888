import { leavingCosts } from "../solve/leaving-costs.ts";
import { optimalEdges } from "../solve/optimal-edges.ts";
import type { OptimalAssignment, SparseProblem } from "../solve/problem.ts";
import { solveAssignment } from "../solve/solve-assignment.ts";
import type { Network } from "./network.ts";
import { startFrom } from "./pin-start.ts";
import { cutPins, edgeOf, joinPins, type Pin } from "./pins.ts";
import { comparePlaces, type Place } from "./plan-order.ts";

/** A choice of pairs, by row, then column. */
export interface RankedChoice {
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  /** Candidate pair of each; ascending. */
  readonly edgeOf: readonly number[];
  /** Placed rows and columns; 0 for the objective `score`. */
  readonly people: number;
  readonly total: number;
}

/** All choices that hold some edges and do without some others, not yet solved. */
interface OpenCell {
  readonly place: Place;
  /** The cell that this one is a part of, which has been solved. */
  readonly parent: SolvedCell;
  /** It holds the parent's free pairs before this one, and does without this one. */
  readonly leaving: number;
}

/** A cell with its best choice. */
interface SolvedCell {
  readonly place: Place;
  readonly choice: RankedChoice;
  /** Edges that all its choices hold, the network's pins first, and those that none does. */
  readonly required: readonly Pin[];
  readonly banned: ReadonlySet<number>;
  readonly answer: OptimalAssignment;
  /** Pairs of the best choice beyond the required ones, by row, then column. */
  readonly free: readonly Pin[];
  /** What the cell's best choices lose at least without each free pair; 0 only if one of them does without it. */
  readonly leavingCost: readonly number[];
}

/**
 * Lists the choices of a network in their order, one call each.
 *
 * Method: the best choice of a cell divides the others of the cell into parts, by the first of its free pairs that they do
 * without (Murty, 1968; Lawler, 1972). Each does without one: a choice with all of them and more would be as good, as
 * scores are not negative, and come first. A part is solved only when the bound that the prices give it comes first, from
 * a warm start; which parts tie with the best choice of the cell is known exactly, and in which order.
 *
 * Cost: some solves for each choice, mostly one or two, each a small part of the first; memory O(people) for each.
 */
export function createCells(network: Network): { readonly next: () => RankedChoice | undefined } {
  const root = solveCell(network, network.pool.pins.list, new Set(), network.answer);
  const queue: (OpenCell | SolvedCell)[] = root === undefined ? [] : [root];
  const next = (): RankedChoice | undefined => {
    for (let first = takeFirst(queue); first !== undefined; first = takeFirst(queue)) {
      if ("choice" in first) {
        for (const part of partsOf(first)) queue.push(part);
        return first.choice;
      }
      const solved = solvePart(network, first);
      if (solved !== undefined) queue.push(solved);
    }
    return undefined;
  };
  return { next };
}

function takeFirst(queue: (OpenCell | SolvedCell)[]): OpenCell | SolvedCell | undefined {
  let first = queue[0];
  let at = 0;
  queue.forEach((cell, place) => {
    if (first === undefined || comparePlaces(cell.place, first.place) >= 0) return;
    first = cell;
    at = place;
  });
  const last = queue.pop();
  if (last !== undefined && at < queue.length) queue[at] = last;
  return first;
}

/** All choices of a solved cell but its best, in parts. */
function partsOf(cell: SolvedCell): readonly OpenCell[] {
  return cell.free.flatMap((pin, leaving): readonly OpenCell[] => {
    const cost = cell.leavingCost[leaving] ?? 0;
    if (cost === Infinity) return [];
    return [{ place: placeOfPart(cell, pin, cost), parent: cell, leaving }];
  });
}

function placeOfPart({ choice, answer }: SolvedCell, { edge }: Pin, cost: number): Place {
  const { people, total, edgeOf: edges } = choice;
  // choices as good as the best one of the cell come behind it, so that the first edge in which they differ is this one
  if (cost === 0) return { people, total, edges, length: edges.indexOf(edge), beyond: edge };
  const { placement } = answer.proof;
  // a difference of totals is far below half a placement
  const fewer = placement === 0 ? 0 : Math.round(cost / placement);
  return { people: people - fewer, total: total - (cost - fewer * placement), edges: [], length: 0, beyond: -1 };
}

function solvePart(network: Network, { parent, leaving }: OpenCell): SolvedCell | undefined {
  const required = [...parent.required, ...parent.free.slice(0, leaving)];
  const without = parent.free[leaving];
  const banned = new Set(parent.banned);
  if (without !== undefined) banned.add(without.edge);
  return solveCell(network, required, banned, parent.answer);
}

/** @param nearby Answer to a cell whose required edges are the first ones of these. */
function solveCell(
  { pool, problem, objective }: Network,
  required: readonly Pin[],
  banned: ReadonlySet<number>,
  nearby: OptimalAssignment,
): SolvedCell | undefined {
  const cut = cutPins(problem, { list: required }, false, banned);
  const warmStart = startFrom(nearby, problem, required);
  const answer = solveAssignment(cut, { ties: "canonical", warmStart });
  if (answer.status === "infeasible") return undefined;
  const joined = joinPins(answer, problem, { list: required });
  const pins = Array.from(joined.rowOf, (row, pair): Pin => {
    const column = joined.columnOf[pair] ?? 0;
    return { row, column, edge: edgeOf(pool.graph, row, column) };
  });
  const choice: RankedChoice = {
    rowOf: joined.rowOf,
    columnOf: joined.columnOf,
    edgeOf: pins.map(({ edge }) => edge),
    people: objective === "score" ? 0 : joined.placedRows + joined.placedColumns,
    total: joined.total,
  };
  const isRequired = new Set(required.map(({ edge }) => edge));
  return {
    place: { people: choice.people, total: choice.total, edges: choice.edgeOf, length: choice.edgeOf.length },
    choice,
    required,
    banned,
    answer,
    free: pins.filter(({ edge }) => !isRequired.has(edge)),
    leavingCost: costsOf(cut, answer, problem),
  };
}

/** Bounds for the pairs of a cut problem that are not halves of pins. */
function costsOf(cut: SparseProblem, answer: OptimalAssignment, { rows, columns }: SparseProblem): readonly number[] {
  const { certain } = optimalEdges(cut, answer);
  const isCertain = new Set(
    Array.from(certain.rowOf, (row, pair) => row * cut.columns + (certain.columnOf[pair] ?? 0)),
  );
  const costs = leavingCosts(cut, answer);
  return Array.from(answer.rowOf, (row, pair) => ({ row, column: answer.columnOf[pair] ?? 0, cost: costs[pair] ?? 0 }))
    .filter(({ row, column }) => row < rows && column < columns)
    .map(({ row, column, cost }) => (isCertain.has(row * cut.columns + column) ? Math.max(1, cost) : 0));
}
