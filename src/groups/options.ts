import { throwIssues } from "../base/error.ts";
import { isRecord, issue, unknownFields } from "../base/given.ts";
import { defaultCriteria, type Manifest, type MatchOptions, type TersineIssue } from "../index.ts";
import { MAX_WEIGHT, WEIGHT_PARTS } from "../score/settings.ts";
import type { GroupCriterion } from "./criterion.ts";
import { type GroupsOf, readShape, type Shape } from "./shape.ts";

/** Options of a match that groups know; the others are refused. */
export interface GroupOptions extends Pick<
  MatchOptions,
  "criteria" | "weights" | "personalWeights" | "rules" | "coverage"
> {
  /** What groups are made of: `{ mentors: 2 }` around each mentee, `{ mentors: [1, 3] }`, or `{ circle: [4, 6] }`. */
  readonly of: GroupsOf;
  /**
   * Criteria of the group as a whole, beside those of its pairs. Without `criteria` of your own, one that judges better what a
   * default criterion judges by pairs stands in its place. @default none
   */
  readonly joint?: readonly GroupCriterion[];
  /**
   * `coverage`: most people in groups, then the best total. `score`: the best total. The total counts each group's score once for
   * each of its people. @default "coverage"
   */
  readonly objective?: "coverage" | "score";
  readonly limits?: {
    /** Most pairs of a mentor and a mentee. @default 25,000,000 */
    readonly pairs?: number;
    /**
     * Most possible groups, which are looked at one by one and take some 30 bytes each; more are refused. Groups of one mentor and
     * one mentee without joint criteria have no such limit. @default 4,000,000
     */
    readonly columns?: number;
    /** Most elementary steps of the search, as `solvePacking` counts them. @default 4,000,000,000 */
    readonly work?: number;
  };
}

type GroupsRecord = NonNullable<Manifest["groups"]>;

/** Options with their defaults, ready to be used. */
export interface FullGroupOptions {
  readonly shape: Shape;
  readonly joint: readonly GroupCriterion[];
  /** Whether criteria of pairs count: not if the caller's list is empty. */
  readonly hasPairs: boolean;
  /** Whether groups are pairs, judged as such. */
  readonly isPairs: boolean;
  readonly record: GroupsRecord;
  readonly match: MatchOptions;
  readonly columns: number;
  readonly work: number | undefined;
}

const OWN = ["of", "joint", "criteria", "weights", "personalWeights", "rules", "coverage", "objective", "limits"];
/** Options of a match that make no sense here, or are not known yet. */
const REFUSED = ["pins", "quotas", "furtherPartners", "proposer", "fixes", "ties"];
const DEFAULT_COLUMNS = 4_000_000;

/** Checks the options and fills in the defaults; those of a match are checked by it. */
export function readGroupOptions(given: GroupOptions): FullGroupOptions {
  const issues: TersineIssue[] = [];
  const options: unknown = given;
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throwIssues([{ code: "FIELD_TYPE", path: "", message: "options: expected an object, got something else." }]);
  }
  for (const key of Object.keys(given)) {
    const path = `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (REFUSED.includes(key)) {
      issues.push({ code: "OPTION_CONFLICT", path, message: "expected nothing: groups do not know this option." });
    } else if (!OWN.includes(key)) {
      issues.push({ code: "FIELD_UNKNOWN", path, message: `expected one of ${OWN.join(", ")}, got another option.` });
    }
  }
  const shape = readShape(given.of, issues);
  const { objective = "coverage" } = given;
  // callers without types may pass anything
  if (!["coverage", "score"].includes(objective)) {
    issues.push({ code: "OBJECTIVE_UNKNOWN", path: "/objective", message: "expected coverage or score." });
  }
  const joint = given.joint ?? [];
  issues.push(...jointIssues(joint), ...limitIssues(given.limits));
  throwIssues(issues);
  const { pairs, columns = DEFAULT_COLUMNS, work } = given.limits ?? {};
  const { criteria, weights, personalWeights, rules, coverage } = given;
  const hasPairs = criteria === undefined || criteria.length > 0 || joint.every(({ weight }) => weight === 0);
  const used = joint.filter(({ weight }) => weight > 0);
  const match: MatchOptions = {
    objective,
    ...(criteria === undefined ? { criteria: withoutReplaced(joint) } : hasPairs ? { criteria } : {}),
    ...(weights === undefined ? {} : { weights }),
    ...(personalWeights === undefined ? {} : { personalWeights }),
    ...(rules === undefined ? {} : { rules }),
    ...(coverage === undefined ? {} : { coverage }),
    ...(pairs === undefined ? {} : { limits: { pairs } }),
  };
  const isPairs = !shape.isCircle && shape.people[1] === 2 && used.length === 0;
  return { shape, joint, hasPairs, isPairs, match, columns, work, record: recordOf(given, shape, joint, hasPairs) };
}

/** What the manifest holds of the options beside those of the match. */
function recordOf(
  { limits = {} }: GroupOptions,
  { isCircle, people, mentees, mentors }: Shape,
  joint: readonly GroupCriterion[],
  judgesPairs: boolean,
): GroupsRecord {
  const { columns, work } = limits;
  return {
    of: { ...(isCircle ? { circle: people } : {}), mentors, mentees },
    judgesPairs,
    joint: joint.map(({ name, weight, version, settings }) => ({
      name,
      weight,
      ...(version === undefined ? {} : { version }),
      ...(settings === undefined ? { own: true as const } : { settings: plainSettings(settings) }),
    })),
    limits: { ...(columns === undefined ? {} : { columns }), ...(work === undefined ? {} : { work }) },
  };
}

/** Settings as data: what JSON cannot hold is named "function". */
function plainSettings(settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const entries = Object.entries(settings).map(([key, value]) => [key, isPlain(value) ? value : "function"] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null)
    return ["string", "number", "boolean", "undefined"].includes(typeof value);
  return (
    (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) && Object.values(value).every(isPlain)
  );
}

/** The default criteria but those that a joint one stands in place of. */
function withoutReplaced(joint: readonly GroupCriterion[]): NonNullable<MatchOptions["criteria"]> {
  const replaced = new Set(
    joint.flatMap(({ replaces, weight }) => (replaces === undefined || weight === 0 ? [] : [replaces])),
  );
  return defaultCriteria().filter(({ name }) => !replaced.has(name));
}

function jointIssues(joint: unknown): readonly TersineIssue[] {
  if (!Array.isArray(joint))
    return [{ code: "LIST_EXPECTED", path: "/joint", message: "expected a list, got something else." }];
  const names: unknown[] = [];
  const known = ["name", "weight", "value", "version", "settings", "replaces", "title", "prepare"];
  return Array.from<unknown>(joint).flatMap((criterion, place): readonly TersineIssue[] => {
    const path = `/joint/${String(place)}`;
    const field = (name: string): unknown => (isRecord(criterion) ? criterion[name] : undefined);
    const name = field("name");
    if (!isRecord(criterion) || typeof name !== "string" || name === "" || typeof field("value") !== "function") {
      const hint = typeof criterion === "function" ? { hint: "Call it: commonTime(), not commonTime." } : {};
      return [
        { code: "FIELD_TYPE", path, message: "expected a group criterion with name, weight and value.", ...hint },
      ];
    }
    const isTaken = names.includes(name);
    names.push(name);
    const weight = field("weight");
    const isWeight =
      typeof weight === "number" &&
      weight >= 0 &&
      weight <= MAX_WEIGHT &&
      Math.round(weight * WEIGHT_PARTS) / WEIGHT_PARTS === weight;
    return [
      ...unknownFields(criterion, known, path),
      ...typeIssues(field, path),
      ...(isTaken
        ? [{ code: "FIELD_CONFLICT", path: `${path}/name`, message: "expected a name of its own." } as const]
        : []),
      ...(isWeight
        ? []
        : [
            {
              code: "WEIGHT_RANGE",
              path: `${path}/weight`,
              message: "expected a number from 0 to 1000 with at most 6 decimals.",
            } as const,
          ]),
    ];
  });
}

/** What the further fields of a group criterion hold, if they are there. */
function typeIssues(field: (name: string) => unknown, path: string): readonly TersineIssue[] {
  const isSentence = (value: unknown): boolean =>
    isRecord(value) && typeof value["en"] === "string" && typeof value["tr"] === "string";
  const isText = (value: unknown): boolean => typeof value === "string";
  const checks: readonly (readonly [string, string, (value: unknown) => boolean])[] = [
    ["version", "text", isText],
    ["settings", "an object", isRecord],
    ["replaces", "the name of a criterion", isText],
    ["title", "an object with en and tr", isSentence],
    ["prepare", "a function", (value) => typeof value === "function"],
  ];
  return checks.flatMap(([name, expected, isRight]) => {
    const value = field(name);
    if (value === undefined || isRight(value)) return [];
    return [issue("FIELD_TYPE", `${path}/${name}`, `expected ${expected}, got something else.`)];
  });
}

function limitIssues(limits: unknown): readonly TersineIssue[] {
  if (limits === undefined) return [];
  if (typeof limits !== "object" || limits === null || Array.isArray(limits)) {
    return [{ code: "FIELD_TYPE", path: "/limits", message: "expected an object, got something else." }];
  }
  return Object.entries(limits).flatMap(([key, value]: readonly [string, unknown]): readonly TersineIssue[] => {
    const path = `/limits/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (!["pairs", "columns", "work"].includes(key)) {
      return [{ code: "FIELD_UNKNOWN", path, message: "expected one of pairs, columns, work, got another limit." }];
    }
    if (value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0)) return [];
    return [{ code: "NUMBER_RANGE", path, message: "expected a whole number of at least 0." }];
  });
}
