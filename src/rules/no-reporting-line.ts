import { ruleEntry } from "./rule-entry.ts";
import { counted } from "../base/figures.ts";
import { problem } from "../base/error.ts";
import type { OrgChart } from "../base/organisation/chart.ts";
import { type DottedLines, reportingLineTest } from "../base/organisation/lines.ts";
import type { Sentence } from "../base/sentence.ts";
import type { PairRule } from "./rule.ts";
import { readRuleOptions, checkWord } from "./settings.ts";

export interface NoReportingLineOptions {
  /**
   * `path`: a line is any upward path over solid and dotted lines. `direct`: solid lines at any depth, and dotted lines
   * between the two themselves. `ignore`: solid lines only.
   * @default "path"
   */
  readonly dottedLines?: DottedLines;
  /** Also refuses two people who report to the same manager over solid lines. @default false */
  readonly sameManager?: boolean;
  /**
   * Also refuses two people whose lowest common manager, over solid lines, is at most so many levels above the one
   * further away from them; 1 is the same as `sameManager`. A whole number from 1 to 1,000. @default no such limit
   */
  readonly commonManagerWithin?: number;
}

/**
 * Refuses a pair if one of the two is above the other in the organisation: the whole chain, in both directions.
 * With the options, also people who are close under one manager. Soft siblings are the criteria `treeDistance` and
 * `commonManager`.
 *
 * O(1) a pair over solid lines, after one pass over the chart; with dotted lines the cost grows with the number of
 * dotted lines that a person's chain meets. People outside the chart are in nobody's line.
 *
 * @throws TersineError FIELD_UNKNOWN, VALUE_UNKNOWN, FIELD_TYPE, NUMBER_RANGE
 */
export function noReportingLine(asked: NoReportingLineOptions = {}): PairRule {
  const options = readRuleOptions(asked, ["dottedLines", "sameManager", "commonManagerWithin"]);
  const { dottedLines = "path", sameManager = false, commonManagerWithin } = options;
  checkWord(dottedLines, "/dottedLines", ["path", "direct", "ignore"]);
  const given: unknown = sameManager;
  if (typeof given !== "boolean") throw problem("FIELD_TYPE", "/sameManager", "expected true or false.");
  if (commonManagerWithin !== undefined) checkLevels(commonManagerWithin);
  const levelsUp = Math.max(sameManager ? 1 : 0, commonManagerWithin ?? 0);
  return {
    kind: "pair",
    dependsOn: "pair",
    between: "anyTwo",
    name: "noReportingLine",
    maker: "noReportingLine",
    waivable: false,
    settings: { ...options },
    because: because(levelsUp),
    prepare: ({ chart, personOfMentor, personOfMentee }) => {
      const isAbove = reportingLineTest(chart, [...personOfMentor, ...personOfMentee], dottedLines);
      return {
        refuses: (mentee, mentor) => {
          const a = personOfMentor[mentor]!;
          const b = personOfMentee[mentee]!;
          return isAbove(a, b) || isAbove(b, a) || (levelsUp > 0 && isNearUnderManager(chart, a, b, levelsUp));
        },
      };
    },
  };
}

const MOST_LEVELS = 1_000;

function checkLevels(levels: unknown): void {
  if (Number.isInteger(levels) && Number(levels) >= 1 && Number(levels) <= MOST_LEVELS) return;
  throw problem("NUMBER_RANGE", "/commonManagerWithin", `expected a whole number of levels from 1 to ${MOST_LEVELS}.`);
}

function because(levelsUp: number): Sentence {
  const en = "one is in the other's reporting line";
  const tr = "biri diğerinin üst-ast hattında";
  if (levelsUp === 0) return { en, tr };
  return {
    en: `${en}, or a common manager is at most ${counted(levelsUp, "level")} up`,
    tr: `${tr} veya ortak yönetici en çok ${levelsUp} kademe yukarıda`,
  };
}

/** Whether the lowest common manager is at most `levels` above the one further away; not so for people of two charts. */
function isNearUnderManager(chart: OrgChart, a: number, b: number, levels: number): boolean {
  const common = chart.commonManager(a, b);
  return common !== undefined && Math.max(chart.depthOf[a]!, chart.depthOf[b]!) - chart.depthOf[common]! <= levels;
}

export const noReportingLineEntry = ruleEntry({
  name: "noReportingLine",
  title: { en: "reporting line", tr: "raporlama hattı" },
  options: (z) => ({
    dottedLines: z.enum(["path", "direct", "ignore"]).exactOptional(),
    sameManager: z.boolean().exactOptional(),
    commonManagerWithin: z.number().exactOptional(),
  }),
  make: noReportingLine,
});
