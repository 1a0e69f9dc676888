import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimise, modelCard, pseudonymise, requiredFields } from "../../../src/evaluate/index.ts";
import { zod } from "../../../src/model/schema/option-forms.ts";
import { STANDARD_RULES } from "../../../src/rules/standard-rules.ts";
import { STANDARD_CRITERIA } from "../../../src/score/standard-criteria.ts";
import {
  type MatchInput,
  type MatchOptions,
  type MatchResult,
  ban,
  criterion,
  crossGeneration,
  defaultCriteria,
  defaultRules,
  exceptFor,
  generation,
  goals,
  goalsByVector,
  hierarchy,
  language,
  matchPairs,
  minimumOf,
  noReportingLine,
  partnerLimit,
  quota,
  reverse,
  rule,
  sameOrDifferent,
  topics,
  treeDistance,
  waivable,
} from "../../../src/index.ts";
import { programmes } from "../../support/programmes.ts";
import { runs } from "../../support/runs.ts";
import { thrownBy } from "../../support/thrown-by.ts";

/** Options that a configuration must give, by maker. */
const NEEDED: Readonly<Record<string, object>> = {
  bothWays: { of: "topics" },
  sameOrDifferent: { field: "department", want: "different" },
  generation: { by: "birthYear" },
  meetingTime: { minutes: 60 },
  timeZonesWithin: { hours: 3 },
  levelGap: { min: 1 },
  minimumScore: { score: 0.5 },
  tenure: { min: 6 },
  ready: { atLeast: 3 },
  minimumOf: { criterion: "topics", value: 0.5 },
  ban: { pairs: [] },
  notAgain: { history: [] },
};

const fieldsOf = (options?: MatchOptions): readonly string[] => requiredFields(options).map(({ field }) => field);

const optionsOf = fc.constantFrom<MatchOptions>(
  {},
  { rules: [minimumOf("topics", 0.1)], criteria: [topics(), sameOrDifferent("department", { want: "different" })] },
  { rules: [], objective: "stable" },
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
      runs(60),
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

  it("knows every criterion and every rule of this library, and whom it was made by counts, not its name", () => {
    const made = {
      criteria: STANDARD_CRITERIA.map(({ name, make }) => make(zod, NEEDED[name] ?? {})),
      rules: STANDARD_RULES.map(({ name, make }) => make(zod, NEEDED[name] ?? {})),
    };
    for (const each of made.criteria) {
      const card = modelCard({ criteria: [{ ...each, name: "renamed" }], rules: [] });
      expect(card.markdown.en, each.name).not.toMatch(/of yours|say here/u);
    }
    for (const each of made.rules) {
      const { markdown } = modelCard({ criteria: [topics()], rules: [{ ...each, name: "renamed" }] });
      expect(markdown.en, each.name).not.toMatch(/of yours|say here/u);
    }
    const own = { criteria: [criterion("topics", () => 1)], rules: [rule("reverse", () => true)] };
    expect(requiredFields({ ...own, rules: [] }).find(({ field }) => field === "department")?.readBy).toEqual([
      "topics",
    ]);
    expect(requiredFields({ ...own, criteria: [] }).find(({ field }) => field === "location")?.readBy).toEqual([
      "reverse",
    ]);
    expect(modelCard(own).criteria[0]?.zero.en).toBe("say here what 0 means");
  });

  it("lists by default neither what only other options read nor all that a function could", () => {
    for (const field of ["department", "location", "languages", "attributes", "choices", "waitingSince"]) {
      expect(fieldsOf()).not.toContain(field);
      expect(fieldsOf({ rules: defaultRules(), criteria: defaultCriteria() })).not.toContain(field);
    }
  });

  it("reads of a rule or a criterion what its options ask for, whatever its name is", () => {
    const alone = fieldsOf({ rules: [], criteria: [topics()] });
    const more = (options: MatchOptions): readonly string[] =>
      fieldsOf({ rules: [], criteria: [topics({ name: "themes" })], ...options }).filter(
        (field) => !alone.includes(field),
      );
    expect(more({})).toEqual([]);
    expect(more({ rules: [minimumOf("themes", 0.5)] })).toEqual([]);
    expect(more({ rules: [waivable(minimumOf(language(), 0.5), false)] })).toEqual(["languages"]);
    expect(
      more({
        rules: [exceptFor(minimumOf("off", 0.5), { mentorId: "a" })],
        criteria: [topics(), goals({ name: "off", weight: 0 })],
      }),
    ).toEqual(["goals"]);
    expect(
      more({
        rules: [
          minimumOf(
            criterion("own", () => 1),
            0.5,
          ),
        ],
      }),
    ).toContain("department");
    expect(more({ rules: [crossGeneration({ by: "careerStartYear" })] })).toEqual(["careerStartYear"]);
    expect(more({ rules: [noReportingLine({ dottedLines: "ignore" })] })).toEqual(["managerId"]);
    expect(more({ criteria: [generation({ by: "band", bands: ["a"], name: "age" })] })).toEqual(["generation"]);
    expect(more({ criteria: [treeDistance({ name: "far" })] })).toEqual(["managerId"]);
    expect(more({ criteria: [goalsByVector({ vectorOf: () => undefined })] })).toEqual(["goals"]);
    expect(more({ criteria: [sameOrDifferent("location", { want: "same" })] })).toEqual(["location"]);
    expect(more({ objective: "stable" })).toEqual(["choices"]);
    expect(more({ quotas: [quota("same aim", { goal: "lead" }, { min: 0 })] })).toEqual(["goals"]);
    expect(more({ quotas: [partnerLimit("sites", { of: "mentor", by: "location", max: 1 })] })).toEqual(["location"]);
    expect(more({ quotas: [quota("own", () => true, { min: 0 })] })).toContain("department");
  });

  it("names the attributes that are read where all of them are known", () => {
    const attributesOf = (options: MatchOptions): unknown =>
      requiredFields(options).find(({ field }) => field === "attributes")?.attributes;
    const floors = sameOrDifferent("floor", { want: "same" });
    const where = { mentee: { attributes: { team: "A" } } };
    const options: MatchOptions = { rules: [], criteria: [topics(), floors], quotas: [quota("A", where, { min: 0 })] };
    expect(attributesOf(options)).toEqual(["floor", "team"]);
    expect(attributesOf({ ...options, rules: [rule("own", () => true)] })).toBeUndefined();
    const input = {
      mentors: [{ id: "a", teaches: ["x"], attributes: { floor: 1, salary: 9 } }],
      mentees: [{ id: "b", learns: ["x"], attributes: { salary: 8 } }],
    };
    expect(minimise(input, options)).toEqual({
      mentors: [{ id: "a", teaches: ["x"], attributes: { floor: 1 } }],
      mentees: [{ id: "b", learns: ["x"] }],
    });
  });
});

describe("minimise and pseudonymise", () => {
  it("refuse what is no input as a match does, and know ids in any form of Unicode", () => {
    for (const call of [minimise, (input: MatchInput) => pseudonymise(input, new Uint8Array(32))]) {
      expect(thrownBy(() => call({} as MatchInput)).issues.map(({ path }) => path)).toEqual(["/mentors", "/mentees"]);
    }
    const [composed, apart] = ["\u00fc", "u\u0308"];
    const input = {
      people: [{ id: composed, department: "x" }, { id: "other" }],
      mentors: [{ id: "a", teaches: [], avoid: [apart], choices: ["b"] }],
      mentees: [{ id: "b", learns: [] }],
    };
    expect(minimise(input, { rules: [], criteria: [topics()] })).toEqual({
      people: [{ id: composed }],
      mentors: [{ id: "a", teaches: [], avoid: [apart] }],
      mentees: [{ id: "b", learns: [] }],
    });
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
      runs(25),
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
