import { SLICE, type Steps } from "../../base/steps.ts";
import { endArcOf, firstArcOf, headOf, NO_ARC, push, reducedCost, type Network } from "./network.ts";

/** What the searches write into; made once for a network. */
export interface RouteScratch {
  readonly layer: Int32Array;
  readonly next: Int32Array;
  readonly parent: Int32Array;
  readonly parentArc: Int32Array;
  readonly queue: Int32Array;
  readonly distance: Int32Array;
}

export function routeScratch({ hub }: Network): RouteScratch {
  const nodes = hub + 1;
  return {
    layer: new Int32Array(nodes),
    next: new Int32Array(nodes),
    parent: new Int32Array(nodes),
    parentArc: new Int32Array(nodes),
    queue: new Int32Array(nodes),
    distance: new Int32Array(nodes),
  };
}

/**
 * Carries all excess to the nodes that owe, at the least cost; says whether that is possible. If it is not,
 * `scratch.distance` is finite exactly for the nodes that the stuck excess reaches.
 *
 * Primal-dual: units travel along arcs of reduced cost 0, a blocking flow of shortest paths at a time (Dinic 1970); when
 * no path is left, the potentials rise by the distances up to the nearest node that owes, and paths open again.
 * Invariant: no residual arc has a negative reduced cost, so what has been routed is routed at the least cost.
 */
export function* route(network: Network, scratch: RouteScratch): Steps<boolean, number> {
  let pause = network.work + SLICE;
  for (;;) {
    while (layerTightArcs(network, scratch)) {
      sendBlockingFlow(network, scratch);
      if (network.work < pause) continue;
      yield network.work;
      pause = network.work + SLICE;
    }
    if (unitsLeft(network) === 0) return true;
    if (!raisePotentials(network, scratch)) return false;
  }
}

function unitsLeft({ excess }: Network): number {
  let units = 0;
  for (const more of excess) if (more > 0) units += more;
  return units;
}

/**
 * Numbers the nodes by their distance, in tight arcs, from the excess; says whether units can travel down the layers to
 * nodes that owe. The last single unit is pointed down the first path found, without a look at the rest.
 */
function layerTightArcs(network: Network, scratch: RouteScratch): boolean {
  const { layer, queue } = scratch;
  const { hub, excess } = network;
  const search = { tail: 0, lastLayer: hub + 1, isSingle: unitsLeft(network) === 1 };
  for (let node = 0; node <= hub; node++) {
    layer[node] = excess[node]! > 0 ? 0 : UNREACHED;
    if (excess[node]! > 0) queue[search.tail++] = node;
  }
  for (let position = 0; position < search.tail; position++) {
    const node = queue[position]!;
    if (layer[node]! + 1 > search.lastLayer) break;
    if (leaveLayer(network, scratch, search, node)) return true;
  }
  return search.lastLayer <= hub;
}

interface LayerSearch {
  tail: number;
  lastLayer: number;
  readonly isSingle: boolean;
}

/** Looks at the arcs of a node; says whether a single unit has found its way. */
function leaveLayer(network: Network, scratch: RouteScratch, search: LayerSearch, node: number): boolean {
  const { layer, next, parent, parentArc, queue } = scratch;
  const { excess } = network;
  const nextLayer = layer[node]! + 1;
  const end = endArcOf(network, node);
  const first = firstArcOf(network, node);
  next[node] = first;
  for (let arc = first; arc < end; arc++) {
    const head = headOf(network, node, arc);
    if (layer[head] !== UNREACHED || reducedCost(network, node, arc) !== 0) continue;
    layer[head] = nextLayer;
    next[head] = firstArcOf(network, head);
    parent[head] = node;
    parentArc[head] = arc;
    queue[search.tail++] = head;
    if (excess[head]! >= 0) continue;
    search.lastLayer = nextLayer;
    if (search.isSingle) {
      pointDown(scratch, head);
      return true;
    }
  }
  network.work += end - first;
  return false;
}

/** Lets the arcs that the search took to `node` be the next to be tried. */
function pointDown({ layer, next, parent, parentArc }: RouteScratch, node: number): void {
  for (let child = node; layer[child]! > 0; child = parent[child]!) next[parent[child]!] = parentArc[child]!;
}

const UNREACHED = -1;

/** Sends units from layer to layer until no further one gets through. `next[node]` passes each useless arc once. */
function sendBlockingFlow(network: Network, scratch: RouteScratch): void {
  const { hub, excess } = network;
  for (let node = 0; node <= hub; node++) {
    while (excess[node]! > 0 && augment(network, scratch, node)) excess[node]!--;
  }
}

/** Sends one unit from `source` down the layers to a node that owes one. */
function augment(network: Network, { layer, next, queue: path }: RouteScratch, source: number): boolean {
  const { excess } = network;
  let depth = 0;
  path[0] = source;
  for (;;) {
    const node = path[depth]!;
    if (excess[node]! < 0) break;
    const end = endArcOf(network, node);
    let arc = next[node]!;
    for (; arc < end; arc++) {
      const isDown = layer[headOf(network, node, arc)] === layer[node]! + 1;
      if (isDown && reducedCost(network, node, arc) === 0) break;
    }
    network.work += arc - next[node]! + 1;
    next[node] = arc;
    if (arc < end) {
      path[++depth] = headOf(network, node, arc);
    } else {
      if (depth === 0) return false;
      next[path[--depth]!]!++;
    }
  }
  excess[path[depth]!]!++;
  for (let step = 0; step < depth; step++) push(network, path[step]!, next[path[step]!]!);
  return true;
}

/** Dial's shortest distances from the excess; adds them to the potentials, capped at the nearest node that owes. */
function raisePotentials(network: Network, { distance }: RouteScratch): boolean {
  const { hub, excess, potential } = network;
  distance.fill(UNREACHABLE);
  const buckets: number[][] = [[]];
  for (let node = 0; node <= hub; node++) {
    if (excess[node]! <= 0) continue;
    distance[node] = 0;
    buckets[0]!.push(node);
  }
  for (let nearest = 0; nearest < buckets.length; nearest++) {
    const bucket = (buckets[nearest] ??= []);
    // the bucket grows while it is read: arcs of reduced cost 0 stay in it
    for (const node of bucket) {
      if (distance[node] !== nearest) continue;
      if (excess[node]! < 0) {
        for (let other = 0; other <= hub; other++) potential[other]! += Math.min(distance[other]!, nearest);
        return true;
      }
      leaveBucket(network, distance, buckets, node);
    }
  }
  return false;
}

function leaveBucket(network: Network, distance: Int32Array, buckets: number[][], node: number): void {
  const nearest = distance[node]!;
  const first = firstArcOf(network, node);
  const end = endArcOf(network, node);
  network.work += end - first;
  for (let arc = first; arc < end; arc++) {
    const head = headOf(network, node, arc);
    if (distance[head]! <= nearest) continue;
    const cost = reducedCost(network, node, arc);
    if (cost === NO_ARC || nearest + cost >= distance[head]!) continue;
    distance[head] = nearest + cost;
    (buckets[nearest + cost] ??= []).push(head);
  }
}

/** The distance of a node that no excess reaches. */
export const UNREACHABLE = 0x7fffffff;
