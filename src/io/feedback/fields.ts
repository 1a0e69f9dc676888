import { readYesNo } from "../values/roles.ts";
import { normalHeader } from "../columns/header-text.ts";

/** What a column of feedback may hold. `respondent` and `partner` stand for the two ids where `by` says whose answer it is. */
export type FeedbackField =
  | "mentorId"
  | "menteeId"
  | "respondent"
  | "partner"
  | "by"
  | "at"
  | "rating"
  | "met"
  | "metTimes"
  | "continued"
  | "weeks"
  | "endedBecause";

/** Headers by field: the field's name, what forms ask in both languages, and usual names. */
const HEADERS: Readonly<Record<FeedbackField, readonly string[]>> = {
  mentorId: ["mentor", "mentor id", "mentor no", "mentor e-mail"],
  menteeId: ["mentee", "mentee id", "mentee no", "mentee e-mail"],
  respondent: ["respondent", "your id", "your e-mail", "email address", "e-posta adresi", "sizin kimliğiniz", "siz"],
  partner: ["partner", "partner id", "your partner", "your partner's id", "eşiniz", "eşinizin kimliği"],
  by: ["by", "role", "your role", "rolünüz", "rol"],
  at: ["at", "occasion", "date", "meeting", "timestamp", "zaman damgası", "tarih", "görüşme"],
  rating: ["rating", "how useful was the meeting?", "görüşme ne kadar yararlıydı?", "not", "puan"],
  met: ["met", "did the meeting take place?", "görüşme yapıldı mı?"],
  metTimes: ["met times", "meetings", "how often have you met?", "kaç kez buluştunuz?"],
  continued: ["continued", "do you still meet?", "hâlâ buluşuyor musunuz?"],
  weeks: ["weeks", "week", "which week of the programme is it?", "programın kaçıncı haftası?", "hafta"],
  endedBecause: ["ended because", "reason", "if not, why?", "hayırsa neden?", "neden"],
};

/** Answers by word, in both languages, for the closed list of reasons. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  noTime: ["no time", "zaman yok"],
  noContact: ["could not reach the partner", "eşe ulaşılamadı"],
  noMatchOfTopics: ["the topics did not fit", "konular uymadı"],
  noMatchOfPeople: ["we did not get on", "anlaşamadık"],
  goalReached: ["the goal is reached", "amaca ulaşıldı"],
  leftOrganisation: ["one of us left the organisation", "birimiz kurumdan ayrıldı"],
  changedRole: ["one of us changed roles", "birimizin görevi değişti"],
  other: ["other", "başka"],
};

const FIELD_OF: ReadonlyMap<string, FeedbackField> = new Map(
  (Object.keys(HEADERS) as FeedbackField[]).flatMap((field) =>
    [field, ...HEADERS[field]].map((header) => [normalHeader(header), field] as const),
  ),
);

const REASON_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(REASONS).flatMap(([reason, words]) => [reason, ...words].map((word) => [normalHeader(word), reason])),
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
