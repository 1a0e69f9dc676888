import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestEntry } from "../../../src/solve/sensitivity/best-entry.ts";
import type { SparseProblem } from "../../../src/solve/problem.ts";
import { solveAssignment } from "../../../src/solve/solve-assignment.ts";
import { allChoices } from "../../support/all-choices.ts";
import { problems } from "../../support/problems.ts";
import { runs, shareOf } from "../../support/runs.ts";

type Side = "row" | "column";

const small = fc
  .oneof(
    problems({ largest: 4, unmatched: ["last", "free"] }),
    problems({ largest: 4, unmatched: ["last", "free"], minima: true, mostCapacity: 2 }),
    problems({ largest: 4, unmatched: ["last", "free"], weight: fc.integer({ min: 0, max: 9 }) }),
  )
  .filter(({ columnAt }) => columnAt.length <= 10);

function bounded(problem: SparseProblem, side: Side, what: "Capacity" | "Minimum"): Int32Array {
  const nodes = side === "row" ? problem.rows : problem.columns;
  return problem[`${side}${what}`]?.slice() ?? new Int32Array(nodes).fill(what === "Capacity" ? 1 : 0);
}

/** The same problem with a node that may have so many partners and must have at least so many. */
function withBounds(problem: SparseProblem, side: Side, node: number, capacity: number, minimum: number) {
  const [capacities, minima] = [bounded(problem, side, "Capacity"), bounded(problem, side, "Minimum")];
  capacities[node] = capacity;
  minima[node] = minimum;
  return { ...problem, [`${side}Capacity`]: capacities, [`${side}Minimum`]: minima };
}

/** What the best choice is worth, by listing all of them; -Infinity without one. */
function bestWorth(problem: SparseProblem, placement: number): number {
  return allChoices(problem).reduce((best, { placed, total }) => Math.max(best, placed * placement + total), -Infinity);
}

describe("bestEntry", () => {
  it("D8: finds who of the closed nodes adds most, with whose place and how much, by listing all choices", () => {
    const met = { entries: 0, none: 0, losing: 0, several: 0 };
    fc.assert(
      fc.property(
        small,
        fc.constantFrom<Side>("row", "column"),
        fc.constantFrom(1, 3, 5, 7, 15),
        (given, side, which) => {
          const other = side === "row" ? "column" : "row";
          const closed = [...bounded(given, side, "Capacity").keys()].filter((node) => (which >> node) % 2 === 1);
          const problem = closed.reduce((made, node) => withBounds(made, side, node, 0, 0), given);
          const answer = solveAssignment(problem);
          if (answer.status === "infeasible") return;
          const capacity = bounded(problem, other, "Capacity");
          const openable = [...capacity.keys()].filter((node) => capacity[node]! > 0);
          const { placement } = answer.proof;
          const now = bestWorth(problem, placement);
          let best: { readonly node: number; readonly seat: number; readonly gain: number } | undefined;
          const possible = new Set<number>();
          for (const node of closed) {
            const open = withBounds(problem, side, node, 1, 1);
            for (const seat of openable) {
              const least = bounded(problem, other, "Minimum")[seat]!;
              const gain = bestWorth(withBounds(open, other, seat, capacity[seat]! + 1, least), placement) - now;
              if (gain === -Infinity) continue;
              possible.add(node);
              if (best === undefined || gain > best.gain) best = { node, seat, gain };
            }
          }
          const found = bestEntry(problem, answer, { side, closed, openable });
          expect(found).toEqual(best === undefined ? undefined : { ...best, possible: [...possible] });
          if (best === undefined) met.none += 1;
          else met.entries += 1;
          if ((best?.gain ?? 0) < 0) met.losing += 1;
          if (possible.size > 1) met.several += 1;
        },
      ),
      runs(2_000),
    );
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(shareOf(8));
  });
});
