import { isRecord } from "../../base/given.ts";
import { asPublic } from "../../base/public.ts";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { isEvent, type PoolEvent } from "../event.ts";
import { refuseUnknown, throwingAll, type Refuse } from "../issues.ts";
import { instantOf } from "../time.ts";

/** What a line says that `forget` wrote: which lines it took something out of. Nobody is named. */
export interface Forgetting {
  readonly at: string;
  /** Numbers of the lines, from 1. */
  readonly forgot: readonly number[];
}

/** One line of a log. */
export interface LogLine {
  /** Hash of the line before; "" in the first line. */
  readonly previous: string;
  /** What happened. Absent where all of it was forgotten. */
  readonly event?: PoolEvent | Forgetting;
  /** Present where somebody was taken out: the hash can no longer be checked. */
  readonly forgotten?: "whole" | "part";
  /** With a key: 64 digits that nobody can guess without it. They go with what was forgotten. */
  readonly salt?: string;
  /** SHA-256 of `previous`, of the salt if there is one, and of the event as it was written first. */
  readonly hash: string;
}

/** A log that has been read and checked. */
export interface PoolLog {
  /** What happened, in its order, without what was forgotten. */
  readonly events: readonly PoolEvent[];
  /** Numbers of the lines, from 1, whose content cannot be checked since somebody was forgotten. */
  readonly unchecked: readonly number[];
}

export interface LogOptions {
  /**
   * A secret of at least 32 bytes, the same for the whole log, kept elsewhere: lines get a salt made of it, so that nobody can
   * tell from the hash of a forgotten line what it said by guessing ids. Reading a log takes no key. @default no salt
   */
  readonly key?: Uint8Array;
}

const KEY_BYTES = 32;

/**
 * A log with some events more, as JSON lines to be stored. Each line holds the hash of the one before, so a line that is
 * changed, left out or moved later is found by `readLog`. What was in the log stays byte for byte.
 *
 * @param log The log so far, "" for a new one
 * @throws TersineError as `readLog`, and for what is no event; CLOCK_BACKWARDS for an event before the last line; FIELD_TYPE,
 *   FIELD_UNKNOWN, KEY_LENGTH for the options
 */
export function appendToLog(log: string, events: readonly PoolEvent[], options: LogOptions = {}): string {
  return asPublic("appendToLog", () => {
    const lines = checkedLines(log);
    throwingAll((refuse) => {
      if (!Array.isArray(events)) refuse("LIST_EXPECTED", "/events", "expected a list of events, got something else.");
      else events.forEach((event, place) => isEvent(event, `/events/${place}`, refuse));
      checkKey(options, refuse);
    });
    checkClock(lines, events);
    return withLines(log, lines.at(-1)?.hash ?? "", events, options.key);
  });
}

function checkKey(options: unknown, refuse: Refuse): void {
  if (!isRecord(options)) {
    refuse("FIELD_TYPE", "/options", "expected an object of options.");
    return;
  }
  refuseUnknown(options, ["key"], "", refuse);
  const { key } = options;
  if (key === undefined) return;
  if (!(key instanceof Uint8Array)) refuse("FIELD_TYPE", "/key", "expected the bytes of a key as a Uint8Array.");
  else if (key.length < KEY_BYTES) refuse("KEY_LENGTH", "/key", `expected a key of at least ${KEY_BYTES} bytes.`);
}

function checkClock(lines: readonly LogLine[], events: readonly PoolEvent[]): void {
  let last = lastInstant(lines);
  throwingAll((refuse) => {
    events.forEach((event, place) => {
      const at = instantIn(event);
      if (at < last) refuse("CLOCK_BACKWARDS", `/events/${place}/at`, "expected no event before the line above it.");
      last = Math.max(last, at);
    });
  });
}

/** Instant of the latest line; `-Infinity` if none tells one. */
export function lastInstant(lines: readonly LogLine[]): number {
  return lines.reduce(
    (latest, { event }) => Math.max(latest, event === undefined ? latest : instantIn(event)),
    -Infinity,
  );
}

function instantIn({ at }: { readonly at: string }): number {
  return instantOf(at) ?? -Infinity;
}

/** The log with further lines. */
export function withLines(
  log: string,
  last: string,
  events: readonly (PoolEvent | Forgetting)[],
  key?: Uint8Array,
): string {
  let previous = last;
  const added = events.map((event) => {
    const salt =
      key === undefined ? undefined : bytesToHex(hmac(sha256, key, utf8ToBytes(previous + canonical(event))));
    const own = salt === undefined ? {} : { salt };
    const line: LogLine = { previous, event, ...own, hash: hashOf(previous, event, salt) };
    previous = line.hash;
    return `${JSON.stringify(line)}\n`;
  });
  return (log === "" || log.endsWith("\n") ? log : `${log}\n`) + added.join("");
}

function hashOf(previous: string, event: PoolEvent | Forgetting, salt = ""): string {
  return bytesToHex(sha256(utf8ToBytes(previous + salt + canonical(event))));
}

/** One text for all ways to write an object: fields by name. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(",")}}`;
}

/**
 * Reads a log and checks its chain.
 *
 * A chain shows that nothing was changed after the fact by somebody who did not write all later lines again. Keep the last
 * hash elsewhere, with the minutes of a meeting for example, to show that too.
 *
 * @throws TersineError LOG_BROKEN with the line, from 1, in its path: what is no line, a hash that does not fit, or something
 *   taken out without `forget`
 */
export function readLog(log: string): PoolLog {
  return asPublic("readLog", () => {
    const lines = checkedLines(log);
    return {
      events: lines.flatMap(({ event }) => (event === undefined || "forgot" in event ? [] : [event])),
      unchecked: lines.flatMap(({ forgotten }, index) => (forgotten === undefined ? [] : [index + 1])),
    };
  });
}

/** The lines of a log, each checked. */
export function checkedLines(log: string): readonly LogLine[] {
  return throwingAll((refuse) => {
    if (typeof log !== "string") {
      refuse("FIELD_TYPE", "", "expected a log as text, got something else.");
      return [];
    }
    const texts = log.split("\n").filter((text) => text.trim() !== "");
    const lines = texts.map((text, index) => lineFrom(text, `/${index + 1}`, refuse));
    const sound = lines.filter((line) => line !== undefined);
    if (sound.length < lines.length) return [];
    const admitted = new Set(
      sound.flatMap(({ event }) => (event !== undefined && "forgot" in event ? event.forgot : [])),
    );
    sound.forEach((line, index) => {
      checkLine(line, sound[index - 1]?.hash ?? "", admitted.has(index + 1), `/${index + 1}`, refuse);
    });
    return sound;
  });
}

function lineFrom(text: string, path: string, refuse: Refuse): LogLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refuse("LOG_BROKEN", path, "expected a line of JSON, got something else.");
    return undefined;
  }
  if (isLine(value, path, refuse)) return value;
  refuse("LOG_BROKEN", path, "expected a line that this log wrote, got something else.");
  return undefined;
}

function isLine(value: unknown, path: string, refuse: Refuse): value is LogLine {
  if (!isRecord(value)) return false;
  const { previous, hash, event, forgotten, salt } = value;
  if (typeof previous !== "string" || typeof hash !== "string") return false;
  if (salt !== undefined && typeof salt !== "string") return false;
  if (forgotten !== undefined && forgotten !== "whole" && forgotten !== "part") return false;
  if (event === undefined) return forgotten === "whole";
  if (isRecord(event) && "forgot" in event) return isForgetting(event);
  return isEvent(event, `${path}/event`, refuse);
}

function isForgetting({ at, forgot }: Readonly<Record<string, unknown>>): boolean {
  return typeof at === "string" && Array.isArray(forgot) && forgot.every((line) => Number.isInteger(line));
}

function checkLine(line: LogLine, before: string, isAdmitted: boolean, path: string, refuse: Refuse): void {
  const { previous, event, forgotten, salt, hash } = line;
  if (previous !== before) {
    refuse("LOG_BROKEN", path, "expected the hash of the line before: a line was changed, left out or moved.");
  }
  if (forgotten === undefined) {
    if (event === undefined || hashOf(previous, event, salt) !== hash) {
      refuse("LOG_BROKEN", path, "expected the content that the hash was made of: the line was changed.");
    }
  } else if (!isAdmitted) {
    refuse("LOG_BROKEN", path, "expected no gap: no later line says that something was forgotten here.");
  }
}
