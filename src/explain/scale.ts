import { FULL_SCORE } from "../score/criterion.ts";

/** Micro-points on the scale that people read, 0 to 100, as a whole number; and with its unit. */
export function scaleText(points: number): { readonly figure: string; readonly en: string; readonly tr: string } {
  const whole = Math.round(points / (FULL_SCORE / 100));
  if (whole === 0 && points > 0) return { figure: "<1", en: "less than 1 point", tr: "1 puandan az" };
  return { figure: String(whole), en: `${whole} ${whole === 1 ? "point" : "points"}`, tr: `${whole} puan` };
}
