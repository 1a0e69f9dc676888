import type { Sentence } from "../base/sentence.ts";
import type { Mentee, Mentor, PreparedProgramme } from "../index.ts";
import type { ScoreContext } from "../score/index.ts";

/** The people of a group, or of a part of one. Somebody on both sides is in both lists. */
export interface GroupFacts {
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  readonly context: ScoreContext;
}

/** The same people by their places in the programme's lists, ascending. */
export interface GroupPlaces {
  readonly mentees: readonly number[];
  readonly mentors: readonly number[];
}

/** One aspect of a group as a whole. */
export interface GroupCriterion {
  /** Names the criterion in results; each name once among the joint ones. */
  readonly name: string;
  /** At least 0, at most 6 decimals, in the unit of the weights of the criteria of pairs. 0 switches the criterion off. */
  readonly weight: number;
  /**
   * 0 to 1, or `null` if nothing is known of the group: the other criteria share the weight then. Asked for each group that the
   * rules and sizes allow, so it may be asked millions of times. It must depend on the people alone, not on their order.
   *
   * To tell what a member adds, it is asked for a chosen group without the member too, which may be smaller than the sizes
   * allow. If it throws there, or gives something else, what the member adds is not told.
   */
  readonly value: (group: GroupFacts) => number | null;
  /** What the manifest records of a function of your own: change it whenever the function changes. */
  readonly version?: string;
  /** What the manifest records of a criterion of this library. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The criterion of pairs that this one judges better; without `criteria` of your own, it leaves its place to this one. */
  readonly replaces?: string;
  /** What sentences call it. @default its name */
  readonly title?: Sentence;
  /** Compiles it against a programme, in place of `value`; for criteria that are quicker so, and speak. */
  readonly prepare?: (programme: CriterionGround) => PreparedGroupCriterion;
}

/** What a group criterion may be compiled against. `scoreOf`: -1 for a mentee and a mentor whom a rule keeps from being a pair. */
export type CriterionGround = Pick<PreparedProgramme, "mentees" | "mentors" | "pool" | "criteria" | "scoreOf">;

/** A group criterion compiled against a programme. */
export interface PreparedGroupCriterion {
  /** Micro-points, or -1 if nothing is known. */
  readonly points: (group: GroupPlaces) => number;
  /** What the points of a group rest on, in words. */
  readonly ground?: (group: GroupPlaces) => Sentence;
  /** What a mentor brings that nobody else in the group does; nothing to tell without it. */
  readonly brings?: (group: GroupPlaces, mentor: number) => Sentence | undefined;
}

/** Options that every group criterion takes. */
export interface GroupCriterionOptions {
  readonly name?: string;
  readonly weight?: number;
}
