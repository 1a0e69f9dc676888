import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quota } from "../../src/index.ts";
import { type FoundShortlist, shortlist, type ShortlistOptions, type TalkCounts } from "../../src/talks/index.ts";
import { binaryLogarithm } from "../../src/talks/order.ts";
import { programmeOfScores, type TalkProgramme, talkProgrammes } from "../support/talk-programmes.ts";
import { thrownBy } from "../support/thrown-by.ts";
import { runs, shareOf } from "../support/runs.ts";

const small = talkProgrammes({ mentees: [2, 3], mentors: [2, 4] });

const counts: fc.Arbitrary<TalkCounts> = fc.constantFrom<TalkCounts>(
  {},
  { mentees: 2, mentors: [1, 2] },
  { mentees: [1, 2], mentors: [0, 2] },
  { mentees: [2, 3], mentors: 2 },
  { mentees: 3, mentors: [1, 3] },
);

function found(programme: TalkProgramme, options: ShortlistOptions): FoundShortlist {
  const list = shortlist(programme.input, { ...programme.options, ...options });
  if (list.status === "infeasible") throw new Error("expected a list of talks");
  return list;
}

const rangeOf = (given: TalkCounts["mentees"], otherwise: readonly [number, number]): readonly [number, number] =>
  given === undefined ? otherwise : typeof given === "number" ? [given, given] : [given[0], given[1]];

type Ranges = readonly [mentees: readonly [number, number], mentors: readonly [number, number]];
type Talking = TalkProgramme["pairs"];

const rangesOf = (talks: TalkCounts): Ranges => [rangeOf(talks.mentees, [3, 3]), rangeOf(talks.mentors, [2, 4])];

/**
 * What a list is worth, by its definition: people with a first talk, with a second …, as far as they should have them; then
 * mentees with a favourite; then the score. Compared from the left.
 */
function worthOf({ input }: TalkProgramme, list: Talking, ranges: Ranges, isFavourite: boolean): readonly number[] {
  const load = new Map<string, number>();
  for (const { menteeId, mentorId } of list)
    for (const id of [menteeId, mentorId]) load.set(id, (load.get(id) ?? 0) + 1);
  const levels = [1, 2, 3, 4].map((level) => {
    const of = (ids: readonly { readonly id: string }[], fewest: number): number =>
      Math.max(1, fewest) < level ? 0 : ids.filter(({ id }) => (load.get(id) ?? 0) >= level).length;
    return of(input.mentees, ranges[0][0]) + of(input.mentors, ranges[1][0]);
  });
  const choices = new Map(input.mentees.map((mentee) => [mentee.id, mentee.choices ?? []]));
  const served = list.filter(({ menteeId, mentorId }) => choices.get(menteeId)?.includes(mentorId) === true);
  const favourites = isFavourite ? new Set(served.map(({ menteeId }) => menteeId)).size : 0;
  return [...levels, favourites, list.reduce((sum, { hundredths }) => sum + hundredths, 0)];
}

/** The best worth of all sets of allowed pairs that nobody has too many of. */
function bestWorth(programme: TalkProgramme, ranges: Ranges, isFavourite: boolean): readonly number[] {
  const { pairs } = programme;
  let best: readonly number[] = [];
  const load = new Map<string, number>();
  const add = (id: string, by: number): void => void load.set(id, (load.get(id) ?? 0) + by);
  const list: Talking[number][] = [];
  const decide = (at: number): void => {
    const pair = pairs[at];
    if (pair === undefined) {
      const worth = worthOf(programme, list, ranges, isFavourite);
      const place = worth.findIndex((each, level) => each !== (best[level] ?? -1));
      if (place >= 0 && (worth[place] ?? 0) > (best[place] ?? -1)) best = worth;
      return;
    }
    decide(at + 1);
    const [mentee, mentor] = [load.get(pair.menteeId) ?? 0, load.get(pair.mentorId) ?? 0];
    if (mentee >= ranges[0][1] || mentor >= ranges[1][1]) return;
    for (const id of [pair.menteeId, pair.mentorId]) add(id, 1);
    list.push(pair);
    decide(at + 1);
    list.pop();
    for (const id of [pair.menteeId, pair.mentorId]) add(id, -1);
  };
  decide(0);
  return best;
}

describe("shortlist", () => {
  it("B1, B2: is as good as the best of all sets of talks, and keeps within the numbers asked for", () => {
    fc.assert(
      fc.property(small, counts, fc.boolean(), (programme, talks, favourite) => {
        const list = found(programme, { talks, favourite });
        const ranges = rangesOf(talks);
        const chosen = list.pairs.map(({ menteeId, mentorId }) => {
          const pair = programme.pairs.find((each) => each.menteeId === menteeId && each.mentorId === mentorId);
          if (pair === undefined) throw new Error("expected allowed pairs of people who take part");
          return pair;
        });
        expect(worthOf(programme, chosen, ranges, favourite)).toEqual(bestWorth(programme, ranges, favourite));
        for (const { side, partners } of list.people)
          expect(partners.length).toBeLessThanOrEqual(ranges[side === "mentee" ? 0 : 1][1]);
        expect(list.status).toBe("optimal");
        expect(list.isLeastShortage).toBe(true);
      }),
      runs(40),
    );
  });

  it("B3: names everybody who has fewer talks than asked for, and nobody else, with what the data say", () => {
    let named = 0;
    fc.assert(
      fc.property(small, counts, (programme, talks) => {
        const list = found(programme, { talks });
        const { input, pairs } = programme;
        const expected = (["mentee", "mentor"] as const).flatMap((side) => {
          const [fewest] = rangeOf(talks[`${side}s`], side === "mentee" ? [3, 3] : [2, 4]);
          return input[`${side}s`]
            .filter(({ capacity }) => capacity !== 0)
            .map(({ id }) => ({
              id,
              side,
              talks: list.pairs.filter((pair) => pair[`${side}Id`] === id).length,
              asked: fewest,
              candidates: pairs.filter((pair) => pair[`${side}Id`] === id).length,
            }))
            .filter((each) => each.talks < fewest);
        });
        expect(
          list.fewer.map(({ id, side, talks: own, asked, candidates }) => ({
            id,
            side,
            talks: own,
            asked,
            candidates,
          })),
        ).toEqual(expected);
        for (const { code, talks: own, candidates } of list.fewer) {
          expect(code === "noCandidate").toBe(candidates === 0);
          expect(code === "fewCandidates").toBe(candidates > 0 && own === candidates);
        }
        for (const { id, side, code, en, tr } of list.fewer) {
          const other = side === "mentor" ? "mentee" : "mentor";
          const [, most] = rangeOf(talks[`${other}s`], side === "mentor" ? [3, 3] : [2, 4]);
          const open = pairs.filter((pair) => pair[`${side}Id`] === id && !isListed(list.pairs, pair));
          const talksOf = (own: string): number => list.pairs.filter((pair) => pair[`${other}Id`] === own).length;
          if (code !== "noFreePlace") continue;
          // the sentence counts those who have no more talks to give, and nobody who talks with the person already
          expect(open.every((pair) => talksOf(pair[`${other}Id`]) === most)).toBe(true);
          const count = open.length;
          if (count > 1) expect(en).toMatch(new RegExp(`\\b${count} ${other}s whom the rules allow have no more`, "u"));
          else expect(en).toMatch(new RegExp(`(?:only|other) ${other} whom the rules allow has no more`, "u"));
          expect(tr).toContain(`${count} ${other}`);
        }
        named += list.fewer.length;
      }),
      runs(20),
    );
    expect(named).toBeGreaterThan(10);
  });

  it("B4: hard numbers are kept or are infeasible with what conflicts, exactly where giving way was needed", () => {
    const seen = { kept: 0, conflicting: 0 };
    fc.assert(
      fc.property(talkProgrammes({ mentees: [2, 3], mentors: [2, 4], allowed: 90 }), counts, (programme, talks) => {
        const soft = found(programme, { talks });
        const hard = shortlist(programme.input, { ...programme.options, talks: { ...talks, hard: true } });
        expect(hard.status === "infeasible").toBe(soft.fewer.length > 0);
        if (hard.status === "infeasible") expect(hard.conflicts.length).toBeGreaterThan(0);
        else expect(hard.pairs).toEqual(soft.pairs);
        seen[hard.status === "infeasible" ? "conflicting" : "kept"] += 1;
      }),
      runs(25),
    );
    expect(Math.min(seen.kept, seen.conflicting)).toBeGreaterThan(shareOf(3));
  });

  it("X3, V3: no order of the input matters, and the input stays as it is", () => {
    fc.assert(
      fc.property(small, counts, (programme, talks) => {
        const { input } = programme;
        const before = JSON.stringify(input);
        const turned = { mentors: [...input.mentors].reverse(), mentees: [...input.mentees].reverse() };
        const options = { ...programme.options, talks, favourite: true };
        expect(JSON.stringify(shortlist(turned, options))).toBe(JSON.stringify(shortlist(input, options)));
        expect(JSON.stringify(input)).toBe(before);
      }),
      runs(8),
    );
  });

  it("orders everybody's talks by score and tells their exposure", () => {
    const programme = programmeOfScores([
      [90, 50, 10],
      [80, 70, 10],
      [20, 30, 40],
    ]);
    const list = found(programme, { talks: { mentees: 2, mentors: [0, 3] } });
    expect(list.people.map(({ id, partners, exposure }) => [id, partners, exposure])).toEqual([
      ["s0", ["j0", "j1"], { lists: 2, weight: 1.63093 }],
      ["s1", ["j0", "j1"], { lists: 2, weight: 1.63093 }],
      ["s2", ["j2", "j1"], { lists: 2, weight: 1.5 }],
      ["j0", ["s0", "s1"], { lists: 2, weight: 2 }],
      ["j1", ["s1", "s0", "s2"], { lists: 3, weight: 1.89279 }],
      ["j2", ["s2"], { lists: 1, weight: 1 }],
    ]);
  });

  it("keeps pins, and gives numbers of talks before favourites and favourites before scores", () => {
    const scores = [
      [90, 90, 10],
      [90, 90, 10],
      [90, 90, 10],
    ];
    const programme = programmeOfScores(scores, [[2], [2], [2]]);
    const two = found(programme, { talks: { mentees: 2, mentors: 2 }, favourite: true });
    expect(two.pairs.filter(({ favourite }) => favourite === true)).toHaveLength(2);
    expect(two.favouritesMissing?.map(({ menteeId, code }) => [menteeId, code])).toEqual([["s2", "taken"]]);
    expect(two.pairs.some(({ pinned }) => pinned === true)).toBe(false);
    const { input, options } = programme;
    const codes = (mentors: typeof input.mentors, more: object = {}) => {
      const list = shortlist(
        { ...input, mentors },
        { ...options, ...more, talks: { mentees: [1, 2], mentors: [0, 2] }, favourite: true },
      );
      return "favouritesMissing" in list ? new Set(list.favouritesMissing.map(({ code }) => code)) : undefined;
    };
    const out = input.mentors.map((mentor) => (mentor.id === "j2" ? { ...mentor, capacity: 0 } : mentor));
    expect(codes(out)).toEqual(new Set(["absent"]));
    const avoiding = input.mentors.map((mentor) =>
      mentor.id === "j2" ? { ...mentor, avoid: ["s0", "s1", "s2"] } : mentor,
    );
    expect(codes(avoiding)).toEqual(new Set(["refused"]));
    expect(codes(input.mentors, { quotas: [quota("no j2", { mentor: { id: "j2" } }, { max: 0 })] })).toEqual(
      new Set(["limits"]),
    );
    const pins = [{ mentorId: "j2", menteeId: "s2" }];
    const pinned = found(programme, { talks: { mentees: 2, mentors: 2 }, favourite: true, pins });
    expect(pinned.pairs.filter((pair) => pair.pinned === true)).toMatchObject(pins);
    expect(pinned.favouritesMissing).toMatchObject([{ menteeId: "s1" }]);
  });

  it("spreads talks over departments, and under quotas what gives way is told and not called the least", () => {
    const { input, options } = programmeOfScores([
      [90, 80, 10, 20],
      [90, 80, 10, 20],
    ]);
    const departments = ["Law", "Law", "IT", "IT"];
    const placed = {
      ...input,
      mentors: input.mentors.map((mentor, at) => ({ ...mentor, department: departments[at] ?? "" })),
    };
    const list = shortlist(placed, {
      ...options,
      talks: { mentees: 2, mentors: [0, 2] },
      spread: 1,
      objective: "score",
    });
    if (list.status === "infeasible") throw new Error("expected a list");
    expect(list.people.slice(0, 2).map(({ partners }) => partners)).toEqual([
      ["j0", "j3"],
      ["j0", "j3"],
    ]);
    const none = quota("none in IT", { mentor: { department: "IT" } }, { max: 0 });
    const limited = shortlist(placed, { ...options, talks: { mentees: 3, mentors: [0, 2] }, quotas: [none] });
    if (limited.status === "infeasible") throw new Error("expected a list");
    expect(limited.fewer.map(({ id, talks, code }) => [id, talks, code])).toEqual([
      ["s0", 2, "limits"],
      ["s1", 2, "limits"],
    ]);
    expect(limited.isLeastShortage).toBe(false);
    const all = quota("all in IT", { mentor: { department: "IT" } }, { min: 9 });
    expect(shortlist(placed, { ...options, quotas: [all] }).status).toBe("infeasible");
  });

  it("refuses what it does not honour, all together, and bad loads of the input that it would replace", () => {
    const { input, options } = programmeOfScores([[10], [20]]);
    const bad = { talks: { mentees: 0, mentors: [3, 2], hard: 1, most: 2 }, spread: 0, favourite: "yes" };
    const error = thrownBy(() =>
      shortlist(input, { ...options, ...(bad as object), objective: "stable", fixes: true } as ShortlistOptions),
    );
    expect(error.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "FIELD_UNKNOWN /talks/most",
      "NUMBER_RANGE /talks/mentees",
      "LOAD_RANGE /talks/mentors",
      "FIELD_TYPE /talks/hard",
      "FIELD_TYPE /favourite",
      "NUMBER_RANGE /spread",
      "OPTION_CONFLICT /fixes",
      "OPTION_CONFLICT /objective",
    ]);
    const broken = { ...input, mentors: [{ id: "j0", teaches: [], capacity: -1 }] };
    expect(thrownBy(() => shortlist(broken, options)).issues[0]?.path).toBe("/mentors/0/capacity");
  });

  it("tells a binary logarithm to the sixth decimal", () => {
    for (let value = 1; value <= 200; value += 1) expect(binaryLogarithm(value)).toBeCloseTo(Math.log2(value), 9);
  });
});

interface Ids {
  readonly mentorId: string;
  readonly menteeId: string;
}

function isListed(pairs: readonly Ids[], { mentorId, menteeId }: Ids): boolean {
  return pairs.some((pair) => pair.mentorId === mentorId && pair.menteeId === menteeId);
}
