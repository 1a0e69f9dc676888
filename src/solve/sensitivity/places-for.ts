import { boundsOf, swapSides, type Bounds, type SideBounds } from "../bounds.ts";
import { drain, type Engine } from "../engine.ts";
import { graphOf, transposeInSteps, type Graph } from "../graph.ts";
import { createHeap, raise, takeFirst } from "../heap.ts";
import type { OptimalAssignment, SparseProblem } from "../problem.ts";
import { STRETCH } from "../stretch.ts";

/** What one place more on the other side can do for a node without partners in some optimal choice. */
export interface PlacesFor {
  /**
   * Nodes of the other side, ascending: if one of them had one place more, some optimal choice would give the node a
   * partner; with any other none would. All nodes, some of them perhaps in vain, if `cost` is 0.
   */
  readonly nodes: readonly number[];
  /** What it costs an optimal choice to give the node a partner as things are, with placement counted; Infinity: it cannot. */
  readonly cost: number;
}

/**
 * Finds the nodes whose one place more serves an idle node of `side`.
 *
 * Method: an optimal choice of the changed problem differs from the one at hand by cycles of the residual network, each of
 * length 0 or more except one that uses the new place. It serves the idle node if that cycle starts there, and this is so
 * if the shortest way from the node to the new place is no longer than the shortest from anywhere; or if giving the node
 * a partner costs nothing anyhow, and then every node is listed. Both lengths come from one search each (Dijkstra), in
 * slacks, for all places at once. A hub stands for "one partner more or less", as in `canonicalInSteps`.
 *
 * Cost: two searches over the edges, O(edges + nodes log nodes).
 */
export function placesFor(
  problem: SparseProblem,
  answer: OptimalAssignment,
  side: "row" | "column",
  node: number,
): PlacesFor {
  return drain(placesInSteps(problem, answer, side, node));
}

/** `placesFor` as a generator that can be paused every few milliseconds. */
export function* placesInSteps(
  problem: SparseProblem,
  { rowOf, columnOf, proof }: OptimalAssignment,
  side: "row" | "column",
  node: number,
): Engine<PlacesFor> {
  const { rowPrice, columnPrice, placement } = proof;
  const graph = graphOf(problem);
  const bounds = boundsOf(problem);
  const residual =
    side === "row"
      ? residualOf(graph, bounds, { rowOf, columnOf, rowPrice, columnPrice, placement })
      : residualOf(yield* transposeInSteps(graph), swapSides(bounds), {
          rowOf: columnOf,
          columnOf: rowOf,
          rowPrice: columnPrice,
          columnPrice: rowPrice,
          placement,
        });
  const { rows, columns } = residual.graph;
  const hub = rows + columns;
  if (residual.row.capacity[node] === 0) return { nodes: [], cost: Infinity };
  const all = Array.from({ length: columns }, (_, column) => column);
  // another choice that is as good may leave the node alone: there it is idle, and a partner costs nothing
  if (residual.row.load[node]! > 0) return { nodes: all, cost: 0 };
  const start = joining(residual.row, node, placement);
  const fromNode = yield* distancesFrom(residual, node);
  const cost = start + fromNode[hub]!;
  if (cost === 0) return { nodes: all, cost };
  const fromAnywhere = yield* distancesFrom(residual, hub);
  const nodes = all.filter((column) => {
    const length = fromAnywhere[rows + column]!;
    return start + fromNode[rows + column]! === length && length + joining(residual.column, column, placement) <= 0;
  });
  return { nodes, cost };
}

interface Choice {
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  readonly placement: number;
}

interface Side extends SideBounds {
  readonly price: Float64Array;
  readonly load: Int32Array;
}

interface Residual {
  readonly graph: Graph;
  readonly row: Side;
  readonly column: Side;
  readonly placement: number;
  readonly isChosenAt: Uint8Array;
  /** Chosen edges of each column, and the row of each. */
  readonly edgesIn: readonly (readonly { readonly row: number; readonly edge: number }[])[];
}

function residualOf(graph: Graph, bounds: Bounds, choice: Choice): Residual {
  const load = { row: new Int32Array(graph.rows), column: new Int32Array(graph.columns) };
  const isChosenAt = new Uint8Array(graph.columnAt.length);
  const edgesIn: { readonly row: number; readonly edge: number }[][] = Array.from({ length: graph.columns }, () => []);
  choice.rowOf.forEach((row, pair) => {
    const column = choice.columnOf[pair]!;
    const start = graph.rowStart[row]!;
    const edge = start + graph.columnAt.subarray(start, graph.rowStart[row + 1]).indexOf(column);
    isChosenAt[edge] = 1;
    edgesIn[column]!.push({ row, edge });
    load.row[row]! += 1;
    load.column[column]! += 1;
  });
  return {
    graph,
    row: { ...bounds.row, price: choice.rowPrice, load: load.row },
    column: { ...bounds.column, price: choice.columnPrice, load: load.column },
    placement: choice.placement,
    isChosenAt,
    edgesIn,
  };
}

/** Length of taking on one partner more: 0 or more for nodes with room. */
function joining({ price, load }: Side, node: number, placement: number): number {
  return -price[node]! - (load[node] === 0 ? placement : 0);
}

/** Length of giving a partner up: 0 or more for nodes above their minimum. */
function leaving({ price, load }: Side, node: number, placement: number): number {
  return price[node]! + (load[node] === 1 ? placement : 0);
}

/** Lengths of the shortest ways to all nodes: rows, columns, the hub. Rows on the way lack a partner, columns have one too many. */
function* distancesFrom(residual: Residual, source: number): Engine<Float64Array> {
  const { graph, row: rowSide, column: columnSide, placement, isChosenAt, edgesIn } = residual;
  const { rows, columns, rowStart, columnAt, weightAt } = graph;
  const hub = rows + columns;
  const distanceOf = new Float64Array(hub + 1).fill(Infinity);
  const heap = createHeap(distanceOf);
  const reach = (node: number, length: number): void => {
    if (length >= distanceOf[node]!) return;
    distanceOf[node] = length;
    raise(heap, node);
  };
  const leave = (node: number): void => {
    const distance = distanceOf[node]!;
    if (node === hub) {
      for (let row = 0; row < rows; row += 1) {
        if (rowSide.load[row]! < rowSide.capacity[row]!) reach(row, distance + joining(rowSide, row, placement));
      }
      for (let column = 0; column < columns; column += 1) {
        if (columnSide.load[column]! > columnSide.minimum[column]!) {
          reach(rows + column, distance + leaving(columnSide, column, placement));
        }
      }
    } else if (node < rows) {
      const price = distance + rowSide.price[node]!;
      if (rowSide.load[node]! > rowSide.minimum[node]!) reach(hub, distance + leaving(rowSide, node, placement));
      for (let edge = rowStart[node]!; edge < rowStart[node + 1]!; edge += 1) {
        const column = columnAt[edge]!;
        if (isChosenAt[edge] === 0) reach(rows + column, price + columnSide.price[column]! - weightAt[edge]!);
      }
    } else {
      const column = node - rows;
      if (columnSide.load[column]! < columnSide.capacity[column]!) {
        reach(hub, distance + joining(columnSide, column, placement));
      }
      for (const { row, edge } of edgesIn[column]!) {
        reach(row, distance + weightAt[edge]! - rowSide.price[row]! - columnSide.price[column]!);
      }
    }
  };
  reach(source, 0);
  let looked = 0;
  while (heap.size > 0) {
    const node = takeFirst(heap);
    leave(node);
    looked += node < rows ? rowStart[node + 1]! - rowStart[node]! : 1;
    if (looked < STRETCH) continue;
    yield 0;
    looked = 0;
  }
  return distanceOf;
}
