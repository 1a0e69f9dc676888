import { popNearest, siftUp } from "./heap.ts";
import type { Side } from "./side.ts";

/** Working arrays of `settle`, all indexed by nodes of the far side; between searches every distance is Infinity. */
export interface SearchSpace {
  /** Least total slack of an alternating path from the source to each node reached. */
  readonly distance: Float64Array;
  /** Near node from which that path arrives. */
  readonly from: Int32Array;
  readonly heap: Int32Array;
  readonly place: Int32Array;
  /** Nodes with a finite distance. */
  readonly reached: Int32Array;
  /** Nodes whose distance is final, in ascending order of it. */
  readonly done: Int32Array;
}

export function createSearchSpace(nodes: number): SearchSpace {
  return {
    distance: new Float64Array(nodes).fill(Infinity),
    from: new Int32Array(nodes),
    heap: new Int32Array(nodes),
    place: new Int32Array(nodes),
    reached: new Int32Array(nodes),
    done: new Int32Array(nodes),
  };
}

/**
 * Settles one near node that has no partner although its price is above `floor`: a shortest augmenting path, measured
 * in slack (Dijkstra; Burkard, Dell'Amico, Martello 2009), ends either at a far node without a partner, and everybody
 * on the path gets one, or at a near node whose price falls to `floor`, and that node is left alone instead.
 *
 * Invariant, before and after: slack = price + price - weight >= 0 on every edge and 0 on matched ones; no price is
 * below `floor`. Afterwards the source meets "without a partner only at `floor`", and every node that met it before
 * still does: a far node's price rises only while it has a partner, a near node's falls at most to `floor`.
 *
 * The change of prices and the path are local: the cost is that of the nodes reached, at most edges + far x log(far).
 * Returns the number of edges looked at. Equal ends prefer the far node, so a pair beats staying alone.
 */
export function augmentFrom(near: Side, far: Side, source: number, floor: number, space: SearchSpace): number {
  const { start, to, weight, price: nearPrice } = near;
  const { mate: farMate, price: farPrice } = far;
  const { distance, from, heap, place, reached, done } = space;
  let heapSize = 0;
  let reachedCount = 0;
  let doneCount = 0;
  let looked = 0;

  let shortest = nearPrice[source]! - floor;
  let lastFar = -1;
  let lastNear = source;
  let node = source;
  let nodeDistance = 0;
  for (;;) {
    // scan: offset + farPrice - weight is the length of the path over this edge
    const offset = nodeDistance + nearPrice[node]!;
    const end = start[node + 1]!;
    looked += end - start[node]!;
    for (let edge = start[node]!; edge < end; edge++) {
      const other = to[edge]!;
      const length = offset + farPrice[other]! - weight[edge]!;
      if (length > shortest || length >= distance[other]!) continue;
      if (farMate[other]! < 0) {
        if (length === shortest && lastFar >= 0) continue;
        shortest = length;
        lastFar = other;
        lastNear = node;
      } else if (length < shortest) {
        const isNew = distance[other] === Infinity;
        distance[other] = length;
        from[other] = node;
        if (isNew) reached[reachedCount++] = other;
        siftUp(heap, place, distance, other, isNew ? heapSize++ : place[other]!);
      }
    }
    if (heapSize === 0) break;
    const nearest = popNearest(heap, place, distance, heapSize--);
    nodeDistance = distance[nearest]!;
    if (nodeDistance >= shortest) break;
    done[doneCount++] = nearest;
    node = farMate[nearest]!;
    const release = nodeDistance + nearPrice[node]! - floor;
    if (release < shortest) {
      shortest = release;
      lastFar = -1;
      lastNear = node;
    }
  }

  nearPrice[source]! -= shortest;
  for (let at = 0; at < doneCount; at++) {
    const other = done[at]!;
    const change = shortest - distance[other]!;
    if (change <= 0) break;
    farPrice[other]! += change;
    nearPrice[farMate[other]!]! -= change;
  }
  flipPath(near, far, source, lastNear, lastFar, from);
  for (let at = 0; at < reachedCount; at++) distance[reached[at]!] = Infinity;
  return looked;
}

/** Gives each near node of the path its next far node, from the end back to the source. `lastFar` -1: `lastNear` is released. */
function flipPath(near: Side, far: Side, source: number, lastNear: number, lastFar: number, from: Int32Array): void {
  let node = lastNear;
  let other = lastFar;
  if (other < 0) {
    other = near.mate[node]!;
    near.mate[node] = -1;
    if (node === source) return;
    node = from[other]!;
  }
  for (;;) {
    const previous = near.mate[node]!;
    near.mate[node] = other;
    far.mate[other] = node;
    if (node === source) return;
    other = previous;
    node = from[other]!;
  }
}
