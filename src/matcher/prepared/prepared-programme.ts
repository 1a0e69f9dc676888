import { asPublic } from "../../base/public.ts";
import { at } from "../../base/at.ts";
import { drain } from "../../base/steps.ts";
import { refusalInWords } from "../../explain/reasons.ts";
import type { Manifest, MatchResult, Pair, Reason, Warning } from "../../explain/result.ts";
import { planOf } from "../../match.ts";
import type { MatchInput } from "../../model/input.ts";
import type { Mentee, Mentor, Program } from "../../model/program.ts";
import type { MatchOptions, Objective } from "../../plan/match-options.ts";
import { pairOf } from "../../plan/pairs.ts";
import { edgeOf } from "../../plan/pins.ts";
import { type Pool, preparePool } from "../../plan/pool.ts";
import { scorePool } from "../../plan/scoring.ts";
import { refusalsOf } from "../../rules/candidates/refusal.ts";
import type { Criterion, ScorePool } from "../../score/criterion.ts";
import { type Participant, participantsOf, rulesBetween, rulesForPairs } from "./between.ts";

export type { Participant } from "./between.ts";

/**
 * A programme that is read, scored and ruled, with nothing chosen yet: for plans of another shape than pairs. People go by
 * their places in the lists.
 */
export interface PreparedProgramme {
  /** By id. */
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  /** Everybody, each once. */
  readonly participants: readonly Participant[];
  /** The criteria with the weights in force. */
  readonly criteria: readonly Criterion[];
  /** What criteria are compiled against. */
  readonly pool: ScorePool;
  readonly objective: Objective;
  /** People of which side `coverage` counts. */
  readonly coverage: "mentees" | "mentors" | "both";
  /** Micro-points of a pair; -1 if a rule refuses it. */
  readonly scoreOf: (mentee: number, mentor: number) => number;
  /** A pair that the rules allow, with its score taken apart and put into words. */
  readonly pairOf: (mentee: number, mentor: number) => Pair;
  /** Every reason against a mentor and a mentee. */
  readonly refusalsOf: (mentee: number, mentor: number) => readonly Reason[];
  /** Every reason against two participants in one group, whoever mentors: of the rules that hold between any two. */
  readonly refusalsBetween: (a: number, b: number) => readonly Reason[];
  /** The best plan of pairs, as `matchPairs` gives it; with `places: 1` as if no capacity were larger. */
  readonly match: (options?: { readonly places?: 1 }) => MatchResult;
  readonly warnings: readonly Warning[];
  readonly manifest: Manifest;
}

/**
 * Reads, scores and rules a programme as `matchPairs` does, and stops before it solves. A `ban` may also name two people of one
 * side here.
 *
 * @throws TersineError with every problem of the input or of the options at once
 */
export function prepareProgramme(input: MatchInput, options: MatchOptions = {}): PreparedProgramme {
  return asPublic("prepareProgramme", () => {
    const asked = options.rules === undefined ? options : { ...options, rules: rulesForPairs(options.rules) };
    const pool = drain(preparePool(input, asked));
    const { program, graph, score, manifest, warnings } = pool;
    const { mentees, mentors } = program;
    const participants = participantsOf(program);
    const full = fullRules(pool, options);
    return {
      mentees,
      mentors,
      participants,
      criteria: pool.options.criteria,
      pool: scorePool(program),
      objective: pool.options.objective,
      coverage: pool.options.coverage ?? "both",
      scoreOf: (mentee, mentor) => {
        const edge = edgeOf(graph, mentee, mentor);
        return edge < 0 ? -1 : at(graph.scoreAt, edge);
      },
      pairOf: (mentee, mentor) => pairOf(at(mentees, mentee), at(mentors, mentor), score.explainPair(mentee, mentor)),
      refusalsOf: (mentee, mentor) => refusalsOf(graph, mentee, mentor).map(refusalInWords),
      refusalsBetween: rulesBetween(program, participants, full),
      match: ({ places } = {}) =>
        drain(planOf(places === undefined ? pool : { ...pool, program: withOnePlace(program) })).result,
      warnings,
      manifest,
    };
  });
}

/** The rules in force, with the bans that pairs do not need. */
function fullRules({ options: { rules, standingRules } }: Pool, { rules: given }: MatchOptions): typeof rules {
  return given === undefined ? rules : [...rules.slice(0, standingRules), ...given];
}

/** The programme with a capacity of at most 1 each. */
function withOnePlace(program: Program): Program {
  const limited = <Entry extends Mentee | Mentor>(people: readonly Entry[]): readonly Entry[] =>
    people.map((person) => (person.capacity > 1 ? { ...person, capacity: 1 } : person));
  return { ...program, mentees: limited(program.mentees), mentors: limited(program.mentors) };
}
