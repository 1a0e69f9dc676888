import { weekdayOf, WEEKDAYS } from "../../base/time/weekday.ts";
import { plainWords } from "../values/spelling.ts";

/** Names and short forms beside those of the model, in English and Turkish. An S alone is Saturday or Sunday, so it is none of them. */
const FURTHER = [
  "m mo mondays pt pts pzts pztesi",
  "t tu tuesdays",
  "w we weds wednesdays ca cars crs crsb",
  "r th thursdays pe pers prs prsb",
  "f fr fridays cu",
  "sa saturdays ct cts cmts ctesi",
  "su sundays pz pzr pa",
];

/** Short name of a day, Monday 0. */
export function shortName(day: number): string {
  return WEEKDAYS[day] ?? "";
}

/** What only Turkish writes: beside it `Sa` is Salı, a Tuesday. */
const TURKISH = new Set(
  "pzt pts pzts pztesi pt pazartesi sal sali car cars crs crsb ca carsamba per pers prs prsb pe persembe cum cu cuma"
    .split(" ")
    .concat("cmt cts cmts ctesi ct cumartesi paz pzr pz pa pazar".split(" ")),
);

const DAY_BY_NAME: ReadonlyMap<string, number> = new Map(
  FURTHER.flatMap((names, day) => names.split(" ").map((name) => [name, day] as const)),
);

/** First and last day of words for several days. */
const SEVERAL: ReadonlyMap<string, readonly [number, number]> = new Map(
  (
    [
      ["weekday weekdays week-days working-days workdays business-days hafta-ici haftaici is-gunleri is-gunu", [0, 4]],
      ["weekend weekends hafta-sonu haftasonu hafta-sonlari", [5, 6]],
      ["daily every-day everyday all-days all-week any-day her-gun hergun tum-gunler butun-gunler", [0, 6]],
    ] as const
  ).flatMap(([names, days]) => names.split(" ").map((name) => [name.replace("-", " "), days] as const)),
);

/** Minutes of words for a time of day. */
const TIMES: ReadonlyMap<string, number> = new Map([
  ...["noon", "midday", "ogle", "oglen", "ogleyin"].map((name) => [name, 720] as const),
  ...["midnight", "gece yarisi", "geceyarisi"].map((name) => [name, 0] as const),
]);

const HALVES: ReadonlyMap<string, "am" | "pm"> = new Map([
  ...["am", "a", "oo"].map((name) => [name, "am"] as const),
  ...["pm", "p", "os"].map((name) => [name, "pm"] as const),
]);

/** Words that say nothing more. */
const NOISE = new Set(
  "on at every each from the saat saatleri saatler gun gunu gunleri gunler arasi arasinda hours hour hrs hr h oclock her kadar".split(
    " ",
  ),
);

/** Days that follow each other, and how they are written. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

/** What a word, or several, is in a text of windows. */
export type Meaning =
  | { readonly kind: "days"; readonly days: readonly DaySpan[] }
  | { readonly kind: "time"; readonly minutes: number }
  | { readonly kind: "half"; readonly half: "am" | "pm" }
  | { readonly kind: "dash" | "join" | "with" | "between" }
  | { readonly kind: "noise" };

const DASHES = new Set("to until till through thru ila".split(" "));
/** Whoever is free at one time or at another is free at both. */
const JOINS = new Set(["and", "or", "ve", "veya", "ya da"]);

/** Most words of one meaning. */
export const MOST_WORDS = 2;

/** The meaning of words; `isTurkish` tells whether others beside them name days in Turkish. */
export function meaningOf(words: string, isTurkish: boolean): Meaning | undefined {
  const plain = plainWords(words);
  const ofModel = weekdayOf(plain);
  const day = isTurkish && plain === "sa" ? 1 : (ofModel ?? DAY_BY_NAME.get(plain));
  if (day !== undefined) {
    // names that the model reads too stay as they are written
    const text = ofModel === undefined ? shortName(day) : words.replace(/\.$/u, "");
    return { kind: "days", days: [{ first: day, last: day, text }] };
  }
  const several = SEVERAL.get(plain);
  if (several !== undefined) {
    const [first, last] = several;
    return { kind: "days", days: [{ first, last, text: `${shortName(first)}-${shortName(last)}` }] };
  }
  const compact = compactDays(words);
  if (compact !== undefined) return { kind: "days", days: compact };
  const minutes = TIMES.get(plain);
  if (minutes !== undefined) return { kind: "time", minutes };
  const half = HALVES.get(plain);
  if (half !== undefined) return { kind: "half", half };
  if (DASHES.has(plain)) return { kind: "dash" };
  if (JOINS.has(plain)) return { kind: "join" };
  if (plain === "ile") return { kind: "with" };
  if (plain === "between") return { kind: "between" };
  return NOISE.has(plain) ? { kind: "noise" } : undefined;
}

/** `MWF`, `TTh`, `MTWRF`: days in their order, as timetables shorten them. */
function compactDays(word: string): readonly DaySpan[] | undefined {
  if (!/^(?:M|Tu|Th|T|W|R|F|Sa|Su){2,7}$/u.test(word)) return undefined;
  const days = word.match(/Tu|Th|Sa|Su|[MTWRF]/gu)?.map((letters) => DAY_BY_NAME.get(letters.toLowerCase()) ?? 0) ?? [];
  if (days.some((day, at) => day <= (days[at - 1] ?? -1))) return undefined;
  return days.map((day) => ({ first: day, last: day, text: shortName(day) }));
}

/** Whether a word names a day in Turkish, and in no other way. */
export function isTurkishDay(word: string): boolean {
  return TURKISH.has(plainWords(word));
}
