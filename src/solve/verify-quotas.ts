import type { BoundNode, BoundTree, BoundedAssignment, QuotaAssignment, QuotaProblem } from "./quota/problem.ts";
import { fewestPartners, mostPartners, rejection } from "./verify-bounds.ts";
import { mostPlaced } from "./verify-sets.ts";

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
  readonly path: string;
}

/** The edges that a part may hold, beside those that it must. */
interface Case {
  readonly open: Int32Array;
  readonly required: ReadonlySet<number>;
}

/** Bounds are exact sums below this. */
const EXACT = 2 ** 53;

/**
 * Checks a choice under quotas and the bounds that prove it; see `BoundNode`. Shares no code with the solver. Takes
 * O(edges) for the root and O(edges left) for every other node of the tree.
 */
export function verifyQuotas(problem: QuotaProblem, answer: QuotaAssignment): void {
  if (answer.status === "infeasible") {
    const claim = { tree: answer.tree, countsWeights: false, countsPlaced: false, placed: 0, atMost: -1 };
    checkTree(problem, { ...claim, path: "/tree" });
    return;
  }
  const { proof } = answer;
  const placed = checkChoice(problem, answer);
  if (problem.unmatched === "free" ? proof.placed !== undefined : proof.placed === undefined) {
    throw rejection("/proof/placed", "expected a bound on placed nodes unless staying alone costs nothing.");
  }
  if (proof.placed !== undefined) checkPlaced(problem, answer, placed);
  const isReached = answer.total === proof.total && (proof.placed === undefined || proof.placed.nodes === placed);
  if (answer.total > proof.total || isReached !== (answer.status === "optimal")) {
    throw rejection("/status", "expected optimal exactly where the bounds are reached.");
  }
  checkTree(problem, {
    tree: proof.tree,
    countsWeights: true,
    countsPlaced: false,
    placed: problem.unmatched === "free" ? 0 : placed,
    atMost: proof.total,
    path: "/proof/tree",
  });
}

function checkPlaced(problem: QuotaProblem, { proof }: BoundedAssignment, placed: number): void {
  if (proof.placed === undefined) return;
  const { nodes, because } = proof.placed;
  const path = "/proof/placed";
  if (placed > nodes) throw rejection(`${path}/nodes`, "expected at least the nodes that are placed.");
  if ("root" in because) {
    const claim = { tree: because, countsWeights: false, countsPlaced: true, placed: 0, atMost: nodes };
    checkTree(problem, { ...claim, path: `${path}/because` });
  } else if (
    mostPlaced(problem, "row", because.rows, `${path}/because/rows`) +
      mostPlaced(problem, "column", because.columns, `${path}/because/columns`) !==
    nodes
  ) {
    throw rejection(`${path}/because`, "the sets do not prove that no more nodes can be placed.");
  }
}

/** Checks pairs, loads, counts and totals; returns the number of placed nodes. */
function checkChoice(problem: QuotaProblem, answer: BoundedAssignment): number {
  const { rows, columns, rowStart, columnAt, weightAt, quotas } = problem;
  const { rowOf, columnOf } = answer;
  const chosen = new Set<number>();
  const loads = { row: new Int32Array(rows), column: new Int32Array(columns) };
  let total = 0;
  let pair = 0;
  for (let row = 0; row < rows; row += 1) {
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
  quotas.forEach(({ edges, minimum = 0, maximum = Infinity }, quota) => {
    const count = edges.reduce((sum, edge) => sum + (chosen.has(edge) ? 1 : 0), 0);
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

function checkTree(problem: QuotaProblem, claim: Claim): void {
  const { scale } = claim.tree;
  if (!(Number.isSafeInteger(scale) && scale >= 1)) throw rejection(`${claim.path}/scale`, "expected a whole number.");
  const rowAt = new Int32Array(problem.columnAt.length);
  for (let row = 0; row < problem.rows; row += 1) rowAt.fill(row, problem.rowStart[row], problem.rowStart[row + 1]);
  const quotasAt = problem.quotas.map(({ edges }) => new Set(edges));
  const required = new Set(problem.required);
  const open = Int32Array.from({ length: problem.columnAt.length }, (_, edge) => edge);
  const waiting: (Case & { readonly node: BoundNode })[] = [{ node: claim.tree.root, open, required }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    waiting.push(...casesOf(problem, claim, rowAt, quotasAt, next.node, possible(problem, rowAt, next)));
  }
}

/** Takes out the edges at nodes that required edges fill. */
function possible(problem: QuotaProblem, rowAt: Int32Array, { open, required }: Case): Case {
  const load = { row: new Int32Array(problem.rows), column: new Int32Array(problem.columns) };
  for (const edge of required) {
    load.row[rowAt[edge]!]! += 1;
    load.column[problem.columnAt[edge]!]! += 1;
  }
  const hasRoom = (side: "row" | "column", node: number): boolean =>
    load[side][node]! < mostPartners(problem, side, node);
  return {
    required,
    open: open.filter(
      (edge) => !required.has(edge) && hasRoom("row", rowAt[edge]!) && hasRoom("column", problem.columnAt[edge]!),
    ),
  };
}

/** Nothing if the node's bound closes it; else the cases that remain. */
function casesOf(
  problem: QuotaProblem,
  claim: Claim,
  rowAt: Int32Array,
  quotasAt: readonly ReadonlySet<number>[],
  node: BoundNode,
  { open, required }: Case,
): readonly (Case & { readonly node: BoundNode })[] {
  const { bound, gainOf } = boundOf(problem, claim, rowAt, quotasAt, node, { open, required });
  const least = claim.tree.scale * (claim.atMost + 1);
  // a node without a load within its bounds: there is no choice at all
  if (bound === -Infinity) return [];
  if (!(Math.abs(bound) < EXACT)) throw rejection(claim.path, "expected prices whose sums are exact.");
  if (bound < least) return [];
  const left = open.filter((_, place) => bound + Math.min(0, gainOf[place]!) >= least);
  if (node.then !== undefined) return [{ node: node.then, open: left, required }];
  if (node.branch === undefined) throw rejection(claim.path, "a leaf's bound exceeds the claim.");
  const { edge } = node.branch;
  const cases = [{ node: node.branch.excluded, open: left.filter((other) => other !== edge), required }];
  if (left.includes(edge))
    cases.push({ node: node.branch.required, open: left, required: new Set([...required, edge]) });
  return cases;
}

function boundOf(
  problem: QuotaProblem,
  { tree, countsWeights, countsPlaced, placed }: Claim,
  rowAt: Int32Array,
  quotasAt: readonly ReadonlySet<number>[],
  { multipliers, placement, rowPrice, columnPrice }: BoundNode,
  { open, required }: Case,
): { readonly bound: number; readonly gainOf: Float64Array } {
  const numbers = [placement, ...multipliers];
  if (multipliers.length !== problem.quotas.length || !numbers.every(Number.isSafeInteger)) {
    throw rejection("/proof/tree", "expected a whole multiplier per quota.");
  }
  if (countsPlaced ? placement !== tree.scale : placement < 0) {
    throw rejection("/proof/tree", "expected a placement that the claim allows.");
  }
  const gain = (edge: number): number => {
    let worth = countsWeights ? tree.scale * problem.weightAt[edge]! : 0;
    multipliers.forEach((multiplier, quota) => {
      if (multiplier !== 0 && quotasAt[quota]!.has(edge)) worth -= multiplier;
    });
    return worth - rowPrice[rowAt[edge]!]! - columnPrice[problem.columnAt[edge]!]!;
  };
  let bound = 0 - placement * placed;
  problem.quotas.forEach(({ minimum = 0, maximum = Infinity }, quota) => {
    const multiplier = multipliers[quota]!;
    if (multiplier !== 0) bound += multiplier * (multiplier > 0 ? maximum : minimum);
  });
  bound += loadsWorth(problem, "row", rowPrice, placement) + loadsWorth(problem, "column", columnPrice, placement);
  for (const edge of required) bound += gain(edge);
  const gainOf = Float64Array.from(open, gain);
  for (const value of gainOf) if (value > 0) bound += value;
  return { bound, gainOf };
}

/** Sum over a side of the most that a node's load can be worth at its price. */
function loadsWorth(problem: QuotaProblem, side: "row" | "column", price: Float64Array, placement: number): number {
  const nodes = side === "row" ? problem.rows : problem.columns;
  if (price.length !== nodes || !price.every(Number.isSafeInteger)) {
    throw rejection("/proof/tree", `expected a whole price per ${side}.`);
  }
  let sum = 0;
  for (let node = 0; node < nodes; node += 1) {
    const most = mostPartners(problem, side, node);
    const fewest = fewestPartners(problem, side, node);
    // linear from one partner on: only the ends count; -Infinity where no load is possible
    const loads = [fewest, Math.max(1, fewest), most].filter((load) => load >= fewest && load <= most);
    sum += Math.max(...loads.map((load) => load * price[node]! + (load > 0 ? placement : 0)));
  }
  return sum;
}
