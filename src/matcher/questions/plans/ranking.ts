import { at } from "../../../base/at.ts";
import { problem as fault } from "../../../base/error.ts";
import { cutPins, joinPins } from "../../../plan/cut-pins.ts";
import type { Pin } from "../../../plan/pins.ts";
import type { OptimalAssignment, SparseProblem } from "../../../solve/problem.ts";
import { leavingCosts } from "../../../solve/sensitivity/leaving-costs.ts";
import { solveAssignment } from "../../../solve/solve-assignment.ts";
import { type Choice, choiceOf } from "../../choice.ts";
import type { NetworkPlan } from "../../priced-plan.ts";
import { startFromPins } from "./pin-start.ts";
import { compareRanks, type Rank } from "./rank.ts";

/** All choices that hold some edges and do without some others. */
interface Cell {
  /** Edges that all its choices hold, the network's pins first. */
  readonly required: readonly Pin[];
  /** Edges that none of them holds. */
  readonly banned: ReadonlySet<number>;
}

/** A cell whose best choice is known. */
interface SolvedCell extends Cell {
  readonly rank: Rank;
  readonly choice: Choice;
  readonly answer: OptimalAssignment;
  /** Pairs of the best choice beyond the required ones, by row, then column. */
  readonly free: readonly Pin[];
}

/** A part of a solved cell of which only is known how good its best choice is. */
interface OpenPart {
  readonly rank: Rank;
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
export function rankChoices(plan: NetworkPlan, count: number): readonly Choice[] {
  const found: Choice[] = [];
  const root = { required: plan.pool.pins, banned: new Set<number>() };
  const queue: (OpenPart | SolvedCell)[] = [solveCell(plan, root, plan.answer)];
  for (let first = takeFirst(queue); first !== undefined; first = takeFirst(queue)) {
    if (!("choice" in first)) {
      queue.push(solvePart(plan, first));
      continue;
    }
    found.push(first.choice);
    if (found.length === count) break;
    const known = queue.map(({ rank }) => rank);
    for (const part of partsOf(plan, first, known, count - found.length)) queue.push(part);
  }
  return found;
}

function takeFirst(queue: (OpenPart | SolvedCell)[]): OpenPart | SolvedCell | undefined {
  let first = queue[0];
  let at = 0;
  queue.forEach((cell, position) => {
    if (first === undefined || compareRanks(cell.rank, first.rank) >= 0) return;
    first = cell;
    at = position;
  });
  const last = queue.pop();
  if (last !== undefined && at < queue.length) queue[at] = last;
  return first;
}

/** The parts of a cell without its best choice, except those that come behind `wanted` choices known elsewhere. */
function partsOf(
  { problem }: NetworkPlan,
  cell: SolvedCell,
  known: readonly Rank[],
  wanted: number,
): readonly OpenPart[] {
  const { answer, choice } = cell;
  const { placement } = answer.proof;
  const { bound, costOf } = leavingCosts(cutPins(problem, cell.required, { banned: cell.banned }), answer);
  const best = [...known].sort(compareRanks).slice(0, wanted);
  const limit = (): number => {
    const last = best[wanted - 1];
    if (last === undefined) return Infinity;
    return (choice.worth.people - last.people) * placement + Math.max(0, choice.worth.total - last.total);
  };
  const parts: OpenPart[] = [];
  const order = freePairs(answer, problem)
    .map((pair, leaving) => ({ pair, leaving, least: at(bound, pair) }))
    .sort((a, b) => a.least - b.least);
  for (const { pair, leaving, least } of order) {
    if (least > limit()) break;
    const cost = costOf(pair, limit() + 1);
    if (cost === Infinity) continue;
    const rank = rankOfPart(cell, leaving, cost);
    parts.push({ rank, parent: cell, leaving });
    best.push(rank);
    best.sort(compareRanks).splice(wanted);
  }
  return parts;
}

/** Indices of the pairs of an answer that are not halves of pins. */
function freePairs({ rowOf, columnOf }: OptimalAssignment, { rows, columns }: SparseProblem): readonly number[] {
  return Array.from(rowOf.keys()).filter((pair) => at(rowOf, pair) < rows && at(columnOf, pair) < columns);
}

/** Where the best choice of a part stands, if leaving the pair costs so much. */
function rankOfPart({ choice, answer, free }: SolvedCell, leaving: number, cost: number): Rank {
  const { worth, edgeOf: edges } = choice;
  // choices as good as the best one of the cell come behind it, so that the first edge in which they differ is this one
  if (cost === 0) {
    const beyond = at(free, leaving).edge;
    return { ...worth, edges, length: edges.indexOf(beyond), beyond };
  }
  const { placement } = answer.proof;
  // along one cycle totals differ by far less than half a placement
  const fewer = placement === 0 ? 0 : Math.round(cost / placement);
  const total = worth.total - (cost - fewer * placement);
  return { people: worth.people - fewer, total, edges: [], length: 0, beyond: -1 };
}

function solvePart(plan: NetworkPlan, { parent, leaving }: OpenPart): SolvedCell {
  const required = [...parent.required, ...parent.free.slice(0, leaving)];
  const banned = new Set(parent.banned);
  for (const { edge } of parent.free.slice(leaving, leaving + 1)) banned.add(edge);
  return solveCell(plan, { required, banned }, parent.answer);
}

/** @param nearby Answer to a cell whose required edges are the first ones of this cell's. */
function solveCell({ pool, problem }: NetworkPlan, cell: Cell, nearby: OptimalAssignment): SolvedCell {
  const { required, banned } = cell;
  const warmStart = startFromPins(nearby, problem, required);
  const answer = solveAssignment(cutPins(problem, required, { banned }), { ties: "canonical", warmStart });
  if (answer.status === "infeasible") throw fault("INTERNAL", "", "a part of the plans that has a best one has none.");
  const choice = choiceOf(pool, joinPins(answer, problem, required));
  const isRequired = new Set(required.map(({ edge }) => edge));
  const pairs = choice.edgeOf.map((edge, pair): Pin => {
    return { row: at(choice.rowOf, pair), column: at(choice.columnOf, pair), edge };
  });
  return {
    ...cell,
    rank: { ...choice.worth, edges: choice.edgeOf, length: choice.edgeOf.length },
    choice,
    answer,
    free: pairs.filter(({ edge }) => !isRequired.has(edge)),
  };
}
