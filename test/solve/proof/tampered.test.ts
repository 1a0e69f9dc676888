import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TersineError } from "../../../src/base/error.ts";
import {
  blockingPairs,
  preferencesFromWeights,
  solveAssignment,
  solveFair,
  solveStable,
  solveWithQuotas,
  verifyOptimality,
} from "../../../src/solve/index.ts";
import type { AssignmentProblem, SparseProblem } from "../../../src/solve/problem.ts";
import type { QuotaProblem } from "../../../src/solve/quota/problem.ts";
import type { StableProblem } from "../../../src/solve/stable/problem.ts";
import { allChoices, type Listed } from "../../support/all-choices.ts";
import { problems, sparse } from "../../support/problems.ts";
import { runs, shareOf } from "../../support/runs.ts";

/*
 * Answers are tampered with at random: whoever checks a proof may have got it from anywhere. A check may refuse what is
 * right, but it accepts only what really is best, told by listing all choices; and it never fails in another way.
 */

type Fields = Record<string, unknown>;
type Numbers = Int32Array | Float64Array;

/** Where a value stands: an object and the key there. */
type Slot = readonly [owner: Fields, key: string];

const isNumbers = (value: unknown): value is Numbers => value instanceof Int32Array || value instanceof Float64Array;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !ArrayBuffer.isView(value);

/** Every slot of an answer, those of its fields included; an answer may be a circle by now. */
function slotsOf(answer: Fields, seen = new Set<Fields>()): readonly Slot[] {
  if (seen.has(answer)) return [];
  seen.add(answer);
  return Object.keys(answer).flatMap((key): readonly Slot[] => {
    const value = answer[key];
    return [[answer, key], ...(isFields(value) ? slotsOf(value, seen) : [])];
  });
}

const HUGE = [2 ** 31 - 1, 2 ** 51, 2 ** 52 + 1, 2 ** 53 - 1, 2 ** 53 - 1001, 2 ** 53, 2 ** 60, Number.MAX_VALUE];
const NUMBERS = [0, -0, 1, -1, 0.5, NaN, Infinity, -Infinity, ...HUGE, ...HUGE.map((size) => -size)];
const JUNK: readonly unknown[] = [
  undefined,
  null,
  "",
  "optimal",
  true,
  1n,
  {},
  [],
  [[]],
  new Float64Array(1),
  Symbol("x"),
];
const WORDS = [
  "optimal",
  "feasible",
  "infeasible",
  "prices",
  "levels",
  "noBlockingPair",
  "bound",
  "row",
  "column",
  "rows",
];

type Draw = (below: number) => number;
type Tamper = (answer: Fields, draw: Draw) => void;

function pick<Item>(items: readonly Item[], draw: Draw): Item {
  const item = items[draw(items.length)];
  if (item === undefined && items.length === 0) throw new Error("nothing to pick from");
  return item as Item;
}

/** Applies a change to one of the arrays, if there is any that is not empty. */
const inArray =
  (change: (numbers: Numbers, at: number, draw: Draw) => void): Tamper =>
  (answer, draw) => {
    const arrays = slotsOf(answer).flatMap(([owner, key]) => {
      const value = owner[key];
      return isNumbers(value) && value.length > 0 ? [value] : [];
    });
    if (arrays.length === 0) return;
    const numbers = pick(arrays, draw);
    change(numbers, draw(numbers.length), draw);
  };

const tampers: Readonly<Record<string, Tamper>> = {
  bit: inArray((numbers, at, draw) => {
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset + at * numbers.BYTES_PER_ELEMENT);
    bytes[draw(numbers.BYTES_PER_ELEMENT)]! ^= 1 << draw(8);
  }),
  number: inArray((numbers, at, draw) => (numbers[at] = pick(NUMBERS, draw))),
  step: inArray((numbers, at, draw) => (numbers[at]! += draw(2) === 0 ? 1 : -1)),
  reverse: inArray((numbers) => numbers.reverse()),
  length: (answer, draw) => {
    const slots = slotsOf(answer);
    if (slots.length === 0) return;
    const [owner, key] = pick(slots, draw);
    const value = owner[key];
    if (value instanceof Float64Array) owner[key] = Float64Array.from([...value, 0]).subarray(draw(2) * 2);
    if (value instanceof Int32Array) owner[key] = Int32Array.from([...value, 0]).subarray(draw(2) * 2);
  },
  kind: (answer, draw) => {
    const slots = slotsOf(answer);
    if (slots.length === 0) return;
    const [owner, key] = pick(slots, draw);
    const value = owner[key];
    if (isNumbers(value)) owner[key] = value instanceof Int32Array ? Float64Array.from(value) : [...value];
  },
  swap: (answer, draw) => {
    const slots = slotsOf(answer).filter(([owner, key]) => isNumbers(owner[key]));
    if (slots.length === 0) return;
    const [first, second] = [pick(slots, draw), pick(slots, draw)];
    [first[0][first[1]], second[0][second[1]]] = [second[0][second[1]], first[0][first[1]]];
  },
  scalar: (answer, draw) => {
    const slots = slotsOf(answer).filter(([owner, key]) => typeof owner[key] === "number");
    if (slots.length === 0) return;
    const [owner, key] = pick(slots, draw);
    owner[key] = draw(2) === 0 ? pick(NUMBERS, draw) : Number(owner[key]) + draw(3) - 1;
  },
  word: (answer, draw) => {
    const slots = slotsOf(answer).filter(([owner, key]) => typeof owner[key] === "string");
    if (slots.length === 0) return;
    const [owner, key] = pick(slots, draw);
    owner[key] = pick(WORDS, draw);
  },
  junk: (answer, draw) => {
    const slots = slotsOf(answer);
    if (slots.length === 0) return;
    const [owner, key] = pick(slots, draw);
    owner[key] = pick(JUNK, draw);
  },
  missing: (answer, draw) => {
    const slots = slotsOf(answer);
    if (slots.length === 0) return;
    const [owner, key] = pick(slots, draw);
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the check has to live with any absent field
    delete owner[key];
  },
  circle: (answer, draw) => {
    const slots = slotsOf(answer);
    if (slots.length === 0) return;
    const [owner, key] = pick(slots, draw);
    if (isFields(owner[key])) owner[key] = owner;
  },
  shift: (answer, draw) => {
    const size = pick(HUGE, draw) - draw(2000);
    const sign = draw(2) === 0 ? 1 : -1;
    for (const [owner, key] of slotsOf(answer)) {
      const value = owner[key];
      if (key === "rowPrice" && isNumbers(value)) value.forEach((price, at) => (value[at] = price + sign * size));
      if (key === "columnPrice" && isNumbers(value)) value.forEach((price, at) => (value[at] = price - sign * size));
    }
  },
};

/** Another choice of the same problem in place of the one that is proved, with everything that follows from it. */
function exchange(problem: AssignmentProblem, answer: Fields, { pairs, total }: Listed): void {
  const ends = pairs.map((pair) => pair.split("-").map(Number));
  const rowOf = Int32Array.from(ends, ([row = 0]) => row);
  const columnOf = Int32Array.from(ends, ([, column = 0]) => column);
  Object.assign(answer, { rowOf, columnOf, total });
  Object.assign(answer, { placedRows: new Set(rowOf).size, placedColumns: new Set(columnOf).size });
  if ("quotas" in problem) answer["countOf"] = countsOf(problem as QuotaProblem, pairs);
}

function edgeNames({ rows, rowStart, columnAt }: SparseProblem): readonly string[] {
  const names: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) names.push(`${row}-${columnAt[edge]!}`);
  }
  return names;
}

function countsOf(problem: QuotaProblem, pairs: readonly string[]): Int32Array {
  const names = edgeNames(problem);
  return Int32Array.from(problem.quotas, ({ edges }) => edges.filter((edge) => pairs.includes(names[edge]!)).length);
}

function namesOf({ rowOf, columnOf }: Fields): string {
  return Array.from(rowOf as Int32Array, (row, pair) => `${row}-${(columnOf as Int32Array)[pair]!}`).join(" ");
}

/** Throws unless the check accepted or rejected the proof; says whether it accepted. */
function isAccepted(problem: AssignmentProblem | QuotaProblem | StableProblem, answer: Fields): boolean {
  try {
    // the check is there for values of any type
    verifyOptimality(problem as QuotaProblem, answer as never);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(TersineError);
    expect(error).toMatchObject({ code: "PROOF_REJECTED" });
    return false;
  }
}

const small = problems({ largest: 4, minima: true, mostCapacity: 2 }).filter(({ columnAt }) => columnAt.length <= 9);
const changes = fc.array(fc.constantFrom(...Object.keys(tampers)), { minLength: 0, maxLength: 3 });
const numbers = fc.infiniteStream(fc.nat());

function drawFrom(stream: Stream): Draw {
  return (below) => (below === 0 ? 0 : (stream.next().value as number) % below);
}
type Stream = Iterator<number>;

/** Tampers with the answers to random problems, and holds what is accepted against the truth. */
function tamperWith(
  solve: (problem: SparseProblem) => Fields | undefined,
  problemOf: (problem: SparseProblem) => AssignmentProblem | QuotaProblem | StableProblem,
  expectBest: (problem: SparseProblem, answer: Fields, choices: readonly Listed[]) => void,
  numRuns: number,
): void {
  const met = { accepted: 0, rejected: 0 };
  fc.assert(
    fc.property(small, changes, fc.boolean(), numbers, (problem, names, isExchanged, stream) => {
      const answer = solve(problem);
      fc.pre(answer !== undefined);
      const draw = drawFrom(stream);
      const choices = allChoices(problem);
      if (isExchanged && answer["status"] !== "infeasible" && choices.length > 0) {
        exchange(problemOf(problem) as AssignmentProblem, answer, pick(choices, draw));
      }
      for (const name of names) tampers[name]!(answer, draw);
      if (!isAccepted(problemOf(problem), answer)) {
        met.rejected += 1;
        return;
      }
      met.accepted += 1;
      expectBest(problem, answer, choices);
    }),
    runs(numRuns),
  );
  expect(met.accepted).toBeGreaterThan(shareOf(numRuns / 50));
  expect(met.rejected).toBeGreaterThan(shareOf(numRuns / 3));
}

const chosen = (answer: Fields, choices: readonly Listed[]): Listed => {
  const found = choices.find(({ pairs }) => pairs.join(" ") === namesOf(answer));
  if (found === undefined) throw new Error("the pairs are no choice");
  return found;
};

const placedIn = ({ pairs }: Listed): number =>
  new Set(pairs.flatMap((pair) => [`row ${pair.split("-")[0]!}`, `column ${pair.split("-")[1]!}`])).size;

/** The same graph without minimum loads, which a stable choice cannot promise. */
const undemanding = (problem: SparseProblem): SparseProblem => ({
  ...problem,
  unmatched: "free",
  rowMinimum: new Int32Array(problem.rows),
  columnMinimum: new Int32Array(problem.columns),
});

describe("tampered proofs", () => {
  it("D4, D7: prices and witnesses are accepted only for the best choice, or where there is none", () => {
    tamperWith(
      (problem) => ({ ...solveAssignment(problem) }),
      (problem) => problem,
      (_, answer, choices) => {
        if (answer["status"] === "infeasible") {
          expect(choices).toEqual([]);
          return;
        }
        const { placed, total } = chosen(answer, choices);
        expect([placed, total]).toEqual([choices[0]!.placed, choices[0]!.total]);
      },
      2_000,
    );
  });

  it("D4, D7: levels are accepted only for a fair choice", () => {
    const weightsIn = (problem: SparseProblem, { pairs }: Listed): readonly number[] => {
      const names = edgeNames(problem);
      return pairs.map((pair) => problem.weightAt[names.indexOf(pair)]!).sort((a, b) => a - b);
    };
    const meritOf = (problem: SparseProblem, choice: Listed): readonly number[] => [
      placedIn(choice),
      choice.pairs.length,
      ...weightsIn(problem, choice),
    ];
    tamperWith(
      (problem) => (problem.unmatched === "free" ? undefined : { ...solveFair(problem) }),
      (problem) => problem,
      (problem, answer, choices) => {
        if (answer["status"] === "infeasible") {
          expect(choices).toEqual([]);
          return;
        }
        const merits = choices.map((choice) => meritOf(problem, choice));
        const isWorse = (a: readonly number[], b: readonly number[]): boolean => {
          const at = a.findIndex((value, index) => value !== b[index]);
          return at >= 0 && a[at]! < b[at]!;
        };
        const mine = meritOf(problem, chosen(answer, choices));
        expect(merits.filter((merit) => isWorse(mine, merit))).toEqual([]);
      },
      1_000,
    );
  });

  it("D4, D7: cutoffs are accepted only for a stable choice", () => {
    const stableOf = (problem: SparseProblem): StableProblem => {
      return preferencesFromWeights(undemanding(problem));
    };
    tamperWith(
      (problem) => ({ ...solveStable(stableOf(problem)) }),
      stableOf,
      (problem, answer) => {
        chosen(answer, allChoices(undemanding(problem)));
        const { rowOf, columnOf } = answer as { readonly rowOf: Int32Array; readonly columnOf: Int32Array };
        expect(blockingPairs(stableOf(problem), { rowOf, columnOf }).rowOf.length).toBe(0);
      },
      1_000,
    );
  });

  it("D4, D7: bounds under quotas are accepted only where they hold", () => {
    const quotaOf = (problem: SparseProblem): QuotaProblem => {
      const edges = [...problem.columnAt.keys()];
      const even = Int32Array.from(edges.filter((edge) => edge % 2 === 0));
      const third = Int32Array.from(edges.filter((edge) => edge % 3 === 0));
      return {
        ...problem,
        quotas: [
          { edges: even, minimum: 1, maximum: 2 },
          { edges: third, maximum: 1 },
        ],
      };
    };
    tamperWith(
      (problem) => ({ ...solveWithQuotas(quotaOf(problem)) }),
      quotaOf,
      (problem, answer, choices) => {
        const quotas = quotaOf(problem);
        const possible = choices.filter(({ pairs }) => {
          const [even = 0, third = 0] = countsOf(quotas, pairs);
          return even >= 1 && even <= 2 && third <= 1;
        });
        if (answer["status"] === "infeasible") {
          expect(possible).toEqual([]);
          return;
        }
        const mine = chosen(answer, possible);
        const rivals = possible.filter(({ placed }) => placed >= mine.placed);
        const proof = answer["proof"] as { readonly total: number; readonly placed?: { readonly nodes: number } };
        expect(Math.max(...rivals.map(({ total }) => total))).toBeLessThanOrEqual(proof.total);
        if (problem.unmatched !== "free") {
          expect(Math.max(...possible.map(placedIn))).toBeLessThanOrEqual(proof.placed!.nodes);
        }
        if (answer["status"] === "optimal")
          expect([mine.placed, mine.total]).toEqual([possible[0]!.placed, possible[0]!.total]);
      },
      1_000,
    );
  });

  it("D4: prices near 2^53, whose sums round, prove nothing under quotas", () => {
    // the best total is 30; each price alone is a whole number that a double holds
    const weights = [9, 4, 3, 1, 5, 8, 2, 2, 1, 3, 7, 4, 2, 1, 5, 6];
    const best = solveWithQuotas({ ...sparse(4, 4, weights, "never"), quotas: [] });
    if (best.status === "infeasible") throw new Error("expected a choice");
    const { rowPrice, columnPrice } = best.proof.tree.root;
    let forged = 0;
    for (let size = 2 ** 53 - 6000; size < 2 ** 53 - 1000; size += 7) {
      const root = {
        ...best.proof.tree.root,
        rowPrice: rowPrice.map((price) => price + size),
        columnPrice: columnPrice.map((price) => price - size),
      };
      const worse = { ...best, columnOf: Int32Array.of(0, 1, 3, 2), total: 26 };
      const proof = { ...best.proof, total: 26, tree: { scale: best.proof.tree.scale, root } };
      if (isAccepted({ ...sparse(4, 4, weights, "never"), quotas: [] }, { ...worse, proof })) forged += 1;
    }
    expect(best.total).toBe(30);
    expect(forged).toBe(0);
  });

  it("D4: junk in place of an answer is a rejected proof", () => {
    const problem = fc.sample(small, { ...runs(1), seed: 1 })[0]!;
    for (const junk of [
      ...JUNK,
      1,
      "x",
      { status: "optimal" },
      { status: "infeasible" },
      { status: "optimal", proof: {} },
    ]) {
      expect(isAccepted(problem, junk as Fields)).toBe(false);
      expect(isAccepted({ ...problem, quotas: [] }, junk as Fields)).toBe(false);
      expect(isAccepted(preferencesFromWeights(undemanding(problem)), junk as Fields)).toBe(false);
    }
  });
});
