import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createMatcher,
  matchPairs,
  type MatchInput,
  type MatchOptions,
  type PairOfIds,
  quota,
  type Rematch,
  type RematchOptions,
} from "../../../src/index.ts";
import { allPlans, type Plan } from "../../support/all-plans.ts";
import { pairText } from "../../support/graph-of.ts";
import { programmes } from "../../support/programmes.ts";
import { thrownBy } from "../../support/thrown-by.ts";
import { runs, shareOf } from "../../support/runs.ts";

const textOf = ({ mentorId, menteeId }: PairOfIds): string => pairText(mentorId, menteeId);
const textsOf = (pairs: readonly PairOfIds[]): readonly string[] => pairs.map(textOf);
const small = programmes({ largest: 3, minima: true, mostCapacity: 2 });
const objectives = fc.constantFrom("coverage", "score");

/** A person on one side, or nobody of that id. */
const registration = fc.record({
  isThere: fc.constantFrom(true, true, true, true, false),
  capacity: fc.constantFrom(1, 1, 1, 2, 2, 0),
  isDemanding: fc.constantFrom(false, false, false, false, false, true),
  topics: fc.subarray(["AI", "Podcasts", "SQL", "Design", "Law"], { minLength: 1 }),
});
type Registration = typeof registration extends fc.Arbitrary<infer Value> ? Value : never;

function programmeOf(mentors: readonly Registration[], mentees: readonly Registration[]): MatchInput {
  const entry = ({ capacity, isDemanding }: Registration) => ({
    capacity,
    minimumLoad: isDemanding ? Math.min(1, capacity) : 0,
  });
  return {
    mentors: mentors.flatMap((each, at) =>
      each.isThere ? [{ id: `m${at}`, teaches: each.topics, ...entry(each) }] : [],
    ),
    mentees: mentees.flatMap((each, at) =>
      each.isThere ? [{ id: `e${at}`, learns: each.topics, ...entry(each) }] : [],
    ),
  };
}

/** A programme as it was and as it is now, some of the people changed, and the plan that was published. */
const rounds = fc
  .record({
    mentors: fc.array(fc.tuple(registration, registration, fc.nat(2)), { minLength: 2, maxLength: 4 }),
    mentees: fc.array(fc.tuple(registration, registration, fc.nat(2)), { minLength: 2, maxLength: 3 }),
    objective: objectives,
  })
  .map(({ mentors, mentees, objective }) => {
    type Both = (typeof mentors)[number];
    const then = ([was]: Both): Registration => was;
    const now = ([was, is, change]: Both): Registration => (change === 0 ? is : was);
    const before = programmeOf(mentors.map(then), mentees.map(then));
    const after = programmeOf(mentors.map(now), mentees.map(now));
    const result = matchPairs(before, { rules: [], objective });
    return { after, objective, previous: result.status === "infeasible" ? [] : result.pairs };
  });

/** A rematch, or `undefined` where nobody of the plan is registered any more. */
function rematched(
  input: MatchInput,
  options: MatchOptions,
  previous: readonly PairOfIds[],
  how: RematchOptions,
): Rematch | undefined {
  const ids = {
    mentors: new Set(input.mentors.map(({ id }) => id)),
    mentees: new Set(input.mentees.map(({ id }) => id)),
  };
  const isKnown = previous.some(({ mentorId, menteeId }) => ids.mentors.has(mentorId) || ids.mentees.has(menteeId));
  const run = (): Rematch => createMatcher(input, options).rematch({ pairs: previous }, how);
  if (isKnown || previous.length === 0) return run();
  expect(thrownBy(run).code).toBe("PREVIOUS_UNKNOWN_ID");
  return undefined;
}

/** An arbitrary kind of pairs for quotas. */
const isOfKind = (mentorId: string, menteeId: string): boolean =>
  (mentorId.codePointAt(mentorId.length - 1)! + menteeId.codePointAt(menteeId.length - 1)!) % 2 === 0;

const keptIn = ({ pairs }: Plan, previous: readonly PairOfIds[]): number =>
  textsOf(previous).filter((text) => pairs.has(text)).length;

/** The lists of values, larger first. */
function best(plans: readonly Plan[], valueOf: (plan: Plan) => readonly number[]): readonly number[] | undefined {
  const compare = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((value, place) => value !== b[place]);
    return at < 0 ? 0 : b[at]! - a[at]!;
  };
  return plans.map(valueOf).sort(compare)[0];
}

describe("rematch", () => {
  it("R1: with unchanged data nothing moves, whatever the options", () => {
    const every: readonly RematchOptions[] = [
      {},
      ...[0, 1, 500_000, "first" as const].map((stability) => ({ stability })),
      ...[0, 1, Infinity].map((maximumChanges) => ({ maximumChanges })),
      { locked: "all" },
    ];
    fc.assert(
      fc.property(small, objectives, fc.boolean(), (input, objective, hasQuota) => {
        const quotas = hasQuota ? [quota("some", (mentor, mentee) => isOfKind(mentor.id, mentee.id), { max: 1 })] : [];
        const matcher = createMatcher(input, { rules: [], objective, quotas });
        const previous = matcher.match();
        fc.pre(previous.status === "optimal" && previous.pairs.length > 0);
        for (const how of every) {
          const { result, broken, gained, cost } = matcher.rematch(previous, how);
          expect({ pairs: textsOf(result.status === "infeasible" ? [] : result.pairs), broken, gained, cost }).toEqual({
            pairs: textsOf(previous.pairs),
            broken: [],
            gained: [],
            cost: { people: 0, score: 0 },
          });
        }
      }),
      runs(150),
    );
  });

  it("R2: the plan has the best sum of score and stability, and keeps more the more that counts", () => {
    const stabilities = [0, 1_000, 200_000, 1_000_000, "first"] as const;
    let givenUp = 0;
    fc.assert(
      fc.property(rounds, fc.boolean(), ({ after, objective, previous }, hasQuota) => {
        const quotas = hasQuota ? [quota("some", (mentor, mentee) => isOfKind(mentor.id, mentee.id), { max: 1 })] : [];
        const ofKind = after.mentors.flatMap(({ id: mentorId }) =>
          after.mentees.flatMap(({ id }) => (isOfKind(mentorId, id) ? [pairText(mentorId, id)] : [])),
        );
        const isMet = ({ pairs }: Plan): boolean => !hasQuota || ofKind.filter((text) => pairs.has(text)).length <= 1;
        const plans = allPlans(after, { rules: [] }).filter(isMet);
        let last: { readonly kept: number; readonly score: number } | undefined;
        for (const stability of stabilities) {
          const found = rematched(after, { rules: [], objective, quotas }, previous, { stability });
          if (found === undefined) return;
          const { result } = found;
          expect(result.status).toBe(plans.length === 0 ? "infeasible" : "optimal");
          if (result.status === "infeasible") return;
          const { totals } = result;
          const kept = found.kept.length;
          const placed = totals.placedMentors + totals.placedMentees;
          const first = stability === "first";
          const valueOf = (plan: { placed: number; total: number }, keeps: number): readonly number[] => [
            objective === "coverage" ? plan.placed : 0,
            first ? keeps : plan.total + stability * keeps,
            first ? plan.total : 0,
          ];
          expect(valueOf({ placed, total: totals.score }, kept)).toEqual(
            best(plans, (plan) => valueOf(plan, keptIn(plan, previous))),
          );
          if (last !== undefined && !hasQuota) {
            expect(kept).toBeGreaterThanOrEqual(last.kept);
            expect(totals.score).toBeLessThanOrEqual(last.score);
          }
          last = { kept, score: totals.score };
          givenUp += found.broken.filter(({ because }) => because === "givenUp").length;
        }
      }),
      runs(250),
    );
    expect(givenUp).toBeGreaterThan(shareOf(50));
  });

  it("R3: with a budget the plan is the best of those that give up no more; without limit it is as good as a free one", () => {
    let bound = 0;
    fc.assert(
      fc.property(rounds, ({ after, objective, previous }) => {
        const plans = allPlans(after, { rules: [] });
        const free = matchPairs(after, { rules: [], objective });
        let last: readonly number[] | undefined;
        for (const maximumChanges of [0, 1, 2, Infinity]) {
          const found = rematched(after, { rules: [], objective }, previous, { maximumChanges });
          if (found === undefined) return;
          const { result, broken, kept } = found;
          const fit = plans.filter((plan) => {
            const gone = broken.filter(({ because }) => because !== "givenUp").length;
            return previous.length - gone - keptIn(plan, previous) <= maximumChanges;
          });
          expect(result.status).toBe(fit.length === 0 ? "infeasible" : "optimal");
          if (result.status === "infeasible") {
            if (free.status !== "infeasible") expect(result.conflicts.at(-1)).toMatchObject({ demand: "quota" });
            continue;
          }
          if (result.proof.kind === "bound") bound += 1;
          expect(broken.filter(({ because }) => because === "givenUp").length).toBeLessThanOrEqual(maximumChanges);
          expect(kept.length + broken.length).toBe(previous.length);
          const { totals } = result;
          const placed = objective === "coverage" ? totals.placedMentors + totals.placedMentees : 0;
          const value = [placed, totals.score];
          expect(value).toEqual(best(fit, (plan) => [objective === "coverage" ? plan.placed : 0, plan.total]));
          if (last !== undefined) expect(value[0]! * 1e9 + value[1]!).toBeGreaterThanOrEqual(last[0]! * 1e9 + last[1]!);
          last = value;
          if (maximumChanges === Infinity) expect(found.cost?.score).toBe(0);
        }
      }),
      runs(200),
    );
    expect(bound).toBeGreaterThan(shareOf(20));
  });

  it("R4: locked pairs survive, or what they conflict with is named", () => {
    let [held, conflicts] = [0, 0];
    fc.assert(
      fc.property(rounds, objectives, ({ after, previous }, objective) => {
        const matcher = createMatcher(after, { rules: [], objective });
        const loose = rematched(after, { rules: [], objective }, previous, { maximumChanges: Infinity });
        if (loose === undefined) return;
        const gone = new Set(textsOf(loose.broken.filter(({ because }) => because !== "givenUp")));
        const able = previous.filter((pair) => !gone.has(textOf(pair)));
        for (const pair of previous) {
          if (able.includes(pair)) continue;
          const error = thrownBy(() => matcher.rematch({ pairs: previous }, { locked: [pair] }));
          expect(error).toMatchObject({ code: "PAIR_CONFLICT", issues: [{ path: "/locked/0" }] });
        }
        const load = new Map<string, number>();
        for (const { mentorId, menteeId } of able) {
          for (const key of [`mentors ${mentorId}`, `mentees ${menteeId}`]) load.set(key, (load.get(key) ?? 0) + 1);
        }
        const isOver = (["mentors", "mentees"] as const).some((side) =>
          after[side].some(({ id, capacity = 1 }) => (load.get(`${side} ${id}`) ?? 0) > capacity),
        );
        if (isOver) {
          conflicts += 1;
          const error = thrownBy(() => matcher.rematch({ pairs: previous }, { locked: "all" }));
          expect(error.code).toBe("PIN_OVER_CAPACITY");
          return;
        }
        const { result, kept } = matcher.rematch({ pairs: previous }, { locked: "all" });
        const fits = allPlans(after, { rules: [] }).some((plan) => keptIn(plan, able) === able.length);
        expect(result.status).toBe(fits ? "optimal" : "infeasible");
        if (!fits || result.status === "infeasible") return;
        held += able.length;
        expect(textsOf(kept)).toEqual(expect.arrayContaining([...textsOf(able)]));
      }),
      runs(200),
    );
    expect(held).toBeGreaterThan(shareOf(50));
    expect(conflicts).toBeGreaterThan(0);
  });

  it("R5: the published plan without what breaks, with what is new, is the plan; every reason for a break is true", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(
        rounds,
        fc.constantFrom<RematchOptions>({}, { stability: 100_000 }, { maximumChanges: 1 }),
        (round, how) => {
          const { after, objective, previous } = round;
          const banned = previous.slice(0, 1);
          const options: MatchOptions = { objective, rules: [] };
          const bans = after.mentors.map((mentor) => {
            const avoid = banned.filter(({ mentorId }) => mentorId === mentor.id).map(({ menteeId }) => menteeId);
            return { ...mentor, avoid: avoid.filter((id) => after.mentees.some((mentee) => mentee.id === id)) };
          });
          const input = { ...after, mentors: bans };
          const found = rematched(input, options, previous, how);
          if (found === undefined) return;
          const { result, broken, gained, kept } = found;
          for (const { mentorId, menteeId, because, reasons } of broken) {
            seen.set(because, (seen.get(because) ?? 0) + 1);
            const mentor = input.mentors.find(({ id }) => id === mentorId);
            const mentee = input.mentees.find(({ id }) => id === menteeId);
            expect(reasons.length).toBeGreaterThan(0);
            if (because === "left") expect(mentor === undefined || mentee === undefined).toBe(true);
            else if (because === "notThisRound") expect([mentor?.capacity, mentee?.capacity]).toContain(0);
            else if (because === "refused") {
              const isAvoided = mentor?.avoid.includes(menteeId) === true || mentee?.avoid?.includes(mentorId) === true;
              expect(isAvoided || mentorId === menteeId).toBe(true);
            } else expect([mentor, mentee]).not.toContain(undefined);
          }
          if (result.status === "infeasible") return;
          const gone = new Set(textsOf(broken));
          const left = textsOf(previous).filter((text) => !gone.has(text));
          expect([...left, ...textsOf(gained)].sort()).toEqual([...textsOf(result.pairs)].sort());
          expect([...textsOf(kept)].sort()).toEqual([...left].sort());
        },
      ),
      runs(300),
    );
    for (const because of ["left", "refused", "notThisRound", "givenUp"]) {
      expect(seen.get(because) ?? 0, because).toBeGreaterThan(shareOf(3));
    }
  });

  it("R6: any sequence of changes and rematches keeps all demands, totals, and the published plan in the account", () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant("leave"), side: fc.constantFrom("mentors", "mentees"), at: fc.nat(5) }),
      fc.record({ kind: fc.constant("join"), side: fc.constantFrom("mentors", "mentees"), as: registration }),
      fc.record({
        kind: fc.constant("change"),
        side: fc.constantFrom("mentors", "mentees"),
        at: fc.nat(5),
        as: registration,
      }),
      fc.record({ kind: fc.constant("ban"), mentor: fc.nat(5), mentee: fc.nat(5) }),
      fc.record({ kind: fc.constant("pin"), mentor: fc.nat(5), mentee: fc.nat(5) }),
    );
    const how = fc.constantFrom<RematchOptions>({}, { stability: 100_000 }, { maximumChanges: 1 }, { locked: "all" });
    let moves = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(change, how), { minLength: 1, maxLength: 10 }), objectives, (steps, objective) => {
        const people = { mentors: new Map<string, Registration>(), mentees: new Map<string, Registration>() };
        const start: Registration = { isThere: true, capacity: 1, isDemanding: false, topics: ["AI"] };
        for (const id of ["m0", "m1", "m2"]) people.mentors.set(id, start);
        for (const id of ["e0", "e1"]) people.mentees.set(id, start);
        const bans: PairOfIds[] = [];
        let pins: PairOfIds[] = [];
        let published: readonly PairOfIds[] = [];
        let joined = 3;
        const idAt = (side: "mentors" | "mentees", at: number) => [...people[side].keys()][at % people[side].size];
        for (const [step, options] of steps) {
          if (step.kind === "join") people[step.side].set(`${step.side === "mentors" ? "m" : "e"}${joined++}`, step.as);
          else if (step.kind === "ban" || step.kind === "pin") {
            const [mentorId, menteeId] = [idAt("mentors", step.mentor), idAt("mentees", step.mentee)];
            if (mentorId !== undefined && menteeId !== undefined) {
              if (step.kind === "pin") pins = [{ mentorId, menteeId }];
              else bans.push({ mentorId, menteeId });
            }
          } else {
            const id = idAt(step.side, step.at);
            if (id === undefined) continue;
            if (step.kind === "leave") people[step.side].delete(id);
            else people[step.side].set(id, step.as);
          }
          const entries = (side: "mentors" | "mentees") =>
            [...people[side]].map(([id, { capacity, topics }]) => ({ id, capacity, topics }));
          const input: MatchInput = {
            mentors: entries("mentors").map(({ topics: teaches, id, capacity }) => ({
              id,
              capacity,
              teaches,
              avoid: bans.flatMap((each) =>
                each.mentorId === id && people.mentees.has(each.menteeId) ? [each.menteeId] : [],
              ),
            })),
            mentees: entries("mentees").map(({ topics: learns, id, capacity }) => ({ id, capacity, learns })),
          };
          const isBanned = ({ mentorId, menteeId }: PairOfIds): boolean =>
            bans.some((each) => each.mentorId === mentorId && each.menteeId === menteeId);
          const canPin = ({ mentorId, menteeId }: PairOfIds): boolean =>
            (people.mentors.get(mentorId)?.capacity ?? 0) > 0 && (people.mentees.get(menteeId)?.capacity ?? 0) > 0;
          pins = pins.filter((pin) => canPin(pin) && !isBanned(pin));
          let found: Rematch | undefined;
          try {
            found = rematched(input, { rules: [], objective, pins }, published, options);
          } catch (error) {
            if (options.locked !== "all") throw error;
            expect(error).toMatchObject({ code: "PIN_OVER_CAPACITY" });
          }
          if (found === undefined || found.result.status === "infeasible") continue;
          const { pairs, totals, unmatched } = found.result;
          for (const [side, field] of [
            ["mentors", "mentorId"],
            ["mentees", "menteeId"],
          ] as const) {
            for (const [id, { capacity }] of people[side]) {
              expect(pairs.filter((pair) => pair[field] === id).length).toBeLessThanOrEqual(capacity);
            }
            const placed = new Set(pairs.map((pair) => pair[field]));
            const out = unmatched.filter((each) => `${each.side}s` === side).map(({ id }) => id);
            expect([...placed, ...out].sort()).toEqual([...people[side].keys()].sort());
          }
          expect(pairs.some(isBanned)).toBe(false);
          expect(textsOf(pairs)).toEqual(expect.arrayContaining([...textsOf(pins)]));
          expect(totals.score).toBe(pairs.reduce((sum, { score }) => sum + score, 0));
          expect(found.kept.length + found.broken.length).toBe(published.length);
          moves += found.broken.length;
          published = pairs.map(({ mentorId, menteeId }) => ({ mentorId, menteeId }));
        }
      }),
      runs(200),
    );
    expect(moves).toBeGreaterThan(shareOf(50));
  });

  it("V1: options and plans that make no sense are refused, all together", () => {
    const input: MatchInput = { mentors: [{ id: "a", teaches: [] }], mentees: [{ id: "b", learns: [] }] };
    const asked = (previous: unknown, how: unknown, options: MatchOptions = { rules: [] }) =>
      thrownBy(() =>
        createMatcher(input, options).rematch(previous as { pairs: [] }, how as RematchOptions),
      ).issues.map(({ code, path }) => `${code} ${path}`);
    expect(asked({}, { stabilty: 1 })).toEqual(["LIST_EXPECTED /previous/pairs", "FIELD_UNKNOWN /stabilty"]);
    expect(asked({ pairs: [{ mentorId: 7 }] }, [])).toEqual([
      "ID_TYPE /previous/pairs/0/mentorId",
      "ID_TYPE /previous/pairs/0/menteeId",
      "FIELD_TYPE ",
    ]);
    expect(asked({ pairs: [] }, { stability: -1, maximumChanges: 0.5, locked: "most" })).toEqual([
      "NUMBER_RANGE /stability",
      "NUMBER_RANGE /maximumChanges",
      "OPTION_CONFLICT /maximumChanges",
      "LIST_EXPECTED /locked",
    ]);
    expect(asked({ pairs: [] }, {}, { rules: [], objective: "fair" })).toEqual(["OPTION_CONFLICT /objective"]);
    expect(asked({ pairs: [{ mentorId: "x", menteeId: "y" }] }, {})).toEqual(["PREVIOUS_UNKNOWN_ID /previous/pairs"]);
  });
});
