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
export type { TopicSpaceOptions } from "./topic-space.ts";
export { topics, type PreparedTopics, type TopicsCriterion, type TopicsOptions } from "./topics.ts";
export {
  prepareScore,
  weighted,
  type Contribution,
  type PairScore,
  type PreparedScore,
  type WeightedScore,
} from "./weighted.ts";
