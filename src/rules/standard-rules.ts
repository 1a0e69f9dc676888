import { banEntry } from "./ban.ts";
import { crossGenerationEntry } from "./cross-generation.ts";
import { differentDepartmentEntry, differentLocationEntry } from "./different-field.ts";
import { levelGapEntry } from "./level-gap.ts";
import { meetingTimeEntry } from "./meeting-time.ts";
import { minimumOfEntry } from "./minimum-of.ts";
import { minimumScoreEntry } from "./minimum-score.ts";
import { noReportingLineEntry } from "./no-reporting-line.ts";
import { notAgainEntry } from "./not-again.ts";
import { readyEntry } from "./ready.ts";
import { reverseEntry } from "./reverse.ts";
import { safeSpaceEntry } from "./safe-space.ts";
import { sharedLanguageEntry } from "./shared-language.ts";
import { sharedTopicEntry } from "./shared-topic.ts";
import { tenureEntry } from "./tenure.ts";
import { timeZonesWithinEntry } from "./time-zones-within.ts";
import type { RuleEntry } from "./rule-entry.ts";

/**
 * The rules that a configuration can name, in the order in which messages and schemas list them. Configuration, replay and
 * the JSON Schema read this list.
 */
export const STANDARD_RULES: readonly RuleEntry[] = [
  noReportingLineEntry,
  safeSpaceEntry,
  crossGenerationEntry,
  reverseEntry,
  sharedTopicEntry,
  levelGapEntry,
  tenureEntry,
  readyEntry,
  differentDepartmentEntry,
  differentLocationEntry,
  sharedLanguageEntry,
  timeZonesWithinEntry,
  meetingTimeEntry,
  minimumScoreEntry,
  minimumOfEntry,
  banEntry,
  notAgainEntry,
];
