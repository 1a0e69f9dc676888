/*
 * `tersine`: what an organiser's program needs. The root holds functions, what they take, what they give, and the
 * alternatives that callers tell apart. Parts of those types go by their field: `MatchedResult["gap"]`. The options of single
 * criteria and everything that computes scores without a match are in `tersine/score`.
 */

export { TersineError, type ErrorCode, type TersineIssue } from "./base/error.ts";
export { foldText } from "./base/text.ts";
export { VERSION } from "./base/version.ts";

// matching
export { checkInput, matchPairs, safeMatchPairs, type InputCheck } from "./match.ts";
export { matchPairsAsync, type AsyncMatchOptions } from "./match-async.ts";
export type { PairWorth } from "./plan/goal.ts";
export { defaultRules } from "./plan/options.ts";
export type { MatchOptions, Objective, Proposer } from "./plan/match-options.ts";
export type { Progress } from "./plan/steps.ts";

// input
export type {
  Attributes,
  Availability,
  Away,
  Language,
  MatchInput,
  MenteeEntry,
  MentorEntry,
  Period,
  Person,
  TopicOffer,
  TopicWish,
  WeeklyWindow,
} from "./model/input.ts";
export type { Mentee, Mentor } from "./model/program.ts";
export { inputJsonSchema } from "./model/schema/json-schema.ts";
export { inputSchema } from "./model/standard-schema.ts";
export {
  toUtc,
  weeklyAvailability,
  type TimeSpan,
  type WeeklyAvailability,
  type WeeklyAvailabilityOptions,
} from "./model/entries/weekly-availability.ts";
export type { TimeCount } from "./base/time/free-days.ts";

// result
export type {
  Demand,
  InfeasibleResult,
  InfeasibleWitness,
  Manifest,
  MatchedResult,
  MatchResult,
  Pair,
  PairsProof,
  Reason,
  SafeMatchResult,
  Shortage,
  TopicDemand,
  TopicSupply,
  Totals,
  Unmatched,
  UnmatchedCode,
} from "./explain/result.ts";
export type { Warning, WarningCode } from "./model/warning.ts";
export type { Contribution } from "./score/pair-score.ts";
export { scaleText } from "./score/scale.ts";
export { criterionTitle } from "./score/titles.ts";
export { ruleTitle } from "./rules/titles.ts";
export type { CriterionFacts, MeetingTime, MeetingWindow } from "./score/index.ts";

// a plan and the questions about it
export { createMatcher, type CandidatePair, type Matcher, type WhatIf } from "./matcher/create-matcher.ts";
export type { Alternative, AllowedPair, PairExplanation, RefusedPair } from "./explain/pair-explanation.ts";
export type { ChangeStep, DataOutcome, DataValue, Fix, FixKind, NewPair, NoFix, SmallestFix } from "./explain/fix.ts";
export { type Audience, audienceOf, AUDIENCES, reasonsFor } from "./explain/audience.ts";
export { type Letter, type LetterOptions, type LetterPartner, letters } from "./explain/letters.ts";
export { namedFix } from "./explain/named-fix.ts";
export { namesOf } from "./explain/names.ts";
export type { Reserve, Reserves } from "./explain/reserves.ts";
export type { ReserveList, ReserveListEntry } from "./explain/reserve-list.ts";
export type { ReserveListOptions } from "./matcher/questions/reserves/reserve-list.ts";
export type { Change } from "./matcher/what-if/change.ts";
export type { BrokenPair, Rematch } from "./explain/rematch.ts";
export type { PublishedPlan, RematchOptions } from "./matcher/rematch/options.ts";
export type { RankedPlan } from "./matcher/questions/plans/best-plans.ts";
export type { CertainPairs } from "./matcher/questions/pairs/certain-pairs.ts";
export type { PlaceValue, TopicValue } from "./matcher/questions/values/seat-values.ts";
export type { OfferValue } from "./matcher/questions/values/offer-values.ts";
export type { WeightRange } from "./matcher/questions/weights/weight-ranges.ts";
export {
  compareResults,
  type ChangedPerson,
  type ComparedPair,
  type Comparison,
  type PlanFigures,
  type PlanPair,
} from "./matcher/compare/compare.ts";

// a programme before anything is chosen, for plans of another shape
export { prepareProgramme, type Participant, type PreparedProgramme } from "./matcher/prepared/prepared-programme.ts";

// settings in a file, and a match once more from its manifest
export { configJsonSchema } from "./matcher/record/makers.ts";
export { readConfig, type Config } from "./matcher/record/config.ts";
export { replay, type ReplayFunctions } from "./matcher/record/replay.ts";

// rules and quotas
export * from "./rules/index.ts";

// criteria
export {
  availability,
  bothWays,
  choices,
  commonManager,
  criterion,
  defaultCriteria,
  generation,
  goals,
  goalsByText,
  goalsByVector,
  hierarchy,
  language,
  loadCatalogue,
  mutual,
  readiness,
  reverseMentoringTopics,
  sameOrDifferent,
  topicCatalogue,
  topics,
  treeDistance,
  waiting,
  type Criterion,
  type CriterionOptions,
  type CustomOptions,
  type MenteeProfile,
  type MentorProfile,
  type MissingPolicy,
  type PairFunction,
  type ScoreContext,
  type TopicCatalogue,
  type TopicCatalogueOptions,
  type TopicsCriterion,
} from "./score/index.ts";
