import { ruleEntry } from "./rule-entry.ts";
import { problem } from "../base/error.ts";
import type { Sentence } from "../base/sentence.ts";
import type { Mentee } from "../model/program.ts";
import type { PairRule } from "./rule.ts";
import { readRuleOptions } from "./settings.ts";
import { checkFlag, checkUnknown, lacksData, unknownData, unknownField, type UnknownPolicy } from "./unknown-data.ts";

const TITLE = { en: "readiness of the mentee", tr: "mentee'nin öğrenmeye açıklığı" };

export interface ReadyOptions {
  /** Least `readiness` of the mentee, a whole number from 1 to 5. @default readiness does not count */
  readonly atLeast?: number;
  /** Whether the mentee must have been briefed. @default false */
  readonly briefed?: boolean;
  /** What happens to mentees of whom it is not known. @default "reject" */
  readonly unknown?: UnknownPolicy;
}

/**
 * Refuses pairs whose mentee is not ready to learn from a junior: a declared `readiness` below `atLeast`, or no briefing
 * yet. Its soft sibling is the criterion `readiness`.
 *
 * @throws TersineError FIELD_MISSING with neither `atLeast` nor `briefed`, NUMBER_RANGE, FIELD_UNKNOWN, VALUE_UNKNOWN
 */
export function ready(asked: ReadyOptions): PairRule {
  const options = readRuleOptions(asked, ["atLeast", "briefed", "unknown"]);
  const { atLeast, briefed = false, unknown = "reject" } = options;
  checkFlag(briefed, "/briefed");
  checkUnknown(unknown);
  if (atLeast === undefined && !briefed)
    throw problem("FIELD_MISSING", "/atLeast", "ready: expected atLeast or briefed.");
  if (atLeast !== undefined && !(Number.isInteger(atLeast) && atLeast >= 1 && atLeast <= 5)) {
    throw problem("NUMBER_RANGE", "/atLeast", "expected a whole number from 1 to 5.");
  }
  const isStated = (mentee: Mentee): boolean =>
    (atLeast === undefined || mentee.readiness !== undefined) && (!briefed || mentee.briefed !== undefined);
  const isNotReady = (mentee: Mentee): boolean =>
    (mentee.readiness !== undefined && atLeast !== undefined && mentee.readiness < atLeast) ||
    (briefed && mentee.briefed === false);
  return {
    kind: "pair",
    dependsOn: "pair",
    name: "ready",
    maker: "ready",
    settings: { ...options },
    because: because(atLeast, briefed),
    prepare: (program) => {
      const refused = program.mentees.map(
        (mentee) => isNotReady(mentee) || (unknown === "reject" && !isStated(mentee)),
      );
      const isKnown = {
        mentor: () => true,
        // who is known not to be ready lacks nothing
        mentee: (index: number) => {
          const mentee = program.mentees[index];
          return mentee === undefined || isStated(mentee) || isNotReady(mentee);
        },
      };
      return {
        refuses: (mentee) => refused[mentee]!,
        ...unknownData(TITLE, program, isKnown, unknown, NOT_STATED),
      };
    },
  };
}

function because(atLeast: number | undefined, briefed: boolean): Sentence {
  const parts = [
    ...(atLeast === undefined
      ? []
      : [
          {
            en: `has not declared a readiness of at least ${atLeast} of 5`,
            tr: `öğrenmeye açıklığını en az ${atLeast}/5 olarak belirtmemiş`,
          },
        ]),
    ...(briefed ? [{ en: "has not been briefed yet", tr: "henüz bilgilendirilmemiş" }] : []),
  ];
  return {
    en: `the mentee ${parts.map(({ en }) => en).join(", or ")}`,
    tr: `mentee ${parts.map(({ tr }) => tr).join(" veya ")}`,
  };
}

const NOT_STATED = lacksData({ en: "readiness", tr: "öğrenmeye açıklığı" });

export const readyEntry = ruleEntry({
  name: "ready",
  title: TITLE,
  options: (z) => ({
    atLeast: z.number().exactOptional(),
    briefed: z.boolean().exactOptional(),
    unknown: unknownField(z),
  }),
  make: ready,
});
