/**
 * Where a choice stands among all: first those that place more people, then those of greater total, then those that hold
 * the first edge in which two differ. For choices that are not known yet, a place before which none of them comes.
 */
export interface Place {
  readonly people: number;
  readonly total: number;
  /** Ascending; the first `length` of these are held. */
  readonly edges: readonly number[];
  readonly length: number;
  /** For choices not known yet: besides these they may hold any edges above this one. */
  readonly beyond?: number;
}

/** Below 0 if `a` comes first. */
export function comparePlaces(a: Place, b: Place): number {
  return b.people - a.people || b.total - a.total || compareEdges(a, b);
}

function compareEdges(a: Place, b: Place): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    const difference = (a.edges[at] ?? 0) - (b.edges[at] ?? 0);
    if (difference !== 0) return difference;
  }
  const [first, second] = [nextOf(a, shared), nextOf(b, shared)];
  return first === second ? 0 : first - second;
}

/** The edge at a place of the list, or one just before the first that may stand there; no edge comes last. */
function nextOf({ edges, length, beyond }: Place, at: number): number {
  if (at < length) return edges[at] ?? Infinity;
  return beyond === undefined ? Infinity : beyond + 0.5;
}
