import type { Language } from "../results/meeting-text.ts";

/** Words of letters and calendars. */
export interface Words {
  readonly title: (mentor: string, mentee: string) => string;
  readonly youMentor: string;
  readonly mentorsYou: string;
  readonly topics: string;
  readonly noTopics: string;
  readonly noPeriod: string;
  readonly noMeeting: string;
  readonly noFile: string;
  readonly from: (text: string, start: string, end: string) => string;
  readonly months: readonly string[];
  /** The letter unless the organiser has another one. */
  readonly template: string;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: (mentor, mentee) => `Reverse mentoring: ${mentor} and ${mentee}`,
    youMentor: "You mentor",
    mentorsYou: "Your mentor is",
    topics: "Topics",
    noTopics: "to be agreed between you",
    noPeriod: "dates to be announced",
    noMeeting: "please agree on a time, as your calendars show no common one",
    noFile: "none",
    from: (text, start, end) => `${text} (${start} – ${end})`,
    months: "January February March April May June July August September October November December".split(" "),
    template: `Dear {name},

welcome to the reverse-mentoring programme ({period}).
{#partner}

{introduction}
{why}
Contact: {contact}
Topics: {topics}
Weekly meeting: {meeting}
Calendar file: {file}
{/partner}

We wish you good conversations.
`,
  },
  tr: {
    title: (mentor, mentee) => `Tersine mentorluk: ${mentor} ve ${mentee}`,
    youMentor: "Mentorluk yapacağınız kişi:",
    mentorsYou: "Mentorunuz:",
    topics: "Konular",
    noTopics: "birlikte belirleyeceksiniz",
    noPeriod: "tarihleri ayrıca duyurulacak",
    noMeeting: "takvimlerinizde ortak bir zaman görünmüyor, lütfen birlikte bir saat belirleyin",
    noFile: "yok",
    from: (text, start, end) => `${text} (${start} – ${end})`,
    months: "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık".split(" "),
    template: `Merhaba {name},

tersine mentorluk programına hoş geldiniz ({period}).
{#partner}

{introduction}
{why}
İletişim: {contact}
Konular: {topics}
Haftalık görüşme: {meeting}
Takvim dosyası: {file}
{/partner}

Keyifli görüşmeler dileriz.
`,
  },
};
