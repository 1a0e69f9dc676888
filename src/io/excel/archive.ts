import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { TersineError } from "../../index.ts";

/** Most bytes of a workbook's parts when they are unpacked: a small file can claim to hold any number. */
const MOST_BYTES = 128_000_000;

/** Parts of a workbook that hold cells or say how to read them; pictures, pivots and remarks are left packed. */
const NEEDED =
  /^xl\/(?!(?:media|drawings|charts|pivot[a-z]*|theme|printerSettings|embeddings|ctrlProps)\/).*\.(?:xml|rels)$/iu;

/** Texts of the parts of a workbook, by path. */
export type Parts = Map<string, string>;

/**
 * Unpacks what is needed of a workbook. What the parts claim as their size is added up before any is unpacked, and none
 * grows beyond its claim.
 *
 * @throws TersineError EXCEL_INVALID, LIMIT_WORKBOOK
 */
export function unpacked(bytes: Uint8Array): Parts {
  let size = 0;
  const parts = unzipped(bytes, ({ name, originalSize }) => {
    if (!NEEDED.test(name) || size > MOST_BYTES) return false;
    size += originalSize;
    return size <= MOST_BYTES;
  });
  if (size > MOST_BYTES) throw tooLarge(`expected a workbook of at most ${MOST_BYTES} bytes when unpacked, got more.`);
  const texts = new Map(Object.entries(parts).map(([path, part]) => [path, strFromU8(part)]));
  if ([...texts.values()].some((text) => OPEN_TAG.test(text))) throw invalid();
  return texts;
}

/** A tag that another one or the end cuts off: the library takes quadratic time for many of them. */
const OPEN_TAG = /<[^<>]*(?:<|$)/u;

interface PartSize {
  readonly name: string;
  readonly originalSize: number;
}

function unzipped(bytes: Uint8Array, filter: (part: PartSize) => boolean): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    throw invalid(cause);
  }
}

/** What is told of a file that is no workbook, or a broken one. */
export function invalid(cause?: unknown): TersineError {
  const message = "expected an Excel workbook (.xlsx), got a file that is broken or of another kind.";
  const hint = "Open it in the program that made it and save it again as .xlsx, or as CSV (UTF-8).";
  return new TersineError([{ code: "EXCEL_INVALID", path: "", message, hint }], { cause });
}

export function tooLarge(message: string): TersineError {
  return new TersineError([{ code: "LIMIT_WORKBOOK", path: "", message }]);
}

/** Parts as a zip file that is not compressed, for a reader that takes zip files only. */
export function stored(parts: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries([...parts].map(([path, text]) => [path, strToU8(text)])), { level: 0 });
}

/** A zip file packed again without the time of day at which it was made: equal contents give equal bytes. */
export function withoutClock(bytes: Uint8Array): Uint8Array {
  // what the clock of the machine shows is written: on every machine it is the first day that zip files know
  return zipSync(unzipSync(bytes), { mtime: new Date(1980, 0, 1) });
}
