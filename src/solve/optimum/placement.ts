import type { EngineResult } from "../engine.ts";
import { boundsOf } from "../bounds.ts";
import type { OptimalAssignment, SparseProblem } from "../problem.ts";
import { deficientSet } from "./deficient-set.ts";

/**
 * The same choice of a one-to-one problem with prices for another worth of a placement, or `undefined` if these prices
 * cannot be carried over.
 *
 * The choice places as many nodes as can be placed, so as many nodes as it has pairs cover all edges (König 1931), one of
 * each pair and none that stays alone. Where a placement is worth `d` more, those of the cover cost `d` more and all others
 * `d` less: pairs stay tight, nodes alone keep the price -placement, and the slack of an edge between two nodes of the cover
 * grows by 2d. So a larger worth always goes; a smaller one goes as long as no price and no slack of the cover gets too low.
 *
 * @param largest Largest weight of an edge.
 */
export function atPlacement(
  problem: SparseProblem,
  result: EngineResult,
  placement: number,
  largest: number,
): EngineResult | undefined {
  const more = placement - result.placement;
  if (more === 0) return result;
  const cover = coverOf(problem, result);
  const least = { row: Infinity, column: Infinity };
  const moved = (prices: Float64Array, isIn: Uint8Array, side: "row" | "column"): Float64Array =>
    prices.map((price, node) => {
      if (isIn[node] === 0) return price - more;
      least[side] = Math.min(least[side], price + more);
      return price + more;
    });
  const rowPrice = moved(result.rowPrice, cover.rows, "row");
  const columnPrice = moved(result.columnPrice, cover.columns, "column");
  const isLow = least.row < -placement || least.column < -placement || least.row + least.column < largest;
  return more < 0 && isLow ? undefined : { ...result, rowPrice, columnPrice, placement };
}

/**
 * The same answer with a placement that outweighs any total of weights from 0 to `largest`, so that its prices also speak of
 * problems whose weights are others, or with two more seats; `undefined` if it has no such prices.
 */
export function outweighing(
  problem: SparseProblem,
  answer: OptimalAssignment,
  largest: number,
): OptimalAssignment | undefined {
  const { row, column, isOneToOne } = boundsOf(problem);
  const seats = (capacity: Int32Array, others: number): number =>
    capacity.reduce((sum, most) => sum + Math.min(most, others), 0);
  const pairs = Math.min(seats(row.capacity, problem.columns), seats(column.capacity, problem.rows));
  const least = (pairs + 2) * largest + 1;
  const { proof } = answer;
  if (problem.unmatched === "free" || proof.placement >= least) return answer;
  const moved = isOneToOne ? atPlacement(problem, { ...answer, ...proof }, least, largest) : undefined;
  if (moved === undefined) return undefined;
  const { rowPrice, columnPrice, placement } = moved;
  return { ...answer, proof: { ...proof, rowPrice, columnPrice, placement } };
}

/** Marks a smallest set of nodes that covers all edges. */
function coverOf(
  problem: SparseProblem,
  { rowOf, columnOf }: EngineResult,
): Readonly<Record<"rows" | "columns", Uint8Array>> {
  const rows = new Uint8Array(problem.rows);
  const columns = new Uint8Array(problem.columns);
  if (rowOf.length === problem.rows) return { rows: rows.fill(1), columns };
  if (columnOf.length === problem.columns) return { rows, columns: columns.fill(1) };
  const isPlaced = new Uint8Array(problem.rows);
  for (const row of rowOf) isPlaced[row] = 1;
  const alone = [...isPlaced.keys()].filter((row) => isPlaced[row] === 0);
  rows.fill(1);
  for (const row of deficientSet(problem, { rowOf, columnOf }, "row", alone)) rows[row] = 0;
  rowOf.forEach((row, pair) => (columns[columnOf[pair]!] = 1 - rows[row]!));
  return { rows, columns };
}
