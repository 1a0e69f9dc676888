import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ban,
  compareResults,
  createMatcher,
  goals,
  type MatchedResult,
  type MatchInput,
  type MatchOptions,
  matchPairs,
  minimumScore,
  type PairOfIds,
  quota,
  type ReserveList,
  type ReserveListEntry,
  topics,
} from "../../../src/index.ts";
import { byId } from "../../support/graph-of.ts";
import { programmes } from "../../support/programmes.ts";
import { order, reordered } from "../../support/reordered.ts";
import { thrownBy } from "../../support/thrown-by.ts";
import { runs, shareOf } from "../../support/runs.ts";

type Side = "mentor" | "mentee";
type Options = MatchOptions & { readonly objective: "coverage" | "score" };

interface Asked {
  readonly input: MatchInput;
  readonly options: Options;
  readonly plan: MatchedResult;
  readonly side: Side;
}

/** Whom the programme holds in and out, and the places opened, by id. */
interface Held {
  readonly side: Side;
  /** With a minimum load of at least 1. */
  readonly kept: readonly string[];
  /** With capacity 0. */
  readonly waiting: readonly string[];
  /** One more place for each time that an id of the other side stands here. */
  readonly places: readonly string[];
}

interface Bounded {
  readonly id: string;
  readonly capacity?: number | undefined;
  readonly minimumLoad?: number | undefined;
}

function held(input: MatchInput, { side, kept, waiting, places }: Held): MatchInput {
  const own = <Entry extends Bounded>(entries: readonly Entry[]): Entry[] =>
    entries.map((entry) => {
      if (waiting.includes(entry.id)) return { ...entry, capacity: 0, minimumLoad: 0 };
      return kept.includes(entry.id) ? { ...entry, minimumLoad: Math.max(1, entry.minimumLoad ?? 0) } : entry;
    });
  const other = <Entry extends Bounded>(entries: readonly Entry[]): Entry[] =>
    entries.map((entry) => ({
      ...entry,
      capacity: (entry.capacity ?? 1) + places.filter((id) => id === entry.id).length,
    }));
  return side === "mentor"
    ? { ...input, mentors: own(input.mentors), mentees: other(input.mentees) }
    : { ...input, mentees: own(input.mentees), mentors: other(input.mentors) };
}

function otherOf(side: Side): Side {
  return side === "mentor" ? "mentee" : "mentor";
}

function entriesOf(input: MatchInput, side: Side): readonly Bounded[] {
  return side === "mentor" ? input.mentors : input.mentees;
}

/** Ids of those of a side who take part, ascending. */
function takingPart(input: MatchInput, side: Side): readonly string[] {
  return byId(entriesOf(input, side)).flatMap(({ id, capacity = 1 }) => (capacity > 0 ? [id] : []));
}

function placedIn({ pairs }: MatchedResult, side: Side): readonly string[] {
  return [...new Set(pairs.map((pair) => pair[`${side}Id`]))];
}

function people({ totals }: { readonly totals: ReserveListEntry["totals"] }): number {
  return totals.placedMentors + totals.placedMentees;
}

/** Below 0 if the first plan is better. */
function compareWorth({ objective }: Options, a: MatchedResult, b: MatchedResult): number {
  return (objective === "score" ? 0 : people(b) - people(a)) || b.totals.score - a.totals.score;
}

interface Called {
  readonly id: string;
  readonly place: string;
  readonly plan: MatchedResult;
}

/** The list by the definition: a fresh match for everybody who waits with one place more at everybody. */
function listed({ input, options, plan, side }: Asked): readonly Called[] {
  const list: Called[] = [];
  const kept = [...placedIn(plan, side)];
  const waiting = takingPart(input, side).filter((id) => !kept.includes(id));
  const places: string[] = [];
  for (;;) {
    let best: Called | undefined;
    for (const id of waiting) {
      for (const place of takingPart(input, otherOf(side))) {
        const programme = held(input, {
          side,
          kept: [...kept, id],
          waiting: waiting.filter((each) => each !== id),
          places: [...places, place],
        });
        const found = matchPairs(programme, options);
        if (found.status === "infeasible") continue;
        if (best === undefined || compareWorth(options, found, best.plan) < 0) best = { id, place, plan: found };
      }
    }
    if (best === undefined) return list;
    list.push(best);
    kept.push(best.id);
    places.push(best.place);
    waiting.splice(waiting.indexOf(best.id), 1);
  }
}

const TOPICS = ["AI", "SQL", "Law"];
const GOALS = ["growth", "voice"];

const member = fc.record({
  topics: fc.subarray(TOPICS, { minLength: 1 }),
  goals: fc.subarray(GOALS),
  capacity: fc.constantFrom(0, 1, 1, 1, 1, 1, 2, 3),
  minimumLoad: fc.constantFrom(0, 0, 0, 0, 0, 1),
});

const MENTORS = ["10", "9", "__proto__", "x~/y", "k"];
const MENTEES = ["p", "constructor", "ökan", "1e5", "Zed"];

/** Programmes of which one side is mostly too large for the places of the other; few scores, so that ties abound. */
const uneven: fc.Arbitrary<MatchInput> = fc
  .tuple(
    fc.array(member, { minLength: 5, maxLength: 5 }),
    fc.array(member, { minLength: 5, maxLength: 5 }),
    fc.constantFrom([2, 5], [3, 5], [3, 4], [5, 2], [4, 3], [4, 4]),
  )
  .map(([mentors, mentees, [mentorCount, menteeCount]]) => ({
    mentors: mentors.slice(0, mentorCount).map(({ topics: teaches, ...entry }, at) => {
      return { ...entry, id: MENTORS[at] ?? "", teaches, minimumLoad: Math.min(entry.minimumLoad, entry.capacity) };
    }),
    mentees: mentees.slice(0, menteeCount).map(({ topics: learns, ...entry }, at) => {
      return { ...entry, id: MENTEES[at] ?? "", learns, minimumLoad: Math.min(entry.minimumLoad, entry.capacity) };
    }),
  }));

/** Programmes that can be matched; some pairs banned, and one pinned in some. */
const asked: fc.Arbitrary<Asked> = fc
  .record({
    input: fc.oneof(
      { weight: 5, arbitrary: uneven },
      { weight: 1, arbitrary: programmes({ largest: 4, minima: true, mostCapacity: 2 }) },
    ),
    objective: fc.constantFrom<Options["objective"]>("coverage", "score"),
    criteria: fc.constantFrom([topics()], [topics({ weight: 2 }), goals({ weight: 1 })]),
    rules: fc.constantFrom([], [], [minimumScore(0.3)]),
    banned: fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { maxLength: 8 }),
    isPinned: fc.constantFrom(false, false, true),
    side: fc.constantFrom<Side>("mentor", "mentee"),
  })
  .map(({ input, objective, criteria, rules, banned, isPinned, side }): Asked | undefined => {
    const pairs = banned.flatMap(([mentor, mentee]) => {
      const mentorId = input.mentors[mentor % input.mentors.length]?.id;
      const menteeId = input.mentees[mentee % input.mentees.length]?.id;
      return mentorId === undefined || menteeId === undefined ? [] : [{ mentorId, menteeId }];
    });
    const free: Options = { criteria, rules: [...rules, ban(pairs)], objective };
    const plan = matchPairs(input, free);
    if (plan.status === "infeasible") return undefined;
    const options = isPinned ? { ...free, pins: plan.pairs.slice(-1) } : free;
    const pinned = isPinned ? matchPairs(input, options) : plan;
    return pinned.status === "infeasible" ? undefined : { input, options, plan: pinned, side };
  })
  .filter((each) => each !== undefined);

/** Those in which somebody who takes part is left out. */
const crowded = asked.filter(({ input, plan, side }) => placedIn(plan, side).length < takingPart(input, side).length);

function listOf({ input, options, side }: Asked): ReserveList {
  return createMatcher(input, options).reserveList(side);
}

describe("reserveList", () => {
  it("E3: each entry is the best fresh match with one more called and one place more, of all of them", () => {
    const met = { entries: 0, later: 0, chained: 0, score: 0 };
    fc.assert(
      fc.property(crowded, (given) => {
        const { side, plan, options } = given;
        const list = listOf(given);
        const expected = listed(given);
        expect(list.entries.map(({ number, id, place }) => ({ number, id, place }))).toEqual(
          expected.map(({ id, place }, at) => ({ number: at + 1, id, place: { side: otherOf(side), id: place } })),
        );
        let before = plan;
        for (const [at, entry] of list.entries.entries()) {
          const { plan: after, id } = expected[at]!;
          const { pairs, placedMentors, placedMentees, score } = after.totals;
          expect(entry.totals).toEqual({ pairs, placedMentors, placedMentees, score });
          expect(entry.people).toBe(people(after) - people(before));
          expect(entry.score).toBe(score - before.totals.score);
          expect(entry.pairs).toEqual(
            after.pairs
              .filter((pair) => pair[`${side}Id`] === id)
              .map((pair) => ({ mentorId: pair.mentorId, menteeId: pair.menteeId, score: pair.score })),
          );
          const moves = compareResults(before, after).people.filter(
            (person) => person.change !== "kept" && !(person.side === side && person.id === id),
          );
          expect(entry.moves).toEqual(
            moves.map((move) => ({ side: move.side, id: move.id, before: move.before, after: move.after })),
          );
          met.entries += 1;
          if (at > 0) met.later += 1;
          if (!entry.pairs.some((pair) => pair[`${otherOf(side)}Id`] === entry.place.id)) met.chained += 1;
          if (options.objective === "score") met.score += 1;
          before = after;
        }
      }),
      runs(120),
    );
    expect(met.entries).toBeGreaterThan(shareOf(20));
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(shareOf(1));
  });

  it("E3: the first entries are together the best so many people with so many places", () => {
    let several = 0;
    fc.assert(
      fc.property(crowded, ({ input, options, plan, side }) => {
        const kept = placedIn(plan, side);
        const waiting = takingPart(input, side).filter((id) => !kept.includes(id));
        const others = takingPart(input, otherOf(side));
        const { entries } = createMatcher(input, options).reserveList(side, { limit: 2 });
        for (const [at, { totals }] of entries.entries()) {
          const wants = (found: MatchedResult): number => {
            const more = options.objective === "score" ? 0 : people(found) - people({ totals });
            return more === 0 ? found.totals.score - totals.score : more;
          };
          let best = -Infinity;
          for (const called of subsets(waiting, at + 1)) {
            for (const places of multisets(others, at + 1)) {
              const asked = { side, kept: [...kept, ...called], places };
              const programme = held(input, { ...asked, waiting: waiting.filter((id) => !called.includes(id)) });
              const found = matchPairs(programme, options);
              if (found.status !== "infeasible") best = Math.max(best, wants(found));
            }
          }
          expect(best).toBe(0);
          if (at > 0) several += 1;
        }
      }),
      runs(60),
    );
    expect(several).toBeGreaterThan(shareOf(2));
  });

  it("E3: for coverage each plan is as good as a free match with its places", () => {
    let entriesMet = 0;
    fc.assert(
      fc.property(crowded, ({ input, options: given, side }) => {
        const options: Options = { ...given, objective: "coverage" };
        if (matchPairs(input, options).status === "infeasible") return;
        const { entries } = createMatcher(input, options).reserveList(side);
        for (const [at, { totals, people: more }] of entries.entries()) {
          const places = entries.slice(0, at + 1).map(({ place }) => place.id);
          const free = matched(matchPairs(held(input, { side, kept: [], waiting: [], places }), options));
          const { placedMentors, placedMentees, score } = totals;
          expect(free.totals).toMatchObject({ placedMentors, placedMentees, score });
          expect(more).toBe(1);
          entriesMet += 1;
        }
      }),
      runs(100),
    );
    expect(entriesMet).toBeGreaterThan(shareOf(20));
  });

  it("C20: for coverage the rest of the list is the list of the programme in which the first has been called", () => {
    let rests = 0;
    fc.assert(
      fc.property(crowded, ({ input, options, plan, side }) => {
        if (options.objective === "score") return;
        const matcher = createMatcher(input, options);
        const [first, ...rest] = matcher.reserveList(side).entries;
        if (first === undefined) return;
        const kept = [...placedIn(plan, side), first.id];
        const { mentors, mentees } = held(input, { side, kept, waiting: [], places: [first.place.id] });
        const set = (entries: readonly Bounded[]) =>
          entries.map(({ id, capacity, minimumLoad }) => ({ id, capacity, minimumLoad }));
        const { matcher: after } = matcher.whatIf({ mentors: { set: set(mentors) }, mentees: { set: set(mentees) } });
        const unnumbered = ({ id, place, pairs, people: more, score, moves, totals }: ReserveListEntry) => {
          return { id, place, pairs, more, score, moves, totals };
        };
        expect(after.reserveList(side).entries.map(unnumbered)).toEqual(rest.map(unnumbered));
        if (rest.length > 0) rests += 1;
      }),
      runs(120),
    );
    expect(rests).toBeGreaterThan(shareOf(1));
  });

  it("D8: the first entry adds what placeValues tells of its place and no place more, for score at most that", () => {
    let firsts = 0;
    fc.assert(
      fc.property(crowded, ({ input, options, side }) => {
        const matcher = createMatcher(input, options);
        const [first] = matcher.reserveList(side, { limit: 1 }).entries;
        if (first === undefined) return;
        const takePart = takingPart(input, otherOf(side));
        const values = matcher.placeValues(otherOf(side)).filter(({ id }) => takePart.includes(id));
        const own = values.find(({ id }) => id === first.place.id)!;
        firsts += 1;
        if (options.objective === "score") {
          expect(first.score).toBeLessThanOrEqual(own.score);
          return;
        }
        for (const value of [own, values[0]!]) {
          expect({ people: first.people, score: first.score }).toEqual({ people: value.people, score: value.score });
        }
      }),
      runs(120),
    );
    expect(firsts).toBeGreaterThan(shareOf(10));
  });

  it("D8: figures never rise along the list", () => {
    let falls = 0;
    fc.assert(
      fc.property(crowded, (given) => {
        const { entries } = listOf(given);
        for (const [at, { score }] of entries.slice(1).entries()) {
          expect(score).toBeLessThanOrEqual(entries[at]!.score);
          if (score < entries[at]!.score) falls += 1;
        }
      }),
      runs(120),
    );
    expect(falls).toBeGreaterThan(0);
  });

  it("E3: holds everybody of the side who comes in for anybody, and no reserve adds more than a place at the partner", () => {
    let entering = 0;
    fc.assert(
      fc.property(crowded, ({ input, options, plan, side }) => {
        const matcher = createMatcher(input, options);
        const listedIds = matcher.reserveList(side).entries.map(({ id }) => id);
        const values = matcher.placeValues(otherOf(side));
        for (const id of placedIn(plan, side)) {
          const reserves = matcher.reserves(side === "mentor" ? { mentorId: id } : { menteeId: id });
          if (reserves.status === "infeasible") continue;
          const own = reserves.entering.filter((each) => each.side === side);
          for (const each of own) expect(listedIds).toContain(each.id);
          entering += own.length;
          const [pair, ...others] = plan.pairs.filter((each) => each[`${side}Id`] === id);
          if (pair === undefined || others.length > 0) continue;
          const value = values.find((each) => each.id === pair[`${otherOf(side)}Id`])!;
          const [more, score] = [reserves.people + 1, reserves.score + pair.score];
          if (options.objective === "coverage") expect(more).toBeLessThanOrEqual(value.people);
          if (options.objective === "score" || more === value.people) expect(score).toBeLessThanOrEqual(value.score);
        }
      }),
      runs(120),
    );
    expect(entering).toBeGreaterThan(shareOf(5));
  });

  it("E3: leaves to the end, with their codes, those whom no places at everybody together could place", () => {
    const met = { never: 0, listed: 0 };
    fc.assert(
      fc.property(asked, ({ input, options, plan, side }) => {
        const { entries, never, further } = createMatcher(input, options).reserveList(side);
        expect(further).toBe(0);
        const out = plan.unmatched.filter((each) => each.side === side);
        const listedIds = entries.map(({ id }) => id);
        expect([...listedIds, ...never.map(({ id }) => id)].sort()).toEqual(out.map(({ id }) => id).sort());
        const others = takingPart(input, otherOf(side));
        const kept = placedIn(plan, side);
        for (const { id, code, reasons } of out) {
          const takesPart = takingPart(input, side).includes(id);
          const places = [...others, ...others, ...others, ...others, ...others];
          const wide = held(input, { side, kept: [...kept, id], waiting: [], places });
          const isPossible = takesPart && matchPairs(wide, options).status === "optimal";
          expect([id, listedIds.includes(id)]).toEqual([id, isPossible]);
          met[isPossible ? "listed" : "never"] += 1;
          if (!isPossible) expect(never).toContainEqual({ id, code, reasons });
        }
      }),
      runs(120),
    );
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(shareOf(5));
  });

  it("is as long as the limit says, and tells how many would follow", () => {
    let cut = 0;
    fc.assert(
      fc.property(crowded, fc.integer({ min: 1, max: 3 }), ({ input, options, side }, limit) => {
        const all = createMatcher(input, options).reserveList(side);
        const some = createMatcher(input, options).reserveList(side, { limit });
        expect(some.entries).toEqual(all.entries.slice(0, limit));
        expect(some.further).toBe(Math.max(0, all.entries.length - limit));
        expect(some.never).toEqual(all.never);
        if (some.further > 0) cut += 1;
      }),
      runs(60),
    );
    expect(cut).toBeGreaterThan(0);
  });

  it("X1, X2: is plain data, the same whatever the order in which the input lists things", () => {
    let entriesMet = 0;
    fc.assert(
      fc.property(crowded, order, (given, by) => {
        const list = listOf(given);
        expect(JSON.parse(JSON.stringify(list))).toEqual(list);
        expect(JSON.stringify(listOf({ ...given, input: reordered(given.input, by) }))).toBe(JSON.stringify(list));
        entriesMet += list.entries.length;
      }),
      runs(60),
    );
    expect(entriesMet).toBeGreaterThan(shareOf(10));
  });

  it("E6: tells the same figures in both languages", () => {
    const input: MatchInput = {
      mentors: [
        { id: "ada", teaches: ["AI", "SQL"] },
        { id: "bo", teaches: ["Law"] },
      ],
      mentees: [
        { id: "cem", learns: ["AI", "SQL"] },
        { id: "dia", learns: ["AI", "Law", "Go"] },
        { id: "ece", learns: ["Law"] },
        { id: "far", learns: ["SQL"], capacity: 0 },
      ],
    };
    const list = createMatcher(input, { rules: [minimumScore(0.2)], criteria: [topics()] }).reserveList("mentee");
    expect(list).toMatchObject({
      en: "1 mentee can be called in this order if places come free. 1 cannot, however many come free.",
      tr: "Yer açıldıkça bu sırayla çağrılabilecek mentee sayısı: 1. Kaç yer açılırsa açılsın eşleşemeyen: 1.",
      further: 0,
      never: [{ id: "far", code: "notThisRound" }],
    });
    expect(list.entries).toMatchObject([
      {
        number: 1,
        id: "dia",
        place: { side: "mentor", id: "ada" },
        pairs: [{ mentorId: "ada", menteeId: "dia", score: 333_333 }],
        people: 1,
        score: 333_333,
        moves: [{ side: "mentor", id: "ada", before: ["cem"], after: ["cem", "dia"] }],
        totals: { pairs: 3, placedMentors: 2, placedMentees: 3, score: 2_333_333 },
        en: "1. dia, with one more place at the mentor ada: 1 person more, 33 points more; paired with ada. Nobody else on this side would change partners.",
        tr: "1. dia, ada (mentor) bir kişi daha kabul ederse: 1 kişi daha eşleşir, toplam 33 puan artar; eşleşme: ada. Bu tarafta eşleşmesi değişecek başka kişi sayısı: 0.",
      },
    ]);
  });

  it("E3: for score it calls somebody where a free match would move somebody else to the place", () => {
    const input: MatchInput = {
      mentors: [
        { id: "ada", teaches: ["AI", "SQL"] },
        { id: "bo", teaches: ["AI"] },
      ],
      mentees: [
        { id: "cem", learns: ["AI", "SQL"] },
        { id: "dia", learns: ["AI", "SQL"] },
        { id: "ece", learns: ["AI", "Law", "Go"] },
      ],
    };
    const options: Options = {
      objective: "score",
      criteria: [topics()],
      rules: [ban([{ mentorId: "bo", menteeId: "ece" }])],
    };
    const matcher = createMatcher(input, options);
    const free = matched(matcher.whatIf({ mentors: { set: [{ id: "ada", capacity: 2 }] } }).result);
    expect(placedIn(free, "mentee")).toEqual(["cem", "dia"]);
    expect(free.totals.score).toBe(2_000_000);
    const [first] = matcher.reserveList("mentee").entries;
    expect(first).toMatchObject({ id: "ece", place: { id: "ada" }, people: 1, score: 333_333 });
  });

  it("E3: nobody who is placed gives the place up where plans with one more called are tied", () => {
    const input: MatchInput = {
      mentors: [
        { id: "m0", teaches: ["Go"] },
        { id: "m1", teaches: ["Go"] },
        { id: "m2", teaches: ["AI"] },
      ],
      mentees: ["p0", "p1", "p2", "p3"].map((id) => ({ id, learns: ["AI"], capacity: id < "p2" ? 2 : 1 })),
    };
    const banned = ["m0-p0", "m0-p1", "m1-p0", "m2-p2"].map((pair) => pairOf(pair));
    const options: Options = { objective: "score", criteria: [topics()], rules: [ban(banned)] };
    const matcher = createMatcher(input, options);
    expect(placedIn(matched(matcher.match()), "mentee")).toEqual(["p0", "p1", "p2"]);
    const [first] = matcher.reserveList("mentee").entries;
    expect(first).toMatchObject({ id: "p3", place: { id: "m2" }, totals: { placedMentees: 4 } });
    const loose = held(input, { side: "mentee", kept: ["p3"], waiting: [], places: ["m2"] });
    expect(placedIn(matched(matchPairs(loose, options)), "mentee")).toEqual(["p0", "p1", "p3"]);
  });

  it("E3: nobody who waits comes in beside the one called where plans are tied", () => {
    const input: MatchInput = {
      mentors: ["m0", "m1", "m2", "m3"].map((id) => ({ id, teaches: [id === "m0" ? "AI" : "Go"] })),
      mentees: ["p0", "p1", "p2", "p3", "p4"].map((id) => {
        return { id, learns: [id === "p1" ? "AI" : "SQL"], capacity: id === "p2" ? 2 : 1 };
      }),
    };
    const allowed = new Set(["m0-p0", "m1-p0", "m0-p1", "m2-p2", "m3-p2", "m0-p3", "m2-p3", "m1-p4"]);
    const banned = input.mentors
      .flatMap((mentor) => input.mentees.map((mentee) => `${mentor.id}-${mentee.id}`))
      .filter((pair) => !allowed.has(pair))
      .map((pair) => pairOf(pair));
    const options: Options = { objective: "score", criteria: [topics()], rules: [ban(banned)] };
    const { entries } = createMatcher(input, options).reserveList("mentee");
    expect(entries.map(({ id, totals }) => [id, totals.placedMentees])).toEqual([
      ["p3", 4],
      ["p4", 5],
    ]);
    const loose = held(input, { side: "mentee", kept: ["p0", "p1", "p2", "p3"], waiting: [], places: ["m0"] });
    expect(placedIn(matched(matchPairs(loose, options)), "mentee")).toEqual(["p0", "p1", "p2", "p3", "p4"]);
  });

  it("is refused where the plan has no prices, and for what is no question, with a typed error", () => {
    const input = { mentors: [{ id: "a", teaches: ["x"] }], mentees: [{ id: "p", learns: ["x"] }] };
    const needy = { ...input, mentees: [{ id: "p", learns: ["x"], minimumLoad: 1 }], mentors: [] };
    for (const matcher of [
      createMatcher(input, { rules: [], objective: "stable" }),
      createMatcher(input, { rules: [], objective: "fair" }),
      createMatcher(input, { rules: [], quotas: [quota("any", () => true, { max: 0 })] }),
      createMatcher(needy, { rules: [] }),
    ]) {
      expect(thrownBy(() => matcher.reserveList("mentee")).code).toBe("NO_PRICES");
    }
    const matcher = createMatcher(input, { rules: [] });
    const issuesOf = (side: unknown, options?: unknown) =>
      thrownBy(() => matcher.reserveList(side as Side, options as { readonly limit?: number })).issues;
    expect(issuesOf("mentees")).toMatchObject([{ code: "VALUE_UNKNOWN", path: "/side" }]);
    expect(issuesOf("mentee", null)).toMatchObject([{ code: "FIELD_TYPE", path: "" }]);
    expect(issuesOf("mentee", [])).toMatchObject([{ code: "FIELD_TYPE", path: "" }]);
    expect(issuesOf("mentee", { limt: 3 })).toMatchObject([{ code: "FIELD_UNKNOWN", path: "/limt" }]);
    for (const limit of [0, -1, 1.5, NaN, Infinity, "3"]) {
      expect(issuesOf("mentee", { limit })).toMatchObject([{ code: "NUMBER_RANGE", path: "/limit" }]);
    }
    expect(createMatcher({ mentors: [], mentees: [] }).reserveList("mentor")).toMatchObject({ entries: [], never: [] });
  });
});

/** A pair told as mentor-mentee. */
function pairOf(text: string): PairOfIds {
  const [mentorId = "", menteeId = ""] = text.split("-");
  return { mentorId, menteeId };
}

function matched(result: ReturnType<typeof matchPairs>): MatchedResult {
  if (result.status === "infeasible") throw new Error("expected pairs");
  return result;
}

/** All sets of so many of the items. */
function subsets<Item>(items: readonly Item[], count: number): readonly (readonly Item[])[] {
  if (count === 0) return [[]];
  return items.flatMap((item, at) => subsets(items.slice(at + 1), count - 1).map((rest) => [item, ...rest]));
}

/** The same with items that may be taken several times. */
function multisets<Item>(items: readonly Item[], count: number): readonly (readonly Item[])[] {
  if (count === 0) return [[]];
  return items.flatMap((item, at) => multisets(items.slice(at), count - 1).map((rest) => [item, ...rest]));
}
