import type { ManifestPart } from "../../explain/result.ts";
import { problem } from "../../base/error.ts";
import { ban } from "../../rules/ban.ts";
import { crossGeneration } from "../../rules/cross-generation.ts";
import { differentDepartment, differentLocation } from "../../rules/different-field.ts";
import { exceptFor, type PersonOfSide } from "../../rules/except-for.ts";
import { levelGap } from "../../rules/level-gap.ts";
import { meetingTime } from "../../rules/meeting-time.ts";
import { minimumScore } from "../../rules/minimum-score.ts";
import { noReportingLine } from "../../rules/no-reporting-line.ts";
import { notAgain } from "../../rules/not-again.ts";
import { partnerLimit, quota, type PartnerLimitOptions, type Quota } from "../../rules/quotas/quota.ts";
import { reverse } from "../../rules/reverse.ts";
import type { Rule } from "../../rules/rule.ts";
import { sharedLanguage } from "../../rules/shared-language.ts";
import { timeZonesWithin } from "../../rules/time-zones-within.ts";
import { availability } from "../../score/criteria/availability.ts";
import { choices } from "../../score/criteria/choices.ts";
import { type Criterion, FULL_SCORE } from "../../score/criterion.ts";
import { generation } from "../../score/criteria/generation.ts";
import { goals } from "../../score/criteria/goals.ts";
import { goalsByText } from "../../score/criteria/goals-by-text.ts";
import { hierarchy } from "../../score/criteria/hierarchy.ts";
import { language } from "../../score/criteria/language.ts";
import { commonManager, treeDistance } from "../../score/criteria/org-distance.ts";
import { sameOrDifferent, type SameOrDifferentOptions } from "../../score/criteria/same-or-different.ts";
import { topics } from "../../score/criteria/topics.ts";
import { waiting } from "../../score/criteria/waiting.ts";

/** Settings as a manifest holds them. */
type Recorded = Readonly<Record<string, unknown>>;

/** A setting in the type that its part takes; the part checks it when it is made. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- a cast with a name of its own
function read<Value>(recorded: unknown): Value;
function read(recorded: unknown): unknown {
  return recorded;
}

type Maker<Part> = (settings: Recorded) => Part;

const CRITERIA: ReadonlyMap<string, Maker<Criterion>> = new Map<string, Maker<Criterion>>([
  ["topics", (settings) => topics(settings)],
  ["goals", ({ measure, ...rest }) => (measure === "text" ? goalsByText(rest) : goals(rest))],
  ["availability", (settings) => availability(settings)],
  ["hierarchy", (settings) => hierarchy(settings)],
  ["language", (settings) => language(settings)],
  ["choices", (settings) => choices(settings)],
  ["generation", (settings) => generation({ by: "birthYear", ...settings })],
  ["waiting", (settings) => waiting(settings)],
  ["treeDistance", (settings) => treeDistance(settings)],
  ["commonManager", (settings) => commonManager(settings)],
]);

const RULES: ReadonlyMap<string, Maker<Rule>> = new Map<string, Maker<Rule>>([
  ["noReportingLine", (settings) => noReportingLine(settings)],
  ["crossGeneration", (settings) => crossGeneration(settings)],
  ["reverse", (settings) => reverse(settings)],
  ["differentDepartment", (settings) => differentDepartment(settings)],
  ["differentLocation", (settings) => differentLocation(settings)],
  ["sharedLanguage", (settings) => sharedLanguage(settings)],
  ["levelGap", (settings) => levelGap(settings)],
  ["meetingTime", (settings) => meetingTime({ minutes: 0, ...settings })],
  ["ban", ({ pairs }) => ban(read(pairs))],
  ["notAgain", ({ history, ...rest }) => notAgain(read(history), rest)],
  ["timeZonesWithin", ({ hours, ...rest }) => timeZonesWithin(read(hours), rest)],
  ["minimumScore", ({ minimum }) => minimumScore(read<number>(minimum) / FULL_SCORE)],
]);

/** Whether all of a part is in its record. */
function isWhole({ own, settings = {} }: ManifestPart): boolean {
  return own === undefined && !Object.values(settings).includes("function");
}

/** A criterion as it was: the caller's of that name, or made again from its record. */
export function criterionFrom(part: ManifestPart, place: number, given: readonly Criterion[]): Criterion {
  const { name, weight = 1, missing = "skip", settings = {} } = part;
  const own = given.find((each) => each.name === name);
  if (own !== undefined) return { ...own, weight, missing };
  const { field, ...rest }: Recorded = settings;
  const make: Maker<Criterion> | undefined =
    field === undefined
      ? CRITERIA.get(name)
      : () => sameOrDifferent(read(field), { ...read<SameOrDifferentOptions>(rest), name });
  if (make === undefined || !isWhole(part)) throw notGiven(`/options/criteria/${place}`, "criterion");
  return { ...make(settings), weight, missing };
}

/** A rule as it was; exceptions are made again on top of it. */
export function ruleFrom(part: ManifestPart, place: number, given: readonly Rule[]): Rule {
  const own = given.find((each) => each.name === part.name);
  if (own !== undefined) return own;
  const { except = [], ...settings }: Recorded = part.settings ?? {};
  const make = RULES.get(part.name);
  if (make === undefined || !isWhole(part)) throw notGiven(`/options/rules/${place}`, "rule");
  return read<readonly PersonOfSide[]>(except).reduce<Rule>((rule, person) => exceptFor(rule, person), make(settings));
}

/** A quota as it was. */
export function quotaFrom(part: ManifestPart, place: number, given: readonly Quota[]): Quota {
  const own = given.find((each) => each.name === part.name);
  if (own !== undefined) return own;
  if (!isWhole(part)) throw notGiven(`/options/quotas/${place}`, "quota");
  const { settings = {} } = part;
  if ("of" in settings) return partnerLimit(part.name, read<PartnerLimitOptions>(settings));
  const { where, ...limits } = settings;
  return quota(part.name, read(where), limits);
}

function notGiven(path: string, what: string): Error {
  return problem("MANIFEST_FUNCTIONS", path, `expected the ${what} of this name among the functions given, got none.`, {
    hint: "Functions cannot be recorded: pass the same ones again.",
  });
}
