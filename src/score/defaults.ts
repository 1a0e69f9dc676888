import { availability } from "./criteria/availability.ts";
import type { Criterion } from "./criterion.ts";
import { goals } from "./criteria/goals.ts";
import { hierarchy } from "./criteria/hierarchy.ts";
import { topics } from "./criteria/topics.ts";

/** The criteria of a programme that names none: topics 4, goals 2, availability 2, hierarchy 2. */
export function defaultCriteria(): Criterion[] {
  return [topics(), goals(), availability(), hierarchy()];
}
