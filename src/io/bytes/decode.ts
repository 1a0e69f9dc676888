import { asPublic } from "../../base/public.ts";
import { TersineError } from "../../index.ts";

/** Text of a file, and the encoding that it was read in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Decodes the bytes of a file: UTF-8, or UTF-16 where a byte order mark says so; the mark is taken away.
 *
 * @param encoding Another encoding by its WHATWG label, such as `windows-1254` for Turkish files of older spreadsheets. Where
 *   it has one byte a letter it is that of files which are not in UTF-8: what is valid UTF-8 beyond ASCII is hardly ever meant
 *   otherwise, and read in such an encoding it would turn every name into signs, without an error
 * @throws FormatError for the files of other programs, by their first bytes
 * @throws EncodingError for bytes that are no UTF-8 where no encoding is given
 * @throws TersineError VALUE_UNKNOWN for an encoding that the runtime does not know, TEXT_NOT_UNICODE for bytes that are no
 *   text in the one given, or in UTF-16
 */
export function decodeText(bytes: Uint8Array, encoding?: string): DecodedText {
  return asPublic("decodeText", () => {
    const known = FORMATS.find(({ start }) => start.every((byte, at) => bytes[at] === byte));
    if (known !== undefined) throw new FormatError(known.what);
    const own = marked(bytes, 0xff, 0xfe) ? "utf-16le" : marked(bytes, 0xfe, 0xff) ? "utf-16be" : "utf-8";
    let label = own;
    try {
      if (encoding !== undefined && !isOwn(bytes, own, encoding)) label = encoding;
      return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding: label };
    } catch (cause) {
      if (encoding === undefined && label === "utf-8") {
        const offset = firstBadByte(bytes);
        throw new EncodingError(offset, lineOf(bytes, offset), { cause });
      }
      throw refused(cause);
    }
  });
}

function refused(cause: unknown): TersineError {
  const path = "/encoding";
  // the WHATWG standard: a label that is not known is a RangeError, bytes that do not fit are a TypeError
  const issue =
    cause instanceof RangeError
      ? { code: "VALUE_UNKNOWN" as const, path, message: "expected the name of an encoding, such as windows-1254." }
      : { code: "TEXT_NOT_UNICODE" as const, path, message: "expected text in the encoding, got other bytes." };
  return new TersineError([issue], { cause });
}

/** Files that people take for tables; no text begins so. */
const FORMATS: readonly { readonly what: string; readonly start: readonly number[] }[] = [
  { what: "an Excel workbook or another zip file", start: [0x50, 0x4b, 0x03, 0x04] },
  {
    what: "an old Excel workbook (.xls), or one with a password",
    start: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  },
  { what: "a gzip file", start: [0x1f, 0x8b] },
  { what: "a PDF document", start: [0x25, 0x50, 0x44, 0x46, 0x2d] },
];

/** A file of another kind than text. */
export class FormatError extends Error {
  override readonly name = "FormatError";
  readonly code = "FILE_NOT_TEXT";

  constructor(what: string) {
    super(`expected text, got ${what}. Save the table as CSV (UTF-8), or unpack the file.`);
  }
}

/** Bytes that are not UTF-8. */
export class EncodingError extends Error {
  override readonly name = "EncodingError";
  readonly code = "ENCODING_NOT_UTF8";
  /** Position of the first such byte, from 0. */
  readonly offset: number;
  /** Its line, from 1. */
  readonly line: number;

  constructor(offset: number, line: number, options?: { readonly cause?: unknown }) {
    super(
      `expected UTF-8, got other bytes in line ${line}, at offset ${offset}. Name the encoding (windows-1254, say) or save as UTF-8.`,
      options,
    );
    this.offset = offset;
    this.line = line;
  }
}

const ONE_BYTE = /^(?:windows-|iso-8859-|ibm866$|koi8-|macintosh$|x-mac-)/u;

/** Whether a file shows that it is in UTF-8 or UTF-16, whatever else is named for files of one byte a letter. */
function isOwn(bytes: Uint8Array, own: string, encoding: string): boolean {
  if (!ONE_BYTE.test(new TextDecoder(encoding).encoding)) return false;
  if (own !== "utf-8") return true;
  return bytes.some((byte) => byte >= 0x80) && isDecodable(bytes, true);
}

function marked(bytes: Uint8Array, first: number, second: number): boolean {
  return bytes[0] === first && bytes[1] === second;
}

/** By halves: the longest prefix that decodes ends where the fault begins. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    if (isDecodable(bytes.subarray(0, middle))) good = middle;
    else bad = middle - 1;
  }
  return good - brokenLetter(bytes, good);
}

/** Bytes before `end` of a letter that is not complete there: it is at fault, not what follows. */
function brokenLetter(bytes: Uint8Array, end: number): number {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes[end - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

/** Whether bytes are UTF-8: a whole file, or a beginning, in which a letter that is cut in two at the end is no fault. */
function isDecodable(bytes: Uint8Array, isWhole = false): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: !isWhole });
    return true;
  } catch {
    return false;
  }
}

function lineOf(bytes: Uint8Array, offset: number): number {
  return bytes.subarray(0, offset).reduce((line, byte) => (byte === 10 ? line + 1 : line), 1);
}
