/** A cell in the form of the input with what is doubtful about it, or what was expected instead. */
export type Cell = { readonly value: unknown; readonly doubts?: readonly Told[] } | Told;

/** What is told about a cell. */
export interface Told {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** Groups of three digits: the mark between them may divide thousands. */
const THOUSANDS = /^[+-]?[1-9][0-9]{0,2}(?:[., '’\u00A0\u202F][0-9]{3})+(?:[.,][0-9]*)?$/u;
const NUMBER = /^[+-]?[0-9]{1,15}(?:[.,][0-9]{1,6})?$/u;

/**
 * The one reader of numbers: ASCII digits, with a point or a comma before at most six decimals. What may hold thousands
 * (`1.200`, `1,200`, `1 200`) and what is no number at all is `undefined`.
 */
export function numberOf(text: string): number | undefined {
  if (THOUSANDS.test(text) || !NUMBER.test(text)) return undefined;
  return Number(text.replace(",", ".")) + 0;
}

/** Whether a text is meant as a number, readable or not. */
export function looksLikeNumber(text: string): boolean {
  return /^[+-]?[0-9][0-9.,'’\s]*$/u.test(text);
}

/** `2`, or `2.0` and `2,00` as tables of decimals write it. */
export function readWhole(text: string): Cell {
  const value = numberOf(text);
  if (value !== undefined && Number.isInteger(value)) return { value };
  return {
    code: "NUMBER_FORMAT",
    message: "expected a whole number in digits 0 to 9.",
    hint: "Write 2, not 2,5 or two; 1000, not 1.000 or 1,000.",
  };
}

/** A number, or a name on the ladder of levels. Levels that count from the top are turned round. */
export function readLevel(text: string, fromTop: boolean): Cell {
  const value = numberOf(text);
  if (value !== undefined) return { value: fromTop ? 0 - value : value };
  if (!looksLikeNumber(text)) return { value: text };
  return {
    code: "NUMBER_FORMAT",
    message: "expected a number such as 3 or 2.5, or the name of a level.",
    hint: "Write 1200, not 1.200 or 1,200.",
  };
}
