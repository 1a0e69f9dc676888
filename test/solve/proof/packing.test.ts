import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Packing, type PackingProblem, solvePacking, verifyPacking } from "../../../src/solve/index.ts";
import { TersineError } from "../../../src/index.ts";
import { anyPackings, packingOf } from "../../support/packings.ts";
import { runs, shareOf } from "../../support/runs.ts";
import { thrownBy } from "../../support/thrown-by.ts";

/** A value as it came from anywhere. */
const forged = (value: unknown): Packing => value as Packing;

const codeOf = (problem: PackingProblem, value: unknown): string =>
  thrownBy(() => {
    verifyPacking(problem, forged(value));
  }).code;

/** Whether a packing is accepted; every refusal is a rejected proof. */
function isAccepted(problem: PackingProblem, value: unknown): boolean {
  try {
    verifyPacking(problem, forged(value));
    return true;
  } catch (error) {
    if (error instanceof TersineError && error.code === "PROOF_REJECTED") return false;
    throw error;
  }
}

/** Throws unless what an accepted packing says is true, by trying all choices in exact numbers. */
function expectTrue(problem: PackingProblem, { status, chosen, total, counted, proof }: Packing): void {
  const { columnStart, rowAt, weightAt, countAt, mostCounted } = problem;
  const columns = Array.from(weightAt, (weight, column) => ({
    weight: BigInt(weight),
    count: BigInt(countAt?.[column] ?? 0),
    rows: rowAt.subarray(columnStart[column], columnStart[column + 1]),
  }));
  const limit = mostCounted === undefined ? undefined : BigInt(mostCounted);
  let mostCount = 0n;
  let mostWorth = 0n;
  const walk = (at: number, taken: ReadonlySet<number>, count: bigint, worth: bigint): void => {
    const column = columns[at];
    if (column === undefined) {
      if (limit !== undefined && count > limit) return;
      if (count > mostCount) mostCount = count;
      if (count >= BigInt(counted) && worth > mostWorth) mostWorth = worth;
      return;
    }
    walk(at + 1, taken, count, worth);
    if (column.rows.some((row) => taken.has(row))) return;
    walk(at + 1, new Set([...taken, ...column.rows]), count + column.count, worth + column.weight);
  };
  walk(0, new Set(), 0n, 0n);
  const own = Array.from(chosen, (column) => columns[column]!);
  const held = own.flatMap(({ rows }) => [...rows]);
  expect(new Set(held).size).toBe(held.length);
  expect(own.reduce((sum, { weight }) => sum + weight, 0n)).toBe(BigInt(total));
  expect(own.reduce((sum, { count }) => sum + count, 0n)).toBe(BigInt(counted));
  expect(mostWorth <= BigInt(proof.total.atMost)).toBe(true);
  expect(countAt === undefined || (proof.counted !== undefined && mostCount <= BigInt(proof.counted.atMost))).toBe(
    true,
  );
  if (status !== "optimal") return;
  expect({ mostCount, mostWorth }).toEqual({ mostCount: BigInt(counted), mostWorth: BigInt(total) });
}

/** A choice of nothing with prices that anybody can find: the first row of each column pays for it. */
function plainProof(problem: PackingProblem): Packing {
  const { rows, columnStart, rowAt, weightAt, countAt } = problem;
  const bound = (worth: ArrayLike<number>) => {
    const rowPrice = new Float64Array(rows);
    for (let column = 0; column < worth.length; column += 1) {
      const row = rowAt[columnStart[column]!]!;
      rowPrice[row] = Math.max(rowPrice[row]!, worth[column]!);
    }
    const root = { rowPrice, countPrice: 0, cutPrice: new Float64Array(0) };
    const atMost = rowPrice.reduce((sum, price) => sum + price, 0);
    return { atMost, scale: 1, cuts: [], root, tree: { kind: "prices" as const, prices: root } };
  };
  const counted = countAt === undefined ? {} : { counted: bound(countAt) };
  const proof = { kind: "packing" as const, ...counted, total: bound(weightAt) };
  return { status: "feasible", chosen: new Int32Array(0), total: 0, counted: 0, proof, work: 0 };
}

/** What stands somewhere in place of what was there. */
const WRONG: readonly unknown[] = [
  ...[Number.NaN, -0, 0, 1, -1, 2, 3, 0.5, 2 ** 52, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 2 ** 60, Infinity, 1e300],
  ...[null, undefined, "banana", "prices", "branch", "column", "optimal", [], {}, 10n, true],
  ...[new Float64Array(0), new Float64Array(1), Float64Array.of(Number.NaN), Int32Array.of(0), Int32Array.of(0, 1)],
  ...[Array(1), [0, 1], [0, 1, 2], [0, 0, 1], [[0, 1]], [[0, 1, 2]], [[0, 1, 2, 3]], [[0, 1, 1]], [Array(3)]],
  ...[{ kind: "banana" }, { kind: null }, { kind: "column", column: 0 }, { kind: "branch", rows: [0, 1] }],
];

/** Whole numbers of a list, in turn. */
type Draw = (below: number) => number;

/** A copy with one thing in it changed. */
function tampered(value: unknown, draw: Draw): unknown {
  if (typeof value === "number" && draw(2) === 0) return [value + 1, value - 1, -value, 2 * value][draw(4)];
  if (typeof value !== "object" || value === null || draw(8) === 0) return WRONG[draw(WRONG.length)];
  if (value instanceof Float64Array || value instanceof Int32Array) return tamperedArray(value, draw);
  if (Array.isArray(value)) {
    const copy = Array.from<unknown>(value);
    const how = draw(4);
    if (how === 0) copy.push(WRONG[draw(WRONG.length)]);
    else if (how === 1) copy.length += 1;
    else if (copy.length > 0) copy[draw(copy.length)] = tampered(copy[draw(copy.length)], draw);
    return copy;
  }
  const keys = Object.keys(value);
  const key = keys[draw(keys.length)] ?? "kind";
  return { ...value, [key]: tampered(Reflect.get(value, key), draw) };
}

function tamperedArray(value: Float64Array | Int32Array, draw: Draw): unknown {
  const copy = value.slice();
  if (draw(6) === 0) return Array.from(copy);
  if (draw(6) === 0) return copy.subarray(0, draw(copy.length + 1));
  if (draw(8) === 0) return Array(copy.length);
  if (copy.length > 0) copy[draw(copy.length)] = Number(tampered(copy[draw(copy.length)], draw));
  return copy;
}

const draws = fc.array(fc.nat(9_999), { minLength: 30, maxLength: 30 }).map((numbers): Draw => {
  let at = 0;
  return (below) => (numbers[at++ % numbers.length] ?? 0) % below;
});

const LARGE = [2 ** 53 - 1, 2 ** 52 + 1, 2 ** 51, 2 ** 50 + 3, 1, 2, 3, 0];

describe("verifyPacking", () => {
  it("accepts nothing that is not true, whatever was done to an honest proof or one of large numbers", () => {
    let [accepted, refused] = [0, 0];
    const problems = fc.oneof(anyPackings(fc.nat(9)), anyPackings(fc.constantFrom(...LARGE)));
    fc.assert(
      fc.property(problems, fc.array(draws, { minLength: 8, maxLength: 8 }), (problem, each) => {
        const isLarge = problem.weightAt.some((weight) => weight > 9);
        const honest = isLarge ? plainProof(problem) : solvePacking(problem);
        for (const draw of each) {
          let value: unknown = honest;
          for (let times = draw(3); times >= 0; times -= 1) value = tampered(value, draw);
          if (isAccepted(problem, value)) {
            accepted += 1;
            expectTrue(problem, forged(value));
          } else refused += 1;
        }
      }),
      runs(600),
    );
    expect(accepted).toBeGreaterThan(shareOf(100));
    expect(refused).toBeGreaterThan(shareOf(1_000));
  });

  // two columns that fit together, worth 1 each: 2 is the best
  const two = packingOf(4, [
    { rows: [0, 1], weight: 1 },
    { rows: [2, 3], weight: 1 },
  ]);
  const claim = (cuts: unknown, cutPrice: unknown, rowPrice: unknown = new Float64Array(4)) => {
    const root = { rowPrice, countPrice: 0, cutPrice };
    const total = { atMost: 1, scale: 1, cuts, root, tree: { kind: "prices", prices: root } };
    return {
      status: "optimal",
      chosen: Int32Array.of(0),
      total: 1,
      counted: 0,
      proof: { kind: "packing", total },
      work: 0,
    };
  };

  it.each([
    ["of four rows", [[0, 1, 2, 3]], Float64Array.of(1)],
    ["of four rows, some twice", [[0, 1, 2, 3, 3]], Float64Array.of(1)],
    ["of two rows", [[0, 1]], Float64Array.of(1)],
    ["of rows that are not there", [[0, 1, 7]], Float64Array.of(1)],
    ["that is a hole", Array(1), Float64Array.of(1)],
    ["that is null", [null], Float64Array.of(1)],
    ["without a price", [[0, 1, 2]], Array(1)],
    ["with a price that is not a number", [[0, 1, 2]], Float64Array.of(Number.NaN)],
    [
      "with a list of holes as prices",
      [
        [0, 1, 2],
        [1, 2, 3],
      ],
      Array(2),
    ],
  ])("refuses a cut %s", (_, cuts, cutPrice) => {
    expect(codeOf(two, claim(cuts, cutPrice))).toBe("PROOF_REJECTED");
  });

  it("refuses prices whose sums doubles round", () => {
    const most = 2 ** 53 - 3;
    const large = packingOf(4, [
      { rows: [0], weight: most },
      { rows: [1], weight: 0, count: 1 },
      { rows: [2], weight: 1 },
      { rows: [3], weight: 1 },
    ]);
    const bound = (atMost: number, rowPrice: Float64Array, countPrice: number) => {
      const root = { rowPrice, countPrice, cutPrice: new Float64Array(0) };
      return { atMost, scale: 1, cuts: [], root, tree: { kind: "prices", prices: root } };
    };
    const total = bound(most, Float64Array.of(most, 3, 1, 1), -3);
    const proof = { kind: "packing", counted: bound(1, Float64Array.of(0, 1, 0, 0), 0), total };
    const value = { status: "optimal", chosen: Int32Array.of(0, 1), total: most, counted: 1, proof, work: 0 };
    expect(codeOf(large, value)).toBe("PROOF_REJECTED");
  });

  it("counts a column once that is chosen twice", () => {
    const problem = packingOf(
      2,
      [
        { rows: [0], weight: 1, count: 1 },
        { rows: [1], weight: 1, count: 1 },
      ],
      2,
    );
    // with the first one counted twice there would be no room for the second
    const prices = { rowPrice: Float64Array.of(1, 0), countPrice: 0, cutPrice: new Float64Array(0) };
    const root = { ...prices, rowPrice: Float64Array.of(1, 1) };
    const leaf = () => ({ kind: "prices", prices });
    const inner = { kind: "column", column: 0, chosen: leaf(), others: leaf() };
    const last = { kind: "column", column: 1, chosen: { kind: "prices", prices: root }, others: leaf() };
    const tree = { kind: "column", column: 0, chosen: inner, others: last };
    const bound = { atMost: 1, scale: 1, cuts: [], root, tree };
    const proof = { kind: "packing", counted: { ...bound }, total: bound };
    const value = { status: "optimal", chosen: Int32Array.of(0), total: 1, counted: 1, proof, work: 0 };
    expect(codeOf(problem, value)).toBe("PROOF_REJECTED");
  });

  it("refuses trees without an end", () => {
    const honest = solvePacking(two);
    const rows = [0, 2];
    const circle: Record<string, unknown> = { kind: "branch", rows };
    circle["together"] = circle;
    circle["apart"] = circle;
    let twice: object = honest.proof.total.tree;
    for (let depth = 0; depth < 60; depth += 1) twice = { kind: "branch", rows, together: twice, apart: twice };
    let deep: object = honest.proof.total.tree;
    for (let depth = 0; depth < 50_000; depth += 1) deep = { kind: "column", column: 0, chosen: deep, others: deep };
    for (const tree of [circle, twice, deep]) {
      const proof = { ...honest.proof, total: { ...honest.proof.total, tree } };
      expect(codeOf(two, { ...honest, proof })).toBe("PROOF_REJECTED");
    }
  });

  it.each([null, undefined, 7, "banana", [], {}, { status: "optimal" }])("refuses what is no answer: %j", (value) => {
    expect(codeOf(two, value)).toBe("PROOF_REJECTED");
  });
});
