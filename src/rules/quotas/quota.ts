import { asPublic } from "../../base/public.ts";
import { problem, throwIssues, type TersineIssue } from "../../base/error.ts";
import { foldText } from "../../base/text.ts";
import { describeValue } from "../../model/schema/describe.ts";
import { normalId } from "../../model/people/ids.ts";
import type { Attributes } from "../../model/input.ts";
import type { Mentee, Mentor } from "../../model/program.ts";
import { oncePer } from "../../base/memo.ts";
import type { Criterion } from "../../score/criterion.ts";
import { topicsAmong, type TopicsCriterion } from "../../score/criteria/topics.ts";
import { checkName, checkRuleOptions, checkWord } from "../settings.ts";

/** A demand on how many pairs of a kind the whole result holds. It refuses no single pair, so it is no rule. */
export type Quota = PairQuota | PartnerLimit;

/** A demand on all pairs of a kind together. */
export interface PairQuota {
  readonly kind: "pairs";
  readonly name: string;
  /** Fewest pairs. */
  readonly minimum: number;
  /** Most pairs; absent without a limit. */
  readonly maximum?: number;
  readonly counts: PairPredicate;
  /** The caller's options as given, for the manifest. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly version?: string;
  /** The same quota for a programme with these criteria; present if it reads topics. */
  readonly judgingBy?: (criteria: readonly Criterion[]) => PairQuota;
}

/** A limit on the partners of a kind that one person has, for everybody of a side. */
export interface PartnerLimit {
  readonly kind: "partners";
  readonly name: string;
  /** The side whose people the limit holds for. */
  readonly of: "mentor" | "mentee";
  readonly maximum: number;
  readonly counts: PairPredicate;
  /** Pairs of a person with the same text share one limit; those without are not limited. Absent: all that count share it. */
  readonly groupOf?: PairGroup;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly version?: string;
  /** The same limit for a programme with these criteria; present if it reads topics. */
  readonly judgingBy?: (criteria: readonly Criterion[]) => PartnerLimit;
}

/** Says yes or no to a pair. What attributes hold is the caller's word; nothing checks it. */
export type PairPredicate<OwnAttributes extends Attributes = Attributes> = {
  // a method, so that a function of people with known attributes is a function of people
  accepts(mentor: Mentor<OwnAttributes>, mentee: Mentee<OwnAttributes>): boolean;
}["accepts"];

/** Puts a pair into a group, or into none. */
export type PairGroup<OwnAttributes extends Attributes = Attributes> = {
  groups(mentor: Mentor<OwnAttributes>, mentee: Mentee<OwnAttributes>): string | undefined;
}["groups"];

/** Which pairs count: those that a function says yes to, or that have all that is given. */
export type PairsWhere<OwnAttributes extends Attributes = Attributes> = PairPredicate<OwnAttributes> | PairFields;

/** What a pair must have, all of it; of a list any one will do. */
export interface PairFields {
  readonly mentor?: PersonWhere;
  readonly mentee?: PersonWhere;
  /** A topic that the mentee wishes for and the mentor offers, under any of its names in the programme's catalogue. */
  readonly topic?: OneOrMore<string>;
  /** A goal that both state, compared folded. */
  readonly goal?: OneOrMore<string>;
}

type OneOrMore<Value> = Value | readonly Value[];

/**
 * Fields that a person must have, all of them; of a list any one will do. Texts are compared folded, ids exactly. A person
 * without the field does not count.
 */
export interface PersonWhere {
  readonly id?: OneOrMore<string>;
  readonly department?: OneOrMore<string>;
  readonly location?: OneOrMore<string>;
  readonly generation?: OneOrMore<string>;
  readonly cohort?: OneOrMore<string>;
  readonly timeZone?: OneOrMore<string>;
  readonly level?: OneOrMore<string | number>;
  /** A topic that the mentor offers, or the mentee wishes for. */
  readonly topic?: OneOrMore<string>;
  /** A goal that the person states. */
  readonly goal?: OneOrMore<string>;
  readonly attributes?: Readonly<Record<string, OneOrMore<string | number | boolean>>>;
}

export interface QuotaLimits {
  /** Fewest pairs, at least 0. @default 0 */
  readonly min?: number;
  /** Most pairs, at least `min`. @default no limit */
  readonly max?: number;
  /** Distinguishes versions of a function in the manifest. */
  readonly version?: string;
}

/**
 * Demands that at least `min` and at most `max` of all pairs in the result are of a kind. Kinds of several quotas may
 * overlap. A quota that cannot be met makes the result `infeasible`; it is never traded against the score.
 *
 * @throws TersineError TEXT_EMPTY for a name without text; NUMBER_RANGE, LOAD_RANGE for the bounds; FIELD_TYPE,
 *   FIELD_UNKNOWN. When matching: RULE_RESULT, RULE_THREW for a function that does not answer `true` or `false`
 *
 * @example
 * quota("Finance learns", { mentee: { department: "Finance" } }, { min: 3 });
 * quota("AI for the board", { topic: "AI", mentee: { level: "Board" } }, { min: 2 });
 * quota("across sites", (mentor, mentee) => mentor.location !== mentee.location, { min: 5, max: 20 });
 */
export function quota<OwnAttributes extends Attributes = Attributes>(
  name: string,
  where: PairsWhere<OwnAttributes>,
  limits: QuotaLimits,
): PairQuota {
  return asPublic("quota", () => {
    const { min = 0, max, version, ...rest } = limits;
    checkName(name);
    checkRuleOptions(rest, ["min", "max", "version"]);
    throwIssues(boundIssues(min, max));
    const settings = { where, min, ...(max === undefined ? {} : { max }) };
    const judgingBy = (criteria: readonly Criterion[]): PairQuota => ({
      kind: "pairs",
      name,
      minimum: min,
      ...(max === undefined ? {} : { maximum: max }),
      counts: predicateOf(where, topicsAmong(criteria)),
      settings,
      ...(version === undefined ? {} : { version }),
    });
    return { ...judgingBy([]), ...(typeof where === "function" ? {} : { judgingBy }) };
  });
}

export interface PartnerLimitOptions<OwnAttributes extends Attributes = Attributes> {
  /** The side whose people each keep the limit. */
  readonly of: "mentor" | "mentee";
  /** Most partners of the kind, at least 0. */
  readonly max: number;
  /** Which pairs count. @default all */
  readonly where?: PairsWhere<OwnAttributes>;
  /**
   * How pairs are told apart: by a field of the partner (at most `max` of each department), by the topic that a pair can
   * begin with (the mentee's first wish by priority that the mentor covers), or by any function of the pair; pairs without a
   * text are not limited. @default not told apart
   */
  readonly by?: PartnerField | "topic" | PairGroup<OwnAttributes>;
  readonly version?: string;
}

/** Fields by which partners are told apart. */
export type PartnerField = "department" | "location" | "generation" | "cohort";

/**
 * Limits how many partners of a kind each person of a side has. Only capacities above `max` can feel it.
 *
 * @throws TersineError as `quota`; VALUE_UNKNOWN for `of` and `by`
 *
 * @example
 * partnerLimit("one from each site", { of: "mentor", by: "location", max: 1 });
 * partnerLimit("different lessons", { of: "mentee", by: "topic", max: 1 });
 * partnerLimit("one from the own site", { of: "mentor", where: (mentor, mentee) => mentor.location === mentee.location, max: 1 });
 */
export function partnerLimit<OwnAttributes extends Attributes = Attributes>(
  name: string,
  options: PartnerLimitOptions<OwnAttributes>,
): PartnerLimit {
  return asPublic("partnerLimit", () => {
    checkName(name);
    checkRuleOptions(options, ["of", "max", "where", "by", "version"]);
    const { of, max, where = {}, by, version } = options;
    checkWord(of, "/of", ["mentor", "mentee"]);
    if (by !== undefined && typeof by !== "function")
      checkWord(by, "/by", ["department", "location", "generation", "cohort", "topic"]);
    throwIssues(boundIssues(0, max, true));
    const settings = { of, max, where, ...(by === undefined ? {} : { by }) };
    const judgingBy = (criteria: readonly Criterion[]): PartnerLimit => {
      const criterion = topicsAmong(criteria);
      return {
        kind: "partners",
        name,
        of,
        maximum: max,
        counts: predicateOf(where, criterion),
        ...(by === undefined ? {} : { groupOf: groupOf(by, of, criterion) }),
        settings,
        ...(version === undefined ? {} : { version }),
      };
    };
    return { ...judgingBy([]), judgingBy };
  });
}

function groupOf(
  by: PartnerField | "topic" | PairGroup,
  of: "mentor" | "mentee",
  { lessonOf }: TopicsCriterion,
): PairGroup {
  if (typeof by === "function") return by;
  if (by === "topic") return lessonOf;
  return (mentor, mentee) => (of === "mentor" ? mentee : mentor)[by];
}

function boundIssues(minimum: unknown, maximum: unknown, isNeeded = false): readonly TersineIssue[] {
  const issues: TersineIssue[] = [];
  const check = (value: unknown, path: string): void => {
    if (Number.isSafeInteger(value) && Number(value) >= 0) return;
    const message = `expected a whole number of at least 0, got ${describeValue(value)}.`;
    issues.push({ code: "NUMBER_RANGE", path, message });
  };
  check(minimum, "/min");
  if (maximum !== undefined || isNeeded) check(maximum, "/max");
  if (issues.length === 0 && maximum !== undefined && Number(maximum) < Number(minimum)) {
    issues.push({ code: "LOAD_RANGE", path: "/max", message: "expected at least the minimum, got less." });
  }
  return issues;
}

function predicateOf(where: unknown, criterion: TopicsCriterion): PairPredicate {
  if (typeof where === "function") return where as PairPredicate;
  if (typeof where !== "object" || where === null || Array.isArray(where)) {
    const message = `expected a function or { mentor, mentee } with fields, got ${describeValue(where)}.`;
    throw problem("FIELD_TYPE", "/where", message);
  }
  checkRuleOptions(where, ["mentor", "mentee", "topic", "goal"]);
  const { mentor, mentee, topic, goal }: PairFields = where;
  const both = { ...(topic === undefined ? {} : { topic }), ...(goal === undefined ? {} : { goal }) };
  const fits = (person: PersonWhere | undefined) => personPredicate(person, criterion);
  const [fitsMentor, fitsMentee] = [fits(mentor), fits(mentee)];
  const isShared = sharedPredicate(both, criterion);
  return (oneMentor, oneMentee) => fitsMentor(oneMentor) && fitsMentee(oneMentee) && isShared(oneMentor, oneMentee);
}

/** Whether both people have one and the same of the topics, and of the goals. */
function sharedPredicate(
  { topic, goal }: Pick<PairFields, "topic" | "goal">,
  criterion: TopicsCriterion,
): PairPredicate {
  const tests = [
    ...(topic === undefined
      ? []
      : [{ keys: textsOf(topic, "topic").map(criterion.catalogue.keyOf), of: topicKeys(criterion) }]),
    ...(goal === undefined ? [] : [{ keys: textsOf(goal, "goal").map(foldText), of: goalKeys }]),
  ];
  return (mentor, mentee) =>
    tests.every(({ keys, of }) => keys.some((key) => of(mentor).has(key) && of(mentee).has(key)));
}

/** Keys of what a mentor offers or a mentee wishes for. */
function topicKeys({ catalogue: { keyOf } }: TopicsCriterion): (person: Mentor | Mentee) => ReadonlySet<string> {
  return oncePer((person: Mentor | Mentee) => {
    const entries = "teaches" in person ? person.teaches : person.learns;
    return new Set(entries.map((entry) => keyOf(typeof entry === "string" ? entry : entry.topic)));
  });
}

const goalKeys = oncePer(({ goals = [] }: Mentor | Mentee): ReadonlySet<string> => new Set(goals.map(foldText)));

function textsOf(wanted: unknown, field: string): readonly string[] {
  return valuesOf(wanted, field).map((value) => {
    if (typeof value === "string") return value;
    throw problem("FIELD_TYPE", `/where/${field}`, `expected text or a list of texts, got ${describeValue(value)}.`);
  });
}

const FIELDS = ["department", "location", "generation", "cohort", "timeZone", "level"] as const;

function personPredicate(where: PersonWhere = {}, criterion: TopicsCriterion): (person: Mentor | Mentee) => boolean {
  checkRuleOptions(where, ["id", ...FIELDS, "topic", "goal", "attributes"]);
  const { id, topic, goal, attributes = {} } = where;
  checkRuleOptions(attributes, Object.keys(attributes));
  const tests: ((person: Mentor | Mentee) => boolean)[] = [];
  if (id !== undefined) {
    const ids = valuesOf(id, "id").map((value) => normalId(String(value)));
    tests.push((person) => ids.includes(person.id));
  }
  for (const field of FIELDS) {
    const wanted = where[field];
    if (wanted === undefined) continue;
    const keys = valuesOf(wanted, field).map(keyOf);
    tests.push((person) => person[field] !== undefined && keys.includes(keyOf(person[field])));
  }
  if (topic !== undefined)
    tests.push(holdsAny(textsOf(topic, "topic").map(criterion.catalogue.keyOf), topicKeys(criterion)));
  if (goal !== undefined) tests.push(holdsAny(textsOf(goal, "goal").map(foldText), goalKeys));
  for (const [name, wanted] of Object.entries(attributes)) {
    const keys = valuesOf(wanted, "attributes").map(keyOf);
    tests.push(({ attributes: own = {} }) => Object.hasOwn(own, name) && keys.includes(keyOf(own[name])));
  }
  return (person) => tests.every((test) => test(person));
}

function holdsAny(
  keys: readonly string[],
  keysOf: (person: Mentor | Mentee) => ReadonlySet<string>,
): (person: Mentor | Mentee) => boolean {
  return (person) => keys.some((key) => keysOf(person).has(key));
}

/** Ids by which a quota tells the people of a side; none where a function tells them, or other fields. */
export function idsNamed({ settings: { where } }: Quota, side: "mentor" | "mentee"): readonly string[] {
  const fields: unknown = typeof where === "object" && where !== null ? Reflect.get(where, side) : undefined;
  const id: unknown = typeof fields === "object" && fields !== null ? Reflect.get(fields, "id") : undefined;
  return id === undefined ? [] : valuesOf(id, "id").map((value) => normalId(String(value)));
}

function valuesOf(wanted: unknown, field: string): readonly unknown[] {
  const values = Array.isArray(wanted) ? Array.from<unknown>(wanted) : [wanted];
  values.forEach((value) => {
    if (["string", "number", "boolean"].includes(typeof value)) return;
    throw problem("FIELD_TYPE", `/where/${field}`, `expected text, a number or a list, got ${describeValue(value)}.`);
  });
  return values;
}

/** Texts that fold alike are one value; a number is never equal to its text. */
function keyOf(value: unknown): unknown {
  return typeof value === "string" ? `text ${foldText(value)}` : value;
}
