import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Demand, MatchedResult, MatchResult, Unmatched } from "../src/explain/result.ts";
import { matchPairs } from "../src/match.ts";
import type { MatchOptions } from "../src/plan/match-options.ts";
import type { MatchInput } from "../src/model/schema/schema.ts";
import { crossGeneration, minimumScore, noReportingLine, reverse, sharedTopic } from "../src/rules/index.ts";
import { enumerate } from "./support/enumerate.ts";
import { byId, graphOf, pairsIn, pairText, problemOf } from "./support/graph-of.ts";
import { programmes } from "./support/programmes.ts";
import { defaultOracles, personIn } from "./support/rule-oracles.ts";
import { runs, shareOf } from "./support/runs.ts";

/** The default rules, for programmes in which nobody needs to state a generation. */
const ANY_AGE = { rules: [noReportingLine({ dottedLines: "ignore" }), reverse({ unknown: "allow" })] };

const settings: fc.Arbitrary<MatchOptions> = fc.record({
  objective: fc.constantFrom("coverage", "score"),
  rules: fc.constantFrom(ANY_AGE.rules, [...ANY_AGE.rules, minimumScore(0.3)], []),
});

function expectMatched(result: MatchResult): MatchedResult {
  if (result.status !== "optimal") throw new Error("expected pairs");
  return result;
}

describe("matchPairs", () => {
  it("A1, A4: every pair is one that no rule refuses, told from the input alone", () => {
    const hasYears = ({ mentors, mentees, people }: MatchInput): boolean => {
      const personOf = personIn({ mentors, mentees, people: people ?? [] });
      return [...mentors, ...mentees].some(({ id }) => personOf(id).birthYear !== undefined);
    };
    fc.assert(
      fc.property(programmes().filter(hasYears), (input) => {
        const [mentors, mentees] = [byId(input.mentors), byId(input.mentees)];
        const rules = [noReportingLine(), crossGeneration(), reverse(), sharedTopic()];
        for (const options of [undefined, { objective: "score" as const }, { rules }]) {
          for (const { mentorId, menteeId } of expectMatched(matchPairs(input, options)).pairs) {
            const mentor = mentors.find(({ id }) => id === mentorId)!;
            const mentee = mentees.find(({ id }) => id === menteeId)!;
            for (const [name, refuses] of Object.entries(defaultOracles(input))) {
              expect(`${name} ${refuses(mentor, mentee)}`).toBe(`${name} false`);
            }
          }
        }
      }),
      runs(80),
    );
  });

  it("A2, A3: loads stay within bounds, and everybody is once among the placed or the unmatched of each side", () => {
    fc.assert(
      fc.property(programmes({ minima: true }), settings, (input, options) => {
        const result = matchPairs(input, options);
        if (result.status === "infeasible") return;
        const texts = result.pairs.map(({ mentorId, menteeId }) => pairText(mentorId, menteeId));
        expect(new Set(texts).size).toBe(texts.length);
        const check = (
          side: Unmatched["side"],
          entries: MatchInput["mentors" | "mentees"],
          paired: readonly string[],
        ): void => {
          const alone = result.unmatched.filter((one) => one.side === side).map(({ id }) => id);
          const placed = [...new Set(paired)];
          expect([...placed, ...alone].sort()).toEqual(entries.map(({ id }) => id).sort());
          expect(alone).toEqual([...alone].sort());
          for (const { id, capacity = 1, minimumLoad = 0 } of entries) {
            const load = paired.filter((one) => one === id).length;
            expect(load).toBeLessThanOrEqual(capacity);
            expect(load).toBeGreaterThanOrEqual(minimumLoad);
          }
        };
        check(
          "mentor",
          input.mentors,
          result.pairs.map(({ mentorId }) => mentorId),
        );
        check(
          "mentee",
          input.mentees,
          result.pairs.map(({ menteeId }) => menteeId),
        );
      }),
      runs(100),
    );
  });

  it("A6: totals equal what the pairs say", () => {
    fc.assert(
      fc.property(programmes(), settings, (input, options) => {
        const { pairs, totals } = expectMatched(matchPairs(input, options));
        const { program, graph } = graphOf(input, options);
        const spareOf = (side: "mentor" | "mentee", entries: MatchInput["mentors" | "mentees"]) =>
          byId<(typeof entries)[number]>(entries).flatMap(({ id, capacity = 1 }) => {
            const load = pairs.filter((pair) => pair[`${side}Id`] === id).length;
            return load === 0 || load === capacity ? [] : [{ id, side, places: capacity - load }];
          });
        const refusedBy = program.mentees.flatMap((_, row) =>
          program.mentors.map((__, column) => graph.rulesAgainst(row, column).map(({ name }) => name)),
        );
        const refusals = graph.rules.flatMap(({ name: rule }) => {
          const own = refusedBy.filter((names) => names.includes(rule));
          const onlyByThis = own.filter(({ length }) => length === 1).length;
          return own.length === 0 ? [] : [{ rule, refused: own.length, onlyByThis }];
        });
        expect(totals).toEqual({
          mentors: input.mentors.length,
          mentees: input.mentees.length,
          pairs: pairs.length,
          placedMentors: new Set(pairs.map(({ mentorId }) => mentorId)).size,
          placedMentees: new Set(pairs.map(({ menteeId }) => menteeId)).size,
          score: pairs.reduce((sum, { score }) => sum + score, 0),
          candidates: pairsIn(program, graph).length,
          refusals,
          spare: [...spareOf("mentee", input.mentees), ...spareOf("mentor", input.mentors)],
        });
      }),
      runs(100),
    );
  });

  it("A8: an empty side leaves everybody of the other unmatched with a reason", () => {
    fc.assert(
      fc.property(programmes(), fc.constantFrom("mentors", "mentees"), (input, side) => {
        const result = expectMatched(matchPairs({ ...input, [side]: [] }));
        const rest = side === "mentors" ? input.mentees : input.mentors;
        expect(result.pairs).toEqual([]);
        expect(result.unmatched.map(({ id }) => id)).toEqual(byId<(typeof rest)[number]>(rest).map(({ id }) => id));
        for (const { code, reasons } of result.unmatched) {
          expect(["noCandidate", "notThisRound"]).toContain(code);
          expect(reasons.length).toBeGreaterThan(0);
        }
      }),
      runs(100),
    );
  });

  it("D1, D6, X3: the pairs are the canonical best by trying all choices, and infeasible means that there is none", () => {
    const counts = { optimal: 0, feasible: 0, infeasible: 0 };
    fc.assert(
      fc.property(programmes({ largest: 4, minima: true }), fc.boolean(), (input, byScore) => {
        const result = matchPairs(input, { ...ANY_AGE, rules: [], objective: byScore ? "score" : "coverage" });
        const { notSelf, avoid, indispensableTopics } = defaultOracles(input);
        const { score } = graphOf(input, { rules: [] });
        const oracles = { notSelf: notSelf!, avoid: avoid!, indispensableTopics: indispensableTopics! };
        const best = enumerate(
          problemOf(input, oracles, (mentor, mentee) => score.scoreOf(mentee, mentor), byScore ? "free" : "last"),
        );
        counts[result.status] += 1;
        expect(result.status).toBe(best === undefined ? "infeasible" : "optimal");
        if (result.status === "infeasible" || best === undefined) return;
        expect(result.totals.score).toBe(best.total);
        const [mentors, mentees] = [byId(input.mentors), byId(input.mentees)];
        expect(result.pairs.map(({ mentorId, menteeId }) => pairText(mentorId, menteeId))).toEqual(
          best.pairs.map(([row, column]) => pairText(mentors[column]!.id, mentees[row]!.id)),
        );
        if (byScore) return;
        const { placedMentors, placedMentees } = result.totals;
        expect(placedMentors + placedMentees).toBe(best.placedRows + best.placedColumns);
      }),
      runs(80),
    );
    expect(Math.min(counts.optimal, counts.infeasible)).toBeGreaterThan(shareOf(5));
  });

  it("D7: the conflicting demands are irreducible, and those who show it need more partners than there are for them", () => {
    let conflicts = 0;
    fc.assert(
      fc.property(programmes({ minima: true }), (input) => {
        const result = matchPairs(input, ANY_AGE);
        if (result.status !== "infeasible") return;
        const { program, graph } = graphOf(input, ANY_AGE);
        const candidates = new Set(pairsIn(program, graph));
        expect(result.isIrreducible).toBe(true);
        expect(result.conflicts.length).toBeGreaterThan(0);
        const keeping = (demands: readonly Demand[]): MatchInput => {
          const kept = (side: string, id: string): boolean =>
            demands.some((each) => each.demand === "minimumLoad" && each.side === side && each.id === id);
          const stated = ({ minimumLoad = 0 }: { readonly minimumLoad?: number | undefined }, isKept: boolean) => ({
            minimumLoad: isKept ? minimumLoad : 0,
          });
          return {
            ...input,
            mentors: input.mentors.map((each) => ({ ...each, ...stated(each, kept("mentor", each.id)) })),
            mentees: input.mentees.map((each) => ({ ...each, ...stated(each, kept("mentee", each.id)) })),
          };
        };
        expect(matchPairs(keeping(result.conflicts), ANY_AGE).status).toBe("infeasible");
        for (const dropped of result.conflicts) {
          const rest = result.conflicts.filter((each) => each !== dropped);
          expect(matchPairs(keeping(rest), ANY_AGE).status).toBe("optimal");
        }
        const demanding = new Set(
          result.conflicts.flatMap((each) => (each.demand === "minimumLoad" ? [each.side + each.id] : [])),
        );
        for (const { side, ids, needed, available, en, tr } of [result.witness]) {
          conflicts += 1;
          const [own, others] = side === "mentor" ? [input.mentors, input.mentees] : [input.mentees, input.mentors];
          const members = own.filter(({ id }) => ids.includes(id));
          expect(members.length).toBe(ids.length);
          const capacities = members.reduce((sum, { capacity = 1 }) => sum + capacity, 0);
          const room = others.reduce((sum, { id, capacity = 1 }) => {
            const isEdge = (one: string): boolean =>
              candidates.has(side === "mentor" ? pairText(one, id) : pairText(id, one));
            return sum + Math.min(capacity, ids.filter(isEdge).length);
          }, 0);
          expect(needed).toBe(
            members.reduce((sum, { id, minimumLoad = 0 }) => sum + (demanding.has(side + id) ? minimumLoad : 0), 0),
          );
          expect(available).toBe(Math.min(capacities, room));
          expect(needed).toBeGreaterThan(available);
          for (const text of [en, tr]) {
            for (const number of [ids.length, needed]) expect(text).toContain(`${number}`);
            expect(text).toMatch(
              available === 0 ? /none is possible|hiçbiri mümkün değil/u : new RegExp(`${available}`, "u"),
            );
          }
        }
      }),
      runs(100),
    );
    expect(conflicts).toBeGreaterThan(shareOf(5));
  });
});
