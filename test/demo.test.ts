import { describe, expect, it } from "vitest";
import { readOrganisation, readProgramme } from "../examples/reverse-mentoring/organisation.ts";
import { GENERATION_BANDS, matchPairs, type MatchedResult, type MatchInput } from "../src/index.ts";

function match(input: MatchInput): MatchedResult {
  const result = matchPairs(input);
  if (result.status !== "optimal") throw new Error("expected an optimum");
  return result;
}

const organisation = new Map(readOrganisation().map((employee) => [employee.id, employee]));
const programme = readProgramme();
const result = match(programme);

const managersOf = (id: string): readonly string[] => {
  const managerId = organisation.get(id)?.managerId;
  return typeof managerId === "string" ? [managerId, ...managersOf(managerId)] : [];
};
const bandOf = (id: string): string => {
  const year = organisation.get(id)?.birthYear ?? Number.NaN;
  const band = GENERATION_BANDS.find(({ from, to }) => year >= (from ?? -Infinity) && year <= (to ?? Infinity));
  if (band === undefined) throw new Error("expected a year of birth");
  return band.name;
};

describe("the example organisation", () => {
  it("has the people and levels of the public sample", () => {
    expect(organisation.size).toBe(290);
    expect(programme.mentors.length).toBe(60);
    expect(programme.mentees.length).toBe(40);
    const chief = [...organisation.values()].filter(({ managerId }) => managerId === undefined);
    expect(chief.map(({ id }) => id)).toEqual(["1"]);
    for (const { id, level } of organisation.values()) {
      if (id !== "1") expect(level).toBeLessThan(chief[0]?.level ?? 0);
    }
    const both = programme.mentors.filter(({ id }) => programme.mentees.some((mentee) => mentee.id === id));
    expect(both.length).toBe(2);
  });

  it("O6: has no pair in one reporting line", () => {
    for (const { mentorId, menteeId } of result.pairs) {
      expect(managersOf(mentorId)).not.toContain(menteeId);
      expect(managersOf(menteeId)).not.toContain(mentorId);
    }
  });

  it("has no pair of one generation, and none with a mentor at or above the mentee's level", () => {
    for (const { mentorId, menteeId } of result.pairs) {
      expect(bandOf(mentorId)).not.toBe(bandOf(menteeId));
      expect(organisation.get(mentorId)?.level).toBeLessThan(organisation.get(menteeId)?.level ?? 0);
    }
  });

  it("explains the chief executive, who is in everybody's line", () => {
    const chief = result.unmatched.find(({ id }) => id === "1");
    expect(chief?.code).toBe("noCandidate");
    expect(chief?.evidence.refusals.find(({ rule }) => rule === "noReportingLine")?.refused).toBe(60);
  });

  it("E1: contributions sum to the score", () => {
    expect(result.pairs.length).toBeGreaterThan(30);
    for (const { contributions, score } of result.pairs) {
      expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    }
  });

  it("X2: no order of the input changes a byte", () => {
    const turned = <Item>(items: readonly Item[] | undefined): Item[] => [...(items ?? [])].reverse();
    const { period, ...lists } = programme;
    const shuffled = {
      mentees: turned(lists.mentees).map((mentee) => ({ ...mentee, learns: turned(mentee.learns) })),
      people: turned(lists.people),
      mentors: turned(lists.mentors).map(({ id, ...rest }) => ({ ...rest, goals: turned(rest.goals), id })),
      ...(period === undefined ? {} : { period: { end: period.end, start: period.start } }),
    };
    expect(JSON.stringify(match(shuffled))).toBe(JSON.stringify(result));
  });

  it("X1, V3: a frozen input gives the same bytes, again and again", () => {
    const freeze = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      Object.freeze(value);
      Object.values(value).forEach(freeze);
    };
    freeze(programme);
    expect(JSON.stringify(match(programme))).toBe(JSON.stringify(result));
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
