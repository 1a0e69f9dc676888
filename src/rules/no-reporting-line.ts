import { type DottedLines, reportingLineTest } from "../base/org-lines.ts";
import type { PairRule } from "./rule.ts";
import { checkRuleOptions, checkWord } from "./settings.ts";

export interface NoReportingLineOptions {
  /**
   * `path`: a line is any upward path over solid and dotted lines. `direct`: solid lines at any depth, and dotted lines
   * between the two themselves. `ignore`: solid lines only.
   * @default "path"
   */
  readonly dottedLines?: DottedLines;
}

/**
 * Refuses a pair if one of the two is above the other in the organisation: the whole chain, in both directions.
 *
 * O(1) a pair over solid lines, after one pass over the chart; with dotted lines the cost grows with the number of
 * dotted lines that a person's chain meets. People outside the chart are in nobody's line.
 *
 * @throws TersineError FIELD_UNKNOWN, VALUE_UNKNOWN, FIELD_TYPE
 */
export function noReportingLine(options: NoReportingLineOptions = {}): PairRule {
  checkRuleOptions(options, ["dottedLines"]);
  const { dottedLines = "path" } = options;
  checkWord(dottedLines, "/dottedLines", ["path", "direct", "ignore"]);
  return {
    kind: "pair",
    name: "noReportingLine",
    settings: { ...options },
    because: { en: "one is in the other's reporting line", tr: "biri ötekinin raporlama zincirinde" },
    prepare: ({ chart, personOfMentor, personOfMentee }) => {
      const isAbove = reportingLineTest(chart, [...personOfMentor, ...personOfMentee], dottedLines);
      return {
        refuses: (mentor, mentee) => {
          const a = personOfMentor[mentor]!;
          const b = personOfMentee[mentee]!;
          return isAbove(a, b) || isAbove(b, a);
        },
      };
    },
  };
}
