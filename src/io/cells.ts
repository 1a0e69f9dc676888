import { availabilityText, zoneText } from "./times.ts";
import type { Field } from "./source.ts";

/** A cell in the form of the input, or what was expected instead. */
export type Cell =
  { readonly value: unknown } | { readonly code: string; readonly message: string; readonly hint?: string };

const WHOLE = new Set<Field>(["capacity", "minimumLoad"]);
const YEARS = new Set<Field>(["birthYear", "careerStartYear"]);
const LISTS = new Set<Field>(["dottedLineManagerIds", "languages", "teaches", "learns", "goals", "avoid", "choices"]);

/** Whether a value counts as not given. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/**
 * Reads a value that is not blank. Text of lists is divided at `;`, `|` and line ends, or is a JSON array; commas belong
 * to the items. Numbers are ASCII digits. What is no text is taken as it is: the model judges it.
 */
export function readCell(field: Field, value: unknown, levelsFromTop: boolean): Cell {
  if (field === "availability") return readAvailability(value);
  if (typeof value !== "string") {
    return { value: field === "level" && typeof value === "number" && levelsFromTop ? 0 - value : value };
  }
  const text = value.trim();
  if (LISTS.has(field)) return readList(text);
  if (WHOLE.has(field)) return readWhole(text);
  if (YEARS.has(field)) return readYear(text);
  if (field === "timeZone") return { value: zoneText(text) };
  if (field === "level") return readLevel(text, levelsFromTop);
  return { value: text };
}

function readAvailability(value: unknown): Cell {
  if (typeof value === "string") return { value: availabilityText(value) };
  const isTexts = Array.isArray(value) && value.every((item) => typeof item === "string");
  return { value: isTexts ? availabilityText(value.join("; ")) : value };
}

function readList(text: string): Cell {
  if (text.startsWith("[")) {
    try {
      const items: unknown = JSON.parse(text);
      if (Array.isArray(items)) return { value: items };
    } catch {
      return { code: "LIST_FORMAT", message: "expected a JSON array, got text that is none." };
    }
  }
  const items = text.split(/[;|\n]/u).map((item) => item.trim());
  return { value: [...new Set(items.filter((item) => item !== ""))] };
}

function readWhole(text: string): Cell {
  if (/^-?[0-9]{1,15}$/u.test(text)) return { value: Number(text) };
  return {
    code: "NUMBER_FORMAT",
    message: "expected a whole number in digits 0 to 9.",
    hint: "Write 2, not 2,5 or 2.0.",
  };
}

/** A year, or a date from which the year is taken. */
function readYear(text: string): Cell {
  const year = /^([0-9]{4})(?:-[0-9]{2}-[0-9]{2}(?:[T ].*)?)?$/u.exec(text)?.[1];
  const turned = /^[0-9]{1,2}[./][0-9]{1,2}[./]([0-9]{4})$/u.exec(text)?.[1];
  const found = year ?? turned;
  if (found !== undefined) return { value: Number(found) };
  return { code: "NUMBER_FORMAT", message: "expected a year of 4 digits, or a date such as 1984-02-29." };
}

/** A number, or a name on the ladder of levels. */
function readLevel(text: string, fromTop: boolean): Cell {
  if (!/^-?[0-9]{1,15}(?:\.[0-9]{1,6})?$/u.test(text)) return { value: text };
  return { value: fromTop ? 0 - Number(text) : Number(text) };
}
