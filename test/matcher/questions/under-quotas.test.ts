import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createMatcher,
  type MatchedResult,
  type MatchInput,
  type MatchOptions,
  matchPairs,
  noReportingLine,
  partnerLimit,
  type PlanFigures,
  type Quota,
  quota,
  topics,
} from "../../../src/index.ts";
import { allPlans, type Plan } from "../../support/all-plans.ts";
import { pairText } from "../../support/graph-of.ts";
import { programmes } from "../../support/programmes.ts";
import { order, reordered } from "../../support/reordered.ts";
import { thrownBy } from "../../support/thrown-by.ts";
import { runs, shareOf } from "../../support/runs.ts";

/** A quota, and what it says of a set of pairs. */
interface Drawn {
  readonly quota: Quota;
  readonly isMet: (pairs: ReadonlySet<string>, input: MatchInput) => boolean;
}

/** Pairs that an arithmetic of their ids picks. */
function picks(salt: number, mentorId: string, menteeId: string): boolean {
  let sum = 7;
  for (const letter of `${salt} ${mentorId} ${menteeId}`) sum = (sum * 31 + letter.codePointAt(0)!) % 1_009;
  return sum % 5 < 2;
}

const drawn = fc.oneof(
  fc
    .record({ salt: fc.nat(50), min: fc.constantFrom(0, 0, 1), more: fc.nat(2) })
    .map(({ salt, min, more }) => (name: string): Drawn => {
      const max = min + more;
      return {
        quota: quota(name, (mentor, mentee) => picks(salt, mentor.id, mentee.id), { min, max }),
        isMet: (pairs, { mentors, mentees }) => {
          const all = mentors.flatMap((mentor) =>
            mentees.filter((mentee) => picks(salt, mentor.id, mentee.id)).map(({ id }) => pairText(mentor.id, id)),
          );
          const count = all.filter((text) => pairs.has(text)).length;
          return count >= min && count <= max;
        },
      };
    }),
  fc.constant((name: string): Drawn => ({
    quota: partnerLimit(name, { of: "mentor", max: 1 }),
    isMet: (pairs, { mentors, mentees }) =>
      mentors.every((mentor) => mentees.filter(({ id }) => pairs.has(pairText(mentor.id, id))).length <= 1),
  })),
);

interface Asked {
  readonly input: MatchInput;
  readonly options: MatchOptions & { readonly objective: "coverage" | "score" };
  readonly quotas: readonly Drawn[];
  readonly plan: MatchedResult;
}

/** Programmes whose plan is one under quotas, with loads on both sides; few distinct scores in half of them. */
const asked = fc
  .tuple(
    fc.oneof(programmes({ largest: 3, minima: true }), programmes({ largest: 4, mostCapacity: 1 })),
    fc.constantFrom("coverage", "score"),
    fc.constantFrom(undefined, [topics()]),
    fc.constantFrom([], [noReportingLine()]),
    fc.array(drawn, { minLength: 1, maxLength: 2 }),
  )
  .map(([input, objective, criteria, rules, list]): Asked | undefined => {
    const quotas = list.map((make, place) => make(`Q${place}`));
    const options = {
      rules,
      objective,
      ...(criteria === undefined ? {} : { criteria }),
      quotas: quotas.map((each) => each.quota),
    };
    const plan = matchPairs(input, options);
    if (plan.status !== "optimal" || plan.proof.kind !== "bound") return undefined;
    if (plan.totals.candidates < 4 || plan.totals.candidates > 12) return undefined;
    return { input, options, quotas, plan };
  })
  .filter((each) => each !== undefined);

/** All plans that meet the quotas, the best first, by trying all sets of pairs. */
function listed({ input, options, quotas }: Asked): readonly Plan[] {
  const isScore = options.objective === "score";
  return allPlans(input, options)
    .filter(({ pairs }) => quotas.every(({ isMet }) => isMet(pairs, input)))
    .sort((a, b) => (isScore ? 0 : b.placed - a.placed) || b.total - a.total);
}

function texts(pairs: readonly { readonly mentorId: string; readonly menteeId: string }[]): readonly string[] {
  return pairs.map(({ mentorId, menteeId }) => pairText(mentorId, menteeId));
}

function placed({ totals }: PlanFigures): number {
  return totals.placedMentors + totals.placedMentees;
}

describe("questions under quotas", () => {
  it("X3: plans are all that meet the quotas, each once, the best first, by listing all sets of pairs", () => {
    let plans = 0;
    fc.assert(
      fc.property(asked, fc.constantFrom(60, 7, 1), (given, count) => {
        const { input, options, plan } = given;
        const all = listed(given);
        const found = createMatcher(input, options).plans(count);
        const figures = (people: number, total: number) => (options.objective === "score" ? total : [people, total]);
        expect(found.map((each) => figures(placed(each), each.totals.score))).toEqual(
          all.slice(0, count).map((each) => figures(each.placed, each.total)),
        );
        const told = found.map(({ pairs }) => texts(pairs).join(" "));
        expect(new Set(told).size).toBe(found.length);
        const known = new Set(all.map(({ pairs }) => [...pairs].sort().join(" ")));
        for (const { pairs } of found) expect(known.has([...texts(pairs)].sort().join(" "))).toBe(true);
        expect(texts(found[0]!.pairs)).toEqual(texts(plan.pairs));
        plans += found.length;
      }),
      runs(25),
    );
    expect(plans).toBeGreaterThan(shareOf(30));
  });

  it("X3: certainPairs are those of the plan that all optimal plans hold, by listing all sets of pairs", () => {
    let open = 0;
    fc.assert(
      fc.property(asked, (given) => {
        const all = listed(given);
        const isScore = given.options.objective === "score";
        const optima = all.filter(({ placed: people, total }) => {
          return (isScore || people === all[0]!.placed) && total === all[0]!.total;
        });
        const { pairs, possible, en } = createMatcher(given.input, given.options).certainPairs();
        expect(texts(pairs)).toEqual(
          texts(given.plan.pairs).filter((pair) => optima.every((each) => each.pairs.has(pair))),
        );
        expect(possible).toBe(new Set(optima.flatMap((each) => [...each.pairs])).size);
        expect(en.startsWith("No other plan")).toBe(optima.length === 1);
        if (optima.length > 1) open += 1;
      }),
      runs(50),
    );
    expect(open).toBeGreaterThan(shareOf(4));
  });

  it("E3: placeValues are the differences to fresh matches with that place", () => {
    let gaining = 0;
    let more = 0;
    fc.assert(
      fc.property(asked, fc.constantFrom("mentor", "mentee"), ({ input, options, plan }, side) => {
        const list = side === "mentor" ? input.mentors : input.mentees;
        const values = createMatcher(input, options).placeValues(side);
        expect(values.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort());
        for (const { id, people, score } of values) {
          const wider = <Entry extends { readonly id: string; readonly capacity?: number | undefined }>(
            entries: readonly Entry[],
          ) => entries.map((entry) => (entry.id === id ? { ...entry, capacity: (entry.capacity ?? 1) + 1 } : entry));
          const fresh = matchPairs(
            side === "mentor"
              ? { ...input, mentors: wider(input.mentors) }
              : { ...input, mentees: wider(input.mentees) },
            options,
          );
          if (fresh.status !== "optimal") throw new Error("expected a proved plan");
          expect(score).toBe(fresh.totals.score - plan.totals.score);
          expect(people).toBe(options.objective === "score" ? 0 : placed(fresh) - placed(plan));
          if (people > 0) more += 1;
          if (score !== 0) gaining += 1;
        }
        const sorted = [...values].sort((a, b) => b.people - a.people || b.score - a.score);
        expect(values.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
      }),
      runs(50),
    );
    expect(gaining).toBeGreaterThan(shareOf(8));
    expect(more).toBeGreaterThan(shareOf(2));
  });

  it("E3: a place that a quota reads is worth what the quota then allows, or refused where it allows nothing", () => {
    const input = { mentors: [{ id: "m", teaches: ["a"] }], mentees: ["p", "q"].map((id) => ({ id, learns: ["a"] })) };
    const wide = (max: number, min: number): MatchOptions => ({
      rules: [],
      quotas: [
        quota("wide", ({ capacity }) => capacity > 1, { min: 0, max }),
        quota("narrow", ({ capacity }) => capacity === 1, { min, max: 1 }),
      ],
    });
    const valueUnder = (options: MatchOptions) => createMatcher(input, options).placeValues("mentor")[0];
    expect(valueUnder(wide(2, 0))).toMatchObject({ id: "m", people: 1 });
    expect(valueUnder(wide(1, 0))).toMatchObject({ id: "m", people: 0 });
    expect(valueUnder(wide(0, 0))).toMatchObject({ id: "m", people: -2 });
    expect(thrownBy(() => valueUnder(wide(2, 1))).code).toBe("OPTION_CONFLICT");
    const served = {
      ...input,
      mentees: input.mentees.slice(0, 1),
      mentors: [...input.mentors, { id: "n", teaches: [] }],
    };
    const barred = [
      quota("none wide", ({ id, capacity }) => id === "m" && capacity > 1, { max: 0 }),
      quota("none at n", { mentor: { id: "n" } }, { max: 0 }),
    ];
    expect(createMatcher(served, { rules: [], quotas: barred }).placeValues("mentor")).toMatchObject([
      { id: "n", people: 0, score: 0 },
      { id: "m", people: -2 },
    ]);
  });

  it("X1, X2: are plain data, the same whatever the order in which the input lists things", () => {
    fc.assert(
      fc.property(asked, order, ({ input, options }, by) => {
        const answers = (programme: MatchInput): unknown => {
          const matcher = createMatcher(programme, options);
          return [matcher.plans(3), matcher.certainPairs(), matcher.placeValues("mentor"), matcher.topicValues()];
        };
        const told = answers(input);
        expect(JSON.parse(JSON.stringify(told))).toEqual(told);
        expect(answers(reordered(input, by))).toEqual(told);
      }),
      runs(15),
    );
  });

  it("K4: end with a typed error where plans are not proved within the work allowed, and never otherwise than without", () => {
    const codes = new Set<string>();
    fc.assert(
      fc.property(asked, fc.integer({ min: 0, max: 400 }), ({ input, options }, work) => {
        const ask = (given: MatchOptions): unknown => {
          const matcher = createMatcher(input, given);
          return [
            matcher.certainPairs(),
            matcher.placeValues("mentor"),
            matcher.plans(3).map(({ totals }) => totals.score),
          ];
        };
        const limited = { ...options, limits: { work } };
        try {
          expect(ask(limited)).toEqual(ask(options));
          codes.add("answered");
        } catch (error) {
          if (!(error instanceof Error && "code" in error)) throw error;
          codes.add(String(error.code));
        }
      }),
      runs(50),
    );
    expect([...codes].sort()).toEqual(["LIMIT_WORK", "NO_PRICES", "answered"]);
  });
});
