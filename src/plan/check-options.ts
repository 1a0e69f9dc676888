import { pointer, problem, throwIssues, type TersineIssue } from "../base/error.ts";
import { describeValue } from "../model/schema/describe.ts";
import { unknownKey } from "../model/schema/schema-issues.ts";
import { pairListIssues } from "../rules/ban.ts";
import type { Quota } from "../rules/quotas/quota.ts";
import type { Rule } from "../rules/rule.ts";
import type { Criterion } from "../score/criterion.ts";
import { defaultCriteria } from "../score/defaults.ts";
import { checkMissing, MAX_WEIGHT, WEIGHT_PARTS } from "../score/settings.ts";
import type { CoverageSide } from "./goal.ts";
import type { MatchOptions, Objective, Proposer } from "./match-options.ts";

const OBJECTIVES: readonly Objective[] = ["coverage", "score", "fair", "stable"];
const PROPOSERS: readonly Proposer[] = ["mentors", "mentees"];
const OPTION_NAMES = [
  "criteria",
  "weights",
  "personalWeights",
  "rules",
  "objective",
  "coverage",
  "furtherPartners",
  "worth",
  "proposer",
  "pins",
  "quotas",
  "ties",
  "fixes",
  "limits",
];
const LIMIT_NAMES = ["pairs", "work"];

/** The options, if they are sound; all that is wrong with them comes together, with paths into the options. */
export function checkedOptions(given: unknown): MatchOptions {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw problem("FIELD_TYPE", "", `options: expected an object, got ${describeValue(given)}.`);
  }
  const issues: TersineIssue[] = [];
  for (const key of Object.keys(given)) {
    if (!OPTION_NAMES.includes(key)) issues.push({ path: pointer([key]), ...unknownKey(key, OPTION_NAMES) });
  }
  const options: MatchOptions = given;
  issues.push(
    ...listIssues("criteria", options.criteria, isCriterion),
    ...listIssues("rules", options.rules, isRule),
    ...objectiveIssues(options.objective),
    ...goalIssues(options),
    ...worthIssues(options),
    ...proposerIssues(options),
    ...pinIssues(options),
    ...quotaIssues(options),
    ...tieIssues(options.ties),
    ...fixesIssues(options.fixes),
    ...limitIssues(options.limits),
    ...weightIssues(options),
    ...personalWeightIssues(options.personalWeights),
  );
  throwIssues(issues);
  // a criterion is a plain object, which may have been copied with another policy
  for (const [place, { missing }] of (options.criteria ?? []).entries()) {
    checkMissing(missing, `/criteria/${place}/missing`);
  }
  return options;
}

function isCriterion(item: unknown): item is Criterion {
  return hasFields(item, { name: "string", weight: "number", prepare: "function" });
}

function isRule(item: unknown): item is Rule {
  if (!hasFields(item, { name: "string", because: "object", kind: "string" })) return false;
  const kind: unknown = Reflect.get(item, "kind");
  if (kind === "score") return hasFields(item, { minimum: "number" });
  return kind === "pair" && hasFields(item, { prepare: "function" });
}

function hasFields(item: unknown, fields: Readonly<Record<string, string>>): item is object {
  if (typeof item !== "object" || item === null) return false;
  return Object.entries(fields).every(([field, type]) => typeof Reflect.get(item, field) === type);
}

function listIssues(option: string, list: unknown, isOne: (item: unknown) => boolean): readonly TersineIssue[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    return [{ code: "LIST_EXPECTED", path: `/${option}`, message: `expected a list, got ${describeValue(list)}.` }];
  }
  return Array.from<unknown>(list).flatMap((item, position) => {
    if (isOne(item)) return [];
    const hint = typeof item === "function" ? "Call it: topics(), not topics." : undefined;
    const issue: TersineIssue = {
      code: "FIELD_TYPE",
      path: `/${option}/${position}`,
      message: `expected one of this library's ${option}, got ${describeValue(item)}.`,
    };
    return [hint === undefined ? issue : { ...issue, hint }];
  });
}

function personalWeightIssues(given: unknown): readonly TersineIssue[] {
  if (given === undefined) return [];
  const path = "/personalWeights";
  if (typeof given !== "object" || given === null) {
    return [{ code: "FIELD_TYPE", path, message: `expected { min, max } in percent, got ${describeValue(given)}.` }];
  }
  const known = ["min", "max"];
  const unknown = Object.keys(given).filter((key) => !known.includes(key));
  if (unknown.length > 0)
    return unknown.map((key) => ({ path: pointer(["personalWeights", key]), ...unknownKey(key, known) }));
  return known
    .filter((key) => !Number.isInteger(Reflect.get(given, key)))
    .map((key) => ({ code: "NUMBER_RANGE", path: `${path}/${key}`, message: "expected a whole percent." }));
}

function tieIssues(ties: unknown): readonly TersineIssue[] {
  if (ties === undefined) return [];
  const path = "/ties";
  if (typeof ties !== "object" || ties === null || Array.isArray(ties)) {
    return [{ code: "FIELD_TYPE", path, message: `expected { lot: text }, got ${describeValue(ties)}.` }];
  }
  const unknown = Object.keys(ties).filter((key) => key !== "lot");
  if (unknown.length > 0) return unknown.map((key) => ({ path: pointer(["ties", key]), ...unknownKey(key, ["lot"]) }));
  const lot: unknown = Reflect.get(ties, "lot");
  if (typeof lot !== "string") {
    return [{ code: "FIELD_TYPE", path: `${path}/lot`, message: `expected text, got ${describeValue(lot)}.` }];
  }
  return lot.trim() === "" ? [{ code: "TEXT_EMPTY", path: `${path}/lot`, message: "expected a text, got none." }] : [];
}

function objectiveIssues(objective: unknown): readonly TersineIssue[] {
  if (objective === undefined || OBJECTIVES.some((known) => known === objective)) return [];
  const message = `expected one of ${OBJECTIVES.join(", ")}, got ${describeValue(objective)}.`;
  return [{ code: "OBJECTIVE_UNKNOWN", path: "/objective", message }];
}

const COVERAGE_SIDES: readonly CoverageSide[] = ["mentees", "mentors", "both"];

function goalIssues({
  objective,
  coverage,
  furtherPartners,
  fixes,
  quotas = [],
}: MatchOptions): readonly TersineIssue[] {
  const issues: TersineIssue[] = [];
  const refuse = (code: TersineIssue["code"], path: string, message: string): void =>
    void issues.push({ code, path, message });
  if (coverage !== undefined && !COVERAGE_SIDES.some((known) => known === coverage)) {
    refuse(
      "VALUE_UNKNOWN",
      "/coverage",
      `expected one of ${COVERAGE_SIDES.join(", ")}, got ${describeValue(coverage)}.`,
    );
  }
  issues.push(...furtherIssues(furtherPartners));
  const given = [
    ...(coverage === undefined || coverage === "both" ? [] : ["coverage"]),
    ...(furtherPartners === undefined ? [] : ["furtherPartners"]),
  ];
  for (const option of given) {
    if (objective !== undefined && objective !== "coverage") {
      refuse("OPTION_CONFLICT", `/${option}`, "expected the objective coverage, got another.");
    } else if (fixes === true && Array.isArray(quotas) && quotas.length > 0) {
      refuse("OPTION_CONFLICT", "/fixes", `expected no fixes under quotas beside ${option}.`);
    }
  }
  return issues;
}

function worthIssues({ worth, objective, fixes }: MatchOptions): readonly TersineIssue[] {
  if (worth === undefined) return [];
  if (!hasFields(worth, { name: "string", of: "function" })) {
    const message = `expected { name: text, of: function }, got ${describeValue(worth)}.`;
    return [{ code: "FIELD_TYPE", path: "/worth", message }];
  }
  const refuse = (path: string, message: string): TersineIssue => ({ code: "OPTION_CONFLICT", path, message });
  return [
    ...(objective === "fair" || objective === "stable"
      ? [refuse("/worth", `expected no worth beside the score: the objective ${objective} knows scores alone.`)]
      : []),
    ...(fixes === true ? [refuse("/fixes", "expected no fixes beside worth: they know scores alone.")] : []),
  ];
}

function furtherIssues(given: unknown): readonly TersineIssue[] {
  if (given === undefined) return [];
  const path = "/furtherPartners";
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return [{ code: "FIELD_TYPE", path, message: `expected { atLeast: number }, got ${describeValue(given)}.` }];
  }
  const unknown = Object.keys(given).filter((key) => key !== "atLeast");
  if (unknown.length > 0) {
    return unknown.map((key) => ({ path: pointer(["furtherPartners", key]), ...unknownKey(key, ["atLeast"]) }));
  }
  const atLeast: unknown = Reflect.get(given, "atLeast");
  if (typeof atLeast === "number" && atLeast >= 0 && atLeast <= 1) return [];
  const message = `expected a number from 0 to 1, got ${describeValue(atLeast)}.`;
  return [{ code: typeof atLeast === "number" ? "NUMBER_RANGE" : "FIELD_TYPE", path: `${path}/atLeast`, message }];
}

function proposerIssues({ objective, proposer }: MatchOptions): readonly TersineIssue[] {
  if (proposer === undefined) return [];
  if (!PROPOSERS.some((known) => known === proposer)) {
    const message = `expected one of ${PROPOSERS.join(", ")}, got ${describeValue(proposer)}.`;
    return [{ code: "VALUE_UNKNOWN", path: "/proposer", message }];
  }
  if (objective === "stable") return [];
  const message = 'expected no proposer: only the objective "stable" has one.';
  return [{ code: "OPTION_CONFLICT", path: "/proposer", message }];
}

function pinIssues({ objective, pins }: MatchOptions): readonly TersineIssue[] {
  if (pins === undefined) return [];
  const issues = pairListIssues(pins, "/pins");
  if (issues.length > 0 || objective !== "stable" || pins.length === 0) return issues;
  const message = "expected no pins: a stable choice cannot promise them.";
  return [{ code: "OPTION_CONFLICT", path: "/pins", message }];
}

function quotaIssues({ objective, quotas }: MatchOptions): readonly TersineIssue[] {
  if (quotas === undefined) return [];
  const issues = [...listIssues("quotas", quotas, isQuota)];
  if (issues.length > 0 || quotas.length === 0) return issues;
  if (objective === "fair" || objective === "stable") {
    const message = `expected no quotas: the objective ${objective} cannot promise them.`;
    issues.push({ code: "OPTION_CONFLICT", path: "/quotas", message });
  }
  const names = quotas.map(({ name }) => name);
  names.forEach((name, place) => {
    if (names.indexOf(name) === place) return;
    const message = `expected a name of its own, got that of /quotas/${names.indexOf(name)}.`;
    issues.push({ code: "FIELD_CONFLICT", path: `/quotas/${place}/name`, message });
  });
  return issues;
}

function fixesIssues(fixes: unknown): readonly TersineIssue[] {
  if (fixes === undefined || typeof fixes === "boolean") return [];
  return [{ code: "FIELD_TYPE", path: "/fixes", message: `expected true or false, got ${describeValue(fixes)}.` }];
}

function isQuota(item: unknown): item is Quota {
  return hasFields(item, { kind: "string", name: "string", counts: "function", settings: "object" });
}

function limitIssues(limits: unknown): readonly TersineIssue[] {
  if (limits === undefined) return [];
  if (typeof limits !== "object" || limits === null || Array.isArray(limits)) {
    return [{ code: "FIELD_TYPE", path: "/limits", message: `expected an object, got ${describeValue(limits)}.` }];
  }
  return Object.entries(limits).flatMap(([key, value]: readonly [string, unknown]): readonly TersineIssue[] => {
    if (!LIMIT_NAMES.includes(key)) return [{ path: pointer(["limits", key]), ...unknownKey(key, LIMIT_NAMES) }];
    if (value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0)) return [];
    const message = `expected a whole number of at least 0, got ${describeValue(value)}.`;
    return [{ code: "NUMBER_RANGE", path: `/limits/${key}`, message }];
  });
}

function weightIssues({ criteria, weights }: MatchOptions): readonly TersineIssue[] {
  if (weights === undefined) return [];
  const given: unknown = weights;
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    const message = `expected an object of numbers by name of criterion, got ${describeValue(given)}.`;
    return [{ code: "FIELD_TYPE", path: "/weights", message }];
  }
  const own = Array.isArray(criteria) ? Array.from<unknown>(criteria).filter(isCriterion) : defaultCriteria();
  const known = own.map(({ name }) => name);
  const weightOf = new Map<string, unknown>(Object.entries(weights));
  if (own.length > 0 && own.every(({ name, weight }) => (weightOf.get(name) ?? weight) === 0)) {
    const message = "expected at least one criterion with a weight above 0.";
    return [{ code: "WEIGHTS_ALL_ZERO", path: "/weights", message }];
  }
  return Object.entries(weights).flatMap(([name, weight]: readonly [string, unknown]): readonly TersineIssue[] => {
    const path = pointer(["weights", name]);
    if (!known.includes(name)) {
      return [{ code: "CRITERION_UNKNOWN", path, message: `expected one of ${known.join(", ")}, got another name.` }];
    }
    if (typeof weight !== "number" || !Number.isFinite(weight)) {
      const code = typeof weight === "number" ? "NUMBER_NOT_FINITE" : "FIELD_TYPE";
      return [{ code, path, message: `expected a number, got ${describeValue(weight)}.` }];
    }
    const isWhole = Math.round(weight * WEIGHT_PARTS) / WEIGHT_PARTS === weight;
    if (weight >= 0 && weight <= MAX_WEIGHT && isWhole) return [];
    const message = `expected a number from 0 to ${MAX_WEIGHT} with at most 6 decimals, got another.`;
    return [{ code: "WEIGHT_RANGE", path, message }];
  });
}
