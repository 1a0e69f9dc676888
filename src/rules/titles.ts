import type { Sentence } from "../base/sentence.ts";

/** What the rules are called in sentences: nouns. */
const TITLES: ReadonlyMap<string, Sentence> = new Map([
  ["avoid", { en: "people to avoid", tr: "istenmeyen kişiler" }],
  ["ban", { en: "banned pairs", tr: "yasaklı eşleşmeler" }],
  ["crossGeneration", { en: "different generations", tr: "farklı kuşaklar" }],
  ["differentDepartment", { en: "different departments", tr: "farklı departmanlar" }],
  ["differentLocation", { en: "different locations", tr: "farklı çalışma yerleri" }],
  ["indispensableTopics", { en: "indispensable topics", tr: "vazgeçilmez konular" }],
  ["levelGap", { en: "distance in levels", tr: "kademe farkı" }],
  ["meetingTime", { en: "time to meet", tr: "görüşme zamanı" }],
  ["minimumScore", { en: "minimum score", tr: "en düşük puan" }],
  ["noReportingLine", { en: "reporting line", tr: "raporlama hattı" }],
  ["notAgain", { en: "no pair again", tr: "tekrar eşleşmeme" }],
  ["notSelf", { en: "not with oneself", tr: "kendisiyle eşleşmeme" }],
  ["reverse", { en: "mentor below the mentee", tr: "mentor alt kademede" }],
  ["sharedLanguage", { en: "shared language", tr: "ortak dil" }],
  ["sharedTopic", { en: "shared topic", tr: "ortak konu" }],
  ["timeZonesWithin", { en: "time zones", tr: "saat dilimleri" }],
]);

/** A rule's name as sentences say it, in quotes; a rule of the caller is called by its own name. */
export function ruleTitle(name: string): Sentence {
  const { en, tr } = TITLES.get(name) ?? { en: name, tr: name };
  return { en: `"${en}"`, tr: `"${tr}"` };
}
