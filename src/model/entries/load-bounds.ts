import { oncePer } from "../../base/memo.ts";
import type { Mentee, Mentor, Program } from "../program.ts";

/** How many partners everybody of a side may and must have, by person; not to be changed. */
export interface LoadBounds {
  readonly capacity: Int32Array;
  readonly minimum: Int32Array;
}

/** The bounds of both sides of a programme, read off its entries once. */
export const loadBounds = oncePer(
  ({ mentors, mentees }: Program): Readonly<Record<"mentor" | "mentee", LoadBounds>> => ({
    mentor: boundsOf(mentors),
    mentee: boundsOf(mentees),
  }),
);

function boundsOf(people: readonly (Mentor | Mentee)[]): LoadBounds {
  const capacity = new Int32Array(people.length);
  const minimum = new Int32Array(people.length);
  people.forEach((person, index) => {
    capacity[index] = person.capacity;
    minimum[index] = person.minimumLoad;
  });
  return { capacity, minimum };
}
