export { decodeText, EncodingError, type DecodedText } from "./decode.ts";
export { readMatchInput, readMatchInputInSteps, type ReadProgress } from "./read.ts";
export { MAXIMUM_BYTES, SizeError, type StreamOptions, textOfStream } from "./stream.ts";
export type {
  ColumnMapping,
  Field,
  InputSources,
  ReadOptions,
  ReadOutcome,
  RejectedRow,
  SourceFormat,
  SourceIssue,
  TextSource,
} from "./source.ts";
export {
  pairsToCsv,
  rejectedToCsv,
  RESULT_SCHEMA_VERSION,
  resultToJson,
  resultToNdjson,
  unmatchedToCsv,
  type WriteOptions,
} from "./write.ts";
