import type { ManifestPart } from "../../explain/result.ts";
import { problem } from "../../base/error.ts";
import { exceptFor } from "../../rules/except-for.ts";
import { partnerLimit, quota, type PartnerLimitOptions, type Quota } from "../../rules/quotas/quota.ts";
import type { Exempt, Rule } from "../../rules/rule.ts";
import { waivable } from "../../rules/waivable.ts";
import { STANDARD_RULES } from "../../rules/standard-rules.ts";
import type { Criterion } from "../../score/criterion.ts";
import { asRecorded, type CriterionRecord } from "../../score/criterion-entry.ts";
import { STANDARD_CRITERIA } from "../../score/standard-criteria.ts";

/** Whether all of a part is in its record. */
function isWhole({ own, settings = {} }: ManifestPart): boolean {
  return own === undefined && !Object.values(settings).includes("function");
}

/** A criterion as it was: the caller's of that name, or made again from its record. */
export function criterionFrom(part: ManifestPart, place: number, given: readonly Criterion[]): Criterion {
  const { name, weight = 1, missing = "skip", settings = {} } = part;
  const own = given.find((each) => each.name === name);
  if (own !== undefined) return { ...own, weight, missing };
  const made = isWhole(part) ? madeFrom({ name, settings }) : undefined;
  if (made === undefined) throw notGiven(`/options/criteria/${place}`, "criterion");
  return { ...made, weight, missing };
}

function madeFrom(record: CriterionRecord): Criterion | undefined {
  const entries = [...STANDARD_CRITERIA].sort((a, b) => Number(a.goesByName) - Number(b.goesByName));
  for (const { remake } of entries) {
    const made = remake(record);
    if (made !== undefined) return made;
  }
  return undefined;
}

/** A rule as it was; exceptions are made again on top of it. */
export function ruleFrom(part: ManifestPart, place: number, given: readonly Rule[]): Rule {
  const own = given.find((each) => each.name === part.name);
  if (own !== undefined) return own;
  const { except = [], waivable: isWaivable, ...settings }: Readonly<Record<string, unknown>> = part.settings ?? {};
  const entry = STANDARD_RULES.find((each) => each.name === part.name);
  if (entry === undefined || !isWhole(part)) throw notGiven(`/options/rules/${place}`, "rule");
  const made = entry.remake(settings);
  return asRecorded<readonly Exempt[]>(except).reduce<Rule>(
    (rule, exempt) => exceptFor(rule, exempt),
    typeof isWaivable === "boolean" ? waivable(made, isWaivable) : made,
  );
}

/** A quota as it was. */
export function quotaFrom(part: ManifestPart, place: number, given: readonly Quota[]): Quota {
  const own = given.find((each) => each.name === part.name);
  if (own !== undefined) return own;
  if (!isWhole(part)) throw notGiven(`/options/quotas/${place}`, "quota");
  const { settings = {} } = part;
  if ("of" in settings) return partnerLimit(part.name, asRecorded<PartnerLimitOptions>(settings));
  const { where, ...limits } = settings;
  return quota(part.name, asRecorded(where), limits);
}

function notGiven(path: string, what: string): Error {
  return problem("MANIFEST_FUNCTIONS", path, `expected the ${what} of this name among the functions given, got none.`, {
    hint: "Functions cannot be recorded: pass the same ones again.",
  });
}
