import { settled, type TimesOfDay } from "./spans.ts";
import type { Token } from "./tokens.ts";
import type { DaySpan } from "./words.ts";

/** Days and the times at which a person is free on each of them. */
export interface DaysAndTimes {
  readonly days: readonly DaySpan[];
  readonly times: readonly TimesOfDay[];
}

/** Why tokens make no windows: a word, digits, a time out of range, the order, or ends that are not sure. */
export type WindowFault = "unknown" | "number" | "range" | "form" | "end";

type Group = { readonly days: readonly DaySpan[] } | { readonly times: readonly TimesOfDay[] };

/** A place in a list of tokens, which moves on. */
interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

/** Windows of tokens: days and times in turns, whichever stand first. */
export function windowsOf(tokens: readonly Token[]): readonly DaysAndTimes[] | WindowFault {
  for (const fault of ["number", "unknown", "range"] as const) {
    if (tokens.some(({ kind }) => kind === fault)) return fault;
  }
  const cursor: Cursor = { tokens, at: 0 };
  const groups: Group[] = [];
  for (;;) {
    const { kind } = tokens[cursor.at] ?? {};
    if (kind === undefined) return inPairs(groups);
    // a mark between days and times says nothing
    if (groups.length > 0 && (kind === "dash" || kind === "join")) cursor.at += 1;
    else {
      const group = kind === "days" ? daysAt(cursor) : timesAt(cursor);
      if (typeof group === "string") return group;
      groups.push(group);
    }
  }
}

function inPairs(groups: readonly Group[]): readonly DaysAndTimes[] | WindowFault {
  const pairs: DaysAndTimes[] = [];
  const step = groups[0] !== undefined && "days" in groups[0] ? 1 : -1;
  for (let at = step === 1 ? 0 : 1; at < groups.length || at + step < groups.length; at += 2) {
    const [days, times] = [groups[at], groups[at + step]];
    if (days === undefined || times === undefined || !("days" in days) || !("times" in times)) return "form";
    pairs.push({ days: days.days, times: times.times });
  }
  return pairs.length === 0 ? "form" : pairs;
}

/** `Mon`, `Mon-Fri`, `Mon, Wed and Fri`, `Mon Wed`. */
function daysAt(cursor: Cursor): Group | WindowFault {
  const days: DaySpan[] = [];
  for (let token = next(cursor); token?.kind === "days"; token = next(cursor)) {
    cursor.at += 1;
    const last = next(cursor)?.kind === "dash" ? next(cursor, 1) : undefined;
    if (last?.kind === "days") {
      const range = rangeOf(token.days, last.days);
      if (range === undefined) return "form";
      days.push(range);
      cursor.at += 2;
    } else for (const day of token.days) days.push(day);
    if (next(cursor)?.kind === "join" && next(cursor, 1)?.kind === "days") cursor.at += 1;
  }
  return { days };
}

function rangeOf(from: readonly DaySpan[], to: readonly DaySpan[]): DaySpan | undefined {
  const [first, last] = [from[0], to[0]];
  if (first === undefined || last === undefined || from.length > 1 || to.length > 1) return undefined;
  if (first.first !== first.last || last.first !== last.last) return undefined;
  return { first: first.first, last: last.last, text: `${first.text}-${last.text}` };
}

/** `9-10`, `9am to noon, 14:00-16:00`, `between 9 and 11`. */
function timesAt(cursor: Cursor): Group | WindowFault {
  const times: TimesOfDay[] = [];
  for (;;) {
    const isBetween = next(cursor)?.kind === "between";
    if (isBetween) cursor.at += 1;
    const [start, mark, end] = [next(cursor), next(cursor, 1)?.kind, next(cursor, 2)];
    const isSpan = mark === "dash" || mark === "with" || (isBetween && mark === "join");
    if (start?.kind !== "time" || !isSpan || end?.kind !== "time") return "form";
    const span = settled(start, end);
    if (span === undefined) return "end";
    times.push(span);
    cursor.at += 3;
    const more = next(cursor)?.kind === "join" ? 1 : 0;
    const following = next(cursor, more)?.kind;
    if (following !== "time" && following !== "between") return { times };
    cursor.at += more;
  }
}

function next({ tokens, at }: Cursor, further = 0): Token | undefined {
  return tokens[at + further];
}
