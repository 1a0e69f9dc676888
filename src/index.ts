export { TersineError, type ErrorCode, type TersineIssue } from "./base/error.ts";
export { VERSION } from "./base/version.ts";
export type { ChangeStep, Fix, FixKind, NoFix, NoFixReason, SmallestFix } from "./explain/fix.ts";
export type * from "./explain/pair-explanation.ts";
export type * from "./explain/result.ts";
export { checkInput, matchPairs, safeMatchPairs, type InputCheck } from "./match.ts";
export { compareResults, type ChangedPerson, type ComparedPair, type Comparison } from "./matcher/compare.ts";
export { createMatcher, type Matcher } from "./matcher/create-matcher.ts";
export { matchPairsAsync, type AsyncMatchOptions } from "./matcher/match-async.ts";
export type { Progress } from "./matcher/steps.ts";
export type { MatchOptions, Objective, Proposer } from "./matcher/options.ts";
export { inputJsonSchema } from "./model/json-schema.ts";
export type { Mentee, Mentor } from "./model/program.ts";
export type {
  Availability,
  MatchInput,
  MenteeEntry,
  MentorEntry,
  Period,
  Person,
  TopicOffer,
  TopicWish,
  WeeklyWindow,
} from "./model/schema.ts";
export * from "./rules/index.ts";
export * from "./score/index.ts";
