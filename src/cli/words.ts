import { counted, figureText } from "../base/figures.ts";
import type { Language } from "./terminal.ts";

/** What is done while a bar is shown. */
export type Phase = "files" | "reading" | "scoring" | "solving" | "explaining" | "writing";

/** What the command says of its work, in both languages. Figures come as numbers, points as they are written. */
interface CommandWords {
  readonly read: (mentors: number, mentees: number, rejected: number) => string;
  readonly cannotBeMet: string;
  readonly outcome: (pairs: number, mentors: number, mentees: number, points: string) => string;
  readonly status: Readonly<Record<"optimal" | "feasible", string>>;
  readonly gap: (people: number, points: string) => string;
  readonly nothingMatched: (errors: number, rejected: number) => string;
  readonly notTalked: (pairs: number) => string;
  readonly kept: (kept: number, broken: number, gained: number) => string;
  readonly freePlan: (people: number, points: string) => string;
  readonly invitations: (calendars: number, letters: number, folder: string) => string;
  readonly noCommonTime: string;
  readonly warning: string;
  readonly badRow: string;
  readonly phases: Readonly<Record<Phase, string>>;
  readonly peopleFromBest: (people: number) => string;
  readonly pointsFromBest: (points: string) => string;
  readonly notUsed: string;
  readonly people: (people: number, mentors: number, mentees: number) => string;
  readonly places: (mentors: number, mentees: number) => string;
  readonly topicHeads: readonly [topic: string, wished: string, places: string, mentors: string];
  readonly found: (errors: number, warnings: number, rejected: number) => string;
  readonly infeasible: Readonly<Record<"first" | "second", string>>;
  readonly compared: (kept: number, lost: number, gained: number) => string;
  readonly differences: (score: string, mentors: string, mentees: string) => string;
  readonly wrote: (files: string) => string;
  readonly open: (page: string) => string;
  readonly talks: (talks: number, rounds: number) => string;
  readonly haveOne: (mentees: number, ofMentees: number, mentors: number, ofMentors: number) => string;
  readonly groups: (groups: number, mentors: number, mentees: number, points: string) => string;
  readonly noSlot: string;
  readonly sides: Readonly<Record<"mentor" | "mentee", string>>;
  readonly pair: (mentor: string, mentee: string, points: number) => string;
  readonly hasPlace: string;
  readonly nextStep: string;
}

const EN: CommandWords = {
  read: (mentors, mentees, rejected) =>
    `${counted(mentors, "mentor")} and ${counted(mentees, "mentee")} read, ${counted(rejected, "row")} rejected`,
  cannotBeMet: "the demands cannot be met together",
  outcome: (pairs, mentors, mentees, points) =>
    `${counted(pairs, "pair")}: ${counted(mentors, "mentor")} and ${counted(mentees, "mentee")} placed, ${points}`,
  status: { optimal: "optimal", feasible: "feasible" },
  gap: (people, points) => `at most ${counted(people, "person", "people")} and ${points} from the best`,
  nothingMatched: (errors, rejected) =>
    `${counted(errors, "error")}, ${counted(rejected, "row")} rejected; nothing was matched`,
  notTalked: (pairs) => `${counted(pairs, "pair")} of people who have not talked`,
  kept: (kept, broken, gained) => `${counted(kept, "published pair")} kept, ${broken} broken, ${gained} new`,
  freePlan: (people, points) => `a free plan places ${people} more and scores ${points} more`,
  invitations: (calendars, letters, folder) =>
    `${counted(calendars, "calendar")} and ${counted(letters, "letter")} in ${folder}`,
  noCommonTime: "no common time",
  warning: "warning",
  badRow: "the row has an error",
  phases: {
    files: "files",
    reading: "reading",
    scoring: "scoring",
    solving: "solving",
    explaining: "explaining",
    writing: "writing",
  },
  peopleFromBest: (people) => `at most ${counted(people, "person", "people")} from the best`,
  pointsFromBest: (points) => `at most ${points} from the best`,
  notUsed: "(not used)",
  people: (people, mentors, mentees) =>
    `${counted(people, "person", "people")}, ${counted(mentors, "mentor")}, ${counted(mentees, "mentee")}`,
  places: (mentors, mentees) => `${counted(mentors, "place")} at mentors, ${mentees} at mentees`,
  topicHeads: ["topic", "wished by", "places at mentors who offer it", "mentors"],
  found: (errors, warnings, rejected) =>
    `${counted(errors, "error")}, ${counted(warnings, "warning")}, ${counted(rejected, "row")} rejected`,
  infeasible: {
    first: "the first result is infeasible: it counts as a plan without pairs",
    second: "the second result is infeasible: it counts as a plan without pairs",
  },
  compared: (kept, lost, gained) => `${counted(kept, "pair")} kept, ${lost} lost, ${gained} gained`,
  differences: (score, mentors, mentees) => `score ${score}, mentors placed ${mentors}, mentees placed ${mentees}`,
  wrote: (files) => `wrote ${files}; now: tersine match`,
  open: (page) => `open ${page} in a browser; it needs no network and sends nothing`,
  talks: (talks, rounds) => `${counted(talks, "talk")} in ${counted(rounds, "round")}`,
  haveOne: (mentees, ofMentees, mentors, ofMentors) =>
    `${mentees} of ${counted(ofMentees, "mentee")} and ${mentors} of ${counted(ofMentors, "mentor")} have one`,
  groups: (groups, mentors, mentees, points) =>
    `${counted(groups, "group")}: ${counted(mentors, "mentor")} and ${counted(mentees, "mentee")} placed, ${points}`,
  noSlot: "no slot",
  sides: { mentor: "mentor", mentee: "mentee" },
  pair: (mentor, mentee, points) => `${mentor} and ${mentee}: ${counted(points, "point")}`,
  hasPlace: "has a place left.",
  nextStep: "Next step",
};

const figure = (value: number): string => figureText(value).tr;

const TR: CommandWords = {
  read: (mentors, mentees, rejected) =>
    `okunan: ${figure(mentors)} mentor, ${figure(mentees)} mentee; alınmayan satır: ${figure(rejected)}`,
  cannotBeMet: "koşullar birlikte karşılanamıyor",
  outcome: (pairs, mentors, mentees, points) =>
    `${figure(pairs)} eşleşme: ${figure(mentors)} mentor ve ${figure(mentees)} mentee eşleşti, toplam ${points}`,
  status: { optimal: "en iyi plan (kanıtlandı)", feasible: "koşullara uygun plan" },
  gap: (people, points) => `en iyi plana uzaklık: en çok ${figure(people)} kişi ve ${points}`,
  nothingMatched: (errors, rejected) =>
    `${figure(errors)} hata, alınmayan satır: ${figure(rejected)}; eşleştirme yapılmadı`,
  notTalked: (pairs) => `görüşmemiş kişilerden oluşan eşleşme: ${figure(pairs)}`,
  kept: (kept, broken, gained) =>
    `yayımlanan eşleşmelerden korunan ${figure(kept)}, bozulan ${figure(broken)}; yeni eşleşme ${figure(gained)}`,
  freePlan: (people, points) => `serbest bir planda ${figure(people)} kişi daha eşleşir, toplam ${points} artar`,
  invitations: (calendars, letters, folder) =>
    `${folder} klasöründe ${figure(calendars)} takvim ve ${figure(letters)} mektup`,
  noCommonTime: "ortak zaman yok",
  warning: "uyarı",
  badRow: "satırda bir hata var",
  phases: {
    files: "dosyalar",
    reading: "okuma",
    scoring: "puanlama",
    solving: "çözüm",
    explaining: "açıklamalar",
    writing: "yazma",
  },
  peopleFromBest: (people) => `en iyi plana en çok ${figure(people)} kişi`,
  pointsFromBest: (points) => `en iyi plana en çok ${points}`,
  notUsed: "(kullanılmıyor)",
  people: (people, mentors, mentees) => `${figure(people)} kişi, ${figure(mentors)} mentor, ${figure(mentees)} mentee`,
  places: (mentors, mentees) => `kontenjan: mentorlarda ${figure(mentors)}, mentee'lerde ${figure(mentees)}`,
  topicHeads: ["konu", "isteyen", "sunan mentorlardaki kontenjan", "mentor"],
  found: (errors, warnings, rejected) =>
    `${figure(errors)} hata, ${figure(warnings)} uyarı, alınmayan satır: ${figure(rejected)}`,
  infeasible: {
    first: "ilk sonuçta koşullar karşılanamamış: eşleşmesiz plan sayılır",
    second: "ikinci sonuçta koşullar karşılanamamış: eşleşmesiz plan sayılır",
  },
  compared: (kept, lost, gained) =>
    `eşleşmelerden aynı kalan ${figure(kept)}, kalkan ${figure(lost)}, yeni ${figure(gained)}`,
  differences: (score, mentors, mentees) => `puan ${score}, eşleşen mentor ${mentors}, eşleşen mentee ${mentees}`,
  wrote: (files) => `yazılan dosyalar: ${files}; şimdi: tersine match`,
  open: (page) => `${page} dosyasını bir tarayıcıda açın; ağ bağlantısı gerekmez, hiçbir veri gönderilmez`,
  talks: (talks, rounds) => `${figure(rounds)} turda ${figure(talks)} görüşme`,
  haveOne: (mentees, ofMentees, mentors, ofMentors) =>
    `görüşmesi olan mentee ${figure(mentees)}/${figure(ofMentees)}, mentor ${figure(mentors)}/${figure(ofMentors)}`,
  groups: (groups, mentors, mentees, points) =>
    `${figure(groups)} grup: ${figure(mentors)} mentor ve ${figure(mentees)} mentee yerleşti, toplam ${points}`,
  noSlot: "uygun zaman aralığı yok",
  sides: { mentor: "mentor", mentee: "mentee" },
  pair: (mentor, mentee, points) => `${mentor} - ${mentee}: ${figure(points)} puan`,
  hasPlace: "boş kontenjanı var.",
  nextStep: "Sonraki adım",
};

export const SAID: Readonly<Record<Language, CommandWords>> = { en: EN, tr: TR };
