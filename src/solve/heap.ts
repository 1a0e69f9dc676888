/** A priority queue of small integers with keys that may fall while they wait; smallest key first, ties by number. */
export interface Heap {
  /** Waiting nodes, in heap order. */
  readonly nodeAt: Int32Array;
  /** Place of each node in `nodeAt`, -1 if it does not wait. */
  readonly placeOf: Int32Array;
  /** Key of each node; the caller's array, which `raise` reads. */
  readonly keyOf: Float64Array;
  size: number;
}

const CHILDREN = 4;

export function createHeap(keyOf: Float64Array): Heap {
  return { nodeAt: new Int32Array(keyOf.length), placeOf: new Int32Array(keyOf.length).fill(-1), keyOf, size: 0 };
}

/** Lets a node wait, or moves it forward after its key has fallen. */
export function raise(heap: Heap, node: number): void {
  const { nodeAt, placeOf, keyOf } = heap;
  const key = keyOf[node]!;
  let place = placeOf[node]!;
  if (place < 0) {
    place = heap.size;
    heap.size += 1;
  }
  while (place > 0) {
    const parentPlace = (place - 1) >> 2;
    const parent = nodeAt[parentPlace]!;
    if (!isBefore(key, node, keyOf[parent]!, parent)) break;
    nodeAt[place] = parent;
    placeOf[parent] = place;
    place = parentPlace;
  }
  nodeAt[place] = node;
  placeOf[node] = place;
}

/** Takes the first node out. The heap must not be empty. */
export function takeFirst(heap: Heap): number {
  const { nodeAt, placeOf } = heap;
  const first = nodeAt[0]!;
  placeOf[first] = -1;
  heap.size -= 1;
  if (heap.size > 0) sink(heap, nodeAt[heap.size]!);
  return first;
}

/** Forgets all waiting nodes. */
export function clear(heap: Heap): void {
  for (let place = 0; place < heap.size; place += 1) heap.placeOf[heap.nodeAt[place]!] = -1;
  heap.size = 0;
}

/** Puts `node` where it belongs, starting from the empty top. */
function sink(heap: Heap, node: number): void {
  const { nodeAt, placeOf, keyOf, size } = heap;
  const key = keyOf[node]!;
  let place = 0;
  for (;;) {
    const firstChild = CHILDREN * place + 1;
    if (firstChild >= size) break;
    let bestPlace = firstChild;
    let best = nodeAt[firstChild]!;
    const end = Math.min(firstChild + CHILDREN, size);
    for (let child = firstChild + 1; child < end; child += 1) {
      const other = nodeAt[child]!;
      if (isBefore(keyOf[other]!, other, keyOf[best]!, best)) {
        best = other;
        bestPlace = child;
      }
    }
    if (!isBefore(keyOf[best]!, best, key, node)) break;
    nodeAt[place] = best;
    placeOf[best] = place;
    place = bestPlace;
  }
  nodeAt[place] = node;
  placeOf[node] = place;
}

function isBefore(key: number, node: number, otherKey: number, otherNode: number): boolean {
  return key < otherKey || (key === otherKey && node < otherNode);
}
