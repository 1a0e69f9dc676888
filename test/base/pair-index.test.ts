import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairIndex } from "../../src/base/pair-index.ts";

const size = fc.integer({ min: 1, max: 40 });

describe("pairIndex", () => {
  it("numbers all pairs row by row, each once, and finds them again", () => {
    fc.assert(
      fc.property(size, size, (rows, columns) => {
        const { keyOf, rowOf, columnOf } = pairIndex(rows, columns);
        let key = 0;
        for (let row = 0; row < rows; row += 1) {
          for (let column = 0; column < columns; column += 1) {
            expect([keyOf(row, column), rowOf(key), columnOf(key)]).toEqual([key, row, column]);
            key += 1;
          }
        }
      }),
    );
  });

  it("throws for a pair that there is not, so also for most that are turned round", () => {
    const { keyOf } = pairIndex(3, 2);
    for (const [row, column] of [
      [0, 2],
      [3, 0],
      [-1, 0],
      [0, -1],
      [Number.NaN, 0],
    ] as const) {
      expect(() => keyOf(row, column)).toThrow(expect.objectContaining({ code: "INTERNAL" }));
    }
  });
});
