import { describe, expect, it } from "vitest";
import { centred, fitTowards } from "../../../src/evaluate/learn/least-squares.ts";
import { proposeWeights, type Outcome } from "../../../src/evaluate/index.ts";
import { matchPairs, minimumScore, TersineError } from "../../../src/index.ts";
import { drawer } from "../../support/enumerate-fast.ts";
import { cohortOf, ratedBy } from "../../support/rated-cohorts.ts";
import { thrownBy } from "../../support/thrown-by.ts";

const X = [
  [1, 0],
  [0, 1],
  [1, 1],
  [0, 0],
  [0.5, 1],
  [1, 0.5],
];
const Y = [0.75, 0.25, 1, 0.25, 0.5, 0.75];

function fitted(y: readonly number[], direction: readonly number[], worth: number): readonly number[] {
  return fitTowards(centred([X.map((values, at) => ({ values, rating: y[at] ?? 0 }))]), direction, worth, 1)
    .coefficients;
}

describe("the fit", () => {
  it.each([
    [[0.5, 0.5], 0, [33 / 56, 5 / 56]],
    [[0.5, 0.5], 4, [509 / 1036, 97 / 518]],
    [[0.5, 0.5], 100, [109 / 308, 25 / 77]],
    [[0.75, 0.25], 4, [3009 / 5209, 1331 / 10418]],
  ] as const)("drawn to %j with %d ratings is as computed in fractions", (direction, worth, expected) => {
    fitted(Y, direction, worth).forEach((found, at) => {
      expect(found).toBeCloseTo(expected[at] ?? 0, 12);
    });
  });

  it("has no coefficient below 0, and meets the conditions of its optimum", () => {
    const y = [1, 0, 0.75, 0.5, 0, 0.75];
    expect(fitted(y, [0.5, 0.5], 0)[0]).toBeCloseTo(18 / 29, 12);
    expect(fitted(y, [0.5, 0.5], 4)[0]).toBeCloseTo(27 / 58, 12);
    expect(fitted(y, [0.5, 0.5], 0)[1]).toBe(0);
    const draw = drawer(4);
    for (let run = 0; run < 24; run += 1) {
      const rows = Array.from({ length: 9 }, () => ({ values: [draw(9), draw(9), draw(9), draw(9)], rating: draw(6) }));
      const data = centred([rows]);
      const { coefficients } = fitTowards(data, [0.4, 0.2, 0.2, 0.2], 0, 1);
      coefficients.forEach((own, at) => {
        const slope =
          (data.withRating[at] ?? 0) -
          coefficients.reduce((sum, each, other) => sum + each * (data.products[at]?.[other] ?? 0), 0);
        expect(own).toBeGreaterThanOrEqual(0);
        expect(slope).toBeLessThan(1e-7);
        expect(Math.abs(own * slope)).toBeLessThan(1e-7);
      });
    }
  });

  it("without a penalty is least squares: the fixture of eight pairs", () => {
    const x = [
      [1, 0.5, 1, 1],
      [0.5, 0, 1, 0.5],
      [0, 1, 0.25, 1],
      [0.667, 0.333, 0, 1],
      [0.25, 0.25, 0.5, 0.5],
      [1, 0, 0.75, 1],
      [0.333, 0.5, 1, 0.5],
      [0.75, 1, 0.5, 1],
    ];
    const y = [5, 3, 3, 4, 2, 5, 4, 5];
    const { coefficients } = fitTowards(
      centred([x.map((values, at) => ({ values, rating: y[at] ?? 0 }))]),
      [0.4, 0.2, 0.2, 0.2],
      0,
      1,
    );
    [2.366657005186, 1.057336625491, 0.706085610564, 1.075197752171].forEach((expected, at) => {
      expect(coefficients[at]).toBeCloseTo(expected, 10);
    });
  });
});

describe("proposeWeights", () => {
  const organiser = [4, 2, 2];

  it("concludes nothing from fewer than 100 rated pairs", () => {
    const programme = ratedBy(cohortOf(60, organiser, drawer(1)), [0, 0, 1], 9, drawer(2));
    expect(proposeWeights([programme])).toMatchObject({ status: "tooFew", ratings: 60, needed: 100 });
    expect(proposeWeights([])).toMatchObject({ status: "tooFew", ratings: 0 });
    expect(thrownBy(() => proposeWeights([programme], { atLeast: 50 }))).toMatchObject({ code: "NUMBER_RANGE" });
  });

  it("keeps the organiser's weights exactly where all ratings are equal", () => {
    const cohort = cohortOf(100, organiser, drawer(3));
    const outcomes = cohort.result.pairs.map(({ mentorId, menteeId }) => ({ mentorId, menteeId, rating: 4 }));
    const found = proposeWeights([{ ...cohort, outcomes }]);
    expect(found).toMatchObject({ status: "keep", because: "noVariation", weights: { a: 0.5, b: 0.25, c: 0.25 } });
  });

  it("finds planted weights, tells what would differ and changes nothing itself", () => {
    const cohorts = [5, 15, 25].map((seed) => cohortOf(50, organiser, drawer(seed)));
    const draw = drawer(6);
    const programmes = Array.from({ length: 15 }, (_, at) =>
      ratedBy(cohorts[at % 3] ?? cohortOf(50, organiser, draw), [0.1, 0.1, 0.8], 20, draw),
    );
    const found = proposeWeights(programmes);
    if (found.status !== "propose") throw new Error(`expected a proposal, got ${JSON.stringify(found)}`);
    expect(found.weights["c"]).toBeGreaterThan(0.6);
    expect(found.gain.stars).toBeGreaterThan(found.gain.low);
    expect(found.gain.low).toBeGreaterThanOrEqual(0);
    expect(found.plan.gained.length).toBeGreaterThan(0);
    expect(Object.values(found.weights).reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
    expect(found.config).toEqual({ match: { weights: found.weights } });
    // other orders and other names of people, the same proposal
    const reversed = programmes.map((each) => ({ ...each, outcomes: [...each.outcomes].reverse() }));
    expect(proposeWeights(reversed)).toEqual(found);
    const stubborn = proposeWeights(programmes, { worth: 1e9 });
    expect(stubborn.status).toBe("keep");
  });

  it("says that demands could not be met where the weights that ratings point to leave no plan", () => {
    const { options, ...base } = cohortOf(50, organiser, drawer(2));
    const input = { ...base.input, mentees: base.input.mentees.map((mentee) => ({ ...mentee, minimumLoad: 1 })) };
    // the highest bar that all 50 can clear by the organiser's weights
    const highest = matchPairs(input, { ...options, objective: "fair" });
    if (highest.status === "infeasible") throw new Error("expected pairs");
    const bar = Math.min(...highest.pairs.map(({ score }) => score));
    const demanding = { ...options, rules: [minimumScore(bar / 1e6)] };
    const result = matchPairs(input, demanding);
    if (result.status === "infeasible") throw new Error("expected pairs");
    const draw = drawer(52);
    const programmes = [1, 2, 3, 4].map(() =>
      ratedBy({ input, options: demanding, result }, [0.1, 0.1, 0.8], 20, draw),
    );
    const found = proposeWeights(programmes);
    expect(found).toMatchObject({ status: "keep", because: "infeasible" });
    expect(found.en).toContain("cannot be met together");
  });

  it("with noise alone, and where the organiser is right, it is silent in at least 19 of 20 runs", () => {
    const cohorts = [8, 18].map((seed) => cohortOf(50, organiser, drawer(seed)));
    const draw = drawer(9);
    let spoken = 0;
    for (let run = 0; run < 24; run += 1) {
      const truth = run % 2 === 0 ? [0, 0, 0] : [0.5, 0.25, 0.25];
      if (proposeWeights(cohorts.map((cohort) => ratedBy(cohort, truth, 20, draw))).status === "propose") spoken += 1;
    }
    expect(spoken).toBeLessThanOrEqual(1);
  });

  it("refuses what it cannot compare", () => {
    const cohort = cohortOf(10, organiser, drawer(1));
    const codeOf = (act: () => unknown): string => {
      const error = thrownBy(act);
      if (!(error instanceof TersineError)) throw new Error("expected a TersineError");
      return `${error.code} ${error.issues[0]?.path ?? ""}`;
    };
    const empty = { ...cohort, outcomes: [] };
    const other = { ...cohortOf(10, [1, 1], drawer(1)), outcomes: [] };
    expect(codeOf(() => proposeWeights([other, empty]))).toBe("FIELD_CONFLICT /0");
    const wrong = [null, {}, { ...empty, result: null }, { ...empty, result: { pairs: [] } }];
    const error = thrownBy(() => proposeWeights(wrong as unknown as Parameters<typeof proposeWeights>[0]));
    expect(error.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "INPUT_TYPE /0",
      "INPUT_TYPE /1/result",
      "INPUT_TYPE /2/result",
      "INPUT_TYPE /3/result",
    ]);
    const never: readonly Outcome[] = [{ mentorId: "m000", menteeId: "nobody", rating: 3 }];
    expect(codeOf(() => proposeWeights([{ ...cohort, outcomes: never }]))).toBe("PAIR_UNKNOWN /0/outcomes/0");
  });
});
