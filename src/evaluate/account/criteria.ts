import type { Sentence } from "../../base/sentence.ts";
import type { Criterion } from "../../index.ts";
import { AGE, SENIORITY, use, type Use } from "./fields.ts";

/** What must be told of a criterion. */
export interface CriterionAccount {
  readonly use: Use;
  readonly zero: Sentence;
  readonly one: Sentence;
}

type Settings = Readonly<Record<string, unknown>>;
type Words = readonly [en: string, tr: string];

const account = (reads: Use, [zeroEn, zeroTr]: Words, [oneEn, oneTr]: Words): CriterionAccount => ({
  use: reads,
  zero: { en: zeroEn, tr: zeroTr },
  one: { en: oneEn, tr: oneTr },
});

const NEAR_GOALS: readonly [Words, Words] = [
  ["goals have nothing in common", "hedeflerin ortak yanı yok"],
  ["the same goals", "hedefler aynı"],
];

/** By the function that makes the criterion, and the options it was given. Functions among these see no person. */
const ACCOUNTS: Readonly<Record<string, (settings: Settings) => CriterionAccount>> = {
  topics: () =>
    account(
      use(
        ["teaches", "learns"],
        "to score how much of the wishes a mentor covers",
        "mentorun isteklerin ne kadarını karşıladığını puanlamak için",
      ),
      ["no wish is covered", "hiçbir istek karşılanmıyor"],
      ["all wishes are covered", "bütün istekler karşılanıyor"],
    ),
  goals: () =>
    account(
      use(["goals"], "to score common goals", "ortak hedefleri puanlamak için"),
      ["no common goal", "ortak hedef yok"],
      ["the same goals", "hedefler aynı"],
    ),
  goalsByText: () =>
    account(
      use(["goals"], "to score goals with words in common", "ortak sözcükleri olan hedefleri puanlamak için"),
      ...NEAR_GOALS,
    ),
  goalsByVector: () =>
    account(use(["goals"], "to score goals of like meaning", "anlamca yakın hedefleri puanlamak için"), ...NEAR_GOALS),
  availability: () =>
    account(
      use(["availability", "timeZone"], "to score common time", "ortak zamanı puanlamak için"),
      ["no common time", "ortak zaman yok"],
      ["at least the target of common minutes a week", "haftada en az hedef kadar ortak dakika"],
    ),
  hierarchy: () =>
    account(
      use(SENIORITY, "to score the distance between levels", "kademeler arasındaki mesafeyi puanlamak için"),
      ["levels too near, or the mentor is the senior", "kademeler çok yakın ya da mentor daha kıdemli"],
      ["the ideal distance of levels", "kademeler ideal uzaklıkta"],
    ),
  generation: ({ by }) =>
    account(
      use(
        by === "band" ? ["generation"] : AGE.filter((field) => by === undefined || field === by),
        "to score how far two generations are apart",
        "iki kuşak arasındaki mesafeyi puanlamak için",
      ),
      ["the same generation", "aynı kuşak"],
      ["generations far apart", "birbirine uzak kuşaklar"],
    ),
  language: () =>
    account(
      use(["languages"], "to score a common language", "ortak dili puanlamak için"),
      ["no common language", "ortak dil yok"],
      ["a common language at the level asked for", "istenen düzeyde ortak dil"],
    ),
  mutual: () =>
    account(
      use(
        ["learnsInReturn", "teachesInReturn"],
        "to score what the mentee can teach in return",
        "mentee'nin karşılığında neler öğretebileceğini puanlamak için",
      ),
      ["the mentee can teach nothing that the mentor wants", "mentee, mentorun istediklerinden hiçbirini öğretemiyor"],
      ["the mentee can teach all that the mentor wants", "mentee, mentorun istediklerinin hepsini öğretebiliyor"],
    ),
  bothWays: ({ of }) => {
    const inner = typeof of === "string" && Object.hasOwn(ACCOUNTS, of) ? ACCOUNTS[of] : undefined;
    const fields = inner?.({}).use.fields ?? [];
    return account(
      use(
        [...fields, "learnsInReturn", "teachesInReturn"],
        "to score the two in both directions",
        "iki kişiyi iki yönde puanlamak için",
      ),
      ["one direction, or both, has nothing in common", "yönlerden birinde ya da ikisinde hiç uyum yok"],
      ["both directions fit in full", "iki yönde de tam uyum var"],
    );
  },
  readiness: () =>
    account(
      use(
        ["readiness", "firstTime"],
        "to give first-time mentors mentees who are ready to learn",
        "ilk kez mentorluk yapanları öğrenmeye açık kişilerle eşleştirmek için",
      ),
      ["a first-time mentor with a hesitant mentee", "ilk kez mentorluk yapan biri ile çekingen bir mentee"],
      [
        "a first-time mentor with a mentee who is ready, or a mentor with experience",
        "ilk kez mentorluk yapan biri ile öğrenmeye açık bir mentee ya da deneyimli bir mentor",
      ],
    ),
  choices: () =>
    account(
      use(["choices"], "to score stated wishes for partners", "belirtilen eş tercihlerini puanlamak için"),
      ["neither chose the other", "ikisi de birbirini seçmedi"],
      ["first choice of both", "ikisinin de ilk tercihi"],
    ),
  waiting: () =>
    account(
      use(["waitingSince"], "to favour those who have waited long", "uzun bekleyenleri öne almak için"),
      ["nobody has waited", "bekleyen yok"],
      ["has waited as long as counts", "sayılan en uzun süre kadar beklemiş"],
    ),
  treeDistance: () =>
    account(
      use(["managerId"], "to score the distance in the organisation", "organizasyondaki uzaklığı puanlamak için"),
      ["near each other in the organisation", "organizasyonda birbirine yakın"],
      ["far from each other in the organisation", "organizasyonda birbirinden uzak"],
    ),
  commonManager: () =>
    account(
      use(
        ["managerId"],
        "to score how near the lowest common manager is",
        "en yakın ortak yöneticinin uzaklığını puanlamak için",
      ),
      ["the common manager is far up", "ortak yönetici çok yukarıda"],
      ["the common manager is near", "ortak yönetici yakın"],
    ),
  sameOrDifferent: (settings) => sameOrDifferentAccount(String(settings["field"]), settings["want"] === "same"),
};

const PERSON_FIELDS = {
  department: { en: "department", tr: "departman" },
  location: { en: "location", tr: "çalışma yeri" },
  timeZone: { en: "time zone", tr: "saat dilimi" },
} as const satisfies Readonly<Record<string, Sentence>>;

function sameOrDifferentAccount(field: string, isSame: boolean): CriterionAccount {
  const isOfPerson = (name: string): name is keyof typeof PERSON_FIELDS => Object.hasOwn(PERSON_FIELDS, name);
  const words = isOfPerson(field) ? PERSON_FIELDS[field] : { en: `"${field}"`, tr: `"${field}"` };
  const purpose = isSame
    ? { en: `to favour pairs of the same ${words.en}`, tr: `${words.tr} bilgisi aynı olanları öne almak için` }
    : { en: `to favour pairs whose ${words.en} differs`, tr: `${words.tr} bilgisi farklı olanları öne almak için` };
  const reads: Use = isOfPerson(field)
    ? { fields: [field], purpose }
    : { fields: ["attributes"], attributes: [field], purpose };
  const same = { en: `the ${words.en} is the same`, tr: `${words.tr} bilgisi aynı` };
  const different = { en: `the ${words.en} differs`, tr: `${words.tr} bilgisi farklı` };
  return isSame ? { use: reads, zero: different, one: same } : { use: reads, zero: same, one: different };
}

/** What is told of a criterion of this library; `undefined` for the caller's own. */
export function accountOf({ maker, settings = {} }: Criterion): CriterionAccount | undefined {
  return maker !== undefined && Object.hasOwn(ACCOUNTS, maker) ? ACCOUNTS[maker]?.(settings) : undefined;
}
