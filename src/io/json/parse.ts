import { type JsonFault, MAX_JSON_DEPTH, scanJson } from "./scan.ts";
import type { SourceIssue } from "../source.ts";

/** A parsed text, or why it cannot be taken. */
export type Parsed =
  | {
      readonly value: unknown;
      /** Lines of the items of an outer list: of the document as a list (key ""), or under a key of the document. */
      readonly linesOf: (key: string) => readonly number[];
    }
  | { readonly issues: readonly [SourceIssue & { readonly severity: "error" }, ...SourceIssue[]] };

const FAULTS: Readonly<Record<JsonFault["code"], { readonly message: string; readonly hint?: string }>> = {
  JSON_SYNTAX: {
    message: "expected JSON, got something else here.",
    hint: "JSON has no comments and no commas before a closing bracket.",
  },
  JSON_EXTRA_DATA: {
    message: "expected the end of the JSON document, got more.",
    hint: "Several documents, one a line, are NDJSON: say --format ndjson.",
  },
  JSON_DUPLICATE_KEY: { message: "expected each key of an object once, got one again." },
  JSON_TOO_DEEP: { message: `expected at most ${MAX_JSON_DEPTH} lists and objects within each other, got more.` },
  NUMBER_RANGE: { message: "expected a number that a double can hold, got a larger one." },
};

/** Parses JSON; every fault is told by line and column, from 1. A key that stands twice is one. */
export function parseJson(file: string, text: string, line = 1): Parsed {
  const { faults, items } = scanJson(text);
  const placeOf = placesIn(text, line);
  const [first, ...rest] = faults.map((fault) => issueOf(fault, file, placeOf(fault.at)));
  if (first !== undefined) return { issues: [first, ...rest] };
  const value: unknown = JSON.parse(text);
  const linesOf = (key: string): readonly number[] => {
    const lineAt = placesIn(text, line);
    return (items.get(key) ?? []).map((at) => lineAt(at).line);
  };
  return { value, linesOf };
}

interface TextPlace {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

/** Lines and columns of positions that never fall, counted on from the last one: linear in the text for all of them. */
function placesIn(text: string, firstLine: number): (at: number) => TextPlace {
  const ends = /\r\n|\r|\n/gu;
  let line = firstLine;
  let start = 0;
  let next = ends.exec(text);
  return (at) => {
    for (; next !== null && ends.lastIndex <= at; next = ends.exec(text)) {
      line += 1;
      start = ends.lastIndex;
    }
    return { line, column: at - start + 1 };
  };
}

function issueOf({ code, path }: JsonFault, file: string, place: TextPlace) {
  const { message, hint } = FAULTS[code];
  const isAbout = code === "JSON_DUPLICATE_KEY" || code === "NUMBER_RANGE";
  const told = isAbout ? `${pointerOf(path)}: ${message}` : message;
  return { code, severity: "error", file, ...place, message: told, ...(hint === undefined ? {} : { hint }) } as const;
}

/** RFC 6901. */
export function pointerOf(path: JsonFault["path"]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
