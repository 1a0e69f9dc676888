import type { OptimalAssignment, SparseProblem, WarmStart } from "../solve/problem.ts";
import type { Pin } from "./pins.ts";

/**
 * The pairs and prices of an answer for a problem with more pins cut, whose halves are paired and priced as well: so no
 * node has to be served anew because of them.
 */
export function startFrom(
  answer: OptimalAssignment,
  { rows, columns, ...problem }: SparseProblem,
  required: readonly Pin[],
): WarmStart {
  const { rowPrice, columnPrice, placement } = answer.proof;
  const known = rowPrice.length - rows;
  const placeOf = new Map(required.map(({ row, column }, place) => [row * columns + column, place]));
  const rowOf: number[] = [];
  const columnOf: number[] = [];
  answer.rowOf.forEach((row, pair) => {
    const column = answer.columnOf[pair] ?? 0;
    const place = row < rows && column < columns ? placeOf.get(row * columns + column) : undefined;
    rowOf.push(row);
    columnOf.push(place === undefined ? column : columns + place);
    if (place === undefined) return;
    rowOf.push(rows + place);
    columnOf.push(column);
  });
  const added = required.slice(known);
  const weightOf = ({ edge }: Pin): number => problem.weightAt[edge] ?? 0;
  return {
    rowOf: Int32Array.from(rowOf),
    columnOf: Int32Array.from(columnOf),
    rowPrice: Float64Array.from([...rowPrice, ...added.map(({ column }) => -(columnPrice[column] ?? 0))]),
    columnPrice: Float64Array.from([...columnPrice, ...added.map((pin) => weightOf(pin) - (rowPrice[pin.row] ?? 0))]),
    placement,
  };
}
