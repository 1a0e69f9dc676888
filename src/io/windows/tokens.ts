import { type DaySpan, isTurkishDay, type Meaning, meaningOf, MOST_WORDS } from "./words.ts";

/** A time as written. */
export interface WrittenTime {
  readonly kind: "time";
  /** Minutes since midnight; from 1:00 to 12:59 without a half it may be either half of the day. */
  readonly minutes: number;
  readonly half?: "am" | "pm" | "word";
  /** Whether the hour has two digits, as a clock of 24 hours shows it. */
  readonly isPadded: boolean;
}

export type Token =
  | WrittenTime
  | { readonly kind: "days"; readonly days: readonly DaySpan[] }
  | { readonly kind: "dash" | "join" | "with" | "between" }
  /** A word that is no day, digits that are no time, or a time that no clock shows. */
  | { readonly kind: "unknown" | "number" | "range" };

const CLOCK = /([0-9]{1,2})(?:\s?[:.h]\s?([0-9]{2})(?:[:.][0-9]{2})?|h)?(?![0-9:])/iuy;
const MILITARY = /([0-9]{2})([0-9]{2})(?![0-9:.])/uy;
const HALF = /\s*(a\.?\s?m\.?|p\.?m\.?|[ap]|öö|ös|ö\.ö\.?|ö\.s\.?|noon|midnight)(?!\p{L})/iuy;
/** An ending that Turkish hangs on a number or a name (`09:00'dan`). */
const ENDING = /['’]\p{L}{1,5}/uy;
/** The ending that says where a stretch begins. */
const FROM = /^.[dt][ae]n$/iu;
const WORD = /\p{L}+/uy;
const MARKS: ReadonlyMap<string, "dash" | "join"> = new Map([
  ..."- – — − ‒ ‑ ~ →".split(" ").map((mark) => [mark, "dash"] as const),
  ...", / & +".split(" ").map((mark) => [mark, "join"] as const),
]);
/** Marks that say nothing. */
const SILENT = /[\s:.()[\]@*•·]+/uy;

/** Whether a text names a day in Turkish. */
export function isInTurkish(text: string): boolean {
  return [...new Set(text.match(/\p{L}+/gu))].some(isTurkishDay);
}

/**
 * Divides a text of windows into days, times and what joins them, in one pass.
 *
 * @param isTurkish Whether windows beside it name days in Turkish
 */
export function tokensOf(text: string, isTurkish: boolean): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  while (at < text.length) {
    if (match(SILENT) !== null) continue;
    const time = match(MILITARY) ?? match(CLOCK);
    if (time !== null) {
      tokens.push(timeOf(time, match(HALF)?.[1]));
      if (FROM.test(match(ENDING)?.[0] ?? "")) tokens.push({ kind: "dash" });
      continue;
    }
    const mark = MARKS.get(text[at] ?? "");
    if (mark !== undefined) {
      tokens.push({ kind: mark });
      at += 1;
      continue;
    }
    const [end, meaning] = wordsAt(text, at, isTurkish);
    const isNumber = /[0-9]/u.test(text[at] ?? "");
    at = end;
    const isFrom = FROM.test(match(ENDING)?.[0] ?? "");
    if (isNumber) tokens.push({ kind: "number" });
    else if (meaning?.kind === "time")
      tokens.push({ kind: "time", minutes: meaning.minutes, half: "word", isPadded: true });
    else if (meaning?.kind === "half" || meaning === undefined) tokens.push({ kind: "unknown" });
    else if (meaning.kind !== "noise") tokens.push(meaning);
    if (isFrom) tokens.push({ kind: "dash" });
  }
  return tokens;
}

/** Where the longest known words from a place on end, and what they mean. */
function wordsAt(
  text: string,
  start: number,
  isTurkish: boolean,
): readonly [end: number, meaning: Meaning | undefined] {
  let [known, meaning]: readonly [number, Meaning | undefined] = [start + 1, undefined];
  let at = start;
  for (let count = 1; count <= MOST_WORDS; count += 1) {
    WORD.lastIndex = at;
    const word = WORD.exec(text);
    if (word === null) break;
    const found = meaningOf(text.slice(start, WORD.lastIndex), isTurkish);
    if (found !== undefined || count === 1) [known, meaning] = [WORD.lastIndex, found];
    at = WORD.lastIndex + (/^[ \u00A0-]/u.exec(text.slice(WORD.lastIndex, WORD.lastIndex + 1))?.[0].length ?? 0);
    if (at === WORD.lastIndex) break;
  }
  return [known, meaning];
}

function timeOf([, hour = "", minute = "00"]: RegExpExecArray, written: string | undefined): Token {
  const hours = Number(hour);
  const minutes = hours * 60 + Number(minute);
  if (Number(minute) > 59 || minutes > 1_440) return { kind: "range" };
  const isPadded = hour.length === 2;
  if (written === undefined) return { kind: "time", minutes, isPadded };
  if (/^[nm]/iu.test(written)) {
    // "12 noon", "12 midnight"
    return minutes === 720
      ? { kind: "time", minutes: /^n/iu.test(written) ? 720 : 0, half: "word", isPadded }
      : { kind: "range" };
  }
  const half = /^(?:p|ös|ö\.s)/iu.test(written) ? "pm" : "am";
  if (hours > 12) return half === "pm" ? { kind: "time", minutes, isPadded } : { kind: "range" };
  if (hours === 0 && half === "pm") return { kind: "range" };
  return { kind: "time", minutes: (minutes % 720) + (half === "pm" ? 720 : 0), half, isPadded };
}
