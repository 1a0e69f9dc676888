import * as z from "zod";
import type { Form } from "./option-forms.ts";
import { levelsSchema, MAX_ITEMS, periodSchema } from "./schema.ts";

/*
 * What a configuration file can say: the options of a programme without functions, with criteria and rules by name, whose
 * own options stand in their files. The forms hold types only; ranges are checked by the functions that the options are
 * handed to.
 */

const text = z.string();
const texts = z.array(text);
const flag = z.boolean().exactOptional();
const number = z.number().exactOptional();
const numbers = z.record(text, z.number());
const pairOfIds = z.strictObject({ mentorId: text, menteeId: text });

const oneOrMore = <Item extends z.ZodType>(item: Item) => z.union([item, z.array(item)]).exactOptional();
const personWhere = z
  .strictObject({
    id: oneOrMore(text),
    department: oneOrMore(text),
    location: oneOrMore(text),
    generation: oneOrMore(text),
    timeZone: oneOrMore(text),
    level: oneOrMore(z.union([text, z.number()])),
    topic: oneOrMore(text),
    goal: oneOrMore(text),
    attributes: z
      .record(text, z.union([text, z.number(), z.boolean(), z.array(z.union([text, z.number(), z.boolean()]))]))
      .exactOptional(),
  })
  .exactOptional();
const where = z
  .strictObject({ mentor: personWhere, mentee: personWhere, topic: oneOrMore(text), goal: oneOrMore(text) })
  .exactOptional();
const named = { name: text, where, version: text.exactOptional() };

export const pairQuotaForm = z.strictObject({ ...named, min: number, max: number });
export const partnerLimitForm = z.strictObject({
  ...named,
  of: z.enum(["mentor", "mentee"]),
  max: z.number(),
  by: z.enum(["department", "location", "generation", "topic"]).exactOptional(),
});

/** The options of `matchPairs`; what criteria, rules and quotas hold is checked one by one. */
const matchForm = z.strictObject({
  criteria: z.array(z.unknown()).exactOptional(),
  weights: numbers.exactOptional(),
  personalWeights: z.strictObject({ min: z.number(), max: z.number() }).exactOptional(),
  rules: z.array(z.unknown()).exactOptional(),
  objective: z.enum(["coverage", "score", "fair", "stable"]).exactOptional(),
  coverage: z.enum(["mentees", "mentors", "both"]).exactOptional(),
  furtherPartners: z.strictObject({ atLeast: z.number() }).exactOptional(),
  proposer: z.enum(["mentors", "mentees"]).exactOptional(),
  pins: z.array(pairOfIds).exactOptional(),
  quotas: z.array(z.unknown()).exactOptional(),
  ties: z.strictObject({ lot: text }).exactOptional(),
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
  /** Whether people may register who are not among the people. */
  allowGuests: flag,
  /** Whether managers may be in no file. */
  externalManagers: flag,
  /** Lists in the order in which they count where files differ in what they say of one person. */
  prefer: z.array(z.enum(["people", "mentors", "mentees"])).exactOptional(),
  /** Files of earlier results, whose pairs must not meet again; `date` is the day on which their pairs ended. */
  history: z.array(z.union([text, z.strictObject({ file: text, date: text.exactOptional() })])).exactOptional(),
  match: matchForm.exactOptional(),
});

export type FormOutput<OwnForm extends z.ZodType> = z.output<OwnForm>;

/** Forms of options by name. */
export type Forms = Readonly<Record<string, Form>>;

function byName(key: string, forms: Forms): z.ZodType {
  const names = z.enum(Object.keys(forms));
  return z.union([names, ...Object.entries(forms).map(([name, form]) => form.extend({ [key]: z.literal(name) }))]);
}

/**
 * JSON Schema (draft 2020-12) of a configuration file. Keys that begin with `$comment` may stand in any of its objects.
 */
export function configSchemaOf(criteria: Forms, rules: Forms): z.core.JSONSchema.BaseSchema {
  const whole = configForm.extend({
    match: matchForm
      .extend({
        criteria: z.array(byName("criterion", criteria)).exactOptional(),
        rules: z.array(byName("rule", rules)).exactOptional(),
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
