import { availabilityText, zoneText } from "./times.ts";
import type { ColumnField, Field, ReadOptions } from "./source.ts";

/** A cell in the form of the input, or what was expected instead. */
export type Cell =
  { readonly value: unknown } | { readonly code: string; readonly message: string; readonly hint?: string };

const WHOLE = new Set<Field>(["capacity", "minimumLoad"]);
const YEARS = new Set<Field>(["birthYear", "careerStartYear"]);
const LISTS: ReadonlySet<ColumnField> = new Set<Field>([
  "dottedLineManagerIds",
  "languages",
  "teaches",
  "learns",
  "goals",
  "avoid",
  "choices",
]);

/** Whether a value counts as not given. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/**
 * Reads a value that is not blank. Text of lists is divided at `;`, `|` and line ends, or is a JSON array; commas belong
 * to the items unless the options say otherwise. Numbers are ASCII digits. What is no text is taken as it is: the model
 * judges it.
 */
export function readCell(field: Field, value: unknown, options: ReadOptions): Cell {
  const { levelsFromTop = false, commaLists = false } = options;
  if (field === "availability") return readAvailability(value);
  if (typeof value !== "string") {
    return { value: field === "level" && typeof value === "number" && levelsFromTop ? 0 - value : value };
  }
  const text = value.trim();
  if (LISTS.has(field)) return readList(text, commaLists);
  if (WHOLE.has(field)) return readWhole(text);
  if (YEARS.has(field)) return readYear(text);
  if (field === "timeZone") return { value: zoneText(text) };
  if (field === "level") return readLevel(text, levelsFromTop);
  return { value: text };
}

/** Whether the text of a list has commas and nothing else that divides it. */
export function hasOnlyCommas(field: ColumnField, value: unknown): boolean {
  return LISTS.has(field) && typeof value === "string" && value.includes(",") && !/[;|\n[]/u.test(value);
}

function readAvailability(value: unknown): Cell {
  if (typeof value === "string") return { value: availabilityText(value) };
  const isTexts = Array.isArray(value) && value.every((item) => typeof item === "string");
  return { value: isTexts ? availabilityText(value.join("; ")) : value };
}

function readList(text: string, commaLists: boolean): Cell {
  if (text.startsWith("[")) {
    try {
      const items: unknown = JSON.parse(text);
      if (Array.isArray(items)) return { value: items };
    } catch {
      return { code: "LIST_FORMAT", message: "expected a JSON array, got text that is none." };
    }
  }
  const items = text.split(commaLists ? /[;|\n,]/u : /[;|\n]/u).map((item) => item.trim());
  return { value: [...new Set(items.filter((item) => item !== ""))] };
}

/** `2`, or `2.0` and `2,0` as tables of decimals write it; what may be thousands is refused. */
function readWhole(text: string): Cell {
  const digits = /^(-?[0-9]{1,15})(?:[.,]0)?$/u.exec(text)?.[1];
  if (digits !== undefined) return { value: Number(digits) };
  return {
    code: "NUMBER_FORMAT",
    message: "expected a whole number in digits 0 to 9.",
    hint: "Write 2, not 2,5 or two; 1000, not 1.000 or 1,000.",
  };
}

/** A year, or a date from which the year is taken. */
function readYear(text: string): Cell {
  const year = /^([0-9]{4})(?:\.0|[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?:[T ].*)?)?$/u.exec(text)?.[1];
  const turned = /^[0-9]{1,2}[-./][0-9]{1,2}[-./]([0-9]{4})(?: .*)?$/u.exec(text)?.[1];
  const found = year ?? turned;
  if (found !== undefined) return { value: Number(found) };
  return {
    code: "NUMBER_FORMAT",
    message: "expected a year of 4 digits, or a date such as 1984-02-29 or 29.02.1984.",
  };
}

/** A number, with a point or a comma before its decimals, or a name on the ladder of levels. */
function readLevel(text: string, fromTop: boolean): Cell {
  const number = /^-?[0-9]{1,15}(?:\.[0-9]{1,6}|,[0-9]{1,2})?$/u.test(text)
    ? Number(text.replace(",", "."))
    : undefined;
  if (number !== undefined) return { value: fromTop ? 0 - number : number };
  if (!/^-?[0-9][0-9.,' ]*$/u.test(text)) return { value: text };
  return {
    code: "NUMBER_FORMAT",
    message: "expected a number such as 3 or 2.5, or the name of a level.",
    hint: "Write 1200, not 1.200,5 or 1,200.",
  };
}

const YES = /^(?:yes|y|true|1|x|evet|e|doğru|var)$/iu;
const NO = /^(?:no|n|false|0|-|hayır|hayir|h|yanlış|yok)$/iu;

/** Whether a cell says yes. */
export function readYesNo(
  value: unknown,
): { readonly value: boolean } | { readonly code: string; readonly message: string } {
  if (typeof value === "boolean") return { value };
  const text = typeof value === "string" ? value.trim().replace(/İ|I/gu, "i") : "";
  if (YES.test(text)) return { value: true };
  if (NO.test(text)) return { value: false };
  return { code: "BOOLEAN_FORMAT", message: "expected yes or no, true or false, 1 or 0, evet or hayır." };
}
