import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rule } from "../../../src/index.ts";
import { coveredBy, matchGroups } from "../../../src/groups/index.ts";
import { runs, shareOf } from "../../support/runs.ts";

const IDS = ["a", "b", "c", "d"] as const;
const TOPICS = ["x", "y", "z"] as const;

/** Four people on both sides, what each wishes for and offers, and the pairs that a rule refuses. */
const circles = fc.record({
  learns: fc.array(fc.subarray([...TOPICS], { minLength: 1 }), { minLength: 4, maxLength: 4 }),
  teaches: fc.array(fc.subarray([...TOPICS], { minLength: 1 }), { minLength: 4, maxLength: 4 }),
  refused: fc.subarray(
    IDS.flatMap((mentee) => IDS.map((mentor) => `${mentee} ${mentor}`)),
    { maxLength: 6 },
  ),
});

describe("coveredBy", () => {
  it.each(["any", "all"] as const)("%s: a mentor covers the wishes of those alone whom the rules allow them", (how) => {
    let met = 0;
    fc.assert(
      fc.property(circles, ({ learns, teaches, refused }) => {
        const input = {
          mentees: IDS.map((id, at) => ({ id, learns: learns[at] ?? [] })),
          mentors: IDS.map((id, at) => ({ id, teaches: teaches[at] ?? [] })),
        };
        const isRefused = new Set(refused);
        const rules = [rule("oneWay", (mentor, mentee) => !isRefused.has(`${mentee.id} ${mentor.id}`))];
        const { groups } = matchGroups(input, { of: { circle: 4 }, rules, joint: [coveredBy(how)] });
        for (const { contributions, members, pairs } of groups) {
          const shares = IDS.map((mentee, at) => {
            const own = IDS.flatMap((mentor, place) =>
              mentor === mentee || isRefused.has(`${mentee} ${mentor}`) ? [] : [teaches[place] ?? []],
            );
            const wishes = learns[at] ?? [];
            const isCovered = (topic: string): boolean =>
              how === "any"
                ? own.some((offers) => offers.includes(topic as "x"))
                : own.length > 0 && own.every((offers) => offers.includes(topic as "x"));
            return wishes.filter(isCovered).length / wishes.length;
          });
          const mean = shares.reduce((sum, share) => sum + share, 0) / IDS.length;
          const told = contributions.find(({ criterion }) => criterion === "coveredBy")?.value ?? Number.NaN;
          expect(Math.abs(told / 1e6 - mean)).toBeLessThan(2e-6);
          expect(members).toHaveLength(4);
          if (pairs.length < 12) met += 1;
        }
      }),
      runs(60),
    );
    expect(met).toBeGreaterThan(shareOf(10));
  });

  it("names nothing that only a refused pair would bring", () => {
    const input = {
      mentees: ["a", "b"].map((id) => ({ id, learns: ["x"] })),
      mentors: [
        { id: "a", teaches: ["x"] },
        { id: "b", teaches: ["x"] },
        { id: "c", teaches: ["y"] },
      ],
    };
    const rules = [rule("oneWay", (mentor, mentee) => !(mentor.id === "a" && mentee.id === "b"))];
    const [group] = matchGroups(input, { of: { circle: 3 }, rules, joint: [coveredBy("any")] }).groups;
    const of = (id: string) =>
      group?.members
        .find((member) => member.id === id)
        ?.reasons.map(({ en }) => en)
        .join(" ");
    expect(of("b")).toContain("The only one here who covers: x.");
    expect(of("a")).not.toContain("The only one here");
    expect(group?.reasons.find(({ about }) => about === "coveredBy")?.en).toContain("cover 1 of 2 topics");
  });
});
