import { at } from "../base/at.ts";
import { pairIndex } from "../base/pair-index.ts";
import { loadBounds } from "../model/entries/load-bounds.ts";
import type { Program } from "../model/program.ts";
import type { CandidateGraph } from "../rules/candidates/graph.ts";
import { rowFinder } from "./row-finder.ts";

/**
 * The chosen pairs by person, and the candidates by person, for one side. Pinned pairs are given: apart from `loadOf`, they
 * and the seats that they take are left out.
 */
export interface SideView {
  /** Partners of each person, pinned ones among them. */
  readonly loadOf: Int32Array;
  readonly candidatesOf: (person: number) => Int32Array;
  readonly partnersOf: readonly (readonly number[])[];
  readonly otherPartnersOf: readonly (readonly number[])[];
  readonly otherCapacity: (other: number) => number;
  /** How many others have candidates and a seat left by the pins. */
  readonly openOthers: number;
  /** Partners that a person needs: the minimum load, at least 1; less those pinned. */
  readonly need: (person: number) => number;
}

/** Both sides' views of the chosen pairs. */
export function sideViews(
  program: Program,
  { rowStart, columnAt, refusals }: CandidateGraph,
  chosen: { readonly rowOf: Int32Array; readonly columnOf: Int32Array },
  pins: readonly { readonly row: number; readonly column: number }[] = [],
): { readonly mentor: SideView; readonly mentee: SideView } {
  const [rows, columns] = [program.mentees.length, program.mentors.length];
  const { keyOf } = pairIndex(rows, columns);
  const pinned = new Set(pins.map(({ row, column }) => keyOf(row, column)));
  const isPinned = (row: number, column: number): boolean => pinned.size > 0 && pinned.has(keyOf(row, column));
  const mentorsOf: number[][] = Array.from({ length: rows }, () => []);
  const menteesOf: number[][] = Array.from({ length: columns }, () => []);
  const pinsOf = { row: new Int32Array(rows), column: new Int32Array(columns) };
  chosen.rowOf.forEach((row, pair) => {
    const column = at(chosen.columnOf, pair);
    if (isPinned(row, column)) {
      pinsOf.row[row] = at(pinsOf.row, row) + 1;
      pinsOf.column[column] = at(pinsOf.column, column) + 1;
      return;
    }
    at(mentorsOf, row).push(column);
    at(menteesOf, column).push(row);
  });
  const { mentor, mentee } = loadBounds(program);
  const capacityOf = { row: mentee.capacity, column: mentor.capacity };
  const openIn = (side: "row" | "column", candidates: Int32Array): number =>
    capacityOf[side].reduce(
      (open, capacity, index) => open + (capacity > at(pinsOf[side], index) && at(candidates, index) > 0 ? 1 : 0),
      0,
    );
  const loadIn = (side: "row" | "column", partnersOf: readonly (readonly number[])[]): Int32Array =>
    pinsOf[side].map((count, index) => at(partnersOf, index).length + count);
  const rowsOf = rowFinder(rows, columns, { rowStart, columnAt });
  const unpinned = (others: Int32Array, pinnedHere: number, isOne: (other: number) => boolean): Int32Array =>
    pinnedHere === 0 ? others : others.filter((other) => !isOne(other));
  const needOf = (minimumLoad: number, pinned: number): number => Math.max(pinned === 0 ? 1 : 0, minimumLoad - pinned);
  return {
    mentee: {
      loadOf: loadIn("row", mentorsOf),
      candidatesOf: (row) =>
        unpinned(columnAt.subarray(rowStart[row], rowStart[row + 1]), at(pinsOf.row, row), (column) =>
          isPinned(row, column),
        ),
      partnersOf: mentorsOf,
      otherPartnersOf: menteesOf,
      otherCapacity: (column) => at(capacityOf.column, column) - at(pinsOf.column, column),
      openOthers: openIn("column", refusals.mentors.candidates),
      need: (row) => needOf(at(mentee.minimum, row), at(pinsOf.row, row)),
    },
    mentor: {
      loadOf: loadIn("column", menteesOf),
      candidatesOf: (column) => unpinned(rowsOf(column), at(pinsOf.column, column), (row) => isPinned(row, column)),
      partnersOf: menteesOf,
      otherPartnersOf: mentorsOf,
      otherCapacity: (row) => at(capacityOf.row, row) - at(pinsOf.row, row),
      openOthers: openIn("row", refusals.mentees.candidates),
      need: (column) => needOf(at(mentor.minimum, column), at(pinsOf.column, column)),
    },
  };
}
