import { at } from "../../base/at.ts";
import { counted, figureText } from "../../base/figures.ts";
import type { Sentence } from "../../explain/result.ts";
import type { Pool } from "../../plan/pool.ts";
import { scaleText } from "../../score/scale.ts";
import type { PlanPair } from "../compare/compare.ts";

/** A candidate pair in the words of results. */
export function planPair({ program, graph }: Pool, row: number, column: number, edge: number): PlanPair {
  return {
    mentorId: at(program.mentors, column).id,
    menteeId: at(program.mentees, row).id,
    score: at(graph.scoreAt, edge),
  };
}

/** How a plan differs from another, as a list in words; people only if their number does, and a total only if it does. */
export function differenceText(people: number, score: number): Sentence {
  const parts = [
    ...(people === 0 ? [] : [peopleText(people)]),
    ...(score === 0 && people !== 0 ? [] : [totalText(score)]),
  ];
  return { en: parts.map(({ en }) => en).join(", "), tr: parts.map(({ tr }) => tr).join(", ") };
}

function peopleText(people: number): Sentence {
  const count = Math.abs(people);
  return {
    en: `${counted(count, "person", "people")} ${people < 0 ? "fewer" : "more"}`,
    tr: `${figureText(count).tr} kişi daha ${people < 0 ? "az " : ""}eşleşir`,
  };
}

function totalText(score: number): Sentence {
  const { en, tr } = scaleText(Math.abs(score));
  return { en: `${en} ${score < 0 ? "fewer" : "more"}`, tr: `toplam ${tr} ${score < 0 ? "azalır" : "artar"}` };
}
