import { describe, expect, it } from "vitest";
import { coveredBy, type GroupOptions, matchGroups } from "../../src/groups/index.ts";
import { tags } from "../support/group-programmes.ts";
import { thrownBy } from "../support/thrown-by.ts";

const input = { mentors: [{ id: "j", teaches: [] }], mentees: [{ id: "s", learns: [] }] };

const issuesOf = (options: object): readonly string[] =>
  thrownBy(() => matchGroups(input, options as GroupOptions)).issues.map(({ code, path }) => `${code} ${path}`);

describe("sizes of groups", () => {
  it.each([
    [{ circle: 6, mentors: [1, 2], mentees: [1, 3] }, "OPTION_CONFLICT /of/circle"],
    [{ circle: 4, mentors: 5 }, "OPTION_CONFLICT /of/mentors"],
    [{ circle: [3, 4], mentees: [2, 6] }, "OPTION_CONFLICT /of/mentees"],
    [{ circle: [1, 4] }, "NUMBER_RANGE /of/circle"],
    [{ circle: 1 }, "NUMBER_RANGE /of/circle"],
    [{ circle: 0 }, "NUMBER_RANGE /of/circle"],
    [{ circle: [5, 4] }, "NUMBER_RANGE /of/circle"],
    [{ circle: [4] }, "NUMBER_RANGE /of/circle"],
    [{ circle: 4.5 }, "NUMBER_RANGE /of/circle"],
    [{ circle: undefined }, "FIELD_MISSING /of/mentors"],
    [{ mentors: undefined }, "FIELD_MISSING /of/mentors"],
    [{ mentors: 0 }, "NUMBER_RANGE /of/mentors"],
    [{ mentors: 8 }, "LIMIT_ITEMS /of"],
    [{ mentors: Array(2) }, "NUMBER_RANGE /of/mentors"],
  ])("refuses what no group can be: %j", (of, expected) => {
    expect(issuesOf({ of })).toEqual([expected]);
  });

  it.each([
    { circle: 4 },
    { circle: [2, 8], mentors: [1, 8] },
    { circle: 4, mentors: 4, mentees: 4 },
    { circle: 4, mentors: 2, mentees: 2 },
    { mentors: [1, 7] },
  ] as const)("takes %j", (of) => {
    expect(matchGroups(input, { of }).status).toBe("optimal");
  });
});

describe("joint criteria", () => {
  it("are refused with fields that nothing would honour, or of another kind", () => {
    const right = tags(1);
    const coverage = coveredBy("any");
    for (const [more, expected] of [
      [{ replacs: "topics" }, "FIELD_UNKNOWN /joint/0/replacs"],
      [{ upper: () => 1 }, "FIELD_UNKNOWN /joint/0/upper"],
      [{ replaces: 7 }, "FIELD_TYPE /joint/0/replaces"],
      [{ title: "tags" }, "FIELD_TYPE /joint/0/title"],
      [{ prepare: {} }, "FIELD_TYPE /joint/0/prepare"],
      [{ version: 2 }, "FIELD_TYPE /joint/0/version"],
      [{ settings: 2 }, "FIELD_TYPE /joint/0/settings"],
      [{ weight: 0.1234567 }, "WEIGHT_RANGE /joint/0/weight"],
    ] as const) {
      for (const criterion of [right, coverage]) {
        expect(issuesOf({ of: { mentors: 2 }, joint: [{ ...criterion, ...more }] })).toEqual([expected]);
      }
    }
    expect(issuesOf({ of: { mentors: 2 }, joint: [null, [], right] })).toEqual([
      "FIELD_TYPE /joint/0",
      "FIELD_TYPE /joint/1",
    ]);
  });
});
