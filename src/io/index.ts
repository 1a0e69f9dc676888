export { calendarReader } from "./calendar/reader.ts";
export type { CalendarOptions, CalendarReader, CalendarReading, CalendarSources } from "./calendar/sources.ts";
export { isZip, readSheet, type SheetOptions, type Workbook } from "./excel/read-sheet.ts";
export { type ExcelOptions, resultToExcel } from "./excel/write.ts";
export { type InvitationOptions, type Invitations, invitationsOf } from "./invitations/invitations.ts";
export { decodeText, EncodingError, FormatError, type DecodedText } from "./bytes/decode.ts";
export { groupsFromRows, type GroupLabels, type GroupOptions } from "./feedback/groups.ts";
export { outcomesFromRows, type FeedbackOptions, type FeedbackOutcome } from "./feedback/read.ts";
export { talkFeedbackFromRows, type TalkFeedbackOptions, type TalkFeedbackOutcome } from "./feedback/talk-feedback.ts";
export { groupsToCsv, groupsToExcel } from "./groups/tables.ts";
export { type TalkInvitationOptions, talkInvitationsOf, type TalkSlot } from "./talks/invitations.ts";
export { talkFormToCsv, type TalkPlanOptions, talksToCsv, talksToExcel, type TalkTimes } from "./talks/plan.ts";
export { type ReadSlots, slotsFromRows } from "./talks/slots.ts";
export { knownOptions, knownPairs, type KnownOptions, type KnownPairs } from "./identity/known-options.ts";
export { readPublishedPairs, readPublishedPlan, type PublishedPairs } from "./results/published.ts";
export type { ReadProgress } from "./files.ts";
export { readMatchInput, readMatchInputInSteps } from "./read.ts";
export { bytesOfStream, MAXIMUM_BYTES, SizeError, type StreamOptions, textOfStream } from "./bytes/stream.ts";
export type {
  ColumnMapping,
  FileSource,
  Field,
  InputSources,
  ReadOptions,
  ReadOutcome,
  RejectedRow,
  SheetSource,
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
} from "./results/tables.ts";
