/** Days of a week, Monday first; a weekday is a place in this list. */
export const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** Days as sentences write them. */
const SENTENCE_NAMES: Readonly<Record<"en" | "tr", readonly string[]>> = {
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  tr: ["Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"],
};

/** A time of the week on one clock, as results and schemas have it. */
export interface TimeOfWeek {
  /** Any name that `weekdayOf` knows. */
  readonly day: string;
  /** `HH:MM`. */
  readonly start: string;
  readonly end: string;
}

/** A time of the week for people to read: `Monday 10:00–11:00`, `Pazartesi 10:00–11:00`. */
export function timeOfWeekText({ day, start, end }: TimeOfWeek, language: "en" | "tr"): string {
  return `${dayName(day, language)} ${start}–${end}`;
}

/** A text of windows with its days as sentences write them: `Pazartesi-Cuma 09:00-12:00`. */
export function windowsText(windows: string, language: "en" | "tr"): string {
  return windows.replace(/[\p{L}\p{M}]+/gu, (word) => dayName(word, language));
}

/** The sentence name of a day; other words as they are. */
function dayName(word: string, language: "en" | "tr"): string {
  const day = weekdayOf(word);
  return day === undefined ? word : (SENTENCE_NAMES[language][day] ?? word);
}

const NAMES_OF_DAY = [
  "mon monday pzt pazartesi",
  "tue tues tuesday sal sali",
  "wed wednesday car carsamba",
  "thu thur thurs thursday per persembe",
  "fri friday cum cuma",
  "sat saturday cmt cumartesi",
  "sun sunday paz pazar",
];

const dayOfName: ReadonlyMap<string, number> = new Map(
  NAMES_OF_DAY.flatMap((names, day) => names.split(" ").map((name) => [name, day] as const)),
);

/**
 * Place in the week, Monday 0 to Sunday 6, of a day's full or short name in English or Turkish; `undefined` if the text
 * names no day. Case, dots and accents do not matter (`SALI`, `Salı` and `sali` are one day), nor does the locale.
 */
export function weekdayOf(name: string): number | undefined {
  const plain = name
    .normalize("NFD")
    .replace(/[\u0300-\u036F]/gu, "")
    .replaceAll("ı", "i")
    .toLowerCase();
  return dayOfName.get(plain.replace(/\.$/u, ""));
}
