/** Replaces the names of parts of a day, such as `morning`, by their hours; compared without case, at borders of words. */
export function dayPartsReader(dayParts: Readonly<Record<string, string>> = {}): (text: string) => string {
  const hoursOf = new Map(Object.entries(dayParts).map(([name, hours]) => [formOf(name), hours] as const));
  if (hoursOf.size === 0) return (text) => text;
  // the longest first, where one begins like another
  const names = [...hoursOf.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(patternOf);
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${names.join("|")})(?![\p{L}\p{N}])`, "giu");
  return (text) => text.normalize("NFC").replace(pattern, (found) => hoursOf.get(formOf(found)) ?? found);
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
