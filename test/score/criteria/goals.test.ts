import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "../../../src/base/text.ts";
import {
  type Criterion,
  FULL_SCORE,
  goals,
  goalsByText,
  goalsByVector,
  type MentorProfile,
  NO_INFORMATION,
  prepareScore,
  scorePair,
} from "../../../src/score/index.ts";
import { failureOf } from "../support/failure.ts";
import { runs } from "../../support/runs.ts";

const value = (a: readonly string[], b: readonly string[], criterion: Criterion = goals()) =>
  criterion.value({ goals: a }, { goals: b });

const words = fc.array(fc.constantFrom("AI", "ai", "İklim", "iklim", "Iğdır", "podcasts", "SQL", "web"), {
  maxLength: 6,
});

describe("goals", () => {
  it.each([
    ["the same goals", ["a", "b"], ["B", "a"], 1],
    ["one of two", ["a", "b"], ["a"], 0.5],
    ["one of three between them", ["a", "b"], ["a", "c"], 0.333333],
    ["none", ["a"], ["b"], 0],
    ["nothing said", [], ["b"], undefined],
  ])("S8: %s", (_case, a, b, expected) => {
    expect(value(a, b)).toBe(expected);
  });

  it("S7, S8, N8: is Jaccard's measure on folded sets, symmetric, whatever the pool", () => {
    fc.assert(
      fc.property(words, words, words, (a, b, other) => {
        const [own, their] = [new Set(a.map(foldText)), new Set(b.map(foldText))];
        const shared = [...own].filter((goal) => their.has(goal)).length;
        const union = own.size + their.size - shared;
        const expected = own.size * their.size === 0 ? NO_INFORMATION : Math.round((shared / union) * FULL_SCORE);
        const people = { mentors: [{ goals: other }, { goals: a }], mentees: [{ goals: b }, {}], context: {} };
        const prepared = goals().prepare(people);
        const row = new Int32Array(2);
        prepared.pointsRow?.(0, row);
        expect(prepared.points(0, 1)).toBe(expected);
        expect(row[1]).toBe(expected);
        expect(value(a, b)).toBe(value(b, a));
      }),
      runs(500),
    );
  });

  it("weighs goals as the programme says; weight 0 takes one out", () => {
    const weighed = goals({ weights: { A: 3, c: 0, d: 0.5 } });
    expect(value(["a", "b"], ["a"], weighed)).toBe(0.75);
    expect(value(["a", "c"], ["a"], weighed)).toBe(1);
    expect(value(["c"], ["c"], weighed)).toBe(undefined);
    expect(value(["d", "b"], ["d"], weighed)).toBe(0.333333);
    expect(failureOf(() => goals({ weights: { a: -1 } })).code).toBe("WEIGHT_RANGE");
    expect(failureOf(() => goals({ weights: { a: 0.0001 } })).code).toBe("WEIGHT_RANGE");
    expect(failureOf(() => goals({ weights: { ai: 1, AI: 2 } })).code).toBe("FIELD_CONFLICT");
  });

  it("S2: no list of answers, however long, counts more than the criterion's weight", () => {
    const many = Array.from({ length: 300 }, (_, place) => `goal ${place}`);
    const other: Criterion = { ...goals({ name: "other" }), weight: 3 };
    const [contribution] = scorePair({ goals: many }, { goals: many }, [goals({ weight: 1 }), other]).contributions;
    expect(contribution).toMatchObject({ weight: 0.25, points: 250_000 });
  });

  it("names the shared goals in the mentee's spelling", () => {
    const people = { mentors: [{ goals: ["ai", "SQL"] }], mentees: [{ goals: ["web", "AI", "ai"] }], context: {} };
    expect(goals().prepare(people).facts(0, 0)).toEqual({ kind: "goals", by: "id", shared: ["AI"] });
    expect(
      goals()
        .prepare({ ...people, mentors: [{}] })
        .facts(0, 0),
    ).toMatchObject({ missing: "mentor" });
  });
});

describe("goalsByText", () => {
  it.each([
    ["the same words in another order", ["learn podcasts"], ["Podcasts, learn!"], 1],
    ["two of four words each", ["a b c d"], ["c d e f"], 0.5],
    ["one of two against one", ["a b"], ["a"], 0.707107],
    ["repetition changes nothing", ["a a a b"], ["a"], 0.707107],
    ["none", ["a"], ["b"], 0],
    ["no terms", ["…"], ["b"], undefined],
    ["Turkish letters", ["İKLİM değişikliği"], ["iklim DEĞİŞİKLİĞİ"], 1],
  ])("S8: %s", (_case, a, b, expected) => {
    expect(value(a, b, goalsByText())).toBe(expected);
  });

  it("S7: is symmetric, and the same alone and in a row", () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const criterion = goalsByText();
        expect(value(a, b, criterion)).toBe(value(b, a, criterion));
        const prepared = prepareScore([criterion], {
          mentors: [{ goals: b }, { goals: a }],
          mentees: [{ goals: b }],
          context: {},
        });
        const row = new Int32Array(2);
        prepared.scoreRow(0, row);
        expect(row[1]).toBe(prepared.scoreOf(0, 1));
        expect(row[1]).toBe(Math.round((value(a, b, criterion) ?? 0) * FULL_SCORE));
      }),
    );
  });

  it("takes a stem, and drops terms without one", () => {
    const stem = (term: string): string => (term === "the" ? "" : term.replace(/s$/u, ""));
    expect(value(["the podcasts"], ["podcast"], goalsByText({ stem }))).toBe(1);
    const people = { mentors: [{ goals: ["the podcasts"] }], mentees: [{ goals: ["a podcast"] }], context: {} };
    expect(goalsByText({ stem }).prepare(people).facts(0, 0)).toEqual({
      kind: "goals",
      by: "text",
      shared: ["podcast"],
    });
  });
});

describe("goalsByVector", () => {
  type Vector = readonly number[] | Float32Array | undefined;
  const vectors = goalsByVector({ vectorOf: ({ attributes }) => attributes?.["vector"] as Vector });
  const person = (vector: Vector): MentorProfile => ({ attributes: { vector } });
  const cosine = (a: Vector, b: Vector) => vectors.value(person(a), person(b));

  it.each([
    ["the same direction", [1, 2, 2], [10, 20, 20], 1],
    ["60 degrees", [1, 1, 0], [0, 1, 1], 0.5],
    ["a right angle", [1, 0], [0, 1], 0],
    ["opposite", [1, 0], [-1, 0], 0],
    ["zeros", [0, 0], [1, 0], undefined],
    ["none", undefined, [1, 0], undefined],
    ["huge entries", [1e300, 1e300], [1e-300, 1e-300], 1],
    ["single precision", new Float32Array([3, 4]), [3, 4], 1],
  ])("S8: %s", (_case, a, b, expected) => {
    expect(cosine(a, b)).toBe(expected);
    expect(cosine(b, a)).toBe(expected);
  });

  it("refuses other lengths and entries that are no finite numbers, at the person", () => {
    const pool = (a: Vector, b: Vector) => ({ mentors: [{}, person(a)], mentees: [person(b)], context: {} });
    const length = failureOf(() => vectors.prepare(pool([1, 2], [1, 2, 3])));
    expect(length.issues[0]).toMatchObject({ code: "VECTOR_LENGTH", path: "/mentees/0" });
    const entry = failureOf(() => vectors.prepare(pool([1, Number.NaN], [1, 2])));
    expect(entry.issues[0]).toMatchObject({ code: "NUMBER_NOT_FINITE", path: "/mentors/1" });
  });

  it("S2: any finite vectors give a value from 0 to 1", () => {
    const vector = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        const result = cosine(a, b) ?? 0;
        expect(result).toBeGreaterThanOrEqual(0);
        expect(result).toBeLessThanOrEqual(1);
      }),
    );
  });
});
