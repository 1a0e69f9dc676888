import { problem as fault } from "../../base/error.ts";
import { edgesOf } from "../edge-list.ts";
import { drain, type Engine } from "../engine.ts";
import type { AssignmentProblem } from "../problem.ts";
import type { PreferenceLists, StableProblem } from "./problem.ts";
import { STRETCH } from "../stretch.ts";
import { inStretches } from "../stretches.ts";

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
  return drain(preferencesInSteps(graph, choices));
}

/** `preferencesFromWeights` as a generator that yields the edges ranked so far every few milliseconds. */
export function* preferencesInSteps(graph: AssignmentProblem, choices: RankedChoices = {}): Engine<StableProblem> {
  refusePromises(graph);
  const { rows, columns } = graph;
  const { rowAt, columnAt, weightAt } = edgesOf(graph);
  yield 0;
  const byRow = yield* rankEdges(rowAt, columnAt, weightAt, rows, columns, choices.rowChoices);
  const byColumn = yield* rankEdges(columnAt, rowAt, weightAt, columns, rows, choices.columnChoices);
  const weightOfEntry = new Float64Array(byRow.edgeAt.length);
  yield* inStretches(weightOfEntry.length, weightOfEntry.length, (from, until) => {
    const { edgeAt } = byRow;
    for (let entry = from; entry < until; entry++) weightOfEntry[entry] = weightAt[edgeAt[entry]!]!;
  });
  return {
    rows,
    columns,
    rowPreferences: byRow.lists,
    columnPreferences: byColumn.lists,
    ...(graph.rowCapacity === undefined ? {} : { rowCapacity: graph.rowCapacity }),
    ...(graph.columnCapacity === undefined ? {} : { columnCapacity: graph.columnCapacity }),
    weightAt: weightOfEntry,
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
const SORTED_AT_A_TIME = STRETCH / 16;

/** The edges of each node, best first. */
function* rankEdges(
  nodeAt: Int32Array,
  otherAt: Int32Array,
  weightAt: Int32Array | Float64Array,
  nodes: number,
  others: number,
  choices: PreferenceLists | undefined,
): Engine<{ readonly lists: PreferenceLists; readonly edgeAt: Int32Array }> {
  const start = new Int32Array(nodes + 1);
  yield* inStretches(nodeAt.length, 0, (from, until) => {
    for (let edge = from; edge < until; edge++) start[nodeAt[edge]! + 1]!++;
  });
  for (let node = 0; node < nodes; node++) start[node + 1]! += start[node]!;
  const end = start.slice();
  const edgeAt = new Int32Array(nodeAt.length);
  yield* inStretches(nodeAt.length, 0, (from, until) => {
    for (let edge = from; edge < until; edge++) edgeAt[end[nodeAt[edge]!]!++] = edge;
  });
  yield 0;
  let pause = SORTED_AT_A_TIME;
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
    pause = start[node + 1]! + SORTED_AT_A_TIME;
  }
  yield edgeAt.length;
  const choiceAt = new Int32Array(edgeAt.length);
  yield* inStretches(edgeAt.length, edgeAt.length, (from, until) => {
    for (let entry = from; entry < until; entry++) choiceAt[entry] = otherAt[edgeAt[entry]!]!;
  });
  return { lists: { start, choiceAt }, edgeAt };
}
