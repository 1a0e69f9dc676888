import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { foldText } from "../../src/base/text.ts";
import type { MatchInput, MenteeEntry, MentorEntry, Person } from "../../src/model/schema/schema.ts";
import {
  differentDepartment,
  differentLocation,
  levelGap,
  meetingTime,
  noReportingLine,
  notAgain,
  type PastPair,
  type Rule,
  sharedLanguage,
  timeZonesWithin,
} from "../../src/rules/index.ts";
import { matchPairs } from "../../src/match.ts";
import { graphOf, pairsIn, pairsWhere } from "../support/graph-of.ts";
import { programmes } from "../support/programmes.ts";
import { defaultOracles, type Oracle, personIn, reportingLineOracle, seniorityIn } from "../support/rule-oracles.ts";
import { thrownBy } from "../support/thrown-by.ts";
import { runs } from "../support/runs.ts";

const LANGUAGES: readonly NonNullable<Person["languages"]>[] = [
  ["tr"],
  ["TR", "en"],
  [{ language: "en", level: "A2" }],
  [
    { language: "en", level: "C1" },
    { language: "de", level: "B1" },
  ],
  [],
];
const ZONES = ["Europe/Istanbul", "America/New_York", "Asia/Kathmandu", "+03:00", "UTC"];
const PLACES = ["Finance", "FINANCE ", "Sales", "İzmir", "izmir"];

/** Programmes whose people also have departments, locations, languages and zones, or lack them. */
const rich: fc.Arbitrary<MatchInput> = fc
  .tuple(programmes(), fc.array(fc.nat(1_000), { minLength: 60, maxLength: 60 }))
  .map(([input, draws]) => {
    let next = 0;
    const pick = <T>(items: readonly T[]): T | undefined => items[draws[next++ % draws.length]! % (items.length + 1)];
    const people = (input.people ?? []).map((person): Person => {
      const fields = {
        department: pick(PLACES),
        location: pick(PLACES),
        languages: pick(LANGUAGES),
        timeZone: pick(ZONES),
      };
      const stated = Object.entries(fields).filter(([, value]) => value !== undefined);
      return { ...person, ...Object.fromEntries(stated) };
    });
    return { ...input, people };
  });

function expectRule(input: MatchInput, rule: Rule, oracle: Oracle): void {
  const { program, graph } = graphOf(input, { rules: [rule] });
  const { notSelf, avoid, indispensableTopics } = defaultOracles(input);
  const oracles = [notSelf!, avoid!, indispensableTopics!, oracle];
  const allowed = pairsWhere(input, (mentor, mentee) => oracles.every((refuses) => !refuses(mentor, mentee)));
  expect(pairsIn(program, graph)).toEqual(allowed);
}

function expectWarning(input: MatchInput, rule: Rule, knows: (entry: MentorEntry | MenteeEntry) => boolean): void {
  const entries = [...input.mentors, ...input.mentees];
  const ids = [...new Set(entries.filter((entry) => !knows(entry)).map(({ id }) => id))].sort();
  const { graph } = graphOf(input, { rules: [rule] });
  expect(graph.warnings.map((warning) => warning.ids)).toEqual(ids.length === 0 ? [] : [ids]);
}

const unknowns = fc.constantFrom("reject", "allow");

describe("rules over stated fields", () => {
  it("A1: levelGap keeps gaps from min to max, both included", () => {
    const bound = fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined });
    fc.assert(
      fc.property(rich, bound, bound, unknowns, (input, first, second, unknown) => {
        fc.pre(first !== undefined || second !== undefined);
        const [min, max] =
          first !== undefined && second !== undefined && first > second ? [second, first] : [first, second];
        const seniorityOf = seniorityIn(input);
        const rule = levelGap({
          ...(min === undefined ? {} : { min }),
          ...(max === undefined ? {} : { max }),
          unknown,
        });
        expectRule(input, rule, (mentor, mentee) => {
          const [junior, senior] = [seniorityOf(mentor.id), seniorityOf(mentee.id)];
          if (junior === undefined || senior === undefined) return unknown === "reject";
          return senior - junior < (min ?? -99) || senior - junior > (max ?? 99);
        });
      }),
      runs(150),
    );
  });

  it("A1: differentDepartment and differentLocation compare folded texts, and warn of unknown ones", () => {
    fc.assert(
      fc.property(rich, unknowns, (input, unknown) => {
        const personOf = personIn(input);
        for (const [rule, field] of [
          [differentDepartment({ unknown }), "department"],
          [differentLocation({ unknown }), "location"],
        ] as const) {
          expectRule(input, rule, (mentor, mentee) => {
            const [a, b] = [personOf(mentor.id)[field], personOf(mentee.id)[field]];
            return a === undefined || b === undefined ? unknown === "reject" : foldText(a) === foldText(b);
          });
          expectWarning(input, rule, ({ id }) => personOf(id)[field] !== undefined);
        }
      }),
      runs(100),
    );
  });

  it("A1: sharedLanguage asks for one language that both speak well enough", () => {
    const order = ["A1", "A2", "B1", "B2", "C1", "C2", "native"] as const;
    fc.assert(
      fc.property(rich, fc.constantFrom(...order), unknowns, (input, level, unknown) => {
        const personOf = personIn(input);
        const spokenBy = (id: string): string[] | undefined => {
          const { languages = [] } = personOf(id);
          if (languages.length === 0) return undefined;
          return languages.flatMap((entry) => {
            if (typeof entry === "string") return [entry.toLowerCase()];
            return order.indexOf(entry.level ?? "native") >= order.indexOf(level) ? [entry.language.toLowerCase()] : [];
          });
        };
        const rule = sharedLanguage({ level, unknown });
        expectRule(input, rule, (mentor, mentee) => {
          const [a, b] = [spokenBy(mentor.id), spokenBy(mentee.id)];
          return a === undefined || b === undefined ? unknown === "reject" : !a.some((each) => b.includes(each));
        });
        expectWarning(input, rule, ({ id }) => spokenBy(id) !== undefined);
      }),
      runs(100),
    );
  });
});

/** Minutes ahead of UTC at the start of an hour, from an implementation of its own. */
const offsets = new Map<string, number>();
function offsetAt(zone: string, minute: number): number {
  const key = `${zone} ${Math.floor(minute / 60)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.floor(minute / 60) * 3_600_000);
  const offset = Math.round(instant.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9);
  offsets.set(key, offset);
  return offset;
}

const WEEK = 10_080;
/** Monday 2027-03-01 00:00 UTC, where the four weeks of the programmes begin. */
const START = Date.UTC(2027, 2, 1) / 60_000;
const WEEKS = 4;

const zoneOf = (input: MatchInput, entry: MentorEntry | MenteeEntry): string | undefined => {
  const { availability } = entry;
  const own = typeof availability === "object" && "timeZone" in availability ? availability.timeZone : undefined;
  return own ?? personIn(input)(entry.id).timeZone;
};

describe("rules over time", () => {
  it("T7: timeZonesWithin looks at every hour of the programme's weeks", () => {
    fc.assert(
      fc.property(
        rich.filter(({ period }) => period !== undefined),
        fc.constantFrom(0, 2, 2.75, 3, 7, 8, 9),
        unknowns,
        (input, hours, unknown) => {
          const rule = timeZonesWithin(hours, { unknown });
          expectRule(input, rule, (mentor, mentee) => {
            const [a, b] = [zoneOf(input, mentor), zoneOf(input, mentee)];
            if (a === undefined || b === undefined) return unknown === "reject";
            for (let minute = START; minute < START + WEEKS * WEEK; minute += 60) {
              if (Math.abs(offsetAt(a, minute) - offsetAt(b, minute)) > 60 * hours) return true;
            }
            return false;
          });
          expectWarning(input, rule, (entry) => zoneOf(input, entry) !== undefined);
        },
      ),
      runs(60),
    );
  });

  it("T7: meetingTime counts common minutes week by week", () => {
    const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    const isFree = (input: MatchInput, entry: MentorEntry | MenteeEntry): Uint8Array | undefined => {
      const { availability } = entry;
      if (typeof availability !== "object" || !("windows" in availability)) return undefined;
      const { windows, away = [] } = availability;
      const stated = typeof windows === "string" ? windows.split("; ") : windows;
      const spans = stated.map((window) => {
        const [day = "", start = "", end = ""] =
          typeof window === "string" ? window.split(/[ -]/u) : [window.day, window.start, window.end];
        const first = days.indexOf(day) * 1_440 + minuteOf(start);
        return [first, first + ((minuteOf(end) - minuteOf(start) + 1_440) % 1_440)] as const;
      });
      const zone = zoneOf(input, entry) ?? "UTC";
      // a day on both sides, so that blocks over the edge are whole
      return Uint8Array.from({ length: (WEEKS * 7 + 2) * 1_440 }, (_, at) => {
        const minute = START - 1_440 + at;
        const local = minute + offsetAt(zone, minute);
        const date = new Date(local * 60_000).toISOString().slice(0, 10);
        if (away.some(({ start, end }) => start <= date && date <= end)) return 0;
        const ofWeek = (((local - START) % WEEK) + WEEK) % WEEK;
        return spans.some(([start, end]) => [ofWeek, ofWeek + WEEK].some((each) => start <= each && each < end))
          ? 1
          : 0;
      });
    };
    fc.assert(
      fc.property(
        rich.filter(({ period }) => period !== undefined),
        fc.constantFrom(30, 60, 90, 150),
        fc.constantFrom(0.25, 0.5, 0.75, 0.8, 1),
        unknowns,
        (input, minutes, inAtLeast, unknown) => {
          const freeOf = new Map([...input.mentors, ...input.mentees].map((entry) => [entry, isFree(input, entry)]));
          const rule = meetingTime({ minutes, inAtLeast, unknown });
          expectRule(input, rule, (mentor, mentee) => {
            const [a, b] = [freeOf.get(mentor), freeOf.get(mentee)];
            if (a === undefined || b === undefined) return unknown === "reject";
            const common = new Array<number>(WEEKS).fill(0);
            let block: number[] = [];
            for (let at = 0; at <= a.length; at += 1) {
              if (a[at] === 1 && b[at] === 1) {
                block.push(at);
                continue;
              }
              if (block.length >= 30) {
                for (const minute of block) {
                  const week = Math.floor((minute - 1_440) / WEEK);
                  if (week >= 0 && week < WEEKS) common[week]! += 1;
                }
              }
              block = [];
            }
            return common.filter((sum) => sum >= minutes).length < inAtLeast * WEEKS;
          });
          expectWarning(input, rule, (entry) => freeOf.get(entry) !== undefined);
        },
      ),
      runs(40),
    );
  });
});

describe("notAgain", () => {
  const input = (start?: string): MatchInput => ({
    mentors: [{ id: "a", teaches: ["SQL"] }],
    mentees: [{ id: "b", learns: ["SQL"] }],
    ...(start === undefined ? {} : { period: { start, end: "2028-12-31" } }),
  });
  const meets = (history: readonly PastPair[], options: Parameters<typeof notAgain>[1], start?: string): boolean => {
    const { graph } = graphOf(input(start), { rules: [notAgain(history, options)] });
    return graph.columnAt.length === 1;
  };
  const past = { mentorId: "a", menteeId: "b" };

  it("A1: refuses former pairs in either role, and takes people who left for no error", () => {
    expect(meets([past], {})).toBe(false);
    expect(meets([{ mentorId: "b", menteeId: "a" }], {})).toBe(false);
    expect(meets([{ mentorId: "a", menteeId: "gone" }], {})).toBe(true);
  });

  it("counts months to the day, and to the last day of short months", () => {
    const ended = [{ ...past, date: "2026-08-31" }];
    expect(meets(ended, { cooldown: 6 }, "2027-02-27")).toBe(false);
    expect(meets(ended, { cooldown: 6 }, "2027-02-28")).toBe(true);
    expect(meets(ended, { cooldown: 6, on: "2027-02-27" }, "2028-01-03")).toBe(false);
    expect(meets([past], { cooldown: 6 }, "2028-01-03")).toBe(false);
    expect(meets([{ ...past, date: "9999-12-31" }], { cooldown: 1_200 }, "2028-01-03")).toBe(false);
  });

  it("tells what is wrong with the history, the options and a programme without dates", () => {
    const loose = (value: unknown): never => value as never;
    const { issues } = thrownBy(() =>
      notAgain(loose([{ mentorId: 1, menteeId: "b", date: "2026-02-30" }]), { cooldown: 0.5 }),
    );
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ["ID_TYPE", "/history/0/mentorId"],
      ["DATE_FORMAT", "/history/0/date"],
      ["NUMBER_RANGE", "/cooldown"],
    ]);
    expect(thrownBy(() => meets([past], { cooldown: 6 })).issues[0]).toMatchObject({
      code: "PERIOD_MISSING",
      path: "/rules/0",
    });
  });
});

describe("noReportingLine", () => {
  it("O6: with commonManagerWithin also refuses people close under one manager, as a walk of the chart tells", () => {
    const nearness = fc.constantFrom({ sameManager: true }, { commonManagerWithin: 1 }, { commonManagerWithin: 2 });
    fc.assert(
      fc.property(rich, nearness, (input, options) => {
        const personOf = personIn(input);
        const chainOf = (id: string): string[] => {
          const { managerId } = personOf(id);
          return [id, ...(typeof managerId === "string" ? chainOf(managerId) : [])];
        };
        const levels = "commonManagerWithin" in options ? options.commonManagerWithin : 1;
        const isInLine = reportingLineOracle(input, "path");
        expectRule(input, noReportingLine(options), (mentor, mentee) => {
          if (isInLine(mentor, mentee)) return true;
          const [a, b] = [chainOf(mentor.id), chainOf(mentee.id)];
          const common = a.find((id) => b.includes(id));
          return common !== undefined && Math.max(a.indexOf(common), b.indexOf(common)) <= levels;
        });
      }),
      runs(150),
    );
  });
});

describe("rules in a result", () => {
  it("A1, X6: refuse by name and reason in both languages, and are written into the manifest", () => {
    const people = [
      { id: "a", department: "Sales" },
      { id: "b", department: "sales" },
    ];
    const input = { people, mentors: [{ id: "a", teaches: ["SQL"] }], mentees: [{ id: "b", learns: ["SQL"] }] };
    const result = matchPairs(input, { rules: [differentDepartment({ unknown: "allow" })] });
    const [person] = result.unmatched;
    expect(person?.evidence.refusals).toEqual([{ rule: "differentDepartment", refused: 1, unknown: 0, onlyByThis: 1 }]);
    expect(person?.reasons.map(({ en, tr }) => `${en} ${tr}`).join(" ")).toMatch(/one department.*aynı departmanda/su);
    expect(result.manifest.options.rules.at(-1)).toEqual({
      name: "differentDepartment",
      settings: { unknown: "allow" },
    });
  });
});
