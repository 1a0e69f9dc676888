import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reasonOf, refusalInWords } from "../../src/explain/reasons.ts";
import {
  availability,
  choices,
  crossGeneration,
  differentDepartment,
  generation,
  goals,
  goalsByText,
  language,
  levelGap,
  type MatchInput,
  type MenteeEntry,
  type MentorEntry,
  meetingTime,
  mutual,
  readiness,
  reverse,
  sameOrDifferent,
  sharedLanguage,
  topics,
  tenure,
  waiting,
} from "../../src/index.ts";
import type { Contribution } from "../../src/score/pair-score.ts";
import { refusalsOf } from "../../src/rules/candidates/refusal.ts";
import { graphOf } from "../support/graph-of.ts";

/* A reader of sentences: takes each apart in both languages and compares every figure and name with the raw input. */

type Person = MentorEntry | MenteeEntry;
interface RawPair {
  readonly mentor: MentorEntry;
  readonly mentee: MenteeEntry;
}

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

const TOPICS = ["AI", "SQL", "Podcasts"];
const WINDOWS = ["Mon 09:00-10:00", "Mon 09:30-11:00", "Tue 14:00-16:00"];
const PERIOD = { start: "2027-03-01", end: "2027-03-28" };

/** Some of the topics, each at one of the levels. */
const topicList = (levels: readonly number[]): fc.Arbitrary<{ readonly topic: string; readonly level: number }[]> =>
  fc
    .tuple(fc.subarray(TOPICS), fc.array(fc.constantFrom(...levels), { minLength: 3, maxLength: 3 }))
    .map(([list, at]) => list.map((topic, place) => ({ topic, level: at[place] ?? 1 })));

const person = fc.record({
  level: maybe(fc.integer({ min: 1, max: 5 })),
  birthYear: maybe(fc.constantFrom(1960, 1975, 1985, 1999)),
  careerStartYear: maybe(fc.constantFrom(1990, 1991, 2015)),
  generation: maybe(fc.constantFrom("X", "Y", "Z")),
  languages: maybe(fc.subarray(["tr", "en", "de"], { minLength: 1 })),
  department: maybe(fc.constantFrom("Ops", "HR")),
  goals: maybe(fc.subarray(["grow", "lead", "listen well"], { minLength: 1 })),
  waitingSince: maybe(fc.constantFrom("2027-02-01", "2027-02-28")),
  availability: maybe(fc.subarray(WINDOWS, { minLength: 1 }).map((windows) => windows.join("; "))),
  teaches: topicList([1, 2, 3, 4, 5]),
  learns: topicList([1, 5]),
  choices: fc.subarray([0, 1, 2]),
  inReturn: fc.subarray(TOPICS),
  startDate: maybe(fc.constantFrom("2020-01-01", "2027-02-15")),
  readiness: maybe(fc.integer({ min: 1, max: 5 })),
  firstTime: maybe(fc.boolean()),
});

/** Three mentors and three mentees with holes in what is known of them. */
const programmes: fc.Arbitrary<MatchInput> = fc
  .tuple(fc.array(person, { minLength: 3, maxLength: 3 }), fc.array(person, { minLength: 3, maxLength: 3 }))
  .map(([left, right]) => ({
    mentors: left.map(({ choices: named, inReturn, ...rest }, at) =>
      present({
        ...{
          id: `a${at}`,
          timeZone: "UTC",
          ...rest,
          learnsInReturn: inReturn,
          choices: named.map((each) => `b${each}`),
        },
        ...{ learns: undefined, readiness: undefined },
      }),
    ),
    mentees: right.map(({ choices: named, inReturn, ...rest }, at) =>
      present({
        ...{
          id: `b${at}`,
          timeZone: "UTC",
          ...rest,
          teachesInReturn: inReturn,
          choices: named.map((each) => `a${each}`),
        },
        ...{ teaches: undefined, firstTime: undefined },
      }),
    ),
    period: PERIOD,
  }));

type Present<Fields> = { [Field in keyof Fields]: Fields[Field] };
function present<Fields extends object>(fields: Fields): Present<Fields>;
function present(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A kind of sentence: how it reads in both languages, and what its parts must be for a pair. */
interface Kind {
  readonly en: RegExp;
  readonly tr: RegExp;
  /** The parts in the order of the groups of both; `undefined` if the sentence must not be said of the pair. */
  readonly parts: (pair: RawPair) => readonly unknown[] | undefined;
}

const offerOf = ({ teaches }: MentorEntry, topic: string): number | undefined =>
  teaches.flatMap((offer) => (typeof offer === "object" && offer.topic === topic ? [offer.level ?? 1] : []))[0];
const wishesOf = ({ learns }: MenteeEntry) => learns.flatMap((wish) => (typeof wish === "object" ? [wish] : []));
const shared = <Value>(a: readonly Value[] = [], b: readonly Value[] = []): readonly Value[] =>
  a.filter((each) => b.includes(each));
const wordsOf = (list: readonly string[] = []): readonly string[] => [
  ...new Set(list.flatMap((text) => text.split(" "))),
];
const apart = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : Math.abs(a - b);
const days = (since: string | undefined): number | undefined =>
  since === undefined ? undefined : (Date.parse(PERIOD.start) - Date.parse(since)) / 86_400_000;
const list = (items: readonly string[]): string => items.toSorted().join(", ");
/** How many and which, of a list that holds something. */
const positive = (items: readonly string[]): readonly unknown[] | undefined =>
  items.length === 0 ? undefined : [items.length, list(items)];
const minutesOf = (text: unknown): number => Number(String(text).slice(0, 2)) * 60 + Number(String(text).slice(3));

/** Common minutes a week, by quarter hours; `undefined` where one states no windows. */
function commonMinutes(a: Person, b: Person): number | undefined {
  const quarters = ({ availability: windows }: Person): readonly string[] | undefined =>
    typeof windows !== "string"
      ? undefined
      : windows.split("; ").flatMap((window) => {
          const [day = "", hours = ""] = window.split(" ");
          const [from = "", to = ""] = hours.split("-");
          const first = minutesOf(from);
          return Array.from({ length: (minutesOf(to) - first) / 15 }, (_, step) => `${day} ${first + 15 * step}`);
        });
  const [mine, yours] = [quarters(a), quarters(b)];
  return mine === undefined || yours === undefined ? undefined : 15 * new Set(shared(mine, yours)).size;
}

const both = (parts: readonly unknown[]): readonly unknown[] | undefined =>
  parts.includes(undefined) ? undefined : parts;
const FULL = "(?<got>[0-9.]+) of (?<most>[0-9.]+) points\\.|The other criteria share its weight\\.";
const FULL_TR = "(?<most>[0-9,]+) puan üzerinden (?<got>[0-9,]+)\\.|Ağırlığı diğer ölçütlere dağıtıldı\\.";
const kind = (en: string, tr: string, parts: Kind["parts"]): Kind => ({
  en: new RegExp(`^${en} (?:${FULL})$`, "u"),
  tr: new RegExp(`^${tr} (?:${FULL_TR})$`, "u"),
  parts,
});

const topicParts = ({ mentor, mentee }: RawPair): readonly unknown[] | undefined => {
  const wishes = wishesOf(mentee);
  if (wishes.length === 0 || mentor.teaches.length === 0) return undefined;
  const met = wishes.filter(({ topic, level = 0 }) => (offerOf(mentor, topic) ?? -1) >= level);
  const parts = wishes.flatMap(({ topic, level = 0 }) => {
    const offered = offerOf(mentor, topic);
    return offered === undefined || offered >= level ? [] : [`${topic} ${offered} ${level}`];
  });
  return [wishes.length, met.length, list(met.map(({ topic }) => topic)), list(parts)];
};

/** Sentences of which data are missing: the side, and whether that side's field is indeed not there. */
function unknownKind(noun: string, isAre: string, tr: string, field: keyof MentorEntry | "topics"): readonly Kind[] {
  const lacks = (each: Person): boolean => {
    const value: unknown =
      field === "topics" ? ("teaches" in each ? each.teaches : each.learns) : Reflect.get(each, field);
    return value === undefined || (Array.isArray(value) && value.length === 0);
  };
  const when = (mentor: boolean, mentee: boolean) => (pair: RawPair) =>
    lacks(pair.mentor) === mentor && lacks(pair.mentee) === mentee ? [] : undefined;
  return [
    kind(`The mentor's ${noun} ${isAre} not known\\.`, `Mentorun ${tr} bilinmiyor\\.`, when(true, false)),
    kind(`The mentee's ${noun} ${isAre} not known\\.`, `Mentee'nin ${tr} bilinmiyor\\.`, when(false, true)),
    kind(`The ${noun} ${isAre} not known of either\\.`, `İkisinin de ${tr} bilinmiyor\\.`, when(true, true)),
  ];
}

const between = ({ mentor, mentee }: RawPair): number | undefined => {
  const place = ({ generation: band }: Person): number | undefined =>
    band === undefined ? undefined : "XYZ".indexOf(band);
  return apart(place(mentor), place(mentee));
};
const rank = (people: readonly string[] | undefined, id: string): number | undefined => {
  const place = (people ?? []).indexOf(id);
  return place < 0 ? undefined : place + 1;
};
const ranks = ({ mentor, mentee }: RawPair) =>
  [rank(mentor.choices, mentee.id), rank(mentee.choices, mentor.id)] as const;

/** What the two name for learning in return. */
const inReturn = ({ mentor, mentee }: RawPair) => {
  const texts = (items: readonly unknown[] = []): readonly string[] => items.map(String);
  return [texts(mentor.learnsInReturn), texts(mentee.teachesInReturn)] as const;
};
const inReturnKind = (en: string, tr: string, isMentorSilent: boolean, isMenteeSilent: boolean): Kind =>
  kind(en, tr, (pair) => {
    const [wishes, offers] = inReturn(pair);
    return (wishes.length === 0) === isMentorSilent && (offers.length === 0) === isMenteeSilent ? [] : undefined;
  });
const readinessKind = (en: string, tr: string, isFirst: boolean): Kind =>
  kind(
    `${en} the mentee's readiness is (?<a>\\d) of 5\\.`,
    `${tr} mentee'nin öğrenmeye açıklığı (?<a>\\d)/5\\.`,
    (pair) => ((pair.mentor.firstTime !== false) === isFirst ? both([pair.mentee.readiness]) : undefined),
  );

/** Every criterion's sentences; named groups would differ by language, so groups go by place. */
const KINDS: Readonly<Record<string, readonly Kind[]>> = {
  topics: [
    kind(
      "Covers (?<n>\\d+) of (?<w>\\d+) topics? asked for(?:: (?<full>[^;]+?))?(?:; in part: (?<part>.+))?\\.",
      "İstenen (?<w>\\d+) konudan karşılanan: (?<n>\\d+)(?: \\((?<full>[^;]+?)\\))?(?:; kısmen: (?<part>.+))?\\.",
      topicParts,
    ),
    ...unknownKind("topics", "are", "konuları", "topics"),
  ],
  goals: [
    kind("They share no goal\\.", "Ortak hedefleri yok\\.", ({ mentor, mentee }) =>
      mentor.goals !== undefined && mentee.goals !== undefined && shared(mentee.goals, mentor.goals).length === 0
        ? []
        : undefined,
    ),
    kind(
      "(?<n>\\d+) shared goals?: (?<list>.+?)\\.",
      "(?<n>\\d+) ortak hedef: (?<list>.+?)\\.",
      ({ mentor, mentee }) =>
        mentor.goals === undefined || mentee.goals === undefined
          ? undefined
          : positive(shared(mentee.goals, mentor.goals)),
    ),
    ...unknownKind("goals", "are", "hedefleri", "goals"),
  ],
  words: [
    kind(
      "The words of their goals are near each other by (?<near>\\d+) of 100; (?:they share no word|(?<n>\\d+) shared words?: (?<list>.+?))\\.",
      "Hedeflerinin sözcükçe yakınlığı 100 üzerinden (?<near>\\d+); (?:ortak sözcük yok|(?<n>\\d+) ortak sözcük: (?<list>.+?))\\.",
      ({ mentor, mentee }) => {
        if (mentor.goals === undefined || mentee.goals === undefined) return undefined;
        const [mine, yours] = [wordsOf(mentor.goals), wordsOf(mentee.goals)];
        const common = shared(yours, mine);
        return [Math.round((100 * common.length) / Math.sqrt(mine.length * yours.length)), common.length, list(common)];
      },
    ),
    ...unknownKind("goals", "are", "hedefleri", "goals"),
  ],
  availability: [
    kind(
      "Both are free (?<mean>\\d+) minutes? a week on average \\(target (?<t>\\d+), worst week (?<worst>\\d+)\\)\\.",
      "Haftada ortalama (?<mean>\\d+) dakika ortak boş zamanları var \\(hedef (?<t>\\d+), en dar hafta (?<worst>\\d+)\\)\\.",
      ({ mentor, mentee }) => {
        const minutes = commonMinutes(mentor, mentee);
        return minutes === undefined ? undefined : [minutes, 60, minutes];
      },
    ),
    ...unknownKind("free times", "are", "uygun zamanları", "availability"),
  ],
  language: [
    kind("They share no language\\.", "Ortak dilleri yok\\.", ({ mentor, mentee }) =>
      mentor.languages !== undefined &&
      mentee.languages !== undefined &&
      shared(mentee.languages, mentor.languages).length === 0
        ? []
        : undefined,
    ),
    kind(
      "(?<n>\\d+) shared languages?: (?<list>.+?)\\.",
      "(?<n>\\d+) ortak dil: (?<list>.+?)\\.",
      ({ mentor, mentee }) =>
        mentor.languages === undefined || mentee.languages === undefined
          ? undefined
          : positive(shared(mentee.languages, mentor.languages).map(String)),
    ),
    ...unknownKind("languages", "are", "bildiği diller", "languages"),
  ],
  born: [
    kind("They were born in the same year\\.", "Doğum yılları aynı\\.", ({ mentor, mentee }) =>
      apart(mentor.birthYear, mentee.birthYear) === 0 ? [] : undefined,
    ),
    kind(
      "Their birth years are (?<n>\\d+) years? apart\\.",
      "Doğum yılları arasında (?<n>\\d+) yıl var\\.",
      ({ mentor, mentee }) => both([apart(mentor.birthYear, mentee.birthYear) || undefined]),
    ),
    ...unknownKind("birth year", "is", "doğum yılı", "birthYear"),
  ],
  career: [
    kind("They started work in the same year\\.", "İşe başlama yılları aynı\\.", ({ mentor, mentee }) =>
      apart(mentor.careerStartYear, mentee.careerStartYear) === 0 ? [] : undefined,
    ),
    kind(
      "They started work (?<n>\\d+) years? apart\\.",
      "İşe başlama yılları arasında (?<n>\\d+) yıl var\\.",
      ({ mentor, mentee }) => both([apart(mentor.careerStartYear, mentee.careerStartYear) || undefined]),
    ),
    ...unknownKind("year of starting work", "is", "işe başlama yılı", "careerStartYear"),
  ],
  bands: [
    kind("The two are of one generation\\.", "İkisi aynı kuşaktan\\.", (pair) =>
      between(pair) === 0 ? [] : undefined,
    ),
    kind(
      "Their generations follow each other; none lies between\\.",
      "Kuşakları art arda; arada kuşak yok\\.",
      (pair) => (between(pair) === 1 ? [] : undefined),
    ),
    kind(
      "Between their generations lies? (?<n>\\d+) others?\\.",
      "Kuşakları arasında (?<n>\\d+) kuşak daha var\\.",
      (pair) => (between(pair) === 2 ? [1] : undefined),
    ),
    ...unknownKind("generation", "is", "kuşağı", "generation"),
  ],
  choices: [
    kind("Neither named the other\\.", "İkisi de tercih listesine diğerini yazmamış\\.", (pair) =>
      ranks(pair).every((place) => place === undefined) ? [] : undefined,
    ),
    kind(
      "The mentor named the mentee as choice (?<a>\\d+); the mentee named the mentor as choice (?<b>\\d+)\\.",
      "Tercihler: mentor mentee'yi (?<a>\\d+)\\. sıraya yazmış; mentee mentoru (?<b>\\d+)\\. sıraya yazmış\\.",
      (pair) => both(ranks(pair)),
    ),
    kind(
      "The mentor named the mentee as choice (?<a>\\d+); the mentee did not name the mentor\\.",
      "Tercihler: mentor mentee'yi (?<a>\\d+)\\. sıraya yazmış; mentee mentoru yazmamış\\.",
      (pair) => (ranks(pair)[1] === undefined ? both([ranks(pair)[0]]) : undefined),
    ),
    kind(
      "The mentor did not name the mentee; the mentee named the mentor as choice (?<b>\\d+)\\.",
      "Tercihler: mentor mentee'yi yazmamış; mentee mentoru (?<b>\\d+)\\. sıraya yazmış\\.",
      (pair) => (ranks(pair)[0] === undefined ? both([ranks(pair)[1]]) : undefined),
    ),
  ],
  waiting: [
    kind(
      "The mentor has waited (?<a>\\d+) days?, the mentee has waited (?<b>\\d+) days?\\.",
      "Bekleme süresi: mentor (?<a>\\d+) gün, mentee (?<b>\\d+) gün\\.",
      ({ mentor, mentee }) => both([days(mentor.waitingSince), days(mentee.waitingSince)]),
    ),
    kind(
      "The mentor has waited (?<a>\\d+) days?, the mentee's waiting time is not known\\.",
      "Bekleme süresi: mentor (?<a>\\d+) gün, mentee bilinmiyor\\.",
      ({ mentor, mentee }) => (mentee.waitingSince === undefined ? both([days(mentor.waitingSince)]) : undefined),
    ),
    kind(
      "The mentor's waiting time is not known, the mentee has waited (?<b>\\d+) days?\\.",
      "Bekleme süresi: mentor bilinmiyor, mentee (?<b>\\d+) gün\\.",
      ({ mentor, mentee }) => (mentor.waitingSince === undefined ? both([days(mentee.waitingSince)]) : undefined),
    ),
    ...unknownKind("waiting time", "is", "bekleme süresi", "waitingSince").slice(2),
  ],
  mutual: [
    kind(
      "In return the mentee can teach (?<n>\\d+) of (?<w>\\d+) topics? that the mentor would like to learn(?:: (?<full>[^;]+?))?\\.",
      "Mentorun karşılığında öğrenmek istediği (?<w>\\d+) konudan mentee'nin öğretebileceği: (?<n>\\d+)(?: \\((?<full>[^;]+?)\\))?\\.",
      (pair) => {
        const [wishes, offers] = inReturn(pair);
        if (wishes.length === 0 || offers.length === 0) return undefined;
        const met = shared(wishes, offers);
        return [wishes.length, met.length, list(met)];
      },
    ),
    inReturnKind(
      "The mentor names nothing to learn in return\\.",
      "Mentor karşılığında öğrenmek istediği konu belirtmemiş\\.",
      true,
      false,
    ),
    inReturnKind(
      "The mentee names nothing to teach in return\\.",
      "Mentee karşılığında öğretebileceği konu belirtmemiş\\.",
      false,
      true,
    ),
    inReturnKind(
      "Neither names a topic in return\\.",
      "İkisi de karşılıklı öğrenme için konu belirtmemiş\\.",
      true,
      true,
    ),
  ],
  readiness: [
    readinessKind("The mentor is new to it;", "Mentor bunu ilk kez yapıyor;", true),
    readinessKind("The mentor has done it before;", "Mentorun deneyimi var;", false),
    kind("The mentee's readiness is not known\\.", "Mentee'nin öğrenmeye ne kadar açık olduğu bilinmiyor\\.", (pair) =>
      pair.mentee.readiness === undefined ? [] : undefined,
    ),
  ],
  department: [
    kind("Same department\\.", "Departmanları aynı\\.", ({ mentor, mentee }) =>
      mentor.department !== undefined && mentor.department === mentee.department ? [] : undefined,
    ),
    kind("Different department\\.", "Departmanları farklı\\.", ({ mentor, mentee }) =>
      mentor.department !== undefined && mentee.department !== undefined && mentor.department !== mentee.department
        ? []
        : undefined,
    ),
    ...unknownKind("department", "is", "departman bilgisi", "department"),
  ],
};

const criteria = [
  topics(),
  goals({ missing: "zero" }),
  goalsByText({ name: "words" }),
  availability(),
  language(),
  generation({ name: "born", by: "birthYear" }),
  generation({ name: "career", by: "careerStartYear" }),
  generation({ name: "bands", by: "band", bands: ["X", "Y", "Z"] }),
  choices(),
  waiting(),
  mutual(),
  readiness(),
  sameOrDifferent("department", { name: "department", want: "different" }),
];

/** The parts of a sentence, lists sorted; figures as numbers. */
function read(text: string, pattern: RegExp): readonly unknown[] | undefined {
  const groups = pattern.exec(text)?.groups;
  if (pattern.exec(text) === null) return undefined;
  const of = groups ?? {};
  const order = ["near", "w", "n", "full", "part", "list", "mean", "t", "worst", "a", "b"].filter((name) => name in of);
  return order.map((name) => {
    const part = of[name] ?? (name === "n" ? "0" : "");
    if (name === "part") {
      return list(
        Array.from(
          part.matchAll(/(\w+) \((?:level|düzey) (\d+)(?: of |\/)(\d+)\)/gu),
          ([, topic, a, b]) => `${topic} ${a} ${b}`,
        ),
      );
    }
    return ["full", "list"].includes(name) ? list(part === "" ? [] : part.split(", ")) : Number(part);
  });
}

/** Points of the scale to 100: within half of the last digit shown, alike in both languages, and apart where they differ. */
function expectPoints(
  { points, weight, missing }: Contribution,
  en: Readonly<Record<string, string | undefined>> = {},
  tr: Readonly<Record<string, string | undefined>> = {},
): void {
  const [got, most] = [en["got"], en["most"]];
  expect([tr["got"]?.replace(",", "."), tr["most"]?.replace(",", ".")]).toEqual([got, most]);
  if (missing === "skip") {
    expect([got, most]).toEqual([undefined, undefined]);
    return;
  }
  const full = Math.round(weight * 1_000_000);
  const decimals = Math.max(...[got, most].map((text) => text?.split(".")[1]?.length ?? 0));
  for (const [text, exact] of [
    [got, points],
    [most, full],
  ] as const) {
    expect(Math.abs(Number(text) - exact / 10_000)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
  }
  expect(got === most).toBe(points === full);
  expect(got === "0").toBe(points === 0);
}

describe("sentences", () => {
  it("l: every figure and name of every pair's reasons is what the raw input says, in both languages", () => {
    const met = new Map<Kind, number>();
    fc.assert(
      fc.property(programmes, (input) => {
        const { program, score } = graphOf(input, { criteria, rules: [] });
        for (const [row, { id: menteeId }] of program.mentees.entries()) {
          for (const [column, { id: mentorId }] of program.mentors.entries()) {
            const pair = {
              mentor: input.mentors.find(({ id }) => id === mentorId)!,
              mentee: input.mentees.find(({ id }) => id === menteeId)!,
            };
            for (const contribution of score.explainPair(row, column).contributions) {
              const { en, tr } = reasonOf(contribution);
              const kinds = KINDS[contribution.criterion]!.filter((each) => each.en.test(en));
              expect(kinds.length, en).toBe(1);
              const [found] = kinds;
              const parts = found!.parts(pair);
              expect(read(en, found!.en), en).toEqual(parts);
              expect(read(tr, found!.tr), tr).toEqual(parts);
              expectPoints(contribution, found!.en.exec(en)?.groups, found!.tr.exec(tr)?.groups);
              met.set(found!, (met.get(found!) ?? 0) + 1);
            }
          }
        }
      }),
      { numRuns: 240 },
    );
    const rare = Object.values(KINDS)
      .flat()
      .filter((each) => (met.get(each) ?? 0) < 50);
    expect(rare.map(({ en }) => en.source)).toEqual([]);
  });

  const fieldOf: Readonly<Record<string, readonly [field: keyof Person, noun: string, tr: string]>> = {
    reverse: ["level", "level", "kademesi"],
    levelGap: ["level", "level", "kademesi"],
    crossGeneration: ["birthYear", "generation", "kuşağı"],
    sharedLanguage: ["languages", "language", "bildiği dil"],
    meetingTime: ["availability", "free time", "uygun zamanı"],
    differentDepartment: ["department", "department", "departmanı"],
    tenure: ["startDate", "start date", "işe başlama tarihi"],
  };
  const rules = [
    reverse(),
    levelGap({ min: 2 }),
    crossGeneration({ by: "birthYear", minimumYears: 0 }),
    sharedLanguage(),
    meetingTime({ minutes: 45 }),
    differentDepartment(),
    tenure({ min: 6 }),
  ];

  it("l: a refusal says what the raw input says: what is not known, or the rule's reason", () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(programmes, (drawn) => {
        const known = { level: 3, birthYear: 1980 };
        const input = { ...drawn, mentors: [...drawn.mentors, { id: "z", teaches: [], capacity: 0, ...known }] };
        const { program, graph } = graphOf(input, { criteria: [topics()], rules });
        for (const [row, { id: menteeId }] of program.mentees.entries()) {
          for (const [column, { id: mentorId }] of program.mentors.entries()) {
            const mentor = input.mentors.find(({ id }) => id === mentorId)!;
            const mentee = input.mentees.find(({ id }) => id === menteeId)!;
            for (const refusal of refusalsOf(graph, row, column)) {
              const { en, tr } = refusalInWords(refusal);
              const [field, noun, trNoun] = fieldOf[refusal.name]!;
              const missing = [mentor, mentee].map((each) => Reflect.get(each, field) === undefined);
              const side = ["known", "mentee", "mentor", "both"][2 * Number(missing[0]) + Number(missing[1])]!;
              const because = rules.find(({ name }) => name === refusal.name)!.because;
              const told = {
                known: [because.en, because.tr],
                mentor: [`the mentor's ${noun} is not known`, `mentorun ${trNoun} bilinmiyor`],
                mentee: [`the mentee's ${noun} is not known`, `mentee'nin ${trNoun} bilinmiyor`],
                both: [`neither person's ${noun} is known`, `iki kişinin de ${trNoun} bilinmiyor`],
              }[side]!;
              expect([en, tr]).toEqual([`Cannot be paired: ${told[0]}.`, `Eşleştirilemezler: ${told[1]}.`]);
              met.set(`${refusal.name} ${side}`, (met.get(`${refusal.name} ${side}`) ?? 0) + 1);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
    for (const { name } of rules) {
      for (const side of ["known", "mentor", "mentee", "both"])
        expect(met.get(`${name} ${side}`) ?? 0, `${name} ${side}`).toBeGreaterThanOrEqual(50);
    }
  });
});
