import type { BrokenPair } from "../../explain/rematch.ts";
import type { Reason } from "../../explain/result.ts";
import { refusalInWords } from "../../explain/reasons.ts";
import type { PairOfIds } from "../../rules/ban.ts";
import { edgeOf, sortedPins } from "../../plan/pins.ts";
import type { Pool } from "../../plan/pool.ts";
import { refusalsOf } from "../../rules/candidates/refusal.ts";

/** What new data leave of a published plan. */
export interface PublishedPairs {
  /** Candidate pairs of the pool that are published, ascending: those that can stay. */
  readonly edges: Int32Array;
  readonly isPublishedAt: Uint8Array;
  /** The same pairs by ids, in the same order. */
  readonly pairs: readonly PairOfIds[];
  /** Those that cannot stay, by mentee id, then mentor id. */
  readonly broken: readonly BrokenPair[];
  /** Whether the plan names anybody who is registered on the side it says. */
  readonly isKnown: boolean;
}

/** Finds a plan's pairs among the candidates of a pool; a pair that is listed twice counts once. */
export function findPublished(pool: Pool, plan: readonly PairOfIds[]): PublishedPairs {
  const { program, graph } = pool;
  const rowOf = new Map(program.mentees.map(({ id }, row) => [id, row]));
  const columnOf = new Map(program.mentors.map(({ id }, column) => [id, column]));
  const found: { readonly edge: number; readonly pair: PairOfIds }[] = [];
  const broken: BrokenPair[] = [];
  let isKnown = false;
  for (const pair of sortedPins(plan)) {
    const [row, column] = [rowOf.get(pair.menteeId), columnOf.get(pair.mentorId)];
    if (row !== undefined || column !== undefined) isKnown = true;
    const why = reasonToBreak(pool, pair, row, column);
    if (why === undefined) found.push({ edge: edgeOf(graph, row ?? 0, column ?? 0), pair });
    else broken.push({ ...pair, ...why });
  }
  found.sort((a, b) => a.edge - b.edge);
  const isPublishedAt = new Uint8Array(graph.columnAt.length);
  for (const { edge } of found) isPublishedAt[edge] = 1;
  return {
    edges: Int32Array.from(found, ({ edge }) => edge),
    isPublishedAt,
    pairs: found.map(({ pair }) => pair),
    broken,
    isKnown,
  };
}

function reasonToBreak(
  { program, graph }: Pool,
  { mentorId, menteeId }: PairOfIds,
  row: number | undefined,
  column: number | undefined,
): Pick<BrokenPair, "because" | "reasons"> | undefined {
  const sides = [
    { side: "mentor", id: mentorId, entry: column === undefined ? undefined : program.mentors[column] },
    { side: "mentee", id: menteeId, entry: row === undefined ? undefined : program.mentees[row] },
  ] as const;
  const left = sides.filter(({ entry }) => entry === undefined);
  if (left.length > 0 || column === undefined || row === undefined) {
    return { because: "left", reasons: left.map(({ side, id }) => leftText(side, id)) };
  }
  const away = sides.filter(({ entry }) => entry?.capacity === 0);
  if (away.length > 0) return { because: "notThisRound", reasons: away.map(({ side, id }) => awayText(side, id)) };
  const refusing = refusalsOf(graph, row, column);
  if (refusing.length === 0) return undefined;
  const reasons = refusing.map(refusalInWords);
  return { because: "refused", reasons };
}

function leftText(side: "mentor" | "mentee", id: string): Reason {
  return {
    about: "left",
    audience: "organiser",
    en: `The ${side} ${id} is not registered any more.`,
    tr: `${id} artık ${side} olarak kayıtlı değil.`,
  };
}

function awayText(side: "mentor" | "mentee", id: string): Reason {
  return {
    about: "notThisRound",
    audience: "organiser",
    en: `The ${side} ${id} is not taking part in this round (capacity 0).`,
    tr: `${id} (${side}) bu tura katılmıyor (kapasite 0).`,
  };
}
