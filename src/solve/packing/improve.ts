import type { Steps } from "../../base/steps.ts";
import { type Aim, aimOf, type Choice, choiceOf, slackOf } from "./aim.ts";
import type { CutTable } from "./cuts.ts";
import type { PackingPrices } from "./problem.ts";

/** Chosen columns that are chosen anew together: first few, then more. */
const NEAR = [12, 24];
/** Most work of one of them. */
const MOST_PART_WORK = 30_000_000;

/** Solves a small problem from a known choice, within so much work. */
export type SolvePart = (
  aim: Aim,
  known: Choice,
  work: number,
) => Steps<{ readonly best: Choice | undefined; readonly work: number }, number>;

/**
 * A better choice near a known one: of one chosen column after the other, those that lose most by the prices first, the rows are
 * set free with those of the chosen columns nearest to it, and shared out anew by an exact search (large neighbourhood search,
 * Shaw, 1998). It ends when none of them gains, or with the work.
 *
 * @param columns Columns that a better choice can hold, ascending
 */
export function* improved(
  aim: Aim,
  known: Choice,
  { cuts, prices }: { readonly cuts: CutTable; readonly prices: PackingPrices },
  columns: Int32Array,
  mostWork: number,
  solvePart: SolvePart,
): Steps<{ readonly best: Choice; readonly work: number }, number> {
  const slackIn = (column: number): number => slackOf(aim, cuts, prices, column);
  const slackAt = Float64Array.from(columns, slackIn);
  let best = known;
  let work = 0;
  let tried = new Set<number>();
  let size = 0;
  while (work < mostWork) {
    const next = nextSeed(best, slackIn, tried);
    if (next === undefined) {
      size += 1;
      tried = new Set();
      if (size < NEAR.length && NEAR[size - 1]! < best.columns.length) continue;
      break;
    }
    tried.add(next);
    const freed = nearest(aim, best, columns, slackAt, next, NEAR[size]!);
    const part = partOf(aim, best, columns, freed);
    const found = yield* solvePart(part.aim, part.known, Math.min(MOST_PART_WORK, mostWork - work));
    work += found.work + 4 * columns.length;
    if (found.best === undefined || found.best.worth <= part.known.worth) continue;
    const kept = best.columns.filter((column) => !freed.has(column));
    const taken = found.best.columns.map((column) => part.columns[column]!);
    best = choiceOf(
      aim,
      [...kept, ...taken].sort((a, b) => a - b),
    );
    tried = new Set();
  }
  return { best, work };
}

/** The chosen column that loses most by the prices and was not tried yet, the smallest of equals. */
function nextSeed(
  { columns }: Choice,
  slackIn: (column: number) => number,
  tried: ReadonlySet<number>,
): number | undefined {
  let found: number | undefined;
  let most = -Infinity;
  for (const column of columns) {
    const slack = slackIn(column);
    if (slack <= most || tried.has(column)) continue;
    found = column;
    most = slack;
  }
  return found;
}

/** A chosen column and those that the cheapest columns through it, and then through these, would break. */
function nearest(
  aim: Aim,
  best: Choice,
  columns: Int32Array,
  slackAt: Float64Array,
  seed: number,
  size: number,
): ReadonlySet<number> {
  const { columnStart, rowAt } = aim.problem;
  const ownerOf = ownersOf(aim, best);
  const freed = new Set([seed]);
  while (freed.size < Math.min(size, best.columns.length)) {
    let found = -1;
    let least = Infinity;
    for (let place = 0; place < columns.length; place += 1) {
      if (slackAt[place]! >= least) continue;
      let [touches, breaks] = [false, -1];
      for (let at = columnStart[columns[place]!]!; at < columnStart[columns[place]! + 1]!; at += 1) {
        const owner = ownerOf[rowAt[at]!]!;
        if (owner < 0) continue;
        if (freed.has(owner)) touches = true;
        else breaks = owner;
      }
      if (!touches || breaks < 0) continue;
      found = breaks;
      least = slackAt[place]!;
    }
    if (found < 0) break;
    freed.add(found);
  }
  return freed;
}

/** The chosen column that holds each row, -1 for none. */
function ownersOf({ problem: { rows, columnStart, rowAt } }: Aim, { columns }: Choice): Int32Array {
  const ownerOf = new Int32Array(rows).fill(-1);
  for (const column of columns) {
    for (let at = columnStart[column]!; at < columnStart[column + 1]!; at += 1) ownerOf[rowAt[at]!] = column;
  }
  return ownerOf;
}

interface Part {
  readonly aim: Aim;
  readonly known: Choice;
  /** Columns of the whole, by those of the part. */
  readonly columns: readonly number[];
}

/** The problem of the rows that no kept column holds. */
function partOf(aim: Aim, best: Choice, columns: Int32Array, freed: ReadonlySet<number>): Part {
  const { problem, weightAt, countAt } = aim;
  const { rows, columnStart, rowAt } = problem;
  const ownerOf = ownersOf(aim, best);
  const placeOf = new Int32Array(rows).fill(-1);
  let free = 0;
  for (let row = 0; row < rows; row += 1) if (ownerOf[row]! < 0 || freed.has(ownerOf[row]!)) placeOf[row] = free++;
  const inside: number[] = [];
  const starts = [0];
  const rowsAt: number[] = [];
  for (const column of new Set([...columns, ...freed])) {
    const held = rowAt.subarray(columnStart[column], columnStart[column + 1]);
    if (held.some((row) => placeOf[row]! < 0)) continue;
    inside.push(column);
    for (const row of held) rowsAt.push(placeOf[row]!);
    starts.push(rowsAt.length);
  }
  const part = {
    rows: free,
    columnStart: Int32Array.from(starts),
    rowAt: Int32Array.from(rowsAt),
    weightAt: Float64Array.from(inside, (column) => weightAt[column]!),
    countAt: Int32Array.from(inside, (column) => countAt[column]!),
  };
  const kept = best.counted - choiceOf(aim, [...freed]).counted;
  const least = Math.max(0, aim.least - kept);
  const most = Math.max(0, aim.most - kept);
  const partAim = aimOf(part, part.weightAt, { least, most, isLimited: aim.isLimited });
  const places = new Map(inside.map((column, place) => [column, place]));
  const known = choiceOf(
    partAim,
    [...freed].map((column) => places.get(column)!).sort((a, b) => a - b),
  );
  return { aim: partAim, known, columns: inside };
}
