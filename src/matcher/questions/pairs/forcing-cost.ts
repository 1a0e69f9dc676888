import { at } from "../../../base/at.ts";
import { problem as fault } from "../../../base/error.ts";
import { counted, figureText } from "../../../base/figures.ts";
import { drain } from "../../../base/steps.ts";
import type { Sentence } from "../../../base/sentence.ts";
import type { ForcingCost } from "../../../explain/pair-explanation.ts";
import { cutPins } from "../../../plan/cut-pins.ts";
import type { Pin } from "../../../plan/pins.ts";
import { solveQuotas } from "../../../plan/solve.ts";
import { FULL_SCORE } from "../../../score/criterion.ts";
import { scaleText } from "../../../score/scale.ts";
import { warmStartFrom } from "../../../solve/flow/warm-start.ts";
import { solveAssignment } from "../../../solve/solve-assignment.ts";
import type { NetworkPlan, PricedPlan, QuotaPlan } from "../../priced-plan.ts";

/**
 * What a candidate pair in the plan would cost: the difference to the best plan that holds it, found by a search from the
 * prices at hand, so that it takes a small part of a solve; under quotas by a solve of its own. Proved like every answer.
 *
 * @throws TersineError LIMIT_WORK if the best plan that holds the pair is not proved within the work allowed
 */
export function forcingCost(plan: PricedPlan, pair: Pin): ForcingCost {
  return plan.kind === "network" ? networkCost(plan, pair) : quotaCost(plan, pair);
}

function networkCost({ pool, problem, answer }: NetworkPlan, pair: Pin): ForcingCost {
  const { rowPrice, columnPrice } = answer.proof;
  const warmStart = warmStartFrom(answer, withOneMore(rowPrice), withOneMore(columnPrice));
  const forced = solveAssignment(cutPins(problem, [...pool.pins, pair]), { warmStart });
  if (forced.status === "infeasible") return { status: "impossible" };
  // the two halves of the pin are placed by themselves
  const people = answer.placedRows + answer.placedColumns - (forced.placedRows + forced.placedColumns - 2);
  return costInWords(people, answer.total - forced.total, answer.proof.placement > 0);
}

function quotaCost({ pool, bounded, objective }: QuotaPlan, pair: Pin): ForcingCost {
  const forced = drain(solveQuotas(pool, objective, [...pool.pins, pair]));
  if (forced.status === "infeasible") return { status: "impossible" };
  if (forced.status === "feasible") {
    const message = "expected the best plan with this pair within the work allowed, got a gap.";
    throw fault("LIMIT_WORK", "/limits/work", message);
  }
  const people = bounded.placedRows + bounded.placedColumns - forced.placedRows - forced.placedColumns;
  return costInWords(people, bounded.total - forced.total, objective !== "score");
}

/** Old indices, and one new node behind them. */
function withOneMore({ length }: Float64Array): Int32Array {
  return Int32Array.from({ length: length + 1 }, (_, node) => (node < length ? node : -1));
}

function costInWords(people: number, score: number, countsPeople: boolean): ForcingCost {
  const isTied = score === 0 && (people === 0 || !countsPeople);
  const text = isTied
    ? { en: "A plan with this pair is just as good.", tr: "Bu eşleşmeyi içeren, aynı ölçüde iyi bir plan da var." }
    : differenceInWords(people, score);
  return { status: "possible", people, score, isTied, reasons: [{ about: "forcing", audience: "organiser", ...text }] };
}

/** What changes in the best plan with the pair: the total, then how many people are placed. Figures above 0 only. */
function differenceInWords(people: number, score: number): Sentence {
  const placed = placedInWords(people);
  if (score === 0) {
    return { en: `With this pair instead ${placed.en}.`, tr: `Bu eşleşme yapılırsa ${placed.tr}.` };
  }
  const points = scaleText(Math.abs(score));
  return score > 0
    ? {
        en: `This pair instead would cost ${points.en} in total; ${placed.en}.`,
        tr: `Bu eşleşme yapılırsa toplam ${points.tr} azalır; ${placed.tr}.`,
      }
    : {
        en: `With this pair instead the total would be ${points.en} higher; ${placed.en}.`,
        tr: `Bu eşleşme yapılırsa toplam ${points.tr} artar; ${placed.tr}.`,
      };
}

function placedInWords(people: number): Sentence {
  if (people === 0) return { en: "as many people would have a place", tr: "eşleşen kişi sayısı değişmez" };
  const count = Math.abs(people);
  const { tr } = figureText(count);
  return people > 0
    ? { en: `${counted(count, "person", "people")} fewer would have a place`, tr: `${tr} kişi daha eşleşmesiz kalır` }
    : { en: `${counted(count, "person", "people")} more would have a place`, tr: `${tr} kişi daha eşleşir` };
}

/**
 * A lower bound of what a pair costs, read off the prices: its slack, in micro-points with each person placed worth
 * `placementOf`; 0 for chosen pairs and, where nothing better is known, under quotas.
 */
export function slackOf(plan: PricedPlan, { row, column }: Pin, score: number): number {
  if (plan.kind === "quotas") return 0;
  const { rowPrice, columnPrice } = plan.answer.proof;
  return Math.max(0, at(rowPrice, row) + at(columnPrice, column) - score);
}

/** Micro-points that one person placed is worth where plans are compared: enough to come before all scores. */
export function placementOf(plan: PricedPlan): number {
  if (plan.kind === "network") return plan.answer.proof.placement;
  return plan.objective === "score" ? 0 : (plan.pool.graph.columnAt.length + 1) * FULL_SCORE;
}
