import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as evaluate from "../src/evaluate/index.ts";
import * as groups from "../src/groups/index.ts";
import * as tersine from "../src/index.ts";
import * as io from "../src/io/index.ts";
import * as pool from "../src/pool/index.ts";
import * as report from "../src/report/index.ts";
import * as score from "../src/score/index.ts";
import * as solve from "../src/solve/index.ts";
import * as talks from "../src/talks/index.ts";
import { runs } from "./support/runs.ts";

/*
 * Callers without types may pass anything. Every public function answers right arguments with something in them turned into
 * junk, and arguments that are junk altogether: by an answer, or by an error of ours; never by another error, and never by
 * one that a promise of the library was broken.
 */

const SECRET = "secret@example.com";

const input: tersine.MatchInput = {
  period: { start: "2027-01-04", end: "2027-03-28" },
  people: [{ id: "head" }],
  mentors: ["a", "b", "c"].map((id, index) => ({
    ...{ id, teaches: ["AI", { topic: "SQL", level: 3 }], birthYear: 2000 - index, level: 1, managerId: "head" },
    ...{ goals: ["lead"], languages: ["tr"], availability: "Mon 09:00-11:00", timeZone: "Europe/Istanbul" },
  })),
  mentees: ["p", "q", "r"].map((id, index) => ({
    ...{ id, learns: ["AI", { topic: "SQL", priority: 2 }], birthYear: 1970 - index, level: 4, managerId: "head" },
    ...{ goals: ["lead"], languages: ["tr"], availability: "Mon 09:00-11:00", choices: ["a"], timeZone: "UTC" },
  })),
};
const result = tersine.matchPairs(input);
const { manifest } = result;
const { mentors, mentees } = input;
const problem = {
  ...({ layout: "sparse", rows: 3, columns: 3, unmatched: "free" } as const),
  rowStart: Int32Array.of(0, 3, 6, 9),
  columnAt: Int32Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2),
  weightAt: Int32Array.of(5, 3, 1, 2, 8, 1, 1, 1, 9),
};
const context = { period: { start: "2027-01-04", end: "2027-03-28" } };
const csv = { name: "m.csv", text: "id,teaches,level\na,AI,1\nb,SQL,1\n" };
const pairs = { name: "pairs.csv", text: "mentor id,mentee id\na,p\n" };
const outcomes = [{ mentorId: "a", menteeId: "p", by: "mentor", rating: 4 }];

/** Right arguments of functions that take more than options. */
const RIGHT: Readonly<Record<string, readonly unknown[]>> = {
  audienceOf: ["/pairs/0/score"],
  ban: [[{ mentorId: "a", menteeId: "p" }]],
  blockingPairs: [problem, { rowOf: Int32Array.of(0, 1, 2), columnOf: Int32Array.of(0, 1, 2) }],
  checkInput: [input],
  compareResults: [result, result, {}],
  createMatcher: [input, { objective: "score" }],
  criterion: ["own", () => 0.5, { weight: 2 }],
  exceptFor: [tersine.reverse(), { mentorId: "a" }],
  foldText: ["İstanbul"],
  letters: [result, input, { language: "tr" }],
  matchPairs: [input, { weights: { topics: 2 }, pins: [{ mentorId: "a", menteeId: "p" }] }],
  safeMatchPairs: [input, { rules: [tersine.reverse()] }],
  minimumOf: ["topics", 0.3],
  minimumScore: [0.2],
  notAgain: [[{ mentorId: "a", menteeId: "p", date: "2026-01-01" }], { cooldown: 6 }],
  partnerLimit: ["one", { of: "mentor", max: 1, by: "location" }],
  quota: ["some", { mentee: { id: "p" } }, { min: 0, max: 1 }],
  readConfig: [{ match: { rules: ["reverse"], criteria: [{ criterion: "topics" }] } }],
  reasonsFor: ["participant", []],
  replay: [input, manifest, {}],
  rule: ["own", () => true, { because: { en: "x", tr: "y" } }],
  ruleTitle: ["reverse"],
  criterionTitle: ["topics"],
  sameOrDifferent: ["department", { want: "same" }],
  scaleText: [500_000, "en"],
  timeZonesWithin: [3, { unknown: "allow" }],
  toUtc: ["2027-01-04T09:00", "Europe/Istanbul"],
  topicCatalogue: [[{ key: "AI", aliases: ["yz"] }]],
  waivable: [tersine.reverse(), false],
  weeklyAvailability: [
    [{ start: "2027-01-04T09:00:00Z", end: "2027-01-04T10:00:00Z" }],
    { ...context, timeZone: "Europe/Istanbul" },
  ],
  levelsOf: [mentors, { seniority: "level" }],
  prepareCommonTime: [{ mentors, mentees, context }, { minimumBlock: 30 }],
  prepareScore: [[score.topics(), score.goals()], { mentors, mentees, context }, {}],
  scorePair: [mentors[0], mentees[0], [score.topics(), score.availability()], context],
  settleSeniority: [{ mentors, mentees, context }],
  weighted: [[score.topics(), score.goals()], {}],
  hierarchyCurve: [{ ideal: [2, 5] }],
  assign: [
    [
      [1, 2],
      [3, null],
    ],
    { maximize: true },
  ],
  preferencesFromWeights: [problem],
  solveAssignment: [problem, {}],
  solveFair: [problem, {}],
  solveStable: [{ ...problem, ...solve.preferencesFromWeights(problem) }, {}],
  solveWithQuotas: [{ ...problem, quotas: [{ edges: Int32Array.of(0, 1), minimum: 0, maximum: 1 }] }, {}],
  verifyOptimality: [problem, solve.solveAssignment(problem)],
  warmStartFrom: [problem, solve.solveAssignment(problem)],
  workBound: [problem],
  decodeText: [new TextEncoder().encode("abc"), "utf-8"],
  groupsFromRows: [csv, {}],
  invitationsOf: [result, input, { language: "tr" }],
  isZip: [new Uint8Array([1, 2])],
  outcomesFromRows: [pairs, {}],
  pairsToCsv: [result, {}],
  unmatchedToCsv: [result, {}],
  resultToJson: [result],
  resultToNdjson: [result],
  readMatchInput: [{ mentors: csv, mentees: { ...csv, text: csv.text.replace("teaches", "learns") } }, {}],
  readPublishedPairs: [pairs, {}],
  readPublishedPlan: [pairs, {}],
  renderReport: [input, result, { language: "tr" }],
  renderCards: [input, result, { language: "tr" }],
  renderEvaluation: [{}, { language: "en" }],
  audit: [result, new Map([["a", "x"]]), { input }],
  benjaminiHochberg: [[0.1, 0.2]],
  holm: [[0.1, 0.2]],
  detectableGap: [10, 20, 0.5],
  evaluate: [result, outcomes, {}],
  fisher: [
    { k: 3, n: 10 },
    { k: 5, n: 12 },
  ],
  wilson: [{ k: 3, n: 10 }],
  newcombe: [
    { k: 3, n: 10 },
    { k: 5, n: 12 },
  ],
  katz: [
    { k: 3, n: 10 },
    { k: 5, n: 12 },
  ],
  rankSum: [
    [1, 2],
    [3, 4],
  ],
  minimise: [input, {}],
  proposeWeights: [[{ result, outcomes }], {}],
  pseudonymise: [input, new Uint8Array(32)],
  shortlist: [input, { talks: { mentees: 2, mentors: [1, 3] } }],
  matchGroups: [input, { of: { mentors: 2, mentees: 1 }, joint: [groups.coveredBy("any")] }],
  rounds: [[{ mentorId: "a", menteeId: "p" }], {}],
};

const JUNK: readonly unknown[] = [
  ...[null, undefined, Number.NaN, Infinity, -1, 0, 1.5, 2 ** 53, "", "x", SECRET, true, -0, "2027-13-45", "\uD800"],
  ...[[], {}, [null], [[]], { id: 7 }, { length: 3 }, { topic: null }, 10n, Symbol("s"), () => 1, new Map()],
  ...[new Int32Array(3), new Date(Number.NaN)],
];

/** Whole numbers of a stream, in turn. */
type Draw = (below: number) => number;

const draws = fc.infiniteStream(fc.nat(1_000_000)).map((stream): Draw => {
  const iterator = stream[Symbol.iterator]();
  return (below) => {
    const next = iterator.next();
    if (next.done === true) throw new Error("a stream without end has ended");
    return next.value % below;
  };
});

const pick = <Item>(items: readonly Item[], draw: Draw): Item => items[draw(items.length)]!;

/** A copy with one thing in it turned into junk, taken out or added. */
function spoilt(value: unknown, draw: Draw): unknown {
  if (typeof value !== "object" || value === null || draw(6) === 0) return pick(JUNK, draw);
  if (Array.isArray(value)) {
    const items = Array.from<unknown>(value);
    if (items.length === 0) return [pick(JUNK, draw)];
    const at = draw(items.length);
    if (draw(8) === 0) return items.filter((_, index) => index !== at);
    return items.map((item, index) => (index === at ? spoilt(item, draw) : item));
  }
  if (value instanceof Int32Array) return value.map((item, index) => (index === draw(value.length) ? -1 : item));
  if (Object.getPrototypeOf(value) !== Object.prototype) return pick(JUNK, draw);
  const keys = Object.keys(value);
  if (keys.length === 0) return { junk: pick(JUNK, draw) };
  const key = pick(keys, draw);
  const rest = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return draw(8) === 0 ? rest : { ...rest, [key]: spoilt(Reflect.get(value, key), draw) };
}

function junkArguments(right: readonly unknown[], draw: Draw): readonly unknown[] {
  if (right.length === 0 || draw(7) === 0) return Array.from({ length: draw(4) }, () => pick(JUNK, draw));
  const at = draw(right.length);
  const given = right.map((argument, index) => (index === at ? spoilt(argument, draw) : argument));
  return draw(10) === 0 ? given.slice(0, -1) : given;
}

/** Errors that files and streams have of their own, which tell what is wrong with them. */
const OWN_ERRORS: readonly string[] = ["EncodingError", "FormatError", "SizeError"];

/** What is wrong with how a call ended. */
function faultOf(error: unknown): string | undefined {
  if (error instanceof tersine.TersineError) {
    if (error.code === "INTERNAL") return `a broken promise: ${error.message}`;
    return error.message.includes(SECRET) ? "a value in the message" : undefined;
  }
  if (error instanceof Error && OWN_ERRORS.includes(error.name)) return undefined;
  return error instanceof Error ? `${error.name}: ${error.message}` : "no error was thrown";
}

type AnyFunction = (...given: readonly unknown[]) => unknown;
const isFunction = (value: unknown): value is AnyFunction => typeof value === "function";

const rooms = { tersine, score, solve, io, report, evaluate, pool, talks, groups };
const functions = Object.entries(rooms).flatMap(([room, exported]) =>
  Object.entries(exported).flatMap(([name, value]) =>
    isFunction(value) && !/^[A-Z]/u.test(name) && !name.endsWith("InSteps") ? [[room, name, value] as const] : [],
  ),
);

describe("a public function answers junk by an answer or by an error of ours", () => {
  it.each(functions)("BAD 1: %s.%s", async (_, name, call) => {
    const right = RIGHT[name] ?? [{}];
    await fc.assert(
      fc.asyncProperty(draws, async (draw) => {
        const given = junkArguments(right, draw);
        let fault: string | undefined;
        try {
          await Reflect.apply(call, undefined, given);
        } catch (error) {
          fault = faultOf(error);
        }
        expect(fault).toBeUndefined();
      }),
      runs(40),
    );
  });
});
