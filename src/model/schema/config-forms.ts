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
    cohort: oneOrMore(text),
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
  by: z.enum(["department", "location", "generation", "cohort", "topic"]).exactOptional(),
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

/** A key with what it says, which the JSON Schema shows where a configuration is written. */
const said = <Value extends z.ZodType>(description: string, value: Value) =>
  value.meta({ description }).exactOptional();
const path = (what: string) => said(`Path of ${what}, from the folder of this file.`, z.string());
const perFile = <Value extends z.ZodType>(value: Value) => {
  const own = value.exactOptional();
  return z.union([value, z.strictObject({ input: own, people: own, mentors: own, mentees: own })]);
};
const fieldsTo = <Value extends z.ZodType>(value: Value) => z.record(text, value);

export const configForm = z.strictObject({
  $schema: said("Where the JSON Schema of this file lies.", z.string()),
  version: said("Version of this form.", z.literal(CONFIG_VERSION)),
  people: path("the file of everybody in the organisation"),
  mentors: path("the file of those who teach"),
  mentees: path("the file of those who learn"),
  input: path("one file of everybody with a column role, or a whole input as JSON"),
  calendars: path("a folder of iCalendar files, one a person"),
  freeTakesTime: said("Whether events shown as free, and declined invitations, take time.", z.boolean()),
  delimiter: said("What divides cells; found in the first lines if absent.", z.enum([",", ";", "\t", "tab", "|"])),
  encoding: said("Encoding of text files that are not in UTF-8, such as windows-1254.", z.string()),
  language: said("Language of sentences: en or tr.", z.enum(["en", "tr"])),
  mapping: said(
    "Headers by field, for those that are not known by their names; attributes.city puts a column into the attributes. Under people, mentors, mentees or input stands what holds for that file alone.",
    fieldsTo(z.union([columnSource, z.record(text, columnSource)])),
  ),
  values: said(
    'Other words for what cells hold, by field: { "role": { "2021": "mentee" } }.',
    fieldsTo(fieldsTo(text)),
  ),
  answers: said("Options of a form that hold commas, by field: they divide cells of several answers.", fieldsTo(texts)),
  defaults: said("What a field holds where a row leaves it blank.", fieldsTo(z.union([text, z.number()]))),
  dayParts: said('Hours of parts of a day: { "Morning": "09:00-12:00" }.', fieldsTo(text)),
  headerLine: said("Line on which headers stand, from 1; a number, or one by file.", perFile(z.int().min(1))),
  labelRows: said("Rows of labels below the headers; a number, or one by file.", perFile(z.int().min(0))),
  keep: said(
    "What becomes of several answers of one person: an error (all), or the last counts.",
    z.enum(["all", "last"]),
  ),
  listKey: said("Key of the list of people in a JSON document that holds several lists.", z.string()),
  period: periodSchema.exactOptional(),
  levels: levelsSchema.max(MAX_ITEMS).exactOptional(),
  levelsFromTop: said("Whether level 0 or 1 is the top; levels are then turned round.", z.boolean()),
  commaLists: said("Whether commas divide lists too.", z.boolean()),
  dateOrder: said("Whether the day or the month stands first in dates such as 03/04/2026.", z.enum(["dmy", "mdy"])),
  blank: said(
    "Words that count as blank in lists and texts, instead of NA, N/A, NULL, none, yok and dashes.",
    texts.max(MAX_ITEMS),
  ),
  timeZone: said("Zone of those who state windows and no zone.", z.string()),
  allowGuests: said("Whether people may register who are not in the file of people.", z.boolean()),
  externalManagers: said("Whether managers may be in no file.", z.boolean()),
  prefer: said(
    "Lists in the order in which they count where files differ in what they say of one person.",
    z.array(z.enum(["people", "mentors", "mentees"])),
  ),
  history: said(
    "Files of earlier results, whose pairs must not meet again; date is the day on which their pairs ended.",
    z.array(z.union([text, z.strictObject({ file: text, date: text.exactOptional() })])),
  ),
  match: said("Options of the match.", matchForm),
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
