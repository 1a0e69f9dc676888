import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MatchInput, meetingTime } from "../../src/index.ts";
import { graphOf, pairsIn } from "../support/graph-of.ts";
import { thrownBy } from "../support/thrown-by.ts";

const WEEKS = { start: "2027-01-04", end: "2027-01-31" };
const DAYS = ["Mon", "Tue", "Wed"];
/** Minutes ahead of UTC. */
const ZONES = { "+00:00": 0, "+03:00": 180, "-05:00": -300 } as const;

const hour = (hours: number): string => `${String(hours).padStart(2, "0")}:00`;
const window = fc
  .tuple(fc.constantFrom(...DAYS), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 12 }))
  .map(([day, start, length]) => ({ day, start, end: Math.min(24, start + length) }));
const person = fc.record({
  zone: fc.constantFrom(...(Object.keys(ZONES) as (keyof typeof ZONES)[])),
  windows: fc.array(window, { maxLength: 3 }),
});

type Drawn = typeof person extends fc.Arbitrary<infer Value> ? Value : never;

const entryOf = (id: string, { zone, windows }: Drawn): { id: string; timeZone: string; availability?: string } => ({
  id,
  timeZone: zone,
  ...(windows.length === 0
    ? {}
    : { availability: windows.map(({ day, start, end }) => `${day} ${hour(start)}-${hour(end)}`).join("; ") }),
});

/** The hours of UTC in a week in which somebody can meet, within local hours. */
function hoursOf({ zone, windows }: Drawn, from: number, to: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { day, start, end } of windows) {
    for (let local = Math.max(start, from); local < Math.min(end, to); local += 1) {
      found.add((DAYS.indexOf(day) * 24 + local - ZONES[zone] / 60 + 168) % 168);
    }
  }
  return found;
}

describe("meetingTime", () => {
  it("R: counts the hours of both clocks within which time counts, hour by hour", () => {
    const people = fc.array(person, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(people, people, fc.integer({ min: 0, max: 12 }), (mentors, mentees, from) => {
        const to = from + 10;
        const input: MatchInput = {
          period: WEEKS,
          mentors: mentors.map((one, index) => ({ ...entryOf(`a${index}`, one), teaches: ["AI"] })),
          mentees: mentees.map((one, index) => ({ ...entryOf(`p${index}`, one), learns: ["AI"] })),
        };
        const rules = [meetingTime({ minutes: 60, within: { from: hour(from), to: hour(to) }, unknown: "allow" })];
        const { program, graph } = graphOf(input, { rules });
        const expected = mentees.flatMap((mentee, row) =>
          mentors.flatMap((mentor, column) => {
            const [a, b] = [hoursOf(mentor, from, to), hoursOf(mentee, from, to)];
            const isUnknown = mentor.windows.length === 0 || mentee.windows.length === 0;
            return isUnknown || [...a].some((at) => b.has(at)) ? [`"a${column}"-"p${row}"`] : [];
          }),
        );
        expect(pairsIn(program, graph)).toEqual(expected);
      }),
    );
  });

  it("refuses hours that no day has", () => {
    const code = (from: string, to: string): string =>
      thrownBy(() => meetingTime({ minutes: 60, within: { from, to } })).code;
    expect(code("18:00", "08:00")).toBe("WINDOW_ORDER");
    expect(code("8", "18:00")).toBe("WINDOW_FORMAT");
    expect(code("08:00", "24:01")).toBe("WINDOW_FORMAT");
  });
});
