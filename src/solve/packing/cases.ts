import type { Steps } from "../../base/steps.ts";
import { boundOf, slackOf, wholePrices } from "./aim.ts";
import { improve, isClosed, type Search } from "./incumbent.ts";
import type { PackingCase, PackingPrices } from "./problem.ts";
import { solve } from "./programme.ts";
import type { Share } from "./simplex.ts";

/** The part of a search that divides into cases. */
export interface Tree extends Search {
  readonly root: PackingPrices;
  readonly rootBound: number;
  /** Columns that a better choice can hold by the prices of the root. */
  readonly live: Int32Array;
  /** Those of `live` that became impossible since; 1 for each. */
  readonly isOut: Uint8Array;
  /** Decisions on the way to the case at hand; none is made twice, so that every way ends. */
  readonly decided: Set<string>;
  /** Columns that are chosen by them. */
  readonly chosen: Set<number>;
  /** Largest bound, in units of 1 / scale, of a case that is not closed. */
  open: number;
}

/** Decisions after one another that are followed. A proof of more would be too deep to be checked. */
const DEEPEST = 1_000;
/** Shares below, and within so much of 1, are taken for whole ones. */
const WHOLE = 1e-5;

export function isLive({ aim, linear, root, rootBound, best }: Tree, column: number): boolean {
  return rootBound - slackOf(aim, linear.cuts, root, column) >= aim.scale * (best.worth + 1);
}

/** Rules out the columns that a better choice than the new best cannot hold. */
function ruleOut(tree: Tree): void {
  for (const column of tree.live) {
    if (tree.isOut[column] === 1 || isLive(tree, column)) continue;
    tree.isOut[column] = 1;
    tree.linear.blocked[column]! += 1;
  }
  tree.work += 4 * tree.live.length;
}

/**
 * Solves a case with all that its decisions rule out.
 *
 * @param before Prices of the case that it is a part of, which hold here too
 */
export function* solveCase(tree: Tree, before: PackingPrices): Steps<PackingCase, number> {
  const isSolved = yield* solve(tree, tree.live);
  const prices = pricesHere(tree, before);
  const bound = boundOf(tree.aim, prices);
  const closed: PackingCase = { kind: "prices", prices };
  if (isClosed(tree, bound)) return closed;
  const shares = tree.simplex.shares();
  if (isSolved && isChoice(tree, shares)) {
    const columns = shares.map(({ column }) => column);
    if (improve(tree, columns)) ruleOut(tree);
  }
  if (isClosed(tree, bound)) return closed;
  const division = isSolved && tree.decided.size < DEEPEST ? divisionOf(tree, shares) : undefined;
  if (division === undefined) {
    tree.open = Math.max(tree.open, bound);
    return closed;
  }
  const first = yield* decided(tree, division, division.first, prices);
  const second = yield* decided(tree, division, division.second, prices);
  if (division.kind === "column") return { kind: "column", column: division.column, chosen: first, others: second };
  return { kind: "branch", rows: division.rows, together: first, apart: second };
}

/** The better of the prices of the linear programme and those that hold anyway. */
function pricesHere(tree: Tree, before: PackingPrices): PackingPrices {
  const { aim, simplex, linear, live } = tree;
  const { asked, blocked, cuts } = linear;
  const allowed = live.filter((column) => blocked[column] === 0);
  const own = wholePrices(aim, cuts, simplex.priceOf, (row) => asked[row]! > 0, allowed);
  tree.work += 4 * live.length;
  return own !== undefined && boundOf(aim, own) < boundOf(aim, before) ? own : before;
}

/** Whether the linear programme is in whole columns, covers what it has to, and holds nothing that is ruled out. */
function isChoice({ simplex, linear: { blocked } }: Tree, shares: readonly Share[]): boolean {
  return !simplex.isShort() && shares.every(({ column, share }) => blocked[column] === 0 && share > 1 - WHOLE);
}

/** What a decision rules out, and the rows that then have to be covered. */
interface Decision {
  readonly ruled: (column: number) => boolean;
  readonly asked: readonly number[];
  /** A column that it chooses. */
  readonly chosen?: number;
}

/** How a case is divided in two. */
type Division = { readonly key: string; readonly first: Decision; readonly second: Decision } & (
  | { readonly kind: "branch"; readonly rows: readonly [number, number] }
  | { readonly kind: "column"; readonly column: number }
);

/** Solves the part of a case that a decision leaves. */
function* decided(
  tree: Tree,
  { key }: Division,
  decision: Decision,
  before: PackingPrices,
): Steps<PackingCase, number> {
  const { live, linear } = tree;
  const ruled = live.filter(decision.ruled);
  tree.work += 4 * live.length;
  const count = (step: number): void => {
    for (const column of ruled) linear.blocked[column]! += step;
    for (const row of decision.asked) linear.asked[row]! += step;
  };
  count(1);
  tree.decided.add(key);
  if (decision.chosen !== undefined) tree.chosen.add(decision.chosen);
  const found = yield* solveCase(tree, before);
  if (decision.chosen !== undefined) tree.chosen.delete(decision.chosen);
  tree.decided.delete(key);
  count(-1);
  return found;
}

/**
 * Two rows that the linear programme puts into one column in part. If there are none, as among columns of the same rows or of
 * one row that only what they count sets against each other, a column.
 */
function divisionOf(tree: Tree, shares: readonly Share[]): Division | undefined {
  const possible = shares.filter(({ column }) => tree.linear.blocked[column] === 0);
  const rows = dividingRows(tree, possible);
  if (rows !== undefined) return byRows(tree, rows);
  const column = dividingColumn(tree, possible);
  return column === undefined ? undefined : byColumn(tree, column);
}

function rowsKey([first, second]: readonly [number, number]): string {
  return `${first} ${second}`;
}

function byRows({ aim: { problem } }: Tree, rows: readonly [number, number]): Division {
  const { columnStart, rowAt } = problem;
  const heldBy = (column: number): number => {
    let held = 0;
    for (let at = columnStart[column]!; at < columnStart[column + 1]!; at += 1) {
      if (rowAt[at] === rows[0] || rowAt[at] === rows[1]) held += 1;
    }
    return held;
  };
  return {
    kind: "branch",
    rows,
    key: rowsKey(rows),
    first: { ruled: (column) => heldBy(column) === 1, asked: rows },
    second: { ruled: (column) => heldBy(column) === 2, asked: [] },
  };
}

/** A column that is chosen leaves neither its rows nor what it counts to others. */
function byColumn({ aim, chosen }: Tree, column: number): Division {
  const { problem, countAt, most } = aim;
  const { rows, columnStart, rowAt } = problem;
  const held = Array.from(rowAt.subarray(columnStart[column], columnStart[column + 1]));
  const isHeld = new Uint8Array(rows);
  for (const row of held) isHeld[row] = 1;
  const left = [column, ...chosen].reduce((rest, each) => rest - countAt[each]!, most);
  const isCut = (other: number): boolean => {
    for (let at = columnStart[other]!; at < columnStart[other + 1]!; at += 1) if (isHeld[rowAt[at]!] === 1) return true;
    return countAt[other]! > left && !chosen.has(other);
  };
  return {
    kind: "column",
    column,
    key: `${column}`,
    first: { ruled: (other) => other !== column && isCut(other), asked: held, chosen: column },
    second: { ruled: (other) => other === column, asked: [] },
  };
}

/** Two rows not decided on that are in one column in part: those nearest to being together, then the smallest. */
function dividingRows({ aim, decided }: Tree, shares: readonly Share[]): readonly [number, number] | undefined {
  const { rows, columnStart, rowAt } = aim.problem;
  const shareOf = new Map<number, number>();
  for (const { column, share } of shares) {
    for (let a = columnStart[column]!; a < columnStart[column + 1]!; a += 1) {
      for (let b = a + 1; b < columnStart[column + 1]!; b += 1) {
        const pair = rowAt[a]! * rows + rowAt[b]!;
        shareOf.set(pair, (shareOf.get(pair) ?? 0) + share);
      }
    }
  }
  const rowsOf = (pair: number): readonly [number, number] => [Math.floor(pair / rows), pair % rows];
  let found = -1;
  let most = WHOLE;
  for (const [pair, share] of shareOf) {
    if (share > 1 - WHOLE || share < most || (share === most && pair > found)) continue;
    if (decided.has(rowsKey(rowsOf(pair)))) continue;
    found = pair;
    most = share;
  }
  return found < 0 ? undefined : rowsOf(found);
}

/** A column not decided on: that in part with the largest share, or else one that is whole; the smallest of equals. */
function dividingColumn({ decided }: Tree, shares: readonly Share[]): number | undefined {
  const free = shares.filter(({ column, share }) => share > WHOLE && !decided.has(`${column}`));
  const inPart = free.filter(({ share }) => share <= 1 - WHOLE);
  const from = inPart.length > 0 ? inPart : free;
  return from.reduce<Share | undefined>(
    (most, next) => (most === undefined || next.share > most.share ? next : most),
    undefined,
  )?.column;
}
