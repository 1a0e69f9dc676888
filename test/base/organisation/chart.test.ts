import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildOrgChart, type ReportingLines } from "../../../src/base/organisation/chart.ts";
import { mutualGroups, solidCycles } from "../../../src/base/organisation/cycles.ts";

/** A forest: each person's manager is somebody earlier, or nobody; then relabelled so that order means nothing. */
const forests = fc
  .tuple(
    fc.array(fc.option(fc.nat(1_000), { freq: 6 }), { minLength: 1, maxLength: 30 }),
    fc.infiniteStream(fc.nat(1_000_000)),
  )
  .map(([choices, keys]) => {
    const labels = choices.map((_, index) => index);
    const keyOf = new Map(labels.map((label) => [label, keys.next().value ?? 0]));
    labels.sort((a, b) => (keyOf.get(a) ?? 0) - (keyOf.get(b) ?? 0));
    const managerOf = new Array<number | undefined>(choices.length);
    choices.forEach((choice, index) => {
      managerOf[labels[index]!] = choice === null || index === 0 ? undefined : labels[choice % index];
    });
    return managerOf;
  });

const anyLines = fc.integer({ min: 1, max: 8 }).chain((size) =>
  fc.array(
    fc.record({
      manager: fc.integer({ min: -1, max: size - 1 }),
      dotted: fc.array(fc.nat(size - 1), { maxLength: 2 }),
    }),
    { minLength: size, maxLength: size },
  ),
);

const linesOf = (managerOf: readonly (number | undefined)[]): ReportingLines[] =>
  managerOf.map((manager, index) => ({ id: `p${index}`, manager, dotted: [] }));

function chainOf(managerOf: readonly (number | undefined)[], person: number): number[] {
  const chain = [person];
  for (let above = managerOf[person]; above !== undefined; above = managerOf[above]) chain.push(above);
  return chain;
}

describe("org chart", () => {
  it("O2, O6: ancestors, depths, common managers and distances equal a plain walk", () => {
    fc.assert(
      fc.property(forests, (managerOf) => {
        const chart = buildOrgChart(linesOf(managerOf));
        for (let a = 0; a < managerOf.length; a++) {
          const chainA = chainOf(managerOf, a);
          expect(chart.depthOf[a]).toBe(chainA.length - 1);
          expect(chart.indexOf(`p${a}`)).toBe(a);
          expect(chart.hasLine[a]).toBe(chainA.length > 1 || managerOf.includes(a) ? 1 : 0);
          for (let b = 0; b < managerOf.length; b++) {
            const chainB = chainOf(managerOf, b);
            expect(chart.isAbove(b, a)).toBe(a !== b && chainA.includes(b));
            const common = chainA.find((person) => chainB.includes(person));
            expect(chart.commonManager(a, b)).toBe(common);
            expect(chart.distance(a, b)).toBe(
              common === undefined ? undefined : chainA.indexOf(common) + chainB.indexOf(common),
            );
          }
        }
      }),
    );
  });

  it("O2: distance is symmetric, zero only on oneself, and obeys the triangle inequality", () => {
    fc.assert(
      fc.property(forests, fc.nat(), fc.nat(), fc.nat(), (managerOf, x, y, z) => {
        const { distance, size } = buildOrgChart(linesOf(managerOf));
        const [a, b, c] = [x % size, y % size, z % size];
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b) === 0).toBe(a === b);
        const [ab, bc, ac] = [distance(a, b), distance(b, c), distance(a, c)];
        if (ab !== undefined && bc !== undefined) expect(ac).toBeLessThanOrEqual(ab + bc);
      }),
    );
  });

  it("O3: adding a leaf changes no other distance, nor does renaming", () => {
    fc.assert(
      fc.property(forests, fc.nat(), (managerOf, where) => {
        const before = buildOrgChart(linesOf(managerOf));
        const after = buildOrgChart(
          linesOf([...managerOf, where % managerOf.length]).map((person, index) => ({ ...person, id: `x${-index}` })),
        );
        for (let a = 0; a < before.size; a++)
          for (let b = 0; b < before.size; b++) expect(after.distance(a, b)).toBe(before.distance(a, b));
      }),
    );
  });

  it("O5: people without a common root have no distance", () => {
    const { distance, commonManager } = buildOrgChart(linesOf([undefined, 0, undefined, 2]));
    expect(distance(1, 3)).toBeUndefined();
    expect(commonManager(1, 3)).toBeUndefined();
    expect(distance(1, 0)).toBe(1);
  });

  it("O1: a chain of 100,000 people is built and asked without recursion", () => {
    const size = 100_000;
    const managerOf = Array.from({ length: size }, (_, index) => (index === 0 ? undefined : index - 1));
    const chart = buildOrgChart(linesOf(managerOf));
    expect(chart.depthOf[size - 1]).toBe(size - 1);
    expect(chart.isAbove(0, size - 1)).toBe(true);
    expect(chart.isAbove(size - 1, 0)).toBe(false);
    expect(chart.distance(17, size - 1)).toBe(size - 18);
    expect(solidCycles(chart.managerOf)).toEqual([]);
    expect(mutualGroups(chart.managerOf, chart.dottedOf)).toEqual([]);
  });

  it("O1: finds exactly the people who can walk up to themselves over solid lines", () => {
    fc.assert(
      fc.property(anyLines, (people) => {
        const managerOf = Int32Array.from(people, ({ manager }) => manager);
        const cycles = solidCycles(managerOf);
        const onCycle = people.map((_, start) => {
          let person = managerOf[start]!;
          for (let steps = 0; steps < people.length && person >= 0 && person !== start; steps++)
            person = managerOf[person]!;
          return person === start;
        });
        expect([...cycles.flat()].sort((a, b) => a - b)).toEqual(
          onCycle.flatMap((yes, person) => (yes ? [person] : [])),
        );
        for (const cycle of cycles) {
          expect(Math.min(...cycle)).toBe(cycle[0]);
          cycle.forEach((person, place) => {
            expect(managerOf[person]).toBe(cycle[(place + 1) % cycle.length]);
          });
        }
      }),
    );
  });

  it("O8: mutual groups are the people who reach each other over solid and dotted lines", () => {
    fc.assert(
      fc.property(anyLines, (people) => {
        const managerOf = Int32Array.from(people, ({ manager }) => manager);
        const reach = people.map((_, start) => {
          const seen = new Set<number>();
          const todo = [start];
          for (let person = todo.pop(); person !== undefined; person = todo.pop())
            for (const above of [people[person]!.manager, ...people[person]!.dotted])
              if (above >= 0 && !seen.has(above)) {
                seen.add(above);
                todo.push(above);
              }
          return seen;
        });
        const groups = mutualGroups(
          managerOf,
          people.map(({ dotted }) => dotted),
        );
        const groupOf = new Map(groups.flatMap((group, index) => group.map((person) => [person, index] as const)));
        people.forEach((_, a) => {
          people.forEach((__, b) => {
            const mutual = a !== b && reach[a]!.has(b) && reach[b]!.has(a);
            expect(a !== b && groupOf.has(a) && groupOf.get(a) === groupOf.get(b)).toBe(mutual);
          });
        });
      }),
    );
  });
});
