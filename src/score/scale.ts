import { asPublic } from "../base/public.ts";
import { figureText } from "../base/figures.ts";
import type { Sentence } from "../base/sentence.ts";
import { FULL_SCORE } from "./criterion-of.ts";

/** Micro-points in one point of the scale that people read: a pair has 0 to 100 of them. */
const POINT = FULL_SCORE / 100;

/** Decimals with which a point shows every micro-point. */
const ALL_DECIMALS = 4;

/**
 * Micro-points of one sentence on the scale that people read, 0 to 100 a pair: whole numbers, and more decimals only where
 * two that differ would look alike, or one above 0 would look like 0.
 */
export function scaleFigures(points: readonly number[]): readonly Sentence[] {
  const distinct = new Set([0, ...points]).size;
  for (let decimals = 0; decimals < ALL_DECIMALS; decimals += 1) {
    const figures = points.map((each) => figureText(each / POINT, decimals));
    if (new Set(["0", ...figures.map(({ en }) => en)]).size === distinct) return figures;
  }
  return points.map((each) => figureText(each / POINT, ALL_DECIMALS));
}

/** One figure of the scale, such as "82". */
export function scaleFigure(points: number): Sentence {
  const [figure = { en: "", tr: "" }] = scaleFigures([points]);
  return figure;
}

/**
 * Micro-points as people read them, with the unit: "82 points", "82 puan" for 820,000. A pair has 0 to 100 of them.
 *
 * @param points Micro-points: a score, a total or a difference
 */
export function scaleText(points: number): Sentence {
  return asPublic("scaleText", () => {
    const { en, tr } = scaleFigure(points);
    return { en: `${en} ${en === "1" ? "point" : "points"}`, tr: `${tr} puan` };
  });
}
