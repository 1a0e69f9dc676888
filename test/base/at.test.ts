import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, valueOf } from "../../src/base/at.ts";

const internal: unknown = expect.objectContaining({ code: "INTERNAL" });

describe("at", () => {
  it("gives every entry of a list, also one that is undefined or 0", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer(), { nil: undefined }), { minLength: 1 }), (items) => {
        expect(items.map((_, index) => at(items, index))).toEqual(items);
      }),
    );
    expect(at(Int32Array.of(5, 0), 1)).toBe(0);
  });

  it("throws for every other index, none included", () => {
    for (const index of [-1, 2, 0.5, Number.NaN, Number.POSITIVE_INFINITY, undefined]) {
      expect(() => at(Int32Array.of(5, 6), index)).toThrow(internal);
    }
  });

  it("gives the value of a key, and throws for a key that the map lacks", () => {
    const map = new Map([
      ["a", undefined],
      ["b", 0],
    ] as const);
    expect([valueOf(map, "a"), valueOf(map, "b")]).toEqual([undefined, 0]);
    expect(() => valueOf(new Map<string, number>(), "a")).toThrow(internal);
  });
});
