export type { OrgChart } from "../base/organisation/chart.ts";
export * from "./criterion.ts";
export type { AvailabilityFacts } from "./availability/facts.ts";
export type { ClockWindow, MeetingTime, MeetingWindow } from "./availability/meetings.ts";
export type { CriterionFacts } from "./standard-criteria.ts";
export { loadCatalogue, type CatalogueTopic } from "./topics/load-catalogue.ts";
export { availability, type AvailabilityOptions } from "./criteria/availability.ts";
export { prepareCommonTime, type PreparedCommonTime } from "./availability/common-time.ts";
export { prepareGroupTime, type PreparedGroupTime } from "./availability/group-time.ts";
export { criterion, type CustomOptions, type PairFunction, type CustomFacts } from "./criteria/custom.ts";
export { defaultCriteria } from "./defaults.ts";
export { goals, type GoalsOptions, type GoalsFacts } from "./criteria/goals.ts";
export {
  hierarchy,
  hierarchyCurve,
  type HierarchyCurve,
  type HierarchyOptions,
  type HierarchyFacts,
} from "./criteria/hierarchy.ts";
export { reverseMentoringTopics } from "./topics/reverse-mentoring-topics.ts";
export { levelsOf, settleSeniority } from "./seniority.ts";
export { scorePair } from "./score-pair.ts";
export type { CriterionOptions } from "./settings.ts";
export {
  topicCatalogue,
  type RelatedTopic,
  type TopicCatalogue,
  type TopicCatalogueOptions,
} from "./topics/catalogue.ts";
export {
  topics,
  type PreparedTopics,
  type TopicsCriterion,
  type TopicsOptions,
  type TopicsFacts,
  type SharedTopic,
} from "./criteria/topics.ts";
export type { Contribution, PairScore } from "./pair-score.ts";
export type { PersonalPercents, PersonalWeights } from "./personal-weights.ts";
export type { KeptPairs, ScoreTable } from "./score-table.ts";
export { prepareScore, weighted, type PreparedScore, type ScoreOptions, type WeightedScore } from "./weighted.ts";
export { bothWays, type BothWaysFacts, type BothWaysRule } from "./criteria/both-ways.ts";
export { mutual, type MutualFacts, type MutualOptions } from "./criteria/mutual.ts";
export { readiness, type ReadinessFacts } from "./criteria/readiness.ts";
export { choices, type ChoicesOptions, type ChoicesFacts } from "./criteria/choices.ts";
export { generation, type GenerationOptions, type GenerationFacts } from "./criteria/generation.ts";
export { goalsByText, type GoalsByTextOptions } from "./criteria/goals-by-text.ts";
export { goalsByVector, type GoalsByVectorOptions, type GoalVector } from "./criteria/goals-by-vector.ts";
export { language, type LanguageLevel, type LanguageOptions, type LanguageFacts } from "./criteria/language.ts";
export {
  commonManager,
  treeDistance,
  type OrgDistanceFacts,
  type OrgDistanceOptions,
} from "./criteria/org-distance.ts";
export {
  sameOrDifferent,
  type SameOrDifferentOptions,
  type SameOrDifferentFacts,
} from "./criteria/same-or-different.ts";
export { waiting, type WaitingOptions, type WaitingFacts } from "./criteria/waiting.ts";
