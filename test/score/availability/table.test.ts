import * as fc from "fast-check";
import { drain } from "../../../src/base/steps.ts";
import { describe, expect, it } from "vitest";
import { minutesRunByRun } from "../../../src/score/availability/common-minutes.ts";
import { availabilityPool } from "../../../src/score/availability/pool.ts";
import { minutesTable } from "../../../src/score/availability/table.ts";
import { availability } from "../../../src/score/criteria/availability.ts";
import { ODD_WEEKS, PLAIN_ZONES, profileOf, sideIn } from "../support/availability-arbitraries.ts";
import { isoDatePlus } from "../support/time-oracle.ts";
import { runs } from "../../support/runs.ts";

const pools = fc
  .record({ odd: fc.constantFrom(...ODD_WEEKS), weeks: fc.constantFrom(1, 2, 5, 30) })
  .chain(({ odd, weeks }) => {
    const side = fc.constantFrom(odd.zone, ...PLAIN_ZONES).chain((zone) => sideIn(zone, odd.start, 0));
    const people = fc.array(side.map(profileOf), { minLength: 1, maxLength: 8 });
    const context = { period: { start: odd.start, end: isoDatePlus(odd.start, weeks * 7 - 1) } };
    return fc.record({ mentors: people, mentees: people, context: fc.constant(context) });
  });

describe("the table of common minutes", () => {
  it("T2, T6: has for every pair what walking through the runs gives, with days away and blocks of any length", () => {
    fc.assert(
      fc.property(pools, fc.constantFrom(1, 30, 45, 61, 480, 1_440), (pool, minimumBlock) => {
        const people = drain(availabilityPool(pool));
        fc.pre(people !== undefined);
        const table = drain(minutesTable(people, minimumBlock, Infinity));
        if (table === undefined) throw new Error("no table under an infinite limit");
        const walk = minutesRunByRun(people, minimumBlock);
        const rows = people.mentors.timetables.length;
        const [row, expected] = [new Int32Array(rows), new Int32Array(rows)];
        for (const mentee of people.mentees.timetables.keys()) {
          table.row(mentee, row);
          walk.row(mentee, expected);
          expect(row).toEqual(expected);
          for (let mentor = 0; mentor < rows; mentor += 1) {
            expect(table.pair(mentee, mentor)).toBe(expected[mentor]);
          }
        }
      }),
      runs(500),
    );
  });

  it("S10: a pool large enough for the table gives the same points as each pair alone", () => {
    const { zone, start } = ODD_WEEKS[0];
    const context = { period: { start, end: isoDatePlus(start, 69) } };
    const side = fc.constantFrom(zone, ...PLAIN_ZONES).chain((name) => sideIn(name, start, 0));
    const everyone = fc.array(side.map(profileOf), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(everyone, everyone, (mentors, mentees) => {
        const criterion = availability({ targetMinutes: 300 });
        const prepared = criterion.prepare({ mentors, mentees, context });
        const row = new Int32Array(mentors.length);
        for (const [j, mentee] of mentees.entries()) {
          prepared.pointsRow?.(j, row);
          for (const [i, mentor] of mentors.entries()) {
            const alone = criterion.prepare({ mentors: [mentor], mentees: [mentee], context }).points(0, 0);
            expect([prepared.points(j, i), row[i]]).toEqual([alone, alone]);
          }
        }
      }),
      runs(4),
    );
  });
});
