import type { PairOfIds } from "../rules/ban.ts";
import type { MatchResult, Reason } from "./result.ts";

/** A plan made again with new data, and what became of the published one. Published ⊖ `broken` ⊕ `gained` is the plan. */
export interface Rematch {
  /** Locked pairs are marked as pinned. */
  readonly result: MatchResult;
  /** Published pairs that stay, by mentee id, then mentor id; none where the demands cannot be met. */
  readonly kept: readonly PairOfIds[];
  /** Published pairs that do not stay, each with why; where the demands cannot be met, those that could not stay anyway. */
  readonly broken: readonly BrokenPair[];
  /** New pairs. */
  readonly gained: readonly PairOfIds[];
  /** What keeping pairs costs; absent where the demands cannot be met, with or without keeping any. */
  readonly cost?: RematchCost;
}

/** A published pair that does not stay. */
export interface BrokenPair extends PairOfIds {
  /**
   * `left`: one of the two is not registered any more. `refused`: rules refuse the pair now. `notThisRound`: one of the two
   * has capacity 0. `givenUp`: it could stay, and the plan is better without it.
   */
  readonly because: "left" | "refused" | "notThisRound" | "givenUp";
  readonly reasons: readonly Reason[];
}

/** The plan that is free of the published one, minus this plan. */
export interface RematchCost {
  /** People whom the free plan places beyond those placed here, counted once for each side. */
  readonly people: number;
  /** Micro-points that the free plan scores more; below 0 where it scores less and places more people. */
  readonly score: number;
}
