import { asPublic } from "../base/public.ts";
import { problem } from "../base/error.ts";
import { describeValue } from "../model/schema/describe.ts";
import type { Attributes } from "../model/input.ts";
import type { Sentence } from "../base/sentence.ts";
import type { PairPredicate } from "./quotas/quota.ts";
import type { PairRule } from "./rule.ts";
import { checkFunction, checkName } from "./settings.ts";

export interface CustomRuleOptions {
  /** Completes "cannot be paired: …". @default that the rule does not allow it */
  readonly because?: Sentence;
  /** Whether a fix may advise an exception for a pair. @default true */
  readonly waivable?: boolean;
  /** Distinguishes versions of the function in the manifest. */
  readonly version?: string;
  /**
   * `anyTwo`: in a group the function is also asked about two people of one side, each once as mentor and once as mentee.
   * @default it is asked about a mentor and a mentee
   */
  readonly between?: "anyTwo";
}

/**
 * A rule from a function: `true` allows the pair, `false` refuses it. Called once for each pair, mentees in order of
 * their ids and for each the mentors in order of theirs.
 *
 * @throws TersineError when matching: RULE_RESULT for any other result, RULE_THREW (with the cause) if it throws; both
 *   name the rule and the indices of the pair
 *
 * @example
 * rule("other city", (mentor, mentee) => mentor.attributes?.["city"] !== mentee.attributes?.["city"]);
 * rule<{ city: string }>("other city", (mentor, mentee) => mentor.attributes?.city !== mentee.attributes?.city);
 */
export function rule<OwnAttributes extends Attributes = Attributes>(
  name: string,
  allows: PairPredicate<OwnAttributes>,
  options: CustomRuleOptions = {},
): PairRule {
  return asPublic("rule", () => {
    checkName(name);
    checkFunction(allows, "/allows");
    const because = { en: `the rule "${name}" does not allow it`, tr: `"${name}" kuralı izin vermiyor` };
    const { version, waivable: isWaivable, between } = options;
    const predicate: PairPredicate = allows;
    return {
      kind: "pair",
      dependsOn: "pair",
      name,
      own: true,
      because: options.because ?? because,
      ...(isWaivable === undefined ? {} : { waivable: isWaivable }),
      ...(version === undefined ? {} : { version }),
      ...(between === undefined ? {} : { between }),
      prepare: ({ mentors, mentees }, path) => ({
        refuses: (mentee, mentor) => {
          let allowed: unknown;
          try {
            allowed = predicate(mentors[mentor]!, mentees[mentee]!);
          } catch (cause) {
            throw problem("RULE_THREW", path, `rule "${name}" threw for mentor ${mentor} and mentee ${mentee}.`, {
              cause,
            });
          }
          if (typeof allowed === "boolean") return !allowed;
          const got = describeValue(allowed);
          const message = `rule "${name}": expected true or false for mentor ${mentor} and mentee ${mentee}, got ${got}.`;
          throw problem("RULE_RESULT", path, message);
        },
      }),
    };
  });
}
