import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areLinesSound, chartIssues } from "../../../src/model/people/chart.ts";
import type { Person } from "../../../src/model/schema/schema.ts";
import { runs, shareOf } from "../../support/runs.ts";

const IDS = ["a", "b", "c", "d", "e"];

/** Few people with lines to anybody: to themselves, to strangers and in circles too. */
const people: fc.Arbitrary<readonly Person[]> = fc
  .array(fc.tuple(fc.option(fc.nat(7)), fc.array(fc.nat(6), { maxLength: 1 })), { maxLength: IDS.length })
  .map((lines) =>
    lines.map(([manager, dotted], place) => ({
      id: IDS[place] ?? "",
      managerId: manager === null ? null : (IDS[manager] ?? (manager === 7 ? "stranger" : null)),
      dottedLineManagerIds: dotted.map((each) => IDS[each] ?? "stranger"),
    })),
  );

describe("reporting lines", () => {
  it("are sound if and only if there is no issue with them", () => {
    const seen = { sound: 0, unsound: 0 };
    fc.assert(
      fc.property(people, (list) => {
        const known = list.map((person) => ({ person, path: [], elsewhere: new Map() }));
        const isSound = chartIssues(known, new Set(list.map(({ id }) => id))).length === 0;
        expect(areLinesSound(list)).toBe(isSound);
        seen[isSound ? "sound" : "unsound"] += 1;
      }),
      runs(2_000),
    );
    expect(Math.min(seen.sound, seen.unsound)).toBeGreaterThan(shareOf(200));
  });
});
