import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchPairs } from "../../src/match.ts";
import type { MatchInput } from "../../src/model/schema/schema.ts";
import { noReportingLine, reverse } from "../../src/rules/index.ts";
import { graphOf, pairText } from "../support/graph-of.ts";
import { programmes } from "../support/programmes.ts";
import { runs } from "../support/runs.ts";

const rules = [noReportingLine(), reverse({ unknown: "allow" })];
const objectives = fc.constantFrom("coverage", "score");

describe("the proof in a result", () => {
  it("D1, D2: the prices prove the pairs, checked from ids and scores after a way through JSON", () => {
    fc.assert(
      fc.property(programmes({ minima: true }), objectives, fc.boolean(), (input, objective, withRules) => {
        const options = { rules: withRules ? rules : [], objective };
        const result = matchPairs(input, options);
        if (result.status === "infeasible") return;
        const { proof, pairs } = JSON.parse(JSON.stringify(result)) as typeof result;
        if (proof.kind !== "prices") throw new Error("expected prices");
        const { program, graph } = graphOf(input, options);
        const chosen = new Set(pairs.map(({ mentorId, menteeId }) => pairText(mentorId, menteeId)));
        const mentorPrice = new Map(proof.mentors.map(({ id, price }) => [id, price]));
        const menteePrice = new Map(proof.mentees.map(({ id, price }) => [id, price]));
        expect([...mentorPrice.keys()]).toEqual(input.mentors.map(({ id }) => id).sort());
        expect([...menteePrice.keys()]).toEqual(input.mentees.map(({ id }) => id).sort());
        if (objective === "score") expect(proof.placement).toBe(0);

        program.mentees.forEach((mentee, row) => {
          for (let edge = graph.rowStart[row]!; edge < graph.rowStart[row + 1]!; edge += 1) {
            const mentor = program.mentors[graph.columnAt[edge]!]!;
            const slack = mentorPrice.get(mentor.id)! + menteePrice.get(mentee.id)! - graph.scoreAt[edge]!;
            const areBothShared = mentor.capacity > 1 && mentee.capacity > 1;
            if (!chosen.has(pairText(mentor.id, mentee.id))) expect(slack).toBeGreaterThanOrEqual(0);
            else if (areBothShared) expect(slack).toBeLessThanOrEqual(0);
            else expect(slack).toBe(0);
          }
        });
        const checkPeople = (
          people: MatchInput["mentors" | "mentees"],
          priceOf: ReadonlyMap<string, number>,
          field: "mentorId" | "menteeId",
        ): void => {
          for (const { id, capacity = 1, minimumLoad = 0 } of people) {
            const load = pairs.filter((pair) => pair[field] === id).length;
            const price = priceOf.get(id)!;
            if (load < capacity) expect(price).toBeLessThanOrEqual(load === 0 ? -proof.placement : 0);
            if (load > minimumLoad) expect(price).toBeGreaterThanOrEqual(load === 1 ? -proof.placement : 0);
          }
        };
        checkPeople(input.mentors, mentorPrice, "mentorId");
        checkPeople(input.mentees, menteePrice, "menteeId");
      }),
      runs(200),
    );
  });

  it("D6: the deficient sets show that no more people can be placed", () => {
    fc.assert(
      fc.property(programmes({ minima: true }), (input) => {
        const result = matchPairs(input, { rules });
        if (result.status === "infeasible") return;
        const { program, graph } = graphOf(input, { rules });
        const edges = program.mentees.flatMap((mentee, row) =>
          Array.from(graph.columnAt.subarray(graph.rowStart[row], graph.rowStart[row + 1]), (column) => ({
            mentor: program.mentors[column]!.id,
            mentee: mentee.id,
          })),
        );
        const bound = (side: "mentor" | "mentee", ids: readonly string[]): number => {
          const other = side === "mentor" ? "mentee" : "mentor";
          const room = program[`${other}s`].reduce(
            (sum, { id, capacity }) =>
              sum + Math.min(capacity, edges.filter((edge) => edge[other] === id && ids.includes(edge[side])).length),
            0,
          );
          return program[`${side}s`].reduce((sum, { id, capacity, minimumLoad }) => {
            if (!ids.includes(id)) return sum + (capacity > 0 ? 1 : 0);
            return sum + (minimumLoad > 0 ? 1 : 0) - minimumLoad;
          }, room);
        };
        if (result.proof.kind !== "prices") throw new Error("expected prices");
        const sets = result.proof.deficientSets!;
        expect(bound("mentor", sets.mentors)).toBe(result.totals.placedMentors);
        expect(bound("mentee", sets.mentees)).toBe(result.totals.placedMentees);
      }),
      runs(150),
    );
  });
});
