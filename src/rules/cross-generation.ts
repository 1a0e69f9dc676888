import {
  checkFlag,
  checkUnknown,
  isSilent,
  type KnownData,
  steppingAside,
  unknownData,
  unknownField,
  type UnknownPolicy,
  type UnknownWords,
} from "./unknown-data.ts";
import { at } from "../base/at.ts";
import { ruleEntry } from "./rule-entry.ts";
import { problem, throwIssues, type TersineIssue } from "../base/error.ts";
import { counted, figureText } from "../base/figures.ts";
import { foldText } from "../base/text.ts";
import { describeValue } from "../model/schema/describe.ts";
import type { Mentee, Mentor, Program } from "../model/program.ts";
import type { Sentence } from "../base/sentence.ts";
import type { PairRule, RuleMeasure } from "./rule.ts";
import { readRuleOptions, checkWord } from "./settings.ts";

const TITLE = { en: "different generations", tr: "farklı kuşaklar" };

/** A generation by years of birth; `to` is included, `null` is open. */
export interface GenerationBand {
  readonly name: string;
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * The Pew Research Center's cut-offs ("Defining generations", 2019). Pew itself warns that they are not scientific:
 * replace them where your programme knows better.
 */
export const GENERATION_BANDS: readonly GenerationBand[] = [
  { name: "to 1945", from: null, to: 1945 },
  { name: "1946-1964", from: 1946, to: 1964 },
  { name: "1965-1980", from: 1965, to: 1980 },
  { name: "1981-1996", from: 1981, to: 1996 },
  { name: "from 1997", from: 1997, to: null },
];

export interface CrossGenerationOptions {
  /**
   * `birthYear`: the two belong to different bands and lie `minimumYears` apart. `careerStartYear`: the starts lie
   * `minimumYears` apart, so no age is needed. `generation`: the supplied bands differ, compared folded.
   * @default the first of the three that somebody on each side has, with `bands` `birthYear`; the result's `measures` tell it
   */
  readonly by?: Measure;
  /** Bands by year of birth, which must not overlap. @default GENERATION_BANDS */
  readonly bands?: readonly GenerationBand[];
  /** Years that must lie between the two, in addition to different bands. @default 8, and 0 by generation */
  readonly minimumYears?: number;
  /** What happens to pairs of whom one's generation is not known. @default "reject" */
  readonly unknown?: UnknownPolicy;
  /** Whether it refuses nobody, with a warning, where a side has nobody whose generation is known. @default false, an error if nobody has it */
  readonly stepsAside?: boolean;
}

type Measure = "birthYear" | "careerStartYear" | "generation";

/** In the order in which they are tried. */
const MEASURES: readonly Measure[] = ["birthYear", "careerStartYear", "generation"];

const MINIMUM_YEARS = 8;

/**
 * Refuses a pair of one generation. It asks for a difference, in either direction: who is older does not matter, since
 * seniority decides who mentors (see `reverse`). Look up what rules on age mean in law where the programme runs.
 *
 * @throws TersineError NUMBER_RANGE, FIELD_UNKNOWN, VALUE_UNKNOWN, FIELD_TYPE, FIELD_CONFLICT for bands that overlap; when prepared, NO_GENERATION_DATA if nobody
 *   has the data
 */
export function crossGeneration(asked: CrossGenerationOptions = {}): PairRule {
  const options = readRuleOptions(asked, ["by", "bands", "minimumYears", "unknown", "stepsAside"]);
  const { by, bands = GENERATION_BANDS, minimumYears: years, unknown = "reject", stepsAside = false } = options;
  if (by !== undefined) checkWord(by, "/by", MEASURES);
  checkUnknown(unknown);
  checkFlag(stepsAside, "/stepsAside");
  if (years !== undefined && !(Number.isFinite(years) && years >= 0)) {
    throw problem("NUMBER_RANGE", "/minimumYears", "expected a number of at least 0.");
  }
  checkBands(bands);
  const measures = by === undefined && options.bands === undefined ? MEASURES : [by ?? "birthYear"];
  return {
    kind: "pair",
    dependsOn: "pair",
    name: "crossGeneration",
    maker: "crossGeneration",
    settings: { ...options },
    because: because(by ?? "birthYear", years ?? (by === "generation" ? 0 : MINIMUM_YEARS)),
    prepare: (program, path) => {
      const { by: measured, ofMentee, ofMentor, isKnown } = measuredBy(measures, bands, program);
      if (stepsAside && isSilent(program, isKnown)) return steppingAside(program, isKnown, NO_GENERATIONS);
      refuseWithoutData(program, [...ofMentor, ...ofMentee], measures, path);
      const minimumYears = years ?? (measured === "generation" ? 0 : MINIMUM_YEARS);
      const bandNumbers = numbering();
      const mentorBand = Int32Array.from(ofMentor, ({ band }) => bandNumbers(band));
      const menteeBand = Int32Array.from(ofMentee, ({ band }) => bandNumbers(band));
      const mentorYear = Float64Array.from(ofMentor, ({ year }) => year ?? Number.NaN);
      const menteeYear = Float64Array.from(ofMentee, ({ year }) => year ?? Number.NaN);
      const refusesUnknown = unknown === "reject";
      return {
        because: because(measured, minimumYears),
        measure: MEASURE_WORDS[measured],
        refuses: (mentee, mentor) => {
          const a = mentorBand[mentor]!;
          const b = menteeBand[mentee]!;
          if (a === 0 || b === 0) return refusesUnknown;
          if (measured !== "careerStartYear" && a === b) return true;
          const years = Math.abs(mentorYear[mentor]! - menteeYear[mentee]!);
          return minimumYears > 0 && (Number.isNaN(years) ? refusesUnknown : years < minimumYears);
        },
        ...unknownData(TITLE, program, isKnown, unknown, {
          ...notKnown(NOUNS[measured]),
          field: measured,
        }),
      };
    },
  };
}

function because(measured: Measure, years: number): PairRule["because"] {
  const [en, tr] = [counted(years, "year"), figureText(years).tr];
  if (measured === "careerStartYear") {
    return {
      en: `the two started work less than ${en} apart`,
      tr: `işe başlama yılları arasında ${tr} yıldan az var`,
    };
  }
  return years === 0
    ? { en: "the two are of one generation", tr: "ikisi aynı kuşaktan" }
    : {
        en: `the two are of one generation or less than ${en} apart`,
        tr: `ikisi aynı kuşaktan veya aralarında ${tr} yıldan az var`,
      };
}

const MEASURE_WORDS: Readonly<Record<Measure, RuleMeasure>> = {
  birthYear: {
    by: "birthYear",
    en: "Generations are told by year of birth.",
    tr: "Kuşaklar doğum yılına göre ayrıldı.",
  },
  careerStartYear: {
    by: "careerStartYear",
    en: "Generations are told by the start of the career.",
    tr: "Kuşaklar kariyer başlangıcına göre ayrıldı.",
  },
  generation: {
    by: "generation",
    en: "Generations are told by the bands in the data.",
    tr: "Kuşaklar verilerdeki kuşak bilgisine göre ayrıldı.",
  },
};

const NO_GENERATIONS = {
  en: "On one side nobody's year of birth, start of the career or generation is known, so generations cannot be told apart.",
  tr: "Bir tarafta kimsenin doğum yılı, kariyer başlangıcı veya kuşağı bilinmiyor; kuşaklar ayırt edilemiyor.",
};

interface MeasuredPeople {
  readonly by: Measure;
  readonly ofMentee: readonly Measured[];
  readonly ofMentor: readonly Measured[];
  readonly isKnown: KnownData;
}

/** Everybody by the first measure that somebody on each side has, else that somebody has, else by the first. */
function measuredBy(measures: readonly Measure[], bands: readonly GenerationBand[], program: Program): MeasuredPeople {
  const all = measures.map((by): MeasuredPeople => {
    const measure = measureBy(by, bands);
    const [ofMentee, ofMentor] = [program.mentees.map(measure), program.mentors.map(measure)];
    const isKnown = {
      mentor: (index: number) => ofMentor[index]?.band !== undefined,
      mentee: (index: number) => ofMentee[index]?.band !== undefined,
    };
    return { by, ofMentee, ofMentor, isKnown };
  });
  const isSaid = ({ band }: Measured): boolean => band !== undefined;
  return (
    all.find(({ ofMentee, ofMentor }) => ofMentee.some(isSaid) && ofMentor.some(isSaid)) ??
    all.find(({ ofMentee, ofMentor }) => ofMentee.some(isSaid) || ofMentor.some(isSaid)) ??
    at(all, 0)
  );
}

interface Measured {
  readonly band: string | undefined;
  readonly year: number | undefined;
}

function measureBy(by: Measure, bands: readonly GenerationBand[]): (person: Mentor | Mentee) => Measured {
  if (by === "generation") {
    return ({ generation = "", birthYear: year }) => ({ band: foldText(generation) || undefined, year });
  }
  if (by === "careerStartYear") {
    return ({ careerStartYear: year }) => ({ band: year === undefined ? undefined : "known", year });
  }
  return ({ birthYear: year }) => ({
    band: year === undefined ? undefined : bands.find(({ from, to }) => isWithin(year, from, to))?.name,
    year,
  });
}

function isWithin(year: number, from: number | null, to: number | null): boolean {
  return (from === null || year >= from) && (to === null || year <= to);
}

/** Numbers names from 1 in order of appearance; 0 for none. */
function numbering(): (name: string | undefined) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    if (name === undefined) return 0;
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return number;
  };
}

const BAND_FIELDS = ["name", "from", "to"] as const;

/** Bands that are not `{ name, from, to }` with text and whole years, or `null` for an open end. */
function bandIssues(bands: unknown): readonly TersineIssue[] {
  if (!Array.isArray(bands)) {
    return [{ code: "LIST_EXPECTED", path: "/bands", message: `expected a list, got ${describeValue(bands)}.` }];
  }
  return Array.from<unknown>(bands).flatMap((band, index) =>
    BAND_FIELDS.flatMap((field): TersineIssue[] => {
      const value: unknown = typeof band === "object" && band !== null ? Reflect.get(band, field) : undefined;
      const isGood = field === "name" ? typeof value === "string" : value === null || Number.isInteger(value);
      if (isGood) return [];
      const expected = field === "name" ? "text" : "a whole number or null";
      const message = `expected ${expected}, got ${describeValue(value)}.`;
      return [{ code: "FIELD_TYPE", path: `/bands/${index}/${field}`, message }];
    }),
  );
}

function checkBands(bands: readonly GenerationBand[]): void {
  throwIssues(bandIssues(bands));
  bands.forEach((band, index) => {
    const { from, to } = band;
    const overlaps = bands
      .slice(0, index)
      .some((other) => (other.to ?? Infinity) >= (from ?? -Infinity) && (other.from ?? -Infinity) <= (to ?? Infinity));
    if (overlaps || (from !== null && to !== null && from > to)) {
      throw problem(
        "FIELD_CONFLICT",
        `/bands/${index}`,
        "expected bands that end after they start and do not overlap.",
      );
    }
  });
}

function refuseWithoutData(
  { mentors, mentees }: Program,
  measured: readonly Measured[],
  measures: readonly Measure[],
  path: string,
): void {
  if (mentors.length === 0 || mentees.length === 0 || measured.some(({ band }) => band !== undefined)) return;
  const wanted = measures.join(", ");
  const others = MEASURES.filter((by) => !measures.includes(by)).map((by) => `crossGeneration({ by: "${by}" })`);
  const hint = "To match without it, name the other rules: rules: [noReportingLine(), reverse(), sharedTopic()]";
  const message = `crossGeneration: expected ${wanted} of participants, got none that counts.`;
  throw problem("NO_GENERATION_DATA", path, message, {
    hint: others.length === 0 ? `${hint}.` : `${hint}; or use ${others.join(" or ")}.`,
  });
}

const NOUNS: Readonly<Record<Measure, Sentence>> = {
  birthYear: { en: "generation", tr: "kuşağı" },
  careerStartYear: { en: "year of starting work", tr: "işe başlama yılı" },
  generation: { en: "generation", tr: "kuşağı" },
};

const notKnown = (noun: Sentence): UnknownWords => ({
  noun,
  code: "GENERATION_UNKNOWN",
  en: (people) => `the ${noun.en} of ${counted(people, "participant")} is not known; their pairs`,
  tr: (people) => `${figureText(people).tr} katılımcının ${noun.tr} bilinmiyor; eşleşmeleri`,
});

export const crossGenerationEntry = ruleEntry({
  name: "crossGeneration",
  title: TITLE,
  options: (z) => ({
    by: z.enum(["birthYear", "careerStartYear", "generation"]).exactOptional(),
    bands: z
      .array(z.strictObject({ name: z.string(), from: z.number().nullable(), to: z.number().nullable() }))
      .exactOptional(),
    minimumYears: z.number().exactOptional(),
    unknown: unknownField(z),
    stepsAside: z.boolean().exactOptional(),
  }),
  make: crossGeneration,
});
