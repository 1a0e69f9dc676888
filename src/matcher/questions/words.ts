import { at } from "../../base/at.ts";
import type { Sentence } from "../../explain/result.ts";
import type { Pool } from "../../plan/pool.ts";
import type { PlanPair } from "../compare/compare.ts";

/** A candidate pair in the words of results. */
export function planPair({ program, graph }: Pool, row: number, column: number, edge: number): PlanPair {
  return {
    mentorId: at(program.mentors, column).id,
    menteeId: at(program.mentees, row).id,
    score: at(graph.scoreAt, edge),
  };
}

/** How a plan differs from another, as a list in words; people only if their number does. */
export function differenceText(people: number, score: number): Sentence {
  const points = {
    en: `${Math.abs(score)} points ${score < 0 ? "fewer" : "more"}`,
    tr: `${Math.abs(score)} puan ${score < 0 ? "eksik" : "fazla"}`,
  };
  if (people === 0) return points;
  const placed = Math.abs(people);
  return {
    en: `${placed} ${placed === 1 ? "person" : "people"} ${people < 0 ? "fewer" : "more"}, ${points.en}`,
    tr: `${placed} kişi ${people < 0 ? "eksik" : "fazla"}, ${points.tr}`,
  };
}
