import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { criterion, defaultCriteria, language, matchPairs, minimumOf, topics } from "../../src/index.ts";
import { byId, graphOf, pairsIn, pairText } from "../support/graph-of.ts";
import { programmes } from "../support/programmes.ts";
import { thrownBy } from "../support/thrown-by.ts";
import { runs } from "../support/runs.ts";

describe("minimumOf", () => {
  it("refuses exactly the pairs to whom the criterion gives less, whatever its weight", () => {
    const floor = fc.constantFrom(0, 0.25, 0.5, 1);
    fc.assert(
      fc.property(
        programmes(),
        floor,
        fc.constantFrom("topics", "goals"),
        fc.boolean(),
        (input, value, name, allows) => {
          const criteria = defaultCriteria().map((each) => ({ ...each, weight: each.name === name ? 0 : each.weight }));
          const unknown = allows ? "allow" : "reject";
          const given = graphOf(input, { criteria, rules: [minimumOf(name, value, { unknown })] });
          const without = graphOf(input, { criteria, rules: [] });
          const own = criteria.find((each) => each.name === name)!;
          const expected = pairsIn(without.program, without.graph).filter((pair) =>
            byId(input.mentees).some((mentee) =>
              input.mentors.some((mentor) => {
                if (pairText(mentor.id, mentee.id) !== pair) return false;
                const known = own.value(mentor, mentee) ?? (own.missing === "zero" ? 0 : undefined);
                return known === undefined ? allows : known >= value;
              }),
            ),
          );
          expect(pairsIn(given.program, given.graph)).toEqual(expected);
        },
      ),
      runs(80),
    );
  });

  it("takes a criterion that the programme does not score by, and refuses a name of none", () => {
    const input = {
      mentors: [
        { id: "a", teaches: [], languages: ["tr"] },
        { id: "b", teaches: [], languages: ["en"] },
      ],
      mentees: [
        { id: "p", learns: [], languages: ["tr"] },
        { id: "q", learns: [], languages: ["en", "tr"] },
      ],
    };
    const { program, graph } = graphOf(input, { criteria: [topics()], rules: [minimumOf(language(), 0.5)] });
    expect(pairsIn(program, graph)).toEqual([pairText("a", "p"), pairText("a", "q"), pairText("b", "q")]);
    const named = thrownBy(() => matchPairs(input, { rules: [minimumOf("language", 0.5)] }));
    expect(named.issues).toMatchObject([{ code: "CRITERION_UNKNOWN", path: "/rules/0" }]);
    expect(thrownBy(() => minimumOf("topics", 2)).code).toBe("NUMBER_RANGE");
    const mine = criterion("mine", () => 0.4);
    expect(graphOf(input, { criteria: [mine], rules: [minimumOf("mine", 0.4)] }).graph.columnAt).toHaveLength(4);
    expect(graphOf(input, { criteria: [mine], rules: [minimumOf("mine", 0.41)] }).graph.columnAt).toHaveLength(0);
  });
});
