import type { Steps } from "../../base/steps.ts";
import { type Aim, boundOf, type Choice, choiceOf, slackOf, wholePrices } from "./aim.ts";
import { violatedCuts } from "./cuts.ts";
import { dive } from "./dive.ts";
import { improved } from "./improve.ts";
import { MOST_CUTS, type Programme, programmeOf, setCuts, solve, workOf } from "./programme.ts";
import type { PackingBound, PackingCase, PackingPrices } from "./problem.ts";

/** What a search has found. */
export interface Found {
  readonly best: Choice;
  readonly bound: PackingBound;
  readonly work: number;
}

/** How far a search goes. `first`: to a choice near the linear programme's. `part`: straight to the cases. */
export type Effort = "first" | "part" | "full";

/** Share of the work that may go into better choices before the cases. */
const IMPROVING_SHARE = 0.3;
/** The same in terms of what the first linear programme took. */
const IMPROVING_WORK = 3;
/** Rounds of cuts, and the least share of the gap that a round has to close for another. */
const CUT_ROUNDS = 20;
const CUT_GAIN = 0.03;

/** A search as it goes. */
interface Search extends Programme {
  best: Choice;
}

/** The part of a search that divides into cases. */
interface Tree extends Search {
  readonly root: PackingPrices;
  readonly rootBound: number;
  /** Columns that a better choice can hold by the prices of the root. */
  readonly live: Int32Array;
  /** Those of `live` that became impossible since; 1 for each. */
  readonly isOut: Uint8Array;
  /** Largest bound, in units of 1 / scale, of a case that is not closed. */
  open: number;
}

/**
 * Finds the best choice by bounds of linear programmes with cuts, and cases: two rows in one column, or in none together
 * (Ryan and Foster, 1981). Columns enter the linear programme as its prices ask for them; those that the prices of the root
 * rule out stay outside for good. Yields its work count between linear programmes.
 *
 * @param known A choice that counts enough
 */
export function* searchPacking(aim: Aim, known: Choice, mostWork: number, effort: Effort): Steps<Found, number> {
  const search: Search = { ...programmeOf(aim, known.columns, mostWork), best: known };
  const all = aim.weightAt.length;
  const isSolved = yield* solve(search, all);
  let root = rootOf(search);
  if (isSolved && !isClosed(search, root.bound)) {
    improve(search, yield* dive(search));
    // back to the vertex that the dive left
    yield* solve(search, all);
  }
  if (effort === "full" && isSolved) root = yield* cutRounds(search, root);
  const bounded = (tree: PackingCase, open: number): Found => {
    const atMost = Math.max(search.best.worth, Math.floor(open / aim.scale));
    const { cuts } = search.linear.cuts;
    return {
      best: search.best,
      bound: { atMost, scale: aim.scale, cuts, root: root.prices, tree },
      work: workOf(search),
    };
  };
  const atRoot: PackingCase = { kind: "prices", prices: root.prices };
  if (isClosed(search, root.bound)) return bounded(atRoot, -1);
  if (!isSolved || effort === "first") return bounded(atRoot, root.bound);
  const live = liveColumns(search, root);
  const tree: Tree = {
    ...search,
    root: root.prices,
    rootBound: root.bound,
    live,
    isOut: new Uint8Array(all),
    open: -1,
  };
  tree.candidates = tree.candidates.filter((column) => isLive(tree, column) || tree.simplex.isBasic(column));
  const cases = yield* solveCase(tree, root.prices);
  search.best = tree.best;
  search.work = tree.work;
  return bounded(cases, tree.open);
}

/** Prices that hold for all columns, and their bound in units of 1 / scale. */
interface Root {
  readonly prices: PackingPrices;
  readonly bound: number;
}

function rootOf(search: Search): Root {
  const { aim, linear, simplex } = search;
  const prices = wholePrices(aim, linear.cuts, simplex.priceOf, () => false, indices(aim.weightAt.length));
  search.work += 4 * aim.weightAt.length;
  return { prices, bound: boundOf(aim, prices) };
}

/** Better choices, and cuts as long as they lower the bound; the prices of the last linear programme that was solved. */
function* cutRounds(search: Search, first: Root): Steps<Root, number> {
  const { aim } = search;
  let root = first;
  for (let round = 0; round < CUT_ROUNDS && !isClosed(search, root.bound); round += 1) {
    if (round % 4 === 0) yield* improveNear(search, root);
    const gap = root.bound - aim.scale * search.best.worth;
    const { simplex, linear } = search;
    const kept = linear.cuts.cuts.filter((_, cut) => simplex.priceOf[aim.problem.rows + 1 + cut]! > 1e-9);
    const fresh = violatedCuts(aim.problem, simplex.shares()).slice(0, MOST_CUTS - kept.length);
    if (fresh.length === 0) break;
    setCuts(search, [...kept, ...fresh], search.best.columns);
    if (!(yield* solve(search, aim.weightAt.length))) return { ...rootOf(search) };
    root = rootOf(search);
    if (gap - (root.bound - aim.scale * search.best.worth) < CUT_GAIN * gap) break;
  }
  return root;
}

function* improveNear(search: Search, root: Root): Steps<void, number> {
  const { aim, linear } = search;
  const left = IMPROVING_SHARE * (search.mostWork - workOf(search));
  const mostWork = Math.min(left, IMPROVING_WORK * workOf(search));
  const near = { cuts: linear.cuts, prices: root.prices };
  const live = liveColumns(search, root);
  const better = yield* improved(aim, search.best, near, live, mostWork, (part, best, work) =>
    searchPacking(part, best, work, "part"),
  );
  search.best = better.best;
  search.work += better.work;
}

/** Takes a choice if it counts enough and is worth more than the best. */
function improve(search: Search, columns: readonly number[]): boolean {
  const choice = choiceOf(search.aim, columns);
  const { least, most } = search.aim;
  if (choice.counted < least || choice.counted > most || choice.worth <= search.best.worth) return false;
  search.best = choice;
  return true;
}

/** Whether no choice within a bound is better than the best. */
function isClosed({ aim, best }: Search, bound: number): boolean {
  return bound < aim.scale * (best.worth + 1);
}

function liveColumns(search: Search, { prices, bound }: Root): Int32Array {
  const { aim, linear, simplex, best } = search;
  const room = bound - aim.scale * (best.worth + 1);
  const live: number[] = [];
  for (let column = 0; column < aim.weightAt.length; column += 1) {
    if (slackOf(aim, linear.cuts, prices, column) <= room || simplex.isBasic(column)) live.push(column);
  }
  search.work += 4 * aim.weightAt.length;
  return Int32Array.from(live);
}

function isLive({ aim, linear, root, rootBound, best }: Tree, column: number): boolean {
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
function* solveCase(tree: Tree, before: PackingPrices): Steps<PackingCase, number> {
  const { aim, simplex, linear, live } = tree;
  const isSolved = yield* solve(tree, live);
  const { asked, blocked, cuts } = linear;
  const allowed = live.filter((column) => blocked[column] === 0);
  const own = wholePrices(aim, cuts, simplex.priceOf, (row) => asked[row]! > 0, allowed);
  const prices = boundOf(aim, own) < boundOf(aim, before) ? own : before;
  const bound = boundOf(aim, prices);
  tree.work += 4 * live.length;
  const closed: PackingCase = { kind: "prices", prices };
  if (isClosed(tree, bound)) return closed;
  const shares = simplex.shares();
  const isWhole = isSolved && !simplex.isShort() && shares.every(({ share }) => share > 1 - 1e-5);
  const columns = shares.map(({ column }) => column);
  if (isWhole && improve(tree, columns)) ruleOut(tree);
  if (isClosed(tree, bound)) return closed;
  const rows = isSolved ? dividingRows(tree) : undefined;
  if (rows === undefined) {
    tree.open = Math.max(tree.open, bound);
    return closed;
  }
  const together = yield* decided(tree, rows, true, prices);
  const apart = yield* decided(tree, rows, false, prices);
  return { kind: "branch", rows, together, apart };
}

/** Solves the part of a case in which two rows are, or are not, in one column. */
function* decided(
  tree: Tree,
  [first, second]: readonly [number, number],
  isTogether: boolean,
  before: PackingPrices,
): Steps<PackingCase, number> {
  const { live, linear } = tree;
  const { columnStart, rowAt } = tree.aim.problem;
  const ruled: number[] = [];
  for (const column of live) {
    let held = 0;
    for (let at = columnStart[column]!; at < columnStart[column + 1]!; at += 1) {
      if (rowAt[at] === first || rowAt[at] === second) held += 1;
    }
    if (held === (isTogether ? 1 : 2)) ruled.push(column);
  }
  tree.work += 4 * live.length;
  const count = (step: number): void => {
    for (const column of ruled) linear.blocked[column]! += step;
    if (!isTogether) return;
    linear.asked[first]! += step;
    linear.asked[second]! += step;
  };
  count(1);
  const found = yield* solveCase(tree, before);
  count(-1);
  return found;
}

/** Two rows that the linear programme puts into one column in part: those nearest to being together, then the smallest. */
function dividingRows({ aim, simplex }: Tree): readonly [number, number] | undefined {
  const { rows, columnStart, rowAt } = aim.problem;
  const shareOf = new Map<number, number>();
  for (const { column, share } of simplex.shares()) {
    for (let a = columnStart[column]!; a < columnStart[column + 1]!; a += 1) {
      for (let b = a + 1; b < columnStart[column + 1]!; b += 1) {
        const pair = rowAt[a]! * rows + rowAt[b]!;
        shareOf.set(pair, (shareOf.get(pair) ?? 0) + share);
      }
    }
  }
  let found = -1;
  let most = 1e-5;
  for (const [pair, share] of shareOf) {
    if (share > 1 - 1e-5 || share < most || (share === most && pair > found)) continue;
    found = pair;
    most = share;
  }
  return found < 0 ? undefined : [Math.floor(found / rows), found % rows];
}

function* indices(length: number): Iterable<number> {
  for (let index = 0; index < length; index += 1) yield index;
}
