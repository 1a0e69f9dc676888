import type { Sentence } from "../sentence.ts";

/** Fields of the input that a person or an entry states: what a function of the caller's may read. */
export const ALL_FIELDS = [
  "managerId",
  "dottedLineManagerIds",
  "evaluatorIds",
  "assistantIds",
  "formerManagerIds",
  "level",
  "department",
  "location",
  "timeZone",
  "languages",
  "birthYear",
  "careerStartYear",
  "generation",
  "startDate",
  "cohort",
  "attributes",
  "teaches",
  "learns",
  "learnsInReturn",
  "teachesInReturn",
  "firstTime",
  "readiness",
  "briefed",
  "goals",
  "availability",
  "capacity",
  "minimumLoad",
  "avoid",
  "choices",
  "waitingSince",
  "personalWeights",
] as const;

export type DataField = (typeof ALL_FIELDS)[number];

/** What a criterion or a rule reads, and what for. */
export interface Use {
  readonly fields: readonly DataField[];
  readonly purpose: Sentence;
}

const use = (fields: readonly DataField[], en: string, tr: string): Use => ({ fields, purpose: { en, tr } });

/** What is read whatever the options say. */
export const STANDING: readonly Use[] = [
  use(
    ["teaches", "learns"],
    "to tell who can teach what somebody wants to learn",
    "kimin öğrenmek istediğini kimin öğretebileceğini bulmak için",
  ),
  use(
    ["availability", "timeZone"],
    "to tell when two people can meet",
    "iki kişinin ne zaman buluşabileceğini bulmak için",
  ),
  use(
    ["capacity", "minimumLoad"],
    "to give nobody more or fewer partners than they take",
    "kimseye kabul ettiğinden çok ya da az eş vermemek için",
  ),
  use(["avoid"], "to pair nobody with people whom they avoid", "kimseyi kaçındığı kişilerle eşleştirmemek için"),
];

const SENIORITY: readonly DataField[] = ["level", "managerId"];
const AGE: readonly DataField[] = ["birthYear", "careerStartYear", "generation"];
const LINES: readonly DataField[] = ["managerId", "dottedLineManagerIds"];
const PLACES: readonly DataField[] = [
  "department",
  "location",
  "generation",
  "cohort",
  "timeZone",
  "level",
  "attributes",
];

/** By name of the criterion. */
export const CRITERION_USES: ReadonlyMap<string, Use> = new Map([
  [
    "topics",
    use(
      ["teaches", "learns"],
      "to score how much of the wishes a mentor covers",
      "mentorun isteklerin ne kadarını karşıladığını puanlamak için",
    ),
  ],
  ["goals", use(["goals"], "to score common goals", "ortak hedefleri puanlamak için")],
  ["availability", use(["availability", "timeZone"], "to score common time", "ortak zamanı puanlamak için")],
  ["hierarchy", use(SENIORITY, "to score the distance between levels", "kademeler arasındaki mesafeyi puanlamak için")],
  [
    "generation",
    use(AGE, "to score how far two generations are apart", "iki kuşak arasındaki mesafeyi puanlamak için"),
  ],
  ["language", use(["languages"], "to score a common language", "ortak dili puanlamak için")],
  [
    "mutual",
    use(
      ["learnsInReturn", "teachesInReturn"],
      "to score what the mentee can teach in return",
      "mentee'nin karşılığında neler öğretebileceğini puanlamak için",
    ),
  ],
  [
    "readiness",
    use(
      ["readiness", "firstTime"],
      "to give first-time mentors mentees who are ready to learn",
      "ilk kez mentorluk yapanları öğrenmeye açık kişilerle eşleştirmek için",
    ),
  ],
  ["choices", use(["choices"], "to score stated wishes for partners", "belirtilen eş tercihlerini puanlamak için")],
  ["waiting", use(["waitingSince"], "to favour those who have waited long", "uzun bekleyenleri öne almak için")],
  ["treeDistance", use(LINES, "to score the distance in the organisation", "kuruluş içindeki mesafeyi puanlamak için")],
  [
    "commonManager",
    use(LINES, "to score how far the next common manager is", "en yakın ortak yöneticinin uzaklığını puanlamak için"),
  ],
  [
    "sameOrDifferent",
    use(PLACES, "to score whether a field is equal or differs", "bir alanın aynı ya da farklı olmasını puanlamak için"),
  ],
]);

/** By name of the rule. */
export const RULE_USES: ReadonlyMap<string, Use> = new Map([
  [
    "noReportingLine",
    use(
      LINES,
      "to pair nobody with somebody of their reporting line",
      "kimseyi kendi yönetim hattından biriyle eşleştirmemek için",
    ),
  ],
  [
    "safeSpace",
    use(
      [...LINES, "evaluatorIds", "assistantIds", "formerManagerIds"],
      "to pair nobody with somebody before whom they could not speak freely",
      "kimseyi yanında rahat konuşamayacağı biriyle eşleştirmemek için",
    ),
  ],
  [
    "tenure",
    use(["startDate"], "to pair people who know the organisation", "kurumu tanıyan kişileri eşleştirmek için"),
  ],
  [
    "ready",
    use(
      ["readiness", "briefed"],
      "to pair mentees who are ready to learn from a junior",
      "daha kıdemsiz birinden öğrenmeye açık mentee'leri eşleştirmek için",
    ),
  ],
  [
    "crossGeneration",
    use(AGE, "to pair people of different generations only", "yalnızca farklı kuşaklardan kişileri eşleştirmek için"),
  ],
  ["reverse", use(SENIORITY, "to have the junior one teach", "kıdemce daha genç olanın öğretmesi için")],
  [
    "levelGap",
    use(SENIORITY, "to keep the distance between levels within bounds", "kademe farkını sınırlar içinde tutmak için"),
  ],
  [
    "differentDepartment",
    use(["department"], "to pair across departments", "farklı birimlerden kişileri eşleştirmek için"),
  ],
  [
    "differentLocation",
    use(["location"], "to pair across places of work", "farklı yerlerden kişileri eşleştirmek için"),
  ],
  ["sharedLanguage", use(["languages"], "to pair people who share a language", "ortak dili olanları eşleştirmek için")],
  [
    "timeZonesWithin",
    use(["timeZone", "availability"], "to keep time zones near each other", "saat dilimlerini yakın tutmak için"),
  ],
  [
    "meetingTime",
    use(
      ["availability", "timeZone"],
      "to pair people who have time in common",
      "ortak zamanı olanları eşleştirmek için",
    ),
  ],
  [
    "minimumScore",
    use(
      [],
      "to refuse pairs of a low score; it reads no field of its own",
      "düşük puanlı eşleşmeleri reddetmek için; kendine ait alan okumaz",
    ),
  ],
  ["ban", use([], "to keep listed pairs apart", "listelenen kişileri ayrı tutmak için")],
  ["notAgain", use([], "to keep apart who have met before", "daha önce buluşanları yeniden eşleştirmemek için")],
]);
