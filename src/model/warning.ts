/** What every code of a warning says of the result; each names the people it concerns by id. */
export type WarningCode =
  | "LEVEL_MISSING"
  | "LEVELS_REVERSED"
  | "LINE_CYCLE"
  | "GENERATION_UNKNOWN"
  | "SENIORITY_UNKNOWN"
  | "RULE_DATA_UNKNOWN"
  | "RULE_STEPPED_ASIDE"
  | "PAIRS_WITHOUT_TIME"
  | "PAIRS_WITHOUT_TOPIC"
  | "HISTORY_UNKNOWN"
  | "WINDOWS_MERGED"
  | "ZONE_SIGN"
  | "WISH_UNUSED"
  | "MIXED_SCRIPT";

/** Something that was accepted with a doubt. */
export interface Warning {
  readonly code: WarningCode;
  readonly en: string;
  readonly tr: string;
  /** Ids concerned, ascending. */
  readonly ids: readonly string[];
}
