import { ban, crossGeneration, minimumScore, reverse, type ErrorCode } from "tersine";
import { describe, expect, it } from "vitest";
import { CANARY, errorOf, expectIssues, inputWith, matchAnything } from "../support/bad-input.ts";

/** Options as plain JavaScript passes them. */
const loose = (options: unknown): never => options as never;

const CASES: readonly (readonly [what: string, call: () => unknown, code: ErrorCode, path: string])[] = [
  ["a word for unknown data", () => reverse(loose({ unknown: CANARY })), "VALUE_UNKNOWN", "/unknown"],
  ["a misspelt option", () => reverse(loose({ minimumGaps: 1 })), "FIELD_UNKNOWN", "/minimumGaps"],
  ["a gap as text", () => reverse(loose({ minimumGap: "2" })), "NUMBER_RANGE", "/minimumGap"],
  ["another measure", () => crossGeneration(loose({ by: CANARY })), "VALUE_UNKNOWN", "/by"],
  ["a word for unknown years", () => crossGeneration(loose({ unknown: CANARY })), "VALUE_UNKNOWN", "/unknown"],
  ["bands as text", () => crossGeneration(loose({ bands: CANARY })), "LIST_EXPECTED", "/bands"],
  [
    "a band as text",
    () => crossGeneration(loose({ bands: [{ name: "a", from: CANARY, to: null }] })),
    "FIELD_TYPE",
    "/bands/0/from",
  ],
  ["no options object", () => crossGeneration(loose(null)), "FIELD_TYPE", ""],
  ["a ban of no list", () => ban(loose(undefined)), "LIST_EXPECTED", "/pairs"],
  ["a ban of a number", () => ban(loose([{ mentorId: "m", menteeId: 1 }])), "ID_TYPE", "/pairs/0/menteeId"],
  ["a minimum score of NaN", () => minimumScore(Number.NaN), "NUMBER_RANGE", "/minimumScore"],
];

describe("options of rules: nothing is accepted and ignored", () => {
  it.each(CASES)("%s", (_, call, code, path) => {
    expectIssues(call, [[code, path]]);
  });

  it("a rule of an unknown kind is refused, and so is a criterion without a measure", () => {
    const rules = [{ name: "mine", kind: "shoe", because: { en: "x", tr: "x" } }];
    const criteria = [null, { name: "mine", prepare: 1 }];
    expectIssues(
      () => matchAnything(inputWith(), { rules, criteria, weights: { mine: 1 } }),
      [
        ["FIELD_TYPE", "/criteria/0"],
        ["FIELD_TYPE", "/criteria/1"],
        ["FIELD_TYPE", "/rules/0"],
        ["CRITERION_UNKNOWN", "/weights/mine"],
      ],
    );
  });

  it("without years of birth the hint shows how to match without age", () => {
    const input = inputWith({ birthYear: undefined }, { birthYear: undefined });
    const named = errorOf(() => matchAnything(input, { rules: [reverse(), crossGeneration()] }));
    expect(named.issues).toMatchObject([{ code: "NO_GENERATION_DATA", path: "/rules/1" }]);
    expect(named.issues[0]?.hint).toContain("rules: [noReportingLine(), reverse(), sharedTopic()]");
  });
});
