import { at } from "../base/at.ts";
import type { Steps } from "../base/steps.ts";
import type { SideView } from "./side-view.ts";

/** People of one side who compete for the seats of some of the other, and are too many for them. */
export interface DeficientSet {
  /** Indices on the side of the person asked about, ascending. */
  readonly people: readonly number[];
  /** Indices on the other side, ascending: everybody who has seats and is a candidate of any of `people`. */
  readonly partners: readonly number[];
  /** Seats of `partners` for `people`: of each the capacity, or the number of candidates among `people` if smaller. */
  readonly seats: number;
  /** Seats that `people` need: the minimum load of each, at least 1. More than `seats`. */
  readonly needed: number;
}

/**
 * The deficient set of each unplaced person who cannot be placed, scores aside: no chain of moves ends at a free seat or at
 * somebody who can spare a partner. The people whom such a search reaches are a deficient set (Hall, 1935): nobody among
 * them has more partners than needed, and every candidate of theirs is full of them or paired with all of them that could
 * be. Searches that meet share one set, which holds for each of their members.
 *
 * @param unplaced People without a partner who have seats and candidates, ascending.
 * @returns Nothing for those who can be placed. O(candidate pairs) for all others together. Can be paused after each person.
 */
export function* deficientSetsOf(
  unplaced: readonly number[],
  view: SideView,
): Steps<ReadonlyMap<number, DeficientSet>> {
  const groups = new Set<Group>();
  const search = createSearch(view);
  for (const person of unplaced) {
    const canBePlaced = reachesSeat(person, view, search);
    yield;
    for (const each of search.people) search.isIn[each] = 0;
    for (const each of search.partners) search.isFull[each] = 0;
    if (canBePlaced) continue;
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
    const set = measured(ascending(people), view);
    yield;
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
interface SeatSearch {
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

function createSearch({ partnersOf, otherPartnersOf }: SideView): SeatSearch {
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

/** Whether a search from a person reaches a free seat, or somebody who can spare a partner. */
function reachesSeat(person: number, view: SideView, search: SeatSearch): boolean {
  const { isIn, isFull, groupAt } = search;
  const people = (search.people = [person]);
  const full: number[] = (search.partners = []);
  const met = (search.met = new Set());
  const todo = [person];
  isIn[person] = 1;
  // once all others are reached, nothing more can be
  for (let at = todo.pop(); at !== undefined && full.length < view.openOthers; at = todo.pop()) {
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

/** Counts the seats for some people, and how many they need. */
function measured(people: readonly number[], view: SideView): DeficientSet {
  const seatsOf = new Int32Array(view.otherPartnersOf.length);
  let full = 0;
  for (const person of people) {
    // once all seats are counted, nobody adds any
    if (full === view.openOthers) break;
    for (const other of view.candidatesOf(person)) {
      const [seats = 0, capacity] = [seatsOf[other], view.otherCapacity(other)];
      if (seats >= capacity) continue;
      seatsOf[other] = seats + 1;
      if (seats + 1 === capacity) full += 1;
    }
  }
  return {
    people,
    partners: [...seatsOf.keys()].filter((other) => at(seatsOf, other) > 0),
    seats: seatsOf.reduce((sum, seats) => sum + seats, 0),
    needed: people.reduce((sum, person) => sum + view.need(person), 0),
  };
}

function ascending(indices: Iterable<number>): readonly number[] {
  return [...indices].sort((a, b) => a - b);
}
