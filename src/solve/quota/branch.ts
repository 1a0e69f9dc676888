import type { Bounded } from "./bound-part.ts";
import type { Demand, Instance } from "./instance.ts";

/** Counts this near to a whole number are taken for one. */
const WHOLE = 0.02;

/** Two cases: at most `most` chosen edges of a set, or more. */
export interface Split {
  readonly set: number;
  readonly most: number;
  /** Whether the mixture comes nearer to the case of more. */
  readonly isMore: boolean;
}

/** The set about whose count the mixture is least decided, the largest of several; nothing if all counts are whole. */
export function chooseSplit({ sets }: Instance, { choices, shareOf }: Bounded): Split | undefined {
  let found: Split | undefined;
  let nearest = WHOLE;
  sets.forEach((edges, set) => {
    const mean = choices.reduce((sum, { countOf }, at) => sum + (shareOf[at] ?? 0) * countOf[set]!, 0);
    const most = Math.floor(mean);
    const nearness = Math.min(mean - most, most + 1 - mean);
    const isTied = found !== undefined && nearness === nearest && edges.length > sets[found.set]!.length;
    if (nearness <= nearest && !isTied) return;
    nearest = nearness;
    found = { set, most, isMore: mean - most >= 0.5 };
  });
  return found;
}

/** The demands of the two cases. */
export function casesOf({ set, most }: Split): Readonly<Record<"within" | "beyond", Demand>> {
  return { within: { set, minimum: 0, maximum: most }, beyond: { set, minimum: most + 1, maximum: Infinity } };
}

/**
 * The possible edge whose share in the mixture is nearest to one half, the first of several; where the mixture is
 * decided, the first edge of the best pricing's choice, and then of any, that is still open. -1 if none is.
 */
export function chooseEdge(required: ReadonlySet<number>, kept: Int32Array, bounded: Bounded): number {
  const shareAt = sharesOf(bounded);
  const chosen = new Set(bounded.best?.chosen);
  let found = -1;
  let nearest = -Infinity;
  for (const edge of kept) {
    if (required.has(edge)) continue;
    const share = shareAt.get(edge) ?? 0;
    const isUndecided = share > 1e-6 && share < 1 - 1e-6;
    const nearness = isUndecided ? 1 - Math.abs(share - 0.5) : chosen.has(edge) ? 0 : -1;
    if (nearness <= nearest) continue;
    nearest = nearness;
    found = edge;
  }
  return found;
}

/** Share of each edge in the mixture, where it is above 0. */
export function sharesOf({ choices, shareOf }: Pick<Bounded, "choices" | "shareOf">): ReadonlyMap<number, number> {
  const shareAt = new Map<number, number>();
  choices.forEach(({ chosen }, at) => {
    const share = shareOf[at] ?? 0;
    if (share > 0) for (const edge of chosen) shareAt.set(edge, (shareAt.get(edge) ?? 0) + share);
  });
  return shareAt;
}
