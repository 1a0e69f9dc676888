import { columnLoss, pricedFlow, rowLoss } from "../flow/priced-flow.ts";
import type { Flow } from "../flow/flow.ts";
import type { AssignmentProblem, OptimalAssignment } from "../problem.ts";
import { createResidualSearch, searchFrom } from "../flow/residual-search.ts";

/** What the optimum of `total + placement * (placed nodes)` loses without one of its pairs. Pairs are in their order. */
export interface LeavingCosts {
  /** For each chosen pair, at most what `costOf` it is. */
  readonly bound: Float64Array;
  /**
   * The loss, exactly, if the choice has to hold all pairs before this one and may not hold this one. Infinity if there is
   * no such choice, or only one that loses `limit` or more.
   */
  readonly costOf: (pair: number, limit: number) => number;
}

/**
 * Method: without a pair its row takes another edge or has one partner less, and so on until its column has another
 * partner or one less: the shortest cycle of the residual graph through the pair. Its first and last step alone are the
 * bound.
 *
 * Cost: O(edges + nodes) for all bounds together; one search for a cost, which a limit near it keeps short.
 */
export function leavingCosts(problem: AssignmentProblem, assignment: OptimalAssignment): LeavingCosts {
  const flow = pricedFlow(problem, assignment, "row");
  const search = createResidualSearch(flow);
  const { rowOf, columnOf } = assignment;
  const { edgeOf, slackOf, bound } = measurePairs(flow, assignment);
  const costOf = (pair: number, limit: number): number => {
    const column = flow.graph.rows + columnOf[pair]!;
    const slack = slackOf[pair]!;
    searchFrom(search, rowOf[pair]!, column, limit + slack, edgeOf[pair]);
    return search.distanceOf[column]! - slack;
  };
  return { bound, costOf };
}

function measurePairs(
  flow: Flow,
  { rowOf, columnOf }: OptimalAssignment,
): { readonly edgeOf: Int32Array; readonly slackOf: Float64Array; readonly bound: Float64Array } {
  const { graph, rowPrice, columnPrice, isChosenAt } = flow;
  const { rows, columns, rowStart, columnAt, weightAt } = graph;
  const ofRow = Float64Array.from({ length: rows }, (_, row) => rowLoss(flow, row));
  const ofColumn = Float64Array.from({ length: columns }, (_, column) => columnLoss(flow, column));
  const edgeOf = new Int32Array(rowOf.length);
  const slackOf = new Float64Array(rowOf.length);
  let pair = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) {
      const column = columnAt[edge]!;
      const slack = rowPrice[row]! + columnPrice[column]! - weightAt[edge]!;
      if (isChosenAt[edge] === 1) {
        edgeOf[pair] = edge;
        slackOf[pair] = slack;
        pair += 1;
        continue;
      }
      if (slack < ofRow[row]!) ofRow[row] = slack;
      if (slack < ofColumn[column]!) ofColumn[column] = slack;
    }
  }
  const bound = slackOf.map((slack, at) => ofRow[rowOf[at]!]! + ofColumn[columnOf[at]!]! - slack);
  return { edgeOf, slackOf, bound };
}
