import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatchedResult, MatchResult, Shortage, Unmatched } from "../../src/explain/result.ts";
import { matchPairs } from "../../src/match.ts";
import type { MatchInput } from "../../src/model/schema/schema.ts";
import { minimumScore, noReportingLine, reverse } from "../../src/rules/index.ts";
import { graphOf } from "../support/graph-of.ts";
import { programmes } from "../support/programmes.ts";
import { runs } from "../support/runs.ts";

interface Edge {
  readonly mentor: string;
  readonly mentee: string;
  readonly score: number;
}

const RULES = [noReportingLine(), reverse({ unknown: "allow" })];
const MINIMUM = 0.4;

/** All pairs that the pair rules allow, with their scores. */
function edgesOf(input: MatchInput): readonly Edge[] {
  const { program, graph } = graphOf(input, { rules: RULES });
  return program.mentees.flatMap((mentee, row) =>
    Array.from(graph.columnAt.subarray(graph.rowStart[row], graph.rowStart[row + 1]), (column, place) => ({
      mentor: program.mentors[column]!.id,
      mentee: mentee.id,
      score: graph.scoreAt[graph.rowStart[row]! + place]!,
    })),
  );
}

function expectMatched(result: MatchResult): MatchedResult {
  if (result.status !== "optimal") throw new Error("expected pairs");
  return result;
}

const otherSide = { mentor: "mentee", mentee: "mentor" } as const;

/** Whether moves of partners alone, each person keeping their minimum, can make room for somebody. Tries all chains. */
function hasChain(
  input: MatchInput,
  candidates: readonly Edge[],
  { pairs }: MatchedResult,
  { id: start, side }: Unmatched,
): boolean {
  const other = otherSide[side];
  const entryOf = (of: "mentor" | "mentee", id: string) => input[`${of}s`].find((entry) => entry.id === id)!;
  const chosen = new Set(pairs.map(({ mentorId, menteeId }) => JSON.stringify([mentorId, menteeId])));
  const isChosen = ({ mentor, mentee }: Edge): boolean => chosen.has(JSON.stringify([mentor, mentee]));
  const loadOf = (of: "mentor" | "mentee", id: string): number => pairs.filter((pair) => pair[`${of}Id`] === id).length;
  const seen = new Set<string>([start]);
  const todo = [start];
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    for (const edge of candidates) {
      if (edge[side] !== id || isChosen(edge)) continue;
      const { capacity = 1 } = entryOf(other, edge[other]);
      if (loadOf(other, edge[other]) < capacity) return true;
      for (const taken of candidates) {
        if (taken[other] !== edge[other] || !isChosen(taken) || seen.has(taken[side])) continue;
        const { minimumLoad = 0 } = entryOf(side, taken[side]);
        if (loadOf(side, taken[side]) > Math.max(1, minimumLoad)) return true;
        seen.add(taken[side]);
        todo.push(taken[side]);
      }
    }
  }
  return false;
}

function expectWitness(
  input: MatchInput,
  candidates: readonly Edge[],
  one: Unmatched,
  shortages: readonly Shortage[],
): void {
  const other = otherSide[one.side];
  const { ids, partners, places, needed } = shortages[one.evidence.shortage!]!;
  expect(ids).toContain(one.id);
  expect([...ids, ...partners]).toEqual([...[...ids].sort(), ...[...partners].sort()]);
  const inside = candidates.filter((edge) => ids.includes(edge[one.side]));
  const capacityOf = (id: string): number => input[`${other}s`].find((entry) => entry.id === id)!.capacity ?? 1;
  const reached = [...new Set(inside.map((edge) => edge[other]))].filter((id) => capacityOf(id) > 0);
  expect([...reached].sort()).toEqual(partners);
  expect(places).toBe(
    partners.reduce((sum, id) => sum + Math.min(capacityOf(id), inside.filter((edge) => edge[other] === id).length), 0),
  );
  const members = input[`${one.side}s`].filter(({ id }) => ids.includes(id));
  expect(members.length).toBe(ids.length);
  expect(needed).toBe(members.reduce((sum, { minimumLoad = 0 }) => sum + Math.max(1, minimumLoad), 0));
  expect(places).toBeLessThan(needed);
}

describe("people in no pair", () => {
  it("A9: each code is true: by degree, by a deficient set that holds, or by a chain of moves", () => {
    const met = new Set<string>();
    const shapes = fc.oneof(programmes(), programmes({ minima: true }), programmes({ mostCapacity: 1 }));
    fc.assert(
      fc.property(shapes, fc.constantFrom("coverage", "score"), (input, objective) => {
        const result = matchPairs(input, { objective, rules: [...RULES, minimumScore(MINIMUM)] });
        if (result.status === "infeasible") return;
        const allowed = edgesOf(input);
        const candidates = allowed.filter(({ score }) => score >= MINIMUM * 1_000_000);
        for (const one of result.unmatched) {
          met.add(one.code);
          const { capacity = 1 } = input[`${one.side}s`].find(({ id }) => id === one.id)!;
          const degree = candidates.filter((edge) => edge[one.side] === one.id).length;
          const degreeByRules = allowed.filter((edge) => edge[one.side] === one.id).length;
          expect(one.evidence.candidates).toBe(degree);
          expect(one.evidence.others).toBe(input[`${otherSide[one.side]}s`].length);
          expect(one.evidence.shortage !== undefined).toBe(one.code === "noFreePlace");
          const expected =
            capacity === 0
              ? "notThisRound"
              : degree > 0
                ? hasChain(input, candidates, result, one)
                  ? "outscored"
                  : "noFreePlace"
                : degreeByRules > 0
                  ? "belowMinimumScore"
                  : "noCandidate";
          expect(one.code).toBe(expected);
          if (one.code === "noFreePlace") expectWitness(input, candidates, one, result.shortages);
          if (objective === "coverage") expect(one.code).not.toBe("outscored");
        }
      }),
      runs(250),
    );
    for (const code of ["belowMinimumScore", "noCandidate", "noFreePlace", "notThisRound"]) expect(met).toContain(code);
  });

  it("A9: outscored says that there was room, but that others make the better total", () => {
    const input: MatchInput = {
      mentors: [
        { id: "a", teaches: ["x"], avoid: ["d"] },
        { id: "b", teaches: ["x", "y"] },
      ],
      mentees: [
        { id: "c", learns: [{ topic: "y", priority: 1 }] },
        { id: "d", learns: ["z"] },
      ],
    };
    const alone = (objective: "score" | "coverage"): readonly string[] =>
      expectMatched(matchPairs(input, { rules: [], objective })).unmatched.map(({ id, code }) => `${id} ${code}`);
    expect(alone("coverage")).toEqual([]);
    expect(alone("score")).toEqual(["d outscored", "a outscored"]);
  });

  it("A9: a partner held for a minimum load is no free place, on either side", () => {
    const two = { capacity: 2, minimumLoad: 2 };
    const teachers = [
      { id: "m1", teaches: ["x"] },
      { id: "m2", teaches: ["x"] },
    ];
    const learners = [
      { id: "p", learns: ["x"] },
      { id: "q", learns: ["x"] },
    ];
    const [one, other] = [
      { mentors: teachers, mentees: learners.map((mentee, place) => (place === 0 ? { ...mentee, ...two } : mentee)) },
      { mentors: teachers.map((mentor, place) => (place === 0 ? { ...mentor, ...two } : mentor)), mentees: learners },
    ];
    for (const [input, ids, partners] of [
      [one, ["p", "q"], ["m1", "m2"]],
      [other, ["m1", "m2"], ["p", "q"]],
    ] as const) {
      const result = expectMatched(matchPairs(input, { rules: [] }));
      const [left] = result.unmatched;
      expect(left?.code).toBe("noFreePlace");
      expect(result.shortages[left?.evidence.shortage ?? -1]).toEqual({
        side: left?.side,
        ids,
        partners,
        places: 2,
        needed: 3,
      });
    }
  });
});
