import { columnLoss, pricedFlow, rowLoss } from "./priced-flow.ts";
import type { AssignmentProblem, OptimalAssignment } from "./problem.ts";

/**
 * For each chosen pair, in order, a lower bound of what the optimum of `total + placement * (placed nodes)` loses if the
 * edge may not be chosen; Infinity if the minimum loads could then not be met.
 *
 * Without the edge its row takes another one or has one partner less, and so does its column. Each costs at least the
 * cheapest step that the prices show at its end.
 *
 * Cost: O(edges + nodes).
 */
export function leavingCosts(problem: AssignmentProblem, assignment: OptimalAssignment): Float64Array {
  const flow = pricedFlow(problem, assignment, "row");
  const { graph, rowPrice, columnPrice, isChosenAt } = flow;
  const { rows, columns, rowStart, columnAt, weightAt } = graph;
  const ofRow = Float64Array.from({ length: rows }, (_, row) => rowLoss(flow, row));
  const ofColumn = Float64Array.from({ length: columns }, (_, column) => columnLoss(flow, column));
  const slackOf = new Float64Array(assignment.rowOf.length);
  let pair = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) {
      const column = columnAt[edge]!;
      const slack = rowPrice[row]! + columnPrice[column]! - weightAt[edge]!;
      if (isChosenAt[edge] === 1) {
        slackOf[pair] = slack;
        pair += 1;
        continue;
      }
      if (slack < ofRow[row]!) ofRow[row] = slack;
      if (slack < ofColumn[column]!) ofColumn[column] = slack;
    }
  }
  const { rowOf, columnOf } = assignment;
  return slackOf.map((slack, at) => ofRow[rowOf[at]!]! + ofColumn[columnOf[at]!]! - slack);
}
