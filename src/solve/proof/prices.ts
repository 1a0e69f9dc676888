import type { AssignmentProblem, PricesProof } from "../problem.ts";
import { fewestPartners, mostPartners } from "./loads.ts";

/** Prices with what rounding may cost added and taken away; the prices themselves where they are exact. */
export interface LoosePrices {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/** The prices of both sides as the check reads them. */
export interface PriceTerms {
  readonly row: LoosePrices;
  readonly column: LoosePrices;
  /** Prices whose rest the loosened ones hold; undefined where these are whole prices. */
  readonly split: { readonly row: Float64Array; readonly column: Float64Array } | undefined;
}

/** Doubles end near 2 ** -1074, where nothing can be told any more. */
export const VANISHING = 2 ** -1032;

/** What rounding may cost at a node of a price. */
export function allowanceAt({ placement, tolerance }: PricesProof, price: number): number {
  return tolerance === 0 ? 0 : Math.max(VANISHING, tolerance * (Math.abs(price) + Math.abs(placement)));
}

/**
 * The prices of a proof as the check reads them. Where numbers are rounded a node that may have no partners counts as one of
 * infinite price: nothing can be better by its edges.
 */
export function termsOf(problem: AssignmentProblem, proof: PricesProof): PriceTerms {
  const { rowPrice, columnPrice, tolerance, rest } = proof;
  const allowance = (price: number): number => allowanceAt(proof, price);
  const loosen = (side: "row" | "column", part: Float64Array): LoosePrices => {
    const prices = side === "row" ? rowPrice : columnPrice;
    if (tolerance === 0) return { high: prices, low: prices };
    return {
      high: part.map((price, node) =>
        mostPartners(problem, side, node) === 0 ? Infinity : price + allowance(prices[node]!),
      ),
      low: part.map((price, node) => price - allowance(prices[node]!)),
    };
  };
  if (rest === undefined) {
    return { row: loosen("row", rowPrice), column: loosen("column", columnPrice), split: undefined };
  }
  return {
    row: loosen("row", rest.row),
    column: loosen("column", rest.column),
    split: { row: rowPrice, column: columnPrice },
  };
}

/** Slack of an edge with either kind of loosened prices. */
export function slackBetween(
  { row: rows, column: columns, split }: PriceTerms,
  bound: keyof LoosePrices,
  row: number,
  column: number,
  weight: number,
): number {
  const rowTerm = rows[bound][row]!;
  const columnTerm = columns[bound][column]!;
  if (split === undefined) return rowTerm + columnTerm - weight;
  return exactSum(split.row[row]!, split.column[column]!, -weight) + (rowTerm + columnTerm);
}

/** Sum of three numbers as if it were rounded only once or twice at its own size (Knuth's exact rounding errors). */
function exactSum(first: number, second: number, third: number): number {
  const two = first + second;
  const three = two + third;
  return three + (roundingOf(first, second, two) + roundingOf(two, third, three));
}

function roundingOf(first: number, second: number, sum: number): number {
  const part = sum - first;
  return first - (sum - part) + (second - part);
}

/** What the arithmetic of the check itself rounds, as a share of a price where it has no rest. */
const ROUNDING = 2 ** -52;

/** Sum of what rounding may cost at all nodes: at each as often as it can have partners, since every edge is allowed as much. */
export function costOfRounding(problem: AssignmentProblem, proof: PricesProof): number {
  const { placement, rest } = proof;
  let sum = 0;
  for (const side of ["row", "column"] as const) {
    const prices = side === "row" ? proof.rowPrice : proof.columnPrice;
    for (let node = 0; node < prices.length; node += 1) {
      const size = Math.abs(prices[node]!) + Math.abs(placement);
      const lost = allowanceAt(proof, prices[node]!);
      // what vanishes is not counted
      const each = Math.max(lost > VANISHING ? lost : 0, rest === undefined ? ROUNDING * size : 0);
      sum += each * partnersThatCost(problem, side, node, prices[node]! < -2 * lost);
    }
  }
  return sum;
}

/**
 * Partners of a node, in this choice or a better one, at whose edges rounding can cost something. Where more partners cost
 * the node more than rounding hides, none beyond its minimum, or the first one for the placement, can bring anything.
 */
function partnersThatCost(
  problem: AssignmentProblem,
  side: "row" | "column",
  node: number,
  isMoreWorse: boolean,
): number {
  const most = Math.min(mostPartners(problem, side, node), side === "row" ? problem.columns : problem.rows);
  return isMoreWorse ? Math.min(most, Math.max(1, fewestPartners(problem, side, node))) : most;
}
