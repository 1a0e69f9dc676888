import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placesBefore, sharedEnds } from "../../../src/base/organisation/shared-ends.ts";

const lists = fc.array(fc.nat(5), { maxLength: 8 });

describe("shared ends", () => {
  it("are the longest that two lists have, and never overlap", () => {
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const { first, last } = sharedEnds(before, after);
        const most = Math.min(before.length, after.length);
        expect(first + last).toBeLessThanOrEqual(most);
        expect(after.slice(0, first)).toEqual(before.slice(0, first));
        expect(after.slice(after.length - last)).toEqual(before.slice(before.length - last));
        if (first + last === most) return;
        expect(after[first]).not.toBe(before[first]);
        expect(after.at(-1 - last)).not.toBe(before.at(-1 - last));
      }),
    );
  });

  it("tell of each item where it was, as looking for it does", () => {
    const unique = fc.uniqueArray(fc.nat(12), { maxLength: 12 });
    fc.assert(
      fc.property(unique, unique, (before, after) => {
        const places = placesBefore(before, after, (item) => item);
        expect([...places]).toEqual(after.map((item) => before.indexOf(item)));
      }),
    );
  });
});
