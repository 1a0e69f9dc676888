import type { Steps } from "../../base/steps.ts";
import type { Aim } from "./aim.ts";
import { join, type Programme, workOf } from "./programme.ts";
import { bestColumns } from "./scan.ts";

/** Columns per row that a dive chooses from. */
const PER_ROW = 24;
/** Shares from here on count as whole. */
const WHOLE = 1 - 1e-5;

/**
 * A good choice from a solved linear programme: the column with the largest share is fixed, the programme solved anew, and so
 * on; then whatever still fits, the best first. What it rules out on the way is open again at the end.
 */
export function* dive(search: Programme): Steps<readonly number[], number> {
  const { aim, linear, simplex } = search;
  const all = aim.weightAt.length;
  join(search, bestColumns(linear, simplex.priceOf, all, { perRow: PER_ROW, above: -Infinity }));
  const isCovered = new Uint8Array(aim.problem.rows);
  const fixed: number[] = [];
  const ruled: number[] = [];
  for (;;) {
    const rest = simplex.shares().filter(({ column, share }) => !isCutBy(aim, isCovered, column) && share > 1e-5);
    if (rest.length === 0) break;
    const largest = rest.reduce((most, next) => (next.share > most.share ? next : most));
    const whole = rest.filter(({ share }) => share >= WHOLE);
    for (const { column } of whole.length > 0 ? whole : [largest]) {
      if (isCutBy(aim, isCovered, column)) continue;
      fixed.push(column);
      cover(aim, isCovered, column);
    }
    if (whole.length === rest.length) continue;
    const isFixed = new Set(fixed);
    for (const column of search.candidates) {
      if (linear.blocked[column]! > 0 || isFixed.has(column) || !isCutBy(aim, isCovered, column)) continue;
      linear.blocked[column] = 1;
      ruled.push(column);
    }
    simplex.reprice();
    yield workOf(search);
    if (!simplex.optimise(search.candidates, search.mostWork - search.work)) break;
  }
  for (const column of ruled) linear.blocked[column] = 0;
  fill(search, isCovered, fixed);
  return fixed.sort((a, b) => a - b);
}

function isCutBy({ problem: { columnStart, rowAt } }: Aim, isCovered: Uint8Array, column: number): boolean {
  for (let at = columnStart[column]!; at < columnStart[column + 1]!; at += 1) {
    if (isCovered[rowAt[at]!] === 1) return true;
  }
  return false;
}

function cover({ problem: { columnStart, rowAt } }: Aim, isCovered: Uint8Array, column: number): void {
  for (let at = columnStart[column]!; at < columnStart[column + 1]!; at += 1) isCovered[rowAt[at]!] = 1;
}

/** Adds the column worth most that still fits, as long as there is one. */
function fill(search: Programme, isCovered: Uint8Array, fixed: number[]): void {
  const { aim } = search;
  let counted = fixed.reduce((sum, column) => sum + aim.countAt[column]!, 0);
  for (;;) {
    let found = -1;
    for (let column = 0; column < aim.weightAt.length; column += 1) {
      if (found >= 0 && aim.weightAt[column]! <= aim.weightAt[found]!) continue;
      if (counted + aim.countAt[column]! > aim.most || isCutBy(aim, isCovered, column)) continue;
      found = column;
    }
    search.work += 4 * aim.weightAt.length;
    if (found < 0) return;
    fixed.push(found);
    counted += aim.countAt[found]!;
    cover(aim, isCovered, found);
  }
}
