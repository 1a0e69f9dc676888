import { branchIf, defineFunction, f64x2, i32, loop, sequence, v128, type Code, type Local } from "./assembler.ts";
import { forSteps, VECTOR } from "./loop-steps.ts";

/** What is known of the largest values among some columns: both halves of a vector on their own. */
interface Leaders {
  readonly best: Local;
  readonly second: Local;
  /** Column of the best; the first of equals. */
  readonly column: Local;
}

/** Takes the leaders of `other` in. `better` is a local for the mask. */
function mergeLeaders(into: Leaders, best: Code, second: Code, column: Code, better: Local, spare: Local): Code {
  return sequence(
    better.set(
      v128.or(
        f64x2.above(best, into.best.get),
        v128.and(f64x2.equal(best, into.best.get), f64x2.below(column, into.column.get)),
      ),
    ),
    spare.set(f64x2.most(f64x2.most(into.second.get, second), f64x2.least(into.best.get, best))),
    into.column.set(v128.choose(column, into.column.get, better.get)),
    into.best.set(f64x2.most(into.best.get, best)),
    into.second.set(spare.get),
  );
}

/**
 * Largest and second largest profit of a row, and the column of the largest, the first of equals: stored at `out` as
 * three doubles, the first and third of which are followed by one that means nothing.
 */
export const bestTwo = defineFunction(
  "bestTwo",
  ["i32", "i32", "i32", "i32"],
  undefined,
  (make, [weights, prices, rowBytes, out]) => {
    const at = make("i32");
    const [profit, here, better] = [make("v128"), make("v128"), make("v128")] as const;
    const halves = [0, 1].map((half) => ({
      half,
      best: make("v128"),
      second: make("v128"),
      column: make("v128"),
      here: make("v128"),
    }));
    const lowest = f64x2.const(-Infinity, -Infinity);
    const [first, last] = halves as [(typeof halves)[0], (typeof halves)[0]];
    const look = halves.map((own) =>
      sequence(
        profit.set(
          f64x2.sub(
            f64x2.load(i32.add(weights.get, at.get), own.half * VECTOR),
            f64x2.load(i32.add(prices.get, at.get), own.half * VECTOR),
          ),
        ),
        own.column.set(v128.choose(own.here.get, own.column.get, f64x2.above(profit.get, own.best.get))),
        own.second.set(f64x2.most(own.second.get, f64x2.least(own.best.get, profit.get))),
        own.best.set(f64x2.most(own.best.get, profit.get)),
        own.here.set(f64x2.add(own.here.get, f64x2.const(4, 4))),
      ),
    );
    return sequence(
      ...halves.map((own) =>
        sequence(
          own.best.set(lowest),
          own.second.set(lowest),
          own.here.set(f64x2.const(2 * own.half, 2 * own.half + 1)),
          own.column.set(own.here.get),
        ),
      ),
      forSteps(at, rowBytes.get, ...look),
      mergeLeaders(first, last.best.get, last.second.get, last.column.get, better, profit),
      last.best.set(f64x2.swap(first.best.get)),
      last.second.set(f64x2.swap(first.second.get)),
      here.set(f64x2.swap(first.column.get)),
      mergeLeaders(first, last.best.get, last.second.get, here.get, better, profit),
      f64x2.store(out.get, first.best.get),
      f64x2.store(out.get, first.second.get, VECTOR),
      f64x2.store(out.get, first.column.get, 2 * VECTOR),
    );
  },
);

/**
 * The three largest profits among even and among odd of `bytes / 8` columns, above the values that stand at `out`: three
 * pairs of doubles, the largest first. `bytes` is a multiple of two doubles and not 0.
 */
export const topThree = defineFunction(
  "topThree",
  ["i32", "i32", "i32", "i32"],
  undefined,
  (make, [weights, prices, bytes, out]) => {
    const at = make("i32");
    const [profit, lesser] = [make("v128"), make("v128")] as const;
    const places = [make("v128"), make("v128"), make("v128")] as const;
    const [best, second, third] = places;
    return sequence(
      ...places.map((place, rank) => place.set(f64x2.load(out.get, rank * VECTOR))),
      at.set(i32.const(0)),
      loop(
        profit.set(f64x2.sub(f64x2.load(i32.add(weights.get, at.get)), f64x2.load(i32.add(prices.get, at.get)))),
        lesser.set(f64x2.least(best.get, profit.get)),
        best.set(f64x2.most(best.get, profit.get)),
        third.set(f64x2.most(third.get, f64x2.least(second.get, lesser.get))),
        second.set(f64x2.most(second.get, lesser.get)),
        at.advance(VECTOR),
        branchIf(0, i32.below(at.get, bytes.get)),
      ),
      ...places.map((place, rank) => f64x2.store(out.get, place.get, rank * VECTOR)),
    );
  },
);
