import { asPublic } from "../../base/public.ts";
import { problem, TersineError } from "../../base/error.ts";
import { drain } from "../../base/steps.ts";
import { VERSION } from "../../base/version.ts";
import type { Manifest, ManifestPart, MatchResult } from "../../explain/result.ts";
import { planOf } from "../../match.ts";
import type { MatchInput } from "../../model/input.ts";
import type { Quota } from "../../rules/quotas/quota.ts";
import type { Rule } from "../../rules/rule.ts";
import type { Criterion } from "../../score/criterion.ts";
import { readOptions } from "../../plan/options.ts";
import type { MatchOptions, Objective } from "../../plan/match-options.ts";
import type { PairWorth } from "../../plan/goal.ts";
import { checkFunctions, checkManifest } from "./manifest-shape.ts";
import { type Pool, preparePool } from "../../plan/pool.ts";
import { rematch } from "../rematch/rematch.ts";
import type { PublishedPlan } from "../rematch/options.ts";
import { criterionFrom, quotaFrom, ruleFrom } from "./replay-parts.ts";

/** Parts of the options that a manifest names and cannot hold: those made from the caller's functions. */
export interface ReplayFunctions {
  readonly criteria?: readonly Criterion[];
  readonly rules?: readonly Rule[];
  readonly quotas?: readonly Quota[];
  readonly worth?: PairWorth;
  /** For the manifest of a rematch: the plan that was published before it. */
  readonly published?: PublishedPlan;
}

/**
 * The result that a manifest belongs to, byte for byte, from the same input.
 *
 * Criteria, rules and quotas of this library are made again from what the manifest records of them. Those that hold
 * functions (`criterion`, `rule`, a catalogue, a stem hook, a quota's predicate) and those of another name are taken from
 * `functions` by name, rules of one name in their order; give functions a `version` and change it whenever they change, because that is all that tells
 * them apart.
 *
 * @throws TersineError MANIFEST_VERSION if another version of this library made it; MANIFEST_INPUT_CHANGED if the input
 *   does not mean the same; MANIFEST_FUNCTIONS if a part is not given, or differs in name, version or settings;
 *   MANIFEST_ZONES if the time zones of this machine have other rules; MANIFEST_KIND for the manifest of groups; FIELD_TYPE, LIST_EXPECTED for what is no manifest;
 *   what `matchPairs` throws
 *
 * @example
 * const { manifest } = matchPairs(input, { rules: [reverse()] });
 * replay(input, manifest); // the same result
 */
export function replay(input: MatchInput, manifest: Manifest, functions: ReplayFunctions = {}): MatchResult {
  return asPublic("replay", () => {
    checkManifest(manifest);
    checkFunctions(functions);
    if (manifest.groups !== undefined) {
      throw problem("MANIFEST_KIND", "/groups", "expected the manifest of pairs, got that of groups.", {
        hint: "Call matchGroups of tersine/groups with the options that the manifest records.",
      });
    }
    if (manifest.version !== VERSION) {
      throw problem("MANIFEST_VERSION", "/version", "expected the version of this library, got another.");
    }
    const pool = drain(preparePool(input, recordedOptions(manifest, functions)));
    const made = pool.manifest;
    if (made.input.sha256 !== manifest.input.sha256) {
      throw problem("MANIFEST_INPUT_CHANGED", "/input/sha256", "expected the input that the manifest was made from.");
    }
    if (made.zones !== manifest.zones) {
      throw problem("MANIFEST_ZONES", "/zones", "expected time zones with the rules that the manifest was made with.");
    }
    for (const part of ["criteria", "rules", "quotas", "worth"] as const) {
      if (JSON.stringify(made.options[part]) === JSON.stringify(manifest.options[part])) continue;
      const message = `expected ${part} of the same names, versions and settings, got others.`;
      throw problem("MANIFEST_FUNCTIONS", `/options/${part}`, message);
    }
    if (manifest.rematch === undefined) return drain(planOf(pool)).result;
    // of the free plan a rematch reads the totals alone
    const free = drain(planOf({ ...pool, options: { ...pool.options, fixes: false } })).result;
    return rematchedAgain(pool, free, manifest.rematch, functions.published);
  });
}

function rematchedAgain(
  pool: Pool,
  free: MatchResult,
  { stability, maximumChanges, locked, ...recorded }: NonNullable<Manifest["rematch"]>,
  published: PublishedPlan | undefined,
): MatchResult {
  const options = {
    ...(stability === undefined ? {} : { stability }),
    ...(maximumChanges === undefined ? {} : { maximumChanges: maximumChanges ?? Infinity }),
    ...(locked === undefined ? {} : { locked }),
  };
  const again = published === undefined ? undefined : rematch(pool, free, published, options).result;
  if (again?.manifest.rematch?.published === recorded.published) return again;
  const message = "expected the published plan that the rematch was made from.";
  throw problem("MANIFEST_FUNCTIONS", "/rematch/published", message);
}

/** Settings of a shape that no part of this library records end in their makers' own ways. */
function recordedOptions(manifest: Manifest, functions: ReplayFunctions): MatchOptions {
  try {
    return optionsOf(manifest, functions);
  } catch (cause) {
    if (cause instanceof TersineError) throw cause;
    throw problem("MANIFEST_FUNCTIONS", "/options", "expected settings as this library records them, got others.", {
      cause,
    });
  }
}

/** The options that a manifest records. */
function optionsOf({ options }: Manifest, functions: ReplayFunctions): MatchOptions {
  const { criteria, rules, quotas = [], objective, proposer, limits, pins, personalWeights, ties, fixes } = options;
  const { coverage, furtherPartners } = options;
  const worth = options.worth === undefined ? undefined : functions.worth;
  // the first ones are in force whatever the options say
  const { standingRules } = readOptions(undefined);
  const own = rules.slice(standingRules);
  return {
    criteria: criteria.map((part, place) => criterionFrom(part, place, functions.criteria ?? [])),
    rules: own.map((part, place) => ruleFrom(part, place, givenFor(functions.rules ?? [], own, place))),
    quotas: quotas.map((part, place) => quotaFrom(part, place, functions.quotas ?? [])),
    ...(isObjective(objective) ? { objective } : {}),
    ...(coverage === undefined ? {} : { coverage }),
    ...(furtherPartners === undefined ? {} : { furtherPartners }),
    ...(worth === undefined ? {} : { worth }),
    ...(proposer === undefined ? {} : { proposer }),
    ...(pins === undefined ? {} : { pins }),
    ...(personalWeights === undefined ? {} : { personalWeights }),
    ...(ties === undefined ? {} : { ties }),
    ...(fixes === undefined ? {} : { fixes }),
    limits,
  };
}

/** The functions for a part: of those of its name, the one that stands where the part does among the parts of that name. */
function givenFor<Part extends { readonly name: string }>(
  given: readonly Part[],
  parts: readonly ManifestPart[],
  place: number,
): readonly Part[] {
  const isNamed = ({ name }: { readonly name: string }): boolean => name === parts[place]?.name;
  const turn = parts.slice(0, place).filter(isNamed).length;
  return given.filter(isNamed).slice(turn, turn + 1);
}

function isObjective(objective: string): objective is Objective {
  return ["coverage", "score", "fair", "stable"].includes(objective);
}
