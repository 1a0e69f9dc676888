import type { Weekday } from "../base/time/weekday.ts";

/**
 * What a criterion's points rest on, as plain data: the explanations turn these into sentences, and a reader can
 * recompute the points from them and the two records. Each kind concerns only the two people of the pair.
 */
export type CriterionFacts =
  | TopicsFacts
  | GoalsFacts
  | AvailabilityFacts
  | HierarchyFacts
  | GenerationFacts
  | LanguageFacts
  | SameOrDifferentFacts
  | ChoicesFacts
  | WaitingFacts
  | OrgDistanceFacts
  | CustomFacts;

/**
 * Who gave no data, so that the criterion's policy for missing data decided; `pair` if it is not about one of the two,
 * as for people of two organisations without a common head.
 */
export type MissingSide = "mentor" | "mentee" | "both" | "pair";

export interface TopicsFacts {
  readonly kind: "topics";
  readonly missing?: MissingSide;
  /** Wished topics that the mentor covers, fully or in part, in the mentee's order of priority. */
  readonly shared: readonly SharedTopic[];
  /** How many topics the mentee wishes for. */
  readonly wished: number;
  /** Indispensable wishes that the mentor does not cover fully, in the mentee's spelling; absent if there are none. */
  readonly uncovered?: readonly string[];
}

export interface SharedTopic {
  /** In the mentee's spelling. */
  readonly topic: string;
  readonly priority?: number;
  /** Micro-points of this wish alone: less than full if the mentor's level is lower or the topic only related. */
  readonly credit: number;
  /** The mentor's spelling of what covers the wish; only if it differs from `topic`. */
  readonly offered?: string;
}

export interface GoalsFacts {
  readonly kind: "goals";
  readonly missing?: MissingSide;
  /** What the goals are compared by. */
  readonly by: "id" | "text" | "vector";
  /** Shared goals in the mentee's spelling, or for free text the shared terms; empty for vectors. */
  readonly shared: readonly string[];
}

export interface AvailabilityFacts {
  readonly kind: "availability";
  readonly missing?: MissingSide;
  /** Mean common minutes a week over the period's whole weeks, rounded down to a whole minute. */
  readonly minutesPerWeek: number;
  /** Minutes a week that make a full score. */
  readonly targetMinutes: number;
  /** Shortest block that counts, in minutes. */
  readonly minimumBlock: number;
  /** Common minutes in the week that has fewest. */
  readonly worstWeekMinutes: number;
  /** Longest stretch of common time, in minutes; a week or more is given as 10,080. */
  readonly longestBlockMinutes: number;
  /** When the two can meet, the most frequent times first. */
  readonly meetings: readonly MeetingWindow[];
}

/** A time of the week on one person's own clock; an end at or before the start is on the next day. */
export interface ClockWindow {
  readonly day: Weekday;
  /** `HH:MM`. */
  readonly start: string;
  /** `HH:MM`, up to `24:00`. */
  readonly end: string;
}

/** A time at which both are free, in some weeks. */
export interface MeetingTime {
  readonly mentor: ClockWindow;
  readonly mentee: ClockWindow;
  /** True minutes from start to end. */
  readonly minutes: number;
  /** In how many of the programme's weeks. */
  readonly weeks: number;
  /** In which: Mondays to Sundays, `YYYY-MM-DD`, both included. */
  readonly spans: readonly { readonly start: string; readonly end: string }[];
}

/** A time at which two people can meet again and again. */
export interface MeetingWindow extends MeetingTime {
  /** The same meeting in weeks in which daylight saving or days away move or cut it, in order of time. */
  readonly otherTimes: readonly MeetingTime[];
}

export interface HierarchyFacts {
  readonly kind: "hierarchy";
  readonly missing?: MissingSide;
  /** Mentee's level minus mentor's: how many levels the mentee stands above. */
  readonly levelGap?: number;
}

export interface GenerationFacts {
  readonly kind: "generation";
  readonly missing?: MissingSide;
  /** Unit of `gap`. */
  readonly by: "birthYear" | "careerStartYear" | "band";
  /** Years or bands between the two, never negative. */
  readonly gap?: number;
}

export interface LanguageFacts {
  readonly kind: "language";
  readonly missing?: MissingSide;
  /** Shared languages in the mentee's spelling, the best first. */
  readonly shared: readonly string[];
}

export interface SameOrDifferentFacts {
  readonly kind: "sameOrDifferent";
  readonly missing?: MissingSide;
  readonly field: string;
  readonly want: "same" | "different";
  readonly same?: boolean;
}

export interface ChoicesFacts {
  readonly kind: "choices";
  readonly missing?: MissingSide;
  /** The mentee's place on the mentor's list, from 1. */
  readonly rankByMentor?: number;
  /** The mentor's place on the mentee's list, from 1. */
  readonly rankByMentee?: number;
}

export interface WaitingFacts {
  readonly kind: "waiting";
  readonly missing?: MissingSide;
  readonly mentorDays?: number;
  readonly menteeDays?: number;
}

export interface OrgDistanceFacts {
  readonly kind: "treeDistance" | "commonManager";
  readonly missing?: MissingSide;
  /** `treeDistance`: lines between the two. `commonManager`: levels up to the common manager from the one further away. */
  readonly steps?: number;
}

export interface CustomFacts {
  readonly kind: "custom";
  readonly missing?: MissingSide;
}
