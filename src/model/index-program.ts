import type { OrgChart } from "../base/organisation/chart.ts";
import { placesBefore } from "../base/organisation/shared-ends.ts";
import { compareText } from "../base/text.ts";
import { availabilityWarnings, type Doubts } from "./availability.ts";
import { lineCycleWarnings } from "./chart.ts";
import { normalId } from "./ids.ts";
import { directionWarnings, levelWarnings, seniorityOf } from "./levels.ts";
import type { Mentee, Mentor, Program } from "./program.ts";
import type { MenteeEntry, MentorEntry, Period, Person } from "./input.ts";

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

/**
 * Numbers everybody, and gathers what was accepted with a doubt.
 *
 * @param previous A programme that this one continues: who stands in the same chart has kept the number.
 */
export function indexProgram(
  { people, mentors, mentees, chart, period, levels, doubts }: Checked,
  previous?: Program,
): Program {
  const seniority = seniorityOf([...mentors, ...mentees]);
  const known = previous?.chart === chart ? previous : undefined;
  const personOfMentor = numbered(mentors, chart, known?.mentors, known?.personOfMentor);
  const personOfMentee = numbered(mentees, chart, known?.mentees, known?.personOfMentee);
  const personOf = new Int32Array(mentors.length + mentees.length);
  personOf.set(personOfMentor);
  personOf.set(personOfMentee, mentors.length);
  return {
    people,
    mentors,
    mentees,
    personOfMentor,
    personOfMentee,
    chart,
    seniority,
    ...(period === undefined ? {} : { period }),
    ...(levels === undefined ? {} : { levels }),
    warnings: [
      ...lineCycleWarnings(chart, people),
      ...levelWarnings([...mentors, ...mentees], personOf, seniority, chart),
      ...directionWarnings(people, levels),
      ...availabilityWarnings(doubts),
    ],
  };
}

/** Place of each person in the chart, -1 outside; those who were there before have kept theirs. */
function numbered(
  people: readonly Person[],
  chart: OrgChart,
  before: readonly Person[] = [],
  placeBefore: Int32Array = new Int32Array(),
): Int32Array {
  return placesBefore(before, people, ({ id }) => id).map(
    (old, index) => placeBefore[old] ?? chart.indexOf(people[index]?.id ?? "") ?? -1,
  );
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
