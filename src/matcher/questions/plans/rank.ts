import { at } from "../../../base/at.ts";
/**
 * Where a choice stands among all: first those that place more people, then those of greater total, then those that hold
 * the first edge in which two differ. For choices that are not known yet, a rank before which none of them comes.
 */
export interface Rank {
  readonly people: number;
  readonly total: number;
  /** Ascending; the first `length` of these are held. */
  readonly edges: readonly number[];
  readonly length: number;
  /** For choices not known yet: besides these they may hold any edges above this one. */
  readonly beyond?: number;
}

/** Below 0 if `a` comes first. */
export function compareRanks(a: Rank, b: Rank): number {
  return b.people - a.people || b.total - a.total || compareEdges(a, b);
}

function compareEdges(a: Rank, b: Rank): number {
  const shared = Math.min(a.length, b.length);
  for (let position = 0; position < shared; position += 1) {
    const difference = at(a.edges, position) - at(b.edges, position);
    if (difference !== 0) return difference;
  }
  const [first, second] = [nextOf(a, shared), nextOf(b, shared)];
  return first === second ? 0 : first - second;
}

/** The edge at a position of the list, or one just before the first that may stand there; no edge comes last. */
function nextOf({ edges, length, beyond }: Rank, position: number): number {
  if (position < length) return at(edges, position);
  return beyond === undefined ? Infinity : beyond + 0.5;
}
