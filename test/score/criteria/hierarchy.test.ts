import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildOrgChart } from "../../../src/base/organisation/chart.ts";
import {
  commonManager,
  FULL_SCORE,
  hierarchy,
  hierarchyCurve,
  levelsOf,
  NO_INFORMATION,
  prepareScore,
  scorePair,
  settleSeniority,
  treeDistance,
} from "../../../src/score/index.ts";
import { failureOf } from "../support/failure.ts";

/** head - (a - (c, d - e), b), and an island. */
const chart = buildOrgChart([
  { id: "head", manager: undefined, dotted: [] },
  { id: "a", manager: 0, dotted: [] },
  { id: "b", manager: 0, dotted: [] },
  { id: "c", manager: 1, dotted: [] },
  { id: "d", manager: 1, dotted: [] },
  { id: "e", manager: 4, dotted: [] },
  { id: "island", manager: undefined, dotted: [] },
  { id: "other head", manager: undefined, dotted: [] },
  { id: "other", manager: 7, dotted: [] },
]);

describe("hierarchy", () => {
  it.each([
    [-3, 0],
    [0, 0],
    [1, 500_000],
    [1.5, 750_000],
    [2, 1_000_000],
    [3, 1_000_000],
    [4, 1_000_000],
    [5, 812_500],
    [6, 625_000],
    [8, 250_000],
    [100, 250_000],
  ])("gives a gap of %d levels %d micro-points", (gap, points) => {
    expect(hierarchyCurve()(gap)).toBe(points);
    expect(hierarchy().value({ level: 2 }, { level: 2 + gap })).toBe(points / FULL_SCORE);
  });

  it("S1: any curve rises to the ideal band, is 1 in it, falls after it, and stays whole", () => {
    const corners = fc.tuple(
      fc.integer({ min: -5, max: 5 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 1, max: 6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(corners, fc.integer({ min: -80, max: 200 }), ([tooNear, up, band, down, farValue], tenths) => {
        const from = tooNear + up;
        const curve = hierarchyCurve({ tooNear, ideal: [from, from + band], tooFar: from + band + down, farValue });
        const [gap, points] = [tenths / 10, curve(tenths / 10)];
        expect(Number.isInteger(points)).toBe(true);
        if (gap <= tooNear) expect(points).toBe(0);
        else if (gap <= from) expect(points).toBeGreaterThanOrEqual(curve(gap - 0.1));
        else if (gap <= from + band) expect(points).toBe(FULL_SCORE);
        else expect(points).toBeLessThanOrEqual(curve(Math.max(from, gap - 0.1)));
        expect(points).toBeGreaterThanOrEqual(gap > from ? Math.round(farValue * FULL_SCORE) : 0);
      }),
      { numRuns: 500 },
    );
  });

  it("refuses corners out of order", () => {
    for (const curve of [
      { tooNear: 2 },
      { ideal: [4, 2] as const },
      { tooFar: 4 },
      { tooFar: Infinity },
      { farValue: 2 },
    ]) {
      expect(failureOf(() => hierarchy({ curve })).code).toBe("NUMBER_RANGE");
    }
  });

  it("S10: reads numbers, names on the ladder, or the chart, settled once for a pool", () => {
    const levels = ["Junior", "Lead", "Director"];
    expect(hierarchy().value({ level: "junior" }, { level: "DIRECTOR" }, { levels })).toBe(1);
    expect(hierarchy().value({ id: "e" }, { id: "a" }, { chart })).toBe(1);
    expect(hierarchy().value({ id: "a" }, { id: "e" }, { chart })).toBe(0);
    const pool = { mentors: [{ id: "e" }, { level: 1 }], mentees: [{ id: "a" }, { level: 3 }], context: { chart } };
    expect(settleSeniority(pool).seniority).toBe("level");
    const prepared = hierarchy().prepare(pool);
    expect(prepared.points(0, 0)).toBe(NO_INFORMATION);
    expect(prepared.points(1, 1)).toBe(FULL_SCORE);
    expect(prepared.facts(1, 0)).toEqual({ kind: "hierarchy", missing: "mentor" });
    expect(prepared.facts(1, 1)).toEqual({ kind: "hierarchy", levelGap: 2 });
    const row = new Int32Array(2);
    prepareScore([hierarchy({ missing: 0.5 })], pool).scoreRow(1, row);
    expect([...row]).toEqual([FULL_SCORE / 2, FULL_SCORE]);
  });

  it("O4: people outside the chart are unknown, never at the top", () => {
    const levels = levelsOf([{ id: "head" }, { id: "e" }, { id: "island" }, { id: "nobody" }, {}], { chart });
    expect([...levels]).toEqual([0, -3, NaN, NaN, NaN]);
    expect(scorePair({ id: "island" }, { id: "head" }, [hierarchy()], { chart })).toMatchObject({ informed: false });
  });

  it("LEVEL_TYPE and LEVEL_UNKNOWN: at the person's level", () => {
    const refused = (level: string | number, levels?: string[]) =>
      failureOf(() => hierarchy().prepare({ mentors: [{}, { level }], mentees: [], context: levels ? { levels } : {} }))
        .issues[0];
    expect(refused("VP")).toMatchObject({ code: "LEVEL_TYPE", path: "/mentors/1/level" });
    expect(refused("VP", ["Junior"])).toMatchObject({ code: "LEVEL_UNKNOWN", path: "/mentors/1/level" });
    expect(refused(NaN)).toMatchObject({ code: "LEVEL_TYPE" });
  });
});

describe("treeDistance and commonManager", () => {
  const at = (criterion: ReturnType<typeof treeDistance>, a: string, b: string) =>
    criterion.value({ id: a }, { id: b }, { chart });

  it("O2: distance counts lines, in both directions alike", () => {
    expect(at(treeDistance(), "c", "d")).toBe(0);
    expect(at(treeDistance(), "e", "b")).toBe(0.5);
    expect(at(treeDistance(), "b", "e")).toBe(0.5);
    expect(at(treeDistance({ near: 0, far: 4 }), "e", "b")).toBe(1);
  });

  it("a common manager is nearest above both", () => {
    expect(at(commonManager(), "c", "d")).toBe(1);
    expect(at(commonManager(), "c", "a")).toBe(1);
    expect(at(commonManager(), "e", "b")).toBe(0.5);
    expect(at(commonManager({ near: 2, far: 3 }), "e", "b")).toBe(0);
  });

  it("O5: across organisations and outside them there is no information", () => {
    for (const criterion of [treeDistance(), commonManager()]) {
      expect(at(criterion, "c", "other")).toBe(undefined);
      expect(at(criterion, "c", "island")).toBe(undefined);
      const pool = { mentors: [{ id: "c" }, {}], mentees: [{ id: "other" }], context: { chart } };
      expect(criterion.prepare(pool).facts(0, 0)).toMatchObject({ missing: "pair" });
      expect(criterion.prepare(pool).facts(0, 1)).toMatchObject({ missing: "mentor" });
    }
    expect(failureOf(() => treeDistance({ near: 6 })).code).toBe("NUMBER_RANGE");
  });
});
