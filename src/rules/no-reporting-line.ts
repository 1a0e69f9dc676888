import { type DottedLines, reportingLineTest } from "../base/org-lines.ts";
import type { PairRule } from "./rule.ts";

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
 */
export function noReportingLine({ dottedLines = "path" }: NoReportingLineOptions = {}): PairRule {
  return {
    kind: "pair",
    name: "noReportingLine",
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
