/** Deepest nesting of lists and objects that is read. */
export const MAX_JSON_DEPTH = 200;

export interface JsonFault {
  readonly code: "JSON_SYNTAX" | "JSON_EXTRA_DATA" | "JSON_DUPLICATE_KEY" | "JSON_TOO_DEEP" | "NUMBER_RANGE";
  /** Position in the text, from 0. */
  readonly at: number;
  /** Keys and places that lead to the fault. */
  readonly path: readonly (string | number)[];
}

/** What may stand next; `more` is a comma or the closing bracket of the innermost list or object. */
type Wanted = "value" | "valueOrClose" | "key" | "keyOrClose" | "colon" | "more" | "end";

/** A list or an object that is not closed yet. */
interface Open {
  /** Present for an object. */
  readonly keys?: Set<string>;
  /** Where in it the scan is. */
  place: string | number;
}

/** What a text of JSON shows before it is parsed. */
export interface JsonScan {
  readonly faults: readonly JsonFault[];
  /** Positions of the items of a list that is the document (key ""), or that stands under a key of the document. */
  readonly items: ReadonlyMap<string, readonly number[]>;
}

interface Scan {
  readonly text: string;
  readonly open: Open[];
  readonly faults: JsonFault[];
  readonly items: Map<string, number[]>;
  at: number;
  wanted: Wanted;
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Finds what is wrong with a JSON text (RFC 8259): the first fault of syntax with its position, which engines tell in
 * different words or not at all, and before it what `JSON.parse` takes in silence: keys that stand twice in an object
 * and numbers beyond the range of doubles. Also stops at a nesting deeper than `MAX_JSON_DEPTH`.
 *
 * Without recursion; time grows with the text, memory with the keys of the open objects.
 */
export function scanJson(text: string): JsonScan {
  const scan: Scan = { text, open: [], faults: [], items: new Map(), at: 0, wanted: "value" };
  do skipBlanks(scan);
  while (step(scan));
  return scan;
}

function skipBlanks(scan: Scan): void {
  while (/[\t\n\r ]/u.test(scan.text.charAt(scan.at))) scan.at += 1;
}

/** Reads one token; false at the end and at a fault that ends the scan. */
function step(scan: Scan): boolean {
  const letter = scan.text.charAt(scan.at);
  const innermost = scan.open.at(-1);
  switch (scan.wanted) {
    case "end":
      return letter === "" ? false : fail(scan, "JSON_EXTRA_DATA");
    case "colon":
      return letter === ":" ? pass(scan, "value") : fail(scan);
    case "more":
      if (letter !== ",") return close(scan, letter);
      if (typeof innermost?.place === "number") innermost.place += 1;
      return pass(scan, innermost?.keys === undefined ? "value" : "key");
    case "key":
    case "keyOrClose":
      return letter === "}" && scan.wanted === "keyOrClose" ? close(scan, letter) : readKey(scan, innermost);
    case "value":
    case "valueOrClose":
      return letter === "]" && scan.wanted === "valueOrClose" ? close(scan, letter) : readValue(scan, letter);
  }
}

function pass(scan: Scan, wanted: Wanted): true {
  scan.at += 1;
  scan.wanted = wanted;
  return true;
}

function note(scan: Scan, code: JsonFault["code"], at: number): void {
  scan.faults.push({ code, at, path: scan.open.map(({ place }) => place) });
}

function fail(scan: Scan, code: JsonFault["code"] = "JSON_SYNTAX"): false {
  note(scan, code, scan.at);
  return false;
}

function close(scan: Scan, letter: string): boolean {
  const innermost = scan.open.at(-1);
  if (letter !== (innermost?.keys === undefined ? "]" : "}")) return fail(scan);
  scan.open.pop();
  return pass(scan, scan.open.length === 0 ? "end" : "more");
}

function readKey(scan: Scan, object: Open | undefined): boolean {
  const start = scan.at;
  if (!readText(scan) || object?.keys === undefined) return fail(scan);
  const written = scan.text.slice(start, scan.at);
  const key = written.includes("\\") ? String(JSON.parse(written)) : written.slice(1, -1);
  object.place = key;
  if (object.keys.has(key)) note(scan, "JSON_DUPLICATE_KEY", start);
  object.keys.add(key);
  scan.wanted = "colon";
  return true;
}

/** Keeps where an item of an outer list begins. */
function noteItem({ open, items, at }: Scan): void {
  const [outer, inner] = open;
  const list = open.length === 1 ? outer : open.length === 2 && outer?.keys !== undefined ? inner : undefined;
  if (list === undefined || list.keys !== undefined) return;
  const key = open.length === 1 ? "" : String(outer?.place);
  const known = items.get(key);
  if (known === undefined) items.set(key, [at]);
  else known.push(at);
}

function readValue(scan: Scan, letter: string): boolean {
  if (scan.open.length <= 2) noteItem(scan);
  if (letter === "{" || letter === "[") {
    if (scan.open.length === MAX_JSON_DEPTH) return fail(scan, "JSON_TOO_DEEP");
    scan.open.push(letter === "{" ? { keys: new Set(), place: "" } : { place: 0 });
    return pass(scan, letter === "{" ? "keyOrClose" : "valueOrClose");
  }
  const start = scan.at;
  if (letter === '"' ? !readText(scan) : !readPattern(scan, WORD) && !readPattern(scan, NUMBER)) return fail(scan);
  if (/[-0-9]/u.test(letter) && !Number.isFinite(Number(scan.text.slice(start, scan.at)))) {
    note(scan, "NUMBER_RANGE", start);
  }
  scan.wanted = scan.open.length === 0 ? "end" : "more";
  return true;
}

function readPattern(scan: Scan, pattern: RegExp): boolean {
  pattern.lastIndex = scan.at;
  const [found = ""] = pattern.exec(scan.text) ?? [];
  scan.at += found.length;
  return found !== "";
}

/** Moves behind the closing quote, or to the letter that no text can hold there. */
function readText(scan: Scan): boolean {
  if (scan.text.charAt(scan.at) !== '"') return false;
  scan.at += 1;
  for (;;) {
    const letter = scan.text.charCodeAt(scan.at);
    // NaN at the end of the text; control characters must be escaped
    if (!(letter >= 32)) return false;
    if (letter === 92) {
      if (!readPattern(scan, ESCAPE)) return false;
      continue;
    }
    scan.at += 1;
    if (letter === 34) return true;
  }
}
