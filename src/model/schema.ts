import * as z from "zod";

/*
 * The shapes of everything that callers pass in. They are the only source of the types and of the published JSON Schema,
 * so they hold no transforms: turning text into its normal form and filling in people is the work of `program.ts`.
 */

/** Longest id, in UTF-16 code units. */
export const MAX_ID_LENGTH = 256;
/** Longest topic, goal or other short text. */
export const MAX_TEXT_LENGTH = 1_000;
/** Most topics, goals, windows, wishes … of one person. */
export const MAX_ITEMS = 1_000;
/** Largest capacity of one person. */
export const MAX_CAPACITY = 10_000;
/** Longest programme, in days. */
export const MAX_PERIOD_DAYS = 731;

/** Text with lone halves of surrogate pairs is no Unicode and cannot be written to a file. */
const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

const id = z.string().min(1).max(MAX_ID_LENGTH).refine(isWellFormed);
const shortText = z.string().min(1).max(MAX_TEXT_LENGTH).refine(isWellFormed);
const ids = z.array(id).max(MAX_ITEMS);
const year = z.int().min(1900).max(2100);

/** A calendar date, `YYYY-MM-DD`. */
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Dates of the programme, both included. */
export const periodSchema = z.strictObject({ start: date, end: date });

/** How well a topic is known or wanted: 1 first steps, 3 works with it daily, 5 teaches it to experts. */
const topicLevel = z.int().min(1).max(5);

/** What a mentor offers: a topic, or a topic with the level it is mastered at. */
export const topicOfferSchema = z.union([
  shortText,
  z.strictObject({ topic: shortText, level: topicLevel.optional() }),
]);

/** What a mentee wants to learn: a topic, or a topic with more about the wish. */
export const topicWishSchema = z.union([
  shortText,
  z.strictObject({
    topic: shortText,
    /** 1 is the most wanted; a wish counts 1 / priority. */
    priority: z.int().min(1).max(9).optional(),
    /** Multiplies what the wish counts. */
    weight: z.int().min(1).max(10).optional(),
    /** Level wanted. */
    level: topicLevel.optional(),
    /** Whether a mentor who does not cover this topic in full is no candidate at all. */
    indispensable: z.boolean().optional(),
  }),
]);

/** A weekly window in local time; an end at or before the start means the next day. */
export const weeklyWindowSchema = z.strictObject({ day: z.string(), start: z.string(), end: z.string() });

const windows = z.union([z.string().max(MAX_TEXT_LENGTH), z.array(weeklyWindowSchema).max(MAX_ITEMS)]);

/** Dates on which a person cannot meet, both included, on the person's own calendar. */
export const awaySchema = z.strictObject({ start: date, end: date });

/**
 * When a person can meet, every week: windows as text (`"Mon 09:00-11:30; Wed 14:00-16:00"`) or as objects. Times are
 * local to `timeZone`, by default the person's own; `away` takes dates out.
 */
export const availabilitySchema = z.union([
  windows,
  z.strictObject({ windows, timeZone: shortText.optional(), away: z.array(awaySchema).max(MAX_ITEMS).optional() }),
]);

/** A language, or a language with its level: the CEFR scale, or native. */
export const languageSchema = z.union([
  shortText,
  z.strictObject({
    language: shortText,
    level: z.enum(["A1", "A2", "B1", "B2", "C1", "C2", "native"]).optional(),
  }),
]);

const personFields = {
  id,
  name: shortText.optional(),
  managerId: id.nullable().optional(),
  dottedLineManagerIds: ids.optional(),
  /** Larger is more senior; text is a name on the input's `levels` ladder. */
  level: z.union([z.number(), shortText]).optional(),
  department: shortText.optional(),
  location: shortText.optional(),
  timeZone: shortText.optional(),
  /** Languages that the person speaks, best as codes such as `tr`; compared as texts. */
  languages: z.array(languageSchema).max(MAX_ITEMS).optional(),
  birthYear: year.optional(),
  careerStartYear: year.optional(),
  generation: shortText.optional(),
  /** The caller's own data, carried along for custom criteria and rules. */
  attributes: z.record(z.string(), z.unknown()).optional(),
};

const registrationFields = {
  goals: z.array(shortText).max(MAX_ITEMS).optional(),
  availability: availabilitySchema.optional(),
  /** Most partners; 0 sits this round out. */
  capacity: z.int().min(0).max(MAX_CAPACITY).optional(),
  /** Fewest partners; at most the capacity. The result is `infeasible` if not all minimum loads can be met. */
  minimumLoad: z.int().min(0).max(MAX_CAPACITY).optional(),
  /** Ids that this person is never paired with. */
  avoid: ids.optional(),
  /** Ids of the other side that this person would like as partners, the first choice first. */
  choices: ids.optional(),
  /** Since when the person has been waiting for a partner. */
  waitingSince: date.optional(),
  /** How much each criterion counts for this person, in percent by the criterion's name; 100 where nothing is said. */
  personalWeights: z.record(z.string(), z.int().min(0).max(1_000)).optional(),
};

/** Anybody in the organisation; takes part only with an entry among the mentors or the mentees. */
export const personSchema = z.strictObject(personFields);

/** Who teaches: in reverse mentoring, the junior side. */
export const mentorEntrySchema = z.strictObject({
  ...personFields,
  teaches: z.array(topicOfferSchema).max(MAX_ITEMS),
  ...registrationFields,
});

/** Who learns: in reverse mentoring, the senior side. */
export const menteeEntrySchema = z.strictObject({
  ...personFields,
  learns: z.array(topicWishSchema).max(MAX_ITEMS),
  ...registrationFields,
});

/** Named ladder of levels, junior first. */
export const levelsSchema = z.array(shortText).max(MAX_ITEMS);

export const matchInputSchema = z.strictObject({
  people: z.array(personSchema).optional(),
  mentors: z.array(mentorEntrySchema),
  mentees: z.array(menteeEntrySchema),
  period: periodSchema.optional(),
  levels: levelsSchema.optional(),
});

/** The same, with whatever stands in the lists: what is left to check once every item has been. */
export const matchHeadSchema = matchInputSchema.extend({
  people: z.array(z.unknown()).optional(),
  mentors: z.array(z.unknown()),
  mentees: z.array(z.unknown()),
});

/** Makes a type read-only all the way down: inputs are never changed. */
export type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

export type Period = DeepReadonly<z.input<typeof periodSchema>>;
export type TopicOffer = DeepReadonly<z.input<typeof topicOfferSchema>>;
export type TopicWish = DeepReadonly<z.input<typeof topicWishSchema>>;
export type WeeklyWindow = DeepReadonly<z.input<typeof weeklyWindowSchema>>;
export type Availability = DeepReadonly<z.input<typeof availabilitySchema>>;
export type Language = DeepReadonly<z.input<typeof languageSchema>>;
export type Person = DeepReadonly<z.input<typeof personSchema>>;
export type MentorEntry = DeepReadonly<z.input<typeof mentorEntrySchema>>;
export type MenteeEntry = DeepReadonly<z.input<typeof menteeEntrySchema>>;
export type MatchInput = DeepReadonly<z.input<typeof matchInputSchema>>;
