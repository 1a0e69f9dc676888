import { asPublic } from "../../base/public.ts";
import { decodeText, type DecodedText } from "./decode.ts";

export interface StreamOptions {
  /** As for `decodeText`. */
  readonly encoding?: string;
  /** @default 64,000,000 */
  readonly maximumBytes?: number;
}

/** Most bytes of one file, unless a caller says otherwise. */
export const MAXIMUM_BYTES = 64_000_000;

/** More bytes than are taken. */
export class SizeError extends Error {
  override readonly name = "SizeError";
  readonly code = "LIMIT_FILE_SIZE";

  constructor(maximumBytes: number, bytes: number) {
    super(`expected at most ${maximumBytes} bytes, got ${bytes === Infinity ? "more" : bytes}.`);
  }
}

/**
 * Bytes of a stream, read no further than the limit.
 *
 * @throws SizeError beyond `maximumBytes`, and what the stream throws
 */
export function bytesOfStream(
  chunks: AsyncIterable<Uint8Array>,
  options: Pick<StreamOptions, "maximumBytes"> = {},
): Promise<Uint8Array> {
  return asPublic("bytesOfStream", async () => {
    const { maximumBytes = MAXIMUM_BYTES } = options;
    const kept: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > maximumBytes) throw new SizeError(maximumBytes, Infinity);
      kept.push(chunk);
    }
    const bytes = new Uint8Array(size);
    let start = 0;
    for (const chunk of kept) {
      bytes.set(chunk, start);
      start += chunk.length;
    }
    return bytes;
  });
}

/**
 * Text of a stream of bytes: a file, a request body, standard input. It is read no further than the limit.
 *
 * @throws SizeError beyond `maximumBytes`, EncodingError, and what the stream throws
 */
export function textOfStream(chunks: AsyncIterable<Uint8Array>, options: StreamOptions = {}): Promise<DecodedText> {
  return asPublic("textOfStream", async () => {
    const { encoding, ...limits } = options;
    return decodeText(await bytesOfStream(chunks, limits), encoding);
  });
}
