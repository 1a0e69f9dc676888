import type { AvailabilityFacts } from "./availability/facts.ts";
import { availabilityEntry } from "./criteria/availability.ts";
import { type BothWaysFacts, bothWaysEntry } from "./criteria/both-ways.ts";
import { type ChoicesFacts, choicesEntry } from "./criteria/choices.ts";
import type { CustomFacts } from "./criteria/custom.ts";
import { type GenerationFacts, generationEntry } from "./criteria/generation.ts";
import { goalsByTextEntry } from "./criteria/goals-by-text.ts";
import { type GoalsFacts, goalsEntry } from "./criteria/goals.ts";
import { type HierarchyFacts, hierarchyEntry } from "./criteria/hierarchy.ts";
import { type LanguageFacts, languageEntry } from "./criteria/language.ts";
import { commonManagerEntry, type OrgDistanceFacts, treeDistanceEntry } from "./criteria/org-distance.ts";
import { type MutualFacts, mutualEntry } from "./criteria/mutual.ts";
import { type ReadinessFacts, readinessEntry } from "./criteria/readiness.ts";
import { type SameOrDifferentFacts, sameOrDifferentEntry } from "./criteria/same-or-different.ts";
import { type TopicsFacts, topicsEntry } from "./criteria/topics.ts";
import { type WaitingFacts, waitingEntry } from "./criteria/waiting.ts";
import type { CriterionEntry } from "./criterion-entry.ts";

/**
 * The criteria that a configuration can name, in the order in which messages and schemas list them. Configuration, replay,
 * reasons and the JSON Schema read this list.
 */
export const STANDARD_CRITERIA: readonly CriterionEntry<CriterionFacts>[] = [
  topicsEntry,
  goalsEntry,
  goalsByTextEntry,
  availabilityEntry,
  hierarchyEntry,
  languageEntry,
  generationEntry,
  choicesEntry,
  waitingEntry,
  mutualEntry,
  bothWaysEntry,
  readinessEntry,
  sameOrDifferentEntry,
  treeDistanceEntry,
  commonManagerEntry,
];

/**
 * What a criterion's points rest on, as plain data: the explanations turn these into sentences, and a reader can
 * recompute the points from them and the two records. Each kind concerns only the two people of the pair.
 */
export type CriterionFacts =
  | TopicsFacts
  | BothWaysFacts
  | GoalsFacts
  | AvailabilityFacts
  | HierarchyFacts
  | GenerationFacts
  | LanguageFacts
  | SameOrDifferentFacts
  | ChoicesFacts
  | WaitingFacts
  | MutualFacts
  | ReadinessFacts
  | OrgDistanceFacts
  | CustomFacts;
