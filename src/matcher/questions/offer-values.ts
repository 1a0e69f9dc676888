import { topicSupply } from "../../explain/demand.ts";
import type { Text, TopicSupply } from "../../explain/result.ts";
import type { CandidateGraph } from "../../rules/candidates/graph.ts";
import { appliedPool, canOffer, withCandidates, withColumn, withTopic } from "../fix/change.ts";
import { compareWorth, isUnderQuotas, type PlanWorth, requoted } from "../fix/quotas.ts";
import { ruled } from "../fix/tries.ts";
import { differenceText, type Network } from "./network.ts";
import { joinPins } from "../../plan/pins.ts";
import type { PlaceValue } from "./place-values.ts";
import type { Pool } from "../../plan/pool.ts";
import { type QuotaNetwork, type Solver, solverFor } from "./quota-plan.ts";
import { drain } from "../../plan/steps.ts";

/** What one more mentor offering a topic would add. */
export interface OfferValue extends Text, Pick<TopicSupply, "topic" | "offeredBy" | "wishedBy"> {
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
 * mentor has places. Scores everybody once for each topic.
 *
 * @throws TersineError LIMIT_WORK as `solverFor`
 */
export function offerValuesOf(network: Network | QuotaNetwork): readonly OfferValue[] {
  const { pool } = network;
  const solve = solverFor(pool);
  return topicSupply(pool.program)
    .map((supply) => ({ supply, best: bestOffer(network, supply.topic, solve) }))
    .sort((a, b) => compareWorth(b.best?.gain ?? NOTHING, a.best?.gain ?? NOTHING))
    .map(({ supply: { topic, offeredBy, wishedBy }, best }): OfferValue => {
      const about = { topic, offeredBy, wishedBy };
      if (best === undefined) {
        return {
          ...about,
          offer: null,
          en: "One more offer would add nothing.",
          tr: "Bir kişi daha sunsa bir şey katmaz.",
        };
      }
      const { people, total: score } = best.gain;
      const { en, tr } = differenceText(people, score);
      const offer = { id: best.id, people, score };
      return { ...about, offer, en: `If ${best.id} offered it too: ${en}.`, tr: `${best.id} de sunsa: ${tr}.` };
    });
}

interface Best {
  readonly id: string;
  readonly gain: PlanWorth;
}

function bestOffer(network: Network | QuotaNetwork, topic: string, solve: Solver): Best | undefined {
  const { pool } = network;
  const { mentors } = pool.program;
  const worth = worthOf(network);
  const isLocal = pool.options.criteria.every(({ poolRelative }) => poolRelative !== true);
  const everywhere = withTopic(pool.program, topic, () => true);
  const shared = isLocal ? drain(ruled(pool, everywhere, { left: Infinity, hasMissed: false })) : undefined;
  const boundOf = shared === undefined || isUnderQuotas(pool) ? () => Infinity : gainBounds(network, shared.graph);
  const offering = [...mentors.entries()]
    .filter(([, mentor]) => canOffer(mentor, topic))
    .map(([index, { id }]) => ({ index, id, bound: boundOf(index) }))
    .sort((a, b) => b.bound - a.bound || a.index - b.index);
  let best: (Best & { readonly index: number }) | undefined;
  for (const { index, id, bound } of offering) {
    if (bound <= 0 || (best !== undefined && bound < valueOf(network, best.gain))) break;
    const changed = offeringPool(pool, shared?.graph, topic, index);
    const plan = changed === undefined ? undefined : solve(changed);
    if (plan === undefined) continue;
    const gain = { people: plan.worth.people - worth.people, total: plan.worth.total - worth.total };
    const order = compareWorth(gain, best?.gain ?? NOTHING);
    if (order > 0 || (order === 0 && best !== undefined && index < best.index)) best = { id, gain, index };
  }
  return best;
}

function worthOf(network: Network | QuotaNetwork): PlanWorth {
  if ("bounded" in network) return network.best.worth;
  const { pool, problem, answer, objective } = network;
  const { placedRows, placedColumns, total } = joinPins(answer, problem, pool.pins);
  return { people: objective === "score" ? 0 : placedRows + placedColumns, total };
}

function valueOf(network: Network | QuotaNetwork, { people, total }: PlanWorth): number {
  return "bounded" in network ? -Infinity : people * network.answer.proof.placement + total;
}

function offeringPool(pool: Pool, graph: CandidateGraph | undefined, topic: string, index: number): Pool | undefined {
  const mentorId = pool.program.mentors[index]?.id ?? "";
  if (graph === undefined) return drain(appliedPool(pool, [{ step: "topic", mentorId, topic }]));
  const program = withTopic(pool.program, topic, ({ id }) => id === mentorId);
  const changed = withCandidates({ ...pool, program }, withColumn(pool.graph, graph, index));
  return changed && requoted(changed);
}

/** For each mentor, the most that a plan gains from the mentor's scores in another graph of the same people. */
function gainBounds(network: Network | QuotaNetwork, changed: CandidateGraph): (mentor: number) => number {
  if ("bounded" in network) return () => Infinity;
  const { pool, answer } = network;
  const { rowPrice, columnPrice } = answer.proof;
  const excessesIn = (graph: CandidateGraph): readonly number[][] => {
    const excesses: number[][] = pool.program.mentors.map(() => []);
    for (const row of pool.program.mentees.keys()) {
      for (let edge = graph.rowStart[row] ?? 0; edge < (graph.rowStart[row + 1] ?? 0); edge += 1) {
        const column = graph.columnAt[edge] ?? 0;
        const excess = (graph.scoreAt[edge] ?? 0) - (rowPrice[row] ?? 0) - (columnPrice[column] ?? 0);
        if (excess > 0) excesses[column]?.push(excess);
      }
    }
    return excesses;
  };
  const after = excessesIn(changed);
  const before = excessesIn(pool.graph);
  const sum = (numbers: readonly number[] = []): number => numbers.reduce((total, each) => total + each, 0);
  return (mentor) => {
    // a pinned pair gains whatever its score does, and its slack says nothing of that
    if ((pool.pins.ofColumn[mentor] ?? 0) > 0) return Infinity;
    const most = [...(after[mentor] ?? [])].sort((a, b) => b - a).slice(0, pool.program.mentors[mentor]?.capacity);
    return sum(most) - sum(before[mentor]);
  };
}
