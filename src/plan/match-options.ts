import type { PairOfIds } from "../rules/ban.ts";
import type { Quota } from "../rules/quotas/quota.ts";
import type { Rule } from "../rules/rule.ts";
import type { Criterion } from "../score/criterion.ts";
import type { PersonalWeights } from "../score/personal-weights.ts";
import type { CoverageSide, FurtherPartners, PairWorth } from "./goal.ts";
import type { Lot } from "./lot.ts";

/** What counts as the best set of pairs. */
export type Objective = "coverage" | "score" | "fair" | "stable";

/** A side that makes the offers. */
export type Proposer = "mentors" | "mentees";

export interface MatchOptions {
  /** Replaces the default criteria. @default topics 4, goals 2, availability 2, hierarchy 2 */
  readonly criteria?: readonly Criterion[];
  /**
   * Weights by name of criterion, instead of those that the criteria carry; 0 switches a criterion off.
   */
  readonly weights?: Readonly<Record<string, number>>;
  /**
   * Lets people set how much each criterion counts for them, within these percents. A pair's weight is then the
   * criterion's × (mentor's percent + mentee's percent) ÷ 200. Without it `personalWeights` of entries are not used, and a
   * warning says so.
   */
  readonly personalWeights?: PersonalWeights;
  /**
   * Replaces the default rules. Nobody is ever paired with themselves, with someone on an `avoid` list, or without a topic
   * marked indispensable, whatever stands here.
   * @default [noReportingLine(), crossGeneration(), reverse(), sharedTopic()], of which the last three refuse nobody, with a
   *   warning, where nobody has their data
   */
  readonly rules?: readonly Rule[];
  /**
   * `coverage`: most people placed, both sides alike, then the best total score. `score`: the best total score. `fair`:
   * most people placed, then most pairs, then the lowest score as high as possible, then the second lowest, and so on.
   * `stable`: no mentor and mentee who would both rather have each other than a partner or an empty place; each ranks
   * their `choices` first, then by score, then by id. It cannot promise minimum loads (`OPTION_CONFLICT`).
   * @default "coverage"
   */
  readonly objective?: Objective;
  /**
   * People of which side `coverage` counts: `"mentees"` places as many seniors as possible and then takes the best total, so
   * no pair is broken to make two poor ones that place one mentor more. With the objective `coverage` alone; questions about
   * prices (`explain`, `alternatives`, `plans` …) and `rematch` refuse any but `"both"`. @default "both"
   */
  readonly coverage?: CoverageSide;
  /**
   * `{ atLeast: 0.5 }`: a pair that places nobody who counts has to score so much, from 0 to 1, so that a second partner is
   * given only where it is worth it. With the objective `coverage` alone; questions as for `coverage`. @default every pair
   * that the rules allow is welcome
   */
  readonly furtherPartners?: FurtherPartners;
  /**
   * What pairs are worth to this plan beside their scores, such as the days that somebody has waited; `proof.worth` tells
   * what it adds. Scores stay what they are. With the objectives `coverage` and `score`; `fix`, `rematch` and questions
   * about prices refuse it, since they know scores alone. @default nothing
   */
  readonly worth?: PairWorth;
  /** The side that makes the offers under `stable`, and gets its best stable partners. @default "mentees" */
  readonly proposer?: Proposer;
  /**
   * Pairs that the result must hold, beside which the others are chosen. A pin that a rule refuses is an error that names
   * the rule. Not with `stable`.
   * @default none
   */
  readonly pins?: readonly PairOfIds[];
  /**
   * How many pairs of a kind the result must and may hold (`quota`), and how many partners of a kind a person may have
   * (`partnerLimit`). Overlapping ones make the match an integer programme: the result is then `optimal` with a proved
   * bound, or `feasible` with the gap that is left when `limits.work` is used up. Not with `fair` and `stable`.
   * @default none
   */
  readonly quotas?: readonly Quota[];
  /**
   * What decides between equally good plans. By default the smaller id comes first, every round anew; with `{ lot: "2027
   * spring" }` the order is that of the SHA-256 of the text followed by the id, so each round has its own order, and
   * everybody can check it. It decides ties only, also between equal wishes under `stable`.
   * @default by id
   */
  readonly ties?: Lot;
  /**
   * Tells of each unmatched person the smallest change that would place them, as `Matcher.fix` does. Each change tried is
   * a solve and each told a match of its own, so this takes many times as long as the match alone.
   * @default false
   */
  readonly fixes?: boolean;
  readonly limits?: {
    /** Most pairs of a mentor and a mentee, allowed or not; each takes about 16 bytes. @default 25,000,000 */
    readonly pairs?: number;
    /**
     * Most elementary steps of a search under quotas: the same on every machine, some tens of millions a second.
     * @default 300,000,000
     */
    readonly work?: number;
  };
}
