/**
 * Replaces the names of parts of a day, such as `morning`, by their hours; compared without case, at borders of words. One
 * that stands at hours of its own, as in `10:00-11:00 (morning)`, only remarks on them: it goes where it says the same, and
 * stays, to be refused, where it does not. `AM` behind an hour is no part of a day.
 */
export function dayPartsReader(dayParts: Readonly<Record<string, string>> = {}): (text: string) => string {
  const hoursOf = new Map(Object.entries(dayParts).map(([name, hours]) => [formOf(name), hours] as const));
  if (hoursOf.size === 0) return (text) => text;
  // the longest first, where one begins like another
  const names = [...hoursOf.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(patternOf);
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${names.join("|")})(?![\p{L}\p{N}])`, "giu");
  return (text) =>
    text.normalize("NFC").replace(pattern, (found, at: number, whole: string) => {
      const hours = hoursOf.get(formOf(found)) ?? found;
      const before = BEFORE.exec(whole.slice(Math.max(0, at - NEAR), at));
      // `9 AM` is an hour
      if (before !== null && HALF.test(found) && !/[([]/u.test(before[0])) return found;
      const stated = before ?? BEHIND.exec(whole.slice(at + found.length, at + found.length + NEAR));
      if (stated === null) return hours;
      return isWithin(minutesOf(stated), hours) ? "" : found;
    });
}

/** What English and Turkish write behind an hour. */
const HALF = /^(?:[ap]\.?m\.?|öö|ös|noon|midnight)$/iu;
/** Letters in which a time and what stands between it and a remark are looked for. */
const NEAR = 24;
const BEFORE = /(?<![\p{L}\p{N}])(\d{1,2})(?:[:.h](\d{2}))? ?([ap]\.?m\.?)? {0,3}[([]? {0,3}$/iu;
const BEHIND = /^ {0,3}[)\]]? {0,3}:? {0,3}[([]? {0,3}(\d{1,2})(?:[:.h](\d{2}))? ?([ap]\.?m\.?)?(?![\p{L}\p{N}])/iu;

/** Minutes since midnight. */
function minutesOf([, hour = "0", minute = "0", half]: RegExpExecArray): number {
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/iu.test(half) ? 12 : 0);
  return hours * 60 + Number(minute);
}

/** Whether a time lies in a span of hours, its ends included. */
function isWithin(minutes: number, hours: string): boolean {
  const ends = [...hours.matchAll(/(\d{1,2})(?:[:.h](\d{2}))?\s?([ap]\.?m\.?)?/giu)].map(minutesOf);
  const [from = 0, to = 0] = [ends[0], ends.at(-1)];
  return minutes >= from && minutes <= to;
}

function formOf(name: string): string {
  return name.normalize("NFC").trim().replace(/[Iıİ]/gu, "i").toLowerCase().replace(/\s+/gu, " ");
}

/** A pattern for a name in this form, in whatever case Turkish or English writes it. */
function patternOf(form: string): string {
  return form
    .replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
    .replaceAll("i", "[iıİI]")
    .replaceAll(" ", String.raw`\s+`);
}
