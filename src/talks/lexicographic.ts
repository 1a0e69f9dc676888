import { solveAssignment, type OptimalAssignment, type SparseProblem } from "../solve/index.ts";
import { TersineError } from "../index.ts";

/** A graph with bounds, without weights. */
export type Network = Required<Omit<SparseProblem, "weightAt" | "layout" | "unmatched">>;

/** Chosen edges, by index. */
export interface Choice {
  /** Ascending. */
  readonly edges: readonly number[];
  /** Sums of the two weights. */
  readonly totals: readonly [first: number, second: number];
}

/**
 * The best choice by `first`, and among all that are as good by it the best by `second`.
 *
 * The prices of the first solve say what every best choice has in common (complementary slackness): edges of positive slack
 * are in none, edges of negative slack in all, nodes of positive price are full and nodes of negative price hold their
 * minimum. What is left is a problem of its own, whose choices are exactly the best ones. No weight has to outweigh a sum
 * of others, so no programme is too large for exact sums. Ties go to the first edges, by row and column.
 *
 * @param first Whole weight of each edge
 * @param second Whole weight of each edge
 */
export function solveInOrder(network: Network, first: Int32Array, second: Int32Array): Choice {
  const best = solved(network, first);
  const face = bestFace(network, first, best);
  const among = solved(
    face.network,
    Int32Array.from(face.edgeAt, (edge) => second[edge] ?? 0),
    "canonical",
  );
  const found = chosenEdges(face.network, among).map((edge) => face.edgeAt[edge] ?? -1);
  const edges = [...face.inAll, ...found].sort((a, b) => a - b);
  const sum = (weights: Int32Array): number => edges.reduce((total, edge) => total + (weights[edge] ?? 0), 0);
  return { edges, totals: [sum(first), sum(second)] };
}

/** What all best choices are chosen from. */
interface Face {
  readonly network: Network;
  /** Edge of the whole network for each edge of the face. */
  readonly edgeAt: readonly number[];
  /** Edges of the whole network that every best choice holds. */
  readonly inAll: readonly number[];
}

function bestFace(network: Network, weightAt: Int32Array, { proof }: OptimalAssignment): Face {
  const { rows, columns, rowStart, columnAt } = network;
  const { rowPrice, columnPrice } = proof;
  const [heldByRow, heldByColumn] = [new Int32Array(rows), new Int32Array(columns)];
  const start = new Int32Array(rows + 1);
  const [edgeAt, kept, inAll]: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row < rows; row += 1) {
    for (let edge = rowStart[row] ?? 0; edge < (rowStart[row + 1] ?? 0); edge += 1) {
      const column = columnAt[edge] ?? 0;
      const slack = (rowPrice[row] ?? 0) + (columnPrice[column] ?? 0) - (weightAt[edge] ?? 0);
      if (slack < 0) {
        inAll.push(edge);
        heldByRow[row] = (heldByRow[row] ?? 0) + 1;
        heldByColumn[column] = (heldByColumn[column] ?? 0) + 1;
      } else if (slack === 0) {
        edgeAt.push(edge);
        kept.push(column);
      }
    }
    start[row + 1] = edgeAt.length;
  }
  const [rowMinimum, rowCapacity] = boundsLeft(network.rowMinimum, network.rowCapacity, rowPrice, heldByRow);
  const [columnMinimum, columnCapacity] = boundsLeft(
    network.columnMinimum,
    network.columnCapacity,
    columnPrice,
    heldByColumn,
  );
  const bounds = { rowMinimum, rowCapacity, columnMinimum, columnCapacity };
  return { network: { rows, columns, rowStart: start, columnAt: Int32Array.from(kept), ...bounds }, edgeAt, inAll };
}

/** Bounds of the nodes of a side in all best choices, less the partners that all of them hold. */
function boundsLeft(
  minimum: Int32Array,
  capacity: Int32Array,
  price: Float64Array,
  held: Int32Array,
): readonly [minimum: Int32Array, capacity: Int32Array] {
  return [
    minimum.map((bound, node) => {
      const least = (price[node] ?? 0) > 0 ? (capacity[node] ?? 0) : bound;
      return Math.max(0, least - (held[node] ?? 0));
    }),
    capacity.map((bound, node) => ((price[node] ?? 0) < 0 ? (minimum[node] ?? 0) : bound) - (held[node] ?? 0)),
  ];
}

function solved(network: Network, weightAt: Int32Array, ties: "any" | "canonical" = "any"): OptimalAssignment {
  const answer = solveAssignment({ ...network, layout: "sparse", unmatched: "free", weightAt }, { ties });
  if (answer.status === "optimal") return answer;
  throw new TersineError([{ code: "INTERNAL", path: "", message: "expected a choice of talks, got none." }]);
}

function chosenEdges({ rowStart, columnAt }: Network, { rowOf, columnOf }: OptimalAssignment): readonly number[] {
  return Array.from(rowOf, (row, pair) => {
    const [from, to] = [rowStart[row] ?? 0, rowStart[row + 1] ?? 0];
    return from + columnAt.subarray(from, to).indexOf(columnOf[pair] ?? -1);
  });
}
