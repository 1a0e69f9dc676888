import type { Engine } from "./engine.ts";
import type { PreferenceLists } from "./stable-problem.ts";

/** Stands for the entry of a choice that the other side does not return. */
export const NOT_RETURNED = -1;

/** For each entry of `lists` the entry of `otherLists` that returns it, or `NOT_RETURNED`. O(entries of both). */
export function* returnedEntries(lists: PreferenceLists, otherLists: PreferenceLists): Engine<Int32Array> {
  const nodes = lists.start.length - 1;
  const others = otherLists.start.length - 1;
  const returnedAt = new Int32Array(lists.choiceAt.length).fill(NOT_RETURNED);
  const naming = groupByChoice(otherLists, nodes);
  yield 0;
  const lastNodeNamedBy = new Int32Array(others).fill(-1);
  const entryOf = new Int32Array(others);
  for (let node = 0; node < nodes; node++) {
    for (let place = naming.start[node]!; place < naming.start[node + 1]!; place++) {
      const other = naming.ownerAt[place]!;
      lastNodeNamedBy[other] = node;
      entryOf[other] = naming.entryAt[place]!;
    }
    for (let entry = lists.start[node]!; entry < lists.start[node + 1]!; entry++) {
      const other = lists.choiceAt[entry]!;
      if (lastNodeNamedBy[other] === node) returnedAt[entry] = entryOf[other]!;
    }
  }
  return returnedAt;
}

/** The entries of `lists` grouped by the node that they name, with the owner of each. */
function groupByChoice(
  lists: PreferenceLists,
  named: number,
): { readonly start: Int32Array; readonly ownerAt: Int32Array; readonly entryAt: Int32Array } {
  const start = new Int32Array(named + 1);
  for (const choice of lists.choiceAt) start[choice + 1]!++;
  for (let node = 0; node < named; node++) start[node + 1]! += start[node]!;
  const end = start.slice();
  const ownerAt = new Int32Array(lists.choiceAt.length);
  const entryAt = new Int32Array(lists.choiceAt.length);
  for (let owner = 0; owner + 1 < lists.start.length; owner++) {
    for (let entry = lists.start[owner]!; entry < lists.start[owner + 1]!; entry++) {
      const place = end[lists.choiceAt[entry]!]!++;
      ownerAt[place] = owner;
      entryAt[place] = entry;
    }
  }
  return { start, ownerAt, entryAt };
}
