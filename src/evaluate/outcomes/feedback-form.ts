import { issue, throwAll, unknownOptions } from "../issues.ts";
import type { EndReason, Outcome } from "./outcome.ts";

/** A question of a form. */
export interface FeedbackQuestion {
  /** The field of an outcome that the answer fills; `help` goes to the organiser and into no figure. */
  readonly field: Exclude<keyof Outcome, "mentorId" | "menteeId"> | "respondent" | "partner" | "help";
  readonly text: string;
  /** Allowed answers with what they mean; absent for free text and numbers. */
  readonly answers?: readonly { readonly text: string; readonly value: string | number | boolean }[];
}

export interface FeedbackForm {
  readonly language: "en" | "tr";
  /** Three questions after each meeting. */
  readonly afterMeeting: readonly FeedbackQuestion[];
  /** At 30 and 90 days, of both sides. */
  readonly atDays: readonly { readonly day: number; readonly questions: readonly FeedbackQuestion[] }[];
  /** The first line of a table of answers, as CSV: `outcomesFromRows` reads what stands below it. */
  readonly csvHeader: string;
}

type Words = Readonly<Record<"en" | "tr", string>>;

const QUESTIONS = {
  respondent: { en: "Your ID", tr: "Sizin kimliğiniz" },
  partner: { en: "Your partner's ID", tr: "Eşinizin kimliği" },
  by: { en: "Your role", tr: "Rolünüz" },
  at: { en: "Occasion", tr: "Görüşme" },
  met: { en: "Did the meeting take place?", tr: "Görüşme yapıldı mı?" },
  rating: { en: "How useful was the meeting?", tr: "Görüşme ne kadar yararlıydı?" },
  help: { en: "Would you like the organiser to call you?", tr: "Düzenleyicinin sizi aramasını ister misiniz?" },
  metTimes: { en: "How often have you met?", tr: "Kaç kez buluştunuz?" },
  continued: { en: "Do you still meet?", tr: "Hâlâ buluşuyor musunuz?" },
  weeks: { en: "Which week of the programme is it?", tr: "Programın kaçıncı haftası?" },
  endedBecause: { en: "If not, why?", tr: "Hayırsa neden?" },
} as const satisfies Readonly<Record<string, Words>>;

const REASONS: Readonly<Record<EndReason, Words>> = {
  noTime: { en: "No time", tr: "Zaman yok" },
  noContact: { en: "Could not reach the partner", tr: "Eşe ulaşılamadı" },
  noMatchOfTopics: { en: "The topics did not fit", tr: "Konular uymadı" },
  noMatchOfPeople: { en: "We did not get on", tr: "Anlaşamadık" },
  goalReached: { en: "The goal is reached", tr: "Amaca ulaşıldı" },
  leftOrganisation: { en: "One of us left the organisation", tr: "Birimiz kurumdan ayrıldı" },
  changedRole: { en: "One of us changed roles", tr: "Birimizin görevi değişti" },
  other: { en: "Other", tr: "Başka" },
};

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
  const { language = "en" } = options;
  throwAll([
    ...unknownOptions(options, ["language"]),
    ...(["en", "tr"].includes(language) ? [] : [issue("VALUE_UNKNOWN", "/language", "expected en or tr.")]),
  ]);
  const question = (field: keyof typeof QUESTIONS): FeedbackQuestion => {
    const answers = answersOf(field)?.map(({ words, value }) => ({ text: words[language], value }));
    return { field, text: QUESTIONS[field][language], ...(answers === undefined ? {} : { answers }) };
  };
  const who = (["respondent", "partner", "by"] as const).map(question);
  const later = (["rating", "metTimes", "continued", "endedBecause", "weeks", "help"] as const).map(question);
  return {
    language,
    afterMeeting: [...who, question("met"), question("rating"), question("help")],
    atDays: [30, 90].map((day) => ({ day, questions: [...who, ...later] })),
    csvHeader: COLUMNS.map((field) => quoted(QUESTIONS[field][language])).join(","),
  };
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
