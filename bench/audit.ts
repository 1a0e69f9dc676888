/*
 * What an audit promises, counted: npm run bench:audit [relabellings]
 *
 * 1. False alarms: one result, labels of three groups dealt out anew each time. No more than 5 % may be told as a difference.
 * 2. Planted gaps: two groups of whom 20 points fewer are placed. Found, beside the exact power of the test.
 * 3. Four fifths: how often the share of the smaller of two groups with equal true rates falls below 0.8 of the other's, and
 *    how often any of the two does. Exact, by the binomial distribution.
 *
 * Seeded: the same figures on every machine.
 */
import { audit } from "tersine/evaluate";
import { binomial } from "../src/evaluate/statistics/exact.ts";
import { exactPower } from "../src/evaluate/statistics/power.ts";
import { drawer } from "../test/support/enumerate-fast.ts";
import { madeResult } from "../test/support/made-results.ts";

const runs = Number(process.argv[2] ?? 1000);
const draw = drawer(1747);

function dealt(labels: readonly string[]): readonly string[] {
  const cards = [...labels];
  for (let place = cards.length - 1; place > 0; place -= 1) {
    const other = draw(place + 1);
    [cards[place], cards[other]] = [cards[other] ?? "", cards[place] ?? ""];
  }
  return cards;
}

function falseAlarms(): number {
  const result = madeResult(60, 40, (place) => (place < 20 ? 1 : 0));
  const ids = [...result.pairs.map(({ menteeId }) => menteeId), ...result.unmatched.map(({ id }) => id)];
  const labels = [40, 35, 25].flatMap((size, at) => Array<string>(size).fill("ABC"[at] ?? ""));
  let alarms = 0;
  for (let run = 0; run < runs; run += 1) {
    const cards = dealt(labels);
    const groups = Object.fromEntries(ids.map((id, at) => [id, cards[at] ?? null]));
    if (audit(result, groups).verdict === "difference") alarms += 1;
  }
  return alarms / runs;
}

/** The share of programmes in which a gap of 20 points, 60 % against 80 %, is told. */
function found(first: number, second: number, times: number): number {
  const placedOf = (size: number, percent: number): number =>
    Array.from({ length: size }, () => draw(100)).filter((drawn) => drawn < percent).length;
  let seen = 0;
  for (let run = 0; run < times; run += 1) {
    const [k, l] = [placedOf(first, 60), placedOf(second, 80)];
    const result = madeResult(k + l, first + second - k - l);
    const ids = [...result.pairs.map(({ menteeId }) => menteeId), ...result.unmatched.map(({ id }) => id)];
    const isFirst = (at: number): boolean => at < k || (at >= k + l && at < l + first);
    const groups = Object.fromEntries(ids.map((id, at) => [id, isFirst(at) ? "A" : "B"]));
    if (audit(result, groups).verdict === "difference") seen += 1;
  }
  return seen / times;
}

/** The chance that the first of two shares is below four fifths of the second, both with the true rate `p`. */
function belowFourFifths(first: number, second: number, p: number): number {
  const [one, two] = [binomial(first, p).chances, binomial(second, p).chances];
  return one.reduce(
    (sum, chance, k) =>
      sum +
      two.reduce((inner, other, l) => {
        return inner + (k / first < (0.8 * l) / second ? chance * other : 0);
      }, 0),
    0,
  );
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
console.log(`false alarms in ${runs} relabellings: ${percent(falseAlarms())}`);
for (const [first, second] of [
  [50, 200],
  [100, 400],
] as const) {
  const power = percent(exactPower(first, second, 0.05)(0.6, 0.8));
  console.log(
    `gap of 20 points, ${first} v ${second}: found ${percent(found(first, second, runs))}, exact power ${power}`,
  );
}
for (const [first, second, p] of [
  [10, 40, 0.8],
  [20, 80, 0.6],
  [50, 200, 0.6],
] as const) {
  const smaller = belowFourFifths(first, second, p);
  const any = smaller + belowFourFifths(second, first, p);
  console.log(
    `ratio below 0.8, ${first} v ${second} at ${percent(p)}: ${percent(smaller)}, either way ${percent(any)}`,
  );
}
