import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildOrgChart } from "../../../src/base/organisation/chart.ts";
import { reportingLineTest } from "../../../src/base/organisation/lines.ts";
import { runs } from "../../support/runs.ts";

/** People whose solid manager comes earlier in the list; dotted lines go anywhere but to oneself. */
const organisations = fc
  .array(fc.record({ manager: fc.option(fc.nat(1_000)), dotted: fc.array(fc.nat(1_000), { maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 14,
  })
  .map((choices) =>
    choices.map(({ manager, dotted }, index) => ({
      id: `p${index}`,
      manager: manager === null || index === 0 ? undefined : manager % index,
      dotted: [...new Set(dotted.map((each) => each % choices.length))].filter((each) => each !== index),
    })),
  );

type Organisation = (typeof organisations extends fc.Arbitrary<infer T> ? T : never)[number];

function walkUp(people: readonly Organisation[], start: number, overDotted: boolean): Set<number> {
  const seen = new Set<number>();
  const todo = [start];
  for (let person = todo.pop(); person !== undefined; person = todo.pop()) {
    const { manager, dotted } = people[person]!;
    for (const above of [...(manager === undefined ? [] : [manager]), ...(overDotted ? dotted : [])]) {
      if (!seen.has(above)) {
        seen.add(above);
        todo.push(above);
      }
    }
  }
  seen.delete(start);
  return seen;
}

describe("reporting lines", () => {
  it("O6, O8: equal a plain walk of the chart, over solid and dotted lines, cycles included", () => {
    fc.assert(
      fc.property(organisations, (people) => {
        const chart = buildOrgChart(people);
        const everybody = people.map((_, index) => index);
        const path = reportingLineTest(chart, everybody, "path");
        const direct = reportingLineTest(chart, everybody, "direct");
        const ignore = reportingLineTest(chart, everybody, "ignore");
        for (const person of everybody) {
          const above = walkUp(people, person, true);
          const solid = walkUp(people, person, false);
          for (const manager of everybody) {
            expect(path(manager, person)).toBe(above.has(manager));
            expect(ignore(manager, person)).toBe(solid.has(manager));
            expect(direct(manager, person)).toBe(solid.has(manager) || people[person]!.dotted.includes(manager));
          }
        }
      }),
      runs(500),
    );
  });

  it("O1: a chain of 100,000 people with dotted lines along it is prepared at once", () => {
    const size = 100_000;
    const people = Array.from({ length: size }, (_, index) => ({
      id: `p${index}`,
      manager: index === 0 ? undefined : index - 1,
      dotted: index % 10_000 === 9_999 ? [index - 5_000] : [],
    }));
    const isAbove = reportingLineTest(buildOrgChart(people), [size - 1], "path");
    expect(isAbove(0, size - 1)).toBe(true);
    expect(isAbove(size - 1, size - 1)).toBe(false);
  });
});
