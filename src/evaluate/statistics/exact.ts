import { asPublic } from "../../base/public.ts";
import { problem, throwIssues } from "../../base/error.ts";
import { isRecord, issue } from "../../base/given.ts";
import type { TersineIssue } from "../../index.ts";
import { checkList, countIssues, MOST_PEOPLE, shareIssues } from "./given.ts";

/** A two-by-two table of one stratum: `k` of `n` in a group, `total` of `people` in all. */
export interface Margins {
  readonly k: number;
  readonly n: number;
  readonly total: number;
  readonly people: number;
}

/** Chances of the whole numbers from `from` on. */
export interface Distribution {
  readonly from: number;
  readonly chances: readonly number[];
}

/** Chances that are equal but for rounding count as equal, as in R. */
const EQUAL = 1 + 1e-7;

/**
 * How many of a group of `n` are among `total` drawn from `people`: the hypergeometric distribution. By the ratios of
 * neighbours from the mode outward, so no chance is a difference of large logarithms.
 */
export function hypergeometric({ n, total, people }: Omit<Margins, "k">): Distribution {
  const from = Math.max(0, n + total - people);
  const to = Math.min(n, total);
  const mode = Math.min(to, Math.max(from, Math.floor(((n + 1) * (total + 1)) / (people + 2))));
  const rise = (x: number): number => ((n - x) * (total - x)) / ((x + 1) * (people - n - total + x + 1));
  return fromMode(from, to, mode, rise);
}

/** How many of `n` draws succeed, each with the chance `p`. */
export function binomial(n: number, p: number): Distribution {
  if (p <= 0 || p >= 1) return fromMode(0, n, p <= 0 ? 0 : n, () => 0);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  return fromMode(0, n, mode, (x) => ((n - x) * p) / ((x + 1) * (1 - p)));
}

function fromMode(from: number, to: number, mode: number, rise: (x: number) => number): Distribution {
  const chances = new Array<number>(to - from + 1).fill(0);
  chances[mode - from] = 1;
  for (let x = mode; x < to; x += 1) chances[x + 1 - from] = (chances[x - from] ?? 0) * rise(x);
  for (let x = mode - 1; x >= from; x -= 1) {
    const factor = rise(x);
    chances[x - from] = factor === 0 ? 0 : (chances[x + 1 - from] ?? 0) / factor;
  }
  // small ones first, so that they are not lost
  const whole = chances.toSorted((a, b) => a - b).reduce((sum, chance) => sum + chance, 0);
  return { from, chances: chances.map((chance) => chance / whole) };
}

/** The sum of two independent counts. */
function convolved(a: Distribution, b: Distribution): Distribution {
  const chances = new Array<number>(a.chances.length + b.chances.length - 1).fill(0);
  a.chances.forEach((one, i) => {
    b.chances.forEach((two, j) => {
      chances[i + j] = (chances[i + j] ?? 0) + one * two;
    });
  });
  return { from: a.from + b.from, chances };
}

/** What an exact test says. */
export interface ExactTest {
  /** Two-sided: the chance of a count that is no more likely than the one seen. */
  readonly p: number;
  /** The smallest p that these margins can give: a test that cannot speak is no test. */
  readonly smallest: number;
}

/**
 * The exact conditional test of several two-by-two tables: given the margins of each stratum, labels are exchangeable, so
 * the count of the group is a sum of hypergeometric ones, however the outcomes came about. With one stratum it is Fisher's.
 *
 * @throws TersineError LIST_EXPECTED, FIELD_TYPE; NUMBER_RANGE for counts that are no margins of a table, more than 1,000,000
 *   people in a stratum, or strata whose distribution takes more than 2,000,000,000 products
 */
export function exactTest(strata: readonly Margins[]): ExactTest {
  return asPublic("exactTest", () => {
    checkStrata(strata);
    return exactOf(strata);
  });
}

/** The same for tables that are known to be some. */
export function exactOf(strata: readonly Margins[]): ExactTest {
  const seen = strata.reduce((sum, { k }) => sum + k, 0);
  const { from, chances } = strata.map(hypergeometric).reduce(convolved, { from: 0, chances: [1] });
  const asLikely = (limit: number): number => {
    const found = chances.filter((chance) => chance <= limit * EQUAL);
    // all of them are one, and not what rounding makes of it
    return found.length === chances.length ? 1 : found.reduce((sum, chance) => sum + chance, 0);
  };
  const least = chances.reduce((low, chance) => Math.min(low, chance), 1);
  return { p: asLikely(chances[seen - from] ?? 0), smallest: asLikely(least) };
}

/** Most products that a sum of strata takes. */
const MOST_PRODUCTS = 2_000_000_000;

function checkStrata(strata: readonly Margins[]): void {
  checkList(strata, "/strata");
  throwIssues(strata.flatMap((each, place) => marginIssues(each, `/strata/${place}`)));
  let [width, products] = [1, 0];
  for (const { n, total } of strata) {
    products += width * (Math.min(n, total) + 1);
    width += Math.min(n, total);
  }
  if (products <= MOST_PRODUCTS) return;
  const message = `expected strata whose distribution takes at most ${MOST_PRODUCTS} products, got more.`;
  throw problem("NUMBER_RANGE", "/strata", message);
}

function marginIssues(margins: unknown, path: string): readonly TersineIssue[] {
  if (!isRecord(margins)) return [issue("FIELD_TYPE", path, "expected an object with k, n, total and people.")];
  const { k, n, total, people } = margins;
  const ofPeople = countIssues(people, `${path}/people`);
  const most = ofPeople.length === 0 ? Number(people) : MOST_PEOPLE;
  const sizes = [...countIssues(n, `${path}/n`, most), ...countIssues(total, `${path}/total`, most)];
  const least = Math.min(Number(n), Number(total));
  return [...ofPeople, ...sizes, ...countIssues(k, `${path}/k`, sizes.length === 0 ? least : most)];
}

/**
 * Fisher's exact test that two groups have the same share.
 *
 * @throws TersineError FIELD_TYPE; NUMBER_RANGE for counts that are none, or more than 1,000,000 people
 */
export function fisher(first: { k: number; n: number }, second: { k: number; n: number }): number {
  return asPublic("fisher", () => {
    throwIssues([...shareIssues(first, "/first"), ...shareIssues(second, "/second")]);
    return exactOf([{ ...first, total: first.k + second.k, people: first.n + second.n }]).p;
  });
}
