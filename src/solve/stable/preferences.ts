import { asPublic } from "../../base/public.ts";
import { problem as fault } from "../../base/error.ts";
import { drain, SLICE, type Steps } from "../../base/steps.ts";
import { edgesOf, type EdgeList } from "../graph.ts";
import { groupBy } from "../groups.ts";
import type { AssignmentProblem } from "../problem.ts";
import type { PreferenceLists, StableProblem } from "./problem.ts";

export interface RankedChoices {
  /** Columns that a row ranks itself, best first; the rest of its edges follow behind them. */
  readonly rowChoices?: PreferenceLists;
  /** Rows that a column ranks itself, best first. */
  readonly columnChoices?: PreferenceLists;
}

/**
 * The preference lists of a weighted graph: ranked choices where given, then the larger weight, then the smaller index.
 * Every edge is acceptable to both its ends, whatever its weight; a ranked choice without an edge is left out, so a wish
 * never makes a pair possible. Capacities are taken over, and the weights, to be summed. O(edges x log degree).
 *
 * @throws TersineError `OPTION_CONFLICT` if the graph has minimum loads or `unmatched: "never"`: a stable choice cannot
 * promise either
 */
export function preferencesFromWeights(graph: AssignmentProblem, choices: RankedChoices = {}): StableProblem {
  return asPublic("preferencesFromWeights", () => {
    return drain(preferenceSteps(graph, choices));
  });
}

/** `preferencesFromWeights`; tells the edges ranked so far. */
export function* preferenceSteps(
  problem: AssignmentProblem,
  choices: RankedChoices = {},
): Steps<StableProblem, number> {
  refusePromises(problem);
  const { rows, columns, rowCapacity, columnCapacity } = problem;
  const edges = edgesOf(problem);
  yield 0;
  const byRow = yield* rankEdges(edges, "row", choices.rowChoices);
  const byColumn = yield* rankEdges(edges, "column", choices.columnChoices);
  const weightAt = new Float64Array(byRow.edgeAt.length);
  for (let entry = 0; entry < weightAt.length; entry++) weightAt[entry] = edges.weightAt[byRow.edgeAt[entry]!]!;
  return {
    rows,
    columns,
    rowPreferences: byRow.lists,
    columnPreferences: byColumn.lists,
    ...(rowCapacity === undefined ? {} : { rowCapacity }),
    ...(columnCapacity === undefined ? {} : { columnCapacity }),
    weightAt,
  };
}

function refusePromises({ rowMinimum, columnMinimum, unmatched }: AssignmentProblem): void {
  for (const [path, minimum] of Object.entries({ rowMinimum, columnMinimum })) {
    if (minimum?.some((load) => load > 0) === true) {
      throw fault("OPTION_CONFLICT", `/${path}`, "expected no minimum loads: a stable choice cannot promise them.");
    }
  }
  if (unmatched === "never") {
    throw fault("OPTION_CONFLICT", "/unmatched", 'expected "free" or "last": a stable choice may leave rows alone.');
  }
}

/** Edges that are sorted between two pauses: a few milliseconds. */
const SORTED_EDGES = SLICE / 16;

interface RankedEdges {
  readonly lists: PreferenceLists;
  /** Edge of each entry of the lists. */
  readonly edgeAt: Int32Array;
}

/** The edges of each node of a side, best first. */
function* rankEdges(
  edges: EdgeList,
  side: "row" | "column",
  choices: PreferenceLists | undefined,
): Steps<RankedEdges, number> {
  const { rows, columns, rowAt, columnAt, weightAt } = edges;
  const [nodes, nodeAt, others, otherAt] =
    side === "row" ? [rows, rowAt, columns, columnAt] : [columns, columnAt, rows, rowAt];
  const { start, memberAt: edgeAt } = groupBy(nodeAt, nodes);
  yield 0;
  let pause = SORTED_EDGES;
  const unranked = choices?.choiceAt.length ?? 0;
  const rankOf = new Int32Array(others).fill(unranked);
  const better = (first: number, second: number): number =>
    rankOf[otherAt[first]!]! - rankOf[otherAt[second]!]! ||
    weightAt[second]! - weightAt[first]! ||
    otherAt[first]! - otherAt[second]!;
  for (let node = 0; node < nodes; node++) {
    const ranked = choices?.choiceAt.subarray(choices.start[node], choices.start[node + 1]) ?? [];
    ranked.forEach((choice: number, rank: number) => (rankOf[choice] = Math.min(rank, rankOf[choice]!)));
    edgeAt.subarray(start[node], start[node + 1]).sort(better);
    for (const choice of ranked) rankOf[choice] = unranked;
    if (start[node + 1]! < pause) continue;
    yield start[node + 1]!;
    pause = start[node + 1]! + SORTED_EDGES;
  }
  yield edgeAt.length;
  const choiceAt = new Int32Array(edgeAt.length);
  for (let entry = 0; entry < choiceAt.length; entry++) choiceAt[entry] = otherAt[edgeAt[entry]!]!;
  return { lists: { start, choiceAt }, edgeAt };
}
