import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveAssignment, solvePacking, verifyOptimality, verifyPacking } from "../../../src/solve/index.ts";
import { anyPackings, bestPacking, packingOf, packings } from "../../support/packings.ts";
import { runs, shareOf } from "../../support/runs.ts";
import { thrownBy } from "../../support/thrown-by.ts";

/** Triangles of pairs that no choice covers evenly: the linear programme is half in each, and cases or cuts have to decide. */
const triangles = (count: number) =>
  packingOf(
    3 * count,
    Array.from({ length: count }, (_, at) =>
      [0, 1, 2].map((side) => ({
        rows: [3 * at + side, 3 * at + ((side + 1) % 3)],
        weight: 100 + at + side,
      })),
    ).flat(),
  );

/** Circles of four out of so many people, with weights that a formula makes. */
function circles(people: number) {
  const columns = [];
  for (let a = 0; a < people; a += 1)
    for (let b = a + 1; b < people; b += 1)
      for (let c = b + 1; c < people; c += 1)
        for (let d = c + 1; d < people; d += 1) {
          const weight = (a * 7919 + b * 104_729 + c * 1_299_709 + d * 15_485_863) % 100_003;
          columns.push({ rows: [a, b, c, d], weight, count: 4 });
        }
  return packingOf(people, columns, 4 * Math.floor(people / 4));
}

describe("solvePacking", () => {
  it("is as good as the best of all choices", () => {
    fc.assert(
      fc.property(packings(false), (problem) => {
        const packing = solvePacking(problem);
        verifyPacking(problem, packing);
        expect(packing.status).toBe("optimal");
        expect(packing.total).toBe(bestPacking(problem).total);
      }),
      runs(150),
    );
  });

  it("counts most first, then is worth most", () => {
    fc.assert(
      fc.property(packings(true), fc.integer({ min: 0, max: 9 }), (problem, most) => {
        for (const asked of [problem, { ...problem, mostCounted: most }]) {
          const packing = solvePacking(asked);
          verifyPacking(asked, packing);
          expect(packing.status).toBe("optimal");
          expect({ counted: packing.counted, total: packing.total }).toEqual(bestPacking(asked));
        }
      }),
      runs(100),
    );
  });

  it("ends with the best choice of problems of all kinds: equal columns, columns of one row, counts that do not fit", () => {
    const [both, byColumn] = [{ met: 0 }, { met: 0 }];
    fc.assert(
      fc.property(anyPackings(fc.oneof(fc.nat(3), fc.nat(1_000))), (problem) => {
        const packing = solvePacking(problem);
        expect(packing.status).toBe("optimal");
        expect({ counted: packing.counted, total: packing.total }).toEqual(bestPacking(problem));
        if (packing.counted > 0 && packing.total > 0) both.met += 1;
        if ([packing.proof.total, packing.proof.counted].some((bound) => bound?.tree.kind === "column"))
          byColumn.met += 1;
      }),
      runs(2_000),
    );
    expect(both.met).toBeGreaterThan(shareOf(300));
    expect(byColumn.met).toBeGreaterThan(shareOf(10));
  });

  it("of columns that only what they count sets against each other decides by columns", () => {
    const columns = [7, 6, 5, 4, 3].flatMap((count, row) =>
      [0, 1].map((twin) => ({ rows: [row], weight: 10 * count + twin, count })),
    );
    const problem = packingOf(5, columns, 13);
    const packing = solvePacking(problem);
    verifyPacking(problem, packing);
    expect(packing).toMatchObject({ status: "optimal", ...bestPacking(problem) });
  });

  it("decides where the linear programme is in part in several columns", () => {
    const problem = triangles(4);
    const packing = solvePacking(problem);
    expect(packing.status).toBe("optimal");
    expect(packing.total).toBe(bestPacking(problem).total);
    expect(packing.proof.total.cuts.length).toBeGreaterThan(0);
  });

  it("proves circles of four out of fourteen people by cases", () => {
    const problem = circles(14);
    const packing = solvePacking(problem);
    expect(packing.status).toBe("optimal");
    expect(packing.counted).toBe(12);
  });

  it("of columns of a row and a column of a matrix gives the total of the assignment", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(50), { minLength: 5, maxLength: 5 }), { minLength: 4, maxLength: 4 }),
        (matrix) => {
          const columns = matrix.flatMap((line, row) =>
            line.map((weight, column) => ({ rows: [row, 4 + column], weight, count: 2 })),
          );
          const packing = solvePacking(packingOf(9, columns));
          const problem = {
            layout: "dense",
            rows: 4,
            columns: 5,
            weights: Float64Array.from(matrix.flat()),
            unmatched: "last",
          } as const;
          const assignment = solveAssignment(problem);
          verifyOptimality(problem, assignment);
          expect(assignment.status === "optimal" && assignment.total).toBe(packing.total);
        },
      ),
      runs(30),
    );
  });

  it("with little work gives a choice and a bound that holds", () => {
    const problem = circles(12);
    const best = solvePacking(problem);
    for (const work of [0, 10_000, 60_000, 200_000]) {
      const packing = solvePacking(problem, { work });
      verifyPacking(problem, packing);
      expect(packing.proof.counted?.atMost).toBeGreaterThanOrEqual(best.counted);
      expect(packing.counted < best.counted || packing.proof.total.atMost >= best.total).toBe(true);
    }
  });

  it("refuses what is no packing, all faults at once", () => {
    const fit = packingOf(3, [{ rows: [0, 1], weight: 5 }]);
    const codes = (given: object): readonly string[] =>
      thrownBy(() => solvePacking({ ...fit, ...given })).issues.map(({ code }) => code);
    expect(codes({ rows: -1 })).toEqual(["NUMBER_RANGE"]);
    expect(codes({ rowAt: Int32Array.of(1, 0), weightAt: Float64Array.of(0.5) })).toEqual([
      "GRAPH_SHAPE",
      "NUMBER_NOT_INTEGER",
    ]);
    expect(codes({ weightAt: Float64Array.of(2 ** 50) })).toEqual(["LIMIT_WEIGHTS"]);
    expect(codes({ weightAt: [5] })).toEqual(["FIELD_TYPE"]);
    expect(thrownBy(() => solvePacking(fit, { work: -1 })).code).toBe("NUMBER_RANGE");
    expect(solvePacking(packingOf(0, []))).toMatchObject({ status: "optimal", total: 0 });
  });
});

describe("verifyPacking", () => {
  const problem = circles(9);
  const packing = solvePacking(problem);
  const { total } = packing.proof;

  it.each([
    ["a better total than there is", { total: packing.total + 1 }],
    ["columns that share a row", { chosen: Int32Array.of(0, 1) }],
    ["a bound below the total", { proof: { ...packing.proof, total: { ...total, atMost: packing.total - 1 } } }],
    ["no bound on what is counted", { proof: { kind: "packing", total } }],
    ["another status", { status: "best" }],
    [
      "a larger bound for what is called optimal",
      { proof: { ...packing.proof, total: { ...total, atMost: total.atMost + 1 } } },
    ],
  ])("refuses %s", (_, forged) => {
    expect(
      thrownBy(() => {
        verifyPacking(problem, { ...packing, ...forged } as typeof packing);
      }).code,
    ).toBe("PROOF_REJECTED");
  });

  it("refuses every price that is lowered at the root, and cases with lower prices", () => {
    for (let row = 0; row < problem.rows; row += 1) {
      const rowPrice = total.root.rowPrice.slice();
      if (rowPrice[row] === 0) continue;
      rowPrice[row]! -= 20 * total.scale;
      const root = { ...total.root, rowPrice };
      const bound = { ...total, root, tree: { kind: "prices", prices: root } as const };
      expect(
        thrownBy(() => {
          verifyPacking(problem, { ...packing, proof: { ...packing.proof, total: bound } });
        }).code,
      ).toBe("PROOF_REJECTED");
    }
  });
});
