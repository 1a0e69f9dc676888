/**
 * What a criterion's points rest on, as plain data: the explanations turn these into sentences, and a reader can
 * recompute the points from them and the two records. Each kind concerns only the two people of the pair.
 */
export type CriterionFacts = TopicsFacts | GoalsFacts | AvailabilityFacts | HierarchyFacts | CustomFacts;

/** Who gave no data, so that the criterion's policy for missing data decided. */
export type MissingSide = "mentor" | "mentee" | "both";

export interface TopicsFacts {
  readonly kind: "topics";
  readonly missing?: MissingSide;
  /** Wished topics that the mentor offers, in the mentee's order of priority, in the mentee's spelling. */
  readonly shared: readonly { readonly topic: string; readonly priority?: number }[];
  /** How many topics the mentee wishes for. */
  readonly wished: number;
}

export interface GoalsFacts {
  readonly kind: "goals";
  readonly missing?: MissingSide;
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
}

export interface HierarchyFacts {
  readonly kind: "hierarchy";
  readonly missing?: MissingSide;
  /** Mentee's level minus mentor's: how many levels the mentee stands above. */
  readonly levelGap?: number;
}

export interface CustomFacts {
  readonly kind: "custom";
  readonly missing?: MissingSide;
}
