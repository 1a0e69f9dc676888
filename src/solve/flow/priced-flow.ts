import { boundsOf, swapSides } from "../bounds.ts";
import { createFlow, worth, type Flow } from "./flow.ts";
import { graphOf, transpose } from "../graph.ts";
import type { AssignmentProblem, OptimalAssignment } from "../problem.ts";
import { takePairs } from "./warm-start.ts";

/**
 * An optimal choice with its prices as a flow, of which questions are asked and no more requests answered. Its residual
 * graph leads from rows over edges that are not chosen to columns, from columns over chosen ones to rows, and to and from
 * a hub that stands for "one partner less or more"; the prices make all its lengths 0 or more. See `ResidualSearch`.
 *
 * @param side The side of the problem that the flow's rows are.
 */
export function pricedFlow(problem: AssignmentProblem, assignment: OptimalAssignment, side: "row" | "column"): Flow {
  const { rowOf, columnOf, proof } = assignment;
  const graph = graphOf(problem);
  const bounds = boundsOf(problem);
  const isStraight = side === "row";
  const flow = isStraight
    ? createFlow(graph, bounds, proof.placement, 0)
    : createFlow(transpose(graph), swapSides(bounds), proof.placement, 0);
  flow.rowPrice.set(isStraight ? proof.rowPrice : proof.columnPrice);
  flow.columnPrice.set(isStraight ? proof.columnPrice : proof.rowPrice);
  takePairs(flow, isStraight ? rowOf : columnOf, isStraight ? columnOf : rowOf);
  return flow;
}

/** Length of a row's taking on one partner more, beside the edge itself: 0 or more for rows with a free seat. */
export function joining({ rowPrice, rowLoad, placement }: Flow, row: number): number {
  return 0 - rowPrice[row]! - worth(0, rowLoad[row]! + 1, placement, 0);
}

/** What a row loses by one partner less beside the edge itself; Infinity at its minimum load. */
export function rowLoss({ bounds, rowPrice, rowLoad, placement }: Flow, row: number): number {
  const load = rowLoad[row]!;
  return load > bounds.row.minimum[row]! ? rowPrice[row]! + worth(0, load, placement, 0) : Infinity;
}

/** The same of a column. */
export function columnLoss({ bounds, columnPrice, columnLoad, placement }: Flow, column: number): number {
  const load = columnLoad[column]!;
  return load > bounds.column.minimum[column]! ? columnPrice[column]! + worth(0, load, placement, 0) : Infinity;
}
