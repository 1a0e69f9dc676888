import fc from "fast-check";
import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { availability, letters, type MatchInput, matchPairs, topicCatalogue, topics } from "../../../src/index.ts";
import { invitationsOf } from "../../../src/io/index.ts";
import { runs, shareOf } from "../../support/runs.ts";

const PERIOD = { start: "2027-01-04", end: "2027-12-26" };
const ZONES = [
  "Europe/Istanbul",
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Asia/Kathmandu",
  "America/Sao_Paulo",
  "+05:30",
  "UTC",
] as const;
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** In half hours. */
interface Window {
  readonly day: number;
  readonly start: number;
  readonly length: number;
}

interface Made {
  readonly zone: string;
  readonly windows: readonly Window[];
}

const window = fc.record({
  day: fc.nat({ max: 6 }),
  start: fc.nat({ max: 41 }),
  length: fc.integer({ min: 2, max: 6 }),
});
const made: fc.Arbitrary<Made> = fc.record({
  zone: fc.constantFrom(...ZONES),
  windows: fc.array(window, { minLength: 1, maxLength: 3 }),
});
const person = fc.array(made, { minLength: 2, maxLength: 2 });

const clock = (half: number): string =>
  `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 === 0 ? "00" : "30"}`;
const textOf = ({ windows }: Made): string =>
  windows.map(({ day, start, length }) => `${DAYS[day] ?? ""} ${clock(start)}-${clock(start + length)}`).join("; ");

function programme(mentors: readonly Made[], mentees: readonly Made[]): MatchInput {
  const of = (side: readonly Made[], prefix: string) =>
    side.map((each, at) => ({ id: `${prefix}${at}`, timeZone: each.zone, availability: textOf(each) }));
  return {
    period: PERIOD,
    mentors: of(mentors, "r").map((each) => ({ ...each, teaches: ["AI"] })),
    mentees: of(mentees, "e").map((each) => ({ ...each, learns: ["AI"] })),
  };
}

/** What the library's types name without declaring it. */
interface Occurrence {
  readonly startDate: ICAL.Time;
  readonly endDate: ICAL.Time;
}

/** Starts in seconds as another library reads them, with its own reading of the zones in the file. */
function startsOf(text: string): readonly number[] {
  const root = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
  const events = root.getAllSubcomponents("vevent");
  const [main, ...exceptions] = events;
  if (main === undefined) throw new Error("expected an event");
  const event = new ICAL.Event(main, { exceptions, strictExceptions: true });
  const iterator = event.iterator();
  const starts: number[] = [];
  for (let next = iterator.next() as ICAL.Time | null; next; next = iterator.next() as ICAL.Time | null) {
    const { startDate, endDate } = event.getOccurrenceDetails(next) as Occurrence;
    expect(endDate.toUnixTime() - startDate.toUnixTime()).toBeGreaterThanOrEqual(30 * 60);
    starts.push(startDate.toUnixTime());
    if (starts.length > 60) throw new Error("expected a rule that ends");
  }
  return starts;
}

function isFree({ zone, windows }: Made, seconds: number): boolean {
  const shown = Temporal.Instant.fromEpochMilliseconds(seconds * 1_000).toZonedDateTimeISO(zone);
  const half = (shown.hour * 60 + shown.minute) / 30;
  return windows.some(
    ({ day, start, length }) => day === shown.dayOfWeek - 1 && half >= start && half < start + length,
  );
}

const find = (files: readonly { readonly name: string; readonly text: string }[], name: string): string => {
  const file = files.find((each) => each.name === name);
  if (file === undefined) throw new Error(`expected a file ${name}`);
  return file.text;
};

/** Their common hour is at no one time of either clock: daylight saving moves one of them. */
const EARLIER: Made = { zone: "Europe/Istanbul", windows: [{ day: 0, start: 20, length: 3 }] };
const LATER: Made = { zone: "Europe/Berlin", windows: [{ day: 0, start: 17, length: 3 }] };
const TWO_CLOCKS: Made[] = [EARLIER, EARLIER];

describe("calendars of pairs", () => {
  it("at every meeting both are free on their own clocks, once in each week that has common time", () => {
    let [meetings, moved] = [0, 0];
    fc.assert(
      fc.property(person, person, (mentors, mentees) => {
        const result = matchPairs(programme(mentors, mentees), { rules: [] });
        const pairs = "pairs" in result ? result.pairs : [];
        const { files, withoutMeeting } = invitationsOf(programme(mentors, mentees), result, { minutes: 60 });
        for (const { mentorId, menteeId, meetings: common } of pairs) {
          const isWithout = withoutMeeting.some((each) => each.mentorId === mentorId && each.menteeId === menteeId);
          expect(isWithout).toBe(common.length === 0);
          if (isWithout) continue;
          const text = find(files, `${mentorId}--${menteeId}.ics`);
          const starts = startsOf(text);
          const [mentor, mentee] = [mentors[Number(mentorId[1])], mentees[Number(menteeId[1])]];
          for (const start of starts) {
            expect(mentor !== undefined && isFree(mentor, start)).toBe(true);
            expect(mentee !== undefined && isFree(mentee, start)).toBe(true);
          }
          expect(new Set(starts).size).toBe(starts.length);
          expect(starts.length).toBeGreaterThanOrEqual(common[0]?.weeks ?? 1);
          meetings += starts.length;
          if (text.includes("RECURRENCE-ID")) moved += 1;
        }
      }),
      { ...runs(25), examples: [[TWO_CLOCKS, TWO_CLOCKS.map(() => LATER)]] },
    );
    expect(meetings).toBeGreaterThan(shareOf(100));
    expect(moved).toBeGreaterThan(0);
  });

  it("is stamped by the programme and known by the ids, in lines of at most 75 bytes", () => {
    const [mentor, mentee] = [
      { zone: "Europe/Istanbul", windows: [{ day: 0, start: 20, length: 4 }] },
      { zone: "Europe/Berlin", windows: [{ day: 0, start: 16, length: 8 }] },
    ];
    const input = programme([mentor, mentor], [mentee]);
    const named = {
      ...input,
      mentors: input.mentors.map((each) => ({ ...each, id: `ş/${each.id}`, name: "Öğüş ".repeat(30).trim() })),
    };
    const result = matchPairs(named, { rules: [] });
    const [file] = invitationsOf(named, result).files;
    const text = file?.text ?? "";
    expect(file?.name).toBe("ş_r0--e0.ics");
    expect(text).toContain("DTSTAMP:20270104T000000Z");
    expect(text.replace(/\r\n /gu, "")).toContain("UID:%C5%9F%2Fr0/e0@tersine.invalid");
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER/u);
    for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const addressed = invitationsOf(named, result, { addressOf: (id) => (id === "e0" ? "e@x.org" : "r@x.org") });
    expect(addressed.files[0]?.text.replace(/\r\n /gu, "")).toMatch(
      /ORGANIZER[^\r]*:mailto:r@x\.org[\s\S]*ATTENDEE[^\r]*:mailto:e@x\.org/iu,
    );
    const half = invitationsOf(named, result, { addressOf: (id) => (id === "e0" ? "e@x.org" : undefined) });
    expect(half.files[0]?.text).not.toMatch(/ATTENDEE|ORGANIZER/u);
  });
});

describe("letters", () => {
  const input: MatchInput = {
    period: { start: "2027-01-04", end: "2027-06-27" },
    people: [{ id: "haluk", department: "Finans" }],
    mentors: [
      {
        id: "ece",
        name: "Ece Yalçın",
        teaches: ["AI"],
        capacity: 2,
        timeZone: "Europe/Istanbul",
        availability: "Mon 10:00-11:00",
      },
      { id: "Ece", name: "Ece Kaya", teaches: ["SQL"] },
    ],
    mentees: [
      {
        id: "haluk",
        name: "Haluk {name} Ersoy",
        learns: ["AI"],
        timeZone: "Europe/Berlin",
        availability: "Mon 08:00-12:00",
      },
      { id: "../jale", name: "Jale", learns: ["AI", "SQL"] },
      { id: "..", name: "Can", learns: ["SQL"] },
    ],
  };
  const result = matchPairs(input, { rules: [] });

  it("everybody with a partner gets one in each language, of their own pairs and clocks, without scores and rules", () => {
    const { files, withoutMeeting } = invitationsOf(input, result);
    expect(withoutMeeting.length).toBeGreaterThan(0);
    const english = find(files, "haluk.en.txt");
    expect(english).toContain("Dear Haluk {name} Ersoy,");
    expect(english).toContain("Your mentor is Ece Yalçın");
    expect(english).toMatch(
      /Monday 08:00–09:00 \(4 January 2027 – 22 March 2027\); Monday 09:00–10:00 \(29 March 2027/u,
    );
    const turkish = find(files, "ece~2.tr.txt");
    expect(turkish).toContain("Mentorluk yapacağınız kişi: Haluk {name} Ersoy (Finans)");
    expect(turkish).toContain("Pazartesi 10:00–11:00 (4 Ocak 2027 – 21 Haziran 2027)");
    for (const { text } of files) expect(text).not.toMatch(/points|puan|score|666|333|noReportingLine/iu);
  });

  it("names of files stay in their folder and differ where file systems ignore case", () => {
    const names = invitationsOf(input, result).files.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).not.toMatch(/[/\\]|^\./u);
  });

  it("any ids make names that differ, hold no path and are no devices", () => {
    const id = fc.oneof(
      fc.constantFrom("a/b", "a_b", "A_B", "a\\b", "con", "NUL.x", "..", ".", "İ", "i̇", "~2", "a~2", "x".repeat(80)),
      fc.string({ minLength: 1, maxLength: 4, unit: "grapheme" }),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(id, { minLength: 3, maxLength: 8, selector: (each) => each.normalize("NFC").trim() }),
        (ids) => {
          const usable = ids.filter((each) => each.trim() === each && !/[\p{C}\p{Z}]/u.test(each));
          fc.pre(usable.length >= 2);
          const mentors = usable.map((each) => ({ id: `${each}r`, teaches: ["AI"] }));
          const mentees = usable.map((each) => ({ id: `${each}e`, learns: ["AI"] }));
          const own = matchPairs({ mentors, mentees }, { rules: [] });
          const names = invitationsOf({ mentors, mentees }, own, { languages: ["en"] }).files.map(({ name }) => name);
          expect(names).toHaveLength(2 * usable.length);
          expect(new Set(names.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(names.length);
          for (const name of names) expect(name).toMatch(/^[^/\\:*?"<>|\p{Cc}.-][^/\\:*?"<>|\p{Cc}]*\.en\.txt$/u);
        },
      ),
      runs(60),
    );
  });

  it("says of a pair what the library's own letters say, with the catalogue's names and without blank ones", () => {
    const topic = { id: "big-data", labels: { en: "Big data", tr: "Büyük veri" } };
    const criteria = [topics({ catalogue: topicCatalogue([topic]) }), availability()];
    const blank: MatchInput = {
      period: PERIOD,
      mentors: ["m1", "m2"].map((id) => ({ id, name: "  ", teaches: ["big-data"], availability: "Mon 10:00-11:00" })),
      mentees: ["e1", "e2"].map((id) => ({ id, name: "\t", learns: ["big-data"], availability: "Mon 10:00-11:00" })),
      people: ["m1", "m2", "e1", "e2"].map((id) => ({ id, timeZone: "Europe/Istanbul" })),
    };
    const own = matchPairs(blank, { rules: [], criteria });
    const form = "{name}{#partner}|{partner}|{why}|{topics}{/partner}";
    const { files } = invitationsOf(blank, own, { templates: { en: form, tr: form } });
    for (const language of ["en", "tr"] as const) {
      for (const { id, name, partners } of letters(own, blank, { language })) {
        expect(name).toBe(id);
        const told = partners.map((each) => `|${each.name}|${each.why.join(" ")}|${each.topics.join(", ")}`);
        expect(find(files, `${id}.${language}.txt`)).toBe(`${id}${told.join("")}`);
        expect(told.join("")).toContain(topic.labels[language]);
      }
    }
    const calendar = invitationsOf(blank, own, { languages: ["tr"] }).files.find(({ name }) => name.endsWith(".ics"));
    expect(calendar?.text).toContain("Büyük veri");
    expect(letters(own, blank, { language: "tr" })[0]?.partners[0]?.times).toEqual(["Pazartesi 10:00–11:00"]);
  });

  it("a brace alone is told, and a line of a placeholder that says nothing is left out", () => {
    const form = (en: string) => invitationsOf(input, result, { languages: ["en"], templates: { en } });
    for (const wrong of ["{name} }", "{ {name}", "{name", "name}", "{#partner}{/partner} {"])
      expect(() => form(wrong), wrong).toThrow(expect.objectContaining({ code: "TEMPLATE_INVALID" }) as Error);
    const { files } = form("{{{name}}}\n{#partner}\n{why}\n-{why}\n{/partner}\n.");
    expect(find(files, "haluk.en.txt")).toMatch(/^\{Haluk \{name\} Ersoy\}\n(?:-\n)?/u);
  });

  it("a template of the organiser's own is filled; unknown placeholders are told with their lines", () => {
    const en = "{{Hi}} {name}:\n{#partner}\n* {partner}, {topics}\n{/partner}\nBye";
    const text = find(invitationsOf(input, result, { languages: ["en"], templates: { en } }).files, "haluk.en.txt");
    expect(text).toBe("{Hi} Haluk {name} Ersoy:\n* Ece Yalçın, AI\nBye");
    const wrong = { en: "{name}\n{score}\n{partner}\n{#partner}{first name}" };
    expect(() => invitationsOf(input, result, { languages: ["en"], templates: wrong })).toThrow(
      expect.objectContaining({
        code: "TEMPLATE_INVALID",
        issues: expect.objectContaining({ length: 4 }) as unknown,
      }) as Error,
    );
  });
});
