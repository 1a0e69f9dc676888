import type { Sentence } from "../base/sentence.ts";
export type Side = "mentor" | "mentee";

export const SIDES = ["mentor", "mentee"] as const;

/** A share as a whole percentage, the sign where the language has it. */
export function percent(share: number): Sentence {
  const whole = Math.round(share * 100);
  return { en: `${whole}%`, tr: `%${whole}` };
}

/** A difference of shares in whole percentage points. */
export function gapPoints(share: number): number {
  return Math.round(Math.abs(share) * 100);
}

/** A figure with at most `decimals` decimals; Turkish has a comma. */
export function figure(value: number, decimals: number): Sentence {
  const en = value.toFixed(decimals);
  return { en, tr: en.replace(".", ",") };
}

/** Texts of the same place, side by side. */
export function joined(sentences: readonly Sentence[]): Sentence {
  return { en: sentences.map(({ en }) => en).join(" "), tr: sentences.map(({ tr }) => tr).join(" ") };
}
