import { at } from "../base/at.ts";
import { problem } from "../base/error.ts";
import { normalId } from "../model/people/ids.ts";
import type { Mentee, Mentor, Program } from "../model/program.ts";
import type { PersonOfSide } from "../rules/rule.ts";
import { edgeOf, type Pin } from "../plan/pins.ts";
import type { Pool } from "../plan/pool.ts";

export type Side = "mentor" | "mentee";

/** A person of the pool by index. */
export interface SidedPerson {
  readonly side: Side;
  readonly index: number;
}

export function otherSide(side: Side): Side {
  return side === "mentor" ? "mentee" : "mentor";
}

export function peopleOf({ mentors, mentees }: Program, side: Side): readonly (Mentor | Mentee)[] {
  return side === "mentor" ? mentors : mentees;
}

/** The id of a person of the pool. */
export function idOf({ program }: Pool, { side, index }: SidedPerson): string {
  return at(peopleOf(program, side), index).id;
}

/** Finds a person whom a caller names. */
export function findPerson({ program }: Pool, person: PersonOfSide): SidedPerson {
  return "mentorId" in person
    ? { side: "mentor", index: indexOf(program.mentors, person.mentorId, "mentorId", "mentor") }
    : { side: "mentee", index: indexOf(program.mentees, person.menteeId, "menteeId", "mentee") };
}

/**
 * Index of a person by id, which is brought into normal form.
 *
 * @throws TersineError ID_UNKNOWN with the path of the field
 */
export function indexOf(people: readonly { readonly id: string }[], id: string, field: string, side: Side): number {
  const given: unknown = id;
  const index = typeof given === "string" ? people.findIndex((each) => each.id === normalId(given)) : -1;
  if (index >= 0) return index;
  throw problem("ID_UNKNOWN", `/${field}`, `expected the id of a registered ${side}, got another.`);
}

/** The candidate pairs of a person. */
export function candidatesOf({ graph, program }: Pool, { side, index }: SidedPerson): readonly Pin[] {
  const { rowStart, columnAt } = graph;
  if (side === "mentee") {
    const start = at(rowStart, index);
    const columns = columnAt.subarray(start, rowStart[index + 1]);
    return Array.from(columns, (column, offset) => ({ row: index, column, edge: start + offset }));
  }
  return program.mentees.flatMap((_, row): readonly Pin[] => {
    const edge = edgeOf(graph, row, index);
    return edge < 0 ? [] : [{ row, column: index, edge }];
  });
}

/** Whether the rules allow a person any partner. */
export function hasCandidates({ graph, program }: Pool, { side, index }: SidedPerson): boolean {
  if (side === "mentor") return graph.columnAt.includes(index);
  return index < program.mentees.length && at(graph.rowStart, index + 1) > at(graph.rowStart, index);
}
