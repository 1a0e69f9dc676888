import { at } from "../../base/at.ts";
import { drain, finished, mapResult } from "../../base/steps.ts";
import type { Program } from "../../model/program.ts";
import type { Pool } from "../../plan/pool.ts";
import type { MatchSteps } from "../../plan/steps.ts";
import { askRules, hasSameMeasures, pairBitsOf, scoreBitsOf } from "../../rules/candidates/asked-rules.ts";
import { isTopics, topicsAmong } from "../../score/criteria/topics.ts";
import { readWishes } from "../../score/topics/lists.ts";
import { keptRules } from "../what-if/reused-pool.ts";
import { blockScores } from "../what-if/reused-scores.ts";
import { type ScoredPairs, withRows } from "./candidates.ts";
import { canOffer, withTopic } from "./programme.ts";
import { rescored } from "./rescored.ts";

/** The candidates if every mentor who can offers a topic. Scores only those mentees whom it serves, where that is known. */
export function offeredByAll(pool: Pool, topic: string): MatchSteps<ScoredPairs> {
  const program = withTopic(pool.program, topic, () => true);
  const rows = rowsServed(pool, topic);
  const some = rows && rescoredRows(pool, program, rows);
  return some === undefined ? mapResult(rescored(pool, program), ({ graph }) => graph) : finished(some);
}

/** Criteria and rules of this library that say the same of a pair as long as no wish of the mentee is served otherwise. */
const BY_WISHES_ALONE: ReadonlySet<string> = new Set([
  ...[
    "topics",
    "availability",
    "choices",
    "generation",
    "goals",
    "goalsByText",
    "goalsByVector",
    "hierarchy",
    "language",
  ],
  ...["treeDistance", "commonManager"],
  ...["crossGeneration", "noReportingLine", "reverse", "sharedTopic", "ban", "notAgain", "levelGap", "minimumScore"],
]);

/**
 * Mentees whose pairs may change if somebody offers a topic: those with a wish that it serves. `undefined` if others may be
 * affected, or if it is not known: by criteria and rules of the caller's own, or where a mentor offers nothing yet.
 */
function rowsServed({ program, options }: Pool, topic: string): readonly number[] | undefined {
  const own = options.rules.slice(options.standingRules);
  const isKnown = [...options.criteria, ...own].every(
    (part) => BY_WISHES_ALONE.has(part.maker ?? "") && !("minimumFor" in part),
  );
  const isSilent = program.mentors.some((mentor) => mentor.teaches.length === 0 && canOffer(mentor, topic));
  if (!isKnown || isSilent) return undefined;
  const judging = options.criteria.filter(isTopics);
  const catalogues = (judging.length === 0 ? [topicsAmong([])] : judging).map(({ catalogue }) => catalogue);
  const served = catalogues.map(
    (catalogue) => new Set(catalogue.serves(catalogue.keyOf(topic)).map((related) => related.key)),
  );
  return [...program.mentees.keys()].filter((row) =>
    catalogues.some((catalogue, place) =>
      readWishes(at(program.mentees, row), catalogue).some(({ key }) => served[place]?.has(key) === true),
    ),
  );
}

/** The candidates with those of some mentees found anew; `undefined` if a rule measures by something else now. */
function rescoredRows(pool: Pool, program: Program, rows: readonly number[]): ScoredPairs | undefined {
  const { options, graph } = pool;
  const asked = drain(askRules(program, options.rules, options.standingRules, keptRules(pool, program)));
  if (!hasSameMeasures(graph.asked, asked)) return undefined;
  const columns = [...program.mentors.keys()];
  const scoreAt = blockScores(program, options)(rows, columns);
  return withRows(graph, rows, columns.length, (row, place, column) => {
    const score = at(scoreAt, place * columns.length + column);
    const bits = pairBitsOf(asked, row, column) | scoreBitsOf(asked, score, row, column);
    return bits === 0 ? score : undefined;
  });
}
