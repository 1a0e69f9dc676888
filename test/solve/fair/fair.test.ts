import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TersineError } from "../../../src/base/error.ts";
import { solveFair, type FairOptions } from "../../../src/solve/fair/fair.ts";
import type { FairAssignment, LevelsProof } from "../../../src/solve/fair/problem.ts";
import type { AssignmentProblem, DenseProblem, SparseProblem } from "../../../src/solve/problem.ts";
import { solveAssignment } from "../../../src/solve/solve-assignment.ts";
import { verifyOptimality } from "../../../src/solve/proof/verify.ts";
import { runs, shareOf } from "../../support/runs.ts";

function isAccepted(problem: AssignmentProblem, assignment: FairAssignment): boolean {
  try {
    verifyOptimality(problem, assignment);
    return true;
  } catch (error) {
    if (error instanceof TersineError && error.code === "PROOF_REJECTED") return false;
    throw error;
  }
}

type Pair = readonly [row: number, column: number];

interface Instance {
  readonly rows: number;
  readonly columns: number;
  /** `undefined` where there is no edge. */
  readonly weights: readonly (number | undefined)[];
  readonly rowCapacity: readonly number[];
  readonly columnCapacity: readonly number[];
  readonly rowMinimum: readonly number[];
  readonly columnMinimum: readonly number[];
}

function problemOf(instance: Instance): DenseProblem {
  const { rows, columns, weights } = instance;
  return {
    layout: "dense",
    rows,
    columns,
    weights: Float64Array.from(weights, (weight) => weight ?? -Infinity),
    unmatched: "last",
    rowCapacity: Int32Array.from(instance.rowCapacity),
    columnCapacity: Int32Array.from(instance.columnCapacity),
    rowMinimum: Int32Array.from(instance.rowMinimum),
    columnMinimum: Int32Array.from(instance.columnMinimum),
  };
}

function solveVerified(problem: AssignmentProblem, options?: FairOptions): FairAssignment {
  const result = solveFair(problem, options);
  if (result.status !== "optimal") throw new Error("expected a fair choice, got a witness");
  verifyOptimality(problem, result);
  return result;
}

function pairsOf({ rowOf, columnOf }: FairAssignment): Pair[] {
  return Array.from(rowOf, (row, pair) => [row, columnOf[pair]!]);
}

/** What the fair objective compares, in its order; larger is better. */
function meritOf(instance: Instance, pairs: readonly Pair[]): number[] {
  const placed = new Set(pairs.map(([row]) => row)).size + new Set(pairs.map(([, column]) => column)).size;
  // a negative zero is a zero
  const weights = pairs.map(([row, column]) => instance.weights[row * instance.columns + column]! + 0);
  return [placed, pairs.length, ...weights.sort((first, second) => first - second)];
}

function compareMerit(first: readonly number[], second: readonly number[]): number {
  const differs = first.findIndex((value, at) => value !== second[at]);
  return differs < 0 ? 0 : first[differs]! - second[differs]!;
}

/** All choices within the capacities and minimum loads; the edges come by row and column, taken before left out. */
function choicesOf({ rows, columns, weights, ...bounds }: Instance): Pair[][] {
  const edges = weights.flatMap((weight, place): Pair[] =>
    weight === undefined ? [] : [[Math.floor(place / columns), place % columns]],
  );
  const choices: Pair[][] = [];
  const rowLoad = new Array<number>(rows).fill(0);
  const columnLoad = new Array<number>(columns).fill(0);
  const chosen: Pair[] = [];
  const grow = (next: number): void => {
    const edge = edges[next];
    if (edge === undefined) {
      const enough =
        rowLoad.every((load, row) => load >= bounds.rowMinimum[row]!) &&
        columnLoad.every((load, column) => load >= bounds.columnMinimum[column]!);
      if (enough) choices.push([...chosen]);
      return;
    }
    const [row, column] = edge;
    if (rowLoad[row]! < bounds.rowCapacity[row]! && columnLoad[column]! < bounds.columnCapacity[column]!) {
      rowLoad[row]!++;
      columnLoad[column]!++;
      chosen.push(edge);
      grow(next + 1);
      chosen.pop();
      rowLoad[row]!--;
      columnLoad[column]!--;
    }
    grow(next + 1);
  };
  grow(0);
  return choices;
}

/** The first of the best choices in the order of `choicesOf`, which is the canonical one. */
function bestByEnumeration(instance: Instance): { readonly pairs: Pair[]; readonly merit: number[] } | undefined {
  let best: { readonly pairs: Pair[]; readonly merit: number[] } | undefined;
  for (const pairs of choicesOf(instance)) {
    const merit = meritOf(instance, pairs);
    if (best === undefined || compareMerit(merit, best.merit) > 0) best = { pairs, merit };
  }
  return best;
}

function instances(most: number, mostCapacity: number, mostMinimum: number, weight: fc.Arbitrary<number>) {
  const side = fc.integer({ min: 0, max: most });
  const bounds = (nodes: number) =>
    fc.array(
      fc.tuple(fc.nat(mostCapacity), fc.nat(mostMinimum)).map(([a, b]) => [Math.max(a, b), b] as const),
      { minLength: nodes, maxLength: nodes },
    );
  return fc.tuple(side, side, fc.integer({ min: 1, max: 5 })).chain(([rows, columns, density]) =>
    fc
      .record({
        weights: fc.array(fc.option(weight, { nil: undefined, freq: density }), {
          minLength: rows * columns,
          maxLength: rows * columns,
        }),
        row: bounds(rows),
        column: bounds(columns),
      })
      .map(({ weights, row, column }): Instance => ({
        rows,
        columns,
        weights,
        rowCapacity: row.map(([capacity]) => capacity),
        columnCapacity: column.map(([capacity]) => capacity),
        rowMinimum: row.map(([, minimum]) => minimum),
        columnMinimum: column.map(([, minimum]) => minimum),
      })),
  );
}

const fewWeights = fc.integer({ min: -1, max: 3 });
const manyWeights = fc.oneof(
  fc.integer({ min: -50, max: 1_000_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const small = fc.oneof(
  instances(4, 3, 1, fewWeights),
  instances(4, 3, 0, manyWeights),
  instances(4, 2, 2, fewWeights),
  instances(5, 1, 0, fewWeights),
  instances(5, 1, 0, manyWeights),
);

describe("solveFair", () => {
  it("L3, L4, L5: places most, then pairs most, then has the largest ascending list of weights", () => {
    let infeasible = 0;
    fc.assert(
      fc.property(small, (instance) => {
        const best = bestByEnumeration(instance);
        const result = solveFair(problemOf(instance));
        if (best === undefined) {
          expect(result.status).toBe("infeasible");
          infeasible++;
          return;
        }
        const pairs = pairsOf(solveVerified(problemOf(instance)));
        expect(choicesOf(instance).map(String)).toContain(String(pairs));
        expect(meritOf(instance, pairs)).toEqual(best.merit);
      }),
      runs(10_000),
    );
    expect(infeasible).toBeGreaterThan(shareOf(20));
  });

  it("X3: chooses the first of the fair choices by row and column when ties are canonical", () => {
    fc.assert(
      fc.property(small, (instance) => {
        const best = bestByEnumeration(instance);
        fc.pre(best !== undefined);
        expect(pairsOf(solveVerified(problemOf(instance), { ties: "canonical" }))).toEqual(best.pairs);
      }),
      runs(800),
    );
  });

  it("L6: never lowers the worst weight when a weight is raised", () => {
    fc.assert(
      fc.property(instances(6, 2, 0, fewWeights), fc.nat(35), fc.integer({ min: 1, max: 3 }), (instance, at, by) => {
        fc.pre(at < instance.weights.length);
        const weights = instance.weights.map((weight, place) =>
          place === at && weight !== undefined ? weight + by : weight,
        );
        const worst = (one: Instance): number => meritOf(one, pairsOf(solveVerified(problemOf(one))))[2] ?? 0;
        expect(worst({ ...instance, weights })).toBeGreaterThanOrEqual(worst(instance));
      }),
    );
  });

  it("L4, L8: costs total, never more than the best choice has; one to one, also among choices that place as many", () => {
    fc.assert(
      fc.property(instances(6, 1, 0, fewWeights), (instance) => {
        const problem = problemOf(instance);
        const fair = solveVerified(problem);
        for (const unmatched of ["free", "last"] as const) {
          const best = solveAssignment({ ...problem, unmatched });
          if (best.status !== "optimal") throw new Error("expected an optimum without minimum loads");
          const total = pairsOf(fair).reduce(
            (sum, [row, column]) => sum + problem.weights[row * problem.columns + column]!,
            0,
          );
          expect(fair.total).toBe(total);
          expect(best.total - fair.total).toBeGreaterThanOrEqual(0);
          if (unmatched === "last") expect(best.placedRows).toBe(fair.placedRows);
        }
      }),
    );
  });

  it("C11, C17: depends only on the order of the weights, and not on which side is which", () => {
    fc.assert(
      fc.property(instances(7, 3, 0, fewWeights), (instance) => {
        const fair = solveVerified(problemOf(instance), { ties: "canonical" });
        const stretched = { ...instance, weights: instance.weights.map((weight) => weight && weight ** 3 + 1 / 3) };
        expect(pairsOf(solveVerified(problemOf(stretched), { ties: "canonical" }))).toEqual(pairsOf(fair));
        const { rows, columns } = instance;
        const turned: Instance = {
          rows: columns,
          columns: rows,
          weights: Array.from({ length: rows * columns }, (_, place) => {
            return instance.weights[(place % rows) * columns + Math.floor(place / rows)];
          }),
          rowCapacity: instance.columnCapacity,
          columnCapacity: instance.rowCapacity,
          rowMinimum: instance.columnMinimum,
          columnMinimum: instance.rowMinimum,
        };
        const merit = meritOf(turned, pairsOf(solveVerified(problemOf(turned))));
        expect(merit).toEqual(meritOf(instance, pairsOf(fair)));
      }),
    );
  });

  it("C20: gives the same pairs for the sparse and the dense layout", () => {
    fc.assert(
      fc.property(instances(6, 3, 0, fewWeights), (instance) => {
        const dense = problemOf(instance);
        const rowStart = new Int32Array(dense.rows + 1);
        const columnAt: number[] = [];
        const weightAt: number[] = [];
        dense.weights.forEach((weight, place) => {
          if (weight === -Infinity) return;
          columnAt.push(place % dense.columns);
          weightAt.push(weight);
          rowStart[Math.floor(place / dense.columns) + 1] = columnAt.length;
        });
        for (let row = 0; row < dense.rows; row++) rowStart[row + 1] = Math.max(rowStart[row + 1]!, rowStart[row]!);
        const sparse: SparseProblem = {
          rows: dense.rows,
          columns: dense.columns,
          unmatched: "last",
          rowCapacity: Int32Array.from(instance.rowCapacity),
          columnCapacity: Int32Array.from(instance.columnCapacity),
          layout: "sparse",
          rowStart,
          columnAt: Int32Array.from(columnAt),
          weightAt: Int32Array.from(weightAt),
        };
        expect(solveVerified(sparse)).toEqual(solveVerified(dense));
      }),
    );
  });

  it("A2, D7: shows which nodes need more partners than there are", () => {
    let witnesses = 0;
    fc.assert(
      fc.property(instances(5, 3, 2, fewWeights), fc.boolean(), (instance, never) => {
        const problem = { ...problemOf(instance), unmatched: never ? "never" : "last" } as const;
        const result = solveFair(problem);
        if (result.status === "optimal") {
          verifyOptimality(problem, result);
          return;
        }
        witnesses++;
        verifyOptimality(problem, result);
        const { side, nodes, needed, available } = result.witness;
        const isRow = side === "row";
        const minimum = isRow
          ? instance.rowMinimum.map((least) => Math.max(least, never ? 1 : 0))
          : instance.columnMinimum;
        const capacity = isRow ? instance.columnCapacity : instance.rowCapacity;
        const hasEdge = (node: number, other: number): boolean =>
          instance.weights[isRow ? node * instance.columns + other : other * instance.columns + node] !== undefined;
        const listed = Array.from(nodes);
        expect(new Set(listed).size).toBe(listed.length);
        expect(needed).toBe(listed.reduce((sum, node) => sum + minimum[node]!, 0));
        const room = capacity.map((seats, other) =>
          Math.min(seats, listed.filter((node) => hasEdge(node, other)).length),
        );
        const ownSeats = isRow ? instance.rowCapacity : instance.columnCapacity;
        const seatsOfListed = listed.reduce((sum, node) => sum + ownSeats[node]!, 0);
        expect(available).toBe(
          Math.min(
            seatsOfListed,
            room.reduce((sum, seats) => sum + seats, 0),
          ),
        );
        expect(needed).toBeGreaterThan(available);
      }),
      runs(500),
    );
    expect(witnesses).toBeGreaterThan(shareOf(50));
  });

  it("A7: ends within pairs x (edges + nodes) for each different weight, however hard the ties", () => {
    const size = 24;
    const families: Readonly<Record<string, (row: number, column: number) => number>> = {
      constant: () => 1,
      twoValued: (row, column) => (row * 7 + column * 3) % 2,
      product: (row, column) => row * column,
      negativeProduct: (row, column) => -row * column,
      equalRows: (_, column) => column,
      scattered: (row, column) => (row * 7919 + column * 104_729) % 1009,
    };
    for (const weigh of Object.values(families)) {
      const weights = Float64Array.from({ length: size * size }, (_, place) =>
        weigh(Math.floor(place / size), place % size),
      );
      for (const ties of ["any", "canonical"] as const) {
        const problem = { layout: "dense", rows: size, columns: size, weights, unmatched: "last" } as const;
        const fair = solveVerified(problem, { ties });
        expect(fair.placedRows).toBe(size);
        expect(fair.work).toBeLessThan((new Set(weights).size + 2) * size * 8 * (weights.length + 2 * size));
      }
    }
  });

  it("A8: has nothing to choose on an empty side", () => {
    const empty = { layout: "dense", rows: 0, columns: 3, weights: new Float64Array(0), unmatched: "never" } as const;
    expect(pairsOf(solveVerified(empty))).toEqual([]);
  });

  it("refuses to leave nodes alone for a better total", () => {
    const free = { layout: "dense", rows: 1, columns: 1, weights: Float64Array.of(1), unmatched: "free" } as const;
    expect(() => solveFair(free)).toThrow("/unmatched");
  });
});

describe("verifyOptimality", () => {
  it("D4: accepts another choice only if it is as fair, and rejects changed prices, levels and counts", () => {
    let rejected = 0;
    fc.assert(
      fc.property(instances(4, 2, 0, fewWeights), (instance) => {
        const problem = problemOf(instance);
        const fair = solveVerified(problem);
        const merit = meritOf(instance, pairsOf(fair));
        for (const pairs of choicesOf(instance)) {
          const other = { ...fair, ...withPairs(instance, pairs) };
          const asFair = compareMerit(meritOf(instance, pairs), merit) === 0;
          expect(isAccepted(problem, other)).toBe(asFair);
          if (!asFair) rejected++;
        }
        const { proof } = fair;
        for (const [at, level] of proof.levels.entries()) {
          const levels = proof.levels.with(at, { ...level, count: level.count + 1 });
          expect(isAccepted(problem, { ...fair, proof: { ...proof, levels } })).toBe(false);
          expect(isAccepted(problem, { ...fair, proof: withoutPrices(proof, at) })).toBe(false);
        }
        expect(isAccepted(problem, { ...fair, total: fair.total + 1 })).toBe(false);
        expect(isAccepted(problem, { ...fair, placedRows: fair.placedRows - 1 })).toBe(false);
      }),
      runs(800),
    );
    expect(rejected).toBeGreaterThan(shareOf(400));
  });
});

function withoutPrices(proof: LevelsProof, at: number): LevelsProof {
  const none = new Int32Array(0);
  const level = { ...proof.levels[at]!, rows: none, rowPrice: none, columns: none, columnPrice: none };
  return { ...proof, levels: proof.levels.with(at, level) };
}

function withPairs(instance: Instance, pairs: readonly Pair[]) {
  return {
    rowOf: Int32Array.from(pairs, ([row]) => row),
    columnOf: Int32Array.from(pairs, ([, column]) => column),
    total: pairs.reduce((sum, [row, column]) => sum + instance.weights[row * instance.columns + column]!, 0),
    placedRows: new Set(pairs.map(([row]) => row)).size,
    placedColumns: new Set(pairs.map(([, column]) => column)).size,
  };
}
