import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageOfChoice } from "../../../src/evaluate/index.ts";
import {
  createMatcher,
  foldText,
  type MatchInput,
  quota,
  reverse,
  rule,
  topicCatalogue,
  topics,
} from "../../../src/index.ts";
import { valuesThatFit } from "../../support/funnel-tables.ts";
import { programmes } from "../../support/programmes.ts";
import { runs } from "../../support/runs.ts";
import { thrownBy } from "../../support/thrown-by.ts";

/** As the rules of the documentation say: fewest 2, all or none below 10. */
const canBe = (reason: string, k: number, n: number): boolean => {
  if (reason === "complement") return true;
  const isWhole = k === 0 || k === n;
  return reason === "unanimous" ? isWhole && n < 10 : !isWhole && (k < 2 || n - k < 2);
};

describe("coverageOfChoice", () => {
  it("counts candidates as explain allows pairs, and topics as people write them", () => {
    const property = fc.property(programmes({ largest: 6 }), (input) => {
      const options = { rules: [reverse({ unknown: "allow" })] };
      const matcher = createMatcher(input, options);
      const taking = <Entry extends { readonly capacity?: number | undefined }>(entries: readonly Entry[]) =>
        entries.filter(({ capacity = 1 }) => capacity > 0);
      const [mentors, mentees] = [taking(input.mentors), taking(input.mentees)];
      const isAllowed = (mentorId: string, menteeId: string): boolean =>
        matcher.explain(mentorId, menteeId).status !== "refused";
      const labels = Object.fromEntries([...mentors, ...mentees].map(({ id }) => [id, "A"]));
      const found = coverageOfChoice({ input, options }, labels);
      const folded = (entries: MatchInput["mentors"][number]["teaches"]): readonly string[] =>
        entries.map((entry) => foldText(typeof entry === "string" ? entry : entry.topic));
      for (const { side, rows } of found.sides) {
        const people = side === "mentor" ? mentors : mentees;
        const others = side === "mentor" ? mentees : mentors;
        const counts = people.map(
          ({ id }) =>
            others.filter((other) => (side === "mentor" ? isAllowed(id, other.id) : isAllowed(other.id, id))).length,
        );
        if (people.length === 0) expect(rows).toEqual([]);
        for (const row of rows) {
          expect(row.people).toBe(people.length);
          if (row.withCandidate !== null) expect(row.withCandidate).toBe(counts.filter((count) => count > 0).length);
          if (row.candidates !== null) {
            const reaching = counts.filter((count) => count >= (row.candidates?.median ?? 0)).length;
            expect(reaching * 2).toBeGreaterThanOrEqual(people.length);
          }
        }
      }
      for (const { topic, rows } of found.topics) {
        const wishing = mentees.filter(({ learns }) => folded(learns).includes(foldText(topic)));
        const offered = wishing.filter(({ id }) =>
          mentors.some((mentor) => folded(mentor.teaches).includes(foldText(topic)) && isAllowed(mentor.id, id)),
        );
        for (const row of rows) {
          if (row.wishing === null) continue;
          expect([row.wishing, row.offered]).toEqual([wishing.length, offered.length]);
        }
      }
    });
    fc.assert(property, runs(40));
  });

  it("tells what choice rules leave each group, before a match and of demands that cannot be met", () => {
    const ids = Array.from({ length: 24 }, (_, at) => at);
    const input: MatchInput = {
      mentors: ids.map((at) => ({ id: `m${at}`, teaches: [at < 12 ? "Excel" : "AI"] })),
      mentees: ids.map((at) => ({ id: `e${at}`, learns: at % 4 === 0 ? ["excel", "ML"] : ["Excel"] })),
    };
    const isA = (at: number): boolean => at % 2 === 0;
    const number = (id: string): number => Number(id.slice(1));
    const door = rule(
      "a door",
      (mentor, mentee) => !isA(number(mentee.id)) || number(mentor.id) >= 20 - number(mentee.id),
    );
    const catalogue = topicCatalogue([{ id: "AI", labels: { en: "ML" } }]);
    const options = { rules: [door], criteria: [topics({ catalogue })], quotas: [quota("many", {}, { min: 99 })] };
    const groups = Object.fromEntries(ids.map((at) => [`e${at}`, isA(at) ? "A" : "B"]));
    const found = coverageOfChoice({ input, options }, groups, { minimumGroup: 5, minimumCount: 1 });
    const [a, b] = found.sides[1]?.rows ?? [];
    expect(a).toMatchObject({
      group: "A",
      people: 12,
      withCandidate: 12,
      candidates: { lower: 10, median: 16, upper: 22 },
    });
    expect(b).toMatchObject({
      group: "B",
      people: 12,
      withCandidate: 12,
      candidates: { lower: 24, median: 24, upper: 24 },
    });
    expect(a?.en).toBe("12 mentees of A: half of them have 16 candidates or more, nobody is without one.");
    expect(a?.tr).toBe("A, 12 mentee: yarısının 16 veya daha çok adayı var, adayı olmayan yok.");
    const excel = found.topics.find(({ topic }) => topic === "Excel");
    expect(excel?.rows.map(({ wishing, offered }) => [wishing, offered])).toEqual([
      [12, 7],
      [12, 12],
    ]);
    expect(excel?.rows[0]?.en).toBe(
      '12 of 12 mentees of A wish for "Excel"; 7 of them have a candidate who offers it.',
    );
    expect(found.topics.map(({ topic }) => topic)).toEqual(["Excel", "ML"]);
    expect(found.topics[1]?.rows[0]).toMatchObject({ wishing: 6, offered: 6 });
  });

  it("F8: hidden figures do not follow from the whole and what is shown", () => {
    const group = fc.tuple(fc.integer({ min: 5, max: 8 }), fc.nat(100), fc.nat(100)).map(([n, one, two]) => ({
      n,
      wishing: Math.round((n * Math.max(one, two)) / 100),
      offered: Math.round((n * Math.min(one, two)) / 100),
    }));
    let hidden = 0;
    const property = fc.property(fc.array(group, { minLength: 2, maxLength: 3 }), (drawn) => {
      fc.pre(drawn.some(({ wishing }) => wishing > 0));
      const people = drawn.flatMap(({ n, wishing, offered }, at) =>
        Array.from({ length: n }, (_, place) => ({ label: `g${at}`, wishes: place < wishing, finds: place < offered })),
      );
      const input: MatchInput = {
        mentors: [
          { id: "yes", teaches: ["x"] },
          { id: "no", teaches: ["y"] },
        ],
        mentees: people.map(({ wishes }, at) => ({ id: `e${at}`, learns: wishes ? ["x"] : ["y"] })),
      };
      const own = rule("own", ({ id }, mentee) => id === "no" || people[Number(mentee.id.slice(1))]?.finds === true);
      const groups = Object.fromEntries(people.map(({ label }, at) => [`e${at}`, label]));
      const found = coverageOfChoice({ input, options: { rules: [own] } }, groups, {
        minimumGroup: 5,
        minimumCount: 2,
      });
      const rows = found.topics.find(({ topic }) => topic === "x")?.rows ?? [];
      const shown = rows.map((row, at) => ({
        n: drawn[at]?.n ?? 0,
        cells: [row.wishing, row.offered].map((count) => count ?? "complement"),
      }));
      const wholes = [
        drawn.reduce((sum, { wishing }) => sum + wishing, 0),
        drawn.reduce((sum, { offered }) => sum + offered, 0),
      ];
      const values = valuesThatFit(shown, wholes, canBe);
      rows.forEach((row, at) => {
        if (row.hidden === undefined) return;
        hidden += 1;
        expect(Math.max(...(values[at] ?? []).map((fitting) => fitting.size))).toBeGreaterThanOrEqual(2);
        expect(row).toMatchObject({ wishing: null, offered: null });
      });
    });
    fc.assert(property, runs(40));
    expect(hidden).toBeGreaterThan(10);
  });

  it("refuses what it cannot read", () => {
    const input: MatchInput = { mentors: [], mentees: [] };
    expect(coverageOfChoice({ input }, {})).toMatchObject({ sides: [{ rows: [] }, { rows: [] }], topics: [] });
    expect(thrownBy(() => coverageOfChoice({ input }, {}, { minimumGroup: 4 })).issues[0]?.path).toBe("/minimumGroup");
    expect(thrownBy(() => coverageOfChoice({ input }, { a: 7 } as never)).issues[0]?.path).toBe("/groups/a");
  });
});
