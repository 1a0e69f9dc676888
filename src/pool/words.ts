/** A sentence in both languages, made from the same figures. */
export interface Sentence {
  readonly en: string;
  readonly tr: string;
}

export type Side = "mentor" | "mentee";

export const SIDES = ["mentee", "mentor"] as const;

/** Days as people read them: whole ones, or with one decimal. */
export function dayText(days: number): Sentence {
  const figure = String(Number(days.toFixed(1)));
  return { en: `${figure} ${figure === "1" ? "day" : "days"}`, tr: `${figure.replace(".", ",")} gün` };
}

/** A figure with at most `decimals` decimals; Turkish has a comma. */
export function figure(value: number, decimals = 1): Sentence {
  const en = String(Number(value.toFixed(decimals)));
  return { en, tr: en.replace(".", ",") };
}

/** A count with its English noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
