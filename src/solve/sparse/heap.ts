/**
 * A 4-ary heap of nodes, nearest first, in arrays that the caller owns and reuses. `place[node]` is where a node stands
 * in `heap`, so that its key can be lowered; it has a meaning only while the node is in the heap. Equal keys leave in
 * an order that depends on nothing but the calls made.
 */

/** Restores the heap order after `node` at `from` got a smaller key, or puts `node` into the new last place `from`. */
export function siftUp(heap: Int32Array, place: Int32Array, key: Float64Array, node: number, from: number): void {
  const nodeKey = key[node]!;
  let at = from;
  while (at > 0) {
    const parentAt = (at - 1) >> 2;
    const parent = heap[parentAt]!;
    if (key[parent]! <= nodeKey) break;
    heap[at] = parent;
    place[parent] = at;
    at = parentAt;
  }
  heap[at] = node;
  place[node] = at;
}

/** Takes the nearest node out of a heap of `size` nodes, `size` at least 1, and returns it. */
export function popNearest(heap: Int32Array, place: Int32Array, key: Float64Array, size: number): number {
  const nearest = heap[0]!;
  const last = size - 1;
  const node = heap[last]!;
  const nodeKey = key[node]!;
  let at = 0;
  for (;;) {
    const firstChild = 4 * at + 1;
    if (firstChild >= last) break;
    let childAt = firstChild;
    let childKey = key[heap[firstChild]!]!;
    const end = firstChild + 4 < last ? firstChild + 4 : last;
    for (let other = firstChild + 1; other < end; other++) {
      const otherKey = key[heap[other]!]!;
      if (otherKey < childKey) {
        childAt = other;
        childKey = otherKey;
      }
    }
    if (childKey >= nodeKey) break;
    const child = heap[childAt]!;
    heap[at] = child;
    place[child] = at;
    at = childAt;
  }
  heap[at] = node;
  place[node] = at;
  return nearest;
}
