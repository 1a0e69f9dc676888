import type { Steps } from "../base/steps.ts";
import type { Intervals, WeekHours, WeekHoursReading } from "../base/time/week-hours.ts";
import type { ProgrammeScale } from "../base/time/week-runs.ts";
import type { OrgChart } from "../base/organisation/chart.ts";
import type { Attributes, MenteeEntry, MentorEntry, Period } from "../model/input.ts";

/** Micro-points of a full score: criterion values and scores are whole numbers from 0 to this. */
export const FULL_SCORE = 1_000_000;

/** What a prepared criterion returns for a pair that it knows nothing about; the other criteria share its weight. */
export const NO_INFORMATION = -1;

/** What a criterion can read of a mentor. Every field may be absent: absent means "no information". */
export type MentorProfile<OwnAttributes extends Attributes = Attributes> = Partial<MentorEntry<OwnAttributes>>;

/** What a criterion can read of a mentee. Every field may be absent: absent means "no information". */
export type MenteeProfile<OwnAttributes extends Attributes = Attributes> = Partial<MenteeEntry<OwnAttributes>>;

/** What a pair is scored against beside the two people; the same for every pair of a programme. */
export interface ScoreContext {
  /** The programme's dates; availability is counted over its whole Monday-to-Sunday weeks. */
  readonly period?: Period;
  /** Named ladder of levels, junior first. */
  readonly levels?: readonly string[];
  /** The whole organisation, found by person id. */
  readonly chart?: OrgChart;
  /**
   * What seniority is measured by, for the whole programme.
   * @default "level" if a profile of the pool has a level, otherwise "depth"
   */
  readonly seniority?: "level" | "depth";
  /** How a topic is shown, by any of its spellings. @default its own text, trimmed */
  readonly topicName?: (text: string) => string;
}

/** Everybody who can be paired, in the index order that prepared functions use. */
export interface ScorePool {
  readonly mentors: readonly MentorProfile[];
  readonly mentees: readonly MenteeProfile[];
  readonly context: ScoreContext;
  /** Times that are read already; profiles must not change then. @default read anew */
  readonly times?: KnownTimes;
  /** Keeps what a function reads of a profile, which must not change then. @default every pool is read anew */
  readonly keep?: KeepRead;
}

/** The same function, asked once for each object. */
export type KeepRead = <Profile extends object, Read>(read: (profile: Profile) => Read) => (profile: Profile) => Read;

/** What is known of people's times. */
export interface KnownTimes {
  /** `undefined` if it is not known. */
  readonly hoursOf: (profile: MentorProfile | MenteeProfile) => WeekHoursReading | undefined;
  readonly runsOf: (hours: WeekHours, scale: ProgrammeScale) => Intervals;
}

/**
 * Who gave no data, so that the criterion's policy for missing data decided; `pair` if it is not about one of the two,
 * as for people of two organisations without a common head.
 */
export type MissingSide = "mentor" | "mentee" | "both" | "pair";

/** Compiles a criterion against a pool; `path` is its JSON Pointer in the caller's options, for errors. @default "" */
export interface Prepare<Prepared> {
  (pool: ScorePool, path?: string): Prepared;
  /** The same with a pause every few people; absent where it takes no time worth a pause. */
  readonly inSteps?: (pool: ScorePool) => Steps<Prepared>;
}

/** What every criterion's facts hold; each adds its own. */
export interface FactsOfPair {
  /** Names the criterion's sentences. */
  readonly kind: string;
  readonly missing?: MissingSide;
}

/** A criterion compiled against one pool. All functions take indices into the pool's lists. */
export interface PreparedCriterionOf<Facts extends FactsOfPair> {
  /** Micro-points from 0 to `FULL_SCORE`, or `NO_INFORMATION`. Allocates nothing. */
  readonly points: (mentee: number, mentor: number) => number;
  /** `points` of every mentor with one mentee at once, into the first entries of `into`; for criteria that are faster so. */
  readonly pointsRow?: (mentee: number, into: Int32Array) => void;
  /**
   * What the points rest on, in words and numbers; only for pairs that are shown. `missing` is present exactly where
   * the points are `NO_INFORMATION`.
   */
  readonly facts: (mentee: number, mentor: number) => Facts;
  /** True if the pool makes no use of the criterion: the others share its weight, whatever `missing` says. */
  readonly unused?: boolean;
}

/**
 * What happens to a pair that a criterion has no data for: `skip` leaves the weight to the other criteria, `zero` counts
 * 0, a number from 0 to 1 counts as that value.
 */
export type MissingPolicy = "skip" | "zero" | number;

/** One named aspect of fit, and the facts that it gives. */
export interface CriterionOf<Facts extends FactsOfPair> {
  readonly name: string;
  /** The function of this library that made it, whatever its name; absent for the caller's own. */
  readonly maker?: string;
  /** At least 0, at most 6 decimals; only the ratio to the other weights matters. 0 switches the criterion off. */
  readonly weight: number;
  readonly missing: MissingPolicy;
  /** The caller's options beyond name, weight and policy, as given; for the manifest. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Distinguishes versions of a custom criterion in the manifest. */
  readonly version?: string;
  /** Present if the criterion is made from a caller's function, which a manifest cannot hold. */
  readonly own?: true;
  /** Whether the value also depends on the rest of the pool, so that it can change when others join or leave. */
  readonly poolRelative?: boolean;
  /**
   * `pair`: the value depends only on the two people, on the lines above the two in the chart, and on the programme's
   * period, ladder and seniority. `chart`: on anything in the chart as well. So other pairs need not be scored again when
   * an entry changes.
   * @default it may depend on everything
   */
  readonly dependsOn?: "pair" | "chart";
  /**
   * The criterion on two plain objects: 0 to 1, or `undefined` for no information. Equals what `prepare` gives for the
   * same two people in any pool, except for criteria marked `poolRelative`. State `context.seniority` where it matters:
   * two people alone cannot tell what the rest of a pool is measured by.
   */
  readonly value: (mentor: MentorProfile, mentee: MenteeProfile, context?: ScoreContext) => number | undefined;
  readonly prepare: Prepare<PreparedCriterionOf<Facts>>;
}
