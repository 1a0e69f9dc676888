import { distance } from "fastest-levenshtein";
import type { Row } from "../source.ts";
import { folded, keysOf, namesOf } from "./keys.ts";
import type { Known, Register } from "./register.ts";

/** Most keys that are compared in all: a second of work, however many rows name nobody. */
const MOST_COMPARED = 2_000_000;

/** Finds whom a row that fits nobody may mean: the one person of its name, else the one whose key is spelt most alike. */
export function nearestFinder(register: Register, listed: readonly Known[]): (row: Row) => Known | undefined {
  let compared = 0;
  const spelt = (): readonly (readonly [string, Known])[] =>
    listed.flatMap((person) => Object.values(person.stated).map((text) => [folded(text), person] as const));
  let known: readonly (readonly [string, Known])[] | undefined;
  return (row) => {
    for (const name of namesOf(row)) {
      const [only, ...others] = register.find(name, true).people;
      if (only?.isListed === true && others.length === 0) return only;
    }
    known ??= spelt();
    let best: { readonly person: Known; readonly edits: number } | undefined;
    for (const { text } of keysOf(row)) {
      if ((compared += known.length) > MOST_COMPARED) break;
      const form = folded(text);
      for (const [other, person] of known) {
        const edits = distance(form, other);
        if (edits * 2 < form.length && edits < (best?.edits ?? Infinity)) best = { person, edits };
      }
    }
    return best?.person;
  };
}
