import { groupBy, ownersOf } from "../groups.ts";
import type { PreferenceLists } from "./problem.ts";

/** Stands for the entry of a choice that the other side does not return. */
export const NOT_RETURNED = -1;

/** For each entry of `lists` the entry of `otherLists` that returns it, or `NOT_RETURNED`. O(entries of both). */
export function returnedEntries(lists: PreferenceLists, otherLists: PreferenceLists): Int32Array {
  const nodes = lists.start.length - 1;
  const others = otherLists.start.length - 1;
  const { choiceAt } = lists;
  const returnedAt = new Int32Array(choiceAt.length).fill(NOT_RETURNED);
  const { start, memberAt: entryAt } = groupBy(otherLists.choiceAt, nodes);
  const ownerAt = ownersOf(otherLists.start);
  const lastNodeNamedBy = new Int32Array(others).fill(-1);
  const entryOf = new Int32Array(others);
  for (let node = 0; node < nodes; node++) {
    for (let index = start[node]!; index < start[node + 1]!; index++) {
      const entry = entryAt[index]!;
      const other = ownerAt[entry]!;
      lastNodeNamedBy[other] = node;
      entryOf[other] = entry;
    }
    for (let entry = lists.start[node]!; entry < lists.start[node + 1]!; entry++) {
      const other = choiceAt[entry]!;
      if (lastNodeNamedBy[other] === node) returnedAt[entry] = entryOf[other]!;
    }
  }
  return returnedAt;
}
