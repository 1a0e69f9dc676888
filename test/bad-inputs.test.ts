import { ban, criterion, minimumScore, reverse, rule, topics, type ErrorCode, type MatchResult } from "tersine";
import { describe, expect, it } from "vitest";
import {
  CANARY,
  CANARY_NUMBER,
  errorOf,
  expectIssues,
  expectNoCanary,
  inputWith,
  matchAnything,
} from "./support/bad-input.ts";

interface Refused {
  readonly row: number;
  readonly what: string;
  readonly call: () => unknown;
  readonly issues: readonly (readonly [code: ErrorCode, path: string])[];
  /** The narrower code that this one stands for, where one code says it for many places. */
  readonly was?: string;
  /** What the hint must offer. */
  readonly hint?: RegExp;
  /** What the message must say. */
  readonly says?: RegExp;
}

interface Accepted {
  readonly row: number;
  readonly what: string;
  readonly call: () => MatchResult;
  readonly result: (result: MatchResult) => void;
  /** The code that such an input would get if it were refused. */
  readonly was?: string;
}

const mentor = (fields: object) => () => matchAnything(inputWith(fields));
const mentee = (fields: object) => () => matchAnything(inputWith({}, fields));
const rest = (fields: object) => () => matchAnything(inputWith({}, {}, fields));
const options = (given: unknown) => () => matchAnything(inputWith(), given);
const mentorIds = (...ids: readonly unknown[]) =>
  rest({ mentors: ids.map((id) => ({ id, level: 1, birthYear: 1999, teaches: [] })) });
const available = (availability: unknown, zone: object = { timeZone: "Europe/Istanbul" }) =>
  mentorWithPeriod({ availability, ...zone });
const PERIOD = { start: "2025-01-06", end: "2025-03-30" };
const mentorWithPeriod = (fields: object) => () => matchAnything(inputWith(fields, {}, { period: PERIOD }));

const hole: unknown[] = [];
hole[2] = { id: "m2", level: 1, birthYear: 1999, teaches: [] };
hole[0] = { id: "m0", level: 1, birthYear: 1999, teaches: [] };

const cyclic: Record<string, unknown> = { text: CANARY };
cyclic["self"] = { below: cyclic };

const REFUSED: readonly Refused[] = [
  {
    row: 1,
    what: "no input",
    call: () => matchAnything(),
    issues: [["INPUT_MISSING", ""]],
    says: /mentors and mentees/,
  },
  ...[null, CANARY_NUMBER, CANARY, () => CANARY, [CANARY], Symbol(CANARY), 1n].map((value): Refused => ({
    row: 2,
    what: `${value === null ? "null" : typeof value} as input`,
    call: () => matchAnything(value),
    issues: [["INPUT_TYPE", ""]],
  })),
  { row: 3, what: "an object for a list", call: rest({ mentees: {} }), issues: [["LIST_EXPECTED", "/mentees"]] },
  { row: 4, what: "no mentees", call: rest({ mentees: undefined }), issues: [["FIELD_MISSING", "/mentees"]] },
  { row: 5, what: "a hole in a list", call: rest({ mentors: hole }), issues: [["ITEM_MISSING", "/mentors/1"]] },
  {
    row: 6,
    was: "ITEM_TYPE",
    what: "null as an item",
    call: rest({ mentors: [null] }),
    issues: [["FIELD_TYPE", "/mentors/0"]],
    says: /got null/,
  },
  {
    row: 7,
    was: "ITEM_TYPE",
    what: "a list as an item",
    call: rest({ mentors: [[CANARY]] }),
    issues: [["FIELD_TYPE", "/mentors/0"]],
    says: /got a list/,
  },
  {
    row: 8,
    was: "ID_MISSING",
    what: "no id",
    call: mentor({ id: undefined }),
    issues: [["FIELD_MISSING", "/mentors/0/id"]],
  },
  { row: 9, was: "ID_EMPTY", what: "an empty id", call: mentor({ id: "" }), issues: [["TEXT_EMPTY", "/mentors/0/id"]] },
  {
    row: 10,
    was: "ID_BLANK",
    what: "an id of spaces",
    call: mentor({ id: "   " }),
    issues: [["ID_EMPTY", "/mentors/0/id"]],
  },
  {
    row: 11,
    what: "a number as id",
    call: mentor({ id: CANARY_NUMBER }),
    issues: [["ID_TYPE", "/mentors/0/id"]],
    hint: /leading zeros.*2\^53/,
  },
  ...(["managerId", "avoid", "dottedLineManagerIds"] as const).map((field): Refused => ({
    row: 11,
    what: `a number as id in ${field}`,
    call: mentor({ [field]: field === "managerId" ? CANARY_NUMBER : ["s", CANARY_NUMBER] }),
    issues: [["ID_TYPE", field === "managerId" ? "/mentors/0/managerId" : `/mentors/0/${field}/1`]],
    hint: /leading zeros/,
  })),
  {
    row: 12,
    what: "a space after an id",
    call: mentor({ id: `${CANARY} ` }),
    issues: [["ID_WHITESPACE", "/mentors/0/id"]],
  },
  {
    row: 13,
    what: "U+200B in an id",
    call: mentor({ id: `${CANARY}\u200b` }),
    issues: [["ID_INVISIBLE_CHAR", "/mentors/0/id"]],
    says: /U\+200B at position 13/,
  },
  {
    row: 14,
    what: "U+202E in an id",
    call: mentor({ id: `\u202e${CANARY}` }),
    issues: [["ID_BIDI_CONTROL", "/mentors/0/id"]],
    says: /U\+202E at position 0/,
  },
  {
    row: 15,
    what: "NUL in an id",
    call: mentor({ id: `${CANARY}\0` }),
    issues: [["ID_CONTROL_CHAR", "/mentors/0/id"]],
  },
  {
    row: 16,
    what: "half a surrogate pair",
    call: mentor({ id: `${CANARY}\ud800` }),
    issues: [["TEXT_NOT_UNICODE", "/mentors/0/id"]],
  },
  {
    row: 17,
    what: "an id of 10,000 characters",
    call: mentor({ id: CANARY.padEnd(10_000, "x") }),
    issues: [["LIMIT_ID_LENGTH", "/mentors/0/id"]],
    says: /256.*10000/,
  },
  {
    row: 18,
    what: "one id twice in a list",
    call: mentorIds(CANARY, "b", CANARY),
    issues: [["ID_DUPLICATE", "/mentors/2/id"]],
    says: /\/mentors\/0\/id/,
  },
  {
    row: 19,
    what: "two ids that are equal after NFC",
    call: mentorIds("\u00e9", "e\u0301"),
    issues: [["ID_COLLIDES_AFTER_NORMALIZATION", "/mentors/1/id"]],
    says: /\/mentors\/0\/id/,
  },
  {
    row: 23,
    was: "CAPACITY_NEGATIVE",
    what: "a negative capacity",
    call: mentor({ capacity: -CANARY_NUMBER }),
    issues: [["NUMBER_RANGE", "/mentors/0/capacity"]],
    says: /at least 0, got a negative number/,
  },
  {
    row: 24,
    was: "CAPACITY_NOT_INTEGER",
    what: "a fraction as capacity",
    call: mentor({ capacity: 1.5 }),
    issues: [["NUMBER_NOT_INTEGER", "/mentors/0/capacity"]],
  },
  {
    row: 25,
    was: "CAPACITY_TYPE",
    what: "text as capacity",
    call: mentor({ capacity: CANARY }),
    issues: [["FIELD_TYPE", "/mentors/0/capacity"]],
  },
  {
    row: 26,
    was: "CAPACITY_NOT_FINITE",
    what: "NaN as capacity",
    call: mentor({ capacity: Number.NaN }),
    issues: [["NUMBER_NOT_FINITE", "/mentors/0/capacity"]],
  },
  {
    row: 27,
    was: "CAPACITY_NOT_FINITE",
    what: "Infinity as capacity",
    call: mentor({ capacity: Infinity }),
    issues: [["NUMBER_NOT_FINITE", "/mentors/0/capacity"]],
  },
  {
    row: 28,
    what: "a capacity of 1e9",
    call: mentor({ capacity: 1e9 }),
    issues: [["LIMIT_CAPACITY", "/mentors/0/capacity"]],
  },
  {
    row: 29,
    what: "a minimum load above the capacity",
    call: mentor({ capacity: 2, minimumLoad: 3 }),
    issues: [["LOAD_RANGE", "/mentors/0/minimumLoad"]],
  },
  {
    row: 31,
    what: "text as topics",
    call: mentor({ teaches: CANARY }),
    issues: [["LIST_EXPECTED", "/mentors/0/teaches"]],
    hint: /split/i,
  },
  {
    row: 32,
    was: "TOPIC_TYPE",
    what: "a number as topic",
    call: mentor({ teaches: [CANARY_NUMBER] }),
    issues: [["FIELD_TYPE", "/mentors/0/teaches/0"]],
  },
  {
    row: 33,
    was: "TOPIC_EMPTY",
    what: "an empty topic",
    call: mentor({ teaches: ["js", ""] }),
    issues: [["TEXT_EMPTY", "/mentors/0/teaches/1"]],
  },
  {
    row: 33,
    was: "TOPIC_EMPTY",
    what: "a topic of spaces",
    call: mentee({ learns: [{ topic: " " }] }),
    issues: [["TEXT_EMPTY", "/mentees/0/learns/0/topic"]],
  },
  {
    row: 34,
    was: "LIMIT_TOPICS",
    what: "100,000 topics",
    call: mentor({ teaches: Array.from({ length: 100_000 }, (_, n) => `t${n}`) }),
    issues: [["LIMIT_ITEMS", "/mentors/0/teaches"]],
    says: /1000 .*100000/,
  },
  {
    row: 37,
    was: "LEVEL_UNKNOWN",
    what: "a word as level of a topic",
    call: mentor({ teaches: [{ topic: "js", level: CANARY }] }),
    issues: [["FIELD_TYPE", "/mentors/0/teaches/0/level"]],
    says: /number/,
  },
  {
    row: 37,
    was: "LEVEL_UNKNOWN",
    what: "a level of a topic beyond the scale",
    call: mentor({ teaches: [{ topic: "js", level: 6 }] }),
    issues: [["NUMBER_RANGE", "/mentors/0/teaches/0/level"]],
    says: /at most 5/,
  },
  {
    row: 38,
    was: "WEIGHT_NEGATIVE",
    what: "a negative weight of a wish",
    call: mentee({ learns: [{ topic: "js", weight: -1 }] }),
    issues: [["NUMBER_RANGE", "/mentees/0/learns/0/weight"]],
  },
  {
    row: 38,
    was: "WEIGHT_NEGATIVE",
    what: "a negative weight of a criterion",
    call: options({ weights: { topics: -CANARY_NUMBER } }),
    issues: [["WEIGHT_RANGE", "/weights/topics"]],
  },
  {
    row: 38,
    was: "WEIGHT_NEGATIVE",
    what: "a negative weight in a criterion",
    call: () => topics({ weight: -CANARY_NUMBER }),
    issues: [["WEIGHT_RANGE", "/weight"]],
  },
  {
    row: 38,
    was: "WEIGHT_RANGE",
    what: "a weight beyond the largest",
    call: options({ weights: { topics: CANARY_NUMBER } }),
    issues: [["WEIGHT_RANGE", "/weights/topics"]],
  },
  {
    row: 39,
    what: "no weight above 0",
    call: options({ weights: { topics: 0, goals: 0, availability: 0, hierarchy: 0 } }),
    issues: [["WEIGHTS_ALL_ZERO", "/weights"]],
  },
  { row: 39, what: "no criteria", call: options({ criteria: [] }), issues: [["WEIGHTS_ALL_ZERO", "/criteria"]] },
  {
    row: 40,
    was: "WEIGHT_NOT_FINITE",
    what: "NaN as weight",
    call: options({ weights: { topics: Number.NaN } }),
    issues: [["NUMBER_NOT_FINITE", "/weights/topics"]],
  },
  {
    row: 40,
    was: "WEIGHT_NOT_FINITE",
    what: "Infinity as weight",
    call: options({ weights: { goals: Infinity } }),
    issues: [["NUMBER_NOT_FINITE", "/weights/goals"]],
  },
  {
    row: 41,
    was: "COMPONENT_UNKNOWN",
    what: "a weight for no criterion",
    call: options({ weights: { "shoe/size": 1 } }),
    issues: [["CRITERION_UNKNOWN", "/weights/shoe~1size"]],
    says: /topics, goals, availability, hierarchy/,
  },
  {
    row: 42,
    was: "WEIGHTS_TYPE",
    what: "a list of weights",
    call: options({ weights: [1, 2] }),
    issues: [["FIELD_TYPE", "/weights"]],
  },
  {
    row: 43,
    was: "MIN_SCORE_RANGE",
    what: "a minimum score above 1",
    call: () => minimumScore(1.2),
    issues: [["NUMBER_RANGE", "/minimumScore"]],
  },
  {
    row: 43,
    was: "MIN_SCORE_RANGE",
    what: "text as minimum score",
    call: () => minimumScore("0.5" as unknown as number),
    issues: [["NUMBER_RANGE", "/minimumScore"]],
  },
  {
    row: 44,
    what: "an unknown objective",
    call: options({ objective: CANARY }),
    issues: [["OBJECTIVE_UNKNOWN", "/objective"]],
    says: /coverage, score/,
  },
  {
    row: 47,
    what: "25:00",
    call: available([{ day: "Mon", start: "25:00", end: "09:00" }]),
    issues: [["TIME_RANGE", "/mentors/0/availability/0/start"]],
  },
  {
    row: 47,
    what: "25:00 in text",
    call: available("Mon 25:00-26:00"),
    issues: [["TIME_RANGE", "/mentors/0/availability"]],
  },
  {
    row: 48,
    what: "9:5",
    call: available([{ day: "Mon", start: "9:5", end: "10:00" }]),
    issues: [["TIME_FORMAT", "/mentors/0/availability/0/start"]],
    says: /HH:MM/,
  },
  {
    row: 49,
    what: "Funday",
    call: available([{ day: CANARY, start: "09:00", end: "10:00" }]),
    issues: [["WEEKDAY_UNKNOWN", "/mentors/0/availability/0/day"]],
  },
  {
    row: 49,
    was: "WEEKDAY_UNKNOWN",
    what: "8 as a day",
    call: available([{ day: 8, start: "09:00", end: "10:00" }]),
    issues: [["FIELD_TYPE", "/mentors/0/availability/0/day"]],
  },
  {
    row: 50,
    what: "an unknown zone",
    call: available("Mon 09:00-10:00", { timeZone: "Mars/Olympus" }),
    issues: [["ZONE_UNKNOWN", "/mentors/0/timeZone"]],
  },
  ...["TRT", "GMT+3"].map((timeZone): Refused => ({
    row: 51,
    what: `the zone ${timeZone}`,
    call: available("Mon 09:00-10:00", { timeZone }),
    issues: [["ZONE_AMBIGUOUS", "/mentors/0/timeZone"]],
    hint: /Europe\/Istanbul.*\+03:00/,
  })),
  {
    row: 53,
    what: "windows without a zone",
    call: available("Mon 09:00-10:00", {}),
    issues: [["ZONE_MISSING", "/mentors/0/timeZone"]],
  },
  {
    row: 54,
    was: "DATE_INVALID",
    what: "an invalid Date",
    call: rest({ period: { start: new Date(Number.NaN), end: "2025-03-30" } }),
    issues: [["FIELD_TYPE", "/period/start"]],
  },
  {
    row: 54,
    was: "DATE_INVALID",
    what: "a day that the calendar lacks",
    call: rest({ period: { start: "2025-02-30", end: "2025-03-30" } }),
    issues: [["DATE_FORMAT", "/period/start"]],
  },
  {
    row: 55,
    was: "WINDOW_ORDER",
    what: "a period that ends before it starts",
    call: rest({ period: { start: "2025-03-30", end: "2025-01-06" } }),
    issues: [["PERIOD_ORDER", "/period/end"]],
  },
  {
    row: 55,
    was: "LIMIT_WINDOW",
    what: "a period of three years",
    call: rest({ period: { start: "2025-01-01", end: "2027-12-31" } }),
    issues: [["LIMIT_PERIOD", "/period"]],
  },
  {
    row: 55,
    what: "days away that end before they start",
    call: available({ windows: "Mon 09:00-10:00", away: [{ start: "2025-02-02", end: "2025-02-01" }] }),
    issues: [["WINDOW_ORDER", "/mentors/0/availability/away/0/end"]],
  },
  {
    row: 57,
    what: "a person as their own manager",
    call: mentor({ managerId: "m" }),
    issues: [["ORG_SELF", "/mentors/0/managerId"]],
  },
  {
    row: 58,
    what: "a circle of managers",
    call: rest({
      people: [
        { id: "a", managerId: "c" },
        { id: "b", managerId: "a" },
        { id: "c", managerId: "b" },
      ],
    }),
    issues: [["ORG_CYCLE", "/people/0/managerId"]],
    says: /\/people\/0 → \/people\/2 → \/people\/1/,
  },
  {
    row: 59,
    what: "an unknown manager",
    call: mentor({ managerId: CANARY }),
    issues: [["ORG_UNKNOWN_MANAGER", "/mentors/0/managerId"]],
  },
  {
    row: 60,
    what: "a word as level without a ladder",
    call: mentor({ level: CANARY }),
    issues: [["LEVEL_TYPE", "/mentors/0/level"]],
    hint: /\/levels/,
  },
  {
    row: 60,
    what: "a level that is not on the ladder",
    call: () => matchAnything(inputWith({ level: CANARY }, { level: "high" }, { levels: ["low", "high"] })),
    issues: [["LEVEL_UNKNOWN", "/mentors/0/level"]],
  },
  {
    row: 61,
    was: "PAIR_UNKNOWN_ID",
    what: "a ban of nobody",
    call: options({ rules: [reverse(), ban([{ mentorId: "m", menteeId: CANARY }])] }),
    issues: [["ID_UNKNOWN", "/rules/1/pairs/0/menteeId"]],
  },
  ...[Number.NaN, 1.5, CANARY, Promise.resolve(CANARY_NUMBER), null].map((value): Refused => ({
    row: 64,
    was: "SCORER_RESULT",
    what: `a criterion that gives ${value === null ? "null" : typeof value}`,
    call: options({ criteria: [topics(), criterion("own", () => value as number)] }),
    issues: [["CRITERION_RESULT", "/criteria/1"]],
    says: /own.*mentor 0 and mentee 0/,
  })),
  {
    row: 64,
    was: "SCORER_RESULT",
    what: "a rule that gives a promise",
    call: options({ rules: [rule("own", () => Promise.resolve(true) as unknown as boolean)] }),
    issues: [["RULE_RESULT", "/rules/0"]],
    says: /own.*mentor 0 and mentee 0/,
  },
  {
    row: 65,
    was: "SCORER_THREW",
    what: "a criterion that throws",
    call: options({
      criteria: [
        criterion("own", () => {
          throw new Error(CANARY);
        }),
      ],
    }),
    issues: [["CRITERION_THREW", "/criteria/0"]],
    says: /own.*mentor 0 and mentee 0/,
  },
  {
    row: 65,
    was: "SCORER_THREW",
    what: "a rule that throws",
    call: options({
      rules: [
        rule("own", () => {
          throw new Error(CANARY);
        }),
      ],
    }),
    issues: [["RULE_THREW", "/rules/0"]],
    says: /own.*mentor 0 and mentee 0/,
  },
  ...[1n, Symbol(CANARY), () => CANARY, new Date(0), new Map()].map((value): Refused => ({
    row: 67,
    what: `a ${typeof value} among the attributes`,
    call: mentor({ attributes: { list: [1, { value }] } }),
    issues: [["VALUE_TYPE", "/mentors/0/attributes/list/1/value"]],
  })),
  {
    row: 67,
    was: "VALUE_TYPE",
    what: "a BigInt as capacity",
    call: mentor({ capacity: 1n }),
    issues: [["FIELD_TYPE", "/mentors/0/capacity"]],
    says: /got a BigInt/,
  },
  {
    row: 67,
    was: "VALUE_TYPE",
    what: "a function as a list",
    call: mentor({ goals: () => CANARY }),
    issues: [["LIST_EXPECTED", "/mentors/0/goals"]],
    says: /got a function/,
  },
  {
    row: 68,
    what: "attributes that contain themselves",
    call: mentor({ attributes: cyclic }),
    issues: [["VALUE_CYCLIC", "/mentors/0/attributes/self/below/self"]],
  },
  {
    row: 69,
    what: "6,000 mentors and 6,000 mentees",
    call: () => matchAnything(crowd(6_000)),
    issues: [["LIMIT_PAIRS", ""]],
    says: /36000000.* MB/,
    hint: /limits\.pairs/,
  },
  {
    row: 70,
    was: "OPTION_TYPE",
    what: "an option of the wrong type",
    call: options({ criteria: CANARY, rules: [topics], limits: CANARY_NUMBER }),
    issues: [
      ["LIST_EXPECTED", "/criteria"],
      ["FIELD_TYPE", "/rules/0"],
      ["FIELD_TYPE", "/limits"],
    ],
  },
  {
    row: 70,
    was: "OPTION_TYPE",
    what: "options of the wrong type",
    call: options(CANARY),
    issues: [["FIELD_TYPE", ""]],
  },
];

/** A pool that is large on both sides. */
function crowd(size: number): object {
  const ids = Array.from({ length: size }, (_, index) => String(index));
  return {
    mentors: ids.map((id) => ({ id: `m${id}`, teaches: ["js"] })),
    mentees: ids.map((id) => ({ id: `s${id}`, learns: ["js"] })),
  };
}

const pairsOf = (result: MatchResult): readonly string[] =>
  result.status === "infeasible" ? [] : result.pairs.map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`);

const ACCEPTED: readonly Accepted[] = [
  {
    row: 20,
    was: "ID_ON_BOTH_SIDES",
    what: "one id on both sides, never paired with itself",
    call: () => matchAnything(inputWith({ id: "x" }, { id: "x", level: 1, birthYear: 1999 }), { rules: [] }),
    result: (result) => {
      expect(pairsOf(result)).toEqual([]);
      expect(result.unmatched.map(({ id, side }) => `${id} ${side}`).sort()).toEqual(["x mentee", "x mentor"]);
    },
  },
  ...["__proto__", "constructor", "toString", "hasOwnProperty"].map((id): Accepted => ({
    row: 21,
    what: `the id ${id}`,
    call: mentor({ id }),
    result: (result) => {
      expect(pairsOf(result)).toEqual([`${id} s`]);
    },
  })),
  {
    row: 22,
    was: "CAPACITY_ZERO",
    what: "a capacity of 0 sits this round out",
    call: mentor({ capacity: 0 }),
    result: (result) => {
      expect(pairsOf(result)).toEqual([]);
      expect(result.unmatched.find(({ id }) => id === "m")?.code).toBe("notThisRound");
    },
  },
  {
    row: 30,
    what: "minimum loads above the size of the other side are infeasible",
    call: mentor({ capacity: 2, minimumLoad: 2 }),
    result: (result) => {
      expect(result.status).toBe("infeasible");
      if (result.status !== "infeasible") return;
      expect(result.conflicts).toMatchObject([{ demand: "minimumLoad", side: "mentor", id: "m", minimum: 2 }]);
      expect(result.witness).toMatchObject({ side: "mentor", ids: ["m"], needed: 2, available: 1 });
    },
  },
  {
    row: 46,
    was: "SLOT_ORDER",
    what: "a window that ends before it starts runs over midnight",
    call: () =>
      matchAnything(
        inputWith(
          { timeZone: "UTC", availability: "Mon 23:00-01:00" },
          { timeZone: "UTC", availability: "Tue 00:00-02:00" },
          { period: PERIOD },
        ),
      ),
    result: (result) => {
      if (result.status === "infeasible") throw new Error("expected pairs");
      const facts = result.pairs[0]?.contributions
        .map((part) => part.facts)
        .find(({ kind }) => kind === "availability");
      expect(facts).toMatchObject({ kind: "availability", minutesPerWeek: 60 });
    },
  },
  {
    row: 52,
    what: "the zone Etc/GMT+3 with a warning",
    call: () => available("Mon 09:00-10:00", { timeZone: "Etc/GMT+3" })(),
    result: ({ warnings }) => {
      expect(warnings.filter(({ code }) => code === "ZONE_SIGN")).toMatchObject([{ ids: ["m"] }]);
    },
  },
  {
    row: 56,
    was: "SLOTS_MERGED",
    what: "windows that overlap with a warning",
    call: () => available("Mon 09:00-11:00; Mon 10:00-12:00")(),
    result: ({ warnings }) => {
      expect(warnings.filter(({ code }) => code === "WINDOWS_MERGED")).toMatchObject([{ ids: ["m"] }]);
    },
  },
];

describe("wrong inputs and what each gets", () => {
  it.each(REFUSED)("$row: $what", ({ call, issues, hint, says }) => {
    expectIssues(call, issues);
    const [first] = errorOf(call).issues;
    if (hint !== undefined) expect(first?.hint).toMatch(hint);
    if (says !== undefined) expect(first?.message).toMatch(says);
  });

  it.each(ACCEPTED)("$row: accepted: $what", ({ call, result }) => {
    result(call());
  });

  it("65: keeps the cause of a function that throws", () => {
    const cause = new Error(CANARY);
    const throwing = (): never => {
      throw cause;
    };
    for (const given of [{ criteria: [criterion("own", throwing)] }, { rules: [rule("own", throwing)] }]) {
      const error = errorOf(options(given));
      expect(error.cause).toBe(cause);
      expectNoCanary(error);
    }
  });
});
