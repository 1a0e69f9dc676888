import type { Objective, PairOfIds } from "../../index.ts";
import type { ReadOptions } from "../../io/index.ts";

/** A criterion or a rule as a configuration names it: by its name alone, or with its options. */
export type CriterionItem = string | ({ readonly criterion: string; readonly weight?: number } & Options);
export type RuleItem = string | ({ readonly rule: string } & Options);
type Options = Readonly<Record<string, unknown>>;

/** The options of a match as a configuration holds them; what the page has no words for stays as it was written. */
export interface MatchFile {
  readonly criteria?: readonly CriterionItem[];
  readonly weights?: Readonly<Record<string, number>>;
  readonly rules?: readonly RuleItem[];
  readonly objective?: Objective;
  readonly pins?: readonly PairOfIds[];
}

/** What the page sets of how files are read. */
export type ReadingFile = Pick<
  ReadOptions,
  | (
      | "mapping"
      | "values"
      | "answers"
      | "defaults"
      | "dayParts"
      | "headerLine"
      | "labelRows"
      | "keep"
      | "listKey"
      | "blank"
    )
  | ("period" | "levels" | "levelsFromTop" | "commaLists" | "timeZone" | "dateOrder" | "prefer")
  | ("allowGuests" | "externalManagers")
>;

/** Names of the files, as the command finds them in its folder: `staff.xlsx#Mentors` is a sheet. */
export interface FileNames {
  readonly input?: string;
  readonly people?: string;
  readonly mentors?: string;
  readonly mentees?: string;
}

/**
 * A configuration of the command `tersine match`, which is also all that the page knows of somebody's wishes: what it saves is
 * what it holds.
 */
export interface ConfigFile extends ReadingFile, FileNames {
  readonly version?: 1;
  readonly language?: "en" | "tr";
  readonly encoding?: string;
  readonly match?: MatchFile;
}

/** What texts that are not in UTF-8 are read in until somebody says otherwise: so older Turkish spreadsheets write. */
export const OLD_ENCODING = "windows-1254";

/** Keys of a configuration that say how files are read, so that a change of them reads the files again. */
export const READING_KEYS = [
  ...(["mapping", "values", "answers", "defaults", "dayParts", "headerLine", "labelRows", "keep", "listKey"] as const),
  ...(["blank", "period", "levels", "levelsFromTop", "commaLists", "timeZone", "dateOrder", "prefer"] as const),
  ...(["allowGuests", "externalManagers"] as const),
] satisfies readonly (keyof ReadingFile)[];
