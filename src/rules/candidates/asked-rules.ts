import { at } from "../../base/at.ts";
import { problem } from "../../base/error.ts";
import type { Sentence } from "../../base/sentence.ts";
import type { Steps } from "../../base/steps.ts";
import { describeValue } from "../../model/schema/describe.ts";
import type { Program } from "../../model/program.ts";
import type { Warning } from "../../model/warning.ts";
import { exemption } from "../except-for.ts";
import type { LackingData, Measure, PreparedRule, Rule, ScoreRule } from "../rule.ts";

/** Rules compiled against a programme. Each has a bit: that of its place. */
export interface AskedRules {
  readonly rules: readonly Rule[];
  /** Why each rule refuses a pair of this programme, by its place. */
  readonly becauseAt: readonly Sentence[];
  /** Why a rule with several parts refuses one pair, by its place. */
  readonly becauseOfAt: readonly PreparedRule["becauseOf"][];
  /** Pair rules as they are compiled, by their place. */
  readonly preparedAt: readonly (PreparedRule | undefined)[];
  /** What each rule lacks data for, by its place. */
  readonly lackingAt: readonly (LackingData | undefined)[];
  /** The pair rules in their order, and their bits. */
  readonly refusesAt: readonly PreparedRule["refuses"][];
  readonly pairBits: readonly number[];
  /** The bits of all of them. */
  readonly anyPairRule: number;
  readonly scoreRules: readonly AskedScoreRule[];
  readonly measures: readonly Measure[];
  readonly warnings: readonly Warning[];
}

/** Whether two programmes are judged by the same measures, so that pairs that are in both are judged alike. */
export function hasSameMeasures(a: AskedRules, b: AskedRules): boolean {
  const measured = ({ measures }: AskedRules): readonly string[] => measures.map(({ rule, by }) => `${rule} ${by}`);
  const others = measured(b);
  const own = measured(a);
  return own.length === others.length && own.every((measure, place) => measure === others[place]);
}

/** A minimum score, and the pairs that may score less. */
interface AskedScoreRule {
  readonly minimum: number;
  readonly bit: number;
  /** Whether a pair that scores less than `minimum` is allowed: an exception, or a pair with a lower bar of its own. */
  readonly isExempt: (mentee: number, mentor: number, score: number) => boolean;
}

/** How many pairs each rule refused, for everybody of one side. Arrays are indexed by rule, then by person. */
export interface Refusals {
  readonly by: readonly Int32Array[];
  /** Refused by this rule and by no other. */
  readonly onlyBy: readonly Int32Array[];
  /** Pairs that every pair rule allows; those that a minimum score refuses are among them. */
  readonly allowedByPairRules: Int32Array;
  /** Pairs that every rule allows. */
  readonly candidates: Int32Array;
}

/** Most rules that a programme can have: one bit each. */
const MAX_RULES = 30;

/**
 * Compiles rules.
 *
 * @param standing How many of them come before the caller's own.
 * @param kept The rule at a place as another programme had it, if that judges this one alike.
 * @throws TersineError LIMIT_ITEMS for too many rules
 */
export function* askRules(
  program: Program,
  rules: readonly Rule[],
  standing: number,
  kept: (place: number) => PreparedRule | undefined = () => undefined,
): Steps<AskedRules> {
  if (rules.length > MAX_RULES) {
    throw problem("LIMIT_ITEMS", "/rules", `expected at most ${MAX_RULES} rules, got ${rules.length}.`);
  }
  const placed = rules.map((rule, place) => ({ rule, place, bit: 1 << place }));
  const pairRules = placed.flatMap(({ rule, ...at }) => (rule.kind === "pair" ? [{ rule, ...at }] : []));
  const prepared: PreparedRule[] = [];
  for (const { rule, place } of pairRules) {
    prepared.push(kept(place) ?? rule.prepare(program, `/rules/${place - standing}`));
    yield;
  }
  const preparedAt: (PreparedRule | undefined)[] = rules.map(() => undefined);
  pairRules.forEach(({ place }, at) => (preparedAt[place] = prepared[at]));
  const lackingAt: (LackingData | undefined)[] = rules.map(() => undefined);
  pairRules.forEach(({ place }, at) => (lackingAt[place] = prepared[at]?.lacking));
  const becauseAt = rules.map(({ because }) => because);
  pairRules.forEach(({ rule, place }, at) => (becauseAt[place] = prepared[at]?.because ?? rule.because));
  const becauseOfAt: PreparedRule["becauseOf"][] = rules.map(() => undefined);
  pairRules.forEach(({ place }, at) => (becauseOfAt[place] = prepared[at]?.becauseOf));
  const pairBits = pairRules.map(({ bit }) => bit);
  return {
    rules,
    becauseAt,
    becauseOfAt,
    preparedAt,
    lackingAt,
    refusesAt: prepared.map(({ refuses }) => refuses),
    pairBits,
    anyPairRule: pairBits.reduce((all, bit) => all | bit, 0),
    scoreRules: placed.flatMap(({ rule, place, bit }) => {
      if (rule.kind !== "score") return [];
      const path = `/rules/${place - standing}`;
      const isExcepted = exemption(program, rule.except ?? [], path);
      const isExempt = rule.minimumFor === undefined ? isExcepted : lowerBars(program, rule, isExcepted, path);
      return [{ minimum: rule.minimum, bit, isExempt }];
    }),
    measures: pairRules.flatMap(({ rule: { name } }, index) => {
      const measure = prepared[index]?.measure;
      return measure === undefined ? [] : [{ rule: name, ...measure }];
    }),
    warnings: prepared.flatMap(({ warnings = [] }) => warnings),
  };
}

/** Whether a pair is excepted, or scores as much as its own bar asks for. */
function lowerBars(
  { mentees, mentors }: Program,
  { name, minimumFor = () => 0 }: ScoreRule,
  isExcepted: (mentee: number, mentor: number) => boolean,
  path: string,
): AskedScoreRule["isExempt"] {
  return (mentee, mentor, score) => {
    if (isExcepted(mentee, mentor)) return true;
    let bar: unknown;
    try {
      bar = minimumFor(at(mentors, mentor), at(mentees, mentee));
    } catch (cause) {
      throw problem("RULE_THREW", path, `rule "${name}" threw for mentor ${mentor} and mentee ${mentee}.`, { cause });
    }
    if (typeof bar === "number" && Number.isFinite(bar)) return score >= bar;
    const got = describeValue(bar);
    const message = `rule "${name}": expected a number for mentor ${mentor} and mentee ${mentee}, got ${got}.`;
    throw problem("RULE_RESULT", path, message);
  };
}

/** Bits of the pair rules that refuse a pair; all of them are asked. */
export function pairBitsOf({ refusesAt, pairBits }: AskedRules, mentee: number, mentor: number): number {
  let bits = 0;
  for (let place = 0; place < refusesAt.length; place++) {
    if (refusesAt[place]!(mentee, mentor)) bits |= pairBits[place]!;
  }
  return bits;
}

/** Bits of the rules that a pair's score is too low for. */
export function scoreBitsOf({ scoreRules }: AskedRules, score: number, mentee: number, mentor: number): number {
  let bits = 0;
  for (const { minimum, bit, isExempt } of scoreRules) {
    if (score < minimum && !isExempt(mentee, mentor, score)) bits |= bit;
  }
  return bits;
}

/** Counts of nothing, for both sides. */
export function emptyCounts(rules: number, mentees: number, mentors: number): Record<"mentors" | "mentees", Refusals> {
  const empty = (size: number): Refusals => ({
    by: Array.from({ length: rules }, () => new Int32Array(size)),
    onlyBy: Array.from({ length: rules }, () => new Int32Array(size)),
    allowedByPairRules: new Int32Array(size),
    candidates: new Int32Array(size),
  });
  return { mentors: empty(mentors), mentees: empty(mentees) };
}

/** Counts one pair of a person, from the bits of the rules that refuse it; `step` -1 takes it back. */
export function countBits(counts: Refusals, person: number, bits: number, anyPairRule: number, step: 1 | -1): void {
  if ((bits & anyPairRule) === 0) counts.allowedByPairRules[person]! += step;
  if (bits === 0) counts.candidates[person]! += step;
  for (let left = bits; left !== 0; left &= left - 1) {
    const place = 31 - Math.clz32(left & -left);
    counts.by[place]![person]! += step;
    if (bits === 1 << place) counts.onlyBy[place]![person]! += step;
  }
}
