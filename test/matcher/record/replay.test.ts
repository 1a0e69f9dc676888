import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ban,
  createMatcher,
  criterion,
  crossGeneration,
  exceptFor,
  goalsByText,
  type MatchInput,
  type MatchOptions,
  matchPairs,
  minimumScore,
  noReportingLine,
  partnerLimit,
  quota,
  replay,
  reverse,
  rule,
  safeMatchPairs,
  sameOrDifferent,
  TersineError,
  timeZonesWithin,
  topics,
  VERSION,
} from "../../../src/index.ts";
import { programmes } from "../../support/programmes.ts";
import { reordered } from "../../support/reordered.ts";
import { thrownBy } from "../../support/thrown-by.ts";
import { runs, shareOf } from "../../support/runs.ts";

/** A result as a file holds it: what replays must come from there. */
const onFile = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

const bonus = (version: string) => criterion("bonus", ({ id }) => (id === "10" ? 1 : 0.25), { version });
const even = rule("even", (mentor, mentee) => (mentor.capacity + mentee.capacity) % 2 === 0, { version: "1" });

const optionSets: fc.Arbitrary<MatchOptions> = fc.constantFrom<MatchOptions>(
  {},
  { rules: [], objective: "score", weights: { topics: 1.5, goals: 0 }, personalWeights: { min: 50, max: 150 } },
  { rules: [noReportingLine({ dottedLines: "ignore" }), crossGeneration({ unknown: "allow" })], objective: "fair" },
  { rules: [reverse({ minimumGap: 2 }), timeZonesWithin(4, { unknown: "allow" })], objective: "stable" },
  { rules: [minimumScore(0.123456)], criteria: [topics({ rarity: true }), goalsByText()], fixes: true },
  { rules: [], criteria: [sameOrDifferent("department", { want: "different", name: "mix" }), topics()] },
  { rules: [], quotas: [quota("few", { mentee: { level: [1, 2] } }, { max: 1 })], limits: { work: 1_000_000 } },
  { rules: [], quotas: [partnerLimit("one", { of: "mentor", max: 1, by: "generation" })] },
  { rules: [even, noReportingLine()], criteria: [bonus("1"), topics()] },
);

describe("replay", () => {
  it("X6: a manifest from a file gives the bytes of its result, whatever the order of the input", () => {
    let replayed = 0;
    fc.assert(
      fc.property(
        programmes({ largest: 4 }),
        optionSets,
        fc.array(fc.nat(99), { minLength: 7, maxLength: 7 }),
        (input, options, by) => {
          const made = safeMatchPairs(input, options);
          if (!made.success) {
            expect(made.error.code).toBe("NO_GENERATION_DATA");
            return;
          }
          replayed += 1;
          const result = made.data;
          const again = replay(reordered(input, by), onFile(result.manifest), {
            criteria: [bonus("1")],
            rules: [even],
          });
          expect(JSON.stringify(again)).toBe(JSON.stringify(result));
        },
      ),
      runs(300),
    );
    expect(replayed).toBeGreaterThan(shareOf(200));
  });

  it("X2: goals compared by text are told in the same order, whatever the order of the input", () => {
    const told = (goals: readonly string[]): string => {
      const given = { mentors: [{ id: "m", teaches: [], goals }], mentees: [{ id: "p", learns: [], goals }] };
      return JSON.stringify(matchPairs(given, { rules: [], criteria: [goalsByText()] }));
    };
    expect(told(["voice", "growth"])).toBe(told(["growth", "voice"]));
  });

  const input: MatchInput = {
    people: [{ id: "10" }, { id: "p" }],
    mentors: [{ id: "10", teaches: ["x"] }],
    mentees: [{ id: "p", learns: ["x"] }],
  };

  it("X6: makes bans and exceptions again", () => {
    const pair = { mentorId: "10", menteeId: "p" };
    const options = {
      rules: [
        exceptFor(exceptFor(ban([pair]), { menteeId: "p" }), { mentorId: "10" }),
        exceptFor(minimumScore(1), { menteeId: "p" }),
      ],
    };
    const result = matchPairs(input, options);
    expect(result.status === "infeasible" ? 0 : result.pairs.length).toBe(1);
    expect(replay(input, onFile(result.manifest))).toEqual(result);
  });

  it("X6: a rematch is made again from its manifest and the published plan, and from no other", () => {
    const input: MatchInput = {
      mentors: ["a", "b", "c"].map((id) => ({ id, teaches: ["AI", id] })),
      mentees: ["x", "y"].map((id) => ({ id, learns: ["AI", "a"] })),
    };
    const published = { pairs: [{ mentorId: "c", menteeId: "x" }] };
    for (const how of [
      {},
      { stability: 7 },
      { maximumChanges: 0 },
      { maximumChanges: Infinity },
      { locked: "all" as const },
    ]) {
      const { result } = createMatcher(input, { rules: [] }).rematch(published, how);
      const manifest = onFile(result.manifest);
      expect(JSON.stringify(replay(input, manifest, { published }))).toBe(JSON.stringify(result));
      for (const functions of [{}, { published: { pairs: [{ mentorId: "c", menteeId: "y" }] } }]) {
        expect(thrownBy(() => replay(input, manifest, functions)).code).toBe("MANIFEST_FUNCTIONS");
      }
    }
  });

  it("refuses another input, version, time zones, and functions that are not the same", () => {
    const options = { rules: [even], criteria: [bonus("1")] };
    const { manifest } = matchPairs(input, options);
    const functions = { rules: [even], criteria: [bonus("1")] };
    const codeOf = (call: () => unknown): string => thrownBy(call).code;
    expect(replay(input, manifest, functions).manifest).toEqual(manifest);
    const changed = { ...input, mentees: [{ id: "p", learns: ["y"] }] };
    expect(codeOf(() => replay(changed, manifest, functions))).toBe("MANIFEST_INPUT_CHANGED");
    expect(codeOf(() => replay(input, { ...manifest, version: `${VERSION}-x` }, functions))).toBe("MANIFEST_VERSION");
    expect(codeOf(() => replay(input, { ...manifest, zones: "0" }, functions))).toBe("MANIFEST_ZONES");
    expect(codeOf(() => replay(input, manifest, { ...functions, criteria: [bonus("2")] }))).toBe("MANIFEST_FUNCTIONS");
    const { issues } = thrownBy(() => replay(input, manifest, { criteria: [bonus("1")] }));
    expect(issues).toMatchObject([{ code: "MANIFEST_FUNCTIONS", path: "/options/rules/0" }]);
    const hidden = matchPairs(input, { rules: [], criteria: [criterion("topics", () => 0.5)] });
    expect(codeOf(() => replay(input, hidden.manifest))).toBe("MANIFEST_FUNCTIONS");
  });

  it("V1: a manifest with anything missing or of another kind gives a typed error with a path, or its result", () => {
    const whole = onFile(
      matchPairs(input, {
        criteria: [topics({ rarity: true }), goalsByText(), sameOrDifferent("department", { want: "same" })],
        rules: [exceptFor(minimumScore(0.1), { menteeId: "p" }), ban([]), timeZonesWithin(4, { unknown: "allow" })],
        quotas: [quota("few", { mentee: { level: 1 } }, { max: 1 }), partnerLimit("one", { of: "mentor", max: 1 })],
        pins: [{ mentorId: "10", menteeId: "p" }],
        personalWeights: { min: 50, max: 150 },
        limits: { work: 1_000_000 },
        fixes: true,
      }).manifest,
    );
    const rematched = onFile(
      createMatcher(input, { rules: [] }).rematch({ pairs: [] }, { stability: 3 }).result.manifest,
    );
    const published = { pairs: [] };
    const codes = new Set<string>();
    const expectTyped = (manifest: unknown): void => {
      try {
        replay(input, manifest as never, { published });
      } catch (error) {
        if (!(error instanceof TersineError)) throw error;
        codes.add(error.code);
        expect(error.issues.every(({ path }) => path === "" || path.startsWith("/"))).toBe(true);
      }
    };
    const junk: readonly unknown[] = [undefined, null, 0, -1, Number.NaN, "x", "", true, [], {}, [null], { name: 1 }];
    /** Every manifest with one of its values replaced. */
    const tampered = (value: unknown, rebuild: (changed: unknown) => unknown): readonly unknown[] => {
      const inner =
        typeof value === "object" && value !== null
          ? Object.keys(value).flatMap((key) =>
              tampered(Reflect.get(value, key), (changed) =>
                rebuild(
                  Array.isArray(value)
                    ? value.map((item: unknown, at) => (String(at) === key ? changed : item))
                    : { ...value, [key]: changed },
                ),
              ),
            )
          : [];
      return [...junk.map(rebuild), ...inner];
    };
    const all = [whole, rematched].flatMap((manifest) => tampered(manifest, (changed) => changed));
    expect(all.length).toBeGreaterThan(1_000);
    all.forEach(expectTyped);
    for (const code of ["FIELD_TYPE", "LIST_EXPECTED", "MANIFEST_FUNCTIONS", "MANIFEST_INPUT_CHANGED"]) {
      expect(codes).toContain(code);
    }
    for (const functions of [null, 1, { rules: 1 }, { criteria: [null] }, { quotas: [1] }, { published: 1 }]) {
      expect(thrownBy(() => replay(input, rematched, functions as never)).issues.length).toBeGreaterThan(0);
    }
    expect(thrownBy(() => replay(input, null as never)).issues).toMatchObject([{ code: "FIELD_TYPE", path: "" }]);
    const copied = { rules: [], criteria: [goalsByText(), { ...topics(), missing: "none" as "skip" }] };
    expect(thrownBy(() => matchPairs(input, copied)).issues).toMatchObject([
      { code: "VALUE_UNKNOWN", path: "/criteria/1/missing" },
    ]);
    expect(thrownBy(() => replay(input, { ...whole, input: {} } as never)).issues).toMatchObject([
      { code: "FIELD_TYPE", path: "/input/sha256" },
    ]);
  });

  it("X6: a rematch whose options ask for fixes is made again, and tells none", () => {
    const crowd: MatchInput = {
      mentors: [{ id: "a", teaches: ["x"] }],
      mentees: ["p", "q"].map((id) => ({ id, learns: ["x"] })),
    };
    const published = { pairs: [{ mentorId: "a", menteeId: "q" }] };
    const { result } = createMatcher(crowd, { rules: [], fixes: true }).rematch(published);
    expect(result.manifest.options.fixes).toBe(true);
    expect(result.unmatched.map((each) => "fix" in each)).toEqual([false]);
    expect(replay(crowd, onFile(result.manifest), { published })).toEqual(result);
  });
});
