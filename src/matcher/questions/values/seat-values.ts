import { problem as fault } from "../../../base/error.ts";
import { compareText, foldText } from "../../../base/text.ts";
import { namesOf } from "../../../plan/topic-names.ts";
import { topicSupply } from "../../../explain/demand.ts";
import type { Sentence, TopicSupply } from "../../../explain/result.ts";
import { peopleOf, type Side } from "../../people.ts";
import type { PricedPlan } from "../../priced-plan.ts";
import { gainsBySeat } from "../../variant/without-quotas.ts";
import { differenceText } from "../words.ts";
import { seatGainsUnderQuotas } from "./seat-values-under-quotas.ts";

/** What one more place at a person would add to the plan. */
export interface PlaceValue extends Sentence {
  readonly id: string;
  /** People more who could be placed, counted once for each side. 0 for the objective `score`, which does not count them. */
  readonly people: number;
  /** Micro-points by which the total score would rise; may be below 0 where more people are placed. */
  readonly score: number;
}

/** What one more place at a mentor of a topic would add. */
export interface TopicValue extends Sentence, Pick<TopicSupply, "topic" | "offeredBy" | "wishedBy"> {
  /** At the mentor of the topic where a place adds most; `null` if nobody offers it, so that the data tell nothing. */
  readonly place: Pick<PlaceValue, "id" | "people" | "score"> | null;
}

/**
 * For everybody of a side, what a capacity of one more would add, exactly; most first, ties by id.
 *
 * One search from the prices for all of them: O(candidate pairs + people log people). Under quotas as
 * `seatGainsUnderQuotas`. A fresh match with that capacity differs from the plan by these figures.
 */
export function seatValuesOf(plan: PricedPlan, side: Side): readonly PlaceValue[] {
  checkSide(side);
  const gains = plan.kind === "network" ? gainsBySeat(plan.cut, plan.answer, side) : seatGainsUnderQuotas(plan, side);
  return peopleOf(plan.pool.program, side)
    .map(({ id }, person): PlaceValue => {
      const { people, total: score } = gains[person] ?? { people: 0, total: 0 };
      return { id, people, score, ...seatText(people, score) };
    })
    .sort(compareValues);
}

/**
 * Refuses what is no side.
 *
 * @throws TersineError VALUE_UNKNOWN
 */
export function checkSide(side: unknown): void {
  if (side === "mentor" || side === "mentee") return;
  throw fault("VALUE_UNKNOWN", "/side", "expected mentor or mentee, got another value.");
}

/** For every topic, the best of `seatValuesOf` among the mentors who offer it; most first, ties by topic. */
export function topicValuesOf(plan: PricedPlan): readonly TopicValue[] {
  const { pool } = plan;
  const values = new Map(seatValuesOf(plan, "mentor").map((value, rank) => [value.id, { value, rank }]));
  const bestOf = new Map<string, { readonly value: PlaceValue; readonly rank: number }>();
  for (const { id, teaches } of pool.program.mentors) {
    const own = values.get(id);
    for (const item of teaches) {
      const topic = foldText(typeof item === "string" ? item : item.topic);
      const known = bestOf.get(topic);
      if (own !== undefined && (known === undefined || own.rank < known.rank)) bestOf.set(topic, own);
    }
  }
  return topicSupply(pool.program, namesOf(pool))
    .map(({ topic, offeredBy, wishedBy }) => ({ topic, offeredBy, wishedBy, best: bestOf.get(foldText(topic)) }))
    .sort((a, b) => (a.best?.rank ?? Infinity) - (b.best?.rank ?? Infinity) || 0)
    .map(({ best, ...topic }): TopicValue => {
      if (best === undefined) return { ...topic, place: null, en: "Nobody offers it.", tr: "Bunu sunan kimse yok." };
      const { id, people, score, en, tr } = best.value;
      return { ...topic, place: { id, people, score }, en, tr };
    });
}

function compareValues(a: PlaceValue, b: PlaceValue): number {
  return b.people - a.people || b.score - a.score || compareText(a.id, b.id);
}

function seatText(people: number, score: number): Sentence {
  if (people === 0 && score === 0) {
    return { en: "One more place would change nothing.", tr: "Ek bir kontenjan sonucu değiştirmez." };
  }
  const { en, tr } = differenceText(people, score);
  return { en: `With one more place: ${en}.`, tr: `Ek bir kontenjanla: ${tr}.` };
}
