import { scaleText } from "../index.ts";

/** A sentence in both languages of output. */
export interface Sentence {
  readonly en: string;
  readonly tr: string;
}

/** Micro-points as a number of the scale from 0 to 100, without the unit. */
export function pointsFigure(points: number): Sentence {
  const { en, tr } = scaleText(points);
  return { en: en.replace(/ points?$/u, ""), tr: tr.replace(/ puan$/u, "") };
}

/** A count with its English noun: "1 mentor", "2 mentors". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
