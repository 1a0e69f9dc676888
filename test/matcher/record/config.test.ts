import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as tersine from "../../../src/index.ts";
import { readConfig, TersineError } from "../../../src/index.ts";
import { STANDARD_RULES } from "../../../src/rules/standard-rules.ts";
import { STANDARD_CRITERIA } from "../../../src/score/standard-criteria.ts";
import { runs, shareOf } from "../../support/runs.ts";

const issuesOf = (value: unknown) => {
  try {
    readConfig(value);
  } catch (error) {
    if (error instanceof TersineError) return error.issues.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return [];
};

const pairs = [{ mentorId: "a", menteeId: "b" }];

/** One of each rule, by name and by function. */
const RULES: Readonly<Record<string, readonly [options: object, made: tersine.Rule]>> = {
  noReportingLine: [{ dottedLines: "direct" }, tersine.noReportingLine({ dottedLines: "direct" })],
  crossGeneration: [{ by: "careerStartYear" }, tersine.crossGeneration({ by: "careerStartYear" })],
  reverse: [{ minimumGap: 2 }, tersine.reverse({ minimumGap: 2 })],
  sharedTopic: [{ credit: 0.5 }, tersine.sharedTopic({ credit: 0.5 })],
  levelGap: [{ min: 2 }, tersine.levelGap({ min: 2 })],
  differentDepartment: [{ unknown: "allow" }, tersine.differentDepartment({ unknown: "allow" })],
  differentLocation: [{}, tersine.differentLocation()],
  sharedLanguage: [{ level: "B1" }, tersine.sharedLanguage({ level: "B1" })],
  timeZonesWithin: [{ hours: 3, unknown: "allow" }, tersine.timeZonesWithin(3, { unknown: "allow" })],
  safeSpace: [{ organisation: "small", coolingOff: 3 }, tersine.safeSpace({ organisation: "small", coolingOff: 3 })],
  tenure: [{ min: 6, of: "mentor" }, tersine.tenure({ min: 6, of: "mentor" })],
  ready: [{ atLeast: 3, briefed: true }, tersine.ready({ atLeast: 3, briefed: true })],
  meetingTime: [{ minutes: 30 }, tersine.meetingTime({ minutes: 30 })],
  minimumOf: [{ criterion: "topics", value: 0.3 }, tersine.minimumOf("topics", 0.3)],
  minimumScore: [{ score: 0.3 }, tersine.minimumScore(0.3)],
  ban: [{ pairs }, tersine.ban(pairs)],
  notAgain: [{ history: pairs, cooldown: 6 }, tersine.notAgain(pairs, { cooldown: 6 })],
};

const CRITERIA: Readonly<Record<string, readonly [options: object, made: tersine.Criterion]>> = {
  topics: [{ weight: 3, rarity: true }, tersine.topics({ weight: 3, rarity: true })],
  goals: [{ weights: { lead: 2 } }, tersine.goals({ weights: { lead: 2 } })],
  goalsByText: [{ missing: 0.5 }, tersine.goalsByText({ missing: 0.5 })],
  availability: [{ targetMinutes: 90 }, tersine.availability({ targetMinutes: 90 })],
  hierarchy: [{ curve: { ideal: [1, 3] } }, tersine.hierarchy({ curve: { ideal: [1, 3] } })],
  language: [{ enough: "C1" }, tersine.language({ enough: "C1" })],
  generation: [{ by: "birthYear" }, tersine.generation({ by: "birthYear" })],
  choices: [{ leftOutCountsZero: true }, tersine.choices({ leftOutCountsZero: true })],
  waiting: [{ fullDays: 90 }, tersine.waiting({ fullDays: 90 })],
  mutual: [{ weight: 2 }, tersine.mutual({ weight: 2 })],
  bothWays: [{ of: "topics", how: "mean", weight: 2 }, tersine.bothWays("topics", "mean", { weight: 2 })],
  readiness: [{ missing: 0.5 }, tersine.readiness({ missing: 0.5 })],
  sameOrDifferent: [{ field: "city", want: "same" }, tersine.sameOrDifferent("city", { want: "same" })],
  treeDistance: [{ near: 1 }, tersine.treeDistance({ near: 1 })],
  commonManager: [{ far: 9 }, tersine.commonManager({ far: 9 })],
};

/** What a rule or criterion says of itself, without its functions. */
const said = (made: unknown): unknown => JSON.parse(JSON.stringify(made));

/** Every criterion, rule, quota and option in one configuration. */
const FULL = {
  version: 1,
  people: "people.csv",
  mapping: { teaches: "Topics", "attributes.city": "City" },
  period: { start: "2027-01-04", end: "2027-06-27" },
  levels: ["junior", "senior"],
  language: "tr",
  match: {
    criteria: Object.entries(CRITERIA).map(([criterion, [options]], at) => ({ criterion, ...options, name: `c${at}` })),
    weights: { c0: 2 },
    personalWeights: { min: 50, max: 150 },
    rules: ["reverse", ...Object.entries(RULES).map(([rule, [options]]) => ({ rule, ...options }))],
    objective: "coverage",
    pins: pairs,
    quotas: [
      { name: "Finance learns", where: { mentee: { department: ["Finance", "Sales"], attributes: { a: 1 } } }, min: 1 },
      { name: "one site", of: "mentor", by: "location", max: 1 },
    ],
    limits: { pairs: 1_000 },
  },
};

describe("configuration", () => {
  it("X6: has a case here for every criterion and rule of the two lists", () => {
    expect(Object.keys(CRITERIA)).toEqual(STANDARD_CRITERIA.map(({ name }) => name));
    expect(Object.keys(RULES).sort()).toEqual(STANDARD_RULES.map(({ name }) => name).sort());
  });

  it.each(Object.entries(RULES))("makes the rule %s of its name", (rule, [options, made]) => {
    expect(readConfig({ match: { rules: [{ rule, ...options }] } }).match?.rules?.map(said)).toEqual([said(made)]);
  });

  it.each(Object.entries(CRITERIA))("makes the criterion %s of its name", (criterion, [options, made]) => {
    const { match } = readConfig({ match: { criteria: [{ criterion, ...options }] } });
    expect(match?.criteria?.map(said)).toEqual([said(made)]);
  });

  it("makes a catalogue of topics", () => {
    const criteria = [
      { criterion: "topics", catalogue: { topics: "reverseMentoring", aliases: { insta: "social media" } } },
    ];
    const [topics] = readConfig({ match: { criteria } }).match?.criteria ?? [];
    expect(topics?.value({ teaches: ["insta"] }, { learns: ["social media"] })).toBe(1);
    expect(tersine.topics().value({ teaches: ["insta"] }, { learns: ["social media"] })).toBe(0);
  });

  it("takes everything at once, with comments in every object", () => {
    const commented = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(commented);
      if (typeof value !== "object" || value === null) return value;
      const fields = Object.entries(value).map(([key, field]: [string, unknown]) => [key, commented(field)]);
      return { $comment: "why", ...Object.fromEntries(fields), "$comment 2": ["more"] };
    };
    expect(issuesOf(FULL)).toEqual([]);
    expect(said(readConfig(commented(FULL)))).toEqual(said(readConfig(FULL)));
  });

  it("keeps what a module has made", () => {
    const own = tersine.rule("own", () => true);
    const where: tersine.PairPredicate = () => true;
    const criteria = [tersine.criterion("mine", () => 1)];
    const { match } = readConfig({ match: { rules: [own], criteria, quotas: [{ name: "q", where, max: 1 }] } });
    expect(match?.rules?.[0]).toMatchObject({ name: "own" });
    expect(match?.criteria?.[0]).toMatchObject({ name: "mine" });
    expect(match?.quotas).toMatchObject([{ kind: "pairs", maximum: 1, counts: where }]);
  });

  it("tells all problems, in the order of the document", () => {
    const wrong = {
      maping: {},
      version: 2,
      period: { start: "soon", end: "2027-06-27", days: 1 },
      levels: "a",
      match: {
        rules: [
          "revers",
          7,
          { rule: "reverse", minimumGap: "1" },
          { rule: "levelGap", min: 3, max: 1 },
          { rule: "ban" },
        ],
        criteria: [{ criterion: "topics", weight: -1 }, { criterion: "hierarchy", curve: { idea: [1, 2] } }, {}],
        quotas: [
          { name: "q", min: -1, max: 2.5 },
          { of: "mentor", name: "r" },
          { name: "s", where: { mentr: {} } },
        ],
        pins: [{ mentorId: 1 }],
        limits: { pair: 1 },
      },
    };
    expect(issuesOf(wrong)).toEqual([
      "FIELD_UNKNOWN /maping",
      "VALUE_UNKNOWN /version",
      "DATE_FORMAT /period/start",
      "FIELD_UNKNOWN /period/days",
      "LIST_EXPECTED /levels",
      "VALUE_UNKNOWN /match/rules/0",
      "VALUE_UNKNOWN /match/rules/1",
      "FIELD_TYPE /match/rules/2/minimumGap",
      "NUMBER_RANGE /match/rules/3/max",
      "FIELD_MISSING /match/rules/4/pairs",
      "WEIGHT_RANGE /match/criteria/0/weight",
      "FIELD_UNKNOWN /match/criteria/1/curve/idea",
      "VALUE_UNKNOWN /match/criteria/2/criterion",
      "NUMBER_RANGE /match/quotas/0/min",
      "NUMBER_RANGE /match/quotas/0/max",
      "FIELD_MISSING /match/quotas/1/max",
      "FIELD_UNKNOWN /match/quotas/2/where/mentr",
      "FIELD_TYPE /match/pins/0/mentorId",
      "FIELD_MISSING /match/pins/0/menteeId",
      "FIELD_UNKNOWN /match/limits/pair",
    ]);
  });

  it("checks the options together", () => {
    expect(issuesOf({ match: { objective: "stable", pins: pairs } })).toEqual(["OPTION_CONFLICT /match/pins"]);
    expect(issuesOf({ match: { weights: { topic: 1 } } })).toEqual(["CRITERION_UNKNOWN /match/weights/topic"]);
  });

  it("never fails but by a TersineError whose paths stand in the configuration, whatever a value is replaced by", () => {
    const places: (readonly (string | number)[])[] = [];
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      places.push(path);
      if (typeof value !== "object" || value === null) return;
      for (const [key, field] of Object.entries(value) as [string, unknown][]) {
        walk(field, [...path, Array.isArray(value) ? Number(key) : key]);
      }
    };
    walk(FULL, []);
    const replaced = (value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown => {
      if (key === undefined) return by;
      if (Array.isArray(value)) return value.map((item: unknown, at) => (at === key ? replaced(item, rest, by) : item));
      const fields = value as Record<string, unknown>;
      return { ...fields, [key]: replaced(fields[key], rest, by) };
    };
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.anything(), (path, by) => {
        const issues = issuesOf(replaced(FULL, path, by));
        const place = path.map((key) => `/${key}`).join("");
        refused += issues.length > 0 ? 1 : 0;
        for (const issue of issues) expect(issue).toMatch(/^[A-Z_]+ (?:\/.*)?$/u);
        if (path.length < 3 && typeof by === "symbol") expect(issues.join()).toContain(place);
      }),
      runs(800),
    );
    expect(refused).toBeGreaterThan(shareOf(500));
  });

  it("refuses data that runs in a circle", () => {
    const circle: Record<string, unknown> = {};
    circle["match"] = circle;
    expect(issuesOf(circle)).toEqual(["INPUT_UNREADABLE "]);
  });
});
