import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMatcher, type MatchInput, matchPairs, replay, topics } from "../../src/index.ts";
import { programmes } from "../support/programmes.ts";
import { runs } from "../support/runs.ts";

/** Everybody fits everybody alike, with one place for each: only ties decide. */
function tied(mentors: number, mentees: number): MatchInput {
  const person = (side: string) => (_: unknown, at: number) => ({ id: `${side}${at}` });
  return {
    mentors: Array.from({ length: mentors }, person("m")).map((each) => ({ ...each, teaches: ["AI"], level: 1 })),
    mentees: Array.from({ length: mentees }, person("s")).map((each) => ({ ...each, learns: ["AI"], level: 5 })),
  };
}

const order = (lot: string, ids: readonly string[]): readonly string[] => {
  const key = (id: string): string =>
    createHash("sha256")
      .update(lot + id, "utf8")
      .digest("hex");
  return [...ids].sort((a, b) => (key(a) < key(b) ? -1 : 1));
};

describe("ties by lot", () => {
  it.each(["2027 spring", "2027 güz", "x"])("%s: the places go to those whose SHA-256 comes first", (lot) => {
    const input = tied(3, 7);
    const result = matchPairs(input, { rules: [], ties: { lot } });
    if (result.status === "infeasible") throw new Error("expected pairs");
    const first = order(
      lot,
      input.mentees.map(({ id }) => id),
    ).slice(0, 3);
    expect(result.pairs.map(({ menteeId }) => menteeId)).toEqual([...first].sort());
    const mentors = order(
      lot,
      input.mentors.map(({ id }) => id),
    );
    for (const { menteeId, mentorId } of result.pairs) expect(mentorId).toBe(mentors[first.indexOf(menteeId)]);
    expect(replay(input, result.manifest)).toEqual(result);
  });

  it("changes no total, lists everything by id, and what-if and replay give the same bytes", () => {
    const objective = fc.constantFrom("coverage", "score", "fair", "stable");
    fc.assert(
      fc.property(programmes({ largest: 4 }), objective, fc.constantFrom("a", "b"), (input, chosen, lot) => {
        const options = { objective: chosen, ties: { lot } } as const;
        const plain = matchPairs(input, { objective: chosen });
        const result = matchPairs(input, options);
        if (result.status === "infeasible" || plain.status === "infeasible") throw new Error("expected pairs");
        if (chosen !== "stable") expect(result.totals.score).toBe(plain.totals.score);
        expect(result.manifest.input).toEqual(plain.manifest.input);
        const keys = result.pairs.map(({ menteeId, mentorId }) => JSON.stringify([menteeId, mentorId]));
        const sorted = [...result.pairs].sort((a, b) =>
          a.menteeId === b.menteeId ? (a.mentorId < b.mentorId ? -1 : 1) : a.menteeId < b.menteeId ? -1 : 1,
        );
        expect(keys).toEqual(sorted.map(({ menteeId, mentorId }) => JSON.stringify([menteeId, mentorId])));
        expect(JSON.stringify(replay(input, result.manifest))).toBe(JSON.stringify(result));
        const [leaving] = input.mentors;
        fc.pre(leaving !== undefined);
        const change = { mentors: { set: [{ id: leaving.id, capacity: 0 }] } };
        const after = createMatcher(input, options).whatIf(change).result;
        const changed = {
          ...input,
          mentors: input.mentors.map((each) => (each.id === leaving.id ? { ...each, capacity: 0 } : each)),
        };
        expect(JSON.stringify(after)).toBe(JSON.stringify(matchPairs(changed, options)));
      }),
      runs(40),
    );
  });

  it("answers of a matcher list pairs and people by id, too", () => {
    const input = tied(4, 4);
    for (const lot of ["a", "b", "k2", "2027"]) {
      const matcher = createMatcher(input, { rules: [], criteria: [topics()], ties: { lot } });
      for (const { pairs } of matcher.plans(3)) expect(pairs).toEqual(inOrder(pairs));
      const wide = { ...input, mentors: input.mentors.slice(0, 1).map((each) => ({ ...each, capacity: 4 })) };
      const certain = createMatcher(wide, { rules: [], criteria: [topics()], ties: { lot } }).certainPairs().pairs;
      expect(certain.length).toBe(4);
      expect(certain).toEqual(inOrder(certain));
      const crowded = createMatcher(
        { ...input, mentors: wide.mentors.map((each) => ({ ...each, capacity: 3 })) },
        {
          rules: [],
          criteria: [topics()],
          ties: { lot },
        },
      );
      const left = crowded.match();
      if (left.status === "infeasible") throw new Error("expected pairs");
      const fix = crowded.fix({ menteeId: left.unmatched.find(({ side }) => side === "mentee")!.id });
      if (fix.kind === "none") throw new Error("expected a change that works");
      expect(fix.pairs).toEqual(inOrder(fix.pairs));
    }
  });
});

function inOrder<Pair extends { readonly menteeId: string; readonly mentorId: string }>(
  pairs: readonly Pair[],
): readonly Pair[] {
  const key = ({ menteeId, mentorId }: Pair): string => JSON.stringify([menteeId, mentorId]);
  return [...pairs].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
