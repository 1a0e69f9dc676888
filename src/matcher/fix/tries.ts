import type { ChangeStep, FixKind } from "../../explain/fix.ts";
import type { Pool } from "../../plan/pool.ts";
import type { Matching, PoolAssignment } from "../../plan/solve.ts";
import type { MatchSteps } from "../../plan/steps.ts";
import type { EntryPrices } from "../../solve/sensitivity/entry-prices.ts";
import type { NetworkPlan } from "../priced-plan.ts";

/** A solved pool to look for changes in. */
export interface PlanToFix {
  readonly pool: Pool;
  readonly matching: Matching;
  /** Prices that tell which changes cannot work; `fair`, `stable` and plans under quotas have none. */
  readonly priced: NetworkPlan | undefined;
  /** What placing the person asked about would cost after a change; absent where the prices do not tell. */
  readonly entry?: EntryPrices;
  /** The last answers to changed pools of the person asked about. */
  readonly recent?: { readonly pool: Pool; readonly assignment: PoolAssignment }[];
  /** Under quotas: the answers to changed pools by what has changed. People who are left out ask about the same changes. */
  readonly solved: Map<string, SolvedChange>;
}

/** The answer to a changed pool, and what it took. */
export interface SolvedChange {
  /** Absent where the work allowed ended before the plan was proved. */
  readonly assignment?: PoolAssignment;
  readonly work: number;
}

/** Work of the search for one person, shared by its parts. */
export interface Budget {
  left: number;
  /** Whether what some change does is not known, because the work for its plan ended before the proof. */
  hasMissed: boolean;
}

/** A change to try. */
export interface Try {
  readonly kind: FixKind;
  readonly change: readonly ChangeStep[];
  /**
   * Makes the pool in which only what the change touches is new; `undefined` if it cannot place the person. Absent: the
   * change is applied to the whole programme.
   */
  readonly makePool?: () => Pool | undefined;
  /** Whether quotas have been weighed already: they are read anew, and a plan with the person may be good enough. */
  readonly isWeighed?: true;
  /** Whether it comes after other changes of its kind that displace as few people, even where those cost more. */
  readonly isAside?: true;
  /** Rank among the changes of its kind by ids. @default the turn in which it is tried */
  readonly rank?: number;
}

/** Changes to try without those that cannot work: a list, or a look at the plan that finds them when its turn comes. */
export type Look = readonly Try[] | (() => MatchSteps<readonly Try[]>);
