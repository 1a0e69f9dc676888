import type { EndReason } from "./end-reasons.ts";

/** A text in both languages. */
export type Words = Readonly<Record<"en" | "tr", string>>;

/** What a form asks, by the field that the answer fills. A table of answers has the same texts as headers. */
export const QUESTIONS = {
  respondent: { en: "Your ID", tr: "Sizin kimliğiniz" },
  partner: { en: "Your partner's ID", tr: "Eşleştiğiniz kişinin kimliği" },
  by: { en: "Your role", tr: "Rolünüz" },
  at: { en: "Which meeting is it? (date or number)", tr: "Hangi görüşme? (tarih ya da sıra)" },
  met: { en: "Did the meeting take place?", tr: "Görüşme yapıldı mı?" },
  rating: { en: "How useful was the meeting?", tr: "Görüşme ne kadar yararlıydı?" },
  help: { en: "Would you like the organiser to call you?", tr: "Düzenleyicinin sizi aramasını ister misiniz?" },
  metTimes: { en: "How often have you met?", tr: "Kaç kez buluştunuz?" },
  continued: { en: "Do you still meet?", tr: "Hâlâ buluşuyor musunuz?" },
  weeks: { en: "Which week of the programme is it?", tr: "Programın kaçıncı haftası?" },
  endedBecause: { en: "If not, why?", tr: "Hayırsa neden?" },
} as const satisfies Readonly<Record<string, Words>>;

/** Why a pair ended, in words. */
export const REASONS: Readonly<Record<EndReason, Words>> = {
  noTime: { en: "No time", tr: "Zaman yok" },
  noContact: { en: "Could not reach the partner", tr: "Eşleştiğim kişiye ulaşamadım" },
  noMatchOfTopics: { en: "The topics did not fit", tr: "Konular uymadı" },
  noMatchOfPeople: { en: "We did not get on", tr: "Anlaşamadık" },
  goalReached: { en: "The goal is reached", tr: "Amaca ulaşıldı" },
  leftOrganisation: { en: "One of us left the organisation", tr: "Birimiz kurumdan ayrıldı" },
  changedRole: { en: "One of us changed roles", tr: "Birimizin görevi değişti" },
  other: { en: "Other", tr: "Başka" },
};
