import { at } from "../../../base/at.ts";
import type { AllowedPair, PairExplanation } from "../../../explain/pair-explanation.ts";
import { refusalInWords } from "../../../explain/reasons.ts";
import { pairOf } from "../../../plan/pairs.ts";
import { edgeOf, type Pin } from "../../../plan/pins.ts";
import { refusalsOf } from "../../../rules/candidates/refusal.ts";
import { indexOf } from "../../people.ts";
import type { PricedPlan } from "../../priced-plan.ts";
import { forcingCost } from "./forcing-cost.ts";

/** Explains any mentor and mentee by id. */
export function explainPair(plan: PricedPlan, mentorId: string, menteeId: string): PairExplanation {
  const { program, graph } = plan.pool;
  const column = indexOf(program.mentors, mentorId, "mentorId", "mentor");
  const row = indexOf(program.mentees, menteeId, "menteeId", "mentee");
  const edge = edgeOf(graph, row, column);
  if (edge >= 0) return explainAllowed(plan, { row, column, edge });
  return {
    status: "refused",
    mentorId: at(program.mentors, column).id,
    menteeId: at(program.mentees, row).id,
    reasons: refusalsOf(graph, row, column).map(refusalInWords),
  };
}

/** Explains a candidate pair. */
export function explainAllowed(plan: PricedPlan, pair: Pin): AllowedPair {
  const { program, score } = plan.pool;
  const { row, column, edge } = pair;
  const explained = pairOf(at(program.mentees, row), at(program.mentors, column), score.explainPair(row, column));
  const isChosen = plan.best.edgeOf.includes(edge);
  return {
    status: isChosen ? "chosen" : "possible",
    mentorId: explained.mentorId,
    menteeId: explained.menteeId,
    score: explained.score,
    informed: explained.informed,
    contributions: explained.contributions,
    reasons: explained.reasons,
    meetings: explained.meetings,
    ...(explained.lacks === undefined ? {} : { lacks: explained.lacks }),
    forcing: isChosen ? NO_COST : forcingCost(plan, pair),
  };
}

const NO_COST = {
  status: "possible",
  people: 0,
  score: 0,
  isTied: true,
  reasons: [{ about: "forcing", audience: "organiser", en: "The two are paired.", tr: "Bu ikili planda eşleşmiş." }],
} as const;
