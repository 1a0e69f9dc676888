import { describe, expect, it, vi } from "vitest";
import type * as rules from "../../../src/rules/standard-rules.ts";
import type * as criteria from "../../../src/score/standard-criteria.ts";
import {
  configJsonSchema,
  createMatcher,
  matchPairs,
  type MatchInput,
  readConfig,
  replay,
} from "../../../src/index.ts";

// the one line of each: the lists as they are, and one entry more
vi.mock("../../../src/score/standard-criteria.ts", async (original) => {
  const { STANDARD_CRITERIA } = await original<typeof criteria>();
  const { commuteEntry } = await import("../../support/added/commute.ts");
  return { STANDARD_CRITERIA: [...STANDARD_CRITERIA, commuteEntry] };
});
vi.mock("../../../src/rules/standard-rules.ts", async (original) => {
  const { STANDARD_RULES } = await original<typeof rules>();
  const { sameShiftEntry } = await import("../../support/added/same-shift.ts");
  return { STANDARD_RULES: [...STANDARD_RULES, sameShiftEntry] };
});

const person = (id: string, shift: string, stop?: number) => ({
  id,
  attributes: { shift, ...(stop === undefined ? {} : { stop }) },
});

const input: MatchInput = {
  mentors: [
    { ...person("a", "day", 10), teaches: ["AI"] },
    { ...person("b", "night", 40), teaches: ["AI"] },
    { ...person("c", "day", 50), teaches: ["AI"] },
  ],
  mentees: [
    { ...person("p", "day", 55), learns: ["AI"] },
    { ...person("q", "night", 25), learns: ["AI"] },
    { ...person("r", "day"), learns: ["AI"] },
  ],
};

const config = {
  match: {
    criteria: ["topics", { criterion: "commute", tooFar: 30, weight: 3 }],
    rules: [{ rule: "sameShift", unknown: "reject" }],
  },
};

describe("a criterion and a rule are one file and one line of a list", () => {
  const { match = {} } = readConfig(config);
  const result = matchPairs(input, match);

  it("configuration makes them by name, with checked options, and lists them where a name is unknown", () => {
    expect(match.criteria?.map(({ name, weight }) => [name, weight])).toEqual([
      ["topics", 4],
      ["commute", 3],
    ]);
    expect(() => readConfig({ match: { criteria: [{ criterion: "commute", tooFar: "near" }] } })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: "/match/criteria/0/tooFar" })] }),
    );
    expect(() => readConfig({ match: { criteria: ["comute"] } })).toThrow(
      /commonManager, commute; got text\. Did you mean/u,
    );
    expect(() => readConfig({ match: { rules: ["sameShif"] } })).toThrow(/notAgain, sameShift/u);
  });

  it("the manifest records them, and a replay from a file makes them again", () => {
    expect(result.manifest.options).toMatchObject({
      criteria: [{ name: "topics" }, { name: "commute", weight: 3, settings: { tooFar: 30 } }],
    });
    expect(result.manifest.options.rules.at(-1)).toEqual({ name: "sameShift", settings: { unknown: "reject" } });
    const manifest = JSON.parse(JSON.stringify(result.manifest)) as typeof result.manifest;
    expect(JSON.stringify(replay(input, manifest))).toBe(JSON.stringify(result));
  });

  it("reasons say in both languages what the points rest on, and why a pair is refused", () => {
    const pairs = result.status === "infeasible" ? [] : result.pairs;
    const told = pairs.map(({ menteeId, mentorId, reasons }) => [menteeId, mentorId, reasons[1]?.en, reasons[1]?.tr]);
    expect(told).toEqual([
      ["p", "c", expect.stringContaining("They live 5 minutes apart."), expect.stringContaining("Aralarında 5 dakika")],
      [
        "q",
        "b",
        expect.stringContaining("They live 15 minutes apart."),
        expect.stringContaining("Aralarında 15 dakika"),
      ],
      [
        "r",
        "a",
        expect.stringContaining("The mentee's way to work is not known."),
        expect.stringContaining("işe geliş yolu"),
      ],
    ]);
    const refused = createMatcher(input, match).explain("b", "p");
    expect(refused).toMatchObject({
      status: "refused",
      reasons: [{ about: "sameShift", en: "Cannot be paired: the two work in different shifts." }],
    });
  });

  it("the JSON Schema of configurations describes them", () => {
    const schema = JSON.stringify(configJsonSchema());
    expect(schema).toContain('"criterion":{"type":"string","const":"commute"}');
    expect(schema).toContain('"rule":{"type":"string","const":"sameShift"}');
    expect(schema).toContain('"tooFar":{"type":"number"}');
  });
});
