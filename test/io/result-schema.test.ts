import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { RESULT_SCHEMA_FILE, resultSchemaSource } from "../../scripts/result-schema.ts";
import { levelGap, matchPairs, quota, type MatchInput, type MatchOptions } from "../../src/index.ts";
import { resultJsonSchema, resultToJson } from "../../src/io/index.ts";

const schema = z.fromJSONSchema(resultJsonSchema());
const refusals = (value: unknown) => schema.safeParse(value).error?.issues ?? [];

const INPUT: MatchInput = {
  mentors: ["a", "b", "c"].map((id) => ({
    id,
    level: 1,
    department: id,
    languages: ["tr"],
    timeZone: "Europe/Istanbul",
    teaches: ["AI", "SQL"],
    goals: ["lead"],
    availability: "Mon 09:00-12:00",
    capacity: 2,
  })),
  mentees: ["p", "q", "r", "s", "t"].map((id, at) => ({
    id,
    level: 2 + at,
    languages: ["tr"],
    timeZone: "Europe/Berlin",
    learns: [{ topic: at % 2 === 0 ? "AI" : "SQL", priority: 1 }],
    goals: ["lead"],
    availability: "Mon 08:00-10:00",
    choices: ["a"],
    ...(at === 4 ? { avoid: ["a", "b", "c"] } : {}),
  })),
  period: { start: "2027-01-04", end: "2027-01-31" },
};
const rules: MatchOptions["rules"] = [];
const many = { min: 1, max: 2 };
const finance = (min: number) => quota("first", { mentor: { id: "a" } }, { min });

const CASES: Readonly<Record<string, MatchOptions>> = {
  coverage: { rules },
  score: { rules, objective: "score" },
  fair: { rules, objective: "fair" },
  stable: { rules, objective: "stable" },
  pins: { rules, pins: [{ mentorId: "b", menteeId: "p" }] },
  quotas: {
    rules,
    quotas: [finance(1), quota("second", { mentee: { level: [2, 3] } }, many), quota("third", {}, { max: 4 })],
  },
  "personal weights": { rules, personalWeights: { min: 50, max: 150 } },
  "a quota that cannot be met": { rules, quotas: [finance(3)] },
  "pins and quotas that conflict": {
    rules,
    pins: [{ mentorId: "b", menteeId: "p" }],
    quotas: [quota("none", { mentor: { id: "b" } }, { max: 0 })],
  },
  "a rule that refuses everybody": { rules: [levelGap({ min: 50 })] },
};

describe("the JSON Schema of results", () => {
  it("is what the types of results make; `npm run schema:result` makes it anew", () => {
    expect(readFileSync(RESULT_SCHEMA_FILE, "utf8")).toBe(resultSchemaSource());
  }, 180_000);

  it("is of draft 2020-12, and every reference leads to a definition", () => {
    const { $schema, $defs } = resultJsonSchema();
    expect($schema).toBe("https://json-schema.org/draft/2020-12/schema");
    const references = [...JSON.stringify(resultJsonSchema()).matchAll(/"\$ref":"([^"]*)"/gu)].map(([, to]) => to);
    expect([...new Set(references)].sort()).toEqual(
      Object.keys($defs as object)
        .map((name) => `#/$defs/${name}`)
        .sort(),
    );
  });

  it.each(Object.entries(CASES))("X6: a written result validates: %s", (name, options) => {
    const result = matchPairs(INPUT, options);
    if (/cannot|conflict/u.test(name)) expect(result.status).toBe("infeasible");
    expect(refusals(JSON.parse(resultToJson(result)))).toEqual([]);
  });

  it("an infeasible minimum load validates", () => {
    const mentors = INPUT.mentors.map((mentor) => ({ ...mentor, capacity: 5, minimumLoad: 5 }));
    const result = matchPairs({ ...INPUT, mentors }, { rules });
    expect(result.status).toBe("infeasible");
    expect(refusals(JSON.parse(resultToJson(result)))).toEqual([]);
  });

  it("refuses a field that is missing, unknown or of another type, at every depth of a result", () => {
    const whole = JSON.parse(resultToJson(matchPairs(INPUT, { rules }))) as Record<string, unknown>;
    const [pair] = whole["pairs"] as [Record<string, unknown>];
    const totals = whole["totals"] as Record<string, unknown>;
    const broken: readonly Record<string, unknown>[] = [
      ...Object.keys(whole).map((key) => ({ ...whole, [key]: undefined })),
      ...Object.keys(pair).map((key) => ({ ...whole, pairs: [{ ...pair, [key]: undefined }] })),
      ...Object.keys(totals).map((key) => ({ ...whole, totals: { ...totals, [key]: "many" } })),
      { ...whole, more: 1 },
      { ...whole, pairs: [{ ...pair, more: 1 }] },
      { ...whole, schemaVersion: 2 },
      { ...whole, status: "best" },
    ];
    for (const value of broken) expect(refusals(JSON.parse(JSON.stringify(value)))).not.toEqual([]);
  });
});
