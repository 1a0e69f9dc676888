import { pairIndex } from "../../../base/pair-index.ts";
import { at } from "../../../base/at.ts";
import type { Pin } from "../../../plan/pins.ts";
import type { OptimalAssignment, SparseProblem, WarmStart } from "../../../solve/problem.ts";

/**
 * The pairs and prices of an answer for a problem with more pins cut, whose halves are paired and priced as well: so no
 * node has to be served anew because of them.
 */
export function startFromPins(
  answer: OptimalAssignment,
  { rows, columns, ...problem }: SparseProblem,
  required: readonly Pin[],
): WarmStart {
  const { rowPrice, columnPrice, placement } = answer.proof;
  const known = rowPrice.length - rows;
  const { keyOf } = pairIndex(rows, columns);
  const positionOf = new Map(required.map(({ row, column }, position) => [keyOf(row, column), position]));
  const rowOf: number[] = [];
  const columnOf: number[] = [];
  answer.rowOf.forEach((row, pair) => {
    const column = at(answer.columnOf, pair);
    const position = row < rows && column < columns ? positionOf.get(keyOf(row, column)) : undefined;
    rowOf.push(row);
    columnOf.push(position === undefined ? column : columns + position);
    if (position === undefined) return;
    rowOf.push(rows + position);
    columnOf.push(column);
  });
  const added = required.slice(known);
  const weightOf = ({ edge }: Pin): number => at(problem.weightAt, edge);
  return {
    rowOf: Int32Array.from(rowOf),
    columnOf: Int32Array.from(columnOf),
    rowPrice: Float64Array.from([...rowPrice, ...added.map(({ column }) => -at(columnPrice, column))]),
    columnPrice: Float64Array.from([...columnPrice, ...added.map((pin) => weightOf(pin) - at(rowPrice, pin.row))]),
    placement,
  };
}
