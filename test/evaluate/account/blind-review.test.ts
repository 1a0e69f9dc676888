import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blindReview, pseudonymise } from "../../../src/evaluate/index.ts";
import { ban, exceptFor, matchPairs, type MatchInput, noReportingLine, quota } from "../../../src/index.ts";
import { renderReport } from "../../../src/report/index.ts";
import { programmes } from "../../support/programmes.ts";
import { renamed } from "../../support/reordered.ts";
import { runs } from "../../support/runs.ts";
import { thrownBy } from "../../support/thrown-by.ts";

const KEY = new Uint8Array(32).fill(5);

describe("blindReview", () => {
  it("is the same plan, in which no id, no name and no order of people is left", () => {
    let people = 0;
    const property = fc.property(programmes(), (drawn) => {
      const input: MatchInput = renamed(drawn, (id) => `canary ${id}`);
      const [mentor, mentee] = [input.mentors[0]?.id ?? "", input.mentees[0]?.id ?? ""];
      const hasPair = mentor !== "" && mentee !== "";
      const rules = hasPair
        ? [exceptFor(noReportingLine(), { menteeId: mentee }), ban([{ mentorId: mentor, menteeId: mentee }])]
        : [noReportingLine()];
      const quotas = hasPair ? [quota("one", { mentor: { id: [mentor] } }, { min: 0 })] : [];
      const result = matchPairs(input, { rules, quotas, fixes: true });
      if (result.status === "infeasible") throw new Error("expected pairs");
      const blind = blindReview(input, result, KEY);
      const text = JSON.stringify(blind) + renderReport(blind.input, blind.result, { sort: "name" });
      expect(/.{0,60}canary.{0,60}/u.exec(text)).toBeNull();
      const { pseudonyms } = pseudonymise(input, KEY);
      const pairs = result.pairs.map(({ mentorId, menteeId, score }) => [
        pseudonyms.get(menteeId),
        pseudonyms.get(mentorId),
        score,
      ]);
      expect(blind.result.pairs.map(({ mentorId, menteeId, score }) => [menteeId, mentorId, score])).toEqual(
        pairs.sort((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1)),
      );
      const { score, placedMentors, placedMentees } = result.totals;
      expect(blind.result.totals).toMatchObject({ score, placedMentors, placedMentees });
      const left = blind.result.unmatched.map(({ id, side }) => `${id} ${side}`);
      expect(left).toEqual([...left].sort());
      expect(left).toHaveLength(result.unmatched.length);
      people += result.pairs.length + left.length;
    });
    fc.assert(property, runs(25));
    expect(people).toBeGreaterThan(25);
  });

  it("refuses a result without pairs, and a short key", () => {
    const input: MatchInput = { mentors: [], mentees: [] };
    const infeasible = matchPairs(input, { quotas: [quota("none", {}, { min: 1 })] });
    expect(thrownBy(() => blindReview(input, infeasible, KEY)).issues[0]).toMatchObject({ path: "/result" });
    expect(thrownBy(() => blindReview(input, matchPairs(input), new Uint8Array(3))).code).toBe("KEY_LENGTH");
  });
});
