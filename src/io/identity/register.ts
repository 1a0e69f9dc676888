import type { Row } from "../source.ts";
import {
  exact,
  folded,
  type KeyCell,
  type KeyField,
  keysOf,
  loose,
  namesOf,
  spoken,
  unordered,
  unpadded,
  LONGEST,
} from "./keys.ts";

/** Somebody whom files name. */
export interface Known {
  /** What the input and results carry: of the first row, the id, else the employee number, else the address. */
  readonly id: string;
  /** Whether the file of people has the person. */
  readonly isListed: boolean;
  /** The first row, in the order of the files, the people first. */
  readonly row: Row;
  /** The text of each key in the first row that states it. */
  readonly stated: Partial<Record<KeyField, string>>;
  /** A list of this person alone. */
  readonly alone: readonly Known[];
}

/** Somebody of whom no row is learnt yet. */
export function knownPerson(id: string, isListed: boolean, row: Row): Known {
  const alone: Known[] = [];
  const person: Known = { id, isListed, row, stated: {}, alone };
  alone.push(person);
  return person;
}

/** Whom a text may mean: nobody, one person, or several. */
export interface Found {
  readonly people: readonly Known[];
  /** Whether it fits only without the zeros before its digits. */
  readonly isUnpadded?: true;
}

/** Everybody whom files name, under all their keys. */
export interface Register {
  /** Gives a person a row, under whose keys and names they are known from now on. */
  readonly learn: (row: Row, person: Known, keys?: readonly KeyCell[]) => void;
  /** Those who state a key: addresses without letter case, ids and numbers exactly. */
  readonly withKey: (field: KeyField, text: string) => readonly Known[];
  /**
   * Whom a text may mean. First all who have it as id, as number, as address or, if names count, as name. Only if that is
   * nobody, those whose id or number differs in letter case or in `.0`, or whose name has another order; then those whose
   * id or number differs in the zeros before it; then, for `Bo Os (7)` and `7 - Bo Os`, those who are meant by both parts.
   */
  readonly find: (text: string, hasNames: boolean) => Found;
  /** Lets the loose forms of all rows learnt so far count. Two rows of one file that differ in letter case are two people. */
  readonly loosen: () => void;
}

/** An empty register. */
export function createRegister(): Register {
  const keys: Readonly<Record<KeyField, Index>> = { id: new Map(), employeeNumber: new Map(), email: new Map() };
  const names: Index = new Map();
  const nearly: Readonly<Record<"keys" | "unpadded" | "names", Index>> = {
    keys: new Map(),
    unpadded: new Map(),
    names: new Map(),
  };
  const learnt: { readonly row: Row; readonly person: Known }[] = [];
  let [counting, entered] = [0, 0];
  /** Loose forms are entered when one is asked for first: tidy files need none. */
  const enterLoose = (): void => {
    for (const { row, person } of learnt.slice(entered, counting)) {
      for (const { field, text } of keysOf(row)) {
        put(nearly.keys, loose(text), person);
        if (field !== "email") put(nearly.unpadded, unpadded(text), person);
      }
      for (const name of namesOf(row)) put(nearly.names, unordered(name), person);
    }
    entered = counting;
  };
  const findLoosely = (text: string, hasNames: boolean): Found => {
    if (entered < counting) enterLoose();
    const near = united([get(nearly.keys, loose(text)), hasNames ? get(nearly.names, unordered(text)) : NOBODY]);
    if (near.length > 0) return { people: near };
    const padded = get(nearly.unpadded, unpadded(text));
    return padded.length > 0 ? { people: padded, isUnpadded: true } : { people: NOBODY };
  };
  const findWhole = (text: string, hasNames: boolean): Found => {
    const same = exact(text);
    const found = united([
      ...[get(keys.id, same), get(keys.employeeNumber, same), get(keys.email, folded(text))],
      hasNames ? get(names, spoken(text)) : NOBODY,
    ]);
    return found.length > 0 ? { people: found } : findLoosely(text, hasNames);
  };
  return {
    learn: (row, person, keysOfRow = keysOf(row)) => {
      learnt.push({ row, person });
      for (const { field, text } of keysOfRow) {
        put(keys[field], keyForm(field, text), person);
        person.stated[field] ??= text;
      }
      for (const name of namesOf(row)) put(names, spoken(name), person);
    },
    withKey: (field, text) => get(keys[field], keyForm(field, text)),
    find: (text, hasNames) => {
      const found = findWhole(text, hasNames);
      if (found.people.length > 0 || !hasNames) return found;
      const parts = partsOf(text).map((part) => findWhole(part, true).people);
      return parts.length === 2 ? { people: common(parts) } : found;
    },
    loosen: () => {
      counting = learnt.length;
    },
  };
}

/** The two parts of a name with a key behind or before it, in brackets or beyond a dash or a bar. */
function partsOf(text: string): readonly string[] {
  if (text.length > LONGEST) return [];
  // blanks that stand alone leave nothing to try in several ways
  const spaced = text.replace(/\s+/gu, " ");
  const [, first, second] = /^([^()[\]]+?)\s*(?:[([]|\s[-–—|/]\s)\s*([^()[\]]+?)\s*[)\]]?$/u.exec(spaced) ?? [];
  return first === undefined || second === undefined ? [] : [first, second];
}

/** The form in which a key is compared, if no other forms count. */
export function keyForm(field: KeyField, text: string): string {
  return field === "email" ? folded(text) : exact(text);
}

/** Most people who are remembered for one text. Who has more namesakes cannot be meant by that name in any case. */
export const MOST_NAMESAKES = 100;

/** People by a form of their keys. A list of one is that of the person, who stands under many forms, and never grows. */
type Index = Map<string, readonly Known[]>;

function put(index: Index, form: string, person: Known): void {
  const known = index.get(form);
  if (known === undefined) index.set(form, person.alone);
  else if (known.length < MOST_NAMESAKES && !known.includes(person)) index.set(form, [...known, person]);
}

function get(index: Index, form: string): readonly Known[] {
  return index.get(form) ?? NOBODY;
}

const NOBODY: readonly Known[] = [];

function united(lists: readonly (readonly Known[])[]): readonly Known[] {
  const filled = lists.filter((list) => list.length > 0);
  return filled.length > 1 ? [...new Set(filled.flat())] : (filled[0] ?? NOBODY);
}

/** The people in all of some lists. A list that is full leaves out nobody. */
export function common(lists: readonly (readonly Known[])[]): readonly Known[] {
  const open = lists.filter(({ length }) => length < MOST_NAMESAKES);
  const [first = lists[0] ?? NOBODY, ...others] = open;
  return others.reduce((left, list) => left.filter((person) => list.includes(person)), first);
}
