import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ban,
  createMatcher,
  exceptFor,
  type MatchedResult,
  type Matcher,
  type MatchInput,
  type MatchOptions,
  minimumScore,
  noReportingLine,
  notAgain,
  type PairOfIds,
  type PersonOfSide,
  quota,
  replay,
  reverse,
  type Rule,
  rule,
  TersineError,
  topics,
} from "../../src/index.ts";
import { servingSeats } from "../../src/solve/sensitivity/serving-seats.ts";
import { solveAssignment } from "../../src/solve/solve-assignment.ts";
import { type Given, moves } from "../support/changes.ts";
import { applied } from "../support/fix-changes.ts";
import { pairText } from "../support/graph-of.ts";
import { programmes } from "../support/programmes.ts";
import { order, reordered } from "../support/reordered.ts";
import { thrownBy } from "../support/thrown-by.ts";
import { runs, shareOf } from "../support/runs.ts";

const MENTOR_IDS = ["10", "9", "__proto__", "e\u0301"] as const;
const MENTEE_IDS = ["9", "constructor", "\u00f6kan", "x~/y"] as const;
const TOPICS = ["AI", "SQL", "Law"];

const member = fc.record({
  topics: fc.subarray(TOPICS, { minLength: 1 }),
  goals: fc.subarray(["growth", "voice"]),
  capacity: fc.constantFrom(0, 1, 1, 1, 1, 2, 2, 3),
  isDemanding: fc.constantFrom(false, false, false, false, false, false, true),
  level: fc.constantFrom(1, 2, 3),
});

/** Programmes in which most pairs are possible and many tied; somebody is on both sides in most, ids are in two forms. */
const dense: fc.Arbitrary<MatchInput> = fc
  .tuple(
    fc.array(member, { minLength: 1, maxLength: 4 }),
    fc.array(member, { minLength: 1, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([mentors, mentees, hasLine]) => ({
    people: [
      { id: "9", level: 2 },
      { id: "\u00e9", ...(hasLine ? { managerId: "o\u0308kan" } : {}) },
      ...(mentees.length < 3 ? [{ id: "\u00f6kan" }] : []),
    ],
    mentors: mentors.map(({ topics: teaches, isDemanding, level, ...entry }, at) => ({
      id: MENTOR_IDS[at] ?? "",
      teaches,
      ...(MENTOR_IDS[at] === "9" ? {} : { level }),
      minimumLoad: isDemanding ? Math.min(1, entry.capacity) : 0,
      ...entry,
    })),
    mentees: mentees.map(({ topics: learns, isDemanding, level, ...entry }, at) => ({
      id: MENTEE_IDS[at] ?? "",
      learns,
      ...(MENTEE_IDS[at] === "9" ? {} : { level }),
      minimumLoad: isDemanding ? Math.min(1, entry.capacity) : 0,
      ...entry,
    })),
  }));

const small = fc.oneof(
  { weight: 4, arbitrary: dense },
  { weight: 1, arbitrary: programmes({ largest: 4, minima: true, mostCapacity: 2 }) },
  { weight: 1, arbitrary: programmes({ largest: 4 }) },
);

/** The value of a call as text, or its issues. */
function told(call: () => unknown): string {
  try {
    return JSON.stringify(call());
  } catch (error) {
    if (error instanceof TersineError) return JSON.stringify(error.issues);
    throw error;
  }
}

function everybody({ mentors, mentees }: MatchInput): readonly PersonOfSide[] {
  return [...mentors.map(({ id }) => ({ mentorId: id })), ...mentees.map(({ id }) => ({ menteeId: id }))];
}

function allPairs({ mentors, mentees }: MatchInput): readonly PairOfIds[] {
  return mentees.flatMap(({ id: menteeId }) => mentors.map(({ id: mentorId }) => ({ mentorId, menteeId })));
}

/** Everything that a matcher can be asked, in the order of ids. */
function answers(
  matcher: Matcher,
  input: MatchInput,
  previous: readonly PairOfIds[],
): Readonly<Record<string, string>> {
  const people = [...everybody(input)].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const pairs = [...allPairs(input)].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return {
    plans: told(() => matcher.plans(4)),
    weights: told(() => matcher.weightRanges()),
    topics: told(() => matcher.topicValues()),
    rematch: told(() => matcher.rematch({ pairs: previous })),
    changes: told(() => matcher.rematch({ pairs: previous }, { maximumChanges: 1 })),
    locked: told(() => matcher.rematch({ pairs: previous }, { locked: "all", stability: 7 })),
    fix: told(() => people.map((person) => told(() => matcher.fix(person)))),
    mentors: told(() => matcher.placeValues("mentor")),
    mentees: told(() => matcher.placeValues("mentee")),
    mentorList: told(() => matcher.reserveList("mentor")),
    menteeList: told(() => matcher.reserveList("mentee")),
    certain: told(() => matcher.certainPairs()),
    explain: told(() => pairs.map(({ mentorId, menteeId }) => told(() => matcher.explain(mentorId, menteeId)))),
    alternatives: told(() => people.map((person) => told(() => matcher.alternatives(person, 2)))),
    match: told(() => matcher.match()),
  };
}

interface Choices {
  readonly objective: NonNullable<MatchOptions["objective"]>;
  readonly rules: number;
  readonly person: number;
  readonly pair: number;
  readonly isPinned: boolean;
  readonly fixes: boolean;
  readonly quota: number;
  readonly weighing: number;
}

const choices: fc.Arbitrary<Choices> = fc.record({
  objective: fc.constantFrom("coverage", "coverage", "coverage", "score", "score", "fair", "stable"),
  rules: fc.nat(7),
  person: fc.nat(100),
  pair: fc.nat(100),
  isPinned: fc.constantFrom(false, false, true),
  fixes: fc.constantFrom(false, false, true),
  quota: fc.constantFrom(0, 0, 0, 0, 1, 2),
  weighing: fc.constantFrom(0, 1, 1, 1, 2, 3),
});

const namesakes = rule("no namesakes", (mentor, mentee) => mentor.id[0] !== mentee.id[0]);
const quotas = [
  [],
  [quota("few", { mentee: { id: ["9", "10", "ada", "k"] } }, { max: 1 })],
  [quota("some", { mentor: { id: ["9", "10", "ada", "k", "zed"] } }, { min: 1 })],
];

/** Options of every kind for a programme; `undefined` if that has nobody whom they could name. */
function optionsFor(input: MatchInput, choice: Choices): MatchOptions & { readonly rules: readonly Rule[] } {
  const people = everybody(input);
  const person = people[choice.person % people.length];
  const pairs = allPairs(input);
  const pair = pairs[choice.pair % pairs.length];
  const except = (made: Rule): Rule => (person === undefined ? made : exceptFor(made, person));
  const banned = ban(pair === undefined ? [] : [pair]);
  const rules: readonly (readonly Rule[])[] = [
    [],
    [noReportingLine(), reverse({ unknown: "allow" })],
    [except(noReportingLine()), except(reverse())],
    [except(minimumScore(0.4))],
    [except(banned), noReportingLine()],
    [minimumScore(0.2), banned],
    [except(namesakes)],
    [except(minimumScore(0.5)), minimumScore(0.1), except(banned), banned],
  ];
  return {
    rules: rules[choice.rules] ?? [],
    objective: choice.objective,
    fixes: choice.fixes,
    ...(choice.objective === "fair" || choice.objective === "stable" ? {} : { quotas: quotas[choice.quota] ?? [] }),
    ...(choice.isPinned && pair !== undefined && choice.objective !== "stable" ? { pins: [pair] } : {}),
    ...(choice.weighing === 1 ? { criteria: [topics()] } : {}),
    ...(choice.weighing === 2 ? { personalWeights: { min: 50, max: 200 } } : {}),
    ...(choice.weighing === 3 ? { weights: { goals: 7, availability: 0 } } : {}),
  };
}

const asked: fc.Arbitrary<Given & { readonly options: MatchOptions & { readonly rules: readonly Rule[] } }> = fc
  .tuple(small, choices)
  .map(([input, choice]) => ({ input, options: optionsFor(input, choice) }));

function matcherOf({ input, options }: Given): Matcher | undefined {
  try {
    const matcher = createMatcher(input, options);
    matcher.match();
    return matcher;
  } catch (error) {
    if (error instanceof TersineError) return undefined;
    throw error;
  }
}

describe("matcher after whatIf", () => {
  it("C20: answers every question as a fresh matcher of the changed programme", () => {
    let compared = 0;
    fc.assert(
      fc.property(asked, fc.array(moves, { minLength: 1, maxLength: 3 }), (start, list) => {
        let given: Given = start;
        let matcher = matcherOf(given);
        for (const move of list) {
          if (matcher === undefined) return;
          const before: Matcher = matcher;
          const { change, changed } = move(given);
          const fresh = matcherOf(changed);
          if (fresh === undefined) {
            thrownBy(() => before.whatIf(change));
            continue;
          }
          const plan = before.match();
          const previous = plan.status === "infeasible" ? [] : plan.pairs;
          const next = before.whatIf(change).matcher;
          expect(answers(next, changed.input, previous)).toEqual(answers(fresh, changed.input, previous));
          compared += 1;
          given = changed;
          matcher = next;
        }
      }),
      runs(100),
    );
    expect(compared).toBeGreaterThan(shareOf(50));
  });
});

describe("a matcher", () => {
  it("X2, V3: tells the same whatever was asked before, in any order of the input, of deep-frozen data", () => {
    let found = 0;
    fc.assert(
      fc.property(asked, order, ({ input, options }, by) => {
        const matcher = matcherOf({ input, options });
        if (matcher === undefined) return;
        const plan = matcher.match();
        const previous = plan.status === "infeasible" ? [] : plan.pairs;
        const first = answers(matcher, input, previous);
        expect(answers(matcher, input, previous)).toEqual(first);
        const other = createMatcher(frozen(reordered(input, by)), frozen({ ...options }));
        expect(answers(other, input, frozen([...structuredClone(previous)].reverse()))).toEqual(first);
        found += 1;
      }),
      runs(100),
    );
    expect(found).toBeGreaterThan(shareOf(40));
  });

  it("X6: replays the manifest of every match", () => {
    fc.assert(
      fc.property(asked, ({ input, options }) => {
        const matcher = matcherOf({ input, options });
        if (matcher === undefined) return;
        const result = matcher.match();
        const functions = { rules: options.rules.filter(({ name }) => name === namesakes.name) };
        expect(JSON.stringify(replay(input, result.manifest, functions))).toBe(JSON.stringify(result));
      }),
      runs(150),
    );
  });

  it("X6: replays rules of one name in their order", () => {
    const not = (id: string): Rule => rule("not", (mentor) => mentor.id !== id);
    const input: MatchInput = {
      mentors: ["ada", "bo", "cem"].map((id) => ({ id, teaches: ["AI"] })),
      mentees: [{ id: "dia", learns: ["AI"] }],
    };
    const rules = [not("ada"), not("bo")];
    const result = createMatcher(input, { rules }).match();
    expect(replay(input, result.manifest, { rules })).toEqual(result);
    expect(thrownBy(() => replay(input, result.manifest, { rules: [not("ada")] })).code).toBe("MANIFEST_FUNCTIONS");
  });

  it("A5, R1, E4: plans, certain pairs, forcing, places and a rematch agree with each other and with fresh matches", () => {
    let tied = 0;
    fc.assert(
      fc.property(asked, ({ input, options }) => {
        const matcher = matcherOf({ input, options });
        const plan = matcher?.match();
        if (matcher === undefined || plan === undefined || plan.status === "infeasible") return;
        if (options.objective !== "coverage" && options.objective !== "score") return;
        const pairs = plan.pairs.map(({ mentorId, menteeId, score }) => ({ mentorId, menteeId, score }));
        for (const how of [
          {},
          { stability: 0 },
          { maximumChanges: 0 },
          { maximumChanges: 2 },
          { locked: "all" as const },
        ]) {
          const { result, broken, gained } = matcher.rematch(plan, how);
          expect({ broken, gained }).toEqual({ broken: [], gained: [] });
          expect(
            result.status === "infeasible"
              ? []
              : result.pairs.map(({ mentorId, menteeId, score }) => ({ mentorId, menteeId, score })),
          ).toEqual(pairs);
        }
        if ((options.quotas ?? []).length > 0) return;
        const plans = matcher.plans(60);
        expect(plans[0]).toMatchObject({ pairs, totals: pick(plan) });
        const isCounted = options.objective === "coverage";
        const worthOf = (totals: Totals): string =>
          JSON.stringify([isCounted ? totals.placedMentors + totals.placedMentees : 0, totals.score]);
        const best = plans.filter(({ totals }) => worthOf(totals) === worthOf(plan.totals));
        const isComplete = plans.length < 60;
        if (best.length > 1) tied += 1;
        if (best.length < 60) {
          const inAll = pairs.filter((pair) => best.every((each) => holds(each.pairs, pair)));
          expect(matcher.certainPairs().pairs).toEqual(inAll);
        }
        for (const pair of allPairs(input)) {
          const explained = matcher.explain(pair.mentorId, pair.menteeId);
          const with_ = plans.find((each) => holds(each.pairs, pair));
          if (explained.status === "refused" || explained.forcing.status === "impossible") {
            expect(with_).toBeUndefined();
            continue;
          }
          expect(explained.status === "chosen").toBe(holds(pairs, pair));
          if (with_ === undefined) expect(isComplete).toBe(false);
          else {
            const { people, score, isTied } = explained.forcing;
            expect({ people: isCounted ? people : 0, score, isTied }).toEqual({
              people: isCounted ? placed(plan.totals) - placed(with_.totals) : 0,
              score: plan.totals.score - with_.totals.score,
              isTied: best.includes(with_),
            });
          }
        }
        for (const side of ["mentor", "mentee"] as const) {
          for (const { id, people, score } of matcher.placeValues(side)) {
            const list = side === "mentor" ? "mentors" : "mentees";
            const capacity = (input[list].find((entry) => entry.id.normalize() === id)?.capacity ?? 1) + 1;
            const after = matcher.whatIf({ [list]: { set: [{ id, capacity }] } }).result;
            if (after.status === "infeasible") throw new Error("expected a plan");
            expect({ id, people, score }).toEqual({
              id,
              people: isCounted ? placed(after.totals) - placed(plan.totals) : 0,
              score: after.totals.score - plan.totals.score,
            });
          }
        }
      }),
      runs(300),
    );
    expect(tied).toBeGreaterThan(shareOf(5));
  });

  it("E3: a fix is that of the result, and places the person once it is applied", () => {
    let applying = 0;
    fc.assert(
      fc.property(asked, ({ input, options }) => {
        const matcher = matcherOf({ input, options: { ...options, fixes: true } });
        const plan = matcher?.match();
        if (matcher === undefined || plan === undefined || plan.status === "infeasible") return;
        for (const { id, side, fix } of plan.unmatched) {
          expect(matcher.fix(side === "mentor" ? { mentorId: id } : { menteeId: id })).toEqual(fix);
          if (fix === undefined || !("change" in fix)) continue;
          const changed = applied({ input: composed(input), options }, fix.change);
          const after = createMatcher(changed.input, changed.options).match();
          if (after.status === "infeasible") throw new Error("expected a plan");
          expect(after.unmatched.some((left) => left.id === id && left.side === side)).toBe(false);
          applying += 1;
        }
      }),
      runs(250),
    );
    expect(applying).toBeGreaterThan(shareOf(25));
  });

  it("E3: the ends of a weight's range are those of fresh matches", () => {
    let ends = 0;
    fc.assert(
      fc.property(asked, ({ input, options }) => {
        const matcher = matcherOf({ input, options });
        const plan = matcher?.match();
        if (matcher === undefined || plan?.status !== "optimal" || plan.proof.kind !== "prices") return;
        const isBest = (criterion: string, weight: number): boolean => {
          const weights = { ...options.weights, [criterion]: weight };
          const fresh = told(() => createMatcher(input, { ...options, weights, fixes: false }).match());
          const other = JSON.parse(fresh) as MatchedResult | { status?: undefined };
          if (other.status !== "optimal") return false;
          const pinned = told(() =>
            createMatcher(input, { ...options, weights, fixes: false, pins: plan.pairs }).match(),
          );
          const kept = JSON.parse(pinned) as MatchedResult | { status?: undefined };
          if (kept.status !== "optimal") return false;
          const isSame = kept.totals.score === other.totals.score && kept.pairs.length === plan.pairs.length;
          return isSame && (options.objective === "score" || placed(kept.totals) === placed(other.totals));
        };
        for (const { criterion, from, to, below, above, weight } of matcher.weightRanges()) {
          for (const end of [from, to, weight])
            if (end > 0) expect([criterion, end, isBest(criterion, end)]).toEqual([criterion, end, true]);
          for (const end of [below, above]) {
            if (end === null || end === 0) continue;
            expect([criterion, end, isBest(criterion, end)]).toEqual([criterion, end, false]);
            ends += 1;
          }
        }
      }),
      runs(150),
    );
    expect(ends).toBeGreaterThan(0);
  });
});

describe("servingSeats", () => {
  it("E3: lists all nodes for one that is placed in the choice at hand and idle in another as good", () => {
    const problem = {
      layout: "sparse",
      rows: 2,
      columns: 2,
      rowStart: Int32Array.of(0, 2, 4),
      columnAt: Int32Array.of(0, 1, 0, 1),
      weightAt: Int32Array.of(5, 5, 5, 5),
      unmatched: "last",
      columnCapacity: Int32Array.of(1, 0),
    } as const;
    const answer = solveAssignment(problem);
    if (answer.status !== "optimal") throw new Error("expected a choice");
    for (const row of [0, 1]) expect(servingSeats(problem, answer, "row", row).nodes).toEqual([0, 1]);
  });
});

describe("lists of pairs", () => {
  const input: MatchInput = {
    mentors: [
      { id: "ada", teaches: ["AI"] },
      { id: "bo", teaches: ["AI"] },
    ],
    mentees: [
      { id: "cem", learns: ["AI"] },
      { id: "dia", learns: ["AI"] },
    ],
  };

  it.each([ban, notAgain])("V3: $name is what it was when it was made", (make) => {
    const list = [{ mentorId: "ada", menteeId: "cem" }];
    const matcher = createMatcher(input, { rules: [make(list)] });
    list.push({ mentorId: "ada", menteeId: "dia" });
    const { result } = matcher.whatIf({ mentors: { set: [{ id: "ada", capacity: 2 }] } });
    expect(result.manifest).not.toEqual(matcher.match().manifest);
    expect(result.manifest.options).toEqual(matcher.match().manifest.options);
  });

  it("R4: locked pairs that are too many for somebody are named where they are given", () => {
    const pairs = input.mentees.map(({ id }) => ({ mentorId: "ada", menteeId: id }));
    const pins = [{ mentorId: "bo", menteeId: "dia" }];
    const cases = [
      { options: { rules: [] }, locked: "all", paths: ["/locked"] },
      { options: { rules: [] }, locked: pairs, paths: ["/locked/1"] },
      { options: { rules: [], pins }, locked: pairs, paths: ["/locked/1", "/locked/1"] },
    ] as const;
    for (const { options, locked, paths } of cases) {
      const { issues } = thrownBy(() => createMatcher(input, options).rematch({ pairs }, { locked }));
      expect(issues.map(({ code, path }) => [code, path])).toEqual(paths.map((path) => ["PIN_OVER_CAPACITY", path]));
    }
  });
});

describe("rules with exceptions", () => {
  it("V1: nobody, or a pair, in place of a person is refused with a typed error, by questions too", () => {
    const matcher = createMatcher({ mentors: [], mentees: [] });
    const cases = [undefined, null, 5, "ada", {}, { mentorId: 5 }, { mentorId: "ada", menteeId: "cem" }];
    for (const given of cases as unknown as readonly PersonOfSide[]) {
      const isPair = given === cases.at(-1);
      // a rule can make an exception for a pair
      if (isPair) expect(exceptFor(reverse(), given).settings).toMatchObject({ except: [given] });
      for (const ask of [
        ...(isPair ? [] : [() => exceptFor(reverse(), given)]),
        () => matcher.alternatives(given, 1),
        () => matcher.fix(given),
      ]) {
        const code = isPair ? "FIELD_CONFLICT" : "ID_TYPE";
        expect(thrownBy(ask).issues).toMatchObject([{ code, path: "/person" }]);
      }
    }
  });

  it("E3: weight ranges do not hold a minimum score against somebody whom it makes an exception for", () => {
    const input: MatchInput = {
      mentors: [
        { id: "ada", teaches: ["AI"], goals: ["growth"] },
        { id: "bo", teaches: ["SQL"], goals: ["growth"] },
      ],
      mentees: [{ id: "cem", learns: ["Law"], goals: ["growth"] }],
    };
    const low = exceptFor(minimumScore(0.9), { menteeId: "cem" });
    const ranges = createMatcher(input, { rules: [low] }).weightRanges();
    expect(ranges).toEqual(createMatcher(input, { rules: [] }).weightRanges());
    expect(ranges.map(({ above }) => above)).toEqual([null, null, null, null]);
  });

  it("C20: a ban more neither ends the exception of another ban nor falls under it", () => {
    const input: MatchInput = {
      mentors: [
        { id: "ada", teaches: ["AI"] },
        { id: "bo", teaches: ["AI"] },
      ],
      mentees: [{ id: "cem", learns: ["AI"] }],
    };
    const open = exceptFor(ban([{ mentorId: "ada", menteeId: "cem" }]), { menteeId: "cem" });
    const { matcher } = createMatcher(input, { rules: [open] }).whatIf({ ban: [{ mentorId: "bo", menteeId: "cem" }] });
    expect(matcher.explain("ada", "cem").status).toBe("chosen");
    expect(matcher.explain("bo", "cem").status).toBe("refused");
  });
});

type Totals = Pick<MatchedResult["totals"], "pairs" | "placedMentors" | "placedMentees" | "score">;

function pick({ totals: { pairs, placedMentors, placedMentees, score } }: MatchedResult): Totals {
  return { pairs, placedMentors, placedMentees, score };
}

function placed({ placedMentors, placedMentees }: Totals): number {
  return placedMentors + placedMentees;
}

function holds(pairs: readonly PairOfIds[], { mentorId, menteeId }: PairOfIds): boolean {
  const text = pairText(mentorId.normalize(), menteeId.normalize());
  return pairs.some((pair) => pairText(pair.mentorId, pair.menteeId) === text);
}

/** The same programme with its ids in the form in which results tell them. */
function composed(input: MatchInput): MatchInput {
  return JSON.parse(JSON.stringify(input).normalize()) as MatchInput;
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
