import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ban, matchPairs, type MatchInput, minimumScore, noReportingLine } from "../../src/index.ts";
import { graphOf, pairText } from "../support/graph-of.ts";
import { programmes } from "../support/programmes.ts";
import { thrownBy } from "../support/thrown-by.ts";
import { runs, shareOf } from "../support/runs.ts";

interface Choice {
  readonly placed: number;
  readonly total: number;
  readonly pairs: readonly string[];
}

/** Every choice that keeps the capacities, minimum loads and pins, best first; by trying all. */
function bestWithPins(
  input: MatchInput,
  pins: ReadonlySet<string>,
  objective: "coverage" | "score",
): Choice | undefined {
  const { program, graph } = graphOf(input, { rules: [] });
  const { mentors, mentees } = program;
  const edges = mentees.flatMap((mentee, row) =>
    Array.from({ length: graph.rowStart[row + 1]! - graph.rowStart[row]! }, (_, place) => {
      const edge = graph.rowStart[row]! + place;
      const mentor = mentors[graph.columnAt[edge]!]!;
      return { mentor, mentee, score: graph.scoreAt[edge]!, text: pairText(mentor.id, mentee.id) };
    }),
  );
  const load = new Map<object, number>();
  const loadOf = (person: object): number => load.get(person) ?? 0;
  const taken: string[] = [];
  let best: Choice | undefined;
  const decide = (at: number, total: number): void => {
    const edge = edges[at];
    if (edge === undefined) {
      if ([...mentors, ...mentees].some((person) => loadOf(person) < person.minimumLoad)) return;
      const placed = objective === "score" ? 0 : [...mentors, ...mentees].filter((person) => loadOf(person) > 0).length;
      const isBetter = best === undefined || placed > best.placed || (placed === best.placed && total > best.total);
      if (isBetter) best = { placed, total, pairs: [...taken] };
      return;
    }
    const { mentor, mentee } = edge;
    if (loadOf(mentor) < mentor.capacity && loadOf(mentee) < mentee.capacity) {
      load.set(mentor, loadOf(mentor) + 1);
      load.set(mentee, loadOf(mentee) + 1);
      taken.push(edge.text);
      decide(at + 1, total + edge.score);
      taken.pop();
      load.set(mentor, loadOf(mentor) - 1);
      load.set(mentee, loadOf(mentee) - 1);
    }
    if (!pins.has(edge.text)) decide(at + 1, total);
  };
  decide(0, 0);
  return best;
}

describe("pins", () => {
  const small = programmes({ largest: 3, minima: true, mostCapacity: 2 });

  it("A5, L2, X3: the result is the canonical best of all choices that hold the pins", () => {
    let withPins = 0;
    fc.assert(
      fc.property(
        small,
        fc.constantFrom("coverage", "score"),
        fc.array(fc.nat(99), { maxLength: 3 }),
        (input, objective, draws) => {
          const { program, graph } = graphOf(input, { rules: [] });
          const candidates = program.mentees.flatMap((mentee, row) =>
            Array.from(graph.columnAt.subarray(graph.rowStart[row], graph.rowStart[row + 1]), (column) => ({
              mentorId: program.mentors[column]!.id,
              menteeId: mentee.id,
            })),
          );
          fc.pre(candidates.length > 0);
          const pins = draws.map((draw) => candidates[draw % candidates.length]!);
          const pinned = new Set(pins.map(({ mentorId, menteeId }) => pairText(mentorId, menteeId)));
          const count = (field: "mentorId" | "menteeId", id: string): number =>
            [...new Map(pins.map((pin) => [pairText(pin.mentorId, pin.menteeId), pin])).values()].filter(
              (pin) => pin[field] === id,
            ).length;
          fc.pre(program.mentors.every(({ id, capacity }) => count("mentorId", id) <= capacity));
          fc.pre(program.mentees.every(({ id, capacity }) => count("menteeId", id) <= capacity));
          const best = bestWithPins(input, pinned, objective);
          const result = matchPairs(input, { rules: [], objective, pins });
          expect(result.status).toBe(best === undefined ? "infeasible" : "optimal");
          if (result.status !== "optimal" || best === undefined) return;
          if (pins.length > 0) withPins += 1;
          expect(result.pairs.map(({ mentorId, menteeId }) => pairText(mentorId, menteeId))).toEqual(best.pairs);
          expect(result.totals.score).toBe(best.total);
          expect(result.pairs.filter((pair) => pair.pinned).length).toBe(pinned.size);
          expect(result.totals.placedMentors + result.totals.placedMentees).toBe(
            new Set(result.pairs.map(({ mentorId }) => mentorId)).size +
              new Set(result.pairs.map(({ menteeId }) => menteeId)).size,
          );
          for (const { people, places, needed } of result.shortages.map((each) => ({ people: each.ids, ...each }))) {
            expect(needed).toBeGreaterThan(places);
            expect(people.length).toBeGreaterThan(0);
          }
          if (result.proof.kind !== "prices") throw new Error("expected prices");
          const priceOf = new Map([
            ...result.proof.mentors.map((each) => [`m${each.id}`, each.price] as const),
            ...result.proof.mentees.map((each) => [`n${each.id}`, each.price] as const),
          ]);
          program.mentees.forEach((mentee, row) => {
            for (let edge = graph.rowStart[row]!; edge < graph.rowStart[row + 1]!; edge += 1) {
              const mentor = program.mentors[graph.columnAt[edge]!]!;
              const text = pairText(mentor.id, mentee.id);
              if (pinned.has(text)) continue;
              const slack = priceOf.get(`m${mentor.id}`)! + priceOf.get(`n${mentee.id}`)! - graph.scoreAt[edge]!;
              if (best.pairs.includes(text)) expect(slack).toBeLessThanOrEqual(0);
              else expect(slack).toBeGreaterThanOrEqual(0);
            }
          });
        },
      ),
      runs(300),
    );
    expect(withPins).toBeGreaterThan(shareOf(50));
  });

  it("A5, L4: fair holds them too, and lifts the lowest of the other scores", () => {
    const input = {
      mentors: [
        { id: "a", teaches: ["x", "y"] },
        { id: "b", teaches: ["x"] },
      ],
      mentees: [
        { id: "p", learns: ["x", "y", "z"] },
        { id: "q", learns: ["y", "x"] },
      ],
    };
    const run = (pins: readonly { readonly mentorId: string; readonly menteeId: string }[]): string => {
      const result = matchPairs(input, { rules: [], objective: "fair", pins });
      if (result.status !== "optimal" || result.proof.kind !== "levels") throw new Error("expected levels");
      expect(result.proof.levels.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(result.pairs.length);
      expect(result.proof.levels.every(({ score }) => score <= 1_000_000)).toBe(true);
      return result.pairs.map(({ menteeId, mentorId, score }) => `${menteeId}${mentorId} ${score}`).join(", ");
    };
    expect(run([])).toBe("pa 666667, qb 500000");
    expect(run([{ mentorId: "b", menteeId: "p" }])).toBe("pb 333333, qa 1000000");
  });

  it("X2: are written into the manifest by id, each once", () => {
    const input = {
      mentors: [
        { id: "b", teaches: ["x"] },
        { id: "a", teaches: ["x"] },
      ],
      mentees: [
        { id: "q", learns: ["x"] },
        { id: "p", learns: ["x"] },
      ],
    };
    const pins = [
      { mentorId: "b", menteeId: "q" },
      { mentorId: "a", menteeId: "p" },
      { mentorId: "b", menteeId: "q" },
    ];
    const result = matchPairs(input, { rules: [], pins });
    expect(result.manifest.options.pins).toEqual([
      { mentorId: "a", menteeId: "p" },
      { mentorId: "b", menteeId: "q" },
    ]);
    expect(matchPairs(input, { rules: [], pins: pins.toReversed() })).toEqual(result);
  });
});

describe("pins that conflict with minimum loads", () => {
  it("D7: are named, with those who then lack a place", () => {
    const input = {
      mentors: [{ id: "a", teaches: ["x"] }],
      mentees: [
        { id: "p", learns: ["x"], minimumLoad: 1 },
        { id: "q", learns: ["x"] },
      ],
    };
    const result = matchPairs(input, { rules: [], pins: [{ mentorId: "a", menteeId: "q" }] });
    if (result.status !== "infeasible") throw new Error("expected a conflict");
    expect(result.isIrreducible).toBe(true);
    expect(result.conflicts).toMatchObject([
      { demand: "minimumLoad", side: "mentee", id: "p", minimum: 1 },
      { demand: "pin", mentorId: "a", menteeId: "q" },
    ]);
    expect(result.witness).toMatchObject({ side: "mentee", ids: ["p"], needed: 1, available: 0 });
  });
});

describe("pins that cannot be held", () => {
  const input = {
    people: [{ id: "p", managerId: null }],
    mentors: [
      { id: "a", teaches: ["x"], managerId: "p" },
      { id: "b", teaches: ["y"] },
    ],
    mentees: [
      { id: "p", learns: ["x"] },
      { id: "q", learns: ["x"] },
    ],
  };
  const pin = (mentorId: string, menteeId: string) => ({ mentorId, menteeId });

  it("V2: all problems together, each rule by name", () => {
    const rules = [noReportingLine(), ban([pin("a", "p")]), minimumScore(0.5)];
    const { issues } = thrownBy(() =>
      matchPairs(input, { rules, pins: [pin("a", "p"), pin("z", "q"), pin("b", "q"), pin("a", "q")] }),
    );
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ["PAIR_CONFLICT", "/pins/0"],
      ["ID_UNKNOWN", "/pins/1/mentorId"],
      ["PAIR_CONFLICT", "/pins/2"],
    ]);
    expect(issues[0]?.message).toContain("refused by noReportingLine, ban.");
    expect(issues[2]?.message).toContain("refused by minimumScore.");
  });

  it("more pins than a person has places, pins of another type, and pins under stable", () => {
    expect(thrownBy(() => matchPairs(input, { rules: [], pins: [pin("a", "p"), pin("a", "q")] })).issues).toMatchObject(
      [{ code: "PIN_OVER_CAPACITY", path: "/pins/1" }],
    );
    const loose = (value: unknown): never => value as never;
    expect(thrownBy(() => matchPairs(input, { pins: loose([{ mentorId: 1, menteeId: "p" }]) })).issues).toMatchObject([
      { code: "ID_TYPE", path: "/pins/0/mentorId" },
    ]);
    expect(thrownBy(() => matchPairs(input, { objective: "stable", pins: [pin("a", "q")] })).issues).toMatchObject([
      { code: "OPTION_CONFLICT", path: "/pins" },
    ]);
  });
});
