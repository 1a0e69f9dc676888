import { OUT, type Market } from "./market.ts";
import type { Scale } from "./scale.ts";
import type { Side } from "./side.ts";

/**
 * Turns what an auction left into a correct state of the exact search: prices with slack >= 0 on every edge and none
 * below `floor`, and a matching of edges with slack 0. Whatever the auction did, this state is correct.
 *
 * A common shift of all prices, up on one side and down on the other, changes no slack. It is chosen so that the nodes
 * without a partner stand at the floor on the side that has more of them; the others are left to the search.
 */
export function adoptProposal(near: Side, far: Side, market: Market, floor: number, scale: Scale): void {
  const { price, rise, owner, held, step, outside } = market;
  let idleFar = 0;
  for (const bidder of owner) if (bidder < 0) idleFar += 1;
  let idleNear = 0;
  for (const object of held) if (object === OUT) idleNear += 1;

  const base = idleNear > idleFar ? scale.smallest + outside * step - floor : floor;
  for (let object = 0; object < far.nodes; object++) {
    far.price[object] = base + (price[object]! + rise[object]!) * step;
  }
  raisePrices(near, far, floor);
  matchTight(near, far, held);
  if (hasFreeAboveFloor(far, floor)) lowerIdle(near, far, floor);
}

/** Whether some node has no partner although its price is above the floor. */
export function hasFreeAboveFloor(side: Side, floor: number): boolean {
  for (let node = 0; node < side.nodes; node++) if (side.mate[node]! < 0 && side.price[node]! > floor) return true;
  return false;
}

/** Lowers the price of each far node without a partner as far as slack and floor allow. */
function lowerIdle(near: Side, far: Side, floor: number): void {
  const { start, to, weight, price } = near;
  const least = new Float64Array(far.nodes).fill(floor);
  for (let node = 0; node < start.length - 1; node++) {
    for (let edge = start[node]!; edge < start[node + 1]!; edge++) {
      const value = weight[edge]! - price[node]!;
      if (value > least[to[edge]!]!) least[to[edge]!] = value;
    }
  }
  for (let node = 0; node < far.nodes; node++) if (far.mate[node]! < 0) far.price[node] = least[node]!;
}

/** Sets each near price to the least that leaves no negative slack and is not below the floor. */
function raisePrices(near: Side, far: Side, floor: number): void {
  const { start, to, weight } = near;
  const farPrice = far.price;
  for (let node = 0; node < start.length - 1; node++) {
    let price = floor;
    for (let edge = start[node]!; edge < start[node + 1]!; edge++) {
      const value = weight[edge]! - farPrice[to[edge]!]!;
      if (value > price) price = value;
    }
    near.price[node] = price;
  }
}

/** Matches each near node to the object it holds, if the edge between them has slack 0. */
function matchTight(near: Side, far: Side, held: Int32Array): void {
  const { nodes, start, to, weight } = near;
  for (let node = 0; node < nodes; node++) {
    const object = held[node]!;
    if (object < 0) continue;
    const price = near.price[node]!;
    for (let edge = start[node]!; edge < start[node + 1]!; edge++) {
      if (to[edge] !== object) continue;
      if (price + far.price[object]! === weight[edge]) {
        near.mate[node] = object;
        far.mate[object] = node;
      }
      break;
    }
  }
}
