import { holdersOf, type TermLists } from "./terms.ts";

/** What two people have in common and each alone, in units of weight. */
export interface SharedWeights {
  readonly mentorWeight: Float64Array;
  readonly menteeWeight: Float64Array;
  readonly pair: (mentee: number, mentor: number) => number;
  /** `pair` of every mentor with one mentee; the array is reused by the next call. */
  readonly row: (mentee: number) => Float64Array;
}

/** Sums the weights of shared terms; `weightOf` is indexed by term. */
export function sharedWeights(mentees: TermLists, mentors: TermLists, weightOf: Float64Array): SharedWeights {
  const holders = holdersOf(mentors, weightOf.length);
  const rowWeight = new Float64Array(mentors.start.length - 1);
  return {
    mentorWeight: ownWeights(mentors, weightOf),
    menteeWeight: ownWeights(mentees, weightOf),
    pair: (mentee, mentor) => {
      const endOfMentor = mentors.start[mentor + 1]!;
      const endOfMentee = mentees.start[mentee + 1]!;
      let sum = 0;
      let a = mentors.start[mentor]!;
      let b = mentees.start[mentee]!;
      while (a < endOfMentor && b < endOfMentee) {
        const difference = mentors.termAt[a]! - mentees.termAt[b]!;
        if (difference === 0) sum += weightOf[mentors.termAt[a]!]!;
        if (difference <= 0) a += 1;
        if (difference >= 0) b += 1;
      }
      return sum;
    },
    row: (mentee) => {
      rowWeight.fill(0);
      for (let entry = mentees.start[mentee]!; entry < mentees.start[mentee + 1]!; entry += 1) {
        const term = mentees.termAt[entry]!;
        for (let at = holders.start[term]!; at < holders.start[term + 1]!; at += 1) {
          rowWeight[holders.personAt[at]!]! += weightOf[term]!;
        }
      }
      return rowWeight;
    },
  };
}

function ownWeights({ start, termAt }: TermLists, weightOf: Float64Array): Float64Array {
  const own = new Float64Array(start.length - 1);
  for (let person = 0; person < own.length; person += 1) {
    for (let entry = start[person]!; entry < start[person + 1]!; entry += 1) own[person]! += weightOf[termAt[entry]!]!;
  }
  return own;
}
