export { ban, type BanRule, type PairOfIds } from "./ban.ts";
export {
  crossGeneration,
  GENERATION_BANDS,
  type CrossGenerationOptions,
  type GenerationBand,
} from "./cross-generation.ts";
export { differentDepartment, differentLocation } from "./different-field.ts";
export { exceptFor } from "./except-for.ts";
export { levelGap, type LevelGapOptions } from "./level-gap.ts";
export { meetingTime, type MeetingTimeOptions } from "./meeting-time.ts";
export { notAgain, type NotAgainOptions, type PastPair } from "./not-again.ts";
export { sharedLanguage, type SharedLanguageOptions } from "./shared-language.ts";
export { sharedTopic, type SharedTopicOptions } from "./shared-topic.ts";
export { timeZonesWithin, type TimeZonesWithinOptions } from "./time-zones-within.ts";
export type { UnknownPolicy } from "./unknown-data.ts";
export { rule, type CustomRuleOptions } from "./custom.ts";
export { minimumOf, type MinimumOfOptions } from "./minimum-of.ts";
export { minimumScore, minimumScoreBy } from "./minimum-score.ts";
export { noReportingLine, type NoReportingLineOptions } from "./no-reporting-line.ts";
export {
  partnerLimit,
  quota,
  type PairFields,
  type PairGroup,
  type PairPredicate,
  type PairQuota,
  type PairsWhere,
  type PartnerField,
  type PartnerLimit,
  type PartnerLimitOptions,
  type PersonWhere,
  type Quota,
  type QuotaLimits,
} from "./quotas/quota.ts";
export { waivable } from "./waivable.ts";
export { ready } from "./ready.ts";
export { safeSpace, type SafeSpaceOptions } from "./safe-space.ts";
export { tenure } from "./tenure.ts";
export { reverse, type ReverseOptions } from "./reverse.ts";
export type { Exempt, PairRule, PersonOfSide, Rule, RuleMeasure, ScoreRule } from "./rule.ts";
