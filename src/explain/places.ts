import { loadBounds } from "../model/load-bounds.ts";
import type { Program } from "../model/program.ts";
import type { CandidateGraph } from "../rules/candidates/graph.ts";
import { rowFinder } from "./row-finder.ts";

/** People of one side who compete for the places of some of the other, and are too many for them. */
export interface DeficientSet {
  /** Indices on the side of the person asked about, ascending. */
  readonly people: readonly number[];
  /** Indices on the other side, ascending: everybody who has places and is a candidate of any of `people`. */
  readonly partners: readonly number[];
  /** Places of `partners` for `people`: of each the capacity, or the number of candidates among `people` if smaller. */
  readonly places: number;
  /** Places that `people` need: the minimum load of each, at least 1. More than `places`. */
  readonly needed: number;
}

/**
 * The chosen pairs by person, and the candidates by person, for one side. Pinned pairs are given: apart from `loadOf`, they
 * and the places that they take are left out.
 */
export interface SideView {
  /** Partners of each person, pinned ones among them. */
  readonly loadOf: Int32Array;
  readonly candidatesOf: (person: number) => Int32Array;
  /** To be run before each question for candidates, so that many of them are quick. */
  readonly prepare: () => Generator<void, void, void>;
  readonly partnersOf: readonly (readonly number[])[];
  readonly otherPartnersOf: readonly (readonly number[])[];
  readonly otherCapacity: (other: number) => number;
  /** How many others have candidates and a place left by the pins. */
  readonly openOthers: number;
  /** Partners that a person needs: the minimum load, at least 1; less those pinned. */
  readonly need: (person: number) => number;
}

/**
 * The deficient set of each unplaced person for whom, scores aside, there is no room: no chain of moves that ends at a
 * free place or at somebody who can spare a partner. The people whom such a search reaches are a deficient set (Hall,
 * 1935): nobody among them has more partners than needed, and every candidate of theirs is full of them or paired with all
 * of them that could be. Searches that meet share one set, which holds for each of their members.
 *
 * @param unplaced People without a partner who have places and candidates, ascending.
 * @returns Nothing for those with room. O(candidate pairs) for all of them together that have none. A generator that can
 *   be paused every few thousand candidates.
 */
export function* deficientSetsOf(
  unplaced: readonly number[],
  view: SideView,
): Generator<void, ReadonlyMap<number, DeficientSet>, void> {
  const groups = new Set<Group>();
  const search = createSearch(view);
  for (const person of unplaced) {
    const hasRoom = yield* findRoom(person, view, search);
    for (const each of search.people) search.isIn[each] = 0;
    for (const each of search.partners) search.isFull[each] = 0;
    if (hasRoom) continue;
    // the largest group takes the others in, so that nobody moves often
    const [group = { people: [], partners: [] }, ...others] = [...search.met].sort(
      (a, b) => b.people.length - a.people.length,
    );
    for (const { people, partners } of [...others, search]) {
      for (const each of people) group.people.push(each);
      for (const each of partners) {
        group.partners.push(each);
        search.groupAt[each] = group;
      }
    }
    for (const other of others) groups.delete(other);
    groups.add(group);
  }
  const sets = new Map<number, DeficientSet>();
  for (const { people } of groups) {
    const set = yield* measured(ascending(people), view);
    for (const person of people) sets.set(person, set);
  }
  return sets;
}

/** People and the full partners whom searches from some of them have reached; each in one group at most. */
interface Group {
  readonly people: number[];
  readonly partners: number[];
}

/** What the search from a person reaches outside of known groups, and scratch for all searches. */
interface RoomSearch {
  people: number[];
  partners: number[];
  /** Groups that the search has run into, and has not searched again. */
  met: Set<Group>;
  /** 1 for each of `people` and of `partners`. */
  readonly isIn: Uint8Array;
  readonly isFull: Uint8Array;
  /** Group of each partner, once it is in one. */
  readonly groupAt: (Group | undefined)[];
}

function createSearch({ partnersOf, otherPartnersOf }: SideView): RoomSearch {
  const [people, others] = [partnersOf.length, otherPartnersOf.length];
  return {
    people: [],
    partners: [],
    met: new Set(),
    isIn: new Uint8Array(people),
    isFull: new Uint8Array(others),
    groupAt: Array.from({ length: others }, () => undefined),
  };
}

/** Whether a search from a person finds room. */
function* findRoom(person: number, view: SideView, search: RoomSearch): Generator<void, boolean, void> {
  const { isIn, isFull, groupAt } = search;
  const people = (search.people = [person]);
  const full: number[] = (search.partners = []);
  const met = (search.met = new Set());
  const todo = [person];
  isIn[person] = 1;
  // once all others are reached, nothing more can be
  for (let at = todo.pop(); at !== undefined && full.length < view.openOthers; at = todo.pop()) {
    yield* view.prepare();
    // one person's candidates are looked through in far less than a millisecond
    yield;
    const partners = view.partnersOf[at] ?? [];
    for (const other of view.candidatesOf(at)) {
      const group = groupAt[other];
      if (group !== undefined) met.add(group);
      if (group !== undefined || isFull[other] === 1 || view.otherCapacity(other) === 0 || partners.includes(other))
        continue;
      isFull[other] = 1;
      full.push(other);
      const placed = view.otherPartnersOf[other] ?? [];
      if (placed.length < view.otherCapacity(other)) return true;
      for (const next of placed) {
        if (isIn[next] === 1) continue;
        if ((view.partnersOf[next] ?? []).length > view.need(next)) return true;
        isIn[next] = 1;
        people.push(next);
        todo.push(next);
      }
    }
  }
  return false;
}

function* measured(people: readonly number[], view: SideView): Generator<void, DeficientSet, void> {
  const placesOf = new Int32Array(view.otherPartnersOf.length);
  let full = 0;
  for (const person of people) {
    // once all places are counted, nobody adds any
    if (full === view.openOthers) break;
    yield* view.prepare();
    yield;
    for (const other of view.candidatesOf(person)) {
      const [places = 0, capacity] = [placesOf[other], view.otherCapacity(other)];
      if (places >= capacity) continue;
      placesOf[other] = places + 1;
      if (places + 1 === capacity) full += 1;
    }
  }
  return {
    people,
    partners: [...placesOf.keys()].filter((other) => (placesOf[other] ?? 0) > 0),
    places: placesOf.reduce((sum, places) => sum + places, 0),
    needed: people.reduce((sum, person) => sum + view.need(person), 0),
  };
}

function ascending(indices: Iterable<number>): readonly number[] {
  return [...indices].sort((a, b) => a - b);
}

/** Both sides' views of the chosen pairs. */
export function sideViews(
  program: Program,
  { rowStart, columnAt, refusals }: CandidateGraph,
  chosen: { readonly rowOf: Int32Array; readonly columnOf: Int32Array },
  pins: readonly { readonly row: number; readonly column: number }[] = [],
): { readonly mentor: SideView; readonly mentee: SideView } {
  const [rows, columns] = [program.mentees.length, program.mentors.length];
  const isPinned = new Set(pins.map(({ row, column }) => row * columns + column));
  const mentorsOf: number[][] = Array.from({ length: rows }, () => []);
  const menteesOf: number[][] = Array.from({ length: columns }, () => []);
  const pinsOf = { row: new Int32Array(rows), column: new Int32Array(columns) };
  chosen.rowOf.forEach((row, pair) => {
    const column = chosen.columnOf[pair] ?? 0;
    if (isPinned.has(row * columns + column)) {
      pinsOf.row[row] = (pinsOf.row[row] ?? 0) + 1;
      pinsOf.column[column] = (pinsOf.column[column] ?? 0) + 1;
      return;
    }
    mentorsOf[row]?.push(column);
    menteesOf[column]?.push(row);
  });
  const { mentor, mentee } = loadBounds(program);
  const capacityOf = { row: mentee.capacity, column: mentor.capacity };
  const openIn = (side: "row" | "column", candidates: Int32Array): number =>
    capacityOf[side].reduce(
      (open, capacity, at) => open + (capacity > (pinsOf[side][at] ?? 0) && (candidates[at] ?? 0) > 0 ? 1 : 0),
      0,
    );
  const loadIn = (side: "row" | "column", partnersOf: readonly (readonly number[])[]): Int32Array =>
    pinsOf[side].map((pinned, at) => (partnersOf[at]?.length ?? 0) + pinned);
  const finder = rowFinder(rows, columns, { rowStart, columnAt });
  const unpinned = (others: Int32Array, pinned: number | undefined, keyOf: (other: number) => number): Int32Array =>
    pinned === 0 ? others : others.filter((other) => !isPinned.has(keyOf(other)));
  const needOf = (minimumLoad: number, pinned: number): number => Math.max(pinned === 0 ? 1 : 0, minimumLoad - pinned);
  return {
    mentee: {
      loadOf: loadIn("row", mentorsOf),
      candidatesOf: (row) =>
        unpinned(
          columnAt.subarray(rowStart[row], rowStart[row + 1]),
          pinsOf.row[row],
          (column) => row * columns + column,
        ),
      prepare: nothingToPrepare,
      partnersOf: mentorsOf,
      otherPartnersOf: menteesOf,
      otherCapacity: (column) => (capacityOf.column[column] ?? 0) - (pinsOf.column[column] ?? 0),
      openOthers: openIn("column", refusals.mentors.candidates),
      need: (row) => needOf(mentee.minimum[row] ?? 0, pinsOf.row[row] ?? 0),
    },
    mentor: {
      loadOf: loadIn("column", menteesOf),
      candidatesOf: (column) => unpinned(finder.rowsOf(column), pinsOf.column[column], (row) => row * columns + column),
      prepare: finder.prepare,
      partnersOf: menteesOf,
      otherPartnersOf: mentorsOf,
      otherCapacity: (row) => (capacityOf.row[row] ?? 0) - (pinsOf.row[row] ?? 0),
      openOthers: openIn("row", refusals.mentees.candidates),
      need: (column) => needOf(mentor.minimum[column] ?? 0, pinsOf.column[column] ?? 0),
    },
  };
}

function* nothingToPrepare(): Generator<void, void, void> {
  // candidates are grouped by mentee already
}
