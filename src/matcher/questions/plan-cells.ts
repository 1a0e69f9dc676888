import { problem as fault } from "../../base/error.ts";
import { leavingCosts } from "../../solve/sensitivity/leaving-costs.ts";
import type { OptimalAssignment, SparseProblem } from "../../solve/problem.ts";
import { solveAssignment } from "../../solve/solve-assignment.ts";
import type { Network } from "./network.ts";
import { startFrom } from "../../plan/pin-start.ts";
import { cutPins, edgeOf, joinPins, type Pin } from "../../plan/pins.ts";
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

/** All choices that hold some edges and do without some others. */
interface Cell {
  /** Edges that all its choices hold, the network's pins first. */
  readonly required: readonly Pin[];
  /** Edges that none of them holds. */
  readonly banned: ReadonlySet<number>;
}

/** A cell whose best choice is known. */
interface SolvedCell extends Cell {
  /** Where its best choice stands. */
  readonly place: Place;
  readonly choice: RankedChoice;
  readonly answer: OptimalAssignment;
  /** Pairs of the best choice beyond the required ones, by row, then column. */
  readonly free: readonly Pin[];
}

/** A part of a solved cell of which only is known how good its best choice is. */
interface OpenPart {
  readonly place: Place;
  readonly parent: SolvedCell;
  /** Its choices hold the parent's free pairs before this one, and do without this one. */
  readonly leaving: number;
}

/**
 * Lists the `count` best choices of a network in their order, or all if there are fewer.
 *
 * Method: the best choice of a cell divides the others of the cell into parts, by the first of its free pairs that they do
 * without (Murty, 1968; Lawler, 1972). Each does without one: a choice with all of them and more would be as good, as
 * scores are not negative, and come first. How good the best choice of each part is a search in the residual graph of the
 * cell tells exactly (Chegireddy and Hamacher, 1987); searches end where enough better choices are known. So only parts
 * whose turn has come are solved, from a warm start and with proof.
 *
 * Cost: for each choice one solve, a small part of the first, and at most one search a pair; for tied choices some solves
 * more. Memory O(people) for each choice.
 */
export function rankChoices(network: Network, count: number): readonly RankedChoice[] {
  const found: RankedChoice[] = [];
  const root = { required: network.pool.pins.list, banned: new Set<number>() };
  const queue: (OpenPart | SolvedCell)[] = [solveCell(network, root, network.answer)];
  for (let first = takeFirst(queue); first !== undefined; first = takeFirst(queue)) {
    if (!("choice" in first)) {
      queue.push(solvePart(network, first));
      continue;
    }
    found.push(first.choice);
    if (found.length === count) break;
    const known = queue.map(({ place }) => place);
    for (const part of partsOf(network, first, known, count - found.length)) queue.push(part);
  }
  return found;
}

function takeFirst(queue: (OpenPart | SolvedCell)[]): OpenPart | SolvedCell | undefined {
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

/** The parts of a cell without its best choice, except those that come behind `wanted` choices known elsewhere. */
function partsOf({ problem }: Network, cell: SolvedCell, known: readonly Place[], wanted: number): readonly OpenPart[] {
  const { answer, choice } = cell;
  const { placement } = answer.proof;
  const { bound, costOf } = leavingCosts(cutPins(problem, { list: cell.required }, false, cell.banned), answer);
  const best = [...known].sort(comparePlaces).slice(0, wanted);
  const limit = (): number => {
    const last = best[wanted - 1];
    if (last === undefined) return Infinity;
    return (choice.people - last.people) * placement + Math.max(0, choice.total - last.total);
  };
  const parts: OpenPart[] = [];
  const order = freePairs(answer, problem)
    .map((pair, leaving) => ({ pair, leaving, least: bound[pair] ?? 0 }))
    .sort((a, b) => a.least - b.least);
  for (const { pair, leaving, least } of order) {
    if (least > limit()) break;
    const cost = costOf(pair, limit() + 1);
    if (cost === Infinity) continue;
    const place = placeOfPart(cell, leaving, cost);
    parts.push({ place, parent: cell, leaving });
    best.push(place);
    best.sort(comparePlaces).splice(wanted);
  }
  return parts;
}

/** Indices of the pairs of an answer that are not halves of pins. */
function freePairs({ rowOf, columnOf }: OptimalAssignment, { rows, columns }: SparseProblem): readonly number[] {
  return Array.from(rowOf.keys()).filter((pair) => (rowOf[pair] ?? 0) < rows && (columnOf[pair] ?? 0) < columns);
}

function placeOfPart({ choice, answer, free }: SolvedCell, leaving: number, cost: number): Place {
  const { people, total, edgeOf: edges } = choice;
  // choices as good as the best one of the cell come behind it, so that the first edge in which they differ is this one
  if (cost === 0) {
    const beyond = free[leaving]?.edge ?? 0;
    return { people, total, edges, length: edges.indexOf(beyond), beyond };
  }
  const { placement } = answer.proof;
  // along one cycle totals differ by far less than half a placement
  const fewer = placement === 0 ? 0 : Math.round(cost / placement);
  return { people: people - fewer, total: total - (cost - fewer * placement), edges: [], length: 0, beyond: -1 };
}

function solvePart(network: Network, { parent, leaving }: OpenPart): SolvedCell {
  const required = [...parent.required, ...parent.free.slice(0, leaving)];
  const banned = new Set(parent.banned);
  for (const { edge } of parent.free.slice(leaving, leaving + 1)) banned.add(edge);
  return solveCell(network, { required, banned }, parent.answer);
}

/** @param nearby Answer to a cell whose required edges are the first ones of this cell's. */
function solveCell({ pool, problem, objective }: Network, cell: Cell, nearby: OptimalAssignment): SolvedCell {
  const list = cell.required;
  const cut = cutPins(problem, { list }, false, cell.banned);
  const answer = solveAssignment(cut, { ties: "canonical", warmStart: startFrom(nearby, problem, list) });
  if (answer.status === "infeasible") throw fault("INTERNAL", "", "a part of the plans that has a best one has none.");
  const { rowOf, columnOf, total, placedRows, placedColumns } = joinPins(answer, problem, { list });
  const pins = Array.from(rowOf, (row, pair): Pin => {
    const column = columnOf[pair] ?? 0;
    return { row, column, edge: edgeOf(pool.graph, row, column) };
  });
  const edges = pins.map(({ edge }) => edge);
  const people = objective === "score" ? 0 : placedRows + placedColumns;
  const isRequired = new Set(list.map(({ edge }) => edge));
  return {
    ...cell,
    place: { people, total, edges, length: edges.length },
    choice: { rowOf, columnOf, edgeOf: edges, people, total },
    answer,
    free: pins.filter(({ edge }) => !isRequired.has(edge)),
  };
}
