import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TersineError } from "../../../src/base/error.ts";
import { blockingPairs, type PairLists } from "../../../src/solve/stable/blocking-pairs.ts";
import { preferencesFromWeights } from "../../../src/solve/stable/preferences.ts";
import type { PreferenceLists, StableAssignment, StableProblem } from "../../../src/solve/stable/problem.ts";
import { solveStable, type StableOptions } from "../../../src/solve/stable/stable.ts";
import { verifyOptimality } from "../../../src/solve/proof/verify.ts";
import { runs, shareOf } from "../../support/runs.ts";

/** Preferences as plain lists: what the oracles below read. */
interface Lists {
  readonly rows: readonly (readonly number[])[];
  readonly columns: readonly (readonly number[])[];
  readonly rowCapacity: readonly number[];
  readonly columnCapacity: readonly number[];
}

type Pair = readonly [row: number, column: number];

function compressed(lists: readonly (readonly number[])[]): PreferenceLists {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, node) => (start[node + 1] = start[node]! + list.length));
  return { start, choiceAt: Int32Array.from(lists.flat()) };
}

function problemOf(lists: Lists): StableProblem {
  return {
    rows: lists.rows.length,
    columns: lists.columns.length,
    rowPreferences: compressed(lists.rows),
    columnPreferences: compressed(lists.columns),
    rowCapacity: Int32Array.from(lists.rowCapacity),
    columnCapacity: Int32Array.from(lists.columnCapacity),
  };
}

function solveVerified(problem: StableProblem, options?: StableOptions): StableAssignment {
  const assignment = solveStable(problem, options);
  verifyOptimality(problem, assignment);
  return assignment;
}

function pairsOf({ rowOf, columnOf }: PairLists): Pair[] {
  return Array.from(rowOf, (row, pair) => [row, columnOf[pair]!]);
}

function listsOf(pairs: readonly Pair[]): PairLists {
  return { rowOf: Int32Array.from(pairs, ([row]) => row), columnOf: Int32Array.from(pairs, ([, column]) => column) };
}

function acceptablePairs({ rows, columns }: Lists): Pair[] {
  return rows.flatMap((list, row) =>
    list
      .filter((column) => columns[column]!.includes(row))
      .sort((first, second) => first - second)
      .map((column): Pair => [row, column]),
  );
}

/** The definition, word for word: both would add the other, or swap it for a partner they like less. */
function blockingByDefinition(lists: Lists, pairs: readonly Pair[]): Pair[] {
  const wants = (list: readonly number[], capacity: number, partners: readonly number[], other: number): boolean => {
    const rank = (node: number): number => (list.includes(node) ? list.indexOf(node) : list.length);
    if (capacity === 0) return false;
    return partners.length < capacity || partners.some((partner) => rank(other) < rank(partner));
  };
  return acceptablePairs(lists).filter(([row, column]) => {
    const partnersOfRow = pairs.filter((pair) => pair[0] === row).map((pair) => pair[1]);
    const partnersOfColumn = pairs.filter((pair) => pair[1] === column).map((pair) => pair[0]);
    if (partnersOfRow.includes(column)) return false;
    return (
      wants(lists.rows[row]!, lists.rowCapacity[row]!, partnersOfRow, column) &&
      wants(lists.columns[column]!, lists.columnCapacity[column]!, partnersOfColumn, row)
    );
  });
}

function choicesWithinCapacity(lists: Lists): Pair[][] {
  const edges = acceptablePairs(lists);
  const choices: Pair[][] = [];
  const grow = (next: number, chosen: Pair[]): void => {
    if (next === edges.length) {
      choices.push(chosen);
      return;
    }
    const [row, column] = edges[next]!;
    grow(next + 1, chosen);
    const rowLoad = chosen.filter((pair) => pair[0] === row).length;
    const columnLoad = chosen.filter((pair) => pair[1] === column).length;
    if (rowLoad < lists.rowCapacity[row]! && columnLoad < lists.columnCapacity[column]!) {
      grow(next + 1, [...chosen, edges[next]!]);
    }
  };
  grow(0, []);
  return choices;
}

function stableChoices(lists: Lists): Pair[][] {
  return choicesWithinCapacity(lists).filter((pairs) => blockingByDefinition(lists, pairs).length === 0);
}

/** Positions of the partners in the node's list, best first. */
function ranks(list: readonly number[], partners: readonly number[]): number[] {
  return partners.map((partner) => list.indexOf(partner)).sort((first, second) => first - second);
}

function partnersOfRow(pairs: readonly Pair[], row: number): number[] {
  return pairs.filter((pair) => pair[0] === row).map((pair) => pair[1]);
}

function partnersOfColumn(pairs: readonly Pair[], column: number): number[] {
  return pairs.filter((pair) => pair[1] === column).map((pair) => pair[0]);
}

/** `first` has at least as many partners as `second`, and seat by seat none that is liked less. */
function expectAtLeastAsGood(first: readonly number[], second: readonly number[]): void {
  expect(first.length).toBeGreaterThanOrEqual(second.length);
  second.forEach((rank, seat) => {
    expect(first[seat]).toBeLessThanOrEqual(rank);
  });
}

function listsArbitrary(mostRows: number, mostColumns: number, mostCapacity: number): fc.Arbitrary<Lists> {
  return fc
    .tuple(fc.integer({ min: 0, max: mostRows }), fc.integer({ min: 0, max: mostColumns }))
    .chain(([rows, columns]) =>
      fc.record({
        rows: fc.array(sublist(columns), { minLength: rows, maxLength: rows }),
        columns: fc.array(sublist(rows), { minLength: columns, maxLength: columns }),
        rowCapacity: fc.array(fc.nat(mostCapacity), { minLength: rows, maxLength: rows }),
        columnCapacity: fc.array(fc.nat(mostCapacity), { minLength: columns, maxLength: columns }),
      }),
    );
}

function sublist(nodes: number): fc.Arbitrary<number[]> {
  const all = Array.from({ length: nodes }, (_, node) => node);
  // most lists long, so that the sides have much to disagree about
  return fc.oneof(
    { weight: 3, arbitrary: fc.shuffledSubarray(all, { minLength: Math.max(0, nodes - 1) }) },
    fc.shuffledSubarray(all),
  );
}

const small = listsArbitrary(4, 4, 2);
const oneToOne = listsArbitrary(4, 4, 1);
const large = listsArbitrary(12, 12, 4);

describe("solveStable", () => {
  it("G1, G2: has no blocking pair and only acceptable partners within the capacities", () => {
    fc.assert(
      fc.property(large, fc.constantFrom("rows" as const, "columns" as const), (lists, proposer) => {
        const assignment = solveVerified(problemOf(lists), { proposer });
        const pairs = pairsOf(assignment);
        const acceptable = acceptablePairs(lists).map(String);
        expect(blockingByDefinition(lists, pairs)).toEqual([]);
        for (const pair of pairs) expect(acceptable).toContain(String(pair));
        lists.rowCapacity.forEach((seats, row) => {
          expect(partnersOfRow(pairs, row).length).toBeLessThanOrEqual(seats);
        });
        lists.columnCapacity.forEach((seats, column) => {
          expect(partnersOfColumn(pairs, column).length).toBeLessThanOrEqual(seats);
        });
      }),
      runs(500),
    );
  });

  it("G3: gives the proposing side the best of all stable choices, and the other side the worst", () => {
    fc.assert(
      fc.property(fc.oneof(small, oneToOne), (lists) => {
        const all = stableChoices(lists);
        const best = pairsOf(solveVerified(problemOf(lists)));
        const worst = pairsOf(solveVerified(problemOf(lists), { proposer: "columns" }));
        expect(all.map(String)).toContain(String(best));
        for (const pairs of all) {
          lists.rows.forEach((list, row) => {
            const here = ranks(list, partnersOfRow(pairs, row));
            expectAtLeastAsGood(ranks(list, partnersOfRow(best, row)), here);
            expectAtLeastAsGood(here, ranks(list, partnersOfRow(worst, row)));
          });
          lists.columns.forEach((list, column) => {
            const here = ranks(list, partnersOfColumn(pairs, column));
            expectAtLeastAsGood(ranks(list, partnersOfColumn(worst, column)), here);
            expectAtLeastAsGood(here, ranks(list, partnersOfColumn(best, column)));
          });
        }
      }),
      runs(300),
    );
  });

  it("G4: gives everybody the same load as every stable choice, and nodes with a free seat the same partners", () => {
    fc.assert(
      fc.property(small, (lists) => {
        const mine = pairsOf(solveVerified(problemOf(lists)));
        for (const pairs of stableChoices(lists)) {
          lists.rowCapacity.forEach((seats, row) => {
            const [here, there] = [partnersOfRow(mine, row), partnersOfRow(pairs, row)];
            expect(here.length).toBe(there.length);
            if (here.length < seats) expect(here).toEqual(there);
          });
          lists.columnCapacity.forEach((_, column) => {
            expect(partnersOfColumn(mine, column).length).toBe(partnersOfColumn(pairs, column).length);
          });
        }
      }),
      runs(300),
    );
  });

  it("G5: does not depend on the order of the proposals", () => {
    fc.assert(
      fc.property(large, fc.infiniteStream(fc.nat(1_000)), (lists, schedule) => {
        expect(pairsOf(solveVerified(problemOf(lists)))).toEqual(acceptedInRandomOrder(lists, schedule));
      }),
      runs(300),
    );
  });

  it("G6: equals greedy by descending score when both sides rank by the same strict score", () => {
    const graph = fc.uniqueArray(fc.nat(500), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(graph, fc.uniqueArray(fc.nat(23)), (weights, absent) => {
        const matrix = Float64Array.from(weights, (weight, place) => (absent.includes(place) ? -Infinity : weight));
        const problem = { layout: "dense", rows: 4, columns: 6, weights: matrix, unmatched: "free" } as const;
        const lists = preferencesFromWeights(problem);
        const assignment = solveVerified(lists);
        const greedy: Pair[] = [];
        const order = weights.map((_, place) => place).sort((first, second) => weights[second]! - weights[first]!);
        for (const place of order) {
          const pair: Pair = [Math.floor(place / 6), place % 6];
          if (absent.includes(place)) continue;
          if (greedy.every(([row, column]) => row !== pair[0] && column !== pair[1])) greedy.push(pair);
        }
        expect(pairsOf(assignment)).toEqual(greedy.sort((first, second) => first[0] - second[0]));
        expect(assignment.total).toBe(greedy.reduce((sum, [row, column]) => sum + weights[row * 6 + column]!, 0));
        expect(pairsOf(solveVerified(lists, { proposer: "columns" }))).toEqual(pairsOf(assignment));
      }),
    );
  });

  it("G7: does not change for proposers who cut their lists behind their worst partner", () => {
    fc.assert(
      fc.property(large, (lists) => {
        const { proof, ...first } = solveVerified(problemOf(lists));
        const cut = { ...lists, rows: lists.rows.map((list, row) => list.slice(0, proof.rowCutoff[row]! + 1)) };
        expect(pairsOf(solveVerified(problemOf(cut)))).toEqual(pairsOf(first));
      }),
    );
  });

  it("G8: makes no proposer worse off when a column gets one more seat", () => {
    fc.assert(
      fc.property(large, fc.nat(11), (lists, which) => {
        fc.pre(which < lists.columns.length);
        const columnCapacity = lists.columnCapacity.map((seats, column) => seats + (column === which ? 1 : 0));
        const before = pairsOf(solveVerified(problemOf(lists)));
        const after = pairsOf(solveVerified(problemOf({ ...lists, columnCapacity })));
        lists.rows.forEach((list, row) => {
          expectAtLeastAsGood(ranks(list, partnersOfRow(after, row)), ranks(list, partnersOfRow(before, row)));
        });
      }),
    );
  });

  it("G9: makes at most one proposal for each acceptable pair", () => {
    fc.assert(
      fc.property(large, fc.constantFrom("rows" as const, "columns" as const), (lists, proposer) => {
        const { work } = solveVerified(problemOf(lists), { proposer });
        expect(work).toBeLessThanOrEqual(acceptablePairs(lists).length);
      }),
    );
  });
});

/** Deferred acceptance again, naively, with a schedule that picks who proposes next. */
function acceptedInRandomOrder(lists: Lists, schedule: fc.Stream<number>): Pair[] {
  const next = lists.rows.map(() => 0);
  let pairs: Pair[] = [];
  const load = (row: number): number => partnersOfRow(pairs, row).length;
  for (;;) {
    const able = lists.rows.flatMap((list, row) =>
      load(row) < lists.rowCapacity[row]! && next[row]! < list.length ? [row] : [],
    );
    if (able.length === 0) break;
    const pick = schedule.next();
    if (pick.done === true) throw new Error("the schedule ended");
    const row = able[pick.value % able.length]!;
    const column = lists.rows[row]![next[row]!++]!;
    const list = lists.columns[column]!;
    if (!list.includes(row)) continue;
    const holders = [...partnersOfColumn(pairs, column), row].sort((a, b) => list.indexOf(a) - list.indexOf(b));
    const kept = holders.slice(0, lists.columnCapacity[column]);
    pairs = [...pairs.filter((pair) => pair[1] !== column), ...kept.map((holder): Pair => [holder, column])];
  }
  return pairs.sort((first, second) => first[0] - second[0] || first[1] - second[1]);
}

describe("blockingPairs", () => {
  it("G1: finds the pairs of the definition for any choice", () => {
    const choice = fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(4)), { selector: String });
    fc.assert(
      fc.property(listsArbitrary(5, 5, 3), choice, (lists, wanted) => {
        const pairs = wanted.filter(([row, column]) => row < lists.rows.length && column < lists.columns.length);
        const found = pairsOf(blockingPairs(problemOf(lists), listsOf(pairs)));
        expect(found).toEqual(blockingByDefinition(lists, pairs));
      }),
      runs(500),
    );
  });
});

describe("verifyOptimality", () => {
  it("D4: rejects every tampered result", () => {
    let tampered = 0;
    fc.assert(
      fc.property(large, (lists) => {
        const problem = problemOf(lists);
        const honest = solveVerified(problem);
        const pairs = pairsOf(honest);
        const { proof } = honest;
        const variants: StableAssignment[] = [
          { ...honest, total: honest.total + 1 },
          { ...honest, placedRows: honest.placedRows + 1 },
          ...Array.from(proof.rowCutoff.keys(), (row) => {
            const rowCutoff = proof.rowCutoff.map((cutoff, at) => (at === row ? Math.max(0, cutoff - 1) : cutoff));
            return { ...honest, proof: { ...proof, rowCutoff } };
          }),
          ...pairs.map((_, dropped) => ({ ...honest, ...listsOf(pairs.filter((_pair, at) => at !== dropped)) })),
        ].filter((variant) => JSON.stringify(variant) !== JSON.stringify(honest));
        for (const variant of variants)
          expect(() => {
            verifyOptimality(problem, variant);
          }).toThrow(TersineError);
        tampered += variants.length;
      }),
    );
    expect(tampered).toBeGreaterThan(shareOf(200));
  });
});

interface KnownCase {
  readonly name: string;
  readonly proposers: Readonly<Record<string, readonly string[]>>;
  readonly receivers: Readonly<Record<string, readonly string[]>>;
  readonly capacities: Readonly<Record<string, number>>;
  readonly givenMatching?: Readonly<Record<string, readonly string[]>>;
  readonly expected: { readonly blockingPairs: readonly (readonly [string, string])[] };
  readonly computedByDefinition?: Readonly<Record<"proposerOptimal" | "receiverOptimal", Record<string, string[]>>>;
}

const file = new URL("../../fixtures/stable-matching.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { readonly cases: readonly KnownCase[] };

describe("known stable matchings", () => {
  for (const known of cases) {
    const proposers = Object.keys(known.proposers);
    const receivers = Object.keys(known.receivers);
    const problem = problemOf({
      rows: proposers.map((name) => known.proposers[name]!.map((choice) => receivers.indexOf(choice))),
      columns: receivers.map((name) => known.receivers[name]!.map((choice) => proposers.indexOf(choice))),
      rowCapacity: proposers.map(() => 1),
      columnCapacity: receivers.map((name) => known.capacities[name]!),
    });
    const indexed = (matching: Readonly<Record<string, readonly string[]>>): Pair[] =>
      Object.entries(matching)
        .flatMap(([receiver, held]) => held.map((name): Pair => [proposers.indexOf(name), receivers.indexOf(receiver)]))
        .sort((first, second) => first[0] - second[0]);

    it(`G1, G3: ${known.name}`, () => {
      const { givenMatching, computedByDefinition, expected } = known;
      if (computedByDefinition !== undefined) {
        const best = pairsOf(solveVerified(problem));
        const worst = pairsOf(solveVerified(problem, { proposer: "columns" }));
        expect(best).toEqual(indexed(computedByDefinition.proposerOptimal));
        expect(worst).toEqual(indexed(computedByDefinition.receiverOptimal));
      }
      const matching = givenMatching ?? computedByDefinition?.proposerOptimal;
      if (matching === undefined) throw new Error("the case has no matching");
      const found = pairsOf(blockingPairs(problem, listsOf(indexed(matching))));
      expect(found.map(([row, column]) => [proposers[row], receivers[column]])).toEqual(expected.blockingPairs);
    });
  }
});

describe("checkStableProblem", () => {
  const lists: Lists = { rows: [[0, 1], [1]], columns: [[0], [1, 0]], rowCapacity: [1, 1], columnCapacity: [1, 1] };
  const good = problemOf(lists);
  const rejections: readonly (readonly [name: string, problem: StableProblem, path: string])[] = [
    [
      "a duplicate",
      problemOf({
        ...lists,
        rows: [
          [0, 1],
          [1, 1],
        ],
      }),
      "/rowPreferences/choiceAt/3",
    ],
    ["a choice out of range", problemOf({ ...lists, columns: [[0], [2, 0]] }), "/columnPreferences/choiceAt/1"],
    ["a start of the wrong length", { ...good, rows: 3 }, "/rowPreferences/start"],
    ["a capacity below 0", { ...good, rowCapacity: Int32Array.of(1, -1) }, "/rowCapacity/1"],
    ["too few capacities", { ...good, columnCapacity: Int32Array.of(1) }, "/columnCapacity"],
    ["a weight that is NaN", { ...good, weightAt: Float64Array.of(1, NaN, 2) }, "/weightAt/1"],
    ["too few weights", { ...good, weightAt: Float64Array.of(1) }, "/weightAt"],
    ["half a row", { ...good, rows: 1.5 }, "/rows"],
  ];
  for (const [name, problem, path] of rejections) {
    it(`V1: refuses ${name} with its position`, () => {
      expect(() => solveStable(problem)).toThrow(TersineError);
      try {
        solveStable(problem);
      } catch (error) {
        if (!(error instanceof TersineError)) throw error;
        expect(error.issues.map((issue) => issue.path)).toContain(path);
      }
    });
  }
});

describe("preferencesFromWeights", () => {
  const graph = {
    layout: "dense",
    rows: 2,
    columns: 3,
    weights: Float64Array.of(5, 7, 7, -Infinity, 1, -2),
    unmatched: "free",
  } as const;

  it("ranks by choice, then weight, then index, and leaves out choices without an edge", () => {
    const rowChoices = compressed([[0], [0, 2]]);
    const { rowPreferences, columnPreferences, weightAt } = preferencesFromWeights(graph, { rowChoices });
    expect(rowPreferences).toEqual(
      compressed([
        [0, 1, 2],
        [2, 1],
      ]),
    );
    expect(columnPreferences).toEqual(compressed([[0], [0, 1], [0, 1]]));
    expect(weightAt).toEqual(Float64Array.of(5, 7, 7, -2, 1));
  });

  it("refuses what a stable choice cannot promise", () => {
    expect(() => preferencesFromWeights({ ...graph, unmatched: "never" })).toThrow("/unmatched");
    expect(() => preferencesFromWeights({ ...graph, rowMinimum: Int32Array.of(0, 1) })).toThrow("/rowMinimum");
  });
});
