import { describe, expect, it } from "vitest";
import {
  benjaminiHochberg,
  detectableGap,
  exactTest,
  fisher,
  holm,
  kaplanMeier,
  rankSum,
} from "../../../src/evaluate/index.ts";
import { thrownBy } from "../../support/thrown-by.ts";

const HUGE = [1e9, 1e15, 2 ** 53, Infinity, Number.NaN, -1, 0.5];
const table = { k: 3, n: 10, total: 8, people: 22 };
const endless = { length: 2 ** 32 - 1 } as unknown as readonly number[];

describe("counts of which no distribution can be laid out", () => {
  it.each(HUGE)("%d is refused with its place, and does not run for ever", (count) => {
    for (const field of ["k", "n", "total", "people"] as const) {
      const { issues } = thrownBy(() => exactTest([{ ...table, [field]: count }]));
      expect(issues.every(({ code, path }) => code === "NUMBER_RANGE" && path.startsWith("/strata/0/"))).toBe(true);
    }
    for (const field of ["k", "n"] as const)
      expect(thrownBy(() => fisher({ k: 3, n: 10, [field]: count }, { k: 1, n: 9 })).code).toBe("NUMBER_RANGE");
    expect(thrownBy(() => detectableGap(count, 20, 0.4)).code).toBe("NUMBER_RANGE");
    expect(thrownBy(() => detectableGap(20, count, 0.4)).code).toBe("NUMBER_RANGE");
  });

  it.each([2, 2 ** 53, -1, Number.NaN])("%d is no share", (share) => {
    expect(thrownBy(() => detectableGap(10, 20, share)).code).toBe("NUMBER_RANGE");
    expect(thrownBy(() => detectableGap(10, 20, 0.5, { level: share })).code).toBe("NUMBER_RANGE");
    expect(thrownBy(() => detectableGap(10, 20, 0.5, { power: share })).code).toBe("NUMBER_RANGE");
  });

  it("many wide strata are refused by what their sum takes", () => {
    const wide = { k: 1, n: 100_000, total: 100_000, people: 400_000 };
    expect(thrownBy(() => exactTest([wide, wide])).issues[0]?.message).toContain("2000000000 products");
  });

  it("what only has a length is no list", () => {
    for (const call of [
      () => holm(endless),
      () => benjaminiHochberg(endless),
      () => rankSum(endless, [1]),
      () => rankSum([1], endless),
    ])
      expect(thrownBy(call).code).toBe("LIST_EXPECTED");
    expect(thrownBy(() => kaplanMeier(endless as never)).code).toBe("INPUT_TYPE");
  });
});
