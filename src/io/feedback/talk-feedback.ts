import { asPublic } from "../../base/public.ts";
import type { TalkFeedback } from "../../talks/index.ts";
import { normalHeader } from "../columns/header-text.ts";
import type { FileSource, ReadOutcome, SourceIssue } from "../source.ts";
import { feedbackField, type FeedbackValue, feedbackValue } from "./fields.ts";
import { readAnswers } from "./read.ts";

export interface TalkFeedbackOptions {
  /** Whom a text means, as a `ReadOutcome` gives it. @default ids are taken as written */
  readonly find?: ReadOutcome["find"];
}

/** What was said after talks, or what cannot be read of it: then nothing is left out in silence. */
export interface TalkFeedbackOutcome {
  readonly feedback: readonly TalkFeedback[];
  /** Errors and warnings; an answer with an error is not among the feedback. */
  readonly issues: readonly SourceIssue[];
}

const SHARED = ["mentorId", "menteeId", "respondent", "partner", "by", "rating"] as const;
type TalkField = (typeof SHARED)[number] | "rank" | "veto";

/** What the form asks, by field and language; a table may have these or the names of the fields as headers. */
export const TALK_QUESTIONS = {
  respondent: { en: "Your ID", tr: "Sizin kimliğiniz" },
  partner: { en: "ID of whom you talked with", tr: "Görüştüğünüz kişinin kimliği" },
  by: { en: "Your role", tr: "Rolünüz" },
  rating: { en: "Rating from 1 to 5", tr: "1-5 arası puanınız" },
  rank: {
    en: "Place among your talks (1 is the favourite)",
    tr: "Görüşmeleriniz arasındaki sırası (1 ilk tercihiniz)",
  },
  veto: { en: "I do not want to be paired with this person", tr: "Bu kişiyle eşleşmek istemiyorum" },
} as const;

const OWN: Readonly<Record<Exclude<TalkField, "mentorId" | "menteeId">, readonly string[]>> = {
  respondent: [],
  partner: ["talked with", "görüştüğünüz kişi"],
  by: [],
  rating: ["how did you like the talk?", "görüşmeyi nasıl buldunuz?"],
  rank: ["rank", "place", "sıra", "tercih sırası"],
  veto: ["veto", "no thanks", "not this person", "istemiyorum"],
};

const FIELD_OF: ReadonlyMap<string, TalkField> = new Map(
  Object.entries(OWN).flatMap(([field, names]) =>
    [field, ...names, ...Object.values(TALK_QUESTIONS[field as keyof typeof OWN])].map(
      (header) => [normalHeader(header), field as TalkField] as const,
    ),
  ),
);

function talkField(header: string): TalkField | undefined {
  const own = FIELD_OF.get(normalHeader(header));
  if (own !== undefined) return own;
  const shared = feedbackField(header, {});
  return SHARED.find((field) => field === shared);
}

function talkValue(field: TalkField, given: unknown): FeedbackValue {
  if (field === "rank") return feedbackValue("rating", given);
  return field === "veto" ? feedbackValue("met", given) : feedbackValue(field, given);
}

/**
 * Reads what both sides said after their talks, as the form of `talkFormToCsv` brings it back: CSV, a sheet of a workbook, JSON
 * or NDJSON. A row names `respondent` and `partner`, with `by` telling which of the two answers; or `mentorId`, `menteeId` and
 * `by`. Blank cells are silence. Which values are allowed is for `decide` to check.
 */
export function talkFeedbackFromRows(source: FileSource, options: TalkFeedbackOptions = {}): TalkFeedbackOutcome {
  return asPublic("talkFeedbackFromRows", () => {
    const { find } = options;
    const { answers, issues } = readAnswers<TalkField>(source, { find, fieldOf: talkField, valueOf: talkValue });
    const silent = answers.filter(({ values }) => !values.has("by"));
    const told = silent.map(({ line }): SourceIssue => {
      const message = "expected whose word it is, got no role of the one who answers.";
      return { code: "FIELD_MISSING", severity: "error", file: source.name, line, message };
    });
    return {
      feedback: answers
        .filter(({ values }) => values.has("by"))
        .map(({ people, values }) => {
          const rest = [...values].filter(([field]) => ["by", "rating", "rank", "veto"].includes(field));
          // what a field may hold is checked where the word is joined to the talk
          return { ...people, ...(Object.fromEntries(rest) as Omit<TalkFeedback, "mentorId" | "menteeId">) };
        }),
      issues: [...issues, ...told],
    };
  });
}
