import { matchPairs, type MatchedResult, type Pair, type Unmatched } from "../../src/index.ts";

/** A result with made-up people, for what reads results only: as many pairs as said, and mentees who are left out. */
export function madeResult(
  pairs: number,
  leftOut: number,
  candidatesOf: (place: number) => number = () => 1,
): MatchedResult {
  const base = matchPairs(
    { mentors: [{ id: "a", teaches: ["x"] }], mentees: [{ id: "b", learns: ["x"] }] },
    { rules: [] },
  );
  if (base.status === "infeasible") throw new Error("expected a pair");
  const [pair] = base.pairs;
  if (pair === undefined) throw new Error("expected a pair");
  const ids = Array.from({ length: pairs + leftOut }, (_, place) => String(place).padStart(4, "0"));
  return {
    ...base,
    pairs: ids.slice(0, pairs).map((id): Pair => ({ ...pair, mentorId: `m${id}`, menteeId: `e${id}` })),
    unmatched: ids.slice(pairs).map((id, place): Unmatched => ({
      id: `e${id}`,
      side: "mentee",
      code: candidatesOf(place) > 0 ? "outscored" : "noCandidate",
      reasons: [],
      evidence: { others: pairs, candidates: candidatesOf(place), refusals: [] },
    })),
  };
}
