/** Days of a week, Monday first; a weekday is a place in this list. */
export const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

export type Weekday = (typeof WEEKDAYS)[number];

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
