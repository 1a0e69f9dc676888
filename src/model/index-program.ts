import type { OrgChart } from "../base/org-chart.ts";
import { compareText } from "../base/text.ts";
import { availabilityWarnings, type Doubts } from "./availability.ts";
import { lineCycleWarnings } from "./chart.ts";
import { normalId } from "./ids.ts";
import { levelWarnings, seniorityOf } from "./levels.ts";
import type { Mentee, Mentor, Program } from "./program.ts";
import type { MenteeEntry, MentorEntry, Period, Person } from "./schema.ts";

/** What a programme is indexed from: everything checked, people and both sides sorted by id. */
export interface Checked {
  readonly people: readonly Person[];
  readonly mentors: readonly Mentor[];
  readonly mentees: readonly Mentee[];
  readonly chart: OrgChart;
  readonly period: Period | undefined;
  readonly levels: readonly string[] | undefined;
  readonly doubts: Doubts;
}

/** Numbers everybody, and gathers what was accepted with a doubt. */
export function indexProgram({ people, mentors, mentees, chart, period, levels, doubts }: Checked): Program {
  const seniority = seniorityOf([...mentors, ...mentees]);
  return {
    people,
    mentors,
    mentees,
    personOfMentor: Int32Array.from(mentors, ({ id }) => chart.indexOf(id) ?? -1),
    personOfMentee: Int32Array.from(mentees, ({ id }) => chart.indexOf(id) ?? -1),
    chart,
    seniority,
    ...(period === undefined ? {} : { period }),
    ...(levels === undefined ? {} : { levels }),
    warnings: [
      ...lineCycleWarnings(chart, people),
      ...levelWarnings([...mentors, ...mentees], seniority, chart),
      ...availabilityWarnings(doubts),
    ],
  };
}

/** A mentor's entry and person in one. */
export function mentorOf(item: MentorEntry, person: Person): Mentor {
  return { ...item, ...person, ...loadsOf(item) };
}

/** A mentee's entry and person in one. */
export function menteeOf(item: MenteeEntry, person: Person): Mentee {
  return { ...item, ...person, ...loadsOf(item) };
}

/** Sorts people by their ids. */
export function byId(a: Person, b: Person): number {
  return compareText(a.id, b.id);
}

function loadsOf(entry: MentorEntry | MenteeEntry): {
  readonly capacity: number;
  readonly minimumLoad: number;
  readonly avoid: readonly string[];
  readonly choices?: readonly string[];
} {
  const { capacity = 1, minimumLoad = 0, avoid = [], choices } = entry;
  return {
    capacity,
    minimumLoad,
    avoid: [...new Set(avoid.map(normalId))].sort(compareText),
    ...(choices === undefined ? {} : { choices: choices.map(normalId) }),
  };
}
