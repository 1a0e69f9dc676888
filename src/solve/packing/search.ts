import type { Steps } from "../../base/steps.ts";
import { type Aim, boundOf, type Choice, plainPrices, slackOf, wholePrices } from "./aim.ts";
import { isLive, solveCase, type Tree } from "./cases.ts";
import { violatedCuts } from "./cuts.ts";
import { dive } from "./dive.ts";
import { improved } from "./improve.ts";
import { improve, isClosed, type Search } from "./incumbent.ts";
import { MOST_CUTS, programmeOf, setCuts, solve, workOf } from "./programme.ts";
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

/**
 * Finds the best choice by bounds of linear programmes with cuts, and cases: two rows in one column, or in none together
 * (Ryan and Foster, 1981); where no two rows divide, a column chosen or not. Columns enter the linear programme as its prices ask for them; those that the prices of the root
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
    decided: new Set(),
    chosen: new Set(),
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
  const { cuts } = linear;
  const prices = wholePrices(aim, cuts, simplex.priceOf, () => false, aim.weightAt.keys()) ?? plainPrices(aim, cuts);
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
    const isSolved = yield* solve(search, aim.weightAt.length);
    const next = rootOf(search);
    if (!isSolved && next.bound > root.bound) {
      setCuts(search, linear.cuts.cuts, search.best.columns);
      return root;
    }
    root = next;
    if (!isSolved) break;
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

function liveColumns(search: Search, { prices, bound }: Root): Int32Array {
  const { aim, linear, simplex, best } = search;
  const room = bound - aim.scale * (best.worth + 1);
  const live: number[] = [];
  for (const column of possibleColumns(aim)) {
    if (slackOf(aim, linear.cuts, prices, column) <= room || simplex.isBasic(column)) live.push(column);
  }
  search.work += 4 * aim.weightAt.length;
  return Int32Array.from(live);
}

/** Columns that do not count more by themselves than any choice. */
function* possibleColumns({ weightAt, countAt, most }: Aim): Iterable<number> {
  for (let column = 0; column < weightAt.length; column += 1) if (countAt[column]! <= most) yield column;
}
