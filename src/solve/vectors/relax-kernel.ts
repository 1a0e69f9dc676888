import { branchIf, defineFunction, f64x2, i32, loop, sequence, v128, type Code, type Local } from "./assembler.ts";
import { VECTOR } from "./loop-steps.ts";

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
export const relax = defineFunction(
  "relax",
  ["i32", "i32", "i32", "i32", "i32", "i32", "f64", "f64", "i32"],
  undefined,
  (make, [weights, prices, distances, rowBefore, taken, rowBytes, offset, row, out]) => {
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
