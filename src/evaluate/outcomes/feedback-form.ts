import { throwIssues } from "../../base/error.ts";
import { issue, unknownFields } from "../../base/given.ts";
import { asPublic } from "../../base/public.ts";
import type { Outcome } from "./outcome.ts";
import { QUESTIONS, REASONS, type Words } from "./questions.ts";

/** A question of a form. */
export interface FeedbackQuestion {
  /** The field of an outcome that the answer fills; `help` goes to the organiser and into no figure. */
  readonly field: Exclude<keyof Outcome, "mentorId" | "menteeId" | "answeredAt"> | "respondent" | "partner" | "help";
  readonly text: string;
  /** Allowed answers with what they mean; absent for free text and numbers. */
  readonly answers?: readonly { readonly text: string; readonly value: string | number | boolean }[];
}

export interface FeedbackForm {
  readonly language: "en" | "tr";
  /** Which meeting it was, and three questions on it, after each. */
  readonly afterMeeting: readonly FeedbackQuestion[];
  /** At 30 and 90 days, of both sides; the occasion has one answer, which a form can fill in. */
  readonly atDays: readonly { readonly day: number; readonly questions: readonly FeedbackQuestion[] }[];
  /** The first line of a table of answers, as CSV: `outcomesFromRows` reads what stands below it. */
  readonly csvHeader: string;
}

const SCALE: readonly Words[] = [
  { en: "1 - not at all", tr: "1 - hiç" },
  { en: "2 - a little", tr: "2 - az" },
  { en: "3 - fairly", tr: "3 - orta" },
  { en: "4 - useful", tr: "4 - yararlı" },
  { en: "5 - very useful", tr: "5 - çok yararlı" },
];

const COLUMNS = [
  "respondent",
  "partner",
  "by",
  "at",
  "met",
  "rating",
  "metTimes",
  "continued",
  "weeks",
  "endedBecause",
] as const;

/**
 * What to ask: three questions after each meeting, and at 30 and 90 days how it goes. As data for a form of your own, and as
 * the header of a table that `outcomesFromRows` reads. Whom to show what, and when to delete it: docs/evaluation.md.
 *
 * @throws TersineError FIELD_UNKNOWN, VALUE_UNKNOWN
 */
export function feedbackForm(options: { readonly language?: "en" | "tr" } = {}): FeedbackForm {
  return asPublic("feedbackForm", () => {
    const { language = "en" } = options;
    throwIssues([
      ...unknownFields(options, ["language"]),
      ...(["en", "tr"].includes(language) ? [] : [issue("VALUE_UNKNOWN", "/language", "expected en or tr.")]),
    ]);
    const question = (field: keyof typeof QUESTIONS): FeedbackQuestion => {
      const answers = answersOf(field)?.map(({ words, value }) => ({ text: words[language], value }));
      return { field, text: QUESTIONS[field][language], ...(answers === undefined ? {} : { answers }) };
    };
    const who = (["respondent", "partner", "by"] as const).map(question);
    const occasion = (day: number): FeedbackQuestion => {
      const text = { en: `${day} days`, tr: `${day}. gün` }[language];
      return { field: "at", text: QUESTIONS.at[language], answers: [{ text, value: text }] };
    };
    const later = (["rating", "metTimes", "continued", "endedBecause", "weeks", "help"] as const).map(question);
    return {
      language,
      afterMeeting: [...who, ...(["at", "met", "rating", "help"] as const).map(question)],
      atDays: [30, 90].map((day) => ({ day, questions: [...who, occasion(day), ...later] })),
      csvHeader: COLUMNS.map((field) => quoted(QUESTIONS[field][language])).join(","),
    };
  });
}

function answersOf(
  field: keyof typeof QUESTIONS,
): readonly { readonly words: Words; readonly value: string | number | boolean }[] | undefined {
  switch (field) {
    case "by":
      return ["mentor", "mentee"].map((side) => ({ words: { en: side, tr: side }, value: side }));
    case "rating":
      return SCALE.map((words, at) => ({ words, value: at + 1 }));
    case "met":
    case "continued":
    case "help":
      return [
        { words: { en: "Yes", tr: "Evet" }, value: true },
        { words: { en: "No", tr: "Hayır" }, value: false },
      ];
    case "endedBecause":
      return Object.entries(REASONS).map(([value, words]) => ({ words, value }));
    default:
      return undefined;
  }
}

function quoted(text: string): string {
  return /[",]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
