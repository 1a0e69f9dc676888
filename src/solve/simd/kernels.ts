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

/*
 * The loops in which the dense engine spends its time, two doubles at a time. Each does what a plain loop beside its caller
 * does, to the last bit: the same operations in the same order within a place, and results that do not depend on the
 * order of places. Rows are padded with -Infinity to whole steps.
 */

/** Bytes that one turn of a loop takes from a row: four doubles. */
const STEP = 32;
/** Bytes of a vector. */
const VECTOR = 16;

/** Runs `body` with `at` = 0, STEP, 2 STEP, ... below `end`, which is a multiple of STEP and not 0. */
function forSteps(at: Local, end: Code, ...body: readonly Code[]): Code {
  return sequence(at.set(i32.const(0)), loop(...body, at.advance(STEP), branchIf(0, i32.below(at.get, end))));
}

/**
 * Surveys `rows` rows: raises the `most` of each column, stores the least finite weight, at most 0, of even and of odd
 * columns at `out`, and returns 1 if no weight is NaN or Infinity, plus 2 if all are whole numbers.
 */
const survey = defineFunction(
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
const bestTwo = defineFunction(
  "bestTwo",
  ["i32", "i32", "i32", "i32"],
  undefined,
  (make, weights, prices, rowBytes, out) => {
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
const topThree = defineFunction(
  "topThree",
  ["i32", "i32", "i32", "i32"],
  undefined,
  (make, weights, prices, bytes, out) => {
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

/** The columns of a row that a limit lets through, ascending; `isFit` adds a condition of its own. */
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
const collect = defineFunction(
  "collect",
  ["i32", "i32", "i32", "i32", "f64", "i32", "i32"],
  "i32",
  (make, weights, prices, from, until, limit, out, room) => {
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
const collectFree = defineFunction(
  "collectFree",
  ["i32", "i32", "i32", "i32", "i32", "f64", "i32", "i32"],
  "i32",
  (make, weights, prices, taken, from, until, limit, out, room) => {
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

/** The nearest column so far in each half, the first of equals. */
interface Nearest {
  readonly distance: Local;
  readonly column: Local;
}

/** Takes the other half in, so that the first half holds the nearest of all, the first of equals. */
function mergeNearest({ distance, column }: Nearest, nearer: Local): Code {
  const otherDistance = f64x2.swap(distance.get);
  const otherColumn = f64x2.swap(column.get);
  return sequence(
    nearer.set(
      v128.or(
        f64x2.below(otherDistance, distance.get),
        v128.and(f64x2.equal(otherDistance, distance.get), f64x2.below(otherColumn, column.get)),
      ),
    ),
    column.set(v128.choose(otherColumn, column.get, nearer.get)),
    distance.set(f64x2.least(distance.get, otherDistance)),
  );
}

/**
 * Shortens the distances of all columns through one row, and puts the row down as the one before where it did. Stores the
 * least distance of all, the first column that has it, and the same two of free columns at `out`, each followed by one
 * double that means nothing. `taken` is NaN for columns that are not free, and 0 for others.
 */
const relax = defineFunction(
  "relax",
  ["i32", "i32", "i32", "i32", "i32", "i32", "f64", "f64", "i32"],
  undefined,
  (make, weights, prices, distances, rowBefore, taken, rowBytes, offset, row, out) => {
    const at = make("i32");
    const [offsets, rows, here, two] = [make("v128"), make("v128"), make("v128"), make("v128")] as const;
    const [known, through, shorter] = [make("v128"), make("v128"), make("v128")] as const;
    const any = { distance: make("v128"), column: make("v128") };
    const free = { distance: make("v128"), column: make("v128") };
    const load = (base: Local): Code => f64x2.load(i32.add(base.get, at.get));
    const note = ({ distance, column }: Nearest, found: Code): Code =>
      sequence(
        column.set(v128.choose(here.get, column.get, f64x2.below(found, distance.get))),
        distance.set(f64x2.least(distance.get, found)),
      );
    return sequence(
      offsets.set(f64x2.splat(offset.get)),
      rows.set(f64x2.splat(row.get)),
      here.set(f64x2.const(0, 1)),
      two.set(f64x2.const(2, 2)),
      ...[any, free].map(({ distance, column }) =>
        sequence(distance.set(f64x2.const(Infinity, Infinity)), column.set(f64x2.const(Infinity, Infinity))),
      ),
      at.set(i32.const(0)),
      loop(
        known.set(load(distances)),
        through.set(f64x2.sub(f64x2.add(offsets.get, load(prices)), load(weights))),
        shorter.set(f64x2.below(through.get, known.get)),
        known.set(f64x2.least(known.get, through.get)),
        f64x2.store(i32.add(distances.get, at.get), known.get),
        f64x2.store(i32.add(rowBefore.get, at.get), v128.choose(rows.get, load(rowBefore), shorter.get)),
        note(any, known.get),
        // NaN is not below anything
        note(free, f64x2.add(known.get, load(taken))),
        here.set(f64x2.add(here.get, two.get)),
        at.advance(VECTOR),
        branchIf(0, i32.below(at.get, rowBytes.get)),
      ),
      ...[any, free].flatMap((nearest, place) => [
        mergeNearest(nearest, shorter),
        f64x2.store(out.get, nearest.distance.get, 2 * place * VECTOR),
        f64x2.store(out.get, nearest.column.get, (2 * place + 1) * VECTOR),
      ]),
    );
  },
);

export const KERNELS = [survey, bestTwo, topThree, collect, collectFree, relax];
