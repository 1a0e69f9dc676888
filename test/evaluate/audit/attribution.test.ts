import { describe, expect, it } from "vitest";
import { audit } from "../../../src/evaluate/index.ts";
import {
  criterion,
  matchPairs,
  type MatchedResult,
  type MatchInput,
  type MatchOptions,
  minimumOf,
  rule,
  topics,
} from "../../../src/index.ts";

const numberOf = (id: string): number => Number(id.slice(1));
const isA = (id: string): boolean => numberOf(id) % 2 === 0;

/** Mentors m0 …, mentees e0 …, of whom those with even numbers are of the first group. */
function programme(mentors: number, mentees: number, more: object = {}): MatchInput {
  const ids = (letter: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, at) => `${letter}${at}`);
  return {
    mentors: ids("m", mentors).map((id) => ({ id, teaches: ["x"], ...more })),
    mentees: ids("e", mentees).map((id) => ({ id, learns: ["x"], ...more })),
  };
}

const groupsOf = ({ mentees }: MatchInput, first = "A", second = "B"): Readonly<Record<string, string>> =>
  Object.fromEntries(mentees.map(({ id }) => [id, isA(id) ? first : second]));

const placedOf = (result: MatchedResult): number => result.pairs.filter(({ menteeId }) => isA(menteeId)).length;

function matched(input: MatchInput, options: MatchOptions): MatchedResult {
  const result = matchPairs(input, options);
  if (result.status === "infeasible") throw new Error("expected pairs");
  return result;
}

describe("attribution", () => {
  it("says which rule a gap comes from, by matching again without it", () => {
    const input = programme(24, 24);
    const own = rule("a door", (_, mentee) => !isA(mentee.id) || numberOf(mentee.id) > 8);
    const options = { rules: [own, rule("no door", () => true)] };
    const result = matched(input, options);
    const limits = { minimumCount: 1, minimumGroup: 6 };
    const found = audit(result, groupsOf(input), { programme: { input, options }, ...limits });
    const told = found.attribution.filter(({ side, stage }) => side === "mentee" && stage === "hasCandidate");
    expect(told).toMatchObject([
      { kind: "rule", name: "a door", group: "A", withIt: { k: 7, n: 12 }, without: { k: 12, n: 12 }, gapWithout: 0 },
    ]);
    expect(told[0]?.en).toBe(
      'Without the rule "a door", 0 of 12 mentees of A would be without a candidate instead of 5 of 12.',
    );
    expect(found.notAttributed).toBeUndefined();
    expect(audit(result, groupsOf(input)).notAttributed).toBe("noProgramme");
  });

  it("leaves a criterion out by its weight: people may weigh it, and a rule may judge by it", () => {
    const input = programme(16, 24, { personalWeights: { likes: 200 } });
    const likes = criterion("likes", (_, mentee) => (isA(mentee.id ?? "e1") ? 1 : 0.5), { weight: 3 });
    const options: MatchOptions = {
      rules: [minimumOf("likes", 0.4)],
      criteria: [topics({ weight: 1 }), likes],
      personalWeights: { min: 50, max: 200 },
    };
    const result = matched(input, options);
    const found = audit(result, groupsOf(input), { programme: { input, options }, minimumCount: 1, minimumGroup: 6 });
    const without = matched(input, { ...options, weights: { likes: 0 } });
    expect(placedOf(without)).not.toBe(placedOf(result));
    const told = found.attribution.filter(
      ({ name, stage, group }) => name === "likes" && stage === "placed" && group === "A",
    );
    expect(told).toMatchObject([
      {
        kind: "criterion",
        side: "mentee",
        withIt: { k: placedOf(result), n: 12 },
        without: { k: placedOf(without), n: 12 },
      },
    ]);
  });

  it("says that it had no matches left; all questions share them", () => {
    const input = programme(16, 24);
    const options: MatchOptions = {
      rules: [rule("a door", (_, mentee) => !isA(mentee.id) || numberOf(mentee.id) > 8), rule("no door", () => true)],
      criteria: [topics()],
    };
    const result = matched(input, options);
    const asked = (maximumSolves: number): ReturnType<typeof audit> =>
      audit(result, groupsOf(input), {
        programme: { input, options },
        minimumCount: 1,
        minimumGroup: 6,
        maximumSolves,
      });
    const none = asked(0);
    expect([none.attribution, none.notAttributed]).toEqual([[], "tooManySolves"]);
    expect(asked(1).notAttributed).toBe("tooManySolves");
    // the only criterion cannot be left out: two rules, two matches, and none for what other plans could place
    const two = asked(2);
    expect([two.attribution.length > 0, two.notAttributed]).toEqual([true, undefined]);
    expect(two.sides[1]?.groups.map(({ notPlaceable }) => notPlaceable)).toContain("tooManySolves");
    expect(asked(500).sides[1]?.groups.map(({ notPlaceable }) => notPlaceable)).not.toContain("tooManySolves");
  });

  it("tells a label called other from the row of several small groups", () => {
    const input = programme(14, 24);
    const labelOf = (id: string): string => (isA(id) ? "other" : numberOf(id) < 12 ? "C" : "D");
    const groups = Object.fromEntries(input.mentees.map(({ id }) => [id, labelOf(id)]));
    const options = { rules: [rule("a door", (_, mentee) => numberOf(mentee.id) > 8 || !isA(mentee.id))] };
    const found = audit(matched(input, options), groups, {
      programme: { input, options },
      minimumCount: 1,
      minimumGroup: 8,
    });
    const figures = found.sides[1]?.groups ?? [];
    expect(figures.map(({ group, kind }) => [group, kind])).toEqual([
      ["other", "group"],
      ["other", "merged"],
    ]);
    const rows = found.sides[1]?.stages.find(({ stage }) => stage === "placed")?.rows ?? [];
    for (const { kind, placeable } of figures) {
      const row = rows.find((each) => each.kind === kind);
      expect(placeable?.placed ?? null).toBe(row?.hidden === undefined ? row?.k : null);
    }
    const changes = found.attribution.filter(({ side }) => side === "mentee");
    expect(changes.map(({ groupKind }) => groupKind)).toContain("group");
    for (const { groupKind, stage, withIt } of changes) {
      const told = found.sides[1]?.stages.find((each) => each.stage === stage)?.rows ?? [];
      expect(told.find(({ kind }) => kind === groupKind)).toMatchObject({ k: withIt.k, n: withIt.n });
    }
  });
});
