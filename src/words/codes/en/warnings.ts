import type { Meanings } from "../meaning.ts";

/** Codes of warnings in a result: what was accepted with a doubt. */
export const WARNING_CODES = {
  PAIRS_WITHOUT_TOPIC: [
    "Some pairs share no topic that is wished for and offered.",
    "Look at them before they are announced, or add the rule `sharedTopic`.",
  ],
  PAIRS_WITHOUT_TIME: [
    "Some pairs have no time at which both are free.",
    "Ask the two for further times, or add the rule `meetingTime`.",
  ],
  RULE_STEPPED_ASIDE: [
    "A rule of the default set refused nobody, as a side has no data for it.",
    "Add the data that the message names, or list the rules that you want.",
  ],
  GENERATION_UNKNOWN: [
    "Nobody knows the generation of some people, so a rule on generations refuses their pairs.",
    'Add their year of birth, or say `unknown: "allow"`.',
  ],
  SENIORITY_UNKNOWN: [
    "The level of some people is not known, so a rule on seniority refuses their pairs.",
    "Add levels or managers.",
  ],
  RULE_DATA_UNKNOWN: ["Some people lack the data that a rule needs, so it refuses their pairs.", "Add the data."],
  LEVEL_MISSING: ["Some people have no level while others have.", "Add it; depth in the chart stands in meanwhile."],
  LEVELS_REVERSED: [
    "Levels seem to count from the top: managers have smaller ones than their reports.",
    "Turn them round; in tersine a larger level is more senior.",
  ],
  LINE_CYCLE: [
    "Dotted lines make people each other's superiors; none of them is paired with another.",
    "Remove a dotted line that is none.",
  ],
  HISTORY_UNKNOWN: ["A list of earlier pairs names people who are not here.", "Nothing, if they have left."],
  MIXED_SCRIPT: [
    "A word holds letters of different alphabets, so it does not meet the one that looks like it.",
    "Write the word anew.",
  ],
  WINDOWS_MERGED: ["Windows of one person that touch or overlap were made one.", "Nothing."],
  WISH_UNUSED: ["A wish or limit was stated that no criterion or rule reads.", "Add the criterion, or drop the field."],
  ZONE_AMBIGUOUS: ["A name may mean several time zones.", "Write a region and city, as Europe/Istanbul."],
  ZONE_SIGN: ["Zones such as Etc/GMT+3 mean UTC-3.", "Write +03:00 or a city if the other is meant."],
} as const satisfies Meanings;
