/*
 * `tersine/groups`: several mentors for a mentee, judged together, and circles. Pure functions over plain data.
 */
export { matchGroups } from "./match-groups.ts";
export type { GroupOptions } from "./options.ts";
export type { GroupsOf, Range } from "./shape.ts";
export type {
  GroupCriterion,
  GroupCriterionOptions,
  GroupFacts,
  GroupPlaces,
  PreparedGroupCriterion,
} from "./criterion.ts";
export { coveredBy, type CoveredByOptions } from "./criteria/covered-by.ts";
export { commonTime, type CommonTimeOptions } from "./criteria/common-time.ts";
export { different, type DifferentOptions } from "./criteria/different.ts";
export { levelSpread, type LevelSpreadOptions } from "./criteria/level-spread.ts";
export type { GroupContribution } from "./score.ts";
export type {
  Group,
  GroupGap,
  GroupProof,
  GroupResult,
  GroupTotals,
  Member,
  UnmatchedMember,
  UnmatchedMemberCode,
} from "./result.ts";
