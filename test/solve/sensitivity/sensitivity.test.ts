import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leavingCosts } from "../../../src/solve/sensitivity/leaving-costs.ts";
import { optimalEdges } from "../../../src/solve/sensitivity/optimal-edges.ts";
import { seatGains } from "../../../src/solve/sensitivity/seat-gains.ts";
import type { OptimalAssignment, SparseProblem } from "../../../src/solve/problem.ts";
import { solveAssignment } from "../../../src/solve/solve-assignment.ts";
import { allChoices, type Listed } from "../../support/all-choices.ts";
import { problems } from "../../support/problems.ts";
import { runs, shareOf } from "../../support/runs.ts";

const small = fc
  .oneof(problems({ largest: 4 }), problems({ largest: 4, minima: true }), problems({ largest: 5, mostCapacity: 1 }))
  .filter(({ columnAt }) => columnAt.length <= 12);

interface Solved {
  readonly problem: SparseProblem;
  readonly answer: OptimalAssignment;
  readonly choices: readonly Listed[];
}

/** Problems whose minimum loads can be met, each with its answer and all choices. */
const solvable = small
  .map((problem) => ({ problem, answer: solveAssignment(problem), choices: allChoices(problem) }))
  .filter((each): each is Solved => each.answer.status === "optimal");

function best(choices: readonly Listed[]): Listed {
  const [first] = choices;
  if (first === undefined) throw new Error("expected a choice");
  return first;
}

function texts({ rowOf, columnOf }: { readonly rowOf: Int32Array; readonly columnOf: Int32Array }): string[] {
  return Array.from(rowOf, (row, pair) => `${row}-${columnOf[pair]!}`);
}

function withRoom(problem: SparseProblem, side: "row" | "column", node: number): SparseProblem {
  const [name, nodes] =
    side === "row" ? (["rowCapacity", problem.rows] as const) : (["columnCapacity", problem.columns] as const);
  const capacity = (problem[name] ?? new Int32Array(nodes).fill(1)).slice();
  capacity[node]! += 1;
  return { ...problem, [name]: capacity };
}

describe("optimalEdges", () => {
  it("X3: the certain pairs are in every optimal choice and the possible ones in some, by listing all choices", () => {
    let tied = 0;
    fc.assert(
      fc.property(solvable, fc.constantFrom("any", "canonical"), ({ problem, choices }, ties) => {
        const answer = solveAssignment(problem, { ties });
        if (answer.status !== "optimal") throw new Error("expected a choice");
        const { placed, total } = best(choices);
        const optima = choices.filter((each) => each.placed === placed && each.total === total);
        const { certain, possible } = optimalEdges(problem, answer);
        const inSome = [...new Set(optima.flatMap(({ pairs }) => pairs))];
        expect(texts(possible).sort()).toEqual(inSome.sort());
        expect(texts(certain).sort()).toEqual(
          inSome.filter((pair) => optima.every(({ pairs }) => pairs.includes(pair))),
        );
        if (optima.length > 1) tied += 1;
      }),
      runs(2000),
    );
    expect(tied).toBeGreaterThan(shareOf(80));
  });
});

describe("seatGains", () => {
  it("D8: one more place adds exactly what it adds to the best of all choices, and at most the price", () => {
    let gaining = 0;
    fc.assert(
      fc.property(solvable, fc.constantFrom("row", "column"), ({ problem, answer, choices }, side) => {
        const gains = seatGains(problem, answer, side);
        const { placement, rowPrice, columnPrice } = answer.proof;
        const prices = side === "row" ? rowPrice : columnPrice;
        const capacity = side === "row" ? problem.rowCapacity : problem.columnCapacity;
        gains.forEach((gain, node) => {
          const more = best(allChoices(withRoom(problem, side, node)));
          const people = placement === 0 ? 0 : Math.round(gain / placement);
          expect({ people, total: gain - people * placement }).toEqual({
            people: more.placed - best(choices).placed,
            total: more.total - best(choices).total,
          });
          if (capacity?.[node] !== 0) expect(gain).toBeLessThanOrEqual(Math.max(0, prices[node]!));
          if (gain > 0) gaining += 1;
        });
      }),
      runs(2000),
    );
    expect(gaining).toBeGreaterThan(shareOf(300));
  });
});

describe("leavingCosts", () => {
  it("C8: each is the loss to the best choice with all pairs before and without this one, and never below its bound", () => {
    let sharp = 0;
    let lossless = 0;
    fc.assert(
      fc.property(solvable, fc.constantFrom("any", "canonical"), ({ problem, choices }, ties) => {
        const answer = solveAssignment(problem, { ties });
        if (answer.status !== "optimal") throw new Error("expected a choice");
        const { placement } = answer.proof;
        const chosen = texts(answer);
        const { bound, costOf } = leavingCosts(problem, answer);
        chosen.forEach((text, pair) => {
          const left = choices.find(
            ({ pairs }) => !pairs.includes(text) && chosen.slice(0, pair).every((held) => pairs.includes(held)),
          );
          const cost = costOf(pair, Infinity);
          expect(bound[pair]).toBeLessThanOrEqual(cost);
          expect(bound[pair]).toBeGreaterThanOrEqual(0);
          if (left === undefined) {
            expect(cost).toBe(Infinity);
            return;
          }
          const lost = (best(choices).placed - left.placed) * placement + best(choices).total - left.total;
          expect(cost).toBe(lost);
          expect(costOf(pair, lost)).toBe(Infinity);
          expect(costOf(pair, lost + 1)).toBe(lost);
          if (bound[pair] === lost && lost > 0) sharp += 1;
          if (lost === 0) lossless += 1;
        });
      }),
      runs(1500),
    );
    expect(sharp).toBeGreaterThan(shareOf(100));
    expect(lossless).toBeGreaterThan(shareOf(50));
  });
});
