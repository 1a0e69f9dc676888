import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { servingSeats } from "../../../src/solve/sensitivity/serving-seats.ts";
import type { SparseProblem } from "../../../src/solve/problem.ts";
import { solveAssignment } from "../../../src/solve/solve-assignment.ts";
import { problems } from "../../support/problems.ts";
import { runs, shareOf } from "../../support/runs.ts";

type Side = "row" | "column";

const raised = (of: Int32Array | undefined, length: number, node: number, otherwise: number): Int32Array => {
  const all = of?.slice() ?? new Int32Array(length).fill(otherwise);
  all[node]! += 1;
  return all;
};

const oneMorePlace = (problem: SparseProblem, side: Side, node: number): SparseProblem =>
  side === "row"
    ? { ...problem, rowCapacity: raised(problem.rowCapacity, problem.rows, node, 1) }
    : { ...problem, columnCapacity: raised(problem.columnCapacity, problem.columns, node, 1) };

/** The same problem with an idle node, which has no minimum, made to take a partner. */
const placing = (problem: SparseProblem, side: Side, node: number): SparseProblem =>
  side === "row"
    ? { ...problem, rowMinimum: raised(problem.rowMinimum, problem.rows, node, 0) }
    : { ...problem, columnMinimum: raised(problem.columnMinimum, problem.columns, node, 0) };

/** What an optimal choice is worth, placement first; nothing without one. */
function worth(problem: SparseProblem): readonly number[] | undefined {
  const answer = solveAssignment(problem);
  if (answer.status === "infeasible") return undefined;
  return [problem.unmatched === "free" ? 0 : answer.placedRows + answer.placedColumns, answer.total];
}

describe("servingSeats", () => {
  it("D8: lists a place if and only if an optimal choice with it serves the node, by two solves for each place", () => {
    const met = { listed: 0, not: 0, free: 0 };
    fc.assert(
      fc.property(
        fc.oneof(
          problems({ unmatched: ["last", "free"], mostCapacity: 2, minima: true }),
          problems({ unmatched: ["last", "free"], weight: fc.integer({ min: 0, max: 1_000 }), mostCapacity: 2 }),
          problems({ unmatched: ["last"], weight: fc.integer({ min: 0, max: 9 }), mostCapacity: 1, largest: 7 }),
        ),
        (problem) => {
          const answer = solveAssignment(problem);
          if (answer.status === "infeasible") return;
          for (const side of ["row", "column"] as const) {
            const [nodes, others, used] =
              side === "row"
                ? [problem.rows, problem.columns, answer.rowOf]
                : [problem.columns, problem.rows, answer.columnOf];
            const capacity = side === "row" ? problem.rowCapacity : problem.columnCapacity;
            for (let node = 0; node < nodes; node += 1) {
              if (used.includes(node) || capacity?.[node] === 0) continue;
              const { nodes: listed, cost } = servingSeats(problem, answer, side, node);
              const asIs = worth(placing(problem, side, node));
              expect(cost === 0).toBe(JSON.stringify(asIs) === JSON.stringify(worth(problem)));
              expect(cost === Infinity).toBe(asIs === undefined);
              for (let place = 0; place < others; place += 1) {
                const wider = oneMorePlace(problem, side === "row" ? "column" : "row", place);
                const serves = JSON.stringify(worth(wider)) === JSON.stringify(worth(placing(wider, side, node)));
                if (cost === 0) met.free += 1;
                else met[serves ? "listed" : "not"] += 1;
                if (cost === 0) expect(listed).toContain(place);
                else expect(listed.includes(place)).toBe(serves);
              }
            }
          }
        },
      ),
      runs(1_000),
    );
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(shareOf(50));
  });
});
