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
import { runs } from "../../support/runs.ts";

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
    [0.9, 0],
    [1, 500_000],
    [1.5, 750_000],
    [2, 1_000_000],
    [3, 1_000_000],
    [8, 1_000_000],
    [100, 1_000_000],
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
      runs(500),
    );
  });

  it("with the corners of earlier versions it is the curve of earlier versions", () => {
    const curve = hierarchyCurve({ tooNear: 0, ideal: [2, 4], tooFar: 8, farValue: 0.25 });
    expect([-1, 0, 0.5, 1, 2, 4, 5, 6, 7, 8, 9].map(curve)).toEqual(
      [0, 0, 0.25, 0.5, 1, 1, 0.8125, 0.625, 0.4375, 0.25, 0.25].map((value) => value * FULL_SCORE),
    );
  });

  it("as shares of the ladder, corners mean the same whatever the number of levels", () => {
    const criterion = hierarchy({ curve: { unit: "ladder", tooNear: 0.25, nearValue: 0.5, ideal: [0.5, null] } });
    expect(criterion.poolRelative).toBe(true);
    for (const levels of [5, 9, 41]) {
      const names = Array.from({ length: levels }, (_, at) => `grade ${at}`);
      const at = (share: number): string => names[share * (levels - 1)]!;
      const [mentors, mentees] = [
        [{ level: at(0) }, { level: at(0.25) }],
        [{ level: at(0.5) }, { level: at(1) }],
      ];
      const prepared = criterion.prepare({ mentors, mentees, context: { levels: names } });
      const points = [0, 1].map((mentee) => [0, 1].map((mentor) => prepared.points(mentee, mentor)));
      expect(points).toEqual([
        [FULL_SCORE, FULL_SCORE / 2],
        [FULL_SCORE, FULL_SCORE],
      ]);
      expect(prepared.facts(0, 1)).toEqual({ kind: "hierarchy", levelGap: (levels - 1) / 4, ladder: levels - 1 });
      // numbers are measured from the lowest to the highest of the pool
      const numbered = (people: readonly { readonly level: string }[]) =>
        people.map(({ level }) => ({ level: 7 + names.indexOf(level) * 3 }));
      const low = criterion.prepare({ mentors: numbered(mentors), mentees: numbered(mentees), context: {} });
      expect([0, 1].map((mentee) => [0, 1].map((mentor) => low.points(mentee, mentor)))).toEqual(points);
    }
    expect(failureOf(() => hierarchy({ curve: { unit: "ladder" } })).code).toBe("FIELD_MISSING");
  });

  it("tells depth in the chart as depth", () => {
    const prepared = hierarchy().prepare({ mentors: [{ id: "e" }], mentees: [{ id: "a" }], context: { chart } });
    expect(prepared.facts(0, 0)).toMatchObject({ by: "depth" });
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
