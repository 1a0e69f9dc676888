import { type Cell, numberOf, type Told } from "./numbers.ts";
import { plainWords } from "./spelling.ts";

/** Whether a day or a month stands first in dates such as `03/04/2026`. */
export type DateOrder = "dmy" | "mdy";

/** Months in English and Turkish, whole and as the CLDR shortens them, without accents. */
const MONTHS = [
  "jan january oca ocak",
  "feb february sub subat",
  "mar march mart",
  "apr april nis nisan",
  "may mayis",
  "jun june haz haziran",
  "jul july tem temmuz",
  "aug august agu agustos",
  "sep sept september eyl eylul",
  "oct october eki ekim",
  "nov november kas kasim",
  "dec december ara aralik",
].map((names) => names.split(" "));

/** A time of day behind a date, which says nothing here. */
const TIME = String.raw`(?:(?:[T,]\s*|\s+(?:at\s+)?)[0-9]{1,2}[:.][0-9]{2}.*)?$`;
const YEAR_FIRST = new RegExp(String.raw`^([0-9]{4})([-/.])\s*([0-9]{1,2})\2\s*([0-9]{1,2})\.?${TIME}`, "u");
const YEAR_LAST = new RegExp(String.raw`^([0-9]{1,2})([-/.])\s*([0-9]{1,2})\2\s*([0-9]{4})${TIME}`, "u");
const BETWEEN = String.raw`[\s\-/.,]+(?:of\s+)?`;
const DAY = String.raw`([0-9]{1,2})(?:st|nd|rd|th)?`;
const NAME = String.raw`(\p{L}{3,12})`;
const DAY_MONTH = new RegExp(String.raw`^${DAY}${BETWEEN}${NAME}${BETWEEN}([0-9]{4})${TIME}`, "u");
const MONTH_DAY = new RegExp(String.raw`^${NAME}${BETWEEN}${DAY}${BETWEEN}([0-9]{4})${TIME}`, "u");
const YEAR_MONTH = new RegExp(String.raw`^([0-9]{4})${BETWEEN}${NAME}${BETWEEN}${DAY}${TIME}`, "u");

/** Longer texts hold no date. */
const LONGEST = 60;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Whether day and month may have changed places. */
  readonly isAmbiguous?: true;
}

/**
 * The date of a text: ISO, day first behind dots, day or month first behind other marks where only one of them can be, or
 * with the name of the month in English or Turkish. A time behind it is left out.
 */
function partsOf(text: string, order: DateOrder | undefined): Parts | undefined {
  if (text.length > LONGEST) return undefined;
  const [, year, , month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return real(Number(year), Number(month), Number(day));
  const [, first, mark, second, last] = YEAR_LAST.exec(text) ?? [];
  if (last !== undefined)
    return inOrder(Number(first), Number(second), Number(last), order ?? (mark === "." ? "dmy" : undefined));
  return named(plainWords(text.replaceAll(".", " ")));
}

function inOrder(first: number, second: number, year: number, order: DateOrder | undefined): Parts | undefined {
  const [dayFirst, monthFirst] = [real(year, second, first), real(year, first, second)];
  if (order !== undefined) return order === "dmy" ? dayFirst : monthFirst;
  if (dayFirst === undefined || monthFirst === undefined) return dayFirst ?? monthFirst;
  return first === second ? dayFirst : { ...dayFirst, isAmbiguous: true };
}

function named(text: string): Parts | undefined {
  const [, day, month, year] = DAY_MONTH.exec(text) ?? [];
  if (month !== undefined) return real(Number(year), monthOf(month), Number(day));
  const [, name, date, after] = MONTH_DAY.exec(text) ?? [];
  if (name !== undefined) return real(Number(after), monthOf(name), Number(date));
  const [, before, word = "", last] = YEAR_MONTH.exec(text) ?? [];
  return before === undefined ? undefined : real(Number(before), monthOf(word), Number(last));
}

/** From 1; 0 for none. */
function monthOf(name: string): number {
  return MONTHS.findIndex((names) => names.includes(name)) + 1;
}

/** A date that the calendar has. */
function real(year: number, month: number, day: number): Parts | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isReal = month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? { year, month, day } : undefined;
}

const AMBIGUOUS: Told = {
  code: "DATE_AMBIGUOUS",
  message: "expected a date, got one whose day and month may have changed places.",
  hint: 'Say "dateOrder": "dmy" or "mdy" in the configuration, or write 2026-03-15.',
};

const NO_DATE: Told = {
  code: "DATE_FORMAT",
  message: "expected a date such as 2026-03-15, 15.03.2026 or 15 March 2026.",
};

/** A date as `2026-03-15`. */
export function readDate(text: string, order: DateOrder | undefined): Cell {
  const parts = partsOf(text, order);
  if (parts?.isAmbiguous === true) return AMBIGUOUS;
  if (parts !== undefined) {
    const digits = (value: number): string => String(value).padStart(2, "0");
    return { value: `${String(parts.year).padStart(4, "0")}-${digits(parts.month)}-${digits(parts.day)}` };
  }
  return NO_DATE;
}

/** A year, or a date or month from which the year is taken, whatever stands first in it. */
export function readYear(text: string): Cell {
  const alone = /^([0-9]{4})(?:[.,]0+|[-/.](?:0?[1-9]|1[0-2]))?$/u.exec(text)?.[1] ?? ofMonth(text);
  const found = alone === undefined ? partsOf(text, undefined)?.year : Number(alone);
  if (found !== undefined) return { value: found };
  return {
    code: "NUMBER_FORMAT",
    message: "expected a year of 4 digits, or a date such as 1984-02-29, 29.02.1984 or 29 February 1984.",
  };
}

/** `May 1987`, `05/1987`, `Mayıs 1987`. */
function ofMonth(text: string): string | undefined {
  const [, name = "", year] =
    /^(\p{L}{3,12}|0?[1-9]|1[0-2])[\s\-/.]+([0-9]{4})$/u.exec(plainWords(text.replaceAll(".", " "))) ?? [];
  return year !== undefined && (/^[0-9]/u.test(name) || monthOf(name) > 0) ? year : undefined;
}

const CLOCK = /(?:T|[\s,])\s*(?:at\s+)?([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2}))?\s*([ap]|öö|ös)?/iu;

/**
 * A time stamp of a form in seconds, to be compared with others of the same column: a date with a time behind it, or the
 * number by which spreadsheets count days. Zones behind it are left out, as a form writes them all in one.
 */
export function readStamp(value: unknown, order: DateOrder | undefined): number | Told {
  const days = typeof value === "number" ? value : numberOf(String(value).trim());
  if (days !== undefined) return days * 86_400;
  const text = String(value).trim();
  // no date is as long, and what stands behind one is looked through
  if (text.length > 2 * LONGEST) return NO_DATE;
  const date = readDate(text.replace(/\s+(?:UTC|GMT|[A-Z]{3,4}).*$/u, ""), order);
  if ("code" in date) return date;
  const [, hour = "0", minute = "0", second = "0", half = ""] = CLOCK.exec(text) ?? [];
  const isAfternoon = /^(?:p|ös)/iu.test(half);
  const hours = half === "" ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return Date.parse(`${String(date.value)}T00:00:00Z`) / 1_000 + hours * 3_600 + Number(minute) * 60 + Number(second);
}
