const DAYS: Readonly<Record<string, string>> = {
  m: "Mon",
  mo: "Mon",
  mon: "Mon",
  monday: "Mon",
  t: "Tue",
  tu: "Tue",
  tue: "Tue",
  tues: "Tue",
  tuesday: "Tue",
  w: "Wed",
  we: "Wed",
  wed: "Wed",
  wednesday: "Wed",
  th: "Thu",
  thu: "Thu",
  thur: "Thu",
  thurs: "Thu",
  thursday: "Thu",
  r: "Thu",
  f: "Fri",
  fr: "Fri",
  fri: "Fri",
  friday: "Fri",
  sa: "Sat",
  sat: "Sat",
  saturday: "Sat",
  su: "Sun",
  sun: "Sun",
  sunday: "Sun",
};

const TIME = String.raw`([0-9]{1,2})(?:[:.]([0-9]{2}))?\s*([ap]m)?`;
const SLOT = new RegExp(String.raw`^${TIME}\s*(?:[-–—]|to)\s*${TIME}\s+(\p{L}{1,12})$`, "iu");
const DAY_FIRST = new RegExp(String.raw`^(\p{L}{1,12})\s+${TIME}\s*(?:[-–—]|to)\s*${TIME}$`, "iu");

/** Ends of windows: marks, and commas between a time and a day or a day and a time. */
const BETWEEN =
  /[;|\n]|,(?<=[0-9](?:\s?[ap]m)?\s*,)(?=\s*\p{L})|,(?<=[0-9](?:\s?[ap]m)?\s{1,3}\p{L}{1,12}\s*,)(?=\s*[0-9])/iu;

/** Longer ones are no single window; what is matched against patterns stays short. */
const MAX_WINDOW = 80;

/**
 * Windows in the form of the model, from forms that people write in surveys: `6:00-7:00pm Th`, `Thu 6pm - 7pm`,
 * `Mon 9:00-11:00, Wed 14.00-16.00`. What is not understood is left as it stands, for the model to refuse at its place.
 */
export function availabilityText(text: string): string {
  const windows = text.split(BETWEEN).map((window) => window.trim());
  return windows
    .filter((window) => window !== "")
    .map(windowText)
    .join("; ");
}

function windowText(written: string): string {
  const window = written.replace(/\s+/gu, " ");
  if (window.length > MAX_WINDOW) return window;
  const slot = SLOT.exec(window);
  const parts = slot === null ? turned(DAY_FIRST.exec(window)) : Array.from(slot).slice(1);
  const [startHour = "", startMinute, startHalf, endHour = "", endMinute, endHalf, dayName = ""] = parts ?? [];
  const hasHalf = startHalf !== undefined || endHalf !== undefined;
  // a day first and no am or pm is nearly the model's own form
  if (parts === undefined || (slot === null && !hasHalf)) return twoDigits(window);
  const end = hourOf(endHour, endHalf ?? startHalf);
  const late = hourOf(startHour, startHalf ?? endHalf);
  // "11:00-1:00pm" begins in the morning
  const isMorning = startHalf === undefined && minutes(late, startMinute) >= minutes(end, endMinute);
  const start = isMorning ? hourOf(startHour, endHalf === undefined ? undefined : "am") : late;
  return `${DAYS[dayName.toLowerCase()] ?? dayName} ${clock(start, startMinute)}-${clock(end, endMinute)}`;
}

/** `9:00` and `9.00` as `09:00`, and `9:00 to 11:00` with a dash. */
function twoDigits(window: string): string {
  return window
    .replace(/(?<![0-9:.])([0-9]{1,2})[:.]([0-9]{2})(?![0-9:.])/gu, (_, hour: string, minute: string) =>
      clock(Number(hour), minute),
    )
    .replace(/(?<=[0-9])\s+to\s+(?=[0-9])/iu, "-");
}

/** The day behind the times. */
function turned(parts: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return parts === null ? undefined : [...Array.from(parts).slice(2), parts[1]];
}

function hourOf(hour: string, half: string | undefined): number {
  const number = Number(hour);
  if (half === undefined || number > 12) return number;
  return (number % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
}

function minutes(hour: number, minute: string | undefined): number {
  return hour * 60 + Number(minute ?? 0);
}

function clock(hour: number, minute = "00"): string {
  return `${String(hour).padStart(2, "0")}:${minute}`;
}

/** `UTC+5:30` and `GMT+3` as people write them, hours ahead of UTC, in the form of the model: `+05:30`. */
export function zoneText(text: string): string {
  const parts = /^(?:UTC|GMT)\s*([+\-−])\s*([0-9]{1,2})(?::?([0-9]{2}))?$/iu.exec(text);
  if (parts === null) return /^(?:UTC|GMT|Z)$/iu.test(text) ? "UTC" : text;
  const [, sign = "+", hours = "0", rest = "00"] = parts;
  return `${sign === "+" ? "+" : "-"}${hours.padStart(2, "0")}:${rest}`;
}
