import { branchIf, defineFunction, f64x2, i32, loop, sequence, v128 } from "./assembler.ts";
import { forSteps, VECTOR } from "./turns.ts";

/**
 * Surveys `rows` rows: raises the `most` of each column, stores the least finite weight, at most 0, of even and of odd
 * columns at `out`, and returns 1 if no weight is NaN or Infinity, plus 2 if all are whole numbers.
 */
export const survey = defineFunction(
  "survey",
  ["i32", "i32", "i32", "i32", "i32"],
  "i32",
  (make, weights, rows, rowBytes, most, out) => {
    const [at, row, place] = [make("i32"), make("i32"), make("i32")] as const;
    const halves = [0, 1].map((half) => ({ half, most: make("v128"), weight: make("v128") }));
    const [low, fit, whole] = [make("v128"), make("v128"), make("v128")] as const;
    const look = halves.map((own) => {
      const weight = own.weight.get;
      return sequence(
        own.weight.set(f64x2.load(place.get, own.half * VECTOR)),
        own.most.set(f64x2.most(own.most.get, weight)),
        // -Infinity - -Infinity is NaN, which is ignored: an absent edge is not the least weight
        low.set(f64x2.least(low.get, f64x2.add(f64x2.sub(weight, weight), weight))),
        fit.set(v128.and(fit.get, f64x2.below(weight, f64x2.const(Infinity, Infinity)))),
        whole.set(v128.and(whole.get, f64x2.equal(f64x2.floor(weight), weight))),
      );
    });
    const ones = f64x2.equal(f64x2.const(0, 0), f64x2.const(0, 0));
    return sequence(
      fit.set(ones),
      whole.set(ones),
      forSteps(
        at,
        rowBytes.get,
        place.set(i32.add(most.get, at.get)),
        ...halves.map((own) => own.most.set(f64x2.load(place.get, own.half * VECTOR))),
        place.set(i32.add(weights.get, at.get)),
        row.set(i32.const(0)),
        loop(
          ...look,
          place.set(i32.add(place.get, rowBytes.get)),
          row.advance(1),
          branchIf(0, i32.below(row.get, rows.get)),
        ),
        place.set(i32.add(most.get, at.get)),
        ...halves.map((own) => f64x2.store(place.get, own.most.get, own.half * VECTOR)),
      ),
      f64x2.store(out.get, low.get),
      i32.or(v128.all(fit.get), i32.shiftLeft(v128.all(whole.get), i32.const(1))),
    );
  },
);
