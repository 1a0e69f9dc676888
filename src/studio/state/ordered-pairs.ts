import { compareText, foldText } from "../../base/text.ts";
import type { ShownPair } from "../protocol.ts";

export const PAIR_ORDERS = ["score", "lowest", "mentee", "mentor"] as const;
export type PairOrder = (typeof PAIR_ORDERS)[number];

type NameOf = (side: "mentor" | "mentee", id: string) => string;

/** The pairs of whom one has a text in the name, in an order; equal ones by the names of the two. */
export function orderedPairs(
  pairs: readonly ShownPair[],
  order: PairOrder,
  text: string,
  nameOf: NameOf,
): readonly ShownPair[] {
  const wanted = foldText(text.trim());
  const named = pairs.map((pair) => ({
    pair,
    mentee: foldText(nameOf("mentee", pair.menteeId)),
    mentor: foldText(nameOf("mentor", pair.mentorId)),
  }));
  const score = order === "score" ? -1 : 1;
  return named
    .filter(({ mentee, mentor }) => mentee.includes(wanted) || mentor.includes(wanted))
    .sort((a, b) => {
      const byName = compareText(a.mentee, b.mentee) || compareText(a.mentor, b.mentor);
      if (order === "mentee") return byName;
      if (order === "mentor") return compareText(a.mentor, b.mentor) || byName;
      return score * (a.pair.score - b.pair.score) || byName;
    })
    .map(({ pair }) => pair);
}
