import type { Sentence } from "../base/sentence.ts";
import { scaleText } from "../index.ts";

/** Micro-points as a number of the scale from 0 to 100, without the unit. */
export function pointsFigure(points: number): Sentence {
  const { en, tr } = scaleText(points);
  return { en: en.replace(/ points?$/u, ""), tr: tr.replace(/ puan$/u, "") };
}
