import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { OneToOneProblem } from "../../../src/solve/sparse/engine.ts";
import { enumerate, expectMatching, expectProof, fromEdges, solve } from "./oracle.ts";
import { runs } from "../../support/runs.ts";

/** Weights from a few values (ties), a wide range, or halves and thirds (doubles). */
const weightKinds = [
  fc.integer({ min: 0, max: 2 }),
  fc.constantFrom(1, 100),
  fc.integer({ min: -20, max: 20 }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.integer({ min: -30, max: 30 }).map((sixths) => sixths / 6),
] as const;

/** Up to 7 x 7, any density, rows without edges included. */
const smallProblem: fc.Arbitrary<OneToOneProblem> = fc
  .record({
    columns: fc.integer({ min: 0, max: 7 }),
    rows: fc.integer({ min: 0, max: 7 }),
    kind: fc.integer({ min: 0, max: weightKinds.length - 1 }),
    unmatched: fc.constantFrom<OneToOneProblem["unmatched"]>("free", "last", "never"),
  })
  .chain(({ columns, rows, kind, unmatched }) => {
    const row: fc.Arbitrary<[column: number, weight: number][]> =
      columns === 0
        ? fc.constant([])
        : fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: columns - 1 }), weightKinds[kind]!), {
            selector: ([column]) => column,
            maxLength: columns,
          });
    return fc
      .array(row, { minLength: rows, maxLength: rows })
      .map((edgesOfRow) => fromEdges(columns, edgesOfRow, unmatched));
  });

describe("sparse one-to-one engine", () => {
  test.prop([smallProblem], runs(6000))("L1, L2: finds the best choice of small problems", (problem) => {
    const answer = solve(problem);
    const found = expectMatching(problem, answer);
    const best = enumerate(problem);
    if (problem.unmatched !== "free") expect(found.pairs).toBe(best.pairs);
    if (answer.tolerance === 0) expect(found.total).toBe(best.total);
    else expect(found.total).toBeCloseTo(best.total, 9);
  });

  test.prop([smallProblem], runs(6000))("D1, D2: its prices prove the choice", (problem) => {
    expectProof(problem, solve(problem));
  });
});
