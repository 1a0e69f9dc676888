import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ban,
  createMatcher,
  criterion,
  type DataOutcome,
  type Fix,
  levelGap,
  type MatchInput,
  type MatchOptions,
  matchPairs,
  minimumScore,
  noReportingLine,
  notAgain,
  replay,
  reverse,
  type Rule,
  rule,
  sharedLanguage,
  topicCatalogue,
  topics,
  waivable,
} from "../../../src/index.ts";
import { expectMatched } from "../../support/expect-matched.ts";
import { runs } from "../../support/runs.ts";

const fixOf = (input: MatchInput, options: MatchOptions, menteeId: string): Fix =>
  createMatcher(input, options).fix({ menteeId });

/** Two of each side: "ece" could only be paired with somebody whom a rule keeps from her. */
const input: MatchInput = {
  people: [{ id: "ada", managerId: "ece" }],
  mentors: [
    { id: "ada", teaches: ["AI"] },
    { id: "out", teaches: ["AI"], capacity: 0 },
  ],
  mentees: [{ id: "ece", learns: ["AI"] }],
};

describe("fixes never advise what the programme exists to prevent", () => {
  const never: readonly Rule[] = [
    noReportingLine(),
    ban([{ mentorId: "ada", menteeId: "ece" }]),
    notAgain([{ mentorId: "ada", menteeId: "ece" }]),
    rule("own", () => false, { waivable: false }),
  ];

  it.each(never)("m: no exception of $name, unless the caller says so", (each) => {
    expect(fixOf(input, { rules: [each] }, "ece")).toMatchObject({ kind: "none", because: "noneWorks" });
    expect(fixOf(input, { rules: [waivable(each, true)] }, "ece")).toMatchObject({
      kind: "oneRule",
      change: [{ step: "rule", rule: each.name, except: { mentorId: "ada", menteeId: "ece" } }],
      pairs: [{ mentorId: "ada", menteeId: "ece" }],
    });
  });

  it("m: avoid is never waived", () => {
    const avoiding = { ...input, people: [], mentees: [{ id: "ece", learns: ["AI"], avoid: ["ada"] }] };
    expect(fixOf(avoiding, { rules: [] }, "ece")).toMatchObject({ kind: "none" });
  });

  it("m: a rule that may be waived makes an exception for one pair, after everything else", () => {
    const apart = rule("apart", () => false);
    expect(fixOf(input, { rules: [apart] }, "ece")).toMatchObject({ kind: "oneRule" });
    expect(fixOf(input, { rules: [waivable(apart, false)] }, "ece")).toMatchObject({ kind: "none" });
  });

  it("m: what the caller says of waiving is in the manifest, and replays", () => {
    const rules = [waivable(noReportingLine(), true), waivable(minimumScore(0.1), false)];
    const result = matchPairs(input, { rules, fixes: true });
    expect(result.manifest.options.rules.slice(-2)).toMatchObject([
      { settings: { waivable: true } },
      { settings: { waivable: false } },
    ]);
    expect(replay(input, result.manifest)).toEqual(result);
  });
});

describe("missing data come first", () => {
  const levels: MatchInput = {
    mentors: [
      { id: "ada", teaches: ["AI"], level: 2 },
      { id: "bo", teaches: ["AI"], level: 4 },
    ],
    mentees: [
      { id: "cem", learns: ["AI"], level: 5 },
      { id: "eda", learns: ["AI"] },
    ],
  };

  it("m: the person's own, with what follows for each value that would help", () => {
    const options: MatchOptions = { rules: [reverse()] };
    const fix = fixOf(levels, options, "eda");
    expect(fix).toMatchObject({
      kind: "data",
      change: [{ step: "data", side: "mentee", id: "eda", field: "level" }],
    });
    for (const { change, pairs } of outcomesOf(fix)) {
      const [step] = change;
      if (step?.step !== "data") throw new Error("expected data");
      const mentees = levels.mentees.map((each) => (each.id === "eda" ? { ...each, [step.field]: step.value } : each));
      const before = expectMatched(matchPairs(levels, options)).pairs;
      const after = expectMatched(matchPairs({ ...levels, mentees }, options)).pairs;
      expect(after.some(({ menteeId }) => menteeId === "eda")).toBe(true);
      const fresh = after.filter(
        (pair) => !before.some((old) => old.mentorId === pair.mentorId && old.menteeId === pair.menteeId),
      );
      expect(pairs).toEqual(fresh.map(({ mentorId, menteeId, score }) => ({ mentorId, menteeId, score })));
    }
    expect(fix.en).toContain("Fill in what is not known of eda (mentee): level.");
    expect(fix.tr).toContain("Eksik bilgiyi tamamlayın, eda (mentee): kademe.");
  });

  it("m: that of somebody of the other side", () => {
    const other = {
      ...levels,
      mentors: [{ id: "ada", teaches: ["AI"] }],
      mentees: [
        { id: "cem", learns: ["AI"], level: 5 },
        { id: "eda", learns: ["SQL"], level: 2 },
      ],
    };
    expect(fixOf(other, { rules: [levelGap({ min: 1 })] }, "cem")).toMatchObject({
      kind: "data",
      change: [{ side: "mentor", id: "ada", field: "level", value: 2 }],
    });
  });

  it("m: two fields of one person together, where either alone lets a rule refuse", () => {
    const both: MatchInput = {
      mentors: [
        { id: "ada", teaches: ["AI"], level: 2, languages: ["tr"] },
        { id: "bo", teaches: ["AI"], level: 6, languages: ["en"] },
      ],
      mentees: [
        { id: "cem", learns: ["AI"], level: 5, languages: ["en"], capacity: 0 },
        { id: "eda", learns: ["AI"] },
      ],
    };
    const options: MatchOptions = { rules: [reverse(), sharedLanguage()] };
    const fix = fixOf(both, options, "eda");
    const known = (languages: string, level: number) => [
      { step: "data", side: "mentee", id: "eda", field: "languages", value: [languages] },
      { step: "data", side: "mentee", id: "eda", field: "level", value: level },
    ];
    expect(outcomesOf(fix).map(({ change }) => change)).toEqual([known("tr", 5), known("tr", 6)]);
    for (const { change, pairs } of outcomesOf(fix)) {
      const stated = Object.fromEntries(
        change.flatMap((step) => (step.step === "data" ? [[step.field, step.value]] : [])),
      );
      const mentees = both.mentees.map((each) => (each.id === "eda" ? { ...each, ...stated } : each));
      const after = expectMatched(matchPairs({ ...both, mentees }, options)).pairs;
      expect(pairs).toEqual(after.map(({ mentorId, menteeId, score }) => ({ mentorId, menteeId, score })));
    }
  });
});

describe("data that a programme is tried with", () => {
  const stating: MatchInput = {
    mentors: [
      { id: "ada", teaches: ["AI"], level: 2 },
      { id: "bo", teaches: ["AI"], level: 4 },
    ],
    mentees: [
      { id: "cem", learns: ["AI"], level: 5 },
      { id: "eda", learns: ["AI"] },
    ],
  };

  it("m: a criterion that fails on a value is told, and not taken for a value that does not help", () => {
    const failing = criterion("failing", (_, { id, level }) => {
      if (id === "eda" && level !== undefined) throw new Error("no level expected");
      return 0.5;
    });
    const fix = () => fixOf(stating, { rules: [reverse()], criteria: [failing] }, "eda");
    expect(fix).toThrow(expect.objectContaining({ code: "CRITERION_THREW" }));
  });
});

describe("where more is stated than is tried", () => {
  /** "eda" lacks her level, and her language if there is more than one; one mentor is open to her at one level alone. */
  const searching = (levels: number, own: number, languages: number): MatchInput => {
    const speaking = (at: number) => (languages === 1 ? {} : { languages: [`qa${String.fromCharCode(97 + at)}`] });
    return {
      mentors: [
        { id: "ada", teaches: ["AI"], level: own, ...speaking(own % languages) },
        { id: "bo", teaches: ["AI"], level: levels, ...speaking(own % languages) },
      ],
      mentees: [
        ...Array.from({ length: levels }, (_, at) => {
          return { id: `x${at}`, learns: ["AI"], level: at + 1, capacity: 0, ...speaking(at % languages) };
        }),
        { id: "eda", learns: ["AI"] },
      ],
    };
  };

  it("m: no fix is called the least, and never is it said that none works", () => {
    const drawn = fc.constantFrom(6, 12, 26).chain((levels) => {
      return fc.tuple(fc.constant(levels), fc.integer({ min: 1, max: levels - 1 }), fc.constantFrom(1, 1, 2, 7));
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(drawn, ([levels, own, languages]) => {
        const isWaivable = languages === 1;
        const rules = [
          waivable(levelGap({ min: 1, max: 1 }), isWaivable),
          ...(languages === 1 ? [] : [waivable(sharedLanguage(), false)]),
        ];
        const fix = fixOf(searching(levels, own, languages), { rules }, "eda");
        const name = fix.kind === "none" ? fix.because : `${fix.kind} ${fix.isLeast ? "least" : "perhaps"}`;
        seen.add(name);
        // a value that somebody states would do
        const known = levels * languages <= 24 ? ["data least"] : ["data perhaps", "oneRule perhaps", "notAllTried"];
        expect(known).toContain(name);
      }),
      runs(6),
    );
    expect(seen.size).toBeGreaterThan(1);
  });
});

/** What follows for each value, by a fix of missing data. */
function outcomesOf(fix: Fix): readonly DataOutcome[] {
  if (fix.kind !== "data" || fix.outcomes === undefined) throw new Error("expected a fix by data with outcomes");
  return fix.outcomes;
}

describe("a topic is a question", () => {
  it("m: to a mentor of a related topic first", () => {
    const catalogue = topicCatalogue([], { broader: { TikTok: "Social media", Instagram: "Social media" } });
    const related: MatchInput = {
      mentors: [
        { id: "a", teaches: ["SQL"] },
        { id: "b", teaches: ["TikTok"] },
      ],
      mentees: [{ id: "m", learns: ["Instagram"] }],
    };
    const fix = fixOf(related, { rules: [minimumScore(0.5)], criteria: [topics({ catalogue })] }, "m");
    expect(fix).toMatchObject({ kind: "oneTopic", change: [{ step: "topic", mentorId: "b", topic: "Instagram" }] });
    expect(fix.en).toContain("Ask whether b (mentor) could also show Instagram: new pair b - m (100/100)");
  });
});
