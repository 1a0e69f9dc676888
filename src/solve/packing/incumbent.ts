import { type Choice, choiceOf } from "./aim.ts";
import type { Programme } from "./programme.ts";

/** A search as it goes: its linear programme, and the best choice so far. */
export interface Search extends Programme {
  best: Choice;
}

/** Takes a choice if it counts enough and is worth more than the best. */
export function improve(search: Search, columns: readonly number[]): boolean {
  const choice = choiceOf(search.aim, columns);
  const { least, most } = search.aim;
  if (choice.counted < least || choice.counted > most || choice.worth <= search.best.worth) return false;
  search.best = choice;
  return true;
}

/** Whether no choice within a bound is better than the best. */
export function isClosed({ aim, best }: Search, bound: number): boolean {
  return bound < aim.scale * (best.worth + 1);
}
