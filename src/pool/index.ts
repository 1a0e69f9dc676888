/*
 * `tersine/pool`: a programme that people join and leave all the time. Pure functions over plain JSON: no clock, no store,
 * nothing random.
 */
export { END_REASONS, type EndReason } from "../evaluate/outcomes/end-reasons.ts";
export {
  DECLINE_REASONS,
  type Accepts,
  type Declines,
  type DeclineReason,
  type Ends,
  type Frees,
  type Leaves,
  type MenteeJoins,
  type MentorJoins,
  type PoolEvent,
  type ProposedPair,
  type Runs,
} from "./event.ts";
export {
  emptyPool,
  PAIR_STATUSES,
  type PairStatus,
  type Participant,
  type PoolPair,
  type PoolProgramme,
  type PoolState,
} from "./state.ts";
export type { KeepFlexible, Patience, PoolPolicy } from "./policy.ts";
export { applyEvents } from "./apply.ts";
export { poolStep, type PoolStep, type StepPair, type StillWaiting } from "./step.ts";
export type { Added } from "./worth.ts";
export { simulatePool, type SimulateOptions, type Simulation } from "./simulate/simulate.ts";
export type { RunSummary } from "./simulate/replay.ts";
export type { Hindsight, PairFigures } from "./simulate/hindsight.ts";
export type { Waits } from "./simulate/waits.ts";
export { comparePolicies, type PolicyComparison, type PolicyRow } from "./simulate/compare.ts";
export { appendToLog, readLog, type Forgetting, type LogLine, type LogOptions, type PoolLog } from "./log/log.ts";
export { forget, type Forgotten, type StoredPool } from "./log/forget.ts";
