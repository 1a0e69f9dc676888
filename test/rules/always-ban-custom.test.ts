import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchPairs } from "../../src/match.ts";
import type { MatchInput } from "../../src/model/schema/schema.ts";
import { ban, rule } from "../../src/rules/index.ts";
import { topics } from "../../src/score/index.ts";
import { byId, graphOf, pairsIn, pairsWhere, pairText } from "../support/graph-of.ts";
import { programmes } from "../support/programmes.ts";
import { defaultOracles } from "../support/rule-oracles.ts";
import { thrownBy } from "../support/thrown-by.ts";
import { runs } from "../support/runs.ts";

const bothSides = programmes().filter(({ mentors, mentees }) => mentors.length > 0 && mentees.length > 0);

function candidates(input: MatchInput, options: Parameters<typeof graphOf>[1]): string[] {
  const { program, graph } = graphOf(input, options);
  return pairsIn(program, graph);
}

describe("rules that are always in force", () => {
  it("A4: notSelf, avoid and indispensable topics hold without any other rule", () => {
    fc.assert(
      fc.property(programmes(), (input) => {
        const { notSelf, avoid, indispensableTopics } = defaultOracles(input);
        const oracles = [notSelf!, avoid!, indispensableTopics!];
        const allowed = pairsWhere(input, (mentor, mentee) => oracles.every((refuses) => !refuses(mentor, mentee)));
        expect(candidates(input, { rules: [] })).toEqual(allowed);
      }),
      runs(100),
    );
  });

  it("indispensable topics are judged by the programme's own topics criterion, whatever its name", () => {
    const input: MatchInput = {
      mentors: [{ id: "a", teaches: ["SQL"] }],
      mentees: [{ id: "b", learns: [{ topic: "SQL", level: 3, indispensable: true }] }],
    };
    expect(candidates(input, { rules: [] })).toEqual([]);
    for (const name of ["topics", "skills"]) {
      const criteria = [topics({ name, unstatedLevel: 3 })];
      expect(candidates(input, { rules: [], criteria })).toEqual([pairText("a", "b")]);
    }
  });
});

describe("ban", () => {
  it("A1: removes the listed pairs and no others", () => {
    fc.assert(
      fc.property(bothSides, fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 4 }), (input, places) => {
        const pairs = places.map(([mentor, mentee]) => ({
          mentorId: input.mentors[mentor % input.mentors.length]!.id,
          menteeId: input.mentees[mentee % input.mentees.length]!.id,
        }));
        const banned = new Set(pairs.map(({ mentorId, menteeId }) => pairText(mentorId, menteeId)));
        const all = candidates(input, { rules: [] });
        expect(candidates(input, { rules: [ban(pairs)] })).toEqual(all.filter((pair) => !banned.has(pair)));
      }),
      runs(100),
    );
  });

  it("V2: names every id that is not registered on its side", () => {
    const input: MatchInput = { mentors: [{ id: "a", teaches: [] }], mentees: [{ id: "b", learns: [] }] };
    const pairs = [
      { mentorId: "a", menteeId: "b" },
      { mentorId: "b", menteeId: "a" },
    ];
    const { issues } = thrownBy(() => matchPairs(input, { rules: [ban([]), ban(pairs)] }));
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "ID_UNKNOWN /rules/1/pairs/1/mentorId",
      "ID_UNKNOWN /rules/1/pairs/1/menteeId",
    ]);
  });
});

describe("rule", () => {
  it("S13: is asked once for each pair, mentees by id and for each the mentors by id, and refuses on false", () => {
    fc.assert(
      fc.property(programmes(), fc.nat(6), (input, remainder) => {
        const asked: string[] = [];
        const allows = rule("own", (mentor, mentee) => {
          asked.push(pairText(mentor.id, mentee.id));
          return asked.length % 7 !== remainder;
        });
        const kept = candidates(input, { rules: [allows] });
        const pairs = byId(input.mentees).flatMap((mentee) =>
          byId(input.mentors).map((mentor) => pairText(mentor.id, mentee.id)),
        );
        expect(asked).toEqual(pairs);
        const allowed = new Set(pairs.filter((_, place) => (place + 1) % 7 !== remainder));
        expect(kept).toEqual(candidates(input, { rules: [] }).filter((pair) => allowed.has(pair)));
      }),
      runs(100),
    );
  });

  it("S12: any result but true and false is an error that names the rule and the place of the pair", () => {
    const input: MatchInput = {
      mentors: [
        { id: "b", teaches: [] },
        { id: "a", teaches: [] },
      ],
      mentees: [{ id: "c", learns: [] }],
    };
    for (const result of [undefined, null, 1, "yes", Promise.resolve(true), Number.NaN]) {
      // @ts-expect-error callers in JavaScript can return anything
      const odd = rule("odd", ({ id }) => (id === "b" ? result : true));
      const { code, issues, message } = thrownBy(() => matchPairs(input, { rules: [ban([]), odd] }));
      expect(code).toBe("RULE_RESULT");
      expect(issues[0]?.path).toBe("/rules/1");
      expect(message).toContain('"odd"');
      expect(message).toContain("mentor 1 and mentee 0");
    }
    const cause = new Error("own fault");
    const throwing = rule("odd", () => {
      throw cause;
    });
    const error = thrownBy(() => matchPairs(input, { rules: [throwing] }));
    expect(error.code).toBe("RULE_THREW");
    expect(error.issues[0]?.path).toBe("/rules/0");
    expect(error.cause).toBe(cause);
  });
});
