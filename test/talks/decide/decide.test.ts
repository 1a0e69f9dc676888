import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  criterion,
  letters,
  matchPairs,
  type MatchResult,
  type PairOfIds,
  reasonsFor,
  rule,
} from "../../../src/index.ts";
import { decide, type DecideOptions, shortlist, type TalkFeedback } from "../../../src/talks/index.ts";
import { expectMatched } from "../../support/expect-matched.ts";
import { programmeOfScores, type TalkProgramme, talkProgrammes } from "../../support/talk-programmes.ts";
import { thrownBy } from "../../support/thrown-by.ts";
import { runs, shareOf } from "../../support/runs.ts";

const programmes = talkProgrammes({ mentees: [3, 5], mentors: [3, 5], allowed: 80 });

const listOf = ({ input, options }: TalkProgramme): { readonly pairs: readonly PairOfIds[] } => {
  const list = shortlist(input, { ...options, talks: { mentees: [1, 3], mentors: [0, 3] } });
  if (list.status === "infeasible") throw new Error("expected a list of talks");
  return list;
};

const idsOf = (result: MatchResult): readonly PairOfIds[] =>
  expectMatched(result).pairs.map(({ mentorId, menteeId }) => ({ mentorId, menteeId }));
const has = (pairs: readonly PairOfIds[], { mentorId, menteeId }: PairOfIds): boolean =>
  pairs.some((pair) => pair.mentorId === mentorId && pair.menteeId === menteeId);

/** What is drawn of each talk and side: nothing, a rating, or a veto. */
const words = fc.array(fc.constantFrom(0, 0, 0, 0, 1, 2, 3, 4, 5, 6), { minLength: 40, maxLength: 40 });

function feedbackOf(pairs: readonly PairOfIds[], drawn: readonly number[]): readonly TalkFeedback[] {
  return pairs.flatMap(({ mentorId, menteeId }, at) =>
    (["mentee", "mentor"] as const).flatMap((by, side): readonly TalkFeedback[] => {
      const word = drawn[(2 * at + side) % drawn.length] ?? 0;
      if (word === 0) return [];
      const rating = ([1, 2, 3, 4, 5] as const)[word - 1];
      return [rating === undefined ? { mentorId, menteeId, by, veto: true } : { mentorId, menteeId, by, rating }];
    }),
  );
}

const options: fc.Arbitrary<DecideOptions> = fc.record({
  both: fc.constantFrom("lower", "mean", "menteeFirst"),
  unmet: fc.constantFrom("never", "byScore"),
  objective: fc.constantFrom("coverage", "score", "stable"),
});

describe("decide", () => {
  it("B8: without feedback is a match of the pairs on the list", () => {
    fc.assert(
      fc.property(programmes, fc.constantFrom("coverage", "score", "stable", "fair"), (programme, objective) => {
        const { input, options: own } = programme;
        const list = listOf(programme);
        const onList = rule("on the list", (mentor, mentee) =>
          has(list.pairs, { mentorId: mentor.id, menteeId: mentee.id }),
        );
        const expected = matchPairs(input, { ...own, objective, rules: [...(own.rules ?? []), onList] });
        const plan = decide(input, list, [], { ...own, objective, unmet: "never" });
        expect(expectMatched(plan).pairs).toEqual(expectMatched(expected).pairs);
        // people who have nobody on the list get the others, and no pair of the list is given up for them
        if (objective === "stable") return;
        const more = decide(input, list, [], { ...own, objective });
        for (const pair of idsOf(expected)) expect(has(idsOf(more), pair)).toBe(true);
      }),
      runs(10),
    );
  });

  it("B9: a veto never comes back, and nothing tells whose it is", () => {
    let vetoes = 0;
    const places = fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(programmes, words, places, options, (programme, drawn, vetoed, asked) => {
        const { input, options: own } = programme;
        const list = listOf(programme);
        const declined = list.pairs.filter((_, at) => vetoed.includes(at));
        const rated = feedbackOf(list.pairs, drawn).filter((each) => each.veto !== true && !has(declined, each));
        const planWith = (by: "mentor" | "mentee"): MatchResult => {
          const said = declined.map(({ mentorId, menteeId }) => ({ mentorId, menteeId, by, veto: true }));
          return decide(input, list, [...rated, ...said], { ...own, ...asked });
        };
        const plan = planWith("mentor");
        for (const pair of declined) expect(has(idsOf(plan), pair)).toBe(false);
        expect(JSON.stringify(planWith("mentee"))).toBe(JSON.stringify(plan));
        vetoes += declined.length;
      }),
      runs(12),
    );
    expect(vetoes).toBeGreaterThan(10);
  });

  it("B10: a higher rating for a pair of the plan keeps it in the plan", () => {
    let raised = 0;
    fc.assert(
      fc.property(programmes, words, options, fc.nat(20), (programme, drawn, asked, place) => {
        const { input, options: own } = programme;
        const list = listOf(programme);
        const feedback = feedbackOf(list.pairs, drawn);
        const pairs = idsOf(decide(input, list, feedback, { ...own, ...asked }));
        const rated = feedback.filter((each) => (each.rating ?? 5) < 5 && has(pairs, each));
        const one = rated[place % Math.max(1, rated.length)];
        fc.pre(one !== undefined);
        const better = feedback.map((each): TalkFeedback => (each === one ? { ...each, rating: 5 } : each));
        expect(has(idsOf(decide(input, list, better, { ...own, ...asked })), one)).toBe(true);
        raised += 1;
      }),
      runs(15),
    );
    expect(raised).toBeGreaterThan(shareOf(5));
  });

  it("B11: what participants read of a plan is the same whatever anybody said", () => {
    const { input, options: own } = programmeOfScores([
      [90, 10],
      [10, 80],
    ]);
    const named = {
      ...input,
      mentors: input.mentors.map((mentor) => ({ ...mentor, goals: ["growth"] })),
      mentees: input.mentees.map((mentee) => ({ ...mentee, goals: ["growth"] })),
    };
    const list = {
      pairs: [
        { menteeId: "s0", mentorId: "j0" },
        { menteeId: "s1", mentorId: "j1" },
      ],
    };
    const asked = { rules: own.rules ?? [] };
    const readable = (feedback: readonly TalkFeedback[]): string => {
      const plan = expectMatched(decide(named, list, feedback, asked));
      return JSON.stringify([
        plan.pairs.map((pair) => reasonsFor("participant", pair.reasons)),
        letters(plan, named).map(({ text }) => text),
      ]);
    };
    const silent = readable([]);
    expect(silent).toContain("growth");
    for (const by of ["mentor", "mentee"] as const)
      for (const rating of [1, 3, 5] as const)
        expect(readable([{ menteeId: "s0", mentorId: "j0", by, rating }])).toBe(silent);
  });

  it("B7: with k talks each, fewer than k vetoes leave nobody without a partner", () => {
    let declined = 0;
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(100), { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 }),
        fc.constantFrom(2, 3),
        fc.uniqueArray(fc.nat(14), { maxLength: 2 }),
        (scores, talks, places) => {
          const { input, options: own } = programmeOfScores(scores);
          const list = shortlist(input, { ...own, talks: { mentees: talks, mentors: talks } });
          if (list.status === "infeasible") throw new Error("expected a list of talks");
          expect(list.pairs).toHaveLength(5 * talks);
          const feedback = places
            .slice(0, talks - 1)
            .flatMap((place): readonly TalkFeedback[] => {
              const pair = list.pairs[place % list.pairs.length];
              return pair === undefined
                ? []
                : [{ mentorId: pair.mentorId, menteeId: pair.menteeId, by: "mentor", veto: true }];
            })
            .filter((each, at, all) => all.findIndex((other) => has([each], other)) === at);
          const plan = decide(input, list, feedback, { ...own, unmet: "never" });
          expect(idsOf(plan)).toHaveLength(5);
          declined += feedback.length;
        },
      ),
      runs(20),
    );
    expect(declined).toBeGreaterThan(shareOf(10));
  });

  it("a veto forces a swap: worked out by hand, six and six", () => {
    // the best list by hand: each mentee with the two next to the diagonal; the best plan is the diagonal, 6 x 90
    const scores = Array.from({ length: 6 }, (_, row) =>
      Array.from({ length: 6 }, (_, column) => (column === row ? 90 : column === (row + 1) % 6 ? 60 : 20)),
    );
    const { input, options: own } = programmeOfScores(scores);
    const list = shortlist(input, { ...own, talks: { mentees: 2, mentors: 2 } });
    if (list.status === "infeasible") throw new Error("expected a list of talks");
    expect(list.pairs.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`)).toEqual([
      ...["s0 j0", "s0 j1", "s1 j1", "s1 j2", "s2 j2", "s2 j3"],
      ...["s3 j3", "s3 j4", "s4 j4", "s4 j5", "s5 j0", "s5 j5"],
    ]);
    const before = decide(input, list, [], own);
    expect(idsOf(before).map(({ mentorId }) => mentorId)).toEqual(["j0", "j1", "j2", "j3", "j4", "j5"]);
    // without s2 and j2 the only other complete plan of the ring is that of all second talks
    const veto = { mentorId: "j2", menteeId: "s2", by: "mentor", veto: true } as const;
    const after = expectMatched(decide(input, list, [veto], { ...own, unmet: "never" }));
    expect(after.pairs.map(({ mentorId, score }) => [mentorId, score])).toEqual(
      ["j1", "j2", "j3", "j4", "j5", "j0"].map((mentorId) => [mentorId, 600_000]),
    );
    expect(after.totals.refusals.map(({ rule: name }) => name)).toContain("declinedAfterTalk");
  });

  it("weighs a talk against the profile, joins two sides as asked, and takes silence as the profile", () => {
    const { input, options: own } = programmeOfScores([[40]]);
    const pair = { mentorId: "j0", menteeId: "s0" };
    const scoreOf = (feedback: readonly TalkFeedback[], asked: DecideOptions = {}): number | undefined =>
      expectMatched(decide(input, { pairs: [pair] }, feedback, { ...own, ...asked })).pairs[0]?.score;
    const [low, high]: readonly TalkFeedback[] = [
      { ...pair, by: "mentee", rating: 5 },
      { ...pair, by: "mentor", rating: 2 },
    ];
    if (low === undefined || high === undefined) throw new Error("expected two");
    expect(scoreOf([])).toBe(400_000);
    expect(scoreOf([low])).toBe(850_000);
    expect(scoreOf([low, high])).toBe(287_500);
    expect(scoreOf([low, high], { both: "mean" })).toBe(568_750);
    expect(scoreOf([low, high], { both: "menteeFirst" })).toBe(850_000);
    expect(scoreOf([low], { weight: 1 })).toBe(700_000);
    expect(scoreOf([{ ...pair, by: "mentor", rank: 1 }])).toBe(850_000);
  });

  it("ranks by each one's own word under stable", () => {
    const { input, options: own } = programmeOfScores([
      [90, 80],
      [70, 60],
    ]);
    const list = {
      pairs: ["s0", "s1"].flatMap((menteeId) => ["j0", "j1"].map((mentorId) => ({ menteeId, mentorId }))),
    };
    const feedback: readonly TalkFeedback[] = [
      { menteeId: "s0", mentorId: "j1", by: "mentee", rating: 5 },
      { menteeId: "s0", mentorId: "j0", by: "mentee", rating: 1 },
      { menteeId: "s1", mentorId: "j1", by: "mentor", rank: 2 },
    ];
    const plan = decide(input, list, feedback, { ...own, objective: "stable" });
    expect(idsOf(plan).map(({ mentorId }) => mentorId)).toEqual(["j1", "j0"]);
  });

  it("gives whoever is left somebody whom they have not met, and says so", () => {
    const { input, options: own } = programmeOfScores([
      [90, 90],
      [90, 10],
    ]);
    const list = {
      pairs: [
        { menteeId: "s0", mentorId: "j0" },
        { menteeId: "s1", mentorId: "j0" },
      ],
    };
    const plan = expectMatched(decide(input, list, [], own));
    expect(idsOf(plan)).toEqual([
      { menteeId: "s0", mentorId: "j0" },
      { menteeId: "s1", mentorId: "j1" },
    ]);
    expect(plan.pairs.map(({ pinned }) => pinned)).toEqual([undefined, undefined]);
    expect(plan.pairs[1]?.reasons.at(-1)).toMatchObject({ about: "talk", en: "The two have not talked yet." });
    expect(idsOf(decide(input, list, [], { ...own, unmet: "never" }))).toHaveLength(1);
    // a minimum load may need them
    const needy = { ...input, mentors: input.mentors.map((mentor) => ({ ...mentor, minimumLoad: 1 })) };
    expect(idsOf(decide(needy, list, [], own))).toHaveLength(2);
    expect(decide(needy, list, [], { ...own, unmet: "never" }).status).toBe("infeasible");
  });

  it("refuses feedback that it cannot place, all together", () => {
    const { input, options: own } = programmeOfScores([
      [40, 50],
      [60, 70],
    ]);
    const list = {
      pairs: [
        { menteeId: "s0", mentorId: "j0" },
        { menteeId: "s0", mentorId: "j1" },
      ],
    };
    const feedback = [
      { menteeId: "s0", mentorId: "j0", by: "mentee", rating: 6 },
      { menteeId: "s0", mentorId: "j0", by: "mentee", rank: 1 },
      { menteeId: "s0", mentorId: "j0", by: "mentee", rating: 2 },
      { menteeId: "s0", mentorId: "j1", by: "mentee", rank: 1 },
      { menteeId: "s0", mentorId: "j1", by: "mentor", rank: 2 },
      { menteeId: "s1", mentorId: "j1", by: "mentor" },
      { menteeId: "nobody", mentorId: "j1", by: "mentor" },
      { menteeId: "s0", mentorId: "j1", by: "boss", comment: "" },
    ] as readonly TalkFeedback[];
    const error = thrownBy(() => decide(input, list, feedback, own));
    expect(error.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "NUMBER_RANGE /feedback/0/rating",
      "PAIR_DUPLICATE /feedback/2",
      "FIELD_CONFLICT /feedback/3/rank",
      "NUMBER_RANGE /feedback/4/rank",
      "PAIR_UNKNOWN /feedback/5",
      "ID_UNKNOWN /feedback/6/menteeId",
      "FIELD_UNKNOWN /feedback/7/comment",
      "VALUE_UNKNOWN /feedback/7/by",
    ]);
    const bad = {
      ...own,
      both: "sum",
      unmet: "often",
      weight: -1,
      fixes: true,
      criteria: [criterion("talk", () => 1)],
    };
    expect(thrownBy(() => decide(input, list, [], bad as DecideOptions)).issues.map(({ path }) => path)).toEqual([
      "/both",
      "/unmet",
      "/weight",
      "/fixes",
      "/criteria",
    ]);
    const strangers = { pairs: [{ menteeId: "x", mentorId: "j0" }] };
    expect(thrownBy(() => decide(input, strangers, [], own)).issues[0]?.path).toBe("/list/pairs/0/menteeId");
  });
});
