import { asPublic } from "../base/public.ts";
import { problem } from "../base/error.ts";
import { describeValue } from "../model/schema/describe.ts";
import type { Rule } from "./rule.ts";

/**
 * The same rule, of which fixes may or may not advise an exception for a pair. Without it they never do for
 * `noReportingLine`, `notAgain`, `ban` and what is always in force, and may for all others.
 *
 * @throws TersineError FIELD_TYPE unless `isWaivable` is true or false
 *
 * @example
 * matchPairs(input, { rules: [noReportingLine(), waivable(crossGeneration(), false), reverse()], fixes: true });
 */
export function waivable<Kind extends Rule>(rule: Kind, isWaivable: boolean): Kind;
export function waivable(rule: Rule, isWaivable: boolean): Rule {
  return asPublic("waivable", () => {
    const given: unknown = isWaivable;
    if (typeof given !== "boolean") {
      throw problem("FIELD_TYPE", "/waivable", `expected true or false, got ${describeValue(given)}.`);
    }
    if (rule.kind === "score") return { ...rule, waivable: isWaivable };
    return { ...rule, waivable: isWaivable, settings: { ...rule.settings, waivable: isWaivable } };
  });
}
