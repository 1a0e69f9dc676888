import { STRETCH } from "./stretch.ts";

/**
 * Passes over 0 up to `count` a stretch at a time, a shorter one where a look at an entry takes long, and yields `work`
 * between two stretches. The loop stays a plain function, so that pausing costs nothing inside it.
 */
export function* inStretches(
  count: number,
  work: number,
  pass: (from: number, until: number) => void,
  stretch = STRETCH,
): Generator<number, void, void> {
  for (let from = 0; from < count; from += stretch) {
    if (from > 0) yield work;
    pass(from, Math.min(from + stretch, count));
  }
}

/** Those of some numbers that are kept, in their order. */
export function* keptOf(
  numbers: Int32Array,
  work: number,
  isKept: (value: number, place: number) => boolean,
): Generator<number, Int32Array, void> {
  const kept = new Int32Array(numbers.length);
  let count = 0;
  yield* inStretches(numbers.length, work, (from, until) => {
    for (let place = from; place < until; place += 1) {
      const value = numbers[place]!;
      if (isKept(value, place)) kept[count++] = value;
    }
  });
  return kept.slice(0, count);
}

/**
 * Passes over the nodes 0 up to `start.length - 1`, of which node `n` has `start[n + 1] - start[n]` entries: some nodes at
 * a time, about `entries` of them together: fewer than a stretch where a look at an entry takes long.
 */
export function* byNodes(
  start: Int32Array,
  work: number,
  pass: (from: number, until: number) => void,
  entries = STRETCH,
): Generator<number, void, void> {
  const nodes = start.length - 1;
  for (let from = 0, until = 0; from < nodes; from = until) {
    if (from > 0) yield work;
    // a node without entries still takes a look
    const enough = start[from]! + from + entries;
    do until += 1;
    while (until < nodes && start[until]! + until < enough);
    pass(from, until);
  }
}
