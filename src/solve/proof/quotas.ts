import type { Steps } from "../../base/steps.ts";
import type { BoundNode, BoundTree, BoundedAssignment, QuotaAssignment, QuotaProblem } from "../quota/problem.ts";
import { fewestPartners, mostPartners, rejection } from "./loads.ts";
import { mostPlaced } from "./sets.ts";

/** What the nodes of one tree are to bound. */
interface Claim {
  readonly tree: BoundTree;
  /** Whether weights count; else only placed nodes, or nothing. */
  readonly countsWeights: boolean;
  readonly countsPlaced: boolean;
  /** Nodes that the choices in question place at least. */
  readonly placed: number;
  /** Nothing is worth more. */
  readonly atMost: number;
  /** Every worth is a multiple of this. */
  readonly step: number;
  readonly path: string;
}

/** The edges that a part may hold, beside those that it must. */
interface Case {
  readonly open: Int32Array;
  readonly required: ReadonlySet<number>;
  /** Cases of counts that hold here, the outermost first. */
  readonly counts: readonly CountBounds[];
}

/** How many of some edges are chosen. */
interface CountBounds {
  readonly edges: Int32Array;
  readonly minimum: number;
  readonly maximum: number;
}

/** Bounds are exact sums below this. */
const EXACT = 2 ** 53;

/**
 * Checks a choice under quotas and the bounds that prove it; see `BoundNode`. Shares no code with the solver. Takes
 * O(edges) for the root and O(edges left) for every other node of the tree.
 */
export function* verifyQuotas(problem: QuotaProblem, answer: QuotaAssignment): Steps<void, number> {
  if (answer.status === "infeasible") {
    const claim = { tree: answer.tree, countsWeights: false, countsPlaced: false, placed: 0, atMost: -1, step: 1 };
    yield* checkTree(problem, { ...claim, path: "/tree" });
    return;
  }
  const { proof } = answer;
  const placed = checkChoice(problem, answer);
  if (problem.unmatched === "free" ? proof.placed !== undefined : proof.placed === undefined) {
    throw rejection("/proof/placed", "expected a bound on placed nodes unless staying alone costs nothing.");
  }
  const claim = claimOfPlaced(problem, answer, placed);
  if (claim !== undefined) yield* checkTree(problem, claim);
  const isReached = answer.total === proof.total && (proof.placed === undefined || proof.placed.nodes === placed);
  if (answer.total > proof.total || isReached !== (answer.status === "optimal")) {
    throw rejection("/status", "expected optimal exactly where the bounds are reached.");
  }
  yield* checkTree(problem, {
    tree: proof.tree,
    countsWeights: true,
    countsPlaced: false,
    placed: problem.unmatched === "free" ? 0 : placed,
    atMost: proof.total,
    step: commonDivisor(problem.weightAt),
    path: "/proof/tree",
  });
}

/** What a tree says of the placed nodes; nothing where deficient sets prove their number, which are checked here. */
function claimOfPlaced(problem: QuotaProblem, { proof }: BoundedAssignment, placed: number): Claim | undefined {
  if (proof.placed === undefined) return undefined;
  const { nodes, because } = proof.placed;
  const path = "/proof/placed";
  if (placed > nodes) throw rejection(`${path}/nodes`, "expected at least the nodes that are placed.");
  if ("root" in because) {
    const claim = { tree: because, countsWeights: false, countsPlaced: true, placed: 0, atMost: nodes };
    return { ...claim, step: isPaired(problem) ? 2 : 1, path: `${path}/because` };
  }
  const rows = mostPlaced(problem, "row", because.rows, `${path}/because/rows`);
  const columns = mostPlaced(problem, "column", because.columns, `${path}/because/columns`);
  if (rows + columns !== nodes) {
    throw rejection(`${path}/because`, "the sets do not prove that no more nodes can be placed.");
  }
  return undefined;
}

/** Largest number of which all weights are multiples; 1 if all are 0. */
function commonDivisor(weights: QuotaProblem["weightAt"]): number {
  let common = 0;
  for (let edge = 0; edge < weights.length && common !== 1; edge += 1) {
    let rest = Math.abs(weights[edge]!);
    while (rest > 0) {
      const left = common % rest;
      common = rest;
      rest = left;
    }
  }
  return common === 0 ? 1 : common;
}

/** Whether nobody has two partners, so that an even number of nodes is placed. */
function isPaired(problem: QuotaProblem): boolean {
  const isSingle = (side: "row" | "column", nodes: number): boolean =>
    Array.from({ length: nodes }, (_, node) => mostPartners(problem, side, node)).every((most) => most <= 1);
  return isSingle("row", problem.rows) && isSingle("column", problem.columns);
}

/** Checks pairs, loads, counts and totals; returns the number of placed nodes. */
function checkChoice(problem: QuotaProblem, answer: BoundedAssignment): number {
  const { rows, columns, rowStart, columnAt, weightAt, quotas } = problem;
  const { rowOf, columnOf } = answer;
  const chosen = new Set<number>();
  const loads = { row: new Int32Array(rows), column: new Int32Array(columns) };
  let total = 0;
  let pair = 0;
  for (let row = 0; row < rowStart.length - 1; row += 1) {
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) {
      if (rowOf[pair] !== row || columnOf[pair] !== columnAt[edge]) continue;
      chosen.add(edge);
      total += weightAt[edge]!;
      loads.row[row]! += 1;
      loads.column[columnAt[edge]!]! += 1;
      pair += 1;
    }
  }
  if (pair !== rowOf.length || pair !== columnOf.length) {
    throw rejection(`/rowOf/${pair}`, "expected pairs of the problem, sorted, each once.");
  }
  if (total !== answer.total) throw rejection("/total", "expected the sum of the chosen weights.");
  const placed = checkLoads(problem, answer, loads);
  if (problem.required?.some((edge) => !chosen.has(edge)) ?? false) {
    throw rejection("/rowOf", "expected every required edge.");
  }
  const countOf = new Int32Array(quotas.length);
  for (const [quota, { edges }] of quotas.entries()) {
    for (const edge of edges) if (chosen.has(edge)) countOf[quota]! += 1;
  }
  quotas.forEach(({ minimum = 0, maximum = Infinity }, quota) => {
    const count = countOf[quota]!;
    if (answer.countOf[quota] !== count || count < minimum || count > maximum) {
      throw rejection(`/countOf/${quota}`, "expected the chosen edges of the quota, within its bounds.");
    }
  });
  return placed;
}

function checkLoads(
  problem: QuotaProblem,
  answer: BoundedAssignment,
  loads: Readonly<Record<"row" | "column", Int32Array>>,
): number {
  let sum = 0;
  for (const side of ["row", "column"] as const) {
    let placed = 0;
    loads[side].forEach((load, node) => {
      if (load > mostPartners(problem, side, node) || load < fewestPartners(problem, side, node)) {
        throw rejection(`/${side}Of`, `expected loads within the bounds of ${side} ${node}.`);
      }
      if (load > 0) placed += 1;
    });
    const claimed = side === "row" ? answer.placedRows : answer.placedColumns;
    if (claimed !== placed) throw rejection(`/placed${side === "row" ? "Rows" : "Columns"}`, "expected placed nodes.");
    sum += placed;
  }
  return sum;
}

/** Bounds the nodes of a tree, the last one first; can be paused between them. */
function* checkTree(problem: QuotaProblem, claim: Claim): Steps<void, number> {
  const { scale } = claim.tree;
  if (!(Number.isSafeInteger(scale) && scale >= 1)) throw rejection(`${claim.path}/scale`, "expected a whole number.");
  const rowAt = new Int32Array(problem.columnAt.length);
  for (let row = 0; row < problem.rows; row += 1) rowAt.fill(row, problem.rowStart[row], problem.rowStart[row + 1]);
  const graph = { ...quotasByEdge(problem), rowAt };
  const open = Int32Array.from(problem.columnAt.keys());
  yield 0;
  const waiting: (Case & { readonly node: BoundNode })[] = [
    { node: claim.tree.root, open, required: new Set(problem.required), counts: [] },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    waiting.push(...casesOf(problem, claim, graph, next.node, possible(problem, rowAt, next)));
    yield 0;
  }
}

/** The rows of all edges, and the quotas `quotaAt[quotaStart[edge]]` up to `quotaStart[edge + 1]` of each. */
interface EdgeFacts {
  readonly rowAt: Int32Array;
  readonly quotaStart: Int32Array;
  readonly quotaAt: Int32Array;
}

function quotasByEdge({ quotas, columnAt }: QuotaProblem): Pick<EdgeFacts, "quotaStart" | "quotaAt"> {
  const edgesIn = columnAt.length;
  const quotaStart = new Int32Array(edgesIn + 1);
  for (const { edges } of quotas) {
    for (const edge of edges) quotaStart[edge + 1]! += 1;
  }
  for (let edge = 0; edge < edgesIn; edge += 1) quotaStart[edge + 1]! += quotaStart[edge]!;
  const next = quotaStart.slice();
  const quotaAt = new Int32Array(quotaStart[edgesIn]!);
  for (const [quota, { edges }] of quotas.entries()) {
    for (const edge of edges) quotaAt[next[edge]!++] = quota;
  }
  return { quotaStart, quotaAt };
}

/** Takes out the edges at nodes that required edges fill. */
function possible(problem: QuotaProblem, rowAt: Int32Array, { open, required, counts }: Case): Case {
  const { columnAt } = problem;
  const left = { row: seatsOf(problem, "row"), column: seatsOf(problem, "column") };
  for (const edge of required) {
    left.row[rowAt[edge]!]! -= 1;
    left.column[columnAt[edge]!]! -= 1;
  }
  const hasSeats = (edge: number): boolean => left.row[rowAt[edge]!]! > 0 && left.column[columnAt[edge]!]! > 0;
  return { required, counts, open: open.filter((edge) => hasSeats(edge) && !required.has(edge)) };
}

function seatsOf(problem: QuotaProblem, side: "row" | "column"): Int32Array {
  const nodes = side === "row" ? problem.rows : problem.columns;
  return Int32Array.from({ length: nodes }, (_, node) => mostPartners(problem, side, node));
}

/** Nothing if the node's bound closes it; else the cases that remain. */
function casesOf(
  problem: QuotaProblem,
  claim: Claim,
  graph: EdgeFacts,
  node: BoundNode,
  { open, required, counts }: Case,
): readonly (Case & { readonly node: BoundNode })[] {
  const { bound, gainOf } = boundOf(problem, claim, graph, node, { open, required, counts });
  const { tree, atMost, step } = claim;
  const least = tree.scale * (Math.floor(atMost / step) * step + step);
  if (!Number.isSafeInteger(least)) throw rejection(claim.path, "expected a bound that is a whole number.");
  // a node without a load within its bounds: there is no choice at all
  if (bound === -Infinity) return [];
  if (bound < least) return [];
  const left = open.filter((_, place) => bound + Math.min(0, gainOf[place]!) >= least);
  if (node.then !== undefined) return [{ node: node.then, open: left, required, counts }];
  if (node.split !== undefined) {
    const { edges, most, within, beyond } = node.split;
    checkSet(edges, problem.columnAt.length, most, claim.path);
    const few = { edges, minimum: 0, maximum: most };
    const many = { edges, minimum: most + 1, maximum: Infinity };
    return [
      { node: within, open: left, required, counts: [...counts, few] },
      { node: beyond, open: left, required, counts: [...counts, many] },
    ];
  }
  if (node.branch === undefined) throw rejection(claim.path, "a leaf's bound exceeds the claim.");
  const { edge } = node.branch;
  const without = left.filter((other) => other !== edge);
  const cases = [{ node: node.branch.excluded, open: without, required, counts }];
  if (without.length < left.length) {
    cases.push({ node: node.branch.required, open: left, required: new Set([...required, edge]), counts });
  }
  return cases;
}

/** A set of edges, none of them twice, and a count at which it can be divided. */
function checkSet(edges: Int32Array, all: number, most: number, path: string): void {
  let before = -1;
  for (const edge of edges) {
    if (!(edge > before && edge < all)) throw rejection(path, "expected ascending edges to be counted.");
    before = edge;
  }
  if (!Number.isSafeInteger(most)) throw rejection(path, "expected a whole count to divide the cases at.");
}

function boundOf(
  problem: QuotaProblem,
  claim: Claim,
  { rowAt, quotaStart, quotaAt }: EdgeFacts,
  node: BoundNode,
  { open, required, counts }: Case,
): { readonly bound: number; readonly gainOf: Float64Array } {
  const { tree, countsWeights, countsPlaced, placed } = claim;
  const { multipliers, placement, rowPrice, columnPrice } = node;
  const numbers = [placement, ...multipliers];
  const demands = [...problem.quotas, ...counts];
  if (multipliers.length !== demands.length || !numbers.every(Number.isSafeInteger)) {
    throw rejection("/proof/tree", "expected a whole multiplier per quota and case of a count.");
  }
  if (countsPlaced ? placement !== tree.scale : placement < 0) {
    throw rejection("/proof/tree", "expected a placement that the claim allows.");
  }
  const countedAt = countedPrices(counts, multipliers.subarray(problem.quotas.length), rowAt.length);
  const { columnAt, weightAt } = problem;
  const { scale } = tree;
  const gain = (edge: number): number => {
    let worth = (countsWeights ? scale * weightAt[edge]! : 0) - (countedAt?.[edge] ?? 0);
    const end = quotaStart[edge + 1]!;
    for (let at = quotaStart[edge]!; at < end; at += 1) worth -= multipliers[quotaAt[at]!]!;
    return worth - rowPrice[rowAt[edge]!]! - columnPrice[columnAt[edge]!]!;
  };
  expectExactGains(problem, claim, node);
  const sum = new ExactSum();
  sum.add(0 - placement * placed);
  demands.forEach(({ minimum = 0, maximum = Infinity }, quota) => {
    const multiplier = multipliers[quota]!;
    if (multiplier !== 0) sum.add(multiplier * (multiplier > 0 ? maximum : minimum));
  });
  addLoadsWorth(sum, problem, "row", rowPrice, placement);
  addLoadsWorth(sum, problem, "column", columnPrice, placement);
  for (const edge of required) sum.add(gain(edge));
  const gainOf = new Float64Array(open.length);
  for (let place = 0; place < open.length; place += 1) {
    const value = gain(open[place]!);
    gainOf[place] = value;
    if (value > 0) sum.add(value);
  }
  return { bound: sum.total(claim.path), gainOf };
}

/** What each edge pays for the counts of the cases that it is in; nothing if none has a price. */
function countedPrices(
  counts: readonly CountBounds[],
  prices: Float64Array,
  edgesIn: number,
): Float64Array | undefined {
  if (prices.every((price) => price === 0)) return undefined;
  const paidAt = new Float64Array(edgesIn);
  for (const [place, { edges }] of counts.entries()) {
    const price = prices[place]!;
    if (price === 0) continue;
    for (const edge of edges) paidAt[edge]! += price;
  }
  return paidAt;
}

/** Expects the gain of every edge to be exact, whatever quotas hold it: the largest parts of it sum up below the limit. */
function expectExactGains({ weightAt }: QuotaProblem, { tree, countsWeights, path }: Claim, node: BoundNode): void {
  const largest = (values: Iterable<number>): number => {
    let most = 0;
    for (const value of values) most = Math.max(most, Math.abs(value));
    return most;
  };
  const weight = countsWeights ? tree.scale * largest(weightAt) : 0;
  const multipliers = node.multipliers.reduce((sum, multiplier) => sum + Math.abs(multiplier), 0);
  if (!(weight + multipliers + largest(node.rowPrice) + largest(node.columnPrice) < EXACT)) {
    throw rejection(path, "expected prices whose sums are exact.");
  }
}

/** A sum of whole numbers whose every partial sum is exact, in any order: the sizes together stay below the limit. */
class ExactSum {
  #sum = 0;
  #size = 0;

  add(value: number): void {
    this.#sum += value;
    this.#size += Math.abs(value);
  }

  /** -Infinity if that was added, and nothing that cannot be told from it. */
  total(path: string): number {
    if (this.#sum !== -Infinity && !(this.#size < EXACT))
      throw rejection(path, "expected prices whose sums are exact.");
    return this.#sum;
  }
}

/** Adds, over a side, the most that a node's load can be worth at its price. */
function addLoadsWorth(
  sum: ExactSum,
  problem: QuotaProblem,
  side: "row" | "column",
  price: Float64Array,
  placement: number,
): void {
  const [nodes, others] = side === "row" ? [problem.rows, problem.columns] : [problem.columns, problem.rows];
  if (price.length !== nodes || !price.every(Number.isSafeInteger)) {
    throw rejection("/proof/tree", `expected a whole price per ${side}.`);
  }
  for (let node = 0; node < nodes; node += 1) {
    const most = Math.min(others, mostPartners(problem, side, node));
    const fewest = fewestPartners(problem, side, node);
    // linear from one partner on: only the ends count; -Infinity where no load is possible
    const loads = [fewest, Math.max(1, fewest), most].filter((load) => load >= fewest && load <= most);
    if (loads.some((load) => !(load * Math.abs(price[node]!) + placement < EXACT))) sum.add(Infinity);
    sum.add(Math.max(...loads.map((load) => load * price[node]! + (load > 0 ? placement : 0))));
  }
}
