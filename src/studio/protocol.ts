import type { PairOfIds, UnmatchedCode } from "../index.ts";
import type { Sentence } from "../base/sentence.ts";
import type { ConfigFile, FileNames, MatchFile } from "./config/config-file.ts";

/*
 * What the page asks of the worker, and what it answers: plain data, which messages copy. The worker holds the files, the
 * library and the plan at hand; the page holds the settings and sends them along.
 */

/** A file that was dropped or chosen. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ListName = keyof FileNames;

/** Which list each table is read as, by key; tables that are not named are not used. */
export type Lists = Readonly<Record<string, ListName>>;

/** A table of a file: a text, or a sheet of a workbook. */
export interface OpenedTable {
  /** As the command names it: `people.csv`, `staff.xlsx#Mentors`. */
  readonly key: string;
  /** What it seems to hold. */
  readonly guess: ListName;
  /** Whether it is a text that is not in UTF-8. */
  readonly isOld?: true;
}

export interface Opened {
  readonly tables: readonly OpenedTable[];
  /** A saved configuration among the files. */
  readonly config?: ConfigFile;
  /** What could not be opened, by name of the file. */
  readonly problems: readonly Problem[];
}

/** A problem and where it is. */
export interface Problem {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** In a sheet of a workbook: `E3`. */
  readonly cell?: string;
  /** Of the column. */
  readonly header?: string;
  /** What stands in the cell. */
  readonly text?: string;
  /** What is wrong, and what to do. */
  readonly said: Sentence;
}

export interface ShownColumn {
  readonly header: string;
  /** What it is read as; absent for columns that are not used. */
  readonly field?: string;
  /** Some cells of it that are not blank. */
  readonly samples: readonly string[];
}

export interface ShownTable {
  readonly key: string;
  readonly list: ListName | undefined;
  /** Rows below the headers. */
  readonly rows: number;
  /** Empty for a JSON document that is a whole programme. */
  readonly columns: readonly ShownColumn[];
}

export interface ShownPerson {
  readonly id: string;
  readonly name: string;
}

/** What was understood of the files. */
export interface Understood {
  readonly tables: readonly ShownTable[];
  readonly problems: readonly Problem[];
  readonly errorCount: number;
  readonly warningCount: number;
  readonly rejected: number;
  readonly counts: { readonly people: number; readonly mentors: number; readonly mentees: number };
  /** Whether there are people on both sides and nothing keeps them from being matched. */
  readonly isReady: boolean;
  readonly mentors: readonly ShownPerson[];
  readonly mentees: readonly ShownPerson[];
  /** Fields that at least one person has. */
  readonly fields: readonly string[];
  /** Words that stand as levels, in the order of the files. */
  readonly levelWords: readonly string[];
}

export interface ShownPair extends PairOfIds {
  /** Micro-points. */
  readonly score: number;
  /** What counts most for the pair, in a line. */
  readonly why: Sentence;
  /** When they can meet most often, on the clocks of both; absent if never, or if nobody stated times. */
  readonly meeting?: Sentence;
  readonly lacks: readonly ("time" | "topic")[];
}

export interface ShownUnmatched {
  readonly id: string;
  readonly side: "mentor" | "mentee";
  readonly code: UnmatchedCode;
  readonly reasons: readonly Sentence[];
}

/** What differs from another plan. */
export interface Difference {
  readonly pairs: number;
  readonly people: number;
  /** Micro-points. */
  readonly score: number;
  readonly gained: readonly PairOfIds[];
  readonly lost: readonly PairOfIds[];
  readonly kept: number;
}

/** Why there is no plan, and whom it is about. */
export interface Conflict extends Sentence {
  readonly people: readonly { readonly side: "mentor" | "mentee"; readonly id: string }[];
}

/** A plan, or why there is none. */
export interface ShownPlan {
  readonly status: "optimal" | "feasible" | "infeasible";
  readonly pairs: readonly ShownPair[];
  readonly unmatched: readonly ShownUnmatched[];
  readonly placed: { readonly mentors: number; readonly mentees: number };
  readonly counts: { readonly mentors: number; readonly mentees: number };
  /** Sum of the scores, in micro-points. */
  readonly score: number;
  readonly warnings: readonly Sentence[];
  /** Where demands cannot be met together: why, and which of them conflict. */
  readonly conflicts: readonly Conflict[];
  /** Against the plan of the settings before; absent without one. */
  readonly difference?: Difference;
  readonly milliseconds: number;
}

export interface ShownCriterion {
  readonly name: string;
  readonly title: Sentence;
  /** Micro-points of the score. */
  readonly points: number;
  /** Most micro-points that it could give. */
  readonly most: number;
  readonly reason: Sentence;
}

/** Two people side by side. */
export interface PairAnswer extends PairOfIds {
  readonly status: "chosen" | "possible" | "refused";
  readonly score?: number;
  readonly criteria: readonly ShownCriterion[];
  /** Why the rules refuse the pair. */
  readonly refusals: readonly Sentence[];
  readonly meetings: readonly Sentence[];
  /**
   * What the plan becomes if the pair is pinned (one that is possible) or forbidden (one that is chosen); absent where it
   * cannot be asked.
   */
  readonly otherwise?: Difference;
  /** Whether the demands could then not be met together. */
  readonly isImpossible?: true;
}

export type Download = "pairs" | "workbook" | "letters" | "report" | "cards" | "result" | "rejected";

export interface Written {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Questions by name. */
export interface Asked {
  readonly open: { readonly files: readonly GivenFile[]; readonly encoding?: string | undefined };
  readonly close: { readonly keys: readonly string[] };
  readonly understand: { readonly lists: Lists; readonly config: ConfigFile; readonly skipRejected: boolean };
  readonly plan: { readonly match: MatchFile; readonly before?: MatchFile };
  readonly pair: PairOfIds;
  readonly fix: { readonly id: string; readonly side: "mentor" | "mentee" };
  readonly write: { readonly what: Download; readonly language: "en" | "tr" };
}

/** Answers by the name of the question. */
export interface Answered {
  readonly open: Opened;
  readonly close: true;
  readonly understand: Understood;
  readonly plan: ShownPlan;
  readonly pair: PairAnswer;
  readonly fix: Sentence;
  readonly write: Written;
}

export type QuestionName = keyof Asked;

/** Whoever answers the questions: the engine itself, or a worker that holds one. */
export type Answers = { readonly [Name in QuestionName]: (asked: Asked[Name]) => Promise<Answered[Name]> };

/** What the library refuses, as messages carry it. */
export interface Refusal {
  readonly issues: readonly Pick<Problem, "code" | "said">[];
}

/** A question on its way to the worker. */
export interface Question<Name extends QuestionName = QuestionName> {
  readonly number: number;
  readonly name: Name;
  readonly asked: Asked[Name];
}

/** An answer on its way back. */
export type Reply =
  | { readonly number: number; readonly answer: Answered[QuestionName] }
  | { readonly number: number; readonly refusal: Refusal };
