import type { Steps } from "../base/steps.ts";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { oncePer } from "../base/memo.ts";
import { compareText } from "../base/text.ts";
import type { Program } from "../model/program.ts";

/** SHA-256 of a text, in hexadecimal digits. */
export function hash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Lists whose order means nothing; all others keep theirs. */
const SETS: ReadonlySet<string> = new Set(["teaches", "learns", "goals", "avoid", "availability", "windows", "away"]);

/** Fields whose text lists windows. */
const WINDOWS: ReadonlySet<string> = new Set(["availability", "windows"]);

/** The lists of a programme in the order in which their names sort. */
export const LISTS = ["mentees", "mentors", "people"] as const;

/** Entries hashed at a time, and between two states that are kept: some ten kilobytes. */
const STRIDE = 64;

/** A hash, and the states on the way to it, from which that of a programme with the same beginning can go on. */
export interface HashTrail {
  readonly hash: string;
  /** Before every `STRIDE`-th piece, from the first one on. */
  readonly states: readonly State[];
}

type State = ReturnType<typeof sha256.create>;

const trailOf = new WeakMap<Program, HashTrail>();

/**
 * SHA-256 of one text for all inputs that mean the same: people by id, fields by name, sets by the texts of their items.
 * The caller's own data is taken as written but for the order of fields, because custom functions may read anything in it.
 *
 * A programme never changes, so its hash is made once. Can be paused every few people.
 */
export function inputHash(program: Program): Steps<string> {
  return hashFrom(program, [sha256.create()]);
}

/** The trail of a programme that has been hashed. */
export function hashTrailOf(program: Program): HashTrail | undefined {
  return trailOf.get(program);
}

/**
 * Hashes a programme from the last of some states on, one for each `STRIDE` pieces at its beginning. Can be paused every
 * few people.
 */
export function* hashFrom(program: Program, known: readonly State[]): Steps<string> {
  const made = trailOf.get(program);
  if (made !== undefined) return made.hash;
  const states = [...known];
  const state = states.at(-1)?.clone() ?? sha256.create();
  const count = pieceCount(program);
  const start = STRIDE * (states.length - 1);
  for (let from = start; from < count; from += STRIDE) {
    if (from > start) states.push(state.clone());
    state.update(utf8ToBytes(piecesOf(program, from, Math.min(from + STRIDE, count))));
    yield;
  }
  const hash = bytesToHex(state.digest());
  trailOf.set(program, { hash, states });
  return hash;
}

/** The states of a trail that hold for every programme with the same first pieces. */
export function statesWithin({ states }: HashTrail, pieces: number): readonly State[] {
  return states.slice(0, 1 + Math.floor(pieces / STRIDE));
}

/** Pieces of the text: for each list what comes before it, then its entries; and what follows the last one. */
function pieceCount(program: Program): number {
  return LISTS.reduce((count, list) => count + 1 + program[list].length, 1);
}

function piecesOf(program: Program, from: number, until: number): string {
  let text = "";
  let start = 0;
  for (const list of LISTS) {
    const entries = program[list];
    if (from <= start && start < until) text += opening(program, list);
    const last = Math.min(until - start - 1, entries.length);
    for (let at = Math.max(0, from - start - 1); at < last; at += 1) {
      const entry = entries[at];
      if (entry !== undefined) text += (at === 0 ? "" : ",") + canonicalEntry(entry);
    }
    start += 1 + entries.length;
  }
  return from <= start && start < until ? `${text}],"period":${canonicalText(program.period ?? null)}}` : text;
}

function opening({ levels }: Program, list: (typeof LISTS)[number]): string {
  return list === "mentees" ? `{"levels":${canonicalText(levels ?? null)},"mentees":[` : `],"${list}":[`;
}

/** The text that is hashed for an entry, made once for each. */
export const canonicalEntry = oncePer((entry: object) => canonicalText(entry));

function canonicalText(value: unknown, key = "", isOwnData = false): string {
  if (Array.isArray(value)) {
    const items = Array.from<unknown>(value).map((item) => canonicalText(item, "", isOwnData));
    return `[${(!isOwnData && SETS.has(key) ? items.sort(compareText) : items).join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    fields.sort(([a], [b]) => compareText(a, b));
    const texts = fields.map(
      ([name, field]) => `${JSON.stringify(name)}:${canonicalText(field, name, isOwnData || name === "attributes")}`,
    );
    return `{${texts.join(",")}}`;
  }
  if (typeof value === "string" && !isOwnData && WINDOWS.has(key)) return JSON.stringify(sortedWindows(value));
  return JSON.stringify(value);
}

function sortedWindows(text: string): string {
  const windows = text.split(/[;\n]/u).map((window) => window.trim());
  return windows
    .filter((window) => window !== "")
    .sort(compareText)
    .join("; ");
}
