import { beforeAll, describe, expect, it } from "vitest";
import { solveWithQuotas, verifyOptimality, type EdgeQuota, type QuotaProblem } from "../../../src/solve/index.ts";
import { drawer } from "../../support/enumerate-fast.ts";
import { programmeSolver } from "../../support/linear-programme.ts";
import { sparse } from "../../support/problems.ts";

type Draw = (below: number) => number;
/** A quota in words of the two ends of a pair. */
type Asked = readonly [isCounted: (row: number, column: number) => boolean, minimum: number, maximum?: number];

interface Family {
  readonly name: string;
  readonly unmatched: QuotaProblem["unmatched"];
  /** Per cent of all pairs. */
  readonly density: number;
  readonly weight: (draw: Draw, row: number, column: number) => number;
  readonly quotas: (size: number) => readonly Asked[];
}

const fine = (draw: Draw): number => draw(1_000_000);
const coarse = (draw: Draw): number => 1_000_000 * draw(2);
const part = (size: number, share: number): number => Math.round(size * share);

/** What programmes ask: counts by department, site and level, which cost people, or ask for a parity that cannot be. */
const families: readonly Family[] = [
  {
    name: "two plain quotas and worths of 0 and 1",
    unmatched: "last",
    density: 100,
    weight: (_, row, column) => (row % 5 === column % 7 ? 1_000_000 : 0),
    quotas: (size) => [
      [(row) => row % 2 === 1, 1, part(size, 0.35)],
      [(row, column) => row < 5 === column < 5, 2, part(size, 0.4)],
    ],
  },
  {
    name: "an exact count of pairs of one site",
    unmatched: "last",
    density: 100,
    weight: (_, row, column) => 100_000 * ((7 * row + 3 * column) % 10),
    quotas: (size) => {
      const odd = 2 * Math.floor(size / 4) + 1;
      return [[(row, column) => row < size / 2 === column < size / 2, odd, odd]];
    },
  },
  {
    name: "a count of the wrong parity",
    unmatched: "never",
    density: 100,
    weight: (draw) => draw(2),
    quotas: (size) => [[(row, column) => (row + column) % 2 === 0, (size >> 1) | 1, (size >> 1) | 1]],
  },
  {
    name: "caps on departments and nearly tied worths",
    unmatched: "last",
    density: 100,
    weight: (_, row, column) => Math.round((1e6 * ((37 * row + 91 * column) % 101)) / 101),
    quotas: (size) => [
      [(row) => row % 7 === 1, 0, part(size, 0.07)],
      [(_, column) => column % 5 === 2, 0, part(size, 0.1)],
      [(row, column) => row % 7 !== column % 5, part(size, 0.6), part(size, 0.7)],
    ],
  },
  {
    name: "exact counts by level",
    unmatched: "last",
    density: 60,
    weight: fine,
    quotas: (size) => [
      [(row, column) => row % 3 === 0 && column % 3 === 0, part(size, 0.1), part(size, 0.1)],
      [(row, column) => row % 3 === 1 && column % 3 === 1, part(size, 0.12), part(size, 0.12)],
      [(row, column) => row % 2 !== column % 2, part(size, 0.55), part(size, 0.55)],
      [(row, column) => (3 * row + column) % 5 === 0, part(size, 0.25), part(size, 0.25)],
    ],
  },
  {
    name: "overlapping minima and caps with ties",
    unmatched: "free",
    density: 50,
    weight: coarse,
    quotas: (size) => [
      [(row, column) => row % 4 === (column + 1) % 4, part(size, 0.2)],
      [(row, column) => row % 3 === column % 3, 0, part(size, 0.15)],
      [(row, column) => row % 2 !== column % 2, part(size, 0.5)],
    ],
  },
  {
    name: "minima that no choice meets together",
    unmatched: "last",
    density: 70,
    weight: fine,
    quotas: (size) => [
      [(row, column) => row % 2 === 0 && column % 2 === 0, part(size, 0.4)],
      [(row, column) => row % 2 === 0 && column % 2 === 1, part(size, 0.3)],
    ],
  },
];

function instanceOf({ unmatched, density, weight, quotas }: Family, size: number): QuotaProblem {
  const draw = drawer(size);
  const pairs = Array.from({ length: size * size }, (_, place) => {
    const isThere = draw(100) < density;
    const value = weight(draw, Math.floor(place / size), place % size);
    return isThere ? value : -Infinity;
  });
  const graph = sparse(size, size, pairs, unmatched);
  const rowAt = new Int32Array(graph.columnAt.length);
  for (let row = 0; row < size; row += 1) rowAt.fill(row, graph.rowStart[row], graph.rowStart[row + 1]);
  const edges = Int32Array.from(graph.columnAt.keys());
  return {
    ...graph,
    quotas: quotas(size).map(([isCounted, minimum, maximum]): EdgeQuota => {
      const counted = edges.filter((edge) => isCounted(rowAt[edge] ?? 0, graph.columnAt[edge] ?? 0));
      return { edges: counted, minimum, ...(maximum === undefined ? {} : { maximum }) };
    }),
  };
}

describe("families of quotas", () => {
  let solve: Awaited<ReturnType<typeof programmeSolver>>;
  beforeAll(async () => {
    solve = await programmeSolver();
  });

  it.each(families)("$name: the optimum of HiGHS, or no choice either", { timeout: 120_000 }, (family) => {
    for (const size of [6, 8, 11, 14]) {
      const problem = instanceOf(family, size);
      const answer = solveWithQuotas(problem);
      verifyOptimality(problem, answer);
      const truth = solve(problem);
      if (answer.status === "infeasible" || truth === undefined) {
        expect([size, answer.status]).toEqual([size, truth === undefined ? "infeasible" : "a choice"]);
        continue;
      }
      expect([size, answer.status, answer.total]).toEqual([size, "optimal", truth.total]);
      if (problem.unmatched !== "free") expect(answer.placedRows + answer.placedColumns).toBe(truth.placed);
    }
  });
});
