import { at } from "../../base/at.ts";
import type { Sentence } from "../../base/sentence.ts";
import type { LackingData, Rule, UnknownSide } from "../rule.ts";
import type { CandidateGraph } from "./graph.ts";

/** A rule that refuses a pair, and why: completes "refused because …". */
export interface Refusal extends Pick<Rule, "name" | "because"> {
  /** Whose data the rule lacks; absent where it knows enough to refuse. */
  readonly unknown?: UnknownSide;
}

/** Every rule that refuses a pair, in their order. */
export function refusalsOf({ asked, rulesAgainst }: CandidateGraph, row: number, column: number): readonly Refusal[] {
  return rulesAgainst(row, column).map((rule): Refusal => {
    const { name } = rule;
    const place = asked.rules.indexOf(rule);
    const because = asked.becauseOfAt[place]?.(row, column) ?? at(asked.becauseAt, place);
    const lacking = asked.lackingAt[place];
    const unknown = lacking?.of(row, column);
    if (lacking === undefined || unknown === undefined) return { name, because };
    return { name, unknown, because: notKnown(unknown, lacking) };
  });
}

/** That data of one of the two, or of both, is not known. */
function notKnown(side: UnknownSide, { noun: { en, tr } }: LackingData): Sentence {
  const text: Readonly<Record<UnknownSide, Sentence>> = {
    mentor: { en: `the mentor's ${en} is not known`, tr: `mentorun ${tr} bilinmiyor` },
    mentee: { en: `the mentee's ${en} is not known`, tr: `mentee'nin ${tr} bilinmiyor` },
    both: { en: `neither person's ${en} is known`, tr: `iki kişinin de ${tr} bilinmiyor` },
  };
  return text[side];
}
