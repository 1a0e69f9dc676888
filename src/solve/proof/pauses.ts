import { SLICE as PASS } from "../../base/steps.ts";

/*
 * Loops of the checks, which let whoever drives them pause every few milliseconds. The solver has loops of its own: a
 * check has nothing in common with what it checks.
 */

/** Looks at 0 up to `count` in passes; the loop inside a pass is a plain function, which pausing does not slow down. */
export function* inPasses(count: number, look: (from: number, until: number) => void): Generator<number, void, void> {
  let done = 0;
  while (done < count) {
    const until = Math.min(done + PASS, count);
    look(done, until);
    done = until;
    yield 0;
  }
}

/**
 * Looks at nodes in passes of about as many entries: node `n` has `start[n + 1] - start[n]` of them, and `start` is one
 * longer than there are nodes.
 */
export function* nodesInPasses(
  start: Int32Array,
  look: (from: number, until: number) => void,
): Generator<number, void, void> {
  let first = 0;
  for (let node = 1; node < start.length; node += 1) {
    // a node without entries takes a look as well
    const size = start[node]! - start[first]! + node - first;
    if (size < PASS && node + 1 < start.length) continue;
    look(first, node);
    first = node;
    yield 0;
  }
}

/** Those of some numbers that are kept, in their order. */
export function* keptInPasses(
  numbers: Int32Array,
  isKept: (value: number, place: number) => boolean,
): Generator<number, Int32Array, void> {
  const kept = new Int32Array(numbers.length);
  let count = 0;
  yield* inPasses(numbers.length, (from, until) => {
    for (let place = from; place < until; place += 1) {
      const value = numbers[place]!;
      if (!isKept(value, place)) continue;
      kept[count] = value;
      count += 1;
    }
  });
  return kept.slice(0, count);
}

/** Runs a check to its end without a pause. */
export function finishCheck(steps: Generator<number, void, void>): void {
  while (steps.next().done !== true);
}
