/**
 * The ids not settled yet, nearest first: a heap of four children per node that knows where each id is. Ids index
 * `key`; equal keys are ordered by their history, which is the same on every machine.
 */
export interface NearestQueue {
  /** Distance of each id. */
  readonly key: Float64Array;
  readonly heap: Int32Array;
  /** Place of each id in `heap`; -1 outside. */
  readonly placeOf: Int32Array;
  size: number;
}

export function createQueue(ids: number): NearestQueue {
  return { key: new Float64Array(ids), heap: new Int32Array(ids), placeOf: new Int32Array(ids).fill(-1), size: 0 };
}

export function clearQueue(queue: NearestQueue): void {
  queue.key.fill(Infinity);
  for (let place = 0; place < queue.size; place += 1) queue.placeOf[queue.heap[place]!] = -1;
  queue.size = 0;
}

/** Key of the nearest id, `Infinity` if there is none. */
export function leastKey({ key, heap, size }: NearestQueue): number {
  return size > 0 ? key[heap[0]!]! : Infinity;
}

/** Sets the key of `id`, which is in the queue with a larger one or not at all, and puts it in its place. */
export function moveUp(queue: NearestQueue, id: number, distance: number): void {
  const { key, heap, placeOf } = queue;
  key[id] = distance;
  let place = placeOf[id]!;
  if (place < 0) place = queue.size++;
  while (place > 0) {
    const parent = (place - 1) >> 2;
    const other = heap[parent]!;
    if (key[other]! <= distance) break;
    heap[place] = other;
    placeOf[other] = place;
    place = parent;
  }
  heap[place] = id;
  placeOf[id] = place;
}

/** Takes the nearest id out; the queue is not empty. */
export function takeNearest(queue: NearestQueue): number {
  const { key, heap, placeOf } = queue;
  const nearest = heap[0]!;
  placeOf[nearest] = -1;
  const size = (queue.size -= 1);
  if (size === 0) return nearest;
  const last = heap[size]!;
  const distance = key[last]!;
  let place = 0;
  for (;;) {
    const firstChild = 4 * place + 1;
    if (firstChild >= size) break;
    const end = Math.min(firstChild + 4, size);
    let child = firstChild;
    let least = key[heap[firstChild]!]!;
    for (let other = firstChild + 1; other < end; other += 1) {
      const found = key[heap[other]!]!;
      if (found < least) {
        least = found;
        child = other;
      }
    }
    if (least >= distance) break;
    const id = heap[child]!;
    heap[place] = id;
    placeOf[id] = place;
    place = child;
  }
  heap[place] = last;
  placeOf[last] = place;
  return nearest;
}
