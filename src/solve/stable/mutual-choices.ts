import type { Engine } from "../engine.ts";
import type { PreferenceLists } from "./problem.ts";
import { STRETCH } from "../stretch.ts";
import { byNodes, inStretches } from "../stretches.ts";

/** Stands for the entry of a choice that the other side does not return. */
export const NOT_RETURNED = -1;

/** For each entry of `lists` the entry of `otherLists` that returns it, or `NOT_RETURNED`. O(entries of both). */
export function* returnedEntries(lists: PreferenceLists, otherLists: PreferenceLists): Engine<Int32Array> {
  const nodes = lists.start.length - 1;
  const others = otherLists.start.length - 1;
  const returnedAt = new Int32Array(lists.choiceAt.length).fill(NOT_RETURNED);
  const naming = yield* groupByChoice(otherLists, nodes);
  yield 0;
  const lastNodeNamedBy = new Int32Array(others).fill(-1);
  const entryOf = new Int32Array(others);
  const find = (node: number): void => {
    const { start, ownerAt, entryAt } = naming;
    for (let place = start[node]!; place < start[node + 1]!; place++) {
      const other = ownerAt[place]!;
      lastNodeNamedBy[other] = node;
      entryOf[other] = entryAt[place]!;
    }
    const { choiceAt } = lists;
    for (let entry = lists.start[node]!; entry < lists.start[node + 1]!; entry++) {
      const other = choiceAt[entry]!;
      if (lastNodeNamedBy[other] === node) returnedAt[entry] = entryOf[other]!;
    }
  };
  let looked = 0;
  for (let node = 0; node < nodes; node++) {
    find(node);
    looked += lists.start[node + 1]! - lists.start[node]! + naming.start[node + 1]! - naming.start[node]!;
    if (looked < STRETCH) continue;
    yield 0;
    looked = 0;
  }
  return returnedAt;
}

/** The entries of `lists` grouped by the node that they name, with the owner of each. */
function* groupByChoice(
  lists: PreferenceLists,
  named: number,
): Engine<{ readonly start: Int32Array; readonly ownerAt: Int32Array; readonly entryAt: Int32Array }> {
  const { choiceAt } = lists;
  const start = new Int32Array(named + 1);
  yield* inStretches(choiceAt.length, 0, (from, until) => {
    for (let entry = from; entry < until; entry++) start[choiceAt[entry]! + 1]!++;
  });
  for (let node = 0; node < named; node++) start[node + 1]! += start[node]!;
  const end = start.slice();
  const ownerAt = new Int32Array(choiceAt.length);
  const entryAt = new Int32Array(choiceAt.length);
  // the places lie anywhere in memory
  const group = (from: number, until: number): void => {
    for (let owner = from; owner < until; owner++) {
      for (let entry = lists.start[owner]!; entry < lists.start[owner + 1]!; entry++) {
        const place = end[choiceAt[entry]!]!++;
        ownerAt[place] = owner;
        entryAt[place] = entry;
      }
    }
  };
  yield* byNodes(lists.start, 0, group, STRETCH / 4);
  return { start, ownerAt, entryAt };
}
