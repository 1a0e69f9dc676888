export type Language = "en" | "tr";

/** Micro-points of one point on the scale for people, from 0 to 100. */
const POINT = 10_000;
/** A difference of one micro-point has this many decimals on that scale. */
const MOST_DECIMALS = 4;

/** A number as people of the language write it: thousands apart, and the sign before decimals. */
export function numeral(language: Language, value: number, decimals = 0): string {
  const [thousands, decimal] = language === "tr" ? [".", ","] : [",", "."];
  const [whole = "", part] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, thousands);
  return `${value < 0 ? "−" : ""}${grouped}${part === undefined ? "" : decimal + part}`;
}

/** A share as a whole percentage, the sign where the language has it. */
export function percent(language: Language, share: number): string {
  const whole = numeral(language, Math.round(share * 100));
  return language === "tr" ? `%${whole}` : `${whole}%`;
}

/** A score on the scale for people: whole points from 0 to 100. */
export function points(language: Language, score: number): string {
  return numeral(language, Math.round(score / POINT));
}

/**
 * A difference of scores in points: whole from 1 point on, and else as many decimals as its first digit needs.
 *
 * @param scale What one micro-point is worth in the difference: above 1 in a rematch
 */
export function pointsApart(language: Language, difference: number, scale = 1): string {
  const value = difference / POINT / scale;
  const size = Math.abs(value);
  const decimals = size === 0 || size >= 1 ? 0 : Math.min(MOST_DECIMALS, Math.ceil(-Math.log10(size)));
  return numeral(language, value, decimals);
}
