import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createMatcher,
  type MatchedResult,
  type MatchInput,
  type MatchOptions,
  matchPairs,
  noReportingLine,
  type PlanFigures,
  quota,
  topics,
} from "../../../src/index.ts";
import { assignmentProblem } from "../../../src/plan/pool.ts";
import { foldText } from "../../../src/base/text.ts";
import { allChoices, type Listed } from "../../support/all-choices.ts";
import { byId, graphOf, pairText } from "../../support/graph-of.ts";
import { programmes } from "../../support/programmes.ts";
import { order, reordered } from "../../support/reordered.ts";
import { thrownBy } from "../../support/thrown-by.ts";
import { tellsPoints } from "../../support/told-points.ts";
import { runs, shareOf } from "../../support/runs.ts";

interface Asked {
  readonly input: MatchInput;
  readonly options: MatchOptions & { readonly objective: "coverage" | "score" };
  readonly plan: MatchedResult;
}

type Options = Asked["options"];

/** With their plans, those whose demands can be met. */
function planned(given: fc.Arbitrary<readonly [MatchInput, Options]>): fc.Arbitrary<Asked> {
  return given
    .map(([input, options]) => {
      const plan = matchPairs(input, options);
      return plan.status === "optimal" ? { input, options, plan } : undefined;
    })
    .filter((each) => each !== undefined);
}

/** Programmes with loads on both sides and pins; few distinct scores in half of them, so that ties abound. */
const asked = planned(
  fc
    .tuple(
      fc.oneof(
        programmes({ largest: 3, minima: true }),
        programmes({ largest: 4, mostCapacity: 1 }),
        programmes({ largest: 3 }),
      ),
      fc.constantFrom("coverage", "score"),
      fc.constantFrom(undefined, [topics()]),
      fc.constantFrom([], [noReportingLine()]),
      fc.option(fc.nat(100), { nil: undefined }),
    )
    .map(([input, objective, criteria, rules, pin]) => {
      const free: Options = { ...(criteria === undefined ? {} : { criteria }), rules, objective };
      const pairs = allowedPairs(input, free);
      const open = pairs.filter((pair) => hasRoom(input, pair));
      const pinned = pin === undefined ? undefined : open[pin % open.length];
      const options: Options = pinned === undefined ? free : { ...free, pins: [pinned] };
      return { input, options, count: pairs.length, open: open.length };
    })
    .filter(({ count, open }) => open >= 4 && count <= 11)
    .map(({ input, options }) => [input, options] as const),
);

interface Ids {
  readonly mentorId: string;
  readonly menteeId: string;
}

function allowedPairs(input: MatchInput, options: MatchOptions): readonly Ids[] {
  const { program, graph } = graphOf(input, options);
  return program.mentees.flatMap(({ id }, row) =>
    Array.from(graph.columnAt.subarray(graph.rowStart[row], graph.rowStart[row + 1]), (column) => ({
      mentorId: program.mentors[column]!.id,
      menteeId: id,
    })),
  );
}

function hasRoom({ mentors, mentees }: MatchInput, { mentorId, menteeId }: Ids): boolean {
  const open = (people: MatchInput["mentors" | "mentees"], own: string): boolean =>
    people.some(({ id, capacity = 1 }) => id === own && capacity > 0);
  return open(mentors, mentorId) && open(mentees, menteeId);
}

/** All plans that hold the pins, the best first, with their pairs as texts; by trying all sets of pairs. */
function listed({ input, options }: Pick<Asked, "input" | "options">): readonly Listed[] {
  const { program, graph } = graphOf(input, options);
  const names = new Map<string, string>(
    program.mentees.flatMap((mentee, row) =>
      program.mentors.map((mentor, column) => [`${row}-${column}`, pairText(mentor.id, mentee.id)] as const),
    ),
  );
  const pins = (options.pins ?? []).map(({ mentorId, menteeId }) => pairText(mentorId, menteeId));
  return allChoices(assignmentProblem(program, graph, options.objective))
    .map((choice) => ({ ...choice, pairs: choice.pairs.map((pair) => names.get(pair)!) }))
    .filter(({ pairs }) => pins.every((pin) => pairs.includes(pin)));
}

function texts(pairs: readonly Ids[]): string[] {
  return pairs.map(({ mentorId, menteeId }) => pairText(mentorId, menteeId));
}

function placed({ totals }: PlanFigures): number {
  return totals.placedMentors + totals.placedMentees;
}

describe("plans", () => {
  it("X3: are all plans in their order, the best first, by listing all sets of pairs", () => {
    let plans = 0;
    let tied = 0;
    fc.assert(
      fc.property(asked, fc.constantFrom(10_000, 7, 1), ({ input, options, plan }, count) => {
        const all = listed({ input, options });
        const known = count === 10_000 && all.length > 200 ? 60 : count;
        const found = createMatcher(input, options).plans(known);
        expect(found.map(({ pairs }) => texts(pairs))).toEqual(all.slice(0, known).map(({ pairs }) => pairs));
        expect(found.map(({ totals }) => totals.score)).toEqual(all.slice(0, known).map(({ total }) => total));
        if (options.objective === "coverage") {
          expect(found.map(placed)).toEqual(all.slice(0, known).map((each) => each.placed));
        }
        expect(found[0]).toMatchObject({
          pairs: plan.pairs.map(({ mentorId, menteeId, score }) => ({ mentorId, menteeId, score })),
          comparison: { lost: [], gained: [], people: [] },
        });
        plans += found.length;
        tied += found.filter(({ totals }, rank) => totals.score === found[rank - 1]?.totals.score).length;
      }),
      runs(30),
    );
    expect(plans).toBeGreaterThan(shareOf(50));
    expect(tied).toBeGreaterThan(shareOf(8));
  });

  it("R5: each is the first without what is lost and with what is gained, and tells the difference in both languages", () => {
    fc.assert(
      fc.property(asked, ({ input, options }) => {
        const [first, ...others] = createMatcher(input, options).plans(5);
        for (const { comparison, pairs, totals, en, tr } of others) {
          const gone = new Set(texts(comparison.lost));
          const patched = [...texts(first!.pairs).filter((pair) => !gone.has(pair)), ...texts(comparison.gained)];
          expect(patched.sort()).toEqual(texts(pairs).sort());
          const score = Math.abs(totals.score - first!.totals.score);
          if (score > 0) expect([tellsPoints(en, score, "en"), tellsPoints(tr, score, "tr")]).toEqual([true, true]);
        }
      }),
      runs(25),
    );
  });
});

describe("certainPairs", () => {
  it("X3: are the pairs of the plan that all optimal plans hold, by listing all sets of pairs", () => {
    let open = 0;
    fc.assert(
      fc.property(asked, ({ input, options }) => {
        const all = listed({ input, options });
        const optima = all.filter(({ placed: people, total }) => people === all[0]!.placed && total === all[0]!.total);
        const inSome = [...new Set(optima.flatMap(({ pairs }) => pairs))];
        const { pairs, possible, en } = createMatcher(input, options).certainPairs();
        const inAll = all[0]!.pairs.filter((pair) => optima.every((each) => each.pairs.includes(pair)));
        expect(texts(pairs)).toEqual(inAll);
        expect(possible).toBe(inSome.length);
        expect(en.startsWith("No other plan")).toBe(optima.length === 1);
        if (optima.length > 1) open += 1;
      }),
      runs(40),
    );
    expect(open).toBeGreaterThan(shareOf(4));
  });

  it("E4: a pair of the plan can be banned at no cost if and only if it is not certain", () => {
    fc.assert(
      fc.property(asked, ({ input, options, plan }) => {
        const certain = new Set(texts(createMatcher(input, options).certainPairs().pairs));
        const pins = new Set(texts(options.pins ?? []));
        for (const pair of plan.pairs) {
          const text = pairText(pair.mentorId, pair.menteeId);
          if (pins.has(text)) continue;
          const without = listed({ input, options }).find(({ pairs }) => !pairs.includes(text));
          const isAsGood =
            without?.total === plan.totals.score && (options.objective === "score" || without.placed === placed(plan));
          expect(certain.has(text)).toBe(!isAsGood);
        }
      }),
      runs(25),
    );
  });
});

/** The programme with one more place at a person. */
function withPlace(input: MatchInput, side: "mentor" | "mentee", id: string): MatchInput {
  const more = <Entry extends { readonly id: string; readonly capacity?: number | undefined }>(
    entries: readonly Entry[],
  ) => entries.map((entry) => (entry.id === id ? { ...entry, capacity: (entry.capacity ?? 1) + 1 } : entry));
  return side === "mentor" ? { ...input, mentors: more(input.mentors) } : { ...input, mentees: more(input.mentees) };
}

function matched(result: ReturnType<typeof matchPairs>): MatchedResult {
  if (result.status !== "optimal") throw new Error("expected pairs");
  return result;
}

const larger = planned(
  fc
    .tuple(
      fc.oneof(programmes({ largest: 6, minima: true }), programmes({ largest: 7, mostCapacity: 1 })),
      fc.constantFrom("coverage", "score"),
    )
    .map(([input, objective]) => [input, { objective, rules: [] }] as const)
    .filter(([{ mentors, mentees }]) => mentors.length > 1 && mentees.length > 1),
);

describe("placeValues", () => {
  it("D8, E3: each figure is the difference to a fresh match with that place, at most the price and at least the loss of none", () => {
    let gaining = 0;
    fc.assert(
      fc.property(fc.oneof(asked, larger), fc.constantFrom("mentor", "mentee"), ({ input, options, plan }, side) => {
        const values = createMatcher(input, options).placeValues(side);
        const entries = side === "mentor" ? input.mentors : input.mentees;
        expect(values.map(({ id }) => id).sort()).toEqual(entries.map(({ id }) => id).sort());
        const proof = plan.proof.kind === "prices" ? plan.proof : undefined;
        const prices = new Map(proof?.[side === "mentor" ? "mentors" : "mentees"].map(({ id, price }) => [id, price]));
        for (const { id, people, score, en, tr } of values) {
          const fresh = matched(matchPairs(withPlace(input, side, id), options));
          const expected = options.objective === "score" ? 0 : placed(fresh) - placed(plan);
          expect({ people, score }).toEqual({ people: expected, score: fresh.totals.score - plan.totals.score });
          const { capacity = 1 } = entries.find((entry) => entry.id === id)!;
          const worth = people * (proof?.placement ?? 0) + score;
          if (capacity > 0) expect(worth).toBeLessThanOrEqual(Math.max(0, prices.get(id)!));
          if (worth === 0) continue;
          gaining += 1;
          const points = Math.abs(score);
          if (points > 0) expect([tellsPoints(en, points, "en"), tellsPoints(tr, points, "tr")]).toEqual([true, true]);
        }
      }),
      runs(40),
    );
    expect(gaining).toBeGreaterThan(shareOf(15));
  });

  it("D8: the price is at most the loss of one place fewer", () => {
    let losing = 0;
    fc.assert(
      fc.property(larger, ({ input, options, plan }) => {
        if (plan.proof.kind !== "prices") throw new Error("expected prices");
        const { placement, mentors } = plan.proof;
        for (const { id, price } of mentors) {
          const { capacity = 1, minimumLoad = 0 } = input.mentors.find((mentor) => mentor.id === id)!;
          if (capacity === 0 || minimumLoad === capacity || price <= 0) continue;
          const fewer = input.mentors.map((mentor) =>
            mentor.id === id ? { ...mentor, capacity: capacity - 1 } : mentor,
          );
          const less = matchPairs({ ...input, mentors: fewer }, options);
          if (less.status !== "optimal") continue;
          losing += 1;
          const people = options.objective === "score" ? 0 : placed(plan) - placed(less);
          expect(people * placement + plan.totals.score - less.totals.score).toBeGreaterThanOrEqual(price);
        }
      }),
      runs(80),
    );
    expect(losing).toBeGreaterThan(shareOf(10));
  });

  it("C4: a second place more never adds more than the first did, in what the objective counts first", () => {
    let smaller = 0;
    fc.assert(
      fc.property(larger, ({ input, options }) => {
        const firstOf = (value: { readonly people: number; readonly score: number } | undefined): number =>
          (options.objective === "score" ? value?.score : value?.people) ?? 0;
        for (const value of createMatcher(input, options).placeValues("mentor")) {
          const next = createMatcher(withPlace(input, "mentor", value.id), options).placeValues("mentor");
          const second = firstOf(next.find(({ id }) => id === value.id));
          expect(second).toBeGreaterThanOrEqual(0);
          expect(second).toBeLessThanOrEqual(firstOf(value));
          if (second < firstOf(value)) smaller += 1;
        }
      }),
      runs(30),
    );
    expect(smaller).toBeGreaterThan(shareOf(1));
  });

  it("D8: is sorted by people, then points, then id", () => {
    fc.assert(
      fc.property(larger, ({ input, options }) => {
        const values = createMatcher(input, options).placeValues("mentor");
        const sorted = [...byId(values)].sort((a, b) => b.people - a.people || b.score - a.score);
        expect(values).toEqual(sorted);
      }),
      runs(25),
    );
  });
});

describe("topicValues", () => {
  it("E3: each figure is that of a place at a mentor of the topic, and none of its mentors has a better one", () => {
    fc.assert(
      fc.property(larger, ({ input, options, plan }) => {
        const matcher = createMatcher(input, options);
        const places = matcher.placeValues("mentor");
        const values = matcher.topicValues();
        expect([...values].map(({ topic }) => topic).sort()).toEqual(plan.demand.map(({ topic }) => topic).sort());
        for (const { topic, place, offeredBy } of values) {
          const offering = input.mentors.filter(({ teaches }) =>
            teaches.some((item) => foldText(typeof item === "string" ? item : item.topic) === foldText(topic)),
          );
          expect(offering.length).toBe(offeredBy);
          const best = places.find(({ id }) => offering.some((mentor) => mentor.id === id));
          expect(place).toEqual(best === undefined ? null : { id: best.id, people: best.people, score: best.score });
        }
      }),
      runs(25),
    );
  });
});

describe("questions about the whole plan", () => {
  it("X1, X2: are answered in plain data, the same whatever the order in which the input lists things", () => {
    const answers = (input: MatchInput, options: MatchOptions) => {
      const matcher = createMatcher(input, options);
      return {
        plans: matcher.plans(4),
        certain: matcher.certainPairs(),
        places: [matcher.placeValues("mentor"), matcher.placeValues("mentee")],
        topics: matcher.topicValues(),
        weights: matcher.weightRanges(),
      };
    };
    fc.assert(
      fc.property(asked, order, ({ input, options }, by) => {
        const told = answers(input, options);
        expect(JSON.parse(JSON.stringify(told))).toEqual(told);
        expect(JSON.stringify(answers(reordered(input, by), options))).toBe(JSON.stringify(told));
      }),
      runs(20),
    );
  });

  it("are refused where the plan has no prices, with a typed error", () => {
    const input = { mentors: [{ id: "a", teaches: ["x"] }], mentees: [{ id: "p", learns: ["x"] }] };
    const stable = createMatcher(input, { rules: [], objective: "stable" });
    for (const ask of ["plans", "certainPairs", "placeValues", "topicValues", "weightRanges"] as const) {
      const error = thrownBy(() =>
        ask === "plans" ? stable.plans(1) : ask === "placeValues" ? stable.placeValues("mentor") : stable[ask](),
      );
      expect(error.code).toBe("NO_PRICES");
    }
    const limited = createMatcher(input, { rules: [], quotas: [quota("any", () => true, { max: 0 })] });
    expect(thrownBy(() => limited.weightRanges()).issues).toMatchObject([{ code: "NO_PRICES", path: "/quotas" }]);
    const matcher = createMatcher(input, { rules: [] });
    expect(thrownBy(() => matcher.plans(0)).issues).toMatchObject([{ code: "NUMBER_RANGE", path: "/count" }]);
    expect(thrownBy(() => matcher.placeValues("people" as "mentor")).code).toBe("VALUE_UNKNOWN");
  });
});
