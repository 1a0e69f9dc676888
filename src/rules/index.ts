export { ban, type PairOfIds } from "./ban.ts";
export {
  crossGeneration,
  GENERATION_BANDS,
  type CrossGenerationOptions,
  type GenerationBand,
} from "./cross-generation.ts";
export { rule, type CustomRuleOptions } from "./custom.ts";
export { minimumScore } from "./minimum-score.ts";
export { noReportingLine, type NoReportingLineOptions } from "./no-reporting-line.ts";
export { reverse, type ReverseOptions } from "./reverse.ts";
export type { PairRule, PreparedRule, Rule, ScoreRule, Text } from "./rule.ts";
