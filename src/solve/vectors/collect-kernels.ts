import {
  block,
  branch,
  branchIf,
  defineFunction,
  f64,
  f64x2,
  i32,
  loop,
  sequence,
  v128,
  when,
  type Code,
  type Local,
  type ValueType,
} from "./assembler.ts";
import { STEP, VECTOR } from "./loop-steps.ts";

/** The columns of a row whose profit reaches a limit, ascending; `profits` and `profit` tell it of two columns and of one. */
function writeCollect(
  make: (type: ValueType) => Local,
  [from, until, limit, out, room]: readonly [Local, Local, Local, Local, Local],
  profits: (at: Local, half: number) => Code,
  profit: (at: Local) => Code,
): Code {
  const [at, stop, count] = [make("i32"), make("i32"), make("i32")] as const;
  const limits = make("v128");
  const ahead = i32.add(at.get, i32.const(STEP));
  const reaches = (half: number): Code => f64x2.atLeast(profits(at, half), limits.get);
  return sequence(
    limits.set(f64x2.splat(limit.get)),
    at.set(from.get),
    block(
      loop(
        branchIf(1, i32.atLeast(at.get, until.get)),
        block(
          loop(
            branchIf(1, i32.below(until.get, ahead)),
            branchIf(1, v128.any(v128.or(reaches(0), reaches(1)))),
            at.advance(STEP),
            branch(0),
          ),
        ),
        stop.set(i32.select(ahead, until.get, i32.below(ahead, until.get))),
        block(
          loop(
            branchIf(1, i32.atLeast(at.get, stop.get)),
            when(
              f64.atLeast(profit(at), limit.get),
              i32.store(i32.add(out.get, i32.shiftLeft(count.get, i32.const(2))), i32.shiftRight(at.get, i32.const(3))),
              count.advance(1),
              branchIf(4, i32.equal(count.get, room.get)),
            ),
            at.advance(8),
            branch(0),
          ),
        ),
        branch(0),
      ),
    ),
    count.get,
  );
}

/**
 * Stores at `out` the columns from byte `from` up to byte `until` of a row whose profit is at least `limit`, ascending, as
 * 32-bit numbers, and returns how many; stops after `room` of them.
 */
export const collect = defineFunction(
  "collect",
  ["i32", "i32", "i32", "i32", "f64", "i32", "i32"],
  "i32",
  (make, [weights, prices, from, until, limit, out, room]) => {
    const load = (base: Local, at: Local, half: number): Code => f64x2.load(i32.add(base.get, at.get), half * VECTOR);
    const loadOne = (base: Local, at: Local): Code => f64.load(i32.add(base.get, at.get));
    return writeCollect(
      make,
      [from, until, limit, out, room],
      (at, half) => f64x2.sub(load(weights, at, half), load(prices, at, half)),
      (at) => f64.sub(loadOne(weights, at), loadOne(prices, at)),
    );
  },
);

/** As `collect`, but of columns that are free. `taken` is as for `relax`. */
export const collectFree = defineFunction(
  "collectFree",
  ["i32", "i32", "i32", "i32", "i32", "f64", "i32", "i32"],
  "i32",
  (make, [weights, prices, taken, from, until, limit, out, room]) => {
    const load = (base: Local, at: Local, half: number): Code => f64x2.load(i32.add(base.get, at.get), half * VECTOR);
    const loadOne = (base: Local, at: Local): Code => f64.load(i32.add(base.get, at.get));
    return writeCollect(
      make,
      [from, until, limit, out, room],
      // NaN is not at least anything
      (at, half) => f64x2.add(f64x2.sub(load(weights, at, half), load(prices, at, half)), load(taken, at, half)),
      (at) => f64.add(f64.sub(loadOne(weights, at), loadOne(prices, at)), loadOne(taken, at)),
    );
  },
);
