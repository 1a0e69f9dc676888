import { describe, expect, it } from "vitest";
import {
  ban,
  crossGeneration,
  differentDepartment,
  differentLocation,
  exceptFor,
  levelGap,
  type MatchInput,
  meetingTime,
  noReportingLine,
  notAgain,
  ready,
  reverse,
  type Rule,
  rule,
  safeSpace,
  sharedLanguage,
  sharedTopic,
  tenure,
  timeZonesWithin,
} from "../../src/index.ts";
import { graphOf } from "../support/graph-of.ts";

/*
 * Three mentors and four mentees, so that a pair turned round is another pair or none. Mentors stand at a to c, mentees at
 * p to s; what each rule refuses is told by hand, mentee by mentee.
 */
const input: MatchInput = {
  period: { start: "2026-01-05", end: "2026-02-01" },
  people: [{ id: "head" }],
  mentors: [
    {
      id: "a",
      teaches: ["AI"],
      level: 1,
      birthYear: 2000,
      department: "IT",
      location: "Ankara",
      languages: ["tr"],
      timeZone: "Europe/Istanbul",
      availability: "Mon 09:00-12:00",
      managerId: "p",
      avoid: ["q"],
      evaluatorIds: ["s"],
    },
    {
      id: "b",
      teaches: ["SEO"],
      level: 2,
      birthYear: 1990,
      department: "HR",
      location: "Bursa",
      languages: ["en"],
      timeZone: "Europe/Berlin",
      availability: "Tue 09:00-12:00",
      managerId: "q",
      startDate: "2025-12-01",
      formerManagerIds: [{ id: "p", until: "2025-11-30" }],
    },
    {
      id: "c",
      teaches: ["SQL"],
      level: 3,
      birthYear: 1970,
      department: "Sales",
      location: "Izmir",
      languages: ["de"],
      timeZone: "America/New_York",
      availability: "Wed 09:00-12:00",
      managerId: "r",
    },
  ],
  mentees: [
    {
      id: "p",
      learns: [{ topic: "SEO", indispensable: true }],
      level: 4,
      birthYear: 1960,
      department: "HR",
      location: "Ankara",
      languages: ["en", "de"],
      timeZone: "Europe/Istanbul",
      availability: "Mon 10:00-12:00",
      managerId: "head",
    },
    {
      id: "q",
      learns: ["AI"],
      level: 2,
      birthYear: 1972,
      department: "IT",
      location: "Izmir",
      languages: ["tr"],
      timeZone: "America/New_York",
      availability: "Wed 09:00-10:00",
      managerId: "head",
      readiness: 2,
    },
    {
      id: "r",
      learns: ["SQL"],
      level: 3,
      birthYear: 1993,
      department: "Sales",
      location: "Van",
      languages: ["de"],
      timeZone: "Europe/Berlin",
      availability: "Tue 09:00-12:00",
      managerId: "head",
      avoid: ["b"],
      startDate: "2025-10-01",
      readiness: 3,
    },
    {
      id: "s",
      learns: ["AI", "SQL"],
      level: 5,
      birthYear: 2001,
      department: "Legal",
      location: "Bursa",
      languages: ["en"],
      timeZone: "Europe/Istanbul",
      availability: "Tue 10:00-13:00",
      managerId: "head",
    },
  ],
};

const EVERY_PAIR = ["p", "q", "r", "s"].flatMap((mentee) => ["a", "b", "c"].map((mentor) => mentee + mentor));

/** Pairs that a rule refuses, as mentee and mentor, and that the graph says are refused by it. */
function refusedBy(rules: readonly Rule[], name: string): string {
  const { program, graph } = graphOf(input, { rules });
  return program.mentees
    .flatMap(({ id: mentee }, row) =>
      program.mentors.flatMap(({ id: mentor }, column) =>
        graph.rulesAgainst(row, column).some((each) => each.name === name) ? [mentee + mentor] : [],
      ),
    )
    .join(" ");
}

const without = (...pairs: readonly string[]): string => EVERY_PAIR.filter((pair) => !pairs.includes(pair)).join(" ");

describe("every pair rule is asked about the mentee first, then the mentor", () => {
  it.each<[string, Rule, string]>([
    ["noReportingLine", noReportingLine(), "pa qb rc"],
    ["crossGeneration", crossGeneration(), "qc ra rb sa"],
    ["safeSpace", safeSpace({ organisation: "small" }), "pa pb qb rc sa"],
    ["tenure", tenure({ min: 6, of: "both", unknown: "allow" }), "pb qb ra rb rc sb"],
    ["ready", ready({ atLeast: 3, unknown: "allow" }), "qa qb qc"],
    ["sharedTopic", sharedTopic(), "pa pc qb qc ra rb sb"],
    ["reverse", reverse(), "qb qc rc"],
    ["levelGap", levelGap({ min: 1, max: 2 }), "pa qb qc rc sa sb"],
    ["differentDepartment", differentDepartment(), "pb qa rc"],
    ["differentLocation", differentLocation(), "pa qc sb"],
    ["sharedLanguage", sharedLanguage(), without("pb", "pc", "qa", "rc", "sb")],
    ["timeZonesWithin", timeZonesWithin(3), "pc qa qb rc sc"],
    ["meetingTime", meetingTime({ minutes: 60 }), without("pa", "qc", "rb", "sb")],
    [
      "ban",
      ban([
        { mentorId: "c", menteeId: "p" },
        { mentorId: "b", menteeId: "s" },
      ]),
      "pc sb",
    ],
    [
      "notAgain",
      notAgain([
        { mentorId: "a", menteeId: "r" },
        { mentorId: "q", menteeId: "c" },
      ]),
      "qc ra",
    ],
    ["own", rule("own", (mentor, mentee) => !(mentor.id === "b" && mentee.id === "s")), "sb"],
  ])("%s", (name, one, refused) => {
    expect(refusedBy([one], name)).toBe(refused);
  });

  it("exceptions hold for the person named, on the side named", () => {
    const nobody = rule("nobody", () => false);
    expect(refusedBy([exceptFor(nobody, { menteeId: "q" })], "nobody")).toBe(without("qa", "qb", "qc"));
    expect(refusedBy([exceptFor(nobody, { mentorId: "b" })], "nobody")).toBe(without("pb", "qb", "rb", "sb"));
  });

  it("so are the rules that are always in force", () => {
    expect(refusedBy([], "avoid")).toBe("qa rb");
    expect(refusedBy([], "indispensableTopics")).toBe("pa pc");
    const twice: MatchInput = {
      mentors: ["b", "c", "d", "e"].map((id) => ({ id, teaches: ["AI"] })),
      mentees: ["a", "c", "d"].map((id) => ({ id, learns: ["AI"] })),
    };
    const { program, graph } = graphOf(twice, { rules: [] });
    const refused = program.mentees.flatMap(({ id }, row) =>
      program.mentors.flatMap((mentor, column) => (graph.rulesAgainst(row, column).length > 0 ? [id + mentor.id] : [])),
    );
    expect(refused).toEqual(["cc", "dd"]);
  });
});
