import { at } from "../base/at.ts";
import { problem } from "../base/error.ts";
import type { OrgChart } from "../base/organisation/chart.ts";
import { placesBefore } from "../base/organisation/shared-ends.ts";
import { compareText } from "../base/text.ts";
import { availabilityWarnings, type Doubts } from "./entries/availability.ts";
import { lineCycleWarnings } from "./people/chart.ts";
import { normalId } from "./people/ids.ts";
import { directionWarnings, levelWarnings, seniorityOf } from "./people/levels.ts";
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
 * Gives everybody an index, and gathers the warnings.
 *
 * @param previous The programme before a change: with the same chart, its indices are used again
 */
export function indexProgram(
  { people, mentors, mentees, chart, period, levels, doubts }: Checked,
  previous?: Program,
): Program {
  const seniority = seniorityOf([...mentors, ...mentees]);
  const known = previous?.chart === chart ? previous : undefined;
  const personOfMentor = indicesIn(mentors, chart, known?.mentors, known?.personOfMentor);
  const personOfMentee = indicesIn(mentees, chart, known?.mentees, known?.personOfMentee);
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

/** Index of each person in the chart; those of `before` have kept theirs. */
function indicesIn(
  people: readonly Person[],
  chart: OrgChart,
  before: readonly Person[] = [],
  indexBefore: Int32Array = new Int32Array(),
): Int32Array {
  return placesBefore(before, people, ({ id }) => id).map((old, index) =>
    old < 0 ? indexIn(chart, at(people, index).id) : at(indexBefore, old),
  );
}

/** Everybody of an input has a place in its chart, with or without lines. */
function indexIn(chart: OrgChart, id: string): number {
  const index = chart.indexOf(id);
  if (index === undefined) throw problem("INTERNAL", "", "expected a person of the chart, got another.");
  return index;
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
