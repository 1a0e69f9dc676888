import * as z from "zod";
import { levelsSchema, MAX_ITEMS, periodSchema } from "./schema.ts";

/*
 * What a configuration file can say: the options of a programme without functions, with criteria and rules by name. The
 * forms hold types only; ranges are checked by the functions that the options are handed to.
 */

const text = z.string();
const texts = z.array(text);
const flag = z.boolean().exactOptional();
const number = z.number().exactOptional();
const numbers = z.record(text, z.number());
const unknown = z.enum(["reject", "allow"]).exactOptional();
const languageLevel = z.enum(["A1", "A2", "B1", "B2", "C1", "C2", "native"]).exactOptional();
const pairOfIds = z.strictObject({ mentorId: text, menteeId: text });
const band = z.strictObject({ name: text, from: z.number().nullable(), to: z.number().nullable() });

/** Options of each rule that can be named. */
export const ruleForms = {
  noReportingLine: z.strictObject({
    dottedLines: z.enum(["path", "direct", "ignore"]).exactOptional(),
    sameManager: flag,
    commonManagerWithin: number,
  }),
  crossGeneration: z.strictObject({
    by: z.enum(["birthYear", "careerStartYear", "generation"]).exactOptional(),
    bands: z.array(band).exactOptional(),
    minimumYears: number,
    unknown,
  }),
  reverse: z.strictObject({ minimumGap: number, unknown }),
  levelGap: z.strictObject({ min: number, max: number, unknown }),
  differentDepartment: z.strictObject({ unknown }),
  differentLocation: z.strictObject({ unknown }),
  sharedLanguage: z.strictObject({ level: languageLevel, unknown }),
  timeZonesWithin: z.strictObject({ hours: z.number(), unknown }),
  meetingTime: z.strictObject({ minutes: z.number(), inAtLeast: number, minimumBlock: number, unknown }),
  minimumScore: z.strictObject({ score: z.number() }),
  ban: z.strictObject({ pairs: z.array(pairOfIds) }),
  notAgain: z.strictObject({
    history: z.array(pairOfIds.extend({ date: text.exactOptional() })),
    cooldown: number,
    on: text.exactOptional(),
  }),
};

const common = {
  name: text.exactOptional(),
  weight: number,
  missing: z.union([z.enum(["skip", "zero"]), z.number()]).exactOptional(),
};
const orgDistance = z.strictObject({ ...common, near: number, far: number });

const catalogueTopic = z.strictObject({
  id: text,
  labels: z.record(text, text).exactOptional(),
  aliases: texts.exactOptional(),
  broader: texts.exactOptional(),
});
/** The catalogue that the library brings, or one's own topics. */
const catalogueTopics = z.union([z.literal("reverseMentoring"), z.array(catalogueTopic)]);
const catalogue = z.strictObject({
  topics: catalogueTopics.exactOptional(),
  aliases: z.record(text, text).exactOptional(),
  broader: z.record(text, z.union([text, texts])).exactOptional(),
  closeness: z.array(z.number()).exactOptional(),
  strict: flag,
});

/** Options of each criterion that can be named. */
export const criterionForms = {
  topics: z.strictObject({ ...common, catalogue: catalogue.exactOptional(), unstatedLevel: number, rarity: flag }),
  goals: z.strictObject({ ...common, weights: numbers.exactOptional() }),
  goalsByText: z.strictObject(common),
  availability: z.strictObject({ ...common, targetMinutes: number, minimumBlock: number }),
  hierarchy: z.strictObject({
    ...common,
    curve: z
      .strictObject({
        tooNear: number,
        ideal: z.tuple([z.number(), z.number()]).exactOptional(),
        tooFar: number,
        farValue: number,
      })
      .exactOptional(),
  }),
  language: z.strictObject({ ...common, enough: languageLevel }),
  generation: z.strictObject({
    ...common,
    by: z.enum(["birthYear", "careerStartYear", "band"]),
    bands: texts.exactOptional(),
    full: number,
  }),
  choices: z.strictObject({ ...common, leftOutCountsZero: flag }),
  waiting: z.strictObject({ ...common, fullDays: number, until: text.exactOptional() }),
  sameOrDifferent: z.strictObject({ ...common, field: text, want: z.enum(["same", "different"]) }),
  treeDistance: orgDistance,
  commonManager: orgDistance,
};

const oneOrMore = <Item extends z.ZodType>(item: Item) => z.union([item, z.array(item)]).exactOptional();
const personWhere = z
  .strictObject({
    id: oneOrMore(text),
    department: oneOrMore(text),
    location: oneOrMore(text),
    generation: oneOrMore(text),
    timeZone: oneOrMore(text),
    level: oneOrMore(z.union([text, z.number()])),
    attributes: z
      .record(text, z.union([text, z.number(), z.boolean(), z.array(z.union([text, z.number(), z.boolean()]))]))
      .exactOptional(),
  })
  .exactOptional();
const where = z.strictObject({ mentor: personWhere, mentee: personWhere }).exactOptional();
const named = { name: text, where, version: text.exactOptional() };

export const pairQuotaForm = z.strictObject({ ...named, min: number, max: number });
export const partnerLimitForm = z.strictObject({
  ...named,
  of: z.enum(["mentor", "mentee"]),
  max: z.number(),
  by: z.enum(["department", "location", "generation"]).exactOptional(),
});

/** The options of `matchPairs`; what criteria, rules and quotas hold is checked one by one. */
const matchForm = z.strictObject({
  criteria: z.array(z.unknown()).exactOptional(),
  weights: numbers.exactOptional(),
  personalWeights: z.strictObject({ min: z.number(), max: z.number() }).exactOptional(),
  rules: z.array(z.unknown()).exactOptional(),
  objective: z.enum(["coverage", "score", "fair", "stable"]).exactOptional(),
  proposer: z.enum(["mentors", "mentees"]).exactOptional(),
  pins: z.array(pairOfIds).exactOptional(),
  quotas: z.array(z.unknown()).exactOptional(),
  fixes: flag,
  limits: z.strictObject({ pairs: number, work: number }).exactOptional(),
});

export const CONFIG_VERSION = 1;

/** Where a field is read from: a header, several that are joined or ranked, a column an option, or a grid of columns. */
const columnSource = z.union([
  text,
  texts,
  z.strictObject({ ranked: texts }),
  z.strictObject({ options: z.record(text, text) }),
  z.strictObject({ grid: text }),
]);

export const configForm = z.strictObject({
  $schema: text.exactOptional(),
  version: z.literal(CONFIG_VERSION).exactOptional(),
  people: text.exactOptional(),
  mentors: text.exactOptional(),
  mentees: text.exactOptional(),
  input: text.exactOptional(),
  /** Folder of iCalendar files. */
  calendars: text.exactOptional(),
  /** Whether events shown as free, and declined invitations, take time. */
  freeTakesTime: flag,
  delimiter: z.enum([",", ";", "\t", "tab", "|"]).exactOptional(),
  encoding: text.exactOptional(),
  language: z.enum(["en", "tr"]).exactOptional(),
  /** Headers by field; `attributes.city` puts a column into the attributes. */
  mapping: z.record(text, z.union([columnSource, z.record(text, columnSource)])).exactOptional(),
  values: z.record(text, z.record(text, text)).exactOptional(),
  defaults: z.record(text, z.union([text, z.number()])).exactOptional(),
  dayParts: z.record(text, text).exactOptional(),
  headerLine: z.int().min(1).exactOptional(),
  labelRows: z.int().min(0).exactOptional(),
  keep: z.enum(["all", "last"]).exactOptional(),
  listKey: text.exactOptional(),
  period: periodSchema.exactOptional(),
  levels: levelsSchema.max(MAX_ITEMS).exactOptional(),
  levelsFromTop: flag,
  /** Whether commas divide lists too. */
  commaLists: flag,
  /** Whether the day or the month stands first in dates such as `03/04/2026`. */
  dateOrder: z.enum(["dmy", "mdy"]).exactOptional(),
  /** Words that count as blank in lists and texts. */
  blank: z.array(text).max(MAX_ITEMS).exactOptional(),
  /** Zone of those who state windows and no zone. */
  timeZone: text.exactOptional(),
  match: matchForm.exactOptional(),
});

export type Form = z.ZodObject;
export type FormOutput<OwnForm extends z.ZodType> = z.output<OwnForm>;

type Forms = Readonly<Record<string, z.ZodObject>>;

function byName(key: string, forms: Forms): z.ZodType {
  const names = z.enum(Object.keys(forms));
  return z.union([names, ...Object.entries(forms).map(([name, form]) => form.extend({ [key]: z.literal(name) }))]);
}

/**
 * JSON Schema (draft 2020-12) of a configuration file. Keys that begin with `$comment` may stand in any of its objects.
 */
export function configJsonSchema(): z.core.JSONSchema.BaseSchema {
  const whole = configForm.extend({
    match: matchForm
      .extend({
        criteria: z.array(byName("criterion", criterionForms)).exactOptional(),
        rules: z.array(byName("rule", ruleForms)).exactOptional(),
        quotas: z.array(z.union([pairQuotaForm, partnerLimitForm])).exactOptional(),
      })
      .exactOptional(),
  });
  return z.toJSONSchema(whole, {
    io: "input",
    override: ({ jsonSchema }) => {
      if (jsonSchema.properties !== undefined) jsonSchema.patternProperties = { "^\\$comment": {} };
    },
  });
}
