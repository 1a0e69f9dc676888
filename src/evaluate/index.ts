/*
 * `tersine/evaluate`: what became of a programme. Pure functions of results and of what is given beside them: no storage, no
 * network, no person in what they tell.
 */
export { audit, type Audit, type AuditOptions, type AuditSide } from "./audit/audit.ts";
export type { Attribution, NotAttributed } from "./audit/attribution.ts";
export {
  type ChoiceCoverage,
  type ChoiceOptions,
  type ChoiceRow,
  coverageOfChoice,
  type TopicChoice,
  type TopicChoiceRow,
} from "./audit/choice.ts";
export type { Comparison, Verdict } from "./audit/compare.ts";
export type { NotPlaceable, Placeable } from "./audit/equal-plans.ts";
export type { Stage } from "./audit/funnel.ts";
export type { Groups } from "./audit/groups.ts";
export type { AuditGroupFigures } from "./audit/group-figures.ts";
export type { Programme } from "./audit/programme.ts";
export type { AuditRow, AuditStage } from "./audit/rows.ts";
export type { Hidden } from "./audit/suppress.ts";
export { END_REASONS, type EndReason } from "./outcomes/end-reasons.ts";
export type { Outcome } from "./outcomes/outcome.ts";
export type { Band, Banded } from "./outcomes/bands.ts";
export { evaluate, type Evaluation, type EvaluateOptions, type Share } from "./outcomes/evaluate.ts";
export type { RatedPair, Ratings } from "./outcomes/ratings.ts";
export { benjaminiHochberg, holm } from "./statistics/several-tests.ts";
export { detectableGap } from "./statistics/power.ts";
export { exactTest, fisher, type ExactTest, type Margins } from "./statistics/exact.ts";
export { kaplanMeier, type Duration, type SurvivalStep } from "./statistics/survival.ts";
export { katz, newcombe, wilson, type Count, type Interval } from "./statistics/proportions.ts";
export { mantelHaenszel, type Stratified, type Stratum } from "./statistics/mantel-haenszel.ts";
export { intraclassCorrelation, manski, unrestricted, type Agreement } from "./statistics/ratings.ts";
export { rankSum, type RankSum } from "./statistics/rank-sum.ts";
export type { LearnedWeight } from "./learn/learned.ts";
export {
  proposeWeights,
  type FinishedProgramme,
  type ProposeOptions,
  type WeightProposal,
} from "./learn/propose-weights.ts";
export type { KeepReason } from "./learn/words.ts";
export { feedbackForm, type FeedbackForm, type FeedbackQuestion } from "./outcomes/feedback-form.ts";
export type { DataField } from "./account/fields.ts";
export { requiredFields, type RequiredField } from "./account/required-fields.ts";
export { blindReview, type BlindReview } from "./account/blind-review.ts";
export { minimise, pseudonymise, type Pseudonymised } from "./account/minimise.ts";
export { modelCard, type ModelCard } from "./account/model-card.ts";
