import { pairIndex } from "../base/pair-index.ts";
import { at } from "../base/at.ts";
import { throwIssues, type TersineIssue } from "../base/error.ts";
import { compareText } from "../base/text.ts";
import { normalId } from "../model/people/ids.ts";
import type { Program } from "../model/program.ts";
import type { PairOfIds } from "../rules/ban.ts";
import type { CandidateGraph } from "../rules/candidates/graph.ts";

/** A pair that the result must hold. */
export interface Pin {
  /** Index of the mentee. */
  readonly row: number;
  /** Index of the mentor. */
  readonly column: number;
  /** Index of the candidate pair. */
  readonly edge: number;
}

/**
 * Finds the pinned pairs among the candidates, by mentee, then mentor; a pair that is pinned twice is pinned once.
 *
 * @param pathOf Where the pin at a position of the list stands in what the caller gave.
 * @throws TersineError all together: ID_UNKNOWN; PAIR_CONFLICT for a pair that rules refuse, with their names;
 *   PIN_OVER_CAPACITY for each pin beyond a person's capacity
 */
export function readPins(
  program: Program,
  graph: CandidateGraph,
  given: readonly PairOfIds[],
  pathOf = (position: number): string => `/pins/${position}`,
): readonly Pin[] {
  if (given.length === 0) return [];
  const { mentors, mentees } = program;
  const rowOf = new Map(mentees.map(({ id }, row) => [id, row]));
  const columnOf = new Map(mentors.map(({ id }, column) => [id, column]));
  const issues: TersineIssue[] = [];
  const { keyOf } = pairIndex(mentees.length, mentors.length);
  const pins = new Map<number, Pin>();
  const isOverMentee = overCapacity(mentees);
  const isOverMentor = overCapacity(mentors);
  given.forEach(({ mentorId, menteeId }, position) => {
    const path = pathOf(position);
    const column = columnOf.get(normalId(mentorId));
    const row = rowOf.get(normalId(menteeId));
    if (column === undefined) issues.push(unknownId(`${path}/mentorId`, "mentor"));
    if (row === undefined) issues.push(unknownId(`${path}/menteeId`, "mentee"));
    if (column === undefined || row === undefined || pins.has(keyOf(row, column))) return;
    const edge = edgeOf(graph, row, column);
    if (edge < 0) {
      issues.push(refusedPin(graph, row, column, path));
      return;
    }
    pins.set(keyOf(row, column), { row, column, edge });
    if (isOverMentee(row)) issues.push(tooManyPins(path, "mentee"));
    if (isOverMentor(column)) issues.push(tooManyPins(path, "mentor"));
  });
  throwIssues(issues);
  return [...pins.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Counts a pin of a person, and says whether that is one more than the capacity allows. */
function overCapacity(people: readonly { readonly capacity: number }[]): (index: number) => boolean {
  const countOf = new Int32Array(people.length);
  return (index) => {
    countOf[index] = at(countOf, index) + 1;
    return at(countOf, index) > at(people, index).capacity;
  };
}

function refusedPin(graph: CandidateGraph, row: number, column: number, path: string): TersineIssue {
  const names = [...new Set(graph.rulesAgainst(row, column).map(({ name }) => name))];
  const message = `expected a pair that the rules allow, got one refused by ${names.join(", ")}.`;
  return { code: "PAIR_CONFLICT", path, message };
}

/** The candidate pair of a mentee and a mentor, -1 if rules refuse it. */
export function edgeOf(
  { rowStart, columnAt }: Pick<CandidateGraph, "rowStart" | "columnAt">,
  row: number,
  column: number,
): number {
  const start = at(rowStart, row);
  const place = columnAt.subarray(start, rowStart[row + 1]).indexOf(column);
  return place < 0 ? -1 : start + place;
}

/** Pins in the order of their ids, each once. */
export function sortedPins(pins: readonly PairOfIds[]): readonly PairOfIds[] {
  const byKey = new Map(
    pins.map(({ mentorId, menteeId }) => {
      const pin = { mentorId: normalId(mentorId), menteeId: normalId(menteeId) };
      return [JSON.stringify([pin.menteeId, pin.mentorId]), pin];
    }),
  );
  return [...byKey.values()].sort((a, b) => compareText(a.menteeId, b.menteeId) || compareText(a.mentorId, b.mentorId));
}

function unknownId(path: string, side: "mentor" | "mentee"): TersineIssue {
  return { code: "ID_UNKNOWN", path, message: `expected the id of a registered ${side}, got another.` };
}

function tooManyPins(path: string, side: "mentor" | "mentee"): TersineIssue {
  const message = `expected at most as many pins as the ${side} has capacity, got more.`;
  return { code: "PIN_OVER_CAPACITY", path, message };
}
