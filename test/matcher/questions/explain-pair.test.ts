import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareResults,
  createMatcher,
  matchPairs,
  type MatchedResult,
  minimumScore,
  noReportingLine,
} from "../../../src/index.ts";
import { graphOf, pairsIn, pairText } from "../../support/graph-of.ts";
import { programmes } from "../../support/programmes.ts";
import { thrownBy } from "../../support/thrown-by.ts";
import { tellsPoints } from "../../support/told-points.ts";
import { runs, shareOf } from "../../support/runs.ts";

const RULES = [noReportingLine()];
const objectives = fc.constantFrom("coverage", "score");

function matched(result: ReturnType<typeof matchPairs>): MatchedResult {
  if (result.status !== "optimal") throw new Error("expected pairs");
  return result;
}

describe("explain", () => {
  it("E3, E4: what a pair would cost is the difference of two independent matches, for pairs that are not chosen", () => {
    let asked = 0;
    let tied = 0;
    fc.assert(
      fc.property(
        fc.oneof(programmes({ largest: 9, mostCapacity: 1 }), programmes({ largest: 7, minima: true })),
        objectives,
        fc.boolean(),
        (input, objective, isRuled) => {
          const rules = isRuled ? RULES : [];
          const matcher = createMatcher(input, { rules, objective });
          const plan = matcher.match();
          if (plan.status !== "optimal") return;
          const { program, graph } = graphOf(input, { rules });
          const allowed = new Set(pairsIn(program, graph));
          const chosen = new Map(plan.pairs.map((pair) => [pairText(pair.mentorId, pair.menteeId), pair]));
          for (const mentor of program.mentors) {
            for (const mentee of program.mentees) {
              const text = pairText(mentor.id, mentee.id);
              const told = matcher.explain(mentor.id, mentee.id);
              expect(told.status).toBe(chosen.has(text) ? "chosen" : allowed.has(text) ? "possible" : "refused");
              if (told.status === "refused") {
                expect(told.reasons.length).toBeGreaterThan(0);
                continue;
              }
              expect(told.contributions.reduce((sum, { points }) => sum + points, 0)).toBe(told.score);
              if (told.status === "chosen") {
                expect(told).toMatchObject({ ...chosen.get(text), forcing: { people: 0, score: 0, isTied: true } });
                continue;
              }
              if (mentor.capacity === 0 || mentee.capacity === 0) {
                expect(told.forcing.status).toBe("impossible");
                continue;
              }
              asked += 1;
              const pins = [{ mentorId: mentor.id, menteeId: mentee.id }];
              const forced = matchPairs(input, { rules, objective, pins });
              if (forced.status === "infeasible") {
                expect(told.forcing).toEqual({ status: "impossible" });
                continue;
              }
              const people = ({ totals }: MatchedResult): number => totals.placedMentors + totals.placedMentees;
              const score = plan.totals.score - forced.totals.score;
              const fewer = people(plan) - people(forced);
              const isTied = score === 0 && (fewer === 0 || objective === "score");
              if (told.forcing.status !== "possible") throw new Error("expected a cost");
              if (isTied) tied += 1;
              expect({ score: told.forcing.score, isTied: told.forcing.isTied }).toEqual({ score, isTied });
              if (objective === "coverage") expect(told.forcing.people).toBe(fewer);
              for (const { en, tr } of told.forcing.reasons) {
                const points = Math.abs(score);
                if (points > 0)
                  expect([tellsPoints(en, points, "en"), tellsPoints(tr, points, "tr")]).toEqual([true, true]);
              }
            }
          }
        },
      ),
      runs(300),
    );
    expect(asked).toBeGreaterThan(shareOf(150));
    expect(tied).toBeGreaterThan(shareOf(5));
  });

  it("names every rule that refuses a pair, in both languages", () => {
    const input = {
      people: [{ id: "p" }],
      mentors: [{ id: "a", teaches: ["x"], managerId: "p" }],
      mentees: [{ id: "p", learns: ["y"] }],
    };
    const told = createMatcher(input, { rules: [...RULES, minimumScore(0.9)] }).explain("a", "p");
    expect(told.reasons.map(({ about }) => about)).toEqual(["noReportingLine", "minimumScore"]);
    expect(told.reasons[0]?.tr).toContain("üst-ast hattında");
  });

  it("refuses unknown ids, and questions that have no prices", () => {
    const input = { mentors: [{ id: "a", teaches: ["x"] }], mentees: [{ id: "p", learns: ["x"] }] };
    const matcher = createMatcher(input, { rules: [] });
    expect(thrownBy(() => matcher.explain("z", "p")).issues).toMatchObject([{ code: "ID_UNKNOWN", path: "/mentorId" }]);
    expect(thrownBy(() => matcher.alternatives({ menteeId: "p" }, 0)).code).toBe("NUMBER_RANGE");
    const stable = createMatcher(input, { rules: [], objective: "stable" });
    expect(thrownBy(() => stable.explain("a", "p")).code).toBe("NO_PRICES");
  });
});

describe("alternatives", () => {
  it("E3: are the cheapest of all other candidates, by explaining each", () => {
    fc.assert(
      fc.property(programmes(), objectives, fc.integer({ min: 1, max: 3 }), (input, objective, count) => {
        const matcher = createMatcher(input, { rules: [], objective });
        const plan = matched(matcher.match());
        const costOf = (people: number, score: number): number =>
          (plan.proof.kind === "prices" ? plan.proof.placement : 0) * people + score;
        for (const { id } of input.mentees) {
          const costs = input.mentors.flatMap((mentor) => {
            const told = matcher.explain(mentor.id, id);
            if (told.status !== "possible" || told.forcing.status !== "possible") return [];
            return [costOf(told.forcing.people, told.forcing.score)];
          });
          const expected = costs.sort((a, b) => a - b).slice(0, count);
          const found = matcher.alternatives({ menteeId: id }, count);
          expect(found.map(({ forcing }) => costOf(forcing.people, forcing.score))).toEqual(expected);
          expect(found.every(({ menteeId }) => menteeId === id)).toBe(true);
        }
        for (const { id } of input.mentors) {
          for (const { mentorId, forcing } of matcher.alternatives({ mentorId: id }, count)) {
            expect(mentorId).toBe(id);
            expect(costOf(forcing.people, forcing.score)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      runs(80),
    );
  });
});

describe("compareResults", () => {
  it("R5: the first without what is lost and with what is gained is the second", () => {
    fc.assert(
      fc.property(programmes(), (input) => {
        const before = matched(matchPairs(input, { rules: [], objective: "score" }));
        const after = matched(matchPairs(input, { rules: [noReportingLine()], objective: "coverage" }));
        const { kept, lost, gained, people, difference } = compareResults(before, after);
        const texts = (pairs: readonly { readonly mentorId: string; readonly menteeId: string }[]): string[] =>
          pairs.map(({ mentorId, menteeId }) => pairText(mentorId, menteeId));
        const gone = new Set(texts(lost));
        const patched = [...texts(before.pairs).filter((pair) => !gone.has(pair)), ...texts(gained)];
        expect(patched.sort()).toEqual(texts(after.pairs).sort());
        expect(kept.length + lost.length).toBe(before.pairs.length);
        expect(difference.score).toBe(after.totals.score - before.totals.score);
        const bySide = (side: string): number =>
          people.filter((each) => each.side === side).reduce((sum, { score }) => sum + score, 0);
        expect(bySide("mentor")).toBe(difference.score);
        expect(bySide("mentee")).toBe(difference.score);
        expect(compareResults(after, after)).toMatchObject({ lost: [], gained: [], people: [] });
      }),
      runs(100),
    );
  });

  it("V1: anything but two plans gives a typed error with the place of each fault", () => {
    const input = { mentors: [{ id: "a", teaches: ["x"] }], mentees: [{ id: "p", learns: ["x"] }] };
    const plan = matched(matchPairs(input, { rules: [] }));
    const issuesOf = (first: unknown, second: unknown) =>
      thrownBy(() => compareResults(first as never, second as never)).issues.map(({ code, path }) => [code, path]);
    for (const junk of [undefined, null, 1, "plan", () => plan]) {
      expect(issuesOf(junk, plan)).toEqual([["FIELD_TYPE", "/first"]]);
      expect(issuesOf(plan, junk)).toEqual([["FIELD_TYPE", "/second"]]);
    }
    expect(
      issuesOf(
        {},
        { ...plan, pairs: [{ mentorId: 1, menteeId: "p", score: 1 }], totals: { ...plan.totals, score: Number.NaN } },
      ),
    ).toEqual([
      ["LIST_EXPECTED", "/first/pairs"],
      ["FIELD_TYPE", "/first/totals"],
      ["ID_TYPE", "/second/pairs/0/mentorId"],
      ["NUMBER_NOT_FINITE", "/second/totals/score"],
    ]);
    const unscored = { ...plan, pairs: [{ mentorId: "a", menteeId: "p" }] };
    expect(issuesOf(plan, unscored)).toEqual([["FIELD_TYPE", "/second/pairs/0/score"]]);
    const infeasible = matchPairs({
      ...input,
      mentors: [{ id: "a", teaches: [], capacity: 1, minimumLoad: 1 }],
      mentees: [],
    });
    expect(compareResults(infeasible as never, plan).infeasible).toEqual(["first"]);
  });
});
