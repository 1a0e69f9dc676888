import type { OrgChart } from "../base/organisation/chart.ts";
import type { Attributes, MenteeEntry, MentorEntry, Period, Person } from "./input.ts";
import type { Warning } from "./warning.ts";

/** A mentor's entry and person in one, ids in normal form, defaults filled in. */
export type Mentor<OwnAttributes extends Attributes = Attributes> = MentorEntry<OwnAttributes> & {
  readonly capacity: number;
  readonly minimumLoad: number;
};

/** A mentee's entry and person in one, ids in normal form, defaults filled in. */
export type Mentee<OwnAttributes extends Attributes = Attributes> = MenteeEntry<OwnAttributes> & {
  readonly capacity: number;
  readonly minimumLoad: number;
};

/**
 * The checked input with everybody indexed from 0 in the order of their ids: from here on nothing depends on the order
 * in which the caller wrote things.
 */
export interface Program {
  /** Everybody in the organisation; the indices are those of `chart`. */
  readonly people: readonly Person[];
  readonly mentors: readonly Mentor[];
  readonly mentees: readonly Mentee[];
  /** Index into `people`, for each mentor. */
  readonly personOfMentor: Int32Array;
  /** Index into `people`, for each mentee. */
  readonly personOfMentee: Int32Array;
  readonly chart: OrgChart;
  /** What the level gap is measured by: `level` if a participant has one, otherwise `depth` in the chart. */
  readonly seniority: "level" | "depth";
  readonly period?: Period;
  /** Named ladder of levels, junior first. */
  readonly levels?: readonly string[];
  readonly warnings: readonly Warning[];
}
