import { figureText } from "../base/figures.ts";
import type { Sentence } from "../base/sentence.ts";
export type Side = "mentor" | "mentee";

export const SIDES = ["mentee", "mentor"] as const;

/** Days as people read them: whole ones, or with one decimal. */
export function dayText(days: number): Sentence {
  const { en, tr } = figureText(days, 1);
  return { en: `${en} ${en === "1" ? "day" : "days"}`, tr: `${tr} gün` };
}
