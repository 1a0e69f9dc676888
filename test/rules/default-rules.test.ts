import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatchInput } from "../../src/model/schema/schema.ts";
import { noReportingLine, reverse } from "../../src/rules/index.ts";
import { byId, graphOf, pairsIn, pairsWhere } from "../support/graph-of.ts";
import { programmes } from "../support/programmes.ts";
import { defaultOracles, type Oracle, reportingLineOracle, reverseOracle } from "../support/rule-oracles.ts";
import { runs } from "../support/runs.ts";

const always = (input: MatchInput): Readonly<Record<string, Oracle>> => {
  const { notSelf, avoid, indispensableTopics } = defaultOracles(input);
  return { notSelf: notSelf!, avoid: avoid!, indispensableTopics: indispensableTopics! };
};

function expectCandidates(
  input: MatchInput,
  rules: Parameters<typeof graphOf>[1],
  oracles: Readonly<Record<string, Oracle>>,
) {
  const { program, graph } = graphOf(input, rules);
  const allowed = pairsWhere(input, (mentor, mentee) =>
    Object.values(oracles).every((refuses) => !refuses(mentor, mentee)),
  );
  expect(pairsIn(program, graph)).toEqual(allowed);
}

describe("default rules", () => {
  it("A1, O6, O7: the candidates are the pairs that no rule refuses, told from the input alone", () => {
    fc.assert(
      fc.property(programmes(), (input) => {
        expectCandidates(input, {}, defaultOracles(input));
      }),
      runs(120),
    );
  });

  it("O6: noReportingLine equals a plain walk of the chart, for each reading of dotted lines", () => {
    fc.assert(
      fc.property(programmes(), fc.constantFrom("path", "direct", "ignore"), (input, dottedLines) => {
        const oracles = { ...always(input), line: reportingLineOracle(input, dottedLines) };
        expectCandidates(input, { rules: [noReportingLine({ dottedLines })] }, oracles);
      }),
      runs(120),
    );
  });

  it("O7: reverse holds for every candidate, and switching it off loses none", () => {
    const gaps = fc.constantFrom(0.5, 1, 2, 3);
    fc.assert(
      fc.property(programmes(), gaps, fc.constantFrom("reject", "allow"), (input, minimumGap, unknown) => {
        const oracles = { ...always(input), reverse: reverseOracle(input, minimumGap, unknown) };
        const options = { rules: [reverse({ minimumGap, unknown })] };
        expectCandidates(input, options, oracles);
        const without = graphOf(input, { rules: [] });
        const kept = new Set(pairsIn(without.program, without.graph));
        const { program, graph } = graphOf(input, options);
        expect(pairsIn(program, graph).filter((pair) => !kept.has(pair))).toEqual([]);
      }),
      runs(100),
    );
  });

  it("refusals by each rule, and by it alone, equal a recount for each person", () => {
    fc.assert(
      fc.property(programmes(), (input) => {
        const { graph } = graphOf(input);
        const oracles = Object.entries(defaultOracles(input));
        const [mentors, mentees] = [byId(input.mentors), byId(input.mentees)];
        expect(graph.rules.map(({ name }) => name)).toEqual(oracles.map(([name]) => name));
        const refusing = mentees.map((mentee) =>
          mentors.map((mentor) => oracles.flatMap(([, refuses], rule) => (refuses(mentor, mentee) ? [rule] : []))),
        );
        const recount = (rulesOf: readonly (readonly number[])[], rule: number, alone: boolean): number =>
          rulesOf.filter((rules) => rules.includes(rule) && (!alone || rules.length === 1)).length;
        oracles.forEach((_, rule) => {
          mentees.forEach((_, row) => {
            const { by, onlyBy } = graph.refusals.mentees;
            expect(by[rule]![row]).toBe(recount(refusing[row]!, rule, false));
            expect(onlyBy[rule]![row]).toBe(recount(refusing[row]!, rule, true));
          });
          mentors.forEach((_, column) => {
            const ofMentor = refusing.map((row) => row[column]!);
            const { by, onlyBy } = graph.refusals.mentors;
            expect(by[rule]![column]).toBe(recount(ofMentor, rule, false));
            expect(onlyBy[rule]![column]).toBe(recount(ofMentor, rule, true));
          });
        });
      }),
      runs(80),
    );
  });
});
