/*
 * What callers pass in. The schemas of `schema.ts` check it and repeat each sentence as a description in the published JSON
 * Schema; tests hold both equal.
 */

/** The caller's own data about a person, by name; plain JSON values. State a type of your own for typed callbacks. */
export type Attributes = Readonly<Record<string, unknown>>;

/** A programme to match: the organisation, who teaches and who learns. */
export interface MatchInput<OwnAttributes extends Attributes = Attributes> {
  /**
   * Everybody else whom reporting lines run through, taking part or not. Fields of a participant may stand here or on the
   * entry; where they stand on both, they must be equal. Absent: the entries are the whole organisation.
   */
  readonly people?: readonly Person<OwnAttributes>[] | undefined;
  /** Who teaches: in reverse mentoring, the junior side. May be empty. */
  readonly mentors: readonly MentorEntry<OwnAttributes>[];
  /** Who learns: in reverse mentoring, the senior side. May be empty. */
  readonly mentees: readonly MenteeEntry<OwnAttributes>[];
  /** Dates of the programme. Needed once anybody states availability. */
  readonly period?: Period | undefined;
  /** Names of levels, junior first; each once. With them, every level is one of these names. */
  readonly levels?: readonly string[] | undefined;
}

/** First and last date of the programme, both included, at most 731 days. */
export interface Period {
  /** First date, YYYY-MM-DD. */
  readonly start: string;
  /** Last date, YYYY-MM-DD, on or after the first. */
  readonly end: string;
}

/** Anybody in the organisation; takes part only with an entry among the mentors or the mentees. */
export interface Person<OwnAttributes extends Attributes = Attributes> {
  /** Names the person in the whole input: 1 to 256 characters, compared exactly after Unicode normalisation (NFC). */
  readonly id: string;
  /** Name for people to read, never compared. Absent: the id is shown. */
  readonly name?: string | undefined;
  /** Id of the manager, who must be in the input. Absent or null: nobody above. */
  readonly managerId?: string | null | undefined;
  /** Ids of managers by dotted lines, who must be in the input. Absent: none. */
  readonly dottedLineManagerIds?: readonly string[] | undefined;
  /** Ids of those who rate, promote or pay the person without being a manager, such as HR partners. Absent: none. */
  readonly evaluatorIds?: readonly string[] | undefined;
  /** Ids of the person's assistants, who must be in the input. Absent: none. */
  readonly assistantIds?: readonly string[] | undefined;
  /** Earlier managers, who need not be in the input: ids, or ids with the date until which they were. Absent: none. */
  readonly formerManagerIds?: readonly FormerManager[] | undefined;
  /**
   * Seniority: a number, larger is more senior, or a name on the ladder `levels`. If no participant has one, depth in the
   * organisation chart stands in.
   */
  readonly level?: number | string | undefined;
  /** Department, compared without regard to letter case and spaces. Absent: unknown. */
  readonly department?: string | undefined;
  /** Place of work, compared without regard to letter case and spaces. Absent: unknown. */
  readonly location?: string | undefined;
  /** Time zone: an IANA name such as `Europe/Istanbul`, or an offset such as `+03:00`. Needed where windows name none. */
  readonly timeZone?: string | undefined;
  /** Languages that the person speaks. Absent: unknown. */
  readonly languages?: readonly Language[] | undefined;
  /** Year of birth, 1900 to 2100. Absent: unknown. */
  readonly birthYear?: number | undefined;
  /** Year in which the career began, 1900 to 2100. Absent: unknown. */
  readonly careerStartYear?: number | undefined;
  /** Name of the generation, for rules and criteria that compare supplied bands. Absent: unknown. */
  readonly generation?: string | undefined;
  /** Date on which the person joined the organisation, YYYY-MM-DD. Absent: unknown. */
  readonly startDate?: string | undefined;
  /** Intake or class that the person belongs to, compared without regard to letter case and spaces. Absent: unknown. */
  readonly cohort?: string | undefined;
  /** The caller's own data, carried along for custom criteria, rules and quotas. Its shape is not checked. */
  readonly attributes?: OwnAttributes | undefined;
}

/** An earlier manager: the id, or the id with the last date. */
export type FormerManager = string | FormerManagerUntil;

/** An earlier manager with the last date of it. */
export interface FormerManagerUntil {
  /** Id of the earlier manager. */
  readonly id: string;
  /** Last date on which this was the manager, YYYY-MM-DD. Absent: counts as just ended. */
  readonly until?: string | undefined;
}

/** What mentors and mentees state alike when they register. */
export interface Registration {
  /** Goals for the programme, as text. Absent: unknown. */
  readonly goals?: readonly string[] | undefined;
  /** When the person can meet, every week. Absent: unknown. */
  readonly availability?: Availability | undefined;
  /** Most partners, a whole number from 0 to 10,000; 0 takes no part in this round. Absent: 1. */
  readonly capacity?: number | undefined;
  /** Fewest partners, at most the capacity; the result is infeasible if not all can be met. Absent: 0. */
  readonly minimumLoad?: number | undefined;
  /** Ids of people whom this person is never paired with; they must be in the input. Absent: none. */
  readonly avoid?: readonly string[] | undefined;
  /** Ids of people of the other side whom this person would like as partners, the first choice first. Absent: none. */
  readonly choices?: readonly string[] | undefined;
  /** Date since which the person has been waiting for a partner, YYYY-MM-DD. Absent: unknown. */
  readonly waitingSince?: string | undefined;
  /** How much each criterion counts for this person, by its name: whole percent from 0 to 1,000. Absent: 100 for each. */
  readonly personalWeights?: Readonly<Record<string, number>> | undefined;
}

/** A mentor's registration, with the fields of the person. */
export interface MentorEntry<OwnAttributes extends Attributes = Attributes>
  extends Person<OwnAttributes>, Registration {
  /** Topics that the mentor offers to teach. May be empty. */
  readonly teaches: readonly TopicOffer[];
  /** Topics that the mentor would like to learn in return. Absent: the wishes of an entry as mentee, if there is one. */
  readonly learnsInReturn?: readonly TopicWish[] | undefined;
  /** Whether the person mentors for the first time. Absent: counts as the first time. */
  readonly firstTime?: boolean | undefined;
}

/** A mentee's registration, with the fields of the person. */
export interface MenteeEntry<OwnAttributes extends Attributes = Attributes>
  extends Person<OwnAttributes>, Registration {
  /** Topics that the mentee wants to learn. May be empty. */
  readonly learns: readonly TopicWish[];
  /** Topics that the mentee can teach in return. Absent: the offers of an entry as mentor, if there is one. */
  readonly teachesInReturn?: readonly TopicOffer[] | undefined;
  /** Declared readiness to learn from a junior, 1 (hesitant) to 5 (eager). Absent: unknown. */
  readonly readiness?: number | undefined;
  /** Whether the person has been briefed about the programme. Absent: unknown. */
  readonly briefed?: boolean | undefined;
}

/** A topic that a mentor offers: its name, or its name with a level. */
export type TopicOffer = string | TopicAtLevel;

/** A topic with how well the mentor knows it. */
export interface TopicAtLevel {
  /** Name of the topic, compared without regard to letter case and spaces. */
  readonly topic: string;
  /** How well it is known: 1 first steps, 3 works with it daily, 5 teaches it to experts. Absent: counts as 1. */
  readonly level?: number | undefined;
}

/** A topic that a mentee wants to learn: its name, or its name with more about the wish. */
export type TopicWish = string | RankedTopic;

/** A topic with how much and how well the mentee wants to learn it. */
export interface RankedTopic {
  /** Name of the topic, compared without regard to letter case and spaces. */
  readonly topic: string;
  /**
   * Rank of the wish, 1 (most wanted) to 9; it counts 1 / priority. Absent: one rank after the last of the mentee, or all
   * alike if no wish has one.
   */
  readonly priority?: number | undefined;
  /** Multiplies what the wish counts: a whole number from 1 to 10. Absent: 1. */
  readonly weight?: number | undefined;
  /** Level wanted, 1 to 5 as offers state it; a lower offer counts in part. Absent: any level will do. */
  readonly level?: number | undefined;
  /** Whether a mentor who does not cover this topic in full is no candidate at all. Absent: false. */
  readonly indispensable?: boolean | undefined;
}

/** When a person can meet, every week: windows alone, or with a time zone and days away. */
export type Availability = WeeklyWindows | ZonedWindows;

/** Weekly windows as text, such as `Mon 09:00-11:30; Wed 14:00-16:00`, or as a list. */
export type WeeklyWindows = string | readonly WeeklyWindow[];

/** Weekly windows with what else tells when a person can meet. */
export interface ZonedWindows {
  /** Weekly windows, in local time of the time zone. */
  readonly windows: WeeklyWindows;
  /** Time zone of the windows: an IANA name or an offset. Absent: that of the person. */
  readonly timeZone?: string | undefined;
  /** Dates on which the person cannot meet. Absent: none. */
  readonly away?: readonly Away[] | undefined;
}

/** A window of local time, every week. */
export interface WeeklyWindow {
  /** Day of the week on which it starts, in English or Turkish, full or short: `Mon`, `Monday`, `Pzt`. */
  readonly day: string;
  /** Local time at which it starts, HH:MM from 00:00 to 23:59. */
  readonly start: string;
  /** Local time at which it ends, HH:MM to 24:00; at or before the start means on the next day. */
  readonly end: string;
}

/** Dates on which a person cannot meet, both included, on the calendar of the windows' time zone. */
export interface Away {
  /** First date, YYYY-MM-DD. */
  readonly start: string;
  /** Last date, YYYY-MM-DD, on or after the first. */
  readonly end: string;
}

/** A language that a person speaks: its name, or its name with a level. */
export type Language = string | LanguageAtLevel;

/** A language with how well the person speaks it. */
export interface LanguageAtLevel {
  /** The language, best as a code such as `tr`; compared as text, without regard to letter case. */
  readonly language: string;
  /** Level of the Common European Framework (CEFR), or native. Absent: counts as enough wherever a level is asked for. */
  readonly level?: "A1" | "A2" | "B1" | "B2" | "C1" | "C2" | "native" | undefined;
}
