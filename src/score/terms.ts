/**
 * Terms of all people of one side, in compressed form: person `p` owns the entries from `start[p]` up to, not including,
 * `start[p + 1]`. Terms are whole numbers below `termCount`, strictly ascending within a person.
 */
export interface TermLists {
  readonly start: Int32Array;
  readonly termAt: Int32Array;
}

/** Who has each term: term `t` owns the entries from `start[t]` on; people are ascending within a term. */
export interface Holders {
  readonly start: Int32Array;
  readonly personAt: Int32Array;
  /** Index of the same entry in the lists of the people. */
  readonly entryAt: Int32Array;
}

/** Numbers distinct texts from 0 in the order in which they are first met. */
export interface TermNumbers {
  readonly numberOf: (text: string) => number;
  /** The number of a text that was met before. */
  readonly find: (text: string) => number | undefined;
  readonly count: () => number;
}

export function termNumbers(): TermNumbers {
  const numbers = new Map<string, number>();
  return {
    count: () => numbers.size,
    find: (text) => numbers.get(text),
    numberOf: (text) => {
      let number = numbers.get(text);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(text, number);
      }
      return number;
    },
  };
}

/** Lays out terms that are strictly ascending within each person. */
export function termLists(termsOf: readonly (readonly number[])[]): TermLists {
  const start = new Int32Array(termsOf.length + 1);
  for (const [person, terms] of termsOf.entries()) start[person + 1] = start[person]! + terms.length;
  return { start, termAt: Int32Array.from(termsOf.flat()) };
}

/** The same lists the other way round. O(entries + terms). */
export function holdersOf({ start, termAt }: TermLists, termCount: number): Holders {
  const from = new Int32Array(termCount + 1);
  for (const term of termAt) from[term + 1]! += 1;
  for (let term = 0; term < termCount; term += 1) from[term + 1]! += from[term]!;
  const next = from.slice();
  const personAt = new Int32Array(termAt.length);
  const entryAt = new Int32Array(termAt.length);
  for (let person = 0; person + 1 < start.length; person += 1) {
    for (let entry = start[person]!; entry < start[person + 1]!; entry += 1) {
      const place = next[termAt[entry]!]!++;
      personAt[place] = person;
      entryAt[place] = entry;
    }
  }
  return { start: from, personAt, entryAt };
}
