import {
  block,
  branch,
  branchIf,
  defineFunction,
  f64,
  f64x2,
  i32,
  leave,
  loop,
  sequence,
  v128,
  when,
} from "./assembler.ts";
import { forSteps, STEP, VECTOR } from "./loop-steps.ts";

/**
 * Reads `rows` rows: raises the `most` of each column, stores the least finite weight, at most 0, of even and of odd
 * columns at `out`, and returns 1 if no weight is NaN or Infinity, plus 2 if all are whole numbers.
 */
export const columnExtremes = defineFunction(
  "columnExtremes",
  ["i32", "i32", "i32", "i32", "i32"],
  "i32",
  (make, [weights, rows, rowBytes, most, out]) => {
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

/**
 * Reads one row: stores its largest weight, its largest weight in another column, the first column of the largest and
 * the least of `least` and its finite weights at `out`. Returns 0 if a weight is NaN or Infinity, else 1, plus 2 if all
 * are whole numbers.
 *
 * Nearly all groups of four hold nothing new, which a few comparisons tell; the others are looked at one by one.
 */
export const rowExtremes = defineFunction(
  "rowExtremes",
  ["i32", "i32", "f64", "i32"],
  "i32",
  (make, [weights, rowBytes, least, out]) => {
    const [at, stop, column] = [make("i32"), make("i32"), make("i32")] as const;
    const [best, second, weight, finite] = [make("f64"), make("f64"), make("f64"), make("f64")] as const;
    const [whole, news, seconds, leasts] = [make("v128"), make("v128"), make("v128"), make("v128")] as const;
    const halves = [make("v128"), make("v128")] as const;
    const nothing = f64.const(-Infinity);
    return sequence(
      best.set(nothing),
      second.set(nothing),
      seconds.set(f64x2.splat(nothing)),
      leasts.set(f64x2.splat(least.get)),
      whole.set(f64x2.equal(f64x2.const(0, 0), f64x2.const(0, 0))),
      at.set(i32.const(0)),
      block(
        loop(
          block(
            loop(
              branchIf(3, i32.atLeast(at.get, rowBytes.get)),
              ...halves.map((half, place) =>
                sequence(
                  half.set(f64x2.load(i32.add(weights.get, at.get), place * VECTOR)),
                  whole.set(v128.and(whole.get, f64x2.equal(f64x2.floor(half.get), half.get))),
                ),
              ),
              // NaN is not at most anything
              news.set(v128.not(v128.and(...halves.map((half) => f64x2.atMost(half.get, seconds.get))))),
              ...halves.map((half) =>
                news.set(
                  v128.or(
                    news.get,
                    // -Infinity - -Infinity is NaN, which is not below anything
                    f64x2.below(f64x2.add(f64x2.sub(half.get, half.get), half.get), leasts.get),
                  ),
                ),
              ),
              branchIf(1, v128.any(news.get)),
              at.advance(STEP),
              branch(0),
            ),
          ),
          stop.set(i32.add(at.get, i32.const(STEP))),
          loop(
            weight.set(f64.load(i32.add(weights.get, at.get))),
            when(f64.atLeast(weight.get, f64.const(Infinity)), leave(i32.const(0))),
            when(f64.unequal(weight.get, weight.get), leave(i32.const(0))),
            finite.set(f64.add(f64.sub(weight.get, weight.get), weight.get)),
            least.set(f64.select(finite.get, least.get, f64.below(finite.get, least.get))),
            when(
              f64.above(weight.get, second.get),
              second.set(weight.get),
              when(
                f64.above(weight.get, best.get),
                second.set(best.get),
                best.set(weight.get),
                column.set(i32.shiftRight(at.get, i32.const(3))),
              ),
            ),
            at.advance(8),
            branchIf(0, i32.below(at.get, stop.get)),
          ),
          seconds.set(f64x2.splat(second.get)),
          leasts.set(f64x2.splat(least.get)),
          branch(0),
        ),
      ),
      f64.store(out.get, best.get, 0),
      f64.store(out.get, second.get, 8),
      f64.store(out.get, f64.from(column.get), 16),
      f64.store(out.get, least.get, 24),
      i32.or(i32.const(1), i32.shiftLeft(v128.all(whole.get), i32.const(1))),
    );
  },
);
