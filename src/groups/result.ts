import type { Sentence } from "../base/sentence.ts";
import type { Manifest, Reason, Warning } from "../index.ts";
import type { GroupContribution } from "./score.ts";

/** Groups, how good they are proved to be, and everybody in none. */
export interface GroupResult {
  /** `optimal`: no other groups are better. `feasible`: these are within `gap` of the best. */
  readonly status: "optimal" | "feasible";
  /** In the order of the id of the first mentee of each. */
  readonly groups: readonly Group[];
  readonly unmatched: readonly UnmatchedMember[];
  readonly totals: GroupTotals;
  /** Present unless `optimal`. */
  readonly gap?: GroupGap;
  readonly proof: GroupProof;
  readonly warnings: readonly Warning[];
  readonly manifest: Manifest;
}

export interface Group {
  /** Ascending. Somebody on both sides of a circle is in both lists. */
  readonly menteeIds: readonly string[];
  readonly mentorIds: readonly string[];
  /** Micro-points: a whole number from 0 to 1,000,000. */
  readonly score: number;
  /** First the criteria of pairs, then the joint ones; their points sum to the score exactly. */
  readonly contributions: readonly GroupContribution[];
  /** The contributions in words, in the same order. */
  readonly reasons: readonly Reason[];
  /** What each member adds, in the order of their ids. */
  readonly members: readonly Member[];
  /** The pairs of a mentee and a mentor in the group that the rules allow. */
  readonly pairs: readonly { readonly menteeId: string; readonly mentorId: string; readonly score: number }[];
}

export interface Member {
  readonly id: string;
  readonly side: "mentee" | "mentor" | "both";
  /**
   * Micro-points by which the group scores more than it would without this member; `null` if nobody of a side would be left, or a
   * criterion of yours cannot judge that.
   */
  readonly adds: number | null;
  readonly reasons: readonly Reason[];
}

/**
 * `notThisRound`: the capacity is 0. `noCandidate`: rules refuse everybody whom the person could learn from or teach. `noGroup`: with
 * those who are allowed no group of the sizes asked for comes about. `outscored`: there are such groups, but other groups are
 * better together, or too few people are left.
 */
export type UnmatchedMemberCode = "notThisRound" | "noCandidate" | "noGroup" | "outscored";

export interface UnmatchedMember {
  readonly id: string;
  readonly side: "mentee" | "mentor" | "both";
  readonly code: UnmatchedMemberCode;
  /** Groups with the person that the rules and sizes allow. */
  readonly possible: number;
  readonly reasons: readonly Reason[];
}

export interface GroupTotals {
  readonly groups: number;
  readonly mentees: number;
  readonly mentors: number;
  readonly placedMentees: number;
  readonly placedMentors: number;
  /** People in groups; somebody in a circle counts once. */
  readonly people: number;
  /** Sum of the groups' scores, in micro-points. */
  readonly score: number;
  /** Sum over everybody in a group of its score, in micro-points: what the objective makes as large as it can. */
  readonly worth: number;
  /** Groups that the rules and sizes allow. */
  readonly possible: number;
}

/** What better groups may have beyond these. */
export interface GroupGap {
  /** People of the side that `coverage` counts, of both by default. */
  readonly people: number;
  /** Micro-points of `totals.worth`, among the plans that place at least as many. */
  readonly worth: number;
  /** The same as a share of `totals.worth`. */
  readonly share: number;
}

/** What is proved, and how; `verifyPacking` of `tersine/solve` has checked it case by case. */
export interface GroupProof extends Sentence {
  /** `prices`: groups of two without joint criteria are pairs, see `PairsProof`. */
  readonly kind: "packing" | "prices";
  /** Most people of the side that `coverage` counts, of both by default, that any groups hold; absent for the objective `score`. */
  readonly people?: number;
  /** Most that `totals.worth` can be among plans that place at least as many. */
  readonly worth: number;
  /** Cases, each with prices that bound it. */
  readonly cases: number;
}
