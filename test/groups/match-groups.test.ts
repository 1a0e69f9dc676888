import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchPairs, rule } from "../../src/index.ts";
import {
  commonTime,
  coveredBy,
  different,
  type GroupOptions,
  type GroupResult,
  levelSpread,
  matchGroups,
} from "../../src/groups/index.ts";
import {
  bestGroups,
  type GroupProgramme,
  groupProgrammes,
  oracleGroups,
  pairKey,
  tags,
} from "../support/group-programmes.ts";
import { runs } from "../support/runs.ts";
import { thrownBy } from "../support/thrown-by.ts";

const SHAPES = [
  { of: { mentors: 2 }, fits: (mentees: number, mentors: number) => mentees === 1 && mentors === 2 },
  {
    of: { mentors: [1, 3] },
    fits: (mentees: number, mentors: number) => mentees === 1 && mentors >= 1 && mentors <= 3,
  },
  {
    of: { mentees: 2, mentors: [1, 2] },
    fits: (mentees: number, mentors: number) => mentees === 2 && mentors >= 1 && mentors <= 2,
  },
  {
    of: { circle: [3, 4] },
    fits: (mentees: number, mentors: number) =>
      mentees >= 1 && mentors >= 1 && mentees + mentors >= 3 && mentees + mentors <= 4,
  },
] as const;

const membersOf = ({ groups }: GroupResult): readonly (readonly string[])[] =>
  groups.map(({ members }) => members.map(({ id }) => id));

/** Throws unless groups are disjoint, keep apart whom the input keeps apart, and sum to what is told. */
function expectSound({ apart }: GroupProgramme, result: GroupResult): void {
  const all = membersOf(result).flat();
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBe(result.totals.people);
  for (const group of membersOf(result)) {
    for (const [at, a] of group.entries())
      for (const b of group.slice(at + 1)) expect(apart.has(pairKey(a, b))).toBe(false);
  }
  for (const { score, contributions, reasons } of result.groups) {
    expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    expect(reasons.length).toBe(contributions.length);
  }
  expect(result.totals.score).toBe(result.groups.reduce((sum, { score }) => sum + score, 0));
  expect([...all, ...result.unmatched.map(({ id }) => id)].sort()).toHaveLength(
    new Set([...all, ...result.unmatched.map(({ id }) => id)]).size,
  );
}

describe("matchGroups", () => {
  it.each(SHAPES)("is the best of all plans that the rules allow, of $of", ({ of, fits }) => {
    fc.assert(
      fc.property(
        groupProgrammes(4, 4),
        fc.constantFrom("coverage", "score"),
        fc.constantFrom(0, 0.5, 3),
        (programme, objective, weight) => {
          const result = matchGroups(programme.input, { ...programme.options, of, objective, joint: [tags(weight)] });
          expectSound(programme, result);
          expect(result.status).toBe("optimal");
          const groups = oracleGroups(programme, fits, weight);
          expect(result.totals.possible).toBe(groups.length);
          expect({ people: result.totals.people, worth: result.totals.worth }).toMatchObject(
            objective === "coverage" ? bestGroups(groups, true) : { worth: bestGroups(groups, false).worth },
          );
        },
      ),
      runs(12),
    );
  });

  it("of one mentor and one mentee is matchPairs: the same pairs, scores and points", () => {
    fc.assert(
      fc.property(groupProgrammes(4, 5), fc.constantFrom("coverage", "score"), (programme, objective) => {
        const { input, options } = programme;
        const allowed = input.mentees.flatMap(({ id: menteeId }) =>
          input.mentors
            .filter(({ id }) => !programme.apart.has(pairKey(id, menteeId)))
            .map(({ id: mentorId }) => ({ mentorId, menteeId })),
        );
        const isAllowed = new Set(allowed.map(({ mentorId, menteeId }) => `${menteeId} ${mentorId}`));
        const rules = [rule("apart", (mentor, mentee) => isAllowed.has(`${mentee.id} ${mentor.id}`))];
        const pairs = matchPairs(input, { ...options, rules, objective });
        const groups = matchGroups(input, { ...options, of: { mentors: 1 }, objective, joint: [tags(0)] });
        expect(pairs.status).toBe("optimal");
        const ofPairs = pairs.status === "infeasible" ? [] : pairs.pairs;
        expect(groups.groups.map(({ menteeIds, mentorIds, score }) => [...menteeIds, ...mentorIds, score])).toEqual(
          ofPairs.map(({ menteeId, mentorId, score }) => [menteeId, mentorId, score]),
        );
        expect(groups.groups.map(({ contributions }) => contributions.map(({ points }) => points))).toEqual(
          ofPairs.map(({ contributions }) => contributions.map(({ points }) => points)),
        );
      }),
      runs(20),
    );
  });

  it("does not change with a joint criterion of weight 0, nor with the order of the input", () => {
    fc.assert(
      fc.property(groupProgrammes(4, 4), (programme) => {
        const options: GroupOptions = { ...programme.options, of: { mentors: [1, 2] }, joint: [tags(1)] };
        const result = matchGroups(programme.input, options);
        const { mentees, mentors } = programme.input;
        const turned = { mentees: [...mentees].reverse(), mentors: [...mentors].reverse() };
        expect(matchGroups(turned, options)).toEqual(result);
        const more = [tags(1), { ...tags(0), name: "nothing" }, coveredBy("any", { weight: 0 })];
        const { manifest, ...plan } = matchGroups(programme.input, { ...options, joint: more });
        expect({ ...plan, manifest: { ...manifest, groups: result.manifest.groups } }).toEqual(result);
      }),
      runs(12),
    );
  });

  it("gives the same totals under other ids", () => {
    fc.assert(
      fc.property(groupProgrammes(4, 4), (programme) => {
        const other = (id: string): string => `x${9 - Number(id.slice(1))}${id.slice(0, 1)}`;
        const renamed = {
          mentees: programme.input.mentees.map((entry) => renamedEntry(entry, other)),
          mentors: programme.input.mentors.map((entry) => renamedEntry(entry, other)),
        };
        const back = new Map([...programme.mentees, ...programme.mentors].map((id) => [other(id), id]));
        const stated = rule(
          "apart",
          (a, b) => !programme.apart.has(pairKey(back.get(a.id) ?? "", back.get(b.id) ?? "")),
          { between: "anyTwo" },
        );
        const options: GroupOptions = { of: { mentors: 2 }, joint: [tags(2)], criteria: [] };
        const result = matchGroups(programme.input, { ...options, rules: programme.options.rules ?? [] });
        expect(matchGroups(renamed, { ...options, rules: [stated] }).totals).toEqual(result.totals);
      }),
      runs(12),
    );
  });

  it("with little work is within the gap that it tells", () => {
    fc.assert(
      fc.property(groupProgrammes(4, 5), (programme) => {
        const options: GroupOptions = { ...programme.options, of: { circle: [3, 4] }, joint: [tags(1)] };
        const best = matchGroups(programme.input, options).totals;
        const { totals, gap } = matchGroups(programme.input, { ...options, limits: { work: 500 } });
        const { people, worth } = gap ?? { people: 0, worth: 0 };
        expect(totals.people + people).toBeGreaterThanOrEqual(best.people);
        expect(totals.people < best.people || totals.worth + worth >= best.worth).toBe(true);
      }),
      runs(12),
    );
  });

  it("refuses options that it does not know, all at once", () => {
    const input = { mentors: [{ id: "j", teaches: [] }], mentees: [{ id: "s", learns: [] }] };
    const codes = (options: object): readonly string[] =>
      thrownBy(() => matchGroups(input, options as GroupOptions)).issues.map(({ code, path }) => `${code} ${path}`);
    expect(codes({})).toEqual(["FIELD_MISSING /of"]);
    expect(codes({ of: { mentors: 0 }, pins: [], joint: [commonTime], limits: { work: -1, time: 3 } })).toEqual([
      "OPTION_CONFLICT /pins",
      "NUMBER_RANGE /of/mentors",
      "FIELD_TYPE /joint/0",
      "NUMBER_RANGE /limits/work",
      "FIELD_UNKNOWN /limits/time",
    ]);
    expect(codes({ of: { circle: [4, 9] } })).toEqual(["LIMIT_ITEMS /of/circle"]);
    expect(codes({ of: { circle: 1 } })).toEqual(["NUMBER_RANGE /of/circle"]);
    expect(codes({ of: { mentors: 2, size: 3 } })).toEqual(["FIELD_UNKNOWN /of/size"]);
    expect(codes({ of: { mentors: 2 }, objective: "stable" })).toEqual(["OBJECTIVE_UNKNOWN /objective"]);
    expect(codes({ of: { mentors: 2 }, joint: [tags(-1), tags(1)] })).toEqual([
      "WEIGHT_RANGE /joint/0/weight",
      "FIELD_CONFLICT /joint/1/name",
    ]);
    const loaded = { ...input, mentors: [{ id: "j", teaches: [], minimumLoad: 1 }] };
    expect(thrownBy(() => matchGroups(loaded, { of: { mentors: 1 } })).code).toBe("OPTION_CONFLICT");
    expect(matchGroups({ mentors: [], mentees: [] }, { of: { mentors: 2 } })).toMatchObject({
      status: "optimal",
      groups: [],
    });
  });
});

function renamedEntry<Entry extends { readonly id: string }>(entry: Entry, other: (id: string) => string): Entry {
  return { ...entry, id: other(entry.id), managerId: undefined, avoid: [] };
}

describe("people who are left out", () => {
  const mentee = (id: string, more: object = {}) => ({ id, learns: ["AI"], ...more });
  const mentor = (id: string, more: object = {}) => ({ id, teaches: ["AI"], ...more });

  it("are told why, each once", () => {
    const input = {
      people: [{ id: "head" }],
      mentees: [mentee("s1"), mentee("s2", { capacity: 0 }), mentee("s3", { learns: ["Excel"] })],
      mentors: [mentor("j1"), mentor("j2"), mentor("j3"), mentor("j4", { avoid: ["j1", "j2", "j3"] })],
    };
    const { groups, unmatched } = matchGroups(input, { of: { mentors: 2 } });
    expect(groups).toHaveLength(1);
    expect(unmatched.map(({ id, code }) => `${id} ${code}`)).toEqual([
      "s2 notThisRound",
      "s3 noCandidate",
      "j3 outscored",
      "j4 noGroup",
    ]);
    const [, s3, , j4] = unmatched;
    expect(s3?.reasons.map(({ about }) => about)).toEqual(["noCandidate", "sharedTopic"]);
    expect(j4?.reasons.map(({ en }) => en)).toContain(
      "3 people: Cannot be paired: one of the two asked to avoid the other.",
    );
  });

  it("are nobody who is in a circle on both sides", () => {
    const both = ["a", "b"].map((id) => ({ id, level: 2 }));
    const input = {
      mentees: [...both.map((each) => ({ ...each, learns: ["AI"] })), { id: "s", level: 5, learns: ["AI"] }],
      mentors: [...both.map((each) => ({ ...each, teaches: ["AI"] })), { id: "j", level: 1, teaches: ["AI"] }],
    };
    const { groups, totals, unmatched } = matchGroups(input, { of: { circle: 4 }, rules: [] });
    expect(groups.map(({ members }) => members.map(({ id, side }) => `${id} ${side}`))).toEqual([
      ["a both", "b both", "j mentor", "s mentee"],
    ]);
    expect(groups[0]?.pairs).toHaveLength(7);
    expect(totals).toMatchObject({ people: 4, placedMentees: 3, placedMentors: 3 });
    expect(unmatched).toEqual([]);
  });
});

describe("joint criteria", () => {
  const week = (from: string, to: string) => [{ day: "Mon", start: from, end: to }] as const;
  const person = (id: string, from: string, to: string) => ({
    id,
    timeZone: "Europe/Istanbul",
    availability: week(from, to),
  });
  const input = {
    period: { start: "2026-01-05", end: "2026-03-29" },
    mentees: [{ ...person("s", "09:00", "12:00"), level: 6, department: "Board", learns: ["AI", "Design", "Python"] }],
    mentors: [
      { ...person("j1", "09:00", "10:00"), level: 1, department: "Sales", teaches: ["AI"] },
      { ...person("j2", "09:30", "11:00"), level: 2, department: "IT", teaches: ["Design"] },
      { ...person("j3", "11:00", "12:00"), level: 2, department: "Sales", teaches: ["AI", "Python"] },
    ],
  };
  const joint = [
    coveredBy("any"),
    coveredBy("all", { name: "all" }),
    commonTime({ targetMinutes: 60 }),
    different("department", { among: "mentors" }),
    levelSpread({ targetLevels: 10 }),
  ];
  const context = {};
  const valueOf = (place: number, mentors: readonly number[]): number | null | undefined =>
    joint[place]?.value({
      mentees: input.mentees.map((entry) => ({ ...entry, capacity: 1, minimumLoad: 0 })),
      mentors: mentors.map((at) => ({ ...input.mentors[at]!, capacity: 1, minimumLoad: 0 })),
      context: { ...context, period: input.period },
    });

  it("judge the group as a whole", () => {
    expect(valueOf(0, [0, 1])).toBeCloseTo(2 / 3, 5);
    expect(valueOf(0, [0, 2])).toBeCloseTo(2 / 3, 5);
    expect(valueOf(0, [1, 2])).toBe(1);
    expect(valueOf(1, [0, 2])).toBeCloseTo(1 / 3, 5);
    expect(valueOf(1, [0, 1])).toBe(0);
    expect(valueOf(2, [0, 1])).toBe(0.5);
    expect(valueOf(2, [0])).toBe(1);
    expect(valueOf(2, [1, 2])).toBe(0);
    expect(valueOf(3, [0, 1])).toBe(1);
    expect(valueOf(3, [0, 2])).toBe(0);
    expect(valueOf(3, [0])).toBeNull();
    expect(valueOf(4, [0, 1])).toBe(0.5);
  });

  it("are the same compiled as alone, and speak of the group and its members", () => {
    const result = matchGroups(input, { of: { mentors: 2 }, rules: [], joint });
    const [group] = result.groups;
    const at = (group?.mentorIds ?? []).map((id) => input.mentors.findIndex((mentor) => mentor.id === id));
    const values = group?.contributions.filter(({ kind }) => kind === "joint").map(({ value }) => value);
    expect(values).toEqual(joint.map((_, place) => Math.round(1e6 * (valueOf(place, at) ?? -1))));
    // what a joint criterion judges better is left to it
    expect(group?.contributions.map(({ criterion }) => criterion)).not.toContain("topics");
    for (const { en, tr } of [...(group?.reasons ?? []), ...(group?.members ?? []).flatMap(({ reasons }) => reasons)]) {
      expect(en).toMatch(/^[A-Z0-9"].*\.$/u);
      expect(tr).toMatch(/\.$/u);
    }
    const told = group?.members.flatMap(({ reasons }) => reasons.map(({ en }) => en)).join(" ");
    expect(told).toContain("The only one here who covers:");
  });
});
