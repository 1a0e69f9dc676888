import { problem, throwIssues, type TersineIssue } from "../../base/error.ts";
import { foldText } from "../../base/text.ts";
import { describeValue } from "../../model/schema/describe.ts";
import { normalId } from "../../model/people/ids.ts";
import type { Attributes } from "../../model/input.ts";
import type { Mentee, Mentor } from "../../model/program.ts";
import { checkRuleOptions, checkWord } from "../settings.ts";

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
}

/** A limit on the partners of a kind that one person has, for everybody of a side. */
export interface PartnerLimit {
  readonly kind: "partners";
  readonly name: string;
  /** The side whose people the limit holds for. */
  readonly of: "mentor" | "mentee";
  readonly maximum: number;
  readonly counts: PairPredicate;
  /** Partners with the same text share one limit; those without are not limited. Absent: all that count share it. */
  readonly groupOf?: (partner: Mentor | Mentee) => string | undefined;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly version?: string;
}

/** Says yes or no to a pair. What attributes hold is the caller's word; nothing checks it. */
export type PairPredicate<OwnAttributes extends Attributes = Attributes> = {
  // a method, so that a function of people with known attributes is a function of people
  accepts(mentor: Mentor<OwnAttributes>, mentee: Mentee<OwnAttributes>): boolean;
}["accepts"];

/** Which pairs count: those that a function says yes to, or whose two people have the fields given. */
export type PairsWhere<OwnAttributes extends Attributes = Attributes> =
  PairPredicate<OwnAttributes> | { readonly mentor?: PersonWhere; readonly mentee?: PersonWhere };

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
  readonly timeZone?: OneOrMore<string>;
  readonly level?: OneOrMore<string | number>;
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
 * quota("across sites", (mentor, mentee) => mentor.location !== mentee.location, { min: 5, max: 20 });
 */
export function quota<OwnAttributes extends Attributes = Attributes>(
  name: string,
  where: PairsWhere<OwnAttributes>,
  { min = 0, max, version, ...rest }: QuotaLimits,
): PairQuota {
  checkName(name);
  checkRuleOptions(rest, ["min", "max", "version"]);
  throwIssues(boundIssues(min, max));
  return {
    kind: "pairs",
    name,
    minimum: min,
    ...(max === undefined ? {} : { maximum: max }),
    counts: predicateOf(where),
    settings: { where, min, ...(max === undefined ? {} : { max }) },
    ...(version === undefined ? {} : { version }),
  };
}

export interface PartnerLimitOptions<OwnAttributes extends Attributes = Attributes> {
  /** The side whose people each keep the limit. */
  readonly of: "mentor" | "mentee";
  /** Most partners of the kind, at least 0. */
  readonly max: number;
  /** Which pairs count. @default all */
  readonly where?: PairsWhere<OwnAttributes>;
  /** A field by which partners are told apart: at most `max` of each department, say. @default not told apart */
  readonly by?: "department" | "location" | "generation";
  readonly version?: string;
}

/**
 * Limits how many partners of a kind each person of a side has. Only capacities above `max` can feel it.
 *
 * @throws TersineError as `quota`; VALUE_UNKNOWN for `of` and `by`
 *
 * @example
 * partnerLimit("one from each site", { of: "mentor", by: "location", max: 1 });
 * partnerLimit("one from the own site", { of: "mentor", where: (mentor, mentee) => mentor.location === mentee.location, max: 1 });
 */
export function partnerLimit<OwnAttributes extends Attributes = Attributes>(
  name: string,
  options: PartnerLimitOptions<OwnAttributes>,
): PartnerLimit {
  checkName(name);
  checkRuleOptions(options, ["of", "max", "where", "by", "version"]);
  const { of, max, where = {}, by, version } = options;
  checkWord(of, "/of", ["mentor", "mentee"]);
  if (by !== undefined) checkWord(by, "/by", ["department", "location", "generation"]);
  throwIssues(boundIssues(0, max, true));
  return {
    kind: "partners",
    name,
    of,
    maximum: max,
    counts: predicateOf(where),
    ...(by === undefined ? {} : { groupOf: (partner) => partner[by] }),
    settings: { of, max, where, ...(by === undefined ? {} : { by }) },
    ...(version === undefined ? {} : { version }),
  };
}

function checkName(name: unknown): void {
  if (typeof name !== "string") throw problem("FIELD_TYPE", "/name", `expected text, got ${describeValue(name)}.`);
  if (name.trim() === "") throw problem("TEXT_EMPTY", "/name", "expected a name, got text without letters.");
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

function predicateOf(where: unknown): PairPredicate {
  if (typeof where === "function") return where as PairPredicate;
  if (typeof where !== "object" || where === null || Array.isArray(where)) {
    const message = `expected a function or { mentor, mentee } with fields, got ${describeValue(where)}.`;
    throw problem("FIELD_TYPE", "/where", message);
  }
  checkRuleOptions(where, ["mentor", "mentee"]);
  const { mentor, mentee }: { readonly mentor?: PersonWhere; readonly mentee?: PersonWhere } = where;
  const [fitsMentor, fitsMentee] = [personPredicate(mentor), personPredicate(mentee)];
  return (oneMentor, oneMentee) => fitsMentor(oneMentor) && fitsMentee(oneMentee);
}

const FIELDS = ["department", "location", "generation", "timeZone", "level"] as const;

function personPredicate(where: PersonWhere = {}): (person: Mentor | Mentee) => boolean {
  checkRuleOptions(where, ["id", ...FIELDS, "attributes"]);
  const { id, attributes = {} } = where;
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
  for (const [name, wanted] of Object.entries(attributes)) {
    const keys = valuesOf(wanted, "attributes").map(keyOf);
    tests.push(({ attributes: own = {} }) => Object.hasOwn(own, name) && keys.includes(keyOf(own[name])));
  }
  return (person) => tests.every((test) => test(person));
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
