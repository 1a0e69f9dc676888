import { at } from "../../../base/at.ts";
import { drain } from "../../../base/steps.ts";
import { namesOf } from "../../../plan/topic-names.ts";
import { topicSupply } from "../../../explain/demand.ts";
import type { Sentence, TopicSupply } from "../../../explain/result.ts";
import type { Pool } from "../../../plan/pool.ts";
import { compareWorth, type PlanWorth, worthBeyond } from "../../choice.ts";
import type { NetworkPlan, PricedPlan } from "../../priced-plan.ts";
import { eachCandidate, type ScoredPairs } from "../../variant/candidates.ts";
import { isLocal, poolWithOffer } from "../../variant/offers.ts";
import { offeredByAll } from "../../variant/offered.ts";
import { canOffer } from "../../variant/programme.ts";
import { isUnderQuotas, requoted } from "../../variant/rescored.ts";
import { appliedPool } from "../../what-if/applied-steps.ts";
import { type Solver, solverFor } from "../further-demands.ts";
import { differenceText } from "../words.ts";
import type { PlaceValue } from "./seat-values.ts";

/** What one more mentor offering a topic would add. */
export interface OfferValue extends Sentence, Pick<TopicSupply, "topic" | "offeredBy" | "wishedBy"> {
  /**
   * The mentor, of those with places who do not offer it, in whose list it would add most, with the places at hand; ties by
   * id. `null` if it would add nothing anywhere.
   */
  readonly offer: Pick<PlaceValue, "id" | "people" | "score"> | null;
}

const NOTHING: PlanWorth = { people: 0, total: 0 };

/**
 * For every topic, what it would add if one more mentor offered it, without a level, exactly; most first, ties by topic.
 *
 * Each mentor who could offer it is solved for anew, but for those of whom the prices show that it cannot add more than at
 * another: with the new scores of one mentor a plan gains at most what they exceed the prices by, in as many pairs as the
 * mentor has seats. Scores everybody once for each topic.
 *
 * @throws TersineError LIMIT_WORK as `solverFor`
 */
export function offerValuesOf(plan: PricedPlan): readonly OfferValue[] {
  const { pool } = plan;
  const solve = solverFor(pool);
  return topicSupply(pool.program, namesOf(pool))
    .map((supply) => ({ supply, best: bestOffer(plan, supply.topic, solve) }))
    .sort((a, b) => compareWorth(b.best?.gain ?? NOTHING, a.best?.gain ?? NOTHING))
    .map(({ supply: { topic, offeredBy, wishedBy }, best }): OfferValue => {
      const about = { topic, offeredBy, wishedBy };
      if (best === undefined) {
        return {
          ...about,
          offer: null,
          en: "One more mentor who offers it would change nothing.",
          tr: "Bir mentorun daha sunması sonucu değiştirmez.",
        };
      }
      const { people, total: score } = best.gain;
      const { en, tr } = differenceText(people, score);
      const offer = { id: best.id, people, score };
      return {
        ...about,
        offer,
        en: `If ${best.id} offered it too: ${en}.`,
        tr: `${best.id} (mentor) ek olarak sunarsa: ${tr}.`,
      };
    });
}

interface BestOffer {
  readonly id: string;
  readonly index: number;
  readonly gain: PlanWorth;
}

function bestOffer(plan: PricedPlan, topic: string, solve: Solver): BestOffer | undefined {
  const { pool } = plan;
  const shared = isLocal(pool) ? drain(offeredByAll(pool, topic)) : undefined;
  const isBounded = plan.kind === "network" && shared !== undefined && !isUnderQuotas(pool);
  const boundOf = isBounded ? gainBounds(plan, shared) : () => Infinity;
  const offering = [...pool.program.mentors.entries()]
    .filter(([, mentor]) => canOffer(mentor, topic))
    .map(([index, { id }]) => ({ index, id, bound: boundOf(index) }))
    .sort((a, b) => b.bound - a.bound || a.index - b.index);
  let best: BestOffer | undefined;
  for (const { index, id, bound } of offering) {
    if (bound <= 0 || (best !== undefined && bound < pointsOf(plan, best.gain))) break;
    const changed = offeringPool(pool, shared, topic, index);
    const choice = changed && solve(changed);
    if (choice === undefined) continue;
    const gain = worthBeyond(choice.worth, plan.best.worth);
    const order = compareWorth(gain, best?.gain ?? NOTHING);
    if (order > 0 || (order === 0 && best !== undefined && index < best.index)) best = { id, index, gain };
  }
  return best;
}

/** A gain in micro-points, to be compared with a bound; below all of them where bounds are not in points. */
function pointsOf(plan: PricedPlan, { people, total }: PlanWorth): number {
  return plan.kind === "quotas" ? -Infinity : people * plan.answer.proof.placement + total;
}

function offeringPool(pool: Pool, shared: ScoredPairs | undefined, topic: string, index: number): Pool | undefined {
  if (shared === undefined) {
    const mentorId = at(pool.program.mentors, index).id;
    return drain(appliedPool(pool, [{ step: "topic", mentorId, topic }]));
  }
  const changed = poolWithOffer(pool, shared, topic, index);
  return changed && requoted(changed);
}

/** For each mentor, the most that a plan gains from the mentor's scores in another graph of the same people. */
function gainBounds({ pool, answer }: NetworkPlan, changed: ScoredPairs): (mentor: number) => number {
  const { rowPrice, columnPrice } = answer.proof;
  const excessesIn = (graph: ScoredPairs): readonly number[][] => {
    const excesses: number[][] = pool.program.mentors.map(() => []);
    for (const row of pool.program.mentees.keys()) {
      eachCandidate(graph, row, (column, score) => {
        const excess = score - at(rowPrice, row) - at(columnPrice, column);
        if (excess > 0) at(excesses, column).push(excess);
      });
    }
    return excesses;
  };
  const after = excessesIn(changed);
  const before = excessesIn(pool.graph);
  const sum = (numbers: readonly number[] = []): number => numbers.reduce((total, each) => total + each, 0);
  return (mentor) => {
    // a pinned pair gains whatever its score does, and its slack says nothing of that
    if (pool.pins.some(({ column }) => column === mentor)) return Infinity;
    const most = [...(after[mentor] ?? [])].sort((a, b) => b - a).slice(0, pool.program.mentors[mentor]?.capacity);
    return sum(most) - sum(before[mentor]);
  };
}
