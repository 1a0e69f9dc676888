export type { OrgChart } from "../base/org-chart.ts";
export * from "./criterion.ts";
export type * from "./facts.ts";
export { loadCatalogue, type CatalogueTopic } from "./catalogue.ts";
export { availability, type AvailabilityOptions } from "./availability.ts";
export { prepareCommonTime, type PreparedCommonTime } from "./availability-weeks.ts";
export { criterion, type CustomOptions, type PairFunction } from "./custom.ts";
export { defaultCriteria } from "./defaults.ts";
export { goals, type GoalsOptions } from "./goals.ts";
export { hierarchy, hierarchyCurve, type HierarchyCurve, type HierarchyOptions } from "./hierarchy.ts";
export { reverseMentoringTopics } from "./reverse-mentoring-topics.ts";
export { levelsOf, settleSeniority } from "./level.ts";
export { scorePair } from "./score-pair.ts";
export type { CriterionOptions } from "./settings.ts";
export {
  topicCatalogue,
  type RelatedTopic,
  type TopicCatalogue,
  type TopicCatalogueOptions,
} from "./topic-catalogue.ts";
export { topics, type PreparedTopics, type TopicsCriterion, type TopicsOptions } from "./topics.ts";
export type { Contribution, PairScore } from "./pair-score.ts";
export type { PersonalPercents, PersonalWeights } from "./personal-weights.ts";
export type { KeptPairs, ScoreTable } from "./score-table.ts";
export { prepareScore, weighted, type PreparedScore, type ScoreOptions, type WeightedScore } from "./weighted.ts";
export { choices, type ChoicesOptions } from "./choices.ts";
export { generation, type GenerationOptions } from "./generation.ts";
export { goalsByText, type GoalsByTextOptions } from "./goals-by-text.ts";
export { goalsByVector, type GoalsByVectorOptions, type GoalVector } from "./goals-by-vector.ts";
export { language, type LanguageLevel, type LanguageOptions } from "./language.ts";
export { commonManager, treeDistance, type OrgDistanceOptions } from "./org-distance.ts";
export { sameOrDifferent, type SameOrDifferentOptions } from "./same-or-different.ts";
export { waiting, type WaitingOptions } from "./waiting.ts";
