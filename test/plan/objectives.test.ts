import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MatchedResult, matchPairs, type MatchInput, type MatchOptions } from "../../src/index.ts";
import { graphOf } from "../support/graph-of.ts";
import { programmes } from "../support/programmes.ts";
import { thrownBy } from "../support/thrown-by.ts";
import { runs } from "../support/runs.ts";

function matched(input: MatchInput, options: MatchOptions): MatchedResult | undefined {
  const result = matchPairs(input, { rules: [], ...options });
  return result.status === "optimal" ? result : undefined;
}

const placedIn = ({ totals }: MatchedResult): number => totals.placedMentors + totals.placedMentees;
const ascending = ({ pairs }: MatchedResult): number[] => pairs.map(({ score }) => score).sort((a, b) => a - b);

/** Negative if the first list is lexicographically smaller. */
function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return a.length - b.length;
}

/** Random wishes over both sides, some of people who are not there. */
const withChoices = fc
  .tuple(programmes(), fc.array(fc.nat(1_000), { minLength: 40, maxLength: 40 }))
  .map(([input, draws]): MatchInput => {
    let next = 0;
    const choicesFrom = (ids: readonly string[]): string[] => {
      const count = draws[next++ % draws.length]! % 4;
      return ids.length === 0
        ? []
        : [...new Set(Array.from({ length: count }, () => ids[draws[next++ % draws.length]! % ids.length]!))];
    };
    const [mentorIds, menteeIds] = [input.mentors, input.mentees].map((side) => side.map(({ id }) => id));
    return {
      ...input,
      mentors: input.mentors.map((mentor) => ({ ...mentor, choices: choicesFrom(menteeIds!) })),
      mentees: input.mentees.map((mentee) => ({ ...mentee, choices: choicesFrom(mentorIds!) })),
    };
  });

describe("the objective fair", () => {
  it("L4, L8: places as many as coverage, lifts the lowest scores, and states what that costs", () => {
    fc.assert(
      fc.property(programmes({ minima: true }), (input) => {
        const fair = matched(input, { objective: "fair" });
        const covering = matched(input, { objective: "coverage" });
        expect(fair === undefined).toBe(covering === undefined);
        if (fair === undefined || covering === undefined) return;
        expect(placedIn(fair)).toBe(placedIn(covering));
        expect(fair.pairs.length).toBeGreaterThanOrEqual(covering.pairs.length);
        if (fair.pairs.length === covering.pairs.length) {
          expect(compareLists(ascending(fair), ascending(covering))).toBeGreaterThanOrEqual(0);
        }
        expect(fair.totals.price).toEqual({ people: 0, score: covering.totals.score - fair.totals.score });
        expect(fair.totals.price!.score).toBeGreaterThanOrEqual(0);
        expect(fair.proof.kind).toBe("levels");
        expect(fair.unmatched.map(({ code }) => code)).not.toContain("notProposed");
        expect(covering.totals.price).toBeUndefined();
      }),
      runs(200),
    );
  });

  it("prefers two middling pairs to a good and a poor one", () => {
    const input = {
      mentors: [
        { id: "a", teaches: ["x", "y"] },
        { id: "b", teaches: ["x"] },
      ],
      mentees: [
        { id: "p", learns: ["x", "y", "z"] },
        { id: "q", learns: ["y", "x"] },
      ],
    };
    const scores = (objective: "coverage" | "fair"): number[] => ascending(matched(input, { objective })!);
    expect(scores("coverage")).toEqual([333_333, 1_000_000]);
    expect(scores("fair")).toEqual([500_000, 666_667]);
    expect(matched(input, { objective: "fair" })!.totals.price).toEqual({ people: 0, score: 166_666 });
  });
});

describe("the objective stable", () => {
  it("G1, G2, L8: no mentor and mentee would both rather have each other, told from the result alone", () => {
    fc.assert(
      fc.property(withChoices, fc.constantFrom("mentors", "mentees"), (input, proposer) => {
        const stable = matched(input, { objective: "stable", proposer })!;
        const { program, graph } = graphOf(input, { rules: [] });
        const scoreOf = new Map<string, number>();
        program.mentees.forEach((mentee, row) => {
          for (let edge = graph.rowStart[row]!; edge < graph.rowStart[row + 1]!; edge += 1) {
            scoreOf.set(JSON.stringify([program.mentors[graph.columnAt[edge]!]!.id, mentee.id]), graph.scoreAt[edge]!);
          }
        });
        type Chooser = { readonly id: string; readonly choices?: readonly string[] | undefined };
        const prefers = (who: Chooser, side: "mentor" | "mentee", a: string, b: string): boolean => {
          const rank = (id: string): number => {
            const at = (who.choices ?? []).indexOf(id);
            return at < 0 ? 1_000 : at;
          };
          const score = (id: string): number =>
            scoreOf.get(JSON.stringify(side === "mentor" ? [who.id, id] : [id, who.id])) ?? 0;
          if (rank(a) !== rank(b)) return rank(a) < rank(b);
          return score(a) === score(b) ? a < b : score(a) > score(b);
        };
        const chosen = new Set(stable.pairs.map(({ mentorId, menteeId }) => JSON.stringify([mentorId, menteeId])));
        const wants = (
          who: Chooser & { readonly capacity: number },
          side: "mentor" | "mentee",
          other: string,
        ): boolean => {
          const partners = stable.pairs.flatMap(({ mentorId, menteeId }) => {
            if (side === "mentor") return mentorId === who.id ? [menteeId] : [];
            return menteeId === who.id ? [mentorId] : [];
          });
          if (partners.length < who.capacity) return who.capacity > 0;
          return partners.some((partner) => prefers(who, side, other, partner));
        };
        for (const mentor of program.mentors) {
          for (const mentee of program.mentees) {
            const key = JSON.stringify([mentor.id, mentee.id]);
            if (!scoreOf.has(key) || chosen.has(key)) continue;
            expect(wants(mentor, "mentor", mentee.id) && wants(mentee, "mentee", mentor.id)).toBe(false);
          }
        }
        for (const key of chosen) expect(scoreOf.has(key)).toBe(true);
        const covering = matched(input, { objective: "coverage" })!;
        const scoring = matched(input, { objective: "score" })!;
        expect(stable.totals.price).toEqual({
          people: placedIn(covering) - placedIn(stable),
          score: scoring.totals.score - stable.totals.score,
        });
        expect(stable.proof).toMatchObject({ kind: "noBlockingPair", proposer });
        expect(stable.warnings.filter(({ code }) => code === "WISH_UNUSED")).toEqual([]);
        expect(stable.unmatched.map(({ code }) => code)).not.toContain("outscored");
        expect(JSON.parse(JSON.stringify(stable))).toEqual(stable);
      }),
      runs(200),
    );
  });

  it("G3, G4: mentees do at least as well when they propose, and the same people are placed", () => {
    const pairs = (proposer: "mentors" | "mentees"): string[] => {
      const input = {
        mentors: [
          { id: "a", teaches: ["x"], choices: ["q", "p"] },
          { id: "b", teaches: ["x"], choices: ["p", "q"] },
        ],
        mentees: [
          { id: "p", learns: ["x"], choices: ["a", "b"] },
          { id: "q", learns: ["x"], choices: ["b", "a"] },
        ],
      };
      return matched(input, { objective: "stable", proposer })!.pairs.map(
        ({ mentorId, menteeId }) => menteeId + mentorId,
      );
    };
    expect(pairs("mentees")).toEqual(["pa", "qb"]);
    expect(pairs("mentors")).toEqual(["pb", "qa"]);
  });

  it("tells who is not proposed to although there are candidates", () => {
    const input = {
      mentors: [
        { id: "a", teaches: ["x"] },
        { id: "b", teaches: ["y"], avoid: ["q"] },
      ],
      mentees: [
        { id: "p", learns: ["x"] },
        { id: "q", learns: ["x", "y"] },
      ],
    };
    const result = matched(input, { objective: "stable" })!;
    expect(result.pairs.map(({ menteeId }) => menteeId)).toEqual(["p"]);
    expect(result.unmatched.find(({ id }) => id === "q")).toMatchObject({
      code: "notProposed",
      evidence: { candidates: 1 },
    });
    expect(result.totals.price).toEqual({ people: 2, score: 0 });
    expect(result.manifest.options).toMatchObject({ objective: "stable", proposer: "mentees" });
  });

  it("refuses minimum loads, and a proposer without it", () => {
    const input = { mentors: [{ id: "a", teaches: ["x"], minimumLoad: 1 }], mentees: [{ id: "p", learns: ["x"] }] };
    expect(thrownBy(() => matched(input, { objective: "stable" })).issues).toMatchObject([
      { code: "OPTION_CONFLICT", path: "/objective" },
    ]);
    expect(thrownBy(() => matched(input, { proposer: "mentors" })).issues).toMatchObject([
      { code: "OPTION_CONFLICT", path: "/proposer" },
    ]);
  });
});
