import { asPublic } from "../../base/public.ts";
import { drain, type Steps } from "../../base/steps.ts";
import type { Packing, PackingProblem } from "../packing/problem.ts";
import { rejection } from "./loads.ts";
import { expectCount, expectWord, type Fields, fieldsOf } from "./shape.ts";

/**
 * Checks a choice of disjoint columns and its proof against the problem, and returns if everything holds. Shares no code with
 * the solver; whole numbers only, and no sum that doubles would round.
 *
 * The chosen columns are in the problem, share no row, and sum to what is told. The prices of each bound hold for all columns;
 * the cases divide all choices; in each case the prices hold for every column that can be in it, unless the first prices
 * show that no choice with that column is worth more than the bound; and no case's prices add up to more than the bound. An
 * answer that says `optimal` reaches its bounds.
 *
 * Takes O(entries × cases) time. `problem` is taken as valid; the answer may be anything.
 *
 * @throws TersineError PROOF_REJECTED, whose path points into the answer
 */
export function verifyPacking(problem: PackingProblem, packing: Packing): void {
  asPublic("verifyPacking", () => {
    drain(packingSteps(problem, packing));
  });
}

/** `verifyPacking`, to be paused between cases. */
export function* packingSteps(problem: PackingProblem, packing: unknown): Steps<void, number> {
  const answer = fieldsOf(packing, "");
  expectWord(answer["status"], ["optimal", "feasible"], "/status");
  expectCount(answer["work"], "/work");
  const made = checkChosen(problem, answer);
  const proof = fieldsOf(answer["proof"], "/proof");
  expectWord(proof["kind"], ["packing"], "/proof/kind");
  const isOptimal = answer["status"] === "optimal";
  const { countAt, mostCounted = Infinity } = problem;
  let range: CountRange = { least: 0, most: 0 };
  if (countAt === undefined) {
    if (proof["counted"] !== undefined) throw rejection("/proof/counted", "expected none where nothing counts.");
  } else {
    const path = "/proof/counted";
    const all = { least: 0, most: mostCounted };
    const most = yield* checkBound(problem, Float64Array.from(countAt), all, proof["counted"], path);
    checkReached(most, made.counted, isOptimal, path);
    range = { least: made.counted, most };
  }
  const most = yield* checkBound(problem, problem.weightAt, range, proof["total"], "/proof/total");
  checkReached(most, made.total, isOptimal, "/proof/total");
}

/** What a choice counts at least and at most. */
interface CountRange {
  readonly least: number;
  readonly most: number;
}

/** Checks the chosen columns; what they are worth and count. */
function checkChosen(
  { columnStart, rowAt, rows, weightAt, countAt, mostCounted = Infinity }: PackingProblem,
  answer: Fields,
): { readonly total: number; readonly counted: number } {
  const chosen = wholesOf(answer["chosen"], "Int32Array", "/chosen");
  const isCovered = new Uint8Array(rows);
  let [total, counted, last] = [0, 0, -1];
  for (let place = 0; place < chosen.length; place += 1) {
    const column = chosen[place]!;
    if (column <= last || column >= weightAt.length) {
      throw rejection(`/chosen/${place}`, "expected ascending columns of the problem.");
    }
    last = column;
    total += weightAt[column]!;
    counted += countAt?.[column] ?? 0;
    for (let at = columnStart[column]!; at < columnStart[column + 1]!; at += 1) {
      if (isCovered[rowAt[at]!] === 1) throw rejection(`/chosen/${place}`, "expected columns that share no row.");
      isCovered[rowAt[at]!] = 1;
    }
  }
  expectExact(total, "/total");
  if (answer["total"] !== total) throw rejection("/total", "expected the sum of the weights.");
  if (answer["counted"] !== counted) throw rejection("/counted", "expected the sum of what is counted.");
  if (counted > mostCounted) throw rejection("/counted", "expected at most what the problem allows.");
  return { total, counted };
}

function checkReached(atMost: number, reached: number, isOptimal: boolean, path: string): void {
  if (atMost < reached) throw rejection(`${path}/atMost`, "expected at least what the choice reaches.");
  if (isOptimal && atMost !== reached) throw rejection(`${path}/atMost`, "expected what an optimal answer reaches.");
}

interface Claim {
  readonly problem: PackingProblem;
  /** Three rows of each cut, ascending, one cut after the other. */
  readonly cutRows: Float64Array;
  /** Cuts by their rows. */
  readonly cutsOf: readonly (readonly number[])[];
  /** How many rows of each cut a column holds; all 0 between two columns. */
  readonly held: Uint8Array;
  readonly weightAt: Float64Array;
  readonly range: CountRange;
  readonly scale: number;
  readonly atMost: number;
  readonly path: string;
  /** Cases that were checked: each stands once in a tree. */
  readonly seen: Set<unknown>;
}

/** Checks a bound; what no choice is worth more than. */
function* checkBound(
  problem: PackingProblem,
  weightAt: Float64Array,
  range: CountRange,
  bound: unknown,
  path: string,
): Steps<number, number> {
  const claim = claimOf(problem, weightAt, range, fieldsOf(bound, path), path);
  const { root, tree } = fieldsOf(bound, path);
  const none = new Uint8Array(problem.rows);
  const prices = pricesOf(claim, root, none, `${path}/root`);
  const room = worthOf(claim, prices) - claim.scale * (claim.atMost + 1);
  expectExact(room, `${path}/root`);
  const open: number[] = [];
  for (let column = 0; column < weightAt.length; column += 1) {
    if (countOf(claim, column) > range.most) continue;
    const slack = slackOf(claim, prices, column);
    if (slack < 0) throw rejection(`${path}/root`, `expected prices of at least the worth of column ${column}.`);
    // beyond it, no choice with the column is worth more than the bound
    if (slack <= room) open.push(column);
  }
  yield weightAt.length;
  yield* checkCase(claim, tree, { open, asked: none, chosen: [], path: `${path}/tree`, depth: 0 });
  return claim.atMost;
}

function claimOf(
  problem: PackingProblem,
  weightAt: Float64Array,
  range: CountRange,
  { scale, atMost, cuts }: Fields,
  path: string,
): Claim {
  if (!isWhole(scale) || scale <= 0) throw rejection(`${path}/scale`, "expected a whole number above 0.");
  if (!isWhole(atMost)) throw rejection(`${path}/atMost`, "expected a whole number.");
  expectExact(scale * (atMost + 1), `${path}/atMost`);
  const cutRows = cutRowsOf(cuts, problem.rows, `${path}/cuts`);
  const cutsOf: number[][] = Array.from({ length: problem.rows }, () => []);
  for (let at = 0; at < cutRows.length; at += 1) cutsOf[cutRows[at]!]!.push(Math.floor(at / 3));
  const held = new Uint8Array(cutRows.length / 3);
  return { problem, cutRows, cutsOf, held, weightAt, range, scale, atMost, path, seen: new Set() };
}

/** Reads cuts: lists of three rows each, ascending. */
function cutRowsOf(cuts: unknown, rows: number, path: string): Float64Array {
  if (!Array.isArray(cuts)) throw rejection(path, "expected a list of cuts.");
  const cutRows = new Float64Array(3 * cuts.length);
  for (let place = 0; place < cuts.length; place += 1) {
    const cut: unknown = cuts[place];
    const isTriple = Array.isArray(cut) && cut.length === 3;
    let last = -1;
    for (let at = 0; at < 3; at += 1) {
      const row: unknown = isTriple ? cut[at] : undefined;
      if (!isWhole(row) || row <= last || row >= rows) {
        throw rejection(`${path}/${place}`, "expected three ascending rows.");
      }
      cutRows[3 * place + at] = row;
      last = row;
    }
  }
  return cutRows;
}

/** What the decisions on the way to a case leave. */
interface Standing {
  readonly open: readonly number[];
  /** 1 for each row that every choice of the case covers. */
  readonly asked: Uint8Array;
  /** Columns of every choice of the case. */
  readonly chosen: readonly number[];
  readonly path: string;
  readonly depth: number;
}

/** Decisions after one another that are followed. */
const DEEPEST = 2_000;

function* checkCase(claim: Claim, tree: unknown, standing: Standing): Steps<void, number> {
  const { open, path, depth } = standing;
  const { kind, ...fields } = fieldsOf(tree, path);
  if (claim.seen.has(tree) || depth > DEEPEST) throw rejection(path, "expected a tree in which every case ends.");
  claim.seen.add(tree);
  expectWord(kind, ["prices", "branch", "column"], `${path}/kind`);
  if (kind === "prices") {
    checkPrices(claim, fields["prices"], standing);
    yield open.length;
    return;
  }
  const { first, second } =
    kind === "branch" ? byRows(claim, fields["rows"], standing) : byColumn(claim, fields["column"], standing);
  const [firstName, secondName] = kind === "branch" ? ["together", "apart"] : ["chosen", "others"];
  const inside = (name: string, part: Part): Steps<void, number> =>
    checkCase(claim, fields[name], { ...standing, ...part, path: `${path}/${name}`, depth: depth + 1 });
  yield* inside(firstName, first);
  yield* inside(secondName, second);
}

/** What a decision changes. */
type Part = Pick<Standing, "open"> & Partial<Pick<Standing, "asked" | "chosen">>;

/** Two cases that are all choices of one. */
interface Parts {
  readonly first: Part;
  readonly second: Part;
}

/** A column holds both rows; or none does. */
function byRows(claim: Claim, rows: unknown, { open, asked, path }: Standing): Parts {
  const [first, second, ...others] = Array.isArray(rows) ? Array.from<unknown>(rows) : [];
  if (!isRow(claim, first) || !isRow(claim, second) || first === second || others.length > 0) {
    throw rejection(`${path}/rows`, "expected two rows.");
  }
  const heldBy = (column: number): number => Number(holds(claim, column, first)) + Number(holds(claim, column, second));
  return {
    first: { open: open.filter((column) => heldBy(column) !== 1), asked: withRows(asked, [first, second]) },
    second: { open: open.filter((column) => heldBy(column) !== 2) },
  };
}

/** The column is chosen, and none that shares a row with it or counts more than is left; or it is not. */
function byColumn(claim: Claim, column: unknown, { open, asked, chosen, path }: Standing): Parts {
  const { columnStart, rowAt, weightAt, rows } = claim.problem;
  if (!isWhole(column) || column < 0 || column >= weightAt.length) {
    throw rejection(`${path}/column`, "expected a column of the problem.");
  }
  // counted once, however often it is decided on
  const all = chosen.includes(column) ? chosen : [...chosen, column];
  const held = withRows(new Uint8Array(rows), rowAt.subarray(columnStart[column], columnStart[column + 1]));
  const left = all.reduce((rest, each) => rest - countOf(claim, each), claim.range.most);
  const isFree = (other: number): boolean => {
    for (let at = columnStart[other]!; at < columnStart[other + 1]!; at += 1) if (held[rowAt[at]!] === 1) return false;
    return countOf(claim, other) <= left;
  };
  return {
    first: {
      open: open.filter((other) => all.includes(other) || isFree(other)),
      asked: withRows(asked, rowAt.subarray(columnStart[column], columnStart[column + 1])),
      chosen: all,
    },
    second: { open: open.filter((other) => other !== column) },
  };
}

function withRows(marks: Uint8Array, rows: ArrayLike<number>): Uint8Array {
  const marked = marks.slice();
  for (let at = 0; at < rows.length; at += 1) marked[rows[at]!] = 1;
  return marked;
}

function checkPrices(claim: Claim, given: unknown, { open, asked, path: casePath }: Standing): void {
  const path = `${casePath}/prices`;
  const prices = pricesOf(claim, given, asked, path);
  if (worthOf(claim, prices) >= claim.scale * (claim.atMost + 1)) {
    throw rejection(path, "expected prices that add up to no more than the bound.");
  }
  for (const column of open) {
    if (slackOf(claim, prices, column) >= 0) continue;
    throw rejection(path, `expected prices of at least the worth of column ${column}.`);
  }
}

interface Prices {
  readonly rowPrice: Float64Array;
  readonly countPrice: number;
  readonly cutPrice: Float64Array;
  readonly path: string;
}

function pricesOf({ problem, held, range }: Claim, given: unknown, asked: Uint8Array, path: string): Prices {
  const { rowPrice: ofRows, countPrice, cutPrice: ofCuts } = fieldsOf(given, path);
  const rowPrice = wholesOf(ofRows, "Float64Array", `${path}/rowPrice`, problem.rows);
  const cutPrice = wholesOf(ofCuts, "Float64Array", `${path}/cutPrice`, held.length);
  for (let row = 0; row < rowPrice.length; row += 1) {
    if (rowPrice[row]! < 0 && asked[row] === 0) throw rejection(`${path}/rowPrice/${row}`, "expected at least 0.");
  }
  for (let cut = 0; cut < cutPrice.length; cut += 1) {
    if (cutPrice[cut]! < 0) throw rejection(`${path}/cutPrice/${cut}`, "expected at least 0.");
  }
  if (!isWhole(countPrice)) throw rejection(`${path}/countPrice`, "expected a whole number.");
  if (problem.countAt === undefined && countPrice !== 0) {
    throw rejection(`${path}/countPrice`, "expected 0 where nothing counts.");
  }
  if (countPrice > 0 && range.most === Infinity) {
    throw rejection(`${path}/countPrice`, "expected at most 0 without a limit.");
  }
  return { rowPrice, countPrice, cutPrice, path };
}

/** What a choice can be worth at most by the prices, in units of 1 / scale. */
function worthOf({ range }: Claim, { rowPrice, countPrice, cutPrice, path }: Prices): number {
  let sum = countPrice === 0 ? 0 : countPrice * (countPrice > 0 ? range.most : range.least);
  let size = Math.abs(sum);
  for (const prices of [rowPrice, cutPrice]) {
    for (let at = 0; at < prices.length; at += 1) {
      sum += prices[at]!;
      size += Math.abs(prices[at]!);
    }
  }
  expectExact(size, path);
  return sum;
}

function slackOf(claim: Claim, { rowPrice, countPrice, cutPrice, path }: Prices, column: number): number {
  const { problem, cutsOf, held, weightAt, scale } = claim;
  const { columnStart, rowAt, countAt } = problem;
  const [from, end] = [columnStart[column]!, columnStart[column + 1]!];
  const counted = countPrice * (countAt?.[column] ?? 0);
  const worth = scale * weightAt[column]!;
  let slack = counted - worth;
  let size = Math.abs(counted) + worth;
  for (let at = from; at < end; at += 1) {
    const price = rowPrice[rowAt[at]!]!;
    slack += price;
    size += Math.abs(price);
    // a cut is met by two of its rows or by three
    for (const cut of cutsOf[rowAt[at]!]!) {
      held[cut]! += 1;
      if (held[cut] !== 2) continue;
      slack += cutPrice[cut]!;
      size += cutPrice[cut]!;
    }
  }
  for (let at = from; at < end; at += 1) for (const cut of cutsOf[rowAt[at]!]!) held[cut] = 0;
  expectExact(size, path);
  return slack;
}

function countOf({ problem: { countAt } }: Claim, column: number): number {
  return countAt?.[column] ?? 0;
}

function holds({ problem: { columnStart, rowAt } }: Claim, column: number, row: number): boolean {
  for (let at = columnStart[column]!; at < columnStart[column + 1]!; at += 1) if (rowAt[at] === row) return true;
  return false;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isRow({ problem: { rows } }: Claim, row: unknown): row is number {
  return isWhole(row) && row >= 0 && row < rows;
}

/** Refuses a sum that doubles may have rounded: the sum of the sizes of its terms leaves the whole numbers that they hold. */
function expectExact(size: number, path: string): void {
  if (Number.isSafeInteger(size)) return;
  throw rejection(path, "expected numbers small enough for exact sums.");
}

/** A copy of a typed array of whole numbers that doubles hold. */
function wholesOf(value: unknown, kind: "Int32Array" | "Float64Array", path: string, length?: number): Float64Array {
  if (!isTyped(value, kind)) throw rejection(path, `expected an ${kind}.`);
  if (length !== undefined && value.length !== length) {
    throw rejection(path, `expected ${length} entries, got ${value.length}.`);
  }
  const copy = new Float64Array(value.length);
  for (let at = 0; at < copy.length; at += 1) {
    const entry: unknown = value[at];
    if (!isWhole(entry)) throw rejection(`${path}/${at}`, "expected a whole number.");
    copy[at] = entry;
  }
  return copy;
}

function isTyped(value: unknown, kind: "Int32Array" | "Float64Array"): value is Int32Array | Float64Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === `[object ${kind}]`;
}
