import { counted } from "../base/figures.ts";
import { scaleText } from "../score/scale.ts";
import type { MatchResult, Pair, Sentence } from "./result.ts";

/** Who comes into the plan if one person drops out of it. */
export interface Reserves extends Sentence {
  /** Of the plan without the person. `infeasible`: the demands cannot be met without them. */
  readonly status: MatchResult["status"];
  /**
   * Everybody whom the new plan places and the present one does not: first the person's own side, then the other; within
   * a side those whose new pairs score most, ties by id. Nobody if the person has no partner.
   */
  readonly entering: readonly Reserve[];
  /** Everybody else who has a partner now and none in the new plan: mentees by id, then mentors by id. */
  readonly leaving: readonly { readonly side: "mentor" | "mentee"; readonly id: string }[];
  /** People whom the new plan places beyond those placed now, counted once for each side; the person counts as lost. */
  readonly people: number;
  /** Micro-points by which the total score changes. */
  readonly score: number;
}

/** Somebody who would come in. */
export interface Reserve extends Sentence {
  readonly side: "mentor" | "mentee";
  readonly id: string;
  /** The new pairs, by mentee id, then mentor id. */
  readonly pairs: readonly Pick<Pair, "mentorId" | "menteeId" | "score">[];
}

/** Somebody who would come in, with the sentences. */
export function reserveInWords({ side, id, pairs }: Omit<Reserve, "en" | "tr">): Reserve {
  const partners = pairs.map(({ mentorId, menteeId }) => (side === "mentor" ? menteeId : mentorId)).join(", ");
  const points = scaleText(pairs.reduce((sum, pair) => sum + pair.score, 0));
  return {
    side,
    id,
    pairs,
    en: `The ${side} ${id} would get a place, with ${partners}: ${points.en}.`,
    tr: `${id} (${side}) eşleşirdi; eşleşme: ${partners}, ${points.tr}.`,
  };
}

/** What happens in all, with the sentences. */
export function reservesInWords(reserves: Omit<Reserves, "en" | "tr">): Reserves {
  const { status, entering, leaving } = reserves;
  if (status === "infeasible") {
    return {
      ...reserves,
      en: "Without this person the demands cannot be met.",
      tr: "Bu kişi olmadan koşullar karşılanamaz.",
    };
  }
  return {
    ...reserves,
    en: `${entering.length === 0 ? "Nobody" : people(entering.length)} would get a place, and ${leaving.length === 0 ? "nobody else" : people(leaving.length)} would be left without.`,
    tr: `Yeni eşleşen: ${entering.length} kişi; eşleşmesiz kalan: ${leaving.length} kişi.`,
  };
}

function people(count: number): string {
  return counted(count, "person", "people");
}
