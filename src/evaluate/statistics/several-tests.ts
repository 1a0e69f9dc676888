import { asPublic } from "../../base/public.ts";
import { checkList } from "./given.ts";
/** Holm (1979): p of each of several tests, corrected so that the chance of any false alarm stays below the level. */
export function holm(ps: readonly number[]): readonly number[] {
  return asPublic("holm", () => {
    checkList(ps, "/ps");
    let largest = 0;
    return inOrder(ps, (p, rank) => {
      largest = Math.max(largest, Math.min(1, p * (ps.length - rank)));
      return largest;
    });
  });
}

/** Benjamini and Hochberg (1995): p of each of several tests, corrected for the share of false alarms among the findings. */
export function benjaminiHochberg(ps: readonly number[]): readonly number[] {
  return asPublic("benjaminiHochberg", () => {
    checkList(ps, "/ps");
    let smallest = 1;
    const flipped = inOrder(
      ps.map((p) => -p),
      (p, rank) => {
        smallest = Math.min(smallest, (-p * ps.length) / (ps.length - rank));
        return smallest;
      },
    );
    return flipped;
  });
}

/** Values made from the smallest to the largest, and given back in the order of the list. */
function inOrder(values: readonly number[], make: (value: number, rank: number) => number): readonly number[] {
  const made = new Array<number>(values.length);
  const places = values.map((_, place) => place).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  places.forEach((place, rank) => {
    made[place] = make(values[place] ?? 0, rank);
  });
  return made;
}
