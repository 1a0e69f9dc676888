import { foldText } from "../../index.ts";
import type { Field, Row } from "../source.ts";
import { isFormulaError } from "../values/formula-error.ts";

/** Fields by which the row of a person is told from those of others. */
export const KEY_FIELDS = ["id", "employeeNumber", "email"] as const satisfies readonly Field[];

export type KeyField = (typeof KEY_FIELDS)[number];

/** A key that a row states. */
export interface KeyCell {
  readonly field: KeyField;
  readonly text: string;
}

/** Longer texts are no address and no name with a key; their parts are not looked for, as that takes more than their length. */
export const LONGEST = 500;

/** An address as programmes of mail write it: `Ece Kaya <ece@x.org>`, `mailto:ece@x.org`, `SMTP:ece@x.org;`. */
const ADDRESSED = /^(?:[^<>]*<\s*)?(?:mailto:|smtp:|sip:)?\s*([^\s<>@:;,]+@[^\s<>@:;,]+)\s*>?[;,]?$/iu;

/**
 * Text that may name somebody; whole numbers of JSON are taken as their digits, and an address without what stands round
 * it. `undefined` for all else, and for blanks.
 */
export function keyText(value: unknown): string | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : undefined;
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (text === "") return undefined;
  return text.includes("@") && text.length <= LONGEST ? (ADDRESSED.exec(text)?.[1] ?? text) : text;
}

/** The keys of a row, the id first; the error of a formula is nobody's. */
export function keysOf(row: Row): readonly KeyCell[] {
  const keys: KeyCell[] = [];
  for (const field of KEY_FIELDS) {
    const text = keyText(row.values.get(field)?.value);
    if (text !== undefined && !isFormulaError(text)) keys.push({ field, text });
  }
  return keys;
}

/** Names under which a row knows its person. */
export function namesOf(row: Row): readonly string[] {
  const [name, first, last] = (["name", "firstName", "lastName"] as const).map((field) =>
    keyText(row.values.get(field)?.value),
  );
  const whole = name === undefined ? [] : [name];
  return first === undefined || last === undefined ? whole : [...whole, `${first} ${last}`];
}

const PLAIN = /^[\x21-\x7E]+(?: [\x21-\x7E]+)*$/u;

/** Texts that differ only in letter case, spaces and Unicode form are one. */
export function folded(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : foldText(text);
}

/** Ids and numbers are compared as they are, but for the Unicode form. */
export function exact(text: string): string {
  return PLAIN.test(text) ? text : text.normalize("NFC");
}

/** Ids and numbers without letter case, and without the decimals that a spreadsheet adds: `7.0` is 7. */
export function loose(text: string): string {
  return folded(text).replace(/^([0-9]+)[.,]0+$/u, "$1");
}

/** Digits without the zeros before them that a spreadsheet takes away. */
export function unpadded(text: string): string {
  const form = loose(text);
  return /^[0-9]+$/u.test(form) ? form.replace(/^0+(?=[0-9])/u, "") : form;
}

/** A name in the order in which it is spoken: `Os, Bo` is `bo os`. */
export function spoken(name: string): string {
  const text = folded(name);
  return text.includes(",")
    ? text.replace(/^([^,]+),([^,]+)$/u, (_, last: string, first: string) => `${first.trim()} ${last.trim()}`)
    : text;
}

/** The parts of a name in one order, so that `Os Bo` is `Bo Os`. */
export function unordered(name: string): string {
  return spoken(name).split(" ").sort().join(" ");
}
