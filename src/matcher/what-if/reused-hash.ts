import { sharedEnds } from "../../base/organisation/shared-ends.ts";
import { drain } from "../../base/steps.ts";
import type { Program } from "../../model/program.ts";
import { canonicalEntry, hashFrom, hashTrailOf, inputHash, LISTS, statesWithin } from "../../plan/input-hash.ts";

/** The input hash of a changed programme: hashing goes on from where the texts of the two begin to differ. */
export function changedInputHash(before: Program, after: Program): string {
  const trail = hashTrailOf(before);
  if (trail === undefined) return drain(inputHash(after));
  return drain(hashFrom(after, statesWithin(trail, sharedPieces(before, after))));
}

/** How many pieces the hashed texts of two programmes have in common at their beginning, at least. */
function sharedPieces(before: Program, after: Program): number {
  if (before.levels !== after.levels) return 0;
  let shared = 0;
  for (const list of LISTS) {
    const { first } = sharedEnds<object>(before[list], after[list], haveSameText);
    shared += 1 + first;
    if (first < before[list].length || first < after[list].length) return shared;
  }
  return shared;
}

function haveSameText(a: object, b: object): boolean {
  return a === b || canonicalEntry(a) === canonicalEntry(b);
}
