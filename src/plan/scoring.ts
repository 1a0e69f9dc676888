import type { Steps } from "../base/steps.ts";
import { topicNamer } from "../explain/topic-names.ts";
import type { Program } from "../model/program.ts";
import type { ScorePool } from "../score/criterion.ts";
import { compileScore, type PreparedScore, type ScoreOptions } from "../score/weighted.ts";
import { keepRead, knownTimes, readTimes } from "./known-times.ts";
import type { FullOptions } from "./options.ts";

/** Compiles the criteria against a programme. Can be paused every few people. */
export function* prepareScores(program: Program, options: FullOptions): Steps<PreparedScore> {
  // what the criterion asks for is then known, so that compiling it is short
  if (options.criteria.some(({ name }) => name === "availability")) yield* readTimes(program);
  return yield* compileScore(options.criteria, scorePool(program), scoreOptions(options));
}

export function scoreOptions({ personalWeights }: FullOptions): ScoreOptions {
  return personalWeights === undefined ? {} : { personalWeights };
}

/** A programme as the criteria see it. */
export function scorePool(program: Program): ScorePool {
  const { mentors, mentees, chart, seniority, period, levels } = program;
  const context = {
    chart,
    seniority,
    topicName: topicNamer(program),
    ...(period === undefined ? {} : { period }),
    ...(levels === undefined ? {} : { levels }),
  };
  return { mentors, mentees, context, times: knownTimes, keep: keepRead };
}
