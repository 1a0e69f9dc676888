import type { Contribution } from "../score/pair-score.ts";
import type { MeetingWindow } from "../score/availability/meetings.ts";
import type { PairLack, Reason } from "./result.ts";

/** What can be said of a mentor and a mentee, paired or not. */
export type PairExplanation = RefusedPair | AllowedPair;

/** A pair that no plan can hold. */
export interface RefusedPair {
  readonly status: "refused";
  readonly mentorId: string;
  readonly menteeId: string;
  /** Every rule that refuses the pair, in the order of the rules. */
  readonly reasons: readonly Reason[];
}

/** A pair that the rules allow, with the arithmetic of its score. */
export interface AllowedPair {
  /** `chosen`: it is in the plan. */
  readonly status: "chosen" | "possible";
  readonly mentorId: string;
  readonly menteeId: string;
  /** Micro-points. */
  readonly score: number;
  readonly informed: boolean;
  /** They sum to the score exactly. */
  readonly contributions: readonly Contribution[];
  readonly reasons: readonly Reason[];
  readonly meetings: readonly MeetingWindow[];
  /** As at a pair of the plan. */
  readonly lacks?: readonly PairLack[];
  readonly forcing: ForcingCost;
}

/** What the plan would lose if the pair had to be in it; `impossible` if the demands could then not be met together. */
export type ForcingCost =
  | { readonly status: "impossible" }
  | {
      readonly status: "possible";
      /** People fewer who are placed, counted once for each side. At least 0 for the objective `coverage`. */
      readonly people: number;
      /** Micro-points by which the total score falls; for `coverage` it may rise where fewer people are placed. */
      readonly score: number;
      /** Whether a plan with the pair is as good as the one at hand. */
      readonly isTied: boolean;
      /** What it costs, in both languages. */
      readonly reasons: readonly Reason[];
    };

/** Another partner whom a person could have. */
export interface Alternative extends AllowedPair {
  readonly status: "possible";
  readonly forcing: Extract<ForcingCost, { readonly status: "possible" }>;
  /** Micro-points by which the pair scores less than the person's best pair in the plan; all of its own without one. */
  readonly scoreGap: number;
}
