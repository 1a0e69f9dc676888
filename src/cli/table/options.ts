import type { Sentence } from "../../base/sentence.ts";

/** What stands behind a flag. */
export type ValueKind = "file" | "folder" | "number" | "text" | "word";

export interface Option {
  readonly help: Sentence;
  /** @default none: the flag stands alone */
  readonly value?: ValueKind;
  /** The words that it may be, where they are few. */
  readonly words?: readonly string[];
  readonly isMultiple?: boolean;
  readonly short?: string;
}

/** Parts of the help, in their order. */
export const PARTS = {
  input: { en: "Input", tr: "Girdi" },
  output: { en: "Output", tr: "Çıktı" },
  plan: { en: "Plan", tr: "Plan" },
  talks: { en: "Talks", tr: "Görüşmeler" },
  sizes: { en: "Groups", tr: "Gruplar" },
  pool: { en: "Pool", tr: "Havuz" },
  figures: { en: "Evaluation", tr: "Değerlendirme" },
  general: { en: "General", tr: "Genel" },
} as const satisfies Readonly<Record<string, Sentence>>;

/** Flags of what is read. */
const INPUT = {
  people: {
    value: "file",
    help: {
      en: 'Everybody in the organisation: CSV, JSON, NDJSON, a SCIM list or Excel (.xlsx); "-" is standard input',
      tr: 'Organizasyondaki herkes: CSV, JSON, NDJSON, SCIM listesi ya da Excel (.xlsx); "-" standart girdidir',
    },
  },
  mentors: { value: "file", help: { en: "Those who teach", tr: "Öğretecek olanlar (mentorlar)" } },
  mentees: { value: "file", help: { en: "Those who learn", tr: "Öğrenecek olanlar (mentee'ler)" } },
  input: {
    value: "file",
    help: {
      en: 'One JSON document, or one file of people with a column "role"',
      tr: 'Tek bir JSON belgesi ya da "rol" sütunu olan tek bir kişi dosyası',
    },
  },
  calendars: {
    value: "folder",
    help: {
      en: "iCalendar files, one a person: ece.ics (needs the package ical.js)",
      tr: "Her kişi için bir iCalendar dosyası: ece.ics (ical.js paketi gerekir)",
    },
  },
  config: {
    value: "file",
    help: {
      en: "Configuration; without it tersine.config.json or tersine.config.mjs here",
      tr: "Yapılandırma; verilmezse buradaki tersine.config.json ya da tersine.config.mjs",
    },
  },
  sheet: {
    value: "text",
    help: {
      en: "Sheet of the workbooks, or each its own: --mentors staff.xlsx#Mentors",
      tr: "Çalışma kitaplarının sayfası; her dosya için ayrı: --mentors staff.xlsx#Mentorlar",
    },
  },
  format: {
    value: "word",
    words: ["csv", "json", "ndjson"],
    help: { en: "Form of the files, where their names do not tell it", tr: "Adından anlaşılmıyorsa dosyaların biçimi" },
  },
  delimiter: {
    value: "text",
    help: {
      en: 'What divides cells: ",", ";", "|" or tab; found by itself',
      tr: 'Hücreleri ayıran işaret: ",", ";", "|" ya da tab; kendiliğinden bulunur',
    },
  },
  encoding: {
    value: "text",
    help: {
      en: "Of every text that is not in UTF-8, such as windows-1254",
      tr: "UTF-8 olmayan metinlerin kodlaması, örneğin windows-1254",
    },
  },
  "max-errors": {
    value: "number",
    help: { en: "Most errors and warnings that are listed; 100", tr: "Listelenecek en çok hata ve uyarı; 100" },
  },
  "skip-rejected": {
    help: { en: "Goes on without the rows that have errors", tr: "Hatalı satırları atlayıp sürdürür" },
  },
  "allow-guests": {
    help: {
      en: "People may register who are not in --people",
      tr: "--people dosyasında olmayan kişiler de kaydolabilir",
    },
  },
  "external-managers": {
    help: { en: "Managers may be in no file", tr: "Yöneticiler hiçbir dosyada olmayabilir" },
  },
  history: {
    value: "file",
    isMultiple: true,
    help: {
      en: 'Earlier results, whose pairs must not meet again (with the cooldown of "notAgain", if any)',
      tr: 'Önceki sonuçlar; eşleşmeleri yinelenmez ("notAgain" kuralının bekleme süresi varsa onunla)',
    },
  },
} as const satisfies Readonly<Record<string, Option>>;

/** Flags of what is written. */
const OUTPUT = {
  out: {
    value: "file",
    help: {
      en: "Where to write: .csv, .xlsx, .json or .ndjson, as the command has them",
      tr: "Yazılacak dosya: komuta göre .csv, .xlsx, .json ya da .ndjson",
    },
  },
  excel: {
    help: {
      en: "CSV for spreadsheets in the --language",
      tr: "--language diline göre hesap tabloları için CSV",
    },
  },
  "out-delimiter": {
    value: "text",
    help: {
      en: 'What divides cells that are written: ",", ";" or tab',
      tr: 'Yazılan hücreleri ayıran işaret: ",", ";" ya da tab',
    },
  },
  unmatched: { value: "file", help: { en: "Everybody left out, as CSV", tr: "Eşleşemeyenler, CSV olarak" } },
  result: {
    value: "file",
    help: { en: "The whole result with its proof, as JSON", tr: "Kanıtıyla birlikte bütün sonuç, JSON olarak" },
  },
  rejected: { value: "file", help: { en: "Rows that were left out, as CSV", tr: "Alınmayan satırlar, CSV olarak" } },
  report: {
    value: "file",
    help: { en: "A page for people to read (.html)", tr: "İnsanlar için okunacak bir sayfa (.html)" },
  },
  cards: {
    value: "file",
    help: { en: "A sheet for the two of each pair (.html)", tr: "Her eşleşmedeki iki kişi için bir sayfa (.html)" },
  },
  sort: {
    value: "word",
    words: ["score", "name", "department"],
    help: { en: "Order of pairs in report and cards", tr: "Rapor ve kartlarda eşleşmelerin sırası" },
  },
  invitations: {
    value: "folder",
    help: {
      en: "A calendar file for each pair, a letter for everybody",
      tr: "Her eşleşme için takvim dosyası, herkes için mektup",
    },
  },
  template: { value: "file", help: { en: "Text of the letters", tr: "Mektupların metni" } },
  "meeting-minutes": {
    value: "number",
    help: { en: "Length of a meeting, 5 to 480; 45", tr: "Görüşmenin süresi, 5 ile 480 dakika arası; 45" },
  },
} as const satisfies Readonly<Record<string, Option>>;

/** Flags of how a plan is made. */
const PLAN = {
  previous: {
    value: "file",
    help: {
      en: "Published pairs, to be kept as far as is good",
      tr: "Yayımlanmış eşleşmeler; elden geldiğince korunur",
    },
  },
  "max-changes": {
    value: "number",
    help: { en: "Most published pairs that may be given up", tr: "Bozulabilecek en çok yayımlanmış eşleşme" },
  },
  "lock-all": {
    help: { en: "Keeps every published pair that can stay", tr: "Kalabilecek bütün yayımlanmış eşleşmeleri korur" },
  },
  stability: {
    value: "text",
    help: {
      en: 'What keeping a pair is worth, in micro-points (10,000 are one point of 100), or "first"',
      tr: 'Bir eşleşmeyi korumanın değeri, mikro puan olarak (10.000 = 1 puan), ya da "first"',
    },
  },
  replay: {
    value: "file",
    help: { en: "Makes a result again from its manifest", tr: "Bir sonucu manifest kaydından yeniden üretir" },
  },
  fixes: {
    help: {
      en: "For everybody left out the smallest change that would place them",
      tr: "Eşleşemeyen herkes için eşleşmeyi sağlayacak en küçük değişiklik",
    },
  },
} as const satisfies Readonly<Record<string, Option>>;

/** Flags of talks before pairs are fixed. */
const TALKS = {
  "mentee-talks": {
    value: "text",
    help: { en: "Talks of a mentee: 3, or 2-4", tr: "Bir mentee'nin görüşme sayısı: 3 ya da 2-4" },
  },
  "mentor-talks": {
    value: "text",
    help: { en: "Talks of a mentor: 3, or 2-4", tr: "Bir mentorun görüşme sayısı: 3 ya da 2-4" },
  },
  hard: { help: { en: "Nobody may have fewer than asked for", tr: "Kimsenin görüşmesi istenenden az olamaz" } },
  favourite: { help: { en: "Gives mentees one of their choices", tr: "Mentee'lere tercihlerinden birini verir" } },
  spread: {
    value: "number",
    help: { en: "Most talks of a person in one department", tr: "Bir kişinin aynı departmandaki en çok görüşmesi" },
  },
  slots: {
    value: "file",
    help: { en: "Slots of time, and who cannot make them", tr: "Zaman aralıkları ve uygun olmayanlar" },
  },
  form: { value: "file", help: { en: "Writes the form for feedback", tr: "Geri bildirim formunu yazar" } },
  talks: { value: "file", help: { en: "The list that talks has written", tr: "talks komutunun yazdığı liste" } },
  feedback: { value: "file", help: { en: "What the form brings back", tr: "Doldurulmuş geri bildirim formu" } },
  both: {
    value: "word",
    words: ["lower", "mean", "menteeFirst"],
    help: { en: "How the words of both sides count together", tr: "İki tarafın söyledikleri birlikte nasıl sayılır" },
  },
  weight: {
    value: "number",
    help: { en: "Weight of what was said after the talk", tr: "Görüşmeden sonra söylenenlerin ağırlığı" },
  },
  unmet: {
    value: "word",
    words: ["never", "byScore"],
    help: { en: "Whether people who have not talked may be paired", tr: "Görüşmemiş kişiler eşleşebilir mi" },
  },
} as const satisfies Readonly<Record<string, Option>>;

/** Flags of groups that are judged together. */
const GROUPS = {
  circle: { value: "text", help: { en: "Circles of so many people: 4-6", tr: "Bu kadar kişilik çemberler: 4-6" } },
  "group-mentors": {
    value: "text",
    help: { en: "Mentors of a group: 2, or 2-3", tr: "Bir gruptaki mentor sayısı: 2 ya da 2-3" },
  },
  "group-mentees": {
    value: "text",
    help: { en: "Mentees of a group: 1, or 1-2", tr: "Bir gruptaki mentee sayısı: 1 ya da 1-2" },
  },
  joint: {
    value: "text",
    help: {
      en: "What counts for the whole group: coveredBy, commonTime, levelSpread, different:department, or none",
      tr: "Grubun bütünü için sayılanlar: coveredBy, commonTime, levelSpread, different:department ya da none (hiçbiri)",
    },
  },
} as const satisfies Readonly<Record<string, Option>>;

/** Flags of a programme over time. */
const POOL = {
  now: { value: "text", help: { en: "Day of the step, such as 2027-03-01", tr: "Adımın günü, örneğin 2027-03-01" } },
  events: { value: "file", help: { en: "Who joined and left since", tr: "O zamandan beri katılanlar ve ayrılanlar" } },
  policy: {
    value: "text",
    help: {
      en: "Days between steps: 7, or 1,7,30 to compare; or a file",
      tr: "Adımlar arasındaki gün: 7, karşılaştırmak için 1,7,30; ya da bir dosya",
    },
  },
} as const satisfies Readonly<Record<string, Option>>;

/** Flags of what became of the pairs. */
const FIGURES = {
  outcomes: { value: "file", help: { en: "What was told of the pairs", tr: "Eşleşmeler için verilen geri bildirim" } },
  groups: { value: "file", help: { en: "Ids and their groups", tr: "Kimlikler ve grupları" } },
  column: { value: "text", help: { en: "Column of the groups", tr: "Grupların sütunu" } },
} as const satisfies Readonly<Record<string, Option>>;

const GENERAL = {
  json: { help: { en: "Tells it as JSON", tr: "JSON olarak yazar" } },
  language: {
    value: "word",
    words: ["en", "tr"],
    help: { en: "Language of all that is said; en", tr: "Söylenen her şeyin dili; en" },
  },
  force: { help: { en: "Replaces outputs that exist", tr: "Var olan çıktıların üzerine yazar" } },
  "dry-run": { help: { en: "Does all but write", tr: "Yazmak dışında her şeyi yapar" } },
  quiet: { help: { en: "Says nothing but errors", tr: "Hatalar dışında bir şey söylemez" } },
  help: { short: "h", help: { en: "This help", tr: "Bu yardım" } },
  version: { short: "V", help: { en: "Version of tersine", tr: "tersine sürümü" } },
} as const satisfies Readonly<Record<string, Option>>;

/** Every flag by the part of the help in which it stands. */
export const OPTIONS_BY_PART = {
  input: INPUT,
  output: OUTPUT,
  plan: PLAN,
  talks: TALKS,
  sizes: GROUPS,
  pool: POOL,
  figures: FIGURES,
  general: GENERAL,
} as const satisfies Readonly<Record<keyof typeof PARTS, Readonly<Record<string, Option>>>>;

const ALL = { ...INPUT, ...OUTPUT, ...PLAN, ...TALKS, ...GROUPS, ...POOL, ...FIGURES, ...GENERAL } as const;

export type FlagName = keyof typeof ALL;

/** Every flag by its name. */
export const OPTIONS: Readonly<Record<FlagName, Option>> = ALL;
