import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimise, modelCard, pseudonymise, requiredFields } from "../../../src/evaluate/index.ts";
import {
  type MatchInput,
  type MatchOptions,
  type MatchResult,
  ban,
  criterion,
  crossGeneration,
  defaultRules,
  goals,
  hierarchy,
  matchPairs,
  noReportingLine,
  quota,
  reverse,
  topics,
} from "../../../src/index.ts";
import { programmes } from "../../support/programmes.ts";

const optionsOf = fc.constantFrom<MatchOptions>(
  { rules: [] },
  { rules: [noReportingLine()], criteria: [topics(), goals()] },
  { rules: [reverse({ unknown: "allow" })], criteria: [hierarchy(), topics({ weight: 0 })] },
  { rules: [], criteria: [criterion("own", (mentor) => (mentor.birthYear ?? 0) / 3000)] },
);

/** A result without the fingerprint of its input and without doubts about data that nothing read. */
function plain(result: MatchResult): unknown {
  return { ...result, manifest: { ...result.manifest, input: undefined }, warnings: [] };
}

describe("minimise", () => {
  it("leaves out what nothing reads, and a match gives the same", () => {
    fc.assert(
      fc.property(programmes(), optionsOf, (input, options) => {
        const named: MatchInput = { ...input, mentors: input.mentors.map((each) => ({ ...each, name: "Canary" })) };
        const less = minimise(named, options);
        expect(plain(matchPairs(less, options))).toEqual(plain(matchPairs(named, options)));
        expect(JSON.stringify(less)).not.toContain("Canary");
        expect(minimise(less, options)).toEqual(less);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps no age where no rule and no criterion reads it", () => {
    const input: MatchInput = {
      people: [{ id: "boss", birthYear: 1960 }],
      mentors: [{ id: "a", teaches: [], birthYear: 1999, department: "x", level: 1 }],
      mentees: [],
    };
    expect(minimise(input, { rules: [], criteria: [topics()] })).toEqual({
      people: [],
      mentors: [{ id: "a", teaches: [] }],
      mentees: [],
    });
  });
});

describe("requiredFields", () => {
  it("names each field with who reads it and what for", () => {
    const found = requiredFields({
      rules: [crossGeneration()],
      criteria: [topics()],
      quotas: [quota("sites", { mentee: { location: "A" } }, { min: 1 })],
    });
    const byField = new Map(found.map((each) => [each.field, each]));
    expect(byField.get("birthYear")).toMatchObject({ readBy: ["crossGeneration"] });
    expect(byField.get("location")?.readBy).toEqual(["sites"]);
    expect(byField.has("department")).toBe(false);
    for (const { en, tr } of found) expect(en.length * tr.length).toBeGreaterThan(0);
    const own = requiredFields({ rules: [], criteria: [criterion("own", () => 1)] });
    expect(own.find(({ field }) => field === "department")?.readBy).toEqual(["own"]);
  });
});

describe("pseudonymise", () => {
  it("gives another id to everybody everywhere, no name, and a plan of the same worth", () => {
    const [key, other] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(8)];
    fc.assert(
      fc.property(programmes(), (input) => {
        const options = { rules: [noReportingLine()] };
        const hidden = pseudonymise(input, key);
        const [before, after] = [matchPairs(input, options), matchPairs(hidden.input, options)];
        if (before.status === "infeasible" || after.status === "infeasible") throw new Error("expected pairs");
        expect([after.totals.placedMentors, after.totals.placedMentees, after.totals.score]).toEqual([
          before.totals.placedMentors,
          before.totals.placedMentees,
          before.totals.score,
        ]);
        const text = JSON.stringify(hidden.input);
        for (const id of hidden.pseudonyms.keys()) expect(text).not.toContain(`"${id}"`);
        const others = new Set(pseudonymise(input, other).pseudonyms.values());
        for (const pseudonym of hidden.pseudonyms.values()) expect(others.has(pseudonym)).toBe(false);
      }),
      { numRuns: 25 },
    );
    expect(() => pseudonymise({ mentors: [], mentees: [] }, new Uint8Array(31))).toThrow(/32 bytes/u);
  });

  it("is HMAC-SHA-256: the digits that other programs compute", () => {
    const { pseudonyms } = pseudonymise(
      { mentors: [{ id: "ada", teaches: [] }], mentees: [] },
      new Uint8Array(32).fill(7),
    );
    // python3 -c 'import hmac; print(hmac.new(b"\x07"*32, b"ada", "sha256").hexdigest()[:32])'
    expect(pseudonyms.get("ada")).toBe("cf2f093f9c4c3f3969cc06a6934eecd4");
  });
});

describe("modelCard", () => {
  it("names every criterion and rule of the configuration and no other, and claims nothing", () => {
    const card = modelCard({ criteria: [topics(), goals()], rules: [noReportingLine(), ban([])] });
    expect(card.criteria.map(({ name }) => name)).toEqual(["topics", "goals"]);
    expect(card.rules.map(({ name }) => name)).toEqual(["noReportingLine", "ban"]);
    expect(card.ageNotice).toBeUndefined();
    expect(card.purpose).toBe("");
    for (const text of Object.values(card.markdown)) {
      for (const name of ["topics", "goals", "noReportingLine", "ban"]) expect(text).toContain(name);
      expect(text).not.toMatch(/hierarchy|crossGeneration|compliant|unbiased|\bfair\b/iu);
    }
    expect(modelCard({ rules: defaultRules() }).ageNotice?.en).toContain("age");
  });
});
