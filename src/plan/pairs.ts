import { at } from "../base/at.ts";
import { reasonOf } from "../explain/reasons.ts";
import type { Pair } from "../explain/result.ts";
import type { Mentee, Mentor } from "../model/program.ts";
import type { PreparedScore } from "../score/weighted.ts";
import type { Pin } from "./pins.ts";
import type { Pool } from "./pool.ts";
import type { Matching } from "./solve.ts";
import type { MatchSteps } from "./steps.ts";

/** The pairs of an assignment, each with its score taken apart and put into words. Can be paused after each pair. */
export function* explainPairs(pool: Pool, { rowOf, columnOf }: Matching): MatchSteps<readonly Pair[]> {
  const { program, score, pins } = pool;
  const isPinned = pinnedPairs(pins);
  const pairs: Pair[] = [];
  for (const [index, row] of rowOf.entries()) {
    const column = at(columnOf, index);
    const pair = pairOf(at(program.mentees, row), at(program.mentors, column), score.explainPair(row, column));
    pairs.push(markPin(pair, isPinned(row, column)));
    yield { phase: "explaining", done: pairs.length, total: rowOf.length };
  }
  return pairs;
}

/** Whether a pair of a mentee and a mentor, by index, is pinned. */
export function pinnedPairs(pins: readonly Pin[]): (row: number, column: number) => boolean {
  const columnsOf = new Map<number, Set<number>>();
  for (const { row, column } of pins) columnsOf.set(row, (columnsOf.get(row) ?? new Set()).add(column));
  return (row, column) => columnsOf.get(row)?.has(column) === true;
}

/** The pair, marked or not; the same object where nothing changes. */
export function markPin(pair: Pair, isPinned: boolean): Pair {
  if ((pair.pinned ?? false) === isPinned) return pair;
  const { mentorId, menteeId, score, informed, contributions, reasons, meetings } = pair;
  const unmarked = { mentorId, menteeId, score, informed, contributions, reasons, meetings };
  return isPinned ? { ...unmarked, pinned: true } : unmarked;
}

/** A pair with its score taken apart and put into words. */
export function pairOf(
  mentee: Mentee,
  mentor: Mentor,
  { score, informed, contributions }: ReturnType<PreparedScore["explainPair"]>,
): Pair {
  const meetings = contributions.flatMap(({ facts }) => (facts.kind === "availability" ? facts.meetings : []));
  return {
    mentorId: mentor.id,
    menteeId: mentee.id,
    score,
    informed,
    contributions,
    reasons: contributions.map(reasonOf),
    meetings,
  };
}
