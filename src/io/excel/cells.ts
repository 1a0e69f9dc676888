/**
 * A cell as a CSV export of its sheet shows it: dates in ISO form, times of day as `HH:MM`, numbers with a point and
 * without separators or exponents, TRUE and FALSE. Spreadsheets count to 15 digits; what a number holds beyond is noise.
 *
 * @param value What the library gives: a text, a number, a boolean, a `Date` or null
 */
export function cellText(value: unknown): string {
  if (typeof value === "string") return value.replace(/\r\n?/gu, "\n");
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return numberText(value);
  return value instanceof Date ? dateText(value) : "";
}

function numberText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  return Number.isInteger(rounded) ? rounded.toFixed(0) : String(rounded);
}

/** Before this instant stands what has no date: spreadsheets count days from the end of 1899. */
const FIRST_DATE = Date.UTC(1900, 0, 1);

/** The clock of a cell has no zone; the library gives it as UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  // fractions of a day are not exact
  const seconds = Math.round(date.getTime() / 1_000);
  const text = new Date(seconds * 1_000).toISOString();
  const [day, time] = [text.slice(0, 10), text.slice(11, text.slice(17, 19) === "00" ? 16 : 19)];
  if (date.getTime() < FIRST_DATE) return time;
  return time === "00:00" ? day : `${day} ${time}`;
}

/** `E` for the fifth column. */
export function columnLetter(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? columnLetter(rest) : ""}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

/** 5 for `E`. */
export function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}
