import type { PairOutcome } from "./outcome.ts";
import { FEWEST_ANSWERS, type RatedPair } from "./ratings.ts";
import type { Side } from "../sentence.ts";

type Told = PairOutcome<RatedPair>;

/**
 * What is told of all answers together. Two pairs are of one atom if every set that is told holds both or neither: whatever
 * a reader works out by adding and taking away sums weighs all pairs of an atom alike.
 */
export interface ToldSets {
  /** Whether any block may be told of. */
  readonly answers: (pair: Told) => boolean;
  /** Atoms by pair; those who have no answer stand in none. */
  readonly atomOf: ReadonlyMap<Told, string>;
  /** Sides whose own mean is told beside that of pairs. */
  readonly sides: readonly Side[];
}

/** At first one set is told, that of all who answered, and the means of sides. */
export function toldSets(told: readonly Told[], answers: ToldSets["answers"], sides: ToldSets["sides"] = []): ToldSets {
  return { answers, atomOf: new Map(told.filter(answers).map((pair) => [pair, ""])), sides };
}

/**
 * Which blocks are told beside all that is told already: those with enough answers, without as many of the smallest as it
 * takes until nothing follows of fewer pairs than are told of. What is told with them comes back too.
 */
export function shownBlocks(
  blocks: readonly (readonly Told[])[],
  known: ToldSets,
): { readonly shown: ReadonlySet<number>; readonly sets: ToldSets } {
  const sizes = blocks.map((block) => block.filter(known.answers).length);
  const sizeOf = (place: number): number => sizes[place] ?? 0;
  let shown = blocks.flatMap((_, place) => (sizeOf(place) >= FEWEST_ANSWERS ? [place] : []));
  shown.sort((a, b) => sizeOf(a) - sizeOf(b) || a - b);
  for (; shown.length > 0; shown = shown.slice(1)) {
    const atomOf = new Map(known.atomOf);
    for (const place of shown) {
      for (const pair of blocks[place] ?? []) {
        const atom = known.atomOf.get(pair);
        if (atom !== undefined) atomOf.set(pair, `${atom}/${place}`);
      }
      // a pair of no block that is told keeps its atom, under a name that no block gives
    }
    for (const [pair, atom] of atomOf) if (atom === known.atomOf.get(pair)) atomOf.set(pair, `${atom}/`);
    const sets = { ...known, atomOf };
    if (!tellsFew(sets)) return { shown: new Set(shown), sets };
  }
  return { shown: new Set(), sets: known };
}

/** Whether a figure that weighs each pair by a value of it, as a correlation does, tells of few beside what is told. */
export function tellsFewByValue(sets: ToldSets, valueOf: (pair: Told) => number | undefined): boolean {
  const byAtom = new Map<string, Map<number, number>>();
  for (const [pair, atom] of sets.atomOf) {
    const value = valueOf(pair);
    // who has no value is of a set of their own
    const key = value === undefined ? `${atom}/none` : atom;
    const counts = byAtom.get(key) ?? new Map<number, number>();
    counts.set(value ?? 0, (counts.get(value ?? 0) ?? 0) + 1);
    byAtom.set(key, counts);
  }
  const options = [...byAtom.values()].map((counts) => {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return [all, ...[...counts.values()].map((count) => all - count)];
  });
  return reachesFew(options);
}

/** Pairs of an atom by which sides of them answered. */
type Kinds = Record<"both" | Side | "neither", number>;

/** How often the mean of mentors, and that of mentees, counts in a sum; the last stands for any two that differ. */
const SIDE_TIMES: readonly (readonly [mentor: number, mentee: number])[] = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
  [1, 3],
];

/** Whether sums of what is told come to a sum over few pairs. */
export function tellsFew({ atomOf, sides }: ToldSets): boolean {
  const atoms = new Map<string, Kinds>();
  for (const [{ ratings }, atom] of atomOf) {
    const kinds = atoms.get(atom) ?? { both: 0, mentor: 0, mentee: 0, neither: 0 };
    kinds[kindOf(ratings)] += 1;
    atoms.set(atom, kinds);
  }
  const all = [...atoms.values()];
  return SIDE_TIMES.some(([mentor, mentee]) => {
    if ((mentor > 0 && !sides.includes("mentor")) || (mentee > 0 && !sides.includes("mentee"))) return false;
    const times = [0, -mentor, -mentee, -2 * mentor, -2 * mentee, 7];
    return reachesFew(all.map((kinds) => times.map((pairs) => left(kinds, pairs, mentor, mentee))));
  });
}

function kindOf({ mentor, mentee }: Told["ratings"]): keyof Kinds {
  if (mentor !== undefined && mentee !== undefined) return "both";
  if (mentor !== undefined) return "mentor";
  return mentee === undefined ? "neither" : "mentee";
}

/** Pairs of an atom that are left in a sum of so many times their ratings, those of mentors and those of mentees. */
function left({ both, mentor, mentee, neither }: Kinds, pairs: number, ofMentors: number, ofMentees: number): number {
  const hasBoth = pairs / 2 + ofMentors !== 0 || pairs / 2 + ofMentees !== 0;
  return (
    (hasBoth ? both : 0) +
    (pairs + ofMentors === 0 ? 0 : mentor) +
    (pairs + ofMentees === 0 ? 0 : mentee) +
    (pairs === 0 ? 0 : neither)
  );
}

/** Whether one option of each list can be taken so that their sum is few, but not nothing. */
function reachesFew(lists: readonly (readonly number[])[]): boolean {
  let reached = new Set([0]);
  for (const options of lists) {
    const next = new Set<number>();
    for (const sum of reached) for (const more of options) if (sum + more < FEWEST_ANSWERS) next.add(sum + more);
    reached = next;
  }
  return [...reached].some((sum) => sum > 0);
}
