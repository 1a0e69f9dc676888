import fc from "fast-check";
import { inputJsonSchema, matchPairs, TersineError } from "tersine";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { readInput } from "../../src/model/read-input.ts";
import { matchInputSchema } from "../../src/model/schema/schema.ts";
import {
  CANARY,
  CANARY_NUMBER,
  errorOf,
  expectIssues,
  expectNoCanary,
  inputWith,
  matchAnything,
} from "../support/bad-input.ts";
import { runs, shareOf } from "../support/runs.ts";

const FIELDS = [
  ..."people mentors mentees period levels id name managerId dottedLineManagerIds level timeZone birthYear".split(" "),
  ..."careerStartYear generation attributes teaches learns goals availability capacity minimumLoad avoid".split(" "),
  ..."topic priority weight indispensable windows away day start end __proto__ constructor toString".split(" "),
];

/** Sound inputs with wrong values at random places. */
const CANARIES: readonly unknown[] = [
  CANARY,
  `${CANARY} `,
  `\u202e${CANARY}`,
  CANARY_NUMBER,
  -CANARY_NUMBER,
  CANARY_NUMBER + 0.5,
  [CANARY],
  { [FIELDS[0] ?? ""]: CANARY },
  [{ id: CANARY, teaches: [CANARY_NUMBER] }],
  { windows: CANARY, timeZone: CANARY, away: [{ start: CANARY, end: CANARY }] },
  { start: CANARY, end: CANARY },
  [{ topic: CANARY, level: CANARY_NUMBER, weight: CANARY, priority: CANARY_NUMBER }],
];

const throwing: object = Object.defineProperty({}, "id", {
  enumerable: true,
  get: () => {
    throw new Error(CANARY);
  },
});
const hostile: object = new Proxy(
  {},
  {
    ownKeys: () => {
      throw new TypeError(CANARY);
    },
    get: () => {
      throw new TypeError(CANARY);
    },
  },
);
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();

/** Values that fast-check cannot carry itself: their names are generated, and `plant` puts them in. */
const PLANTS: Readonly<Record<string, unknown>> = {
  "plant throwing": throwing,
  "plant hostile": hostile,
  "plant revoked": revoked,
  "plant symbol": Symbol(CANARY),
  "plant function": () => CANARY,
  "plant date": new Date(Number.NaN),
};

function plant(value: unknown): unknown {
  if (typeof value === "string") return PLANTS[value] ?? value;
  if (Array.isArray(value)) return value.map(plant);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plant(item)]));
}

const leaf = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  fc.constantFrom<unknown>(...CANARIES, ...Object.keys(PLANTS)),
);

const values = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, leaf, tie("list"), tie("record")),
  list: fc.array(tie("value"), { maxLength: 3 }),
  record: fc.dictionary(fc.constantFrom(...FIELDS), tie("value"), { maxKeys: 6 }),
})).value;

const entries = fc.array(fc.dictionary(fc.constantFrom(...FIELDS), values, { maxKeys: 4 }), { maxLength: 3 });
const nearInputs = fc
  .tuple(entries, entries, entries, values, values)
  .map(([people, mentors, mentees, period, levels]) => ({
    ...(people.length === 0 ? {} : { people }),
    mentors: mentors.map((fields, index) => ({ id: `m${index}`, teaches: ["js"], level: 1, ...fields })),
    mentees: mentees.map((fields, index) => ({ id: `s${index}`, learns: ["js"], level: 2, ...fields })),
    ...(period === undefined ? {} : { period }),
    ...(levels === undefined ? {} : { levels }),
  }));

/** The error of a call, or none; any other error than this library's passes on. */
function errorsOf(call: () => unknown): readonly TersineError[] {
  try {
    call();
    return [];
  } catch (error) {
    if (error instanceof TersineError) return [error];
    throw error;
  }
}

/** Runs a call that may fail in the one way that is allowed. */
function outcomeOf(input: unknown): readonly string[] {
  try {
    readInput(input);
    return ["accepted"];
  } catch {
    return errorOf(() => readInput(input)).issues.map(({ code, path, message }) => `${code} ${path} ${message}`);
  }
}

describe("reading an input", () => {
  it("V1: anything at all is accepted or ends in one TersineError, each time the same", () => {
    fc.assert(
      fc.property(fc.oneof(values, nearInputs), (input) => {
        const planted = plant(input);
        expect(outcomeOf(planted)).toEqual(outcomeOf(planted));
      }),
      runs(1_500),
    );
  });

  it("V1: options of any kind end in a result or in one TersineError", () => {
    const options = fc.dictionary(fc.constantFrom("criteria", "weights", "rules", "objective", "limits", "more"), leaf);
    fc.assert(
      fc.property(fc.oneof(options, leaf), (given) => {
        const outcome = errorsOf(() => matchAnything(inputWith(), plant(given)));
        outcome.forEach(expectNoCanary);
      }),
    );
  });

  it("V1: fields that cannot be read are one issue with the cause", () => {
    for (const input of [hostile, revoked, { mentors: [throwing], mentees: [] }]) {
      const error = errorOf(() => readInput(input));
      expect(error.issues).toMatchObject([{ code: "INPUT_UNREADABLE", path: "" }]);
      expect(error.cause).toBeInstanceOf(Error);
      expectNoCanary(error);
    }
  });

  it("V2: all faults come together, in the order in which the document writes them", () => {
    const input = {
      levels: ["low", "high", "low"],
      mentees: [
        { learns: "js", id: "s", level: "middle", minimumLoad: 2, capcity: 1 },
        { id: "s", learns: [{ topic: " ", priority: 0 }, ""] },
      ],
      mentors: [{ id: "m", level: 3, teaches: [], avoid: ["s", "nobody"], choices: ["s", "s"], managerId: "m" }],
      period: { start: "2025-02-30" },
      peple: [],
    };
    expectIssues(
      () => readInput(input),
      [
        ["FIELD_CONFLICT", "/levels/2"],
        ["LIST_EXPECTED", "/mentees/0/learns"],
        ["FIELD_UNKNOWN", "/mentees/0/capcity"],
        ["ID_DUPLICATE", "/mentees/1/id"],
        ["NUMBER_RANGE", "/mentees/1/learns/0/priority"],
        ["TEXT_EMPTY", "/mentees/1/learns/1"],
        ["LEVEL_TYPE", "/mentors/0/level"],
        ["ID_UNKNOWN", "/mentors/0/avoid/1"],
        ["ID_DUPLICATE", "/mentors/0/choices/1"],
        ["ORG_SELF", "/mentors/0/managerId"],
        ["FIELD_MISSING", "/period/end"],
        ["FIELD_UNKNOWN", "/peple"],
      ],
    );
  });

  it("V3: a deep-frozen input gives the same result and stays as it was", () => {
    const input = inputWith(
      {
        attributes: { list: [{ deep: 1 }] },
        goals: ["b", "a"],
        avoid: ["x"],
        availability: "Mon 09:00-10:00",
        timeZone: "UTC",
      },
      { dottedLineManagerIds: ["x"] },
      { people: [{ id: "x" }], period: { start: "2025-01-06", end: "2025-02-28" } },
    );
    const before = JSON.stringify(input);
    const result = matchAnything(input);
    expect(JSON.stringify(input)).toBe(before);
    expect(matchAnything(deepFreeze(structuredClone(input)))).toEqual(result);
  });

  it("V4: what was read reads as itself", () => {
    const people = [
      { id: "e\u0301", managerId: null },
      { id: "boss", level: 9 },
    ];
    const input = inputWith(
      { managerId: "e\u0301", dottedLineManagerIds: ["boss", "boss"] },
      { avoid: ["m", "m"] },
      { people },
    );
    const plain = (program: ReturnType<typeof readInput>): object => {
      const { people: everybody, mentors, mentees } = program;
      return { people: everybody, mentors, mentees };
    };
    const once = plain(readInput(input));
    expect(plain(readInput(once))).toEqual(once);
  });

  it("V7: null prototypes and instances of classes read as plain objects", () => {
    class Registration {
      readonly id = "m";
      readonly level = 1;
      readonly birthYear = 1999;
      readonly teaches = ["js"];
    }
    const bare = Object.assign(Object.create(null) as object, inputWith(), {
      mentors: [new Registration()],
      mentees: [Object.assign(Object.create(null) as object, { id: "s", level: 4, birthYear: 1970, learns: ["js"] })],
    });
    expect(matchAnything(bare)).toEqual(matchAnything(inputWith()));
    const attributes = Object.assign(Object.create(null) as object, { team: "a" });
    expect(readInput(inputWith({ attributes })).mentors[0]?.attributes).toEqual({ team: "a" });
  });

  it("V8: no text shows a value of the input", () => {
    const wrong = fc.dictionary(
      fc.constantFrom(...FIELDS.filter((field) => !["__proto__"].includes(field))),
      fc.constantFrom(...CANARIES),
      { minKeys: 1, maxKeys: 8 },
    );
    let refused = 0;
    fc.assert(
      fc.property(wrong, wrong, wrong, (mentor, mentee, rest) => {
        const errors = errorsOf(() => matchAnything(inputWith(mentor, mentee, rest)));
        refused += errors.length;
        errors.forEach(expectNoCanary);
      }),
      runs(1_000),
    );
    expect(refused).toBeGreaterThan(shareOf(500));
  });

  it("N1, N2: ids compare after NFC and by nothing else; two spellings of one id in a list are refused", () => {
    const input = inputWith(
      { id: "\u00e9" },
      { avoid: ["e\u0301"] },
      { people: [{ id: "E\u0301", managerId: "e\u0301" }] },
    );
    const { people, mentees } = readInput(input);
    expect(people.map(({ id }) => id)).toEqual(["s", "\u00c9", "\u00e9"]);
    expect(mentees[0]?.avoid).toEqual(["\u00e9"]);
    expect(people[1]?.managerId).toBe("\u00e9");
    const both = { mentors: [], mentees: [], people: [{ id: "\u00e9" }, { id: "e\u0301" }] };
    expectIssues(() => readInput(both), [["ID_COLLIDES_AFTER_NORMALIZATION", "/people/1/id"]]);
  });

  it("K1: names of Object.prototype work as ids, topics, goals and keys, and change no prototype", () => {
    const names = ["__proto__", "constructor", "hasOwnProperty", "toString"];
    const before = names.map((name): unknown => Reflect.get(Object.prototype, name));
    const attributes: unknown = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":1,"toString":2,"hasOwnProperty":3}',
    );
    const result = matchPairs({
      mentors: names.map((id) => ({
        id,
        level: 1,
        birthYear: 1999,
        teaches: [id],
        goals: [id],
        attributes: attributes as Record<string, unknown>,
      })),
      mentees: names.map((id) => ({
        id: `${id}2`,
        level: 3,
        birthYear: 1970,
        learns: [id],
        goals: [id],
        generation: id,
      })),
    });
    if (result.status === "infeasible") throw new Error("expected pairs");
    expect(result.pairs.map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`)).toEqual(
      names.map((id) => `${id} ${id}2`),
    );
    const [mentor] = readInput(inputWith({ attributes })).mentors;
    expect(Object.keys(mentor?.attributes ?? {}).sort()).toEqual(names);
    expect(names.map((name): unknown => Reflect.get(Object.prototype, name))).toEqual(before);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it.each([
    ["mentor", inputWith({ techaes: [] }), "/mentors/0/techaes", "teaches"],
    ["mentee", inputWith({}, { learn: [] }), "/mentees/0/learn", "learns"],
    ["offer", inputWith({ teaches: [{ topic: "js", lvel: 1 }] }), "/mentors/0/teaches/0/lvel", "level"],
    ["wish", inputWith({}, { learns: [{ topic: "js", prority: 1 }] }), "/mentees/0/learns/0/prority", "priority"],
    ["person", inputWith({}, {}, { people: [{ id: "p", managerID: "m" }] }), "/people/0/managerID", "managerId"],
    [
      "period",
      inputWith({}, {}, { period: { start: "2025-01-06", end: "2025-02-28", ends: 1 } }),
      "/period/ends",
      "end",
    ],
    [
      "availability",
      inputWith({ availability: { windows: "", timezone: "UTC" } }),
      "/mentors/0/availability/timezone",
      "timeZone",
    ],
    [
      "window",
      inputWith({ availability: [{ day: "Mon", start: "09:00", end: "10:00", ned: 1 }] }),
      "/mentors/0/availability/0/ned",
      "end",
    ],
    [
      "away",
      inputWith({ availability: { windows: "", away: [{ start: "2025-01-06", end: "2025-01-07", strat: 1 }] } }),
      "/mentors/0/availability/away/0/strat",
      "start",
    ],
    ["input", inputWith({}, {}, { mentor: [] }), "/mentor", "mentors"],
  ])("an unknown key of a %s is refused with the nearest name", (_, input, path, nearest) => {
    const issue = errorOf(() => readInput(input)).issues.find((each) => each.path === path);
    expect(issue).toMatchObject({ code: "FIELD_UNKNOWN", hint: `Did you mean ${nearest}?` });
  });

  it("the JSON Schema accepts and refuses what the schema does", () => {
    const published = z.fromJSONSchema(inputJsonSchema());
    const samples: readonly unknown[] = [
      inputWith(),
      inputWith({ availability: { windows: [{ day: "Mon", start: "09:00", end: "10:00" }] }, attributes: { a: [1] } }),
      inputWith({}, {}, { people: [{ id: "a", managerId: null, level: "low" }], levels: ["low"] }),
      inputWith({ capacity: -1 }),
      inputWith({ capacity: 1.5 }),
      inputWith({ id: "" }),
      inputWith({ teaches: "js" }),
      inputWith({ unknown: 1 }),
      inputWith({}, { learns: [{ topic: "js", priority: 10 }] }),
      { mentors: [] },
      [],
    ];
    const accepts = samples.map((sample) => published.safeParse(sample).success);
    expect(accepts).toEqual(samples.map((sample) => matchInputSchema.safeParse(sample).success));
    expect(accepts).toContain(true);
    expect(accepts).toContain(false);
  });
});

function deepFreeze(value: object): object {
  for (const item of Object.values(value) as unknown[]) if (typeof item === "object" && item !== null) deepFreeze(item);
  return Object.freeze(value);
}
