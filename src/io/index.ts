export { calendarReader } from "./calendar/reader.ts";
export type { CalendarOptions, CalendarReader, CalendarReading, CalendarSources } from "./calendar/sources.ts";
export { decodeText, EncodingError, FormatError, type DecodedText } from "./decode.ts";
export { knownOptions, knownPairs, type KnownOptions, type KnownPairs } from "./identity/known-options.ts";
export { readPublishedPairs, type PublishedPairs } from "./published.ts";
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
  resultJsonSchema,
  resultToJson,
  resultToNdjson,
  unmatchedToCsv,
  type WriteOptions,
  type WrittenResult,
} from "./write.ts";
