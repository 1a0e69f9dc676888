import * as z from "zod";
import type {
  Availability,
  Away,
  FormerManager,
  FormerManagerUntil,
  Language,
  LanguageAtLevel,
  MatchInput,
  MenteeEntry,
  MentorEntry,
  Period,
  Person,
  RankedTopic,
  TopicAtLevel,
  TopicOffer,
  TopicWish,
  WeeklyWindow,
  WeeklyWindows,
  ZonedWindows,
} from "../input.ts";

export type * from "../input.ts";

/*
 * The checks of everything that callers pass in, and the published JSON Schema. The types are those of `input.ts`, and so
 * are the descriptions: tests hold them equal. No transforms: turning text into its normal form and filling in people is
 * the work of `read-input.ts`.
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

export const periodSchema = z
  .strictObject({
    start: date.describe("First date, YYYY-MM-DD."),
    end: date.describe("Last date, YYYY-MM-DD, on or after the first."),
  })
  .meta({
    id: "Period",
    description: "First and last date of the programme, both included, at most 731 days.",
  }) satisfies z.ZodType<Period>;

const topicLevel = z.int().min(1).max(5);

const topicAtLevel = z
  .strictObject({
    topic: shortText.describe("Name of the topic, compared without regard to letter case and spaces."),
    level: topicLevel
      .optional()
      .describe(
        "How well it is known: 1 first steps, 3 works with it daily, 5 teaches it to experts. Absent: counts as 1.",
      ),
  })
  .meta({
    id: "TopicAtLevel",
    description: "A topic with how well the mentor knows it.",
  }) satisfies z.ZodType<TopicAtLevel>;

export const topicOfferSchema = z.union([shortText, topicAtLevel]).meta({
  id: "TopicOffer",
  description: "A topic that a mentor offers: its name, or its name with a level.",
}) satisfies z.ZodType<TopicOffer>;

const rankedTopic = z
  .strictObject({
    topic: shortText.describe("Name of the topic, compared without regard to letter case and spaces."),
    priority: z
      .int()
      .min(1)
      .max(9)
      .optional()
      .describe(
        "Rank of the wish, 1 (most wanted) to 9; it counts 1 / priority. Absent: one rank after the last of the mentee, or all alike if no wish has one.",
      ),
    weight: z
      .int()
      .min(1)
      .max(10)
      .optional()
      .describe("Multiplies what the wish counts: a whole number from 1 to 10. Absent: 1."),
    level: topicLevel
      .optional()
      .describe("Level wanted, 1 to 5 as offers state it; a lower offer counts in part. Absent: any level will do."),
    indispensable: z
      .boolean()
      .optional()
      .describe("Whether a mentor who does not cover this topic in full is no candidate at all. Absent: false."),
  })
  .meta({
    id: "RankedTopic",
    description: "A topic with how much and how well the mentee wants to learn it.",
  }) satisfies z.ZodType<RankedTopic>;

export const topicWishSchema = z.union([shortText, rankedTopic]).meta({
  id: "TopicWish",
  description: "A topic that a mentee wants to learn: its name, or its name with more about the wish.",
}) satisfies z.ZodType<TopicWish>;

export const weeklyWindowSchema = z
  .strictObject({
    day: z
      .string()
      .describe("Day of the week on which it starts, in English or Turkish, full or short: `Mon`, `Monday`, `Pzt`."),
    start: z.string().describe("Local time at which it starts, HH:MM from 00:00 to 23:59."),
    end: z
      .string()
      .describe("Local time at which it ends, HH:MM to 24:00; at or before the start means on the next day."),
  })
  .meta({ id: "WeeklyWindow", description: "A window of local time, every week." }) satisfies z.ZodType<WeeklyWindow>;

const windows = z.union([z.string().max(MAX_TEXT_LENGTH), z.array(weeklyWindowSchema).max(MAX_ITEMS)]).meta({
  id: "WeeklyWindows",
  description: "Weekly windows as text, such as `Mon 09:00-11:30; Wed 14:00-16:00`, or as a list.",
}) satisfies z.ZodType<WeeklyWindows>;

export const awaySchema = z
  .strictObject({
    start: date.describe("First date, YYYY-MM-DD."),
    end: date.describe("Last date, YYYY-MM-DD, on or after the first."),
  })
  .meta({
    id: "Away",
    description: "Dates on which a person cannot meet, both included, on the calendar of the windows' time zone.",
  }) satisfies z.ZodType<Away>;

const zonedWindows = z
  .strictObject({
    windows: windows.describe("Weekly windows, in local time of the time zone."),
    timeZone: shortText
      .optional()
      .describe("Time zone of the windows: an IANA name or an offset. Absent: that of the person."),
    away: z
      .array(awaySchema)
      .max(MAX_ITEMS)
      .optional()
      .describe("Dates on which the person cannot meet. Absent: none."),
  })
  .meta({
    id: "ZonedWindows",
    description: "Weekly windows with what else tells when a person can meet.",
  }) satisfies z.ZodType<ZonedWindows>;

export const availabilitySchema = z.union([windows, zonedWindows]).meta({
  id: "Availability",
  description: "When a person can meet, every week: windows alone, or with a time zone and days away.",
}) satisfies z.ZodType<Availability>;

const languageAtLevel = z
  .strictObject({
    language: shortText.describe(
      "The language, best as a code such as `tr`; compared as text, without regard to letter case.",
    ),
    level: z
      .enum(["A1", "A2", "B1", "B2", "C1", "C2", "native"])
      .optional()
      .describe(
        "Level of the Common European Framework (CEFR), or native. Absent: counts as enough wherever a level is asked for.",
      ),
  })
  .meta({
    id: "LanguageAtLevel",
    description: "A language with how well the person speaks it.",
  }) satisfies z.ZodType<LanguageAtLevel>;

export const languageSchema = z.union([shortText, languageAtLevel]).meta({
  id: "Language",
  description: "A language that a person speaks: its name, or its name with a level.",
}) satisfies z.ZodType<Language>;

const formerManagerUntil = z
  .strictObject({
    id: id.describe("Id of the earlier manager."),
    until: date
      .optional()
      .describe("Last date on which this was the manager, YYYY-MM-DD. Absent: counts as just ended."),
  })
  .meta({
    id: "FormerManagerUntil",
    description: "An earlier manager with the last date of it.",
  }) satisfies z.ZodType<FormerManagerUntil>;

export const formerManagerSchema = z.union([id, formerManagerUntil]).meta({
  id: "FormerManager",
  description: "An earlier manager: the id, or the id with the last date.",
}) satisfies z.ZodType<FormerManager>;

const personFields = {
  id: id.describe(
    "Names the person in the whole input: 1 to 256 characters, compared exactly after Unicode normalisation (NFC).",
  ),
  name: shortText.optional().describe("Name for people to read, never compared. Absent: the id is shown."),
  managerId: id
    .nullable()
    .optional()
    .describe("Id of the manager, who must be in the input. Absent or null: nobody above."),
  dottedLineManagerIds: ids
    .optional()
    .describe("Ids of managers by dotted lines, who must be in the input. Absent: none."),
  evaluatorIds: ids
    .optional()
    .describe(
      "Ids of those who rate, promote or pay the person without being a manager, such as HR partners. Absent: none.",
    ),
  assistantIds: ids.optional().describe("Ids of the person's assistants, who must be in the input. Absent: none."),
  formerManagerIds: z
    .array(formerManagerSchema)
    .max(MAX_ITEMS)
    .optional()
    .describe(
      "Earlier managers, who need not be in the input: ids, or ids with the date until which they were. Absent: none.",
    ),
  level: z
    .union([z.number(), shortText])
    .optional()
    .describe(
      "Seniority: a number, larger is more senior, or a name on the ladder `levels`. If no participant has one, depth in the organisation chart stands in.",
    ),
  department: shortText
    .optional()
    .describe("Department, compared without regard to letter case and spaces. Absent: unknown."),
  location: shortText
    .optional()
    .describe("Place of work, compared without regard to letter case and spaces. Absent: unknown."),
  timeZone: shortText
    .optional()
    .describe(
      "Time zone: an IANA name such as `Europe/Istanbul`, or an offset such as `+03:00`. Needed where windows name none.",
    ),
  languages: z
    .array(languageSchema)
    .max(MAX_ITEMS)
    .optional()
    .describe("Languages that the person speaks. Absent: unknown."),
  birthYear: year.optional().describe("Year of birth, 1900 to 2100. Absent: unknown."),
  careerStartYear: year.optional().describe("Year in which the career began, 1900 to 2100. Absent: unknown."),
  generation: shortText
    .optional()
    .describe("Name of the generation, for rules and criteria that compare supplied bands. Absent: unknown."),
  startDate: date.optional().describe("Date on which the person joined the organisation, YYYY-MM-DD. Absent: unknown."),
  cohort: shortText
    .optional()
    .describe(
      "Intake or class that the person belongs to, compared without regard to letter case and spaces. Absent: unknown.",
    ),
  attributes: z
    .record(z.string(), z.unknown())
    .optional()
    .describe("The caller's own data, carried along for custom criteria, rules and quotas. Its shape is not checked."),
};

const registrationFields = {
  goals: z.array(shortText).max(MAX_ITEMS).optional().describe("Goals for the programme, as text. Absent: unknown."),
  availability: availabilitySchema.optional().describe("When the person can meet, every week. Absent: unknown."),
  capacity: z
    .int()
    .min(0)
    .max(MAX_CAPACITY)
    .optional()
    .describe("Most partners, a whole number from 0 to 10,000; 0 takes no part in this round. Absent: 1."),
  minimumLoad: z
    .int()
    .min(0)
    .max(MAX_CAPACITY)
    .optional()
    .describe("Fewest partners, at most the capacity; the result is infeasible if not all can be met. Absent: 0."),
  avoid: ids
    .optional()
    .describe("Ids of people whom this person is never paired with; they must be in the input. Absent: none."),
  choices: ids
    .optional()
    .describe(
      "Ids of people of the other side whom this person would like as partners, the first choice first. Absent: none.",
    ),
  waitingSince: date
    .optional()
    .describe("Date since which the person has been waiting for a partner, YYYY-MM-DD. Absent: unknown."),
  personalWeights: z
    .record(z.string(), z.int().min(0).max(1_000))
    .optional()
    .describe(
      "How much each criterion counts for this person, by its name: whole percent from 0 to 1,000. Absent: 100 for each.",
    ),
};

export const personSchema = z.strictObject(personFields).meta({
  id: "Person",
  description: "Anybody in the organisation; takes part only with an entry among the mentors or the mentees.",
}) satisfies z.ZodType<Person>;

export const mentorEntrySchema = z
  .strictObject({
    ...personFields,
    teaches: z.array(topicOfferSchema).max(MAX_ITEMS).describe("Topics that the mentor offers to teach. May be empty."),
    learnsInReturn: z
      .array(topicWishSchema)
      .max(MAX_ITEMS)
      .optional()
      .describe(
        "Topics that the mentor would like to learn in return. Absent: the wishes of an entry as mentee, if there is one.",
      ),
    firstTime: z
      .boolean()
      .optional()
      .describe("Whether the person mentors for the first time. Absent: counts as the first time."),
    ...registrationFields,
  })
  .meta({
    id: "MentorEntry",
    description: "A mentor's registration, with the fields of the person.",
  }) satisfies z.ZodType<MentorEntry>;

export const menteeEntrySchema = z
  .strictObject({
    ...personFields,
    learns: z.array(topicWishSchema).max(MAX_ITEMS).describe("Topics that the mentee wants to learn. May be empty."),
    teachesInReturn: z
      .array(topicOfferSchema)
      .max(MAX_ITEMS)
      .optional()
      .describe(
        "Topics that the mentee can teach in return. Absent: the offers of an entry as mentor, if there is one.",
      ),
    readiness: z
      .int()
      .min(1)
      .max(5)
      .optional()
      .describe("Declared readiness to learn from a junior, 1 (hesitant) to 5 (eager). Absent: unknown."),
    briefed: z
      .boolean()
      .optional()
      .describe("Whether the person has been briefed about the programme. Absent: unknown."),
    ...registrationFields,
  })
  .meta({
    id: "MenteeEntry",
    description: "A mentee's registration, with the fields of the person.",
  }) satisfies z.ZodType<MenteeEntry>;

/** Named ladder of levels, junior first. */
export const levelsSchema = z.array(shortText).max(MAX_ITEMS);

export const matchInputSchema = z
  .strictObject({
    people: z
      .array(personSchema)
      .optional()
      .describe(
        "Everybody else whom reporting lines run through, taking part or not. Fields of a participant may stand here or on the entry; where they stand on both, they must be equal. Absent: the entries are the whole organisation.",
      ),
    mentors: z.array(mentorEntrySchema).describe("Who teaches: in reverse mentoring, the junior side. May be empty."),
    mentees: z.array(menteeEntrySchema).describe("Who learns: in reverse mentoring, the senior side. May be empty."),
    period: periodSchema.optional().describe("Dates of the programme. Needed once anybody states availability."),
    levels: levelsSchema
      .optional()
      .describe("Names of levels, junior first; each once. With them, every level is one of these names."),
  })
  .meta({
    id: "MatchInput",
    description: "A programme to match: the organisation, who teaches and who learns.",
  }) satisfies z.ZodType<MatchInput>;

/** The whole input, with whatever stands in the lists: what is left to check once every item has been. */
export const matchHeadSchema = matchInputSchema.extend({
  people: z.array(z.unknown()).optional(),
  mentors: z.array(z.unknown()),
  mentees: z.array(z.unknown()),
});
