export { TersineError, type ErrorCode, type TersineIssue } from "./base/error.ts";
export { VERSION } from "./base/version.ts";
export type { ChangeStep, Fix, FixKind, NoFix, NoFixReason, SmallestFix } from "./explain/fix.ts";
export type * from "./explain/pair-explanation.ts";
export type * from "./explain/rematch.ts";
export type { ReserveList, ReserveListEntry, ReserveMove } from "./explain/reserve-list.ts";
export type { Reserve, Reserves } from "./explain/reserves.ts";
export type * from "./explain/result.ts";
export { checkInput, matchPairs, safeMatchPairs, type InputCheck } from "./match.ts";
export type { CertainPairs } from "./matcher/questions/certain-pairs.ts";
export type { Change, Fields, ListChange } from "./matcher/what-if/change.ts";
export {
  compareResults,
  type ChangedPerson,
  type ComparedPair,
  type Comparison,
  type PlanFigures,
  type PlanPair,
} from "./matcher/compare/compare.ts";
export { readConfig, type Config } from "./matcher/record/config.ts";
export { createMatcher, type Matcher, type WhatIf } from "./matcher/create-matcher.ts";
export { matchPairsAsync, type AsyncMatchOptions } from "./match-async.ts";
export type { OfferValue } from "./matcher/questions/offer-values.ts";
export type { PlaceValue, TopicValue } from "./matcher/questions/place-values.ts";
export type { ReserveListOptions } from "./matcher/questions/reserve-list.ts";
export type { RankedPlan } from "./matcher/questions/plans.ts";
export type { WeightRange } from "./matcher/questions/weight-ranges.ts";
export type { Progress } from "./plan/steps.ts";
export { replay, type ReplayFunctions } from "./matcher/record/replay.ts";
export type { PublishedPlan, RematchOptions } from "./matcher/rematch/options.ts";
export type { MatchOptions, Objective, Proposer } from "./plan/options.ts";
export type { WarningCode } from "./model/warning.ts";
export { configJsonSchema } from "./model/config-forms.ts";
export { inputJsonSchema } from "./model/json-schema.ts";
export type { Mentee, Mentor } from "./model/program.ts";
export type {
  Availability,
  DeepReadonly,
  MatchInput,
  MenteeEntry,
  MentorEntry,
  Period,
  Person,
  TopicOffer,
  TopicWish,
  WeeklyWindow,
} from "./model/schema.ts";
export {
  toUtc,
  weeklyAvailability,
  type TimeSpan,
  type WeeklyAvailability,
  type WeeklyAvailabilityOptions,
} from "./model/weekly-availability.ts";
export type { TimeCount } from "./base/time/free-days.ts";
export * from "./rules/index.ts";
export * from "./score/index.ts";
