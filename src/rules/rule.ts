import type { Mentee, Mentor, Program } from "../model/program.ts";
import type { Warning } from "../model/warning.ts";
import type { Sentence } from "../base/sentence.ts";
import type { Criterion } from "../score/criterion.ts";

/** A condition that every pair of the result meets. No score, wish or pin outweighs a rule. */
export type Rule = PairRule | ScoreRule;

/** Somebody on one of the two sides. */
export type PersonOfSide = { readonly mentorId: string } | { readonly menteeId: string };

/** Somebody for whose pairs a rule does not count, or the one pair for which it does not. */
export type Exempt = PersonOfSide | { readonly mentorId: string; readonly menteeId: string };

/** A condition on the two people. */
export interface PairRule {
  readonly kind: "pair";
  readonly name: string;
  /** The function of this library that made it; absent for the caller's own. */
  readonly maker?: string;
  /** Why a pair is refused: completes "cannot be paired: …". */
  readonly because: Sentence;
  /**
   * Whether a fix may advise an exception for a pair. False for what the programme exists to prevent; `waivable` changes it.
   * @default true
   */
  readonly waivable?: boolean;
  /**
   * `pair`: what it says of a pair depends only on the two entries, on the lines above the two in the chart, and on the
   * programme's period, ladder and seniority. So it need not be asked about other pairs again when an entry changes.
   * @default it may depend on everything
   */
  readonly dependsOn?: "pair";
  /**
   * `anyTwo`: in a group it holds between any two members, also of one side, whoever mentors whom. Entries of such people are
   * then given as both.
   * @default it holds between a mentor and a mentee
   */
  readonly between?: "anyTwo";
  /** The caller's options as given, for the manifest. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Distinguishes versions of a custom rule in the manifest. */
  readonly version?: string;
  /** Present if the rule is made from a caller's function, which a manifest cannot hold. */
  readonly own?: true;
  readonly prepare: (program: Program, path: string) => PreparedRule;
  /** The criterion that it holds pairs to, or the name of one of the programme's. */
  readonly criterion?: Criterion | string;
  /** The same rule for a programme with these criteria; present if it judges by one of them. */
  readonly judgingBy?: (criteria: readonly Criterion[]) => PairRule;
}

/** What a rule measures by where the programme's data decide it. */
export interface RuleMeasure extends Sentence {
  /** A field, such as `birthYear`; `depth` in the chart; `nothing` where a side has no data for the rule, which then refuses nobody. */
  readonly by: string;
}

/** What a rule of a programme measures by. */
export interface Measure extends RuleMeasure {
  readonly rule: string;
}

/** Which of two people a rule knows too little of. */
export type UnknownSide = "mentor" | "mentee" | "both";

/** The data of a person that a rule asks for, by the field of the input that states it. */
export type NeededField =
  | "level"
  | "birthYear"
  | "careerStartYear"
  | "generation"
  | "languages"
  | "availability"
  | "department"
  | "location"
  | "timeZone";

/** What a rule does not know of people. */
export interface LackingData {
  /** Whose data is missing, so that the rule's policy for unknown data decided; asked only about pairs that it refuses. */
  readonly of: (mentee: number, mentor: number) => UnknownSide | undefined;
  /** Absent for data that no field of its own states, such as attributes. */
  readonly field?: NeededField;
  /** Names the data: completes "the mentee's … is not known" and "mentee'nin … bilinmiyor". */
  readonly noun: Sentence;
}

/** A rule compiled against a programme. */
export interface PreparedRule {
  /** Takes indices into the programme's mentors and mentees. Allocates nothing, except in custom rules. */
  readonly refuses: (mentee: number, mentor: number) => boolean;
  /** Present if the rule asks for data that people may not have stated. */
  readonly lacking?: LackingData;
  /** Why it refuses a pair, where the data of all decide what it measures by; in place of the rule's own words. */
  readonly because?: Sentence;
  /** Why it refuses one pair, of a rule with several parts; asked only about pairs that it refuses. */
  readonly becauseOf?: (mentee: number, mentor: number) => Sentence;
  /** Present where the data of all decide what the rule measures by. */
  readonly measure?: RuleMeasure;
  /** What was accepted with a doubt. */
  readonly warnings?: readonly Warning[];
}

/** A condition on the pair's score. */
export interface ScoreRule {
  readonly kind: "score";
  readonly name: string;
  /** The function of this library that made it; absent for the caller's own. */
  readonly maker?: string;
  readonly because: Sentence;
  /** As for pair rules. @default true */
  readonly waivable?: boolean;
  /** Lowest score allowed, in micro-points; with `minimumFor`, the highest that any pair may have to reach. */
  readonly minimum: number;
  /** Present if the bar is not the same for all pairs: micro-points from 0 to `minimum`, from a caller's function. */
  readonly minimumFor?: (mentor: Mentor, mentee: Mentee) => number;
  /** Present if the rule is made from a caller's function, which a manifest cannot hold. */
  readonly own?: true;
  /** Distinguishes versions of the function in the manifest. */
  readonly version?: string;
  /** People for whose pairs, and pairs for which, it does not count; see `exceptFor`. */
  readonly except?: readonly Exempt[];
}
