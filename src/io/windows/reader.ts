import type { Cell, Told } from "../values/numbers.ts";
import { type DaysAndTimes, type WindowFault, windowsOf } from "./grammar.ts";
import { merged, written } from "./merged.ts";
import type { TimesOfDay } from "./spans.ts";
import { isInTurkish, tokensOf } from "./tokens.ts";

/** Longest text of one person's windows; longer ones are no answer to a question. */
const LONGEST = 20_000;
/** Most windows of one person, after those that touch have become one; the model takes no more. */
const MOST = 1_000;

const EXAMPLE = "Write Mon 09:00-11:30; Wed 2pm-4pm.";
const CLOCK = "Write am or pm, or the hours of a clock of 24: 14:00-16:00.";

const FAULTS: Readonly<Record<WindowFault, Told>> = {
  unknown: {
    code: "WEEKDAY_UNKNOWN",
    message: "expected days and times in English or Turkish, got another word.",
    hint: EXAMPLE,
  },
  number: { code: "TIME_FORMAT", message: "expected times such as 9:00, 9.30 or 2pm.", hint: EXAMPLE },
  range: { code: "TIME_RANGE", message: "expected times from 00:00 to 24:00.", hint: EXAMPLE },
  form: { code: "WINDOW_FORMAT", message: "expected days, and times with a start and an end.", hint: EXAMPLE },
  end: {
    code: "WINDOW_END",
    message: "expected an end after the start; which half of the day is meant is not sure.",
    hint: CLOCK,
  },
};

const DOUBTS: Readonly<Record<NonNullable<TimesOfDay["doubt"]>, { readonly code: string; readonly what: string }>> = {
  night: { code: "WINDOW_NIGHT", what: "run over midnight, as the end is before the start" },
  long: { code: "WINDOW_LONG", what: "are longer than 12 hours" },
  early: { code: "WINDOW_EARLY", what: "begin before 06:00, as neither am nor pm is said" },
};

/** Reads one of several windows; knows those that it has read before, as answers to a form repeat. */
export type WindowReader = (part: string, isTurkish: boolean) => readonly DaysAndTimes[] | WindowFault;

/** Most windows that are remembered, and the longest of them. */
const [MOST_REMEMBERED, LONGEST_REMEMBERED] = [5_000, 60];

export function windowReader(): WindowReader {
  const known = new Map<string, ReturnType<WindowReader>>();
  return (part, isTurkish) => {
    const key = isTurkish ? `tr ${part}` : part;
    const found = known.get(key) ?? windowsOf(tokensOf(part, isTurkish));
    if (known.size < MOST_REMEMBERED && part.length <= LONGEST_REMEMBERED) known.set(key, found);
    return found;
  };
}

/**
 * Reads windows in the forms of surveys, polls and calendars into the form of the model: `Mon-Fri 9am-5pm`, `Mon, Wed
 * 9-10am`, `6:00-7:00pm Th`, `weekdays 09.00 – 17.00`, `Pzt-Cum 9-17`; divided by semicolons, bars, line ends, or commas.
 * Windows that touch become one. Nothing is guessed: what is not understood is an error, what is doubtful is told.
 */
export function readWindowsText(text: string, readWindow: WindowReader = windowReader()): Cell {
  if (text.length > LONGEST) {
    return { code: "LIMIT_TEXT_LENGTH", message: `expected at most ${LONGEST} characters of windows, got more.` };
  }
  const windows: DaysAndTimes[] = [];
  const parts = text.split(/[;|\n•]/u).filter((part) => part.trim() !== "");
  const isTurkish = isInTurkish(text);
  for (const [at, part] of parts.entries()) {
    const read = readWindow(part, isTurkish);
    if (typeof read === "string") return { ...FAULTS[read], message: `window ${at + 1}: ${FAULTS[read].message}` };
    for (const each of read) windows.push(each);
  }
  const all = merged(windows);
  const count = all.reduce((sum, { days, times }) => sum + days.length * times.length, 0);
  if (count > MOST) return { code: "LIMIT_LIST_LENGTH", message: `expected at most ${MOST} windows, got more.` };
  const value = written(all);
  const isSure = windows.every(({ times }) => times.every(({ doubt }) => doubt === undefined));
  return isSure ? { value } : { value, doubts: doubtsOf(windows) };
}

function doubtsOf(windows: readonly DaysAndTimes[]): readonly Told[] {
  const all = windows.flatMap(({ times }) => times.map(({ doubt }) => doubt));
  return (["night", "long", "early"] as const).flatMap((kind): readonly Told[] => {
    const count = all.filter((doubt) => doubt === kind).length;
    const { code, what } = DOUBTS[kind];
    return count === 0 ? [] : [{ code, message: `windows that ${what}: ${count}.`, hint: CLOCK }];
  });
}
