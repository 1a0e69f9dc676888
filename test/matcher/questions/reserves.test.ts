import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createMatcher,
  type MatchedResult,
  type MatchInput,
  type MatchOptions,
  matchPairs,
  type Objective,
  quota,
  topics,
} from "../../../src/index.ts";
import { programmes } from "../../support/programmes.ts";
import { thrownBy } from "../../support/thrown-by.ts";
import { tellsPoints } from "../../support/told-points.ts";
import { runs, shareOf } from "../../support/runs.ts";

type Side = "mentor" | "mentee";

const objectives: fc.Arbitrary<Objective> = fc.constantFrom("coverage", "score", "fair", "stable");

/** Programmes in which somebody is mostly left out. */
const crowded = programmes({ largest: 8, mostCapacity: 1 });

/** Everybody with a partner, mentees by id and then mentors by id. */
function placed({ pairs }: MatchedResult): readonly string[] {
  const ids = (side: Side): readonly string[] => [...new Set(pairs.map((pair) => pair[`${side}Id`]))].sort();
  return [...ids("mentee").map((id) => `mentee ${id}`), ...ids("mentor").map((id) => `mentor ${id}`)];
}

function everybody({ mentors, mentees }: MatchInput): readonly (readonly [side: Side, id: string])[] {
  return [...mentors.map(({ id }) => ["mentor", id] as const), ...mentees.map(({ id }) => ["mentee", id] as const)];
}

function sittingOut(input: MatchInput, side: Side, id: string): MatchInput {
  const without = <Entry extends { readonly id: string }>(entries: readonly Entry[]): Entry[] =>
    entries.map((entry) => (entry.id === id ? { ...entry, capacity: 0, minimumLoad: 0 } : entry));
  return side === "mentor"
    ? { ...input, mentors: without(input.mentors) }
    : { ...input, mentees: without(input.mentees) };
}

function leavingTheList(input: MatchInput, side: Side, id: string): MatchInput {
  return side === "mentor"
    ? { ...input, mentors: input.mentors.filter((entry) => entry.id !== id) }
    : { ...input, mentees: input.mentees.filter((entry) => entry.id !== id) };
}

function withoutPins(options: MatchOptions, side: Side, id: string): MatchOptions {
  return { ...options, pins: (options.pins ?? []).filter((pin) => pin[`${side}Id`] !== id) };
}

/** Compares the reserves of everybody with fresh matches of what is left; returns how many come in, in all. */
function expectReserves(input: MatchInput, options: MatchOptions, without: typeof sittingOut): number {
  const before = matchPairs(input, options);
  if (before.status === "infeasible") throw new Error("expected demands that can be met");
  const matcher = createMatcher(input, options);
  let coming = 0;
  for (const [side, id] of everybody(input)) {
    const reserves = matcher.reserves(side === "mentor" ? { mentorId: id } : { menteeId: id });
    const after = matchPairs(without(input, side, id), withoutPins(options, side, id));
    expect(reserves.status).toBe(after.status);
    if (after.status === "infeasible") continue;
    const entering = placed(after).filter((each) => !placed(before).includes(each));
    expect(reserves.entering.map((each) => `${each.side} ${each.id}`).sort()).toEqual([...entering].sort());
    for (const reserve of reserves.entering) {
      const pairs = after.pairs.filter((pair) => pair[`${reserve.side}Id`] === reserve.id);
      expect(reserve.pairs).toEqual(pairs.map(({ mentorId, menteeId, score }) => ({ mentorId, menteeId, score })));
      const total = pairs.reduce((sum, { score }) => sum + score, 0);
      expect([tellsPoints(reserve.en, total, "en"), tellsPoints(reserve.tr, total, "tr")]).toEqual([true, true]);
    }
    const gone = placed(before).filter((each) => each !== `${side} ${id}` && !placed(after).includes(each));
    expect(reserves.leaving.map((each) => `${each.side} ${each.id}`)).toEqual(gone);
    expect(reserves.people).toBe(placed(after).length - placed(before).length);
    expect(reserves.score).toBe(after.totals.score - before.totals.score);
    coming += entering.length;
  }
  return coming;
}

describe("reserves", () => {
  it("E3: come in exactly as in a fresh match of the programme in which the person sits out, for every objective", () => {
    let coming = 0;
    fc.assert(
      fc.property(fc.oneof(programmes(), crowded), objectives, fc.boolean(), (input, objective, isPinned) => {
        const free = { objective, rules: [] };
        const plan = matchPairs(input, free);
        if (plan.status === "infeasible") throw new Error("expected no demands");
        const pins = isPinned && objective !== "stable" ? plan.pairs.slice(0, 1) : [];
        coming += expectReserves(input, { ...free, pins }, sittingOut);
      }),
      runs(60),
    );
    expect(coming).toBeGreaterThan(shareOf(12));
  });

  it("E3: come in as if the person left the list, where nothing is measured by the whole programme", () => {
    let coming = 0;
    fc.assert(
      fc.property(crowded, (input) => {
        const alone = {
          ...input,
          mentors: input.mentors.map((entry) => ({ ...entry, choices: [], avoid: [] })),
          mentees: input.mentees.map((entry) => ({ ...entry, choices: [], avoid: [] })),
        };
        coming += expectReserves(alone, { criteria: [topics()], rules: [] }, leavingTheList);
      }),
      runs(40),
    );
    expect(coming).toBeGreaterThan(shareOf(8));
  });

  it("A2: say so where minimum loads or quotas cannot be met without the person", () => {
    const mentor = { id: "a", teaches: ["AI"] };
    const mentee = { id: "b", learns: ["AI"], minimumLoad: 1 };
    const needed = createMatcher({ mentors: [mentor], mentees: [mentee] }, { rules: [] }).reserves({ mentorId: "a" });
    expect(needed).toMatchObject({ status: "infeasible", entering: [], leaving: [] });
    const two = { mentors: [mentor, { id: "c", teaches: ["AI"] }], mentees: [{ id: "b", learns: ["AI"] }] };
    const quotas = [quota("theirs", { mentor: { id: ["a"] } }, { min: 1 })];
    const counted = createMatcher(two, { rules: [], quotas });
    expect(counted.reserves({ mentorId: "a" }).status).toBe("infeasible");
    expect(counted.reserves({ mentorId: "c" })).toMatchObject({ status: "optimal", entering: [], people: 0 });
  });

  it("are listed best pairs first, ties by id, and in both languages with the same numbers", () => {
    const all = ["AI", "SQL", "Go", "Rust"];
    const mentors = [
      { id: "x", teaches: all, capacity: 2 },
      { id: "a", teaches: ["AI"] },
      { id: "b", teaches: ["AI", "SQL"] },
    ];
    const options: MatchOptions = { objective: "score", criteria: [topics()], rules: [] };
    const mentees = [
      { id: "p", learns: ["AI", "SQL", "Go"] },
      { id: "q", learns: all },
    ];
    const { entering, en, tr } = createMatcher({ mentors, mentees }, options).reserves({ mentorId: "x" });
    expect(entering.map(({ id, pairs }) => [id, pairs[0]?.menteeId])).toEqual([
      ["b", "p"],
      ["a", "q"],
    ]);
    expect(en).toBe("2 people would get a place, and nobody else would be left without.");
    expect(tr).toBe("Yeni eşleşen: 2 kişi; eşleşmesiz kalan: 0 kişi.");
    const alike = mentors.map((mentor) => ({ ...mentor, teaches: mentor.id === "x" ? all : ["AI"] }));
    const tied = createMatcher({ mentors: alike, mentees: mentees.map(({ id }) => ({ id, learns: all })) }, options);
    expect(tied.reserves({ mentorId: "x" }).entering.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("need a plan and somebody in the programme", () => {
    const input = { mentors: [{ id: "a", teaches: ["AI"], minimumLoad: 1 }], mentees: [] };
    const matcher = createMatcher(input, { rules: [] });
    expect(thrownBy(() => matcher.reserves({ mentorId: "a" }))).toMatchObject({ code: "NO_PRICES" });
    const empty = createMatcher({ mentors: [], mentees: [] }, { rules: [] });
    expect(thrownBy(() => empty.reserves({ mentorId: "a" }))).toMatchObject({ code: "ID_UNKNOWN" });
  });
});
