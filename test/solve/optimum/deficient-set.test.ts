import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deficientSet } from "../../../src/solve/optimum/deficient-set.ts";
import type { SparseProblem } from "../../../src/solve/problem.ts";
import { problems } from "../../support/problems.ts";
import { runs, shareOf } from "../../support/runs.ts";

type Pair = readonly [row: number, column: number];

function edgesOf({ rows, rowStart, columnAt }: SparseProblem): readonly Pair[] {
  return Array.from({ length: rows }, (_, row) => row).flatMap((row) =>
    Array.from(columnAt.subarray(rowStart[row], rowStart[row + 1]), (column): Pair => [row, column]),
  );
}

/** The closure as it is defined, by going over all edges until nothing is new. */
function closure(edges: readonly Pair[], chosen: readonly Pair[], isRow: boolean, starts: readonly number[]): number[] {
  const turn = ([row, column]: Pair): Pair => (isRow ? [row, column] : [column, row]);
  const isChosen = (pair: Pair): boolean => chosen.some(([row, column]) => row === pair[0] && column === pair[1]);
  const free = edges.filter((edge) => !isChosen(edge)).map(turn);
  const taken = chosen.map(turn);
  const nodes = new Set(starts);
  for (let size = -1; size < nodes.size;) {
    size = nodes.size;
    const reached = free.filter(([node]) => nodes.has(node)).map(([, other]) => other);
    for (const [node, other] of taken) if (reached.includes(other)) nodes.add(node);
  }
  return [...nodes].sort((a, b) => a - b);
}

describe("deficientSet", () => {
  it("D4: closes any nodes of either side as going over all edges does, whatever is chosen", () => {
    const graphs = problems({ largest: 12, mostCapacity: 1 });
    const anything = fc.array(fc.nat(10_000), { maxLength: 12 });
    let grown = 0;
    fc.assert(
      fc.property(graphs, anything, anything, fc.boolean(), (problem, picks, from, isRow) => {
        const edges = edgesOf(problem);
        const places = edges.length === 0 ? [] : [...new Set(picks.map((pick) => pick % edges.length))];
        const chosen = places.sort((a, b) => a - b).flatMap((place) => [edges[place] ?? [0, 0]]);
        const nodes = isRow ? problem.rows : problem.columns;
        const starts = nodes === 0 ? [] : [...new Set(from.map((node) => node % nodes))];
        const choice = {
          rowOf: Int32Array.from(chosen, ([row = 0]) => row),
          columnOf: Int32Array.from(chosen, ([, column = 0]) => column),
        };
        const found = deficientSet(problem, choice, isRow ? "row" : "column", starts);
        const expected = closure(
          edges,
          chosen.map(([row = 0, column = 0]): Pair => [row, column]),
          isRow,
          starts,
        );
        expect([...found]).toEqual(expected);
        if (expected.length > starts.length) grown += 1;
      }),
      runs(2_000),
    );
    expect(grown).toBeGreaterThan(shareOf(300));
  });
});
