import { at } from "../../base/at.ts";
import { TersineError } from "../../base/error.ts";
import { placesBefore } from "../../base/organisation/shared-ends.ts";
import type { ChangedEntries } from "../../model/entries/entries.ts";
import { normalId } from "../../model/people/ids.ts";
import type { Program } from "../../model/program.ts";
import { readChanged } from "../../model/changed-input.ts";
import { isBan } from "../../rules/ban.ts";
import { askRules } from "../../rules/candidates/asked-rules.ts";
import { changeCandidates, type OldIndices } from "../../rules/candidates/changed.ts";
import { checkSize } from "../../rules/candidates/graph.ts";
import { rulesUntouched } from "../../rules/fields-read.ts";
import type { PreparedRule, Rule } from "../../rules/rule.ts";
import { drain } from "../../base/steps.ts";
import { drawLots } from "../../plan/lot.ts";
import { manifestOf } from "../../plan/manifest.ts";
import { type FullOptions, optionsCopy, readOptions } from "../../plan/options.ts";
import type { MatchOptions } from "../../plan/match-options.ts";
import { type Pool, withDemands } from "../../plan/pool.ts";
import { changedInputHash } from "./reused-hash.ts";
import { blockScores, lazyScore } from "./reused-scores.ts";

/** What a changed pool is for: a result, whose manifest says what it is made from, or a trial, which keeps the manifest at hand. */
export type PoolUse = "result" | "trial";

/** A changed pool, and the old indices of its people in the pool that it is made from. */
export interface ReusedPool {
  readonly pool: Pool;
  readonly old: OldIndices;
}

/**
 * The pool of a changed programme; what the change does not affect is taken from the pool at hand.
 *
 * @returns Nothing where a new pool has to be made: the change affects everybody (other weights, rules except bans, period,
 *   reporting lines, pool-relative criteria), or something is wrong.
 */
export function reusedPool(
  pool: Pool,
  entries: ChangedEntries,
  given: MatchOptions,
  use: PoolUse = "result",
): ReusedPool | undefined {
  try {
    return reuse(pool, entries, given, use);
  } catch (error) {
    if (error instanceof TersineError) return undefined;
    throw error;
  }
}

function reuse(pool: Pool, entries: ChangedEntries, given: MatchOptions, use: PoolUse): ReusedPool | undefined {
  const options = reusableOptions(pool, given);
  const reading = options && readChanged(pool.reading, entries);
  if (options === undefined || reading === undefined) return undefined;
  const program = options.ties === undefined ? reading.program : drawLots(reading.program, options.ties);
  checkSize(program, options.limits.pairs);
  const old = oldIndices(pool.program, program, options);
  if (old === undefined) return undefined;
  const score = lazyScore(program, options);
  const graph = changeCandidates(
    pool.graph,
    { program: pool.program, scoresOf: blockScores(pool.program, pool.options) },
    { program, scoresOf: blockScores(program, options) },
    drain(askRules(program, options.rules, options.standingRules, keptRules(pool, program))),
    score,
    withoutBanned(old, program, pool.options.rules, options.rules),
  );
  if (graph === undefined) return undefined;
  const ruled = { given: optionsCopy(given), reading, options, program, score, graph };
  const demanded = drain(withDemands(ruled));
  // what is only tried is in no record
  if (use === "trial") return { pool: { ...demanded, manifest: pool.manifest }, old };
  const manifest = manifestOf(program, options, changedInputHash(pool.reading.program, reading.program));
  return { pool: { ...demanded, manifest }, old };
}

/** The rules at hand, as far as they judge a changed programme as they judge this one. */
export function keptRules({ program, graph }: Pool, changed: Program): (place: number) => PreparedRule | undefined {
  const isUntouched = rulesUntouched(program, changed);
  return (place) => {
    const rule = graph.asked.rules[place];
    return rule !== undefined && isUntouched(rule) ? graph.asked.preparedAt[place] : undefined;
  };
}

/** Options whose criteria and rules are those at hand, and say nothing of a pair that depends on others; bans may differ. */
function reusableOptions(pool: Pool, given: MatchOptions): FullOptions | undefined {
  const before = pool.options;
  const after = readOptions(given);
  const isScoreSame =
    sameItems(pool.given.criteria, given.criteria) &&
    sameItems(
      before.criteria.map(({ weight }) => weight),
      after.criteria.map(({ weight }) => weight),
    ) &&
    before.personalWeights?.min === after.personalWeights?.min &&
    before.personalWeights?.max === after.personalWeights?.max;
  if (before.ties?.lot !== after.ties?.lot) return undefined;
  if (!isScoreSame || !before.criteria.every(({ dependsOn }) => dependsOn !== undefined)) return undefined;
  const standing = before.rules.slice(0, before.standingRules);
  const rules = [...standing, ...after.rules.slice(after.standingRules)];
  if (!rules.every((rule) => rule.kind === "score" || rule.dependsOn === "pair")) return undefined;
  const isKept = before.rules.every((rule, place) => isSameRule(rule, rules[place]));
  const isLonger = rules.length === before.rules.length + 1 && rules.slice(-1).every(isBan);
  if (!isKept || (rules.length > before.rules.length && !isLonger)) return undefined;
  return { ...after, criteria: before.criteria, rules };
}

function sameItems(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  return a?.length === b?.length && (a ?? []).every((item, place) => item === b?.[place]);
}

/** Rules of one call, wherever they stand in the options; settings are made anew in each call. */
function isSameRule(a: Rule, b: Rule | undefined): boolean {
  if (b === undefined) return false;
  if (a === b || (isBan(a) && isBan(b))) return true;
  return a.kind === "pair" && b.kind === "pair" && a.settings !== undefined && a.settings === b.settings;
}

/** Old indices of people whom the change does not affect; `undefined` if it affects more than single people. */
function oldIndices(before: Program, after: Program, { criteria }: FullOptions): OldIndices | undefined {
  const isChartSame = before.chart === after.chart;
  const dependsOnChart = criteria.some(({ dependsOn }) => dependsOn === "chart");
  if (before.seniority !== after.seniority || (!isChartSame && (dependsOnChart || !hasSameLines(before, after)))) {
    return undefined;
  }
  // joining and leaving people change who has a line at all
  const isRooted = ({ chart }: Program, id: string): boolean => chart.hasLine[chart.indexOf(id) ?? -1] === 1;
  const isSame = isChartSame ? undefined : (id: string): boolean => isRooted(before, id) === isRooted(after, id);
  return {
    oldRowOf: indicesBefore(before.mentees, after.mentees, isSame),
    oldColumnOf: indicesBefore(before.mentors, after.mentors, isSame),
  };
}

/** Whether all who are in both programmes have the same lines upward. */
function hasSameLines(before: Program, after: Program): boolean {
  const places = placesBefore(before.people, after.people, ({ id }) => id);
  return after.people.every((person, place) => {
    const known = before.people[at(places, place)];
    if (known === undefined || known === person) return true;
    return known.managerId === person.managerId && sameItems(known.dottedLineManagerIds, person.dottedLineManagerIds);
  });
}

/** Old index of each entry that is the same object as before and whose id passes `isSame`, -1 of all others. */
function indicesBefore<Entry extends { readonly id: string }>(
  before: readonly Entry[],
  after: readonly Entry[],
  isSame: ((id: string) => boolean) | undefined,
): Int32Array {
  const places = placesBefore(before, after, (entry) => entry);
  if (isSame === undefined) return places;
  return places.map((old, index) => (isSame(at(after, index).id) ? old : -1));
}

/** Leaves out the mentees of banned pairs if the bans have changed. */
function withoutBanned(
  old: OldIndices,
  { mentees }: Program,
  before: readonly Rule[],
  after: readonly Rule[],
): OldIndices {
  const changed = [...before, ...after].filter(
    (rule) => isBan(rule) && !(before.includes(rule) && after.includes(rule)),
  );
  if (changed.length === 0) return old;
  const banned = new Set(
    changed.flatMap((rule) => (isBan(rule) ? rule.bans : [])).map((pair) => normalId(pair.menteeId)),
  );
  return { ...old, oldRowOf: old.oldRowOf.map((index, row) => (banned.has(at(mentees, row).id) ? -1 : index)) };
}
