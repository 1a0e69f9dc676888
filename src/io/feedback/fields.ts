import { readYesNo } from "../values/roles.ts";
import { QUESTIONS, REASONS } from "../../evaluate/outcomes/questions.ts";
import { normalHeader } from "../columns/header-text.ts";

/** What a column of feedback may hold. `respondent` and `partner` stand for the two ids where `by` says whose answer it is. */
export type FeedbackField =
  | "mentorId"
  | "menteeId"
  | "respondent"
  | "partner"
  | "by"
  | "at"
  | "answeredAt"
  | "rating"
  | "met"
  | "metTimes"
  | "continued"
  | "weeks"
  | "endedBecause";

/** Headers by field that no form of this library has: usual names, and what forms add by themselves. */
const HEADERS: Readonly<Record<FeedbackField, readonly string[]>> = {
  mentorId: ["mentor", "mentor id", "mentor no", "mentor e-mail"],
  menteeId: ["mentee", "mentee id", "mentee no", "mentee e-mail"],
  respondent: ["respondent", "your e-mail", "email address", "e-posta adresi", "siz"],
  partner: ["partner", "partner id", "your partner", "eşiniz"],
  by: ["by", "role", "rol"],
  at: ["at", "occasion", "date", "meeting", "tarih", "görüşme"],
  answeredAt: [
    ...["answered at", "timestamp", "completion time", "submitted at"],
    ...["zaman damgası", "tamamlanma zamanı", "gönderim zamanı", "yanıt zamanı"],
  ],
  rating: ["rating", "not", "puan"],
  met: ["met"],
  metTimes: ["met times", "meetings"],
  continued: ["continued"],
  weeks: ["weeks", "week", "hafta"],
  endedBecause: ["ended because", "reason", "neden"],
};

function isAsked(field: FeedbackField): field is FeedbackField & keyof typeof QUESTIONS {
  return Object.hasOwn(QUESTIONS, field);
}

const FIELD_OF: ReadonlyMap<string, FeedbackField> = new Map(
  (Object.keys(HEADERS) as FeedbackField[]).flatMap((field) =>
    [field, ...HEADERS[field], ...(isAsked(field) ? Object.values(QUESTIONS[field]) : [])].map(
      (header) => [normalHeader(header), field] as const,
    ),
  ),
);

const REASON_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(REASONS).flatMap(([reason, words]) =>
    [reason, ...Object.values(words)].map((word) => [normalHeader(word), reason]),
  ),
);

/** The field that a header names. */
export function feedbackField(header: string, mapping: Readonly<Record<string, string>>): FeedbackField | undefined {
  for (const [field, own] of Object.entries(mapping)) {
    if (normalHeader(own) === normalHeader(header) && isField(field)) return field;
  }
  return FIELD_OF.get(normalHeader(header));
}

function isField(text: string): text is FeedbackField {
  return Object.hasOwn(HEADERS, text);
}

/** What a cell says, or why it says nothing that can be used. */
export type FeedbackValue =
  { readonly value: string | number | boolean } | { readonly code: string; readonly message: string };

/** Reads a cell that is not blank. */
export function feedbackValue(field: FeedbackField, given: unknown): FeedbackValue {
  const text = typeof given === "string" ? given.trim() : String(given);
  switch (field) {
    case "rating":
    case "metTimes":
    case "weeks":
      return numberOf(text);
    case "met":
    case "continued":
      return readYesNo(typeof given === "boolean" ? given : text);
    case "by":
      return sideOf(text);
    case "endedBecause": {
      const reason = REASON_OF.get(normalHeader(text));
      if (reason !== undefined) return { value: reason };
      return { code: "VALUE_UNKNOWN", message: `expected one of ${Object.keys(REASONS).join(", ")}, or their words.` };
    }
    default:
      return { value: text };
  }
}

/** A number with a decimal point or comma; forms may write the words of a scale behind it, as `4 - useful`. */
function numberOf(text: string): FeedbackValue {
  const [, digits] = /^(\d{1,6}(?:[.,]\d{1,6})?)(?:\s*[-–—:(/].*)?$/u.exec(text) ?? [];
  if (digits !== undefined) return { value: Number(digits.replace(",", ".")) };
  return { code: "NUMBER_FORMAT", message: "expected a number in digits." };
}

function sideOf(text: string): FeedbackValue {
  const word = normalHeader(text);
  if (word === "mentor" || word === "mentee") return { value: word };
  return { code: "VALUE_UNKNOWN", message: "expected mentor or mentee." };
}
