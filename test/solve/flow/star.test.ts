import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveAssignment } from "../../../src/solve/solve-assignment.ts";
import type { SparseProblem } from "../../../src/solve/problem.ts";
import { verifyOptimality } from "../../../src/solve/proof/verify.ts";
import { runs, shareOf } from "../../support/runs.ts";

/** A graph in which so many edges meet at one node; what a few of its leaves are like is repeated. */
const stars = fc
  .record({
    leaves: fc.array(fc.record({ weight: fc.integer({ min: -9, max: 9 }), capacity: fc.nat(2), minimum: fc.nat(1) }), {
      minLength: 1,
      maxLength: 7,
    }),
    edges: fc.constantFrom(999, 1000, 1003),
    capacity: fc.constantFrom(0, 1, 2, 500, 900, 2000),
    minimum: fc.constantFrom(0, 0, 0, 1, 400),
    demands: fc.boolean(),
    unmatched: fc.constantFrom("free", "last"),
    isRow: fc.boolean(),
  })
  .map(({ leaves, edges, capacity, minimum, demands, unmatched, isRow }): SparseProblem => {
    const each = (key: "weight" | "capacity" | "minimum"): Int32Array =>
      Int32Array.from({ length: edges }, (_, at) => leaves[at % leaves.length]![key]);
    const many = each("capacity");
    const least = demands ? each("minimum").map((of, at) => Math.min(of, many[at]!)) : new Int32Array(edges);
    const hub = Int32Array.of(capacity);
    const hubLeast = Int32Array.of(Math.min(capacity, minimum));
    const ends = isRow
      ? { rowStart: Int32Array.of(0, edges), columnAt: Int32Array.from({ length: edges }, (_, at) => at) }
      : { rowStart: Int32Array.from({ length: edges + 1 }, (_, at) => at), columnAt: new Int32Array(edges) };
    return {
      layout: "sparse",
      rows: isRow ? 1 : edges,
      columns: isRow ? edges : 1,
      ...ends,
      weightAt: each("weight"),
      unmatched,
      rowCapacity: isRow ? hub : many,
      columnCapacity: isRow ? many : hub,
      rowMinimum: isRow ? hubLeast : least,
      columnMinimum: isRow ? least : hubLeast,
    };
  });

describe("a star", () => {
  it("is solved with a proof, and as well as where a closed node on each side makes it none", () => {
    const met = { optimal: 0, infeasible: 0 };
    fc.assert(
      fc.property(stars, (problem) => {
        const answer = solveAssignment(problem);
        verifyOptimality(problem, answer);
        // one more row and column that nobody can use, so that the general engine solves it
        const last = problem.rowStart.at(-1)!;
        const closed = (of: Int32Array | undefined): Int32Array => Int32Array.of(...(of ?? []), 0);
        const other = solveAssignment({
          ...problem,
          rows: problem.rows + 1,
          columns: problem.columns + 1,
          rowStart: Int32Array.of(...problem.rowStart, last),
          rowCapacity: closed(problem.rowCapacity),
          columnCapacity: closed(problem.columnCapacity),
          rowMinimum: closed(problem.rowMinimum),
          columnMinimum: closed(problem.columnMinimum),
        });
        expect(answer.status).toBe(other.status);
        met[answer.status] += 1;
        if (answer.status === "infeasible" || other.status === "infeasible") return;
        const { total, placedRows, placedColumns } = other;
        expect(answer).toMatchObject({ total, placedRows, placedColumns });
      }),
      runs(60),
    );
    expect(met.optimal).toBeGreaterThan(shareOf(5));
    expect(met.infeasible).toBeGreaterThan(shareOf(2));
  });
});
