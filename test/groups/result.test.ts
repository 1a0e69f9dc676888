import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ban, matchPairs, prepareProgramme, replay } from "../../src/index.ts";
import { coveredBy, different, type GroupCriterion, matchGroups } from "../../src/groups/index.ts";
import { groupProgrammes, tags } from "../support/group-programmes.ts";
import { runs } from "../support/runs.ts";
import { thrownBy } from "../support/thrown-by.ts";

const mentee = (id: string, more: object = {}) => ({ id, learns: ["AI"], ...more });
const mentor = (id: string, more: object = {}) => ({ id, teaches: ["AI"], ...more });
const input = {
  mentees: ["s1", "s2"].map((id) => mentee(id)),
  mentors: ["j1", "j2", "j3", "j4", "j5"].map((id) => mentor(id)),
};

describe("proof of groups", () => {
  it("tells the most people of the side that coverage counts, by name", () => {
    for (const [coverage, people, en, tr] of [
      ["both", 6, "places as many people", "Aynı sayıda kişiyi"],
      ["mentees", 2, "places as many mentees", "Aynı sayıda mentee yerleştiren"],
      ["mentors", 4, "places as many mentors", "Aynı sayıda mentor yerleştiren"],
    ] as const) {
      const { proof } = matchGroups(input, { of: { mentors: 2 }, coverage, rules: [] });
      expect(proof.people).toBe(people);
      expect([proof.en, proof.tr]).toEqual([expect.stringContaining(en), expect.stringContaining(tr)]);
      const pairs = matchGroups(input, { of: { mentors: 1 }, coverage, rules: [] });
      expect(pairs.proof).toMatchObject({ kind: "prices", people: coverage === "both" ? 4 : 2 });
      expect([pairs.proof.en, pairs.proof.tr]).toEqual([expect.stringContaining(en), expect.stringContaining(tr)]);
    }
    const { proof } = matchGroups(input, { of: { mentors: 2 }, objective: "score", rules: [] });
    expect(proof.people).toBeUndefined();
    expect(proof.en).toContain("No plan there is has a better total");
  });
});

describe("groups in order", () => {
  it("come by their first mentee, groups round mentees and circles, and name people by id", () => {
    fc.assert(
      fc.property(
        groupProgrammes(4, 5),
        fc.constantFrom({ mentors: [1, 2] as const }, { circle: [2, 3] as const }),
        (programme, of) => {
          const { groups } = matchGroups(programme.input, { ...programme.options, of, joint: [tags(1)] });
          const firsts = groups.map(({ menteeIds }) => menteeIds[0] ?? "");
          expect(firsts).toEqual([...firsts].sort());
          for (const { menteeIds, mentorIds, members } of groups) {
            expect(menteeIds).toEqual([...menteeIds].sort());
            expect(mentorIds).toEqual([...mentorIds].sort());
            expect(members.map(({ id }) => id)).toEqual(members.map(({ id }) => id).sort());
          }
        },
      ),
      runs(40),
    );
  });
});

describe("what a member adds", () => {
  it("is not told where a criterion of the caller's cannot judge a smaller group", () => {
    const faulty: readonly ((count: number) => number)[] = [
      (count) => {
        if (count < 2) throw new Error("no group");
        return 1;
      },
      (count) => (count < 2 ? Number.NaN : 1),
    ];
    for (const measure of faulty) {
      const two: GroupCriterion = { name: "two", weight: 1, value: ({ mentors }) => measure(mentors.length) };
      const { groups } = matchGroups(input, { of: { mentors: 2 }, joint: [two], rules: [] });
      expect(groups).toHaveLength(2);
      for (const { members } of groups) {
        for (const { adds, side, reasons } of members) {
          expect(adds).toBeNull();
          const told = side === "mentee" ? "Without this member there is no group." : "A criterion does not say";
          expect(reasons.map(({ en }) => en).join(" ")).toContain(told);
        }
      }
    }
    const never: GroupCriterion = { name: "never", weight: 1, value: () => Number.NaN };
    expect(thrownBy(() => matchGroups(input, { of: { mentors: 2 }, joint: [never], rules: [] })).code).toBe(
      "CRITERION_RESULT",
    );
  });
});

describe("the input of groups", () => {
  const large = {
    mentees: input.mentees.map((entry) => ({ ...entry, capacity: 2 })),
    mentors: [mentor("j1", { capacity: 3 }), mentor("j2")],
  };

  it("is hashed as given, read once, and its larger capacities are told", () => {
    const { manifest, warnings, totals } = matchGroups(large, { of: { mentors: 1 }, rules: [] });
    expect(manifest.input.sha256).toBe(prepareProgramme(large, { rules: [] }).manifest.input.sha256);
    const unused = warnings.filter(({ code }) => code === "WISH_UNUSED");
    expect(unused.map(({ ids }) => ids)).toEqual([["j1", "s1", "s2"]]);
    expect(totals).toMatchObject({ groups: 2, people: 4 });
    let reads = 0;
    const once = mentor("j1");
    const watched = {
      mentees: input.mentees,
      mentors: [
        Object.defineProperty({ ...once }, "id", {
          enumerable: true,
          get: () => {
            reads += 1;
            return "j1";
          },
        }),
        mentor("j2"),
      ],
    };
    matchPairs(watched, { rules: [] });
    const ofPairs = reads;
    for (const of of [{ mentors: 1 }, { mentors: 2 }]) {
      reads = 0;
      matchGroups(watched, { of, rules: [ban([{ mentorId: "j1", menteeId: "j2" }])] });
      expect(reads).toBe(ofPairs);
    }
  });

  it("has no minimum loads: all are named at once, where they stand", () => {
    const loaded = {
      mentees: [mentee("s2"), mentee("s1", { minimumLoad: 1 })],
      mentors: [mentor("j2", { minimumLoad: 1 }), mentor("j1", { capacity: 2, minimumLoad: 2 })],
    };
    const { issues } = thrownBy(() => matchGroups(loaded, { of: { mentors: 1 }, rules: [] }));
    expect(issues.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
      "OPTION_CONFLICT /mentees/1/minimumLoad",
      "OPTION_CONFLICT /mentors/0/minimumLoad",
      "OPTION_CONFLICT /mentors/1/minimumLoad",
    ]);
  });
});

describe("groups of one and one", () => {
  it("are the pairs of matchPairs, whatever the limit of columns", () => {
    const many = {
      mentees: Array.from({ length: 40 }, (_, at) => mentee(`s${at}`, { level: 5 + (at % 3) })),
      mentors: Array.from({ length: 50 }, (_, at) => mentor(`j${at}`, { level: 1 + (at % 4) })),
    };
    const groups = matchGroups(many, { of: { mentors: 1 }, rules: [], limits: { columns: 10 } });
    const pairs = matchPairs(many, { rules: [] });
    expect(groups.groups.map(({ menteeIds, mentorIds }) => [...menteeIds, ...mentorIds])).toEqual(
      pairs.status === "infeasible" ? [] : pairs.pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId]),
    );
    expect(groups.totals.possible).toBe(2_000);
    expect(groups.unmatched.map(({ code, possible }) => [code, possible])).toEqual(
      Array.from({ length: 10 }, () => ["outscored", 40]),
    );
  });
});

describe("the manifest of groups", () => {
  it("records what groups are made of and judged by, as plain data, and is no manifest of pairs", () => {
    const own: GroupCriterion = { ...tags(2), version: "3" };
    const joint = [coveredBy("any"), different("department", { among: "mentors", weight: 0.5 }), own];
    const { manifest } = matchGroups(input, { of: { mentors: [1, 2] }, joint, rules: [], limits: { work: 1_000_000 } });
    expect(manifest.groups).toEqual({
      of: { mentors: [1, 2], mentees: [1, 1] },
      judgesPairs: true,
      joint: [
        { name: "coveredBy", weight: 4, settings: { how: "any" } },
        { name: "different department", weight: 0.5, settings: { field: "department", among: "mentors" } },
        { name: "tags", weight: 2, version: "3", own: true },
      ],
      limits: { work: 1_000_000 },
    });
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
    const refused = thrownBy(() => replay(input, JSON.parse(JSON.stringify(manifest)) as typeof manifest));
    expect(refused.issues).toMatchObject([{ code: "MANIFEST_KIND", path: "/groups" }]);
    expect(refused.issues[0]?.hint).toContain("matchGroups");
    const circle = matchGroups(input, { of: { circle: 3 }, criteria: [], joint: [own], rules: [] }).manifest;
    expect(circle.groups).toMatchObject({ of: { circle: [3, 3] }, judgesPairs: false });
  });
});
