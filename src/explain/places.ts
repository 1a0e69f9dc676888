import type { Program } from "../model/program.ts";
import type { CandidateGraph } from "../rules/candidates.ts";

/** People of one side who compete for the places of some of the other, and are too many for them. */
export interface DeficientSet {
  /** Indices on the side of the person asked about, ascending. */
  readonly people: readonly number[];
  /** Indices on the other side, ascending: everybody who is a candidate of any of `people`. */
  readonly partners: readonly number[];
  /** Places of `partners` together, which is less than the number of `people`. */
  readonly places: number;
}

/** The chosen pairs by person, and the candidates by person, for one side. */
export interface SideView {
  readonly candidatesOf: (person: number) => Iterable<number>;
  readonly partnersOf: readonly (readonly number[])[];
  readonly otherPartnersOf: readonly (readonly number[])[];
  readonly otherCapacity: (other: number) => number;
}

/**
 * Whether scores aside there is room for an unplaced person: a chain of moves that ends at a free place, or at somebody
 * who would still be placed after giving one up. If there is none, the people and partners that the search has reached
 * are a deficient set (Hall, 1935): every one of those partners is full, and of those people each has at most one place.
 *
 * @returns `undefined` if there is room. O(candidate pairs).
 */
export function deficientSetOf(person: number, view: SideView): DeficientSet | undefined {
  const people = new Set([person]);
  const partners = new Set<number>();
  const todo = [person];
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    for (const other of view.candidatesOf(at)) {
      const capacity = view.otherCapacity(other);
      if (capacity === 0 || partners.has(other)) continue;
      partners.add(other);
      const placed = view.otherPartnersOf[other] ?? [];
      if (placed.length < capacity) return undefined;
      for (const next of placed) {
        if (people.has(next)) continue;
        if ((view.partnersOf[next] ?? []).length > 1) return undefined;
        people.add(next);
        todo.push(next);
      }
    }
  }
  const ascending = (set: ReadonlySet<number>): readonly number[] => [...set].sort((a, b) => a - b);
  const places = [...partners].reduce((sum, other) => sum + view.otherCapacity(other), 0);
  return { people: ascending(people), partners: ascending(partners), places };
}

/** Both sides' views of the chosen pairs. */
export function sideViews(
  { mentors, mentees }: Program,
  { rowStart, columnAt }: CandidateGraph,
  chosen: { readonly rowOf: Int32Array; readonly columnOf: Int32Array },
): { readonly mentor: SideView; readonly mentee: SideView } {
  const mentorsOf: number[][] = mentees.map(() => []);
  const menteesOf: number[][] = mentors.map(() => []);
  chosen.rowOf.forEach((row, pair) => {
    const column = chosen.columnOf[pair] ?? 0;
    mentorsOf[row]?.push(column);
    menteesOf[column]?.push(row);
  });
  const columns = transpose(mentors.length, rowStart, columnAt);
  return {
    mentee: {
      candidatesOf: (row) => columnAt.subarray(rowStart[row], rowStart[row + 1]),
      partnersOf: mentorsOf,
      otherPartnersOf: menteesOf,
      otherCapacity: (column) => mentors[column]?.capacity ?? 0,
    },
    mentor: {
      candidatesOf: (column) => columns.rowAt.subarray(columns.columnStart[column], columns.columnStart[column + 1]),
      partnersOf: menteesOf,
      otherPartnersOf: mentorsOf,
      otherCapacity: (row) => mentees[row]?.capacity ?? 0,
    },
  };
}

/** The same edges grouped by column, rows ascending. */
export function transpose(
  columns: number,
  rowStart: Int32Array,
  columnAt: Int32Array,
): { readonly columnStart: Int32Array; readonly rowAt: Int32Array } {
  const columnStart = new Int32Array(columns + 1);
  for (const column of columnAt) columnStart[column + 1] = (columnStart[column + 1] ?? 0) + 1;
  for (let column = 0; column < columns; column++) {
    columnStart[column + 1] = (columnStart[column + 1] ?? 0) + (columnStart[column] ?? 0);
  }
  const next = columnStart.slice();
  const rowAt = new Int32Array(columnAt.length);
  for (let row = 0; row + 1 < rowStart.length; row++) {
    for (const column of columnAt.subarray(rowStart[row], rowStart[row + 1])) {
      const at = next[column] ?? 0;
      rowAt[at] = row;
      next[column] = at + 1;
    }
  }
  return { columnStart, rowAt };
}
