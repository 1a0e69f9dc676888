import { figureText } from "../base/figures.ts";
import type { Sentence } from "../base/sentence.ts";
export type Side = "mentor" | "mentee";

export const SIDES = ["mentee", "mentor"] as const;

/** Days as people read them, with one decimal at most unless others are asked for. */
export function dayText(days: number, decimals = 1): Sentence {
  const { en, tr } = figureText(days, decimals);
  return { en: `${en} ${en === "1" ? "day" : "days"}`, tr: `${tr} gün` };
}
