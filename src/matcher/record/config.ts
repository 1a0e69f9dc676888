import { pointer, problem, TersineError, throwIssues, type TersineIssue } from "../../base/error.ts";
import { configForm, type FormOutput } from "../../model/schema/config-forms.ts";
import { describeValue, isPlainObject } from "../../model/schema/describe.ts";
import { inDocumentOrder } from "../../model/entries/document-order.ts";
import { schemaIssues, unknownKey } from "../../model/schema/schema-issues.ts";
import { partnerLimit, type PartnerLimitOptions, quota, type Quota } from "../../rules/quotas/quota.ts";
import { asRecorded } from "../../score/criterion-entry.ts";
import { criterionMakers, type Maker, pairQuotaMaker, partnerLimitMaker, ruleMakers } from "./makers.ts";
import { readOptions } from "../../plan/options.ts";
import type { MatchOptions } from "../../plan/match-options.ts";

/** Read-only all the way down. */
type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** A configuration that has been checked, with criteria, rules and quotas made of their names. */
export interface Config extends Omit<DeepReadonly<FormOutput<typeof configForm>>, "match"> {
  readonly match?: MatchOptions;
}

/**
 * Checks a configuration as a JSON file holds it and makes the options of `matchPairs` from it: criteria and rules by name
 * (`"reverse"`, `{ "rule": "levelGap", "min": 2 }`, `{ "criterion": "topics", "weight": 3 }`), quotas and limits on
 * partners as objects. What is made already, by a configuration that is a module, stays. Keys that begin with `$comment`
 * say nothing. `configJsonSchema` describes the form.
 *
 * @throws TersineError with every problem of the configuration, in document order
 *
 * @example
 * const { match } = readConfig({ match: { rules: ["reverse", { rule: "levelGap", max: 4 }] } });
 * matchPairs(input, match);
 */
export function readConfig(value: unknown): Config {
  try {
    return checked(withoutComments(value));
  } catch (error) {
    if (error instanceof TersineError) throw error;
    throw problem("INPUT_UNREADABLE", "", "expected plain data, got an object whose fields cannot be read.", {
      cause: error,
    });
  }
}

type Fields = Readonly<Record<string, unknown>>;

function checked(value: unknown): Config {
  const issues: TersineIssue[] = [...schemaIssues(configForm, value)];
  const config = fieldsOf(value);
  const options = fieldsOf(config["match"]);
  const match = { ...options, ...madeOf(options, issues) };
  throwIssues(inDocumentOrder(issues, value));
  if (config["match"] === undefined) return config;
  guarded(issues, ["match"], () => readOptions(match));
  throwIssues(inDocumentOrder(issues, value));
  return { ...config, match };
}

/** The lists of options that name what they mean, with all of it made. */
function madeOf(options: Fields, issues: TersineIssue[]): Fields {
  const each = (list: string, make: (item: unknown, path: readonly PropertyKey[]) => unknown): Fields => {
    const items = options[list];
    if (!Array.isArray(items)) return {};
    return {
      [list]: Array.from<unknown>(items).map((item, at) => (isMade(item) ? item : make(item, ["match", list, at]))),
    };
  };
  return {
    ...each("criteria", (item, path) => byName(item, "criterion", criterionMakers, path, issues)),
    ...each("rules", (item, path) => byName(item, "rule", ruleMakers, path, issues)),
    ...each("quotas", (item, path) => madeQuota(item, path, issues)),
  };
}

/** Whether one of this library's functions has made it, rather than JSON. */
function isMade(item: unknown): boolean {
  if (typeof item === "function") return true;
  return typeof item === "object" && item !== null && ("kind" in item || "prepare" in item);
}

function byName<Made>(
  item: unknown,
  key: "criterion" | "rule",
  makers: Readonly<Record<string, Maker<Made>>>,
  path: readonly PropertyKey[],
  issues: TersineIssue[],
): Made | undefined {
  const { [key]: name, ...options } = typeof item === "string" ? { [key]: item } : fieldsOf(item);
  const known = Object.keys(makers);
  const maker = typeof name === "string" && known.includes(name) ? makers[name] : undefined;
  if (maker !== undefined) return make(maker, options, path, issues);
  const isObject = typeof item === "object" && item !== null && !Array.isArray(item);
  const place = pointer(isObject ? [...path, key] : path);
  const got = describeValue(isObject ? name : item);
  const hint = typeof name === "string" ? unknownKey(name, known).hint : undefined;
  const message = `expected the name of a ${key}: ${known.join(", ")}; got ${got}.`;
  issues.push({ code: "VALUE_UNKNOWN", path: place, message, ...(hint === undefined ? {} : { hint }) });
  return undefined;
}

/** Functions for `where` and `by` are as good as what JSON can say: only a module can hold them. */
function madeQuota(item: unknown, path: readonly PropertyKey[], issues: TersineIssue[]): Quota | undefined {
  const entries = Object.entries(fieldsOf(item));
  const isFunction = ([, value]: readonly [string, unknown]): boolean => typeof value === "function";
  const functions = Object.fromEntries(
    entries.filter((entry) => ["where", "by"].includes(entry[0]) && isFunction(entry)),
  );
  const plain = Object.fromEntries(entries.filter(([key]) => !(key in functions)));
  const isLimit = "of" in plain;
  const { form } = isLimit ? partnerLimitMaker : pairQuotaMaker;
  const maker: Maker<Quota> = {
    form,
    make: (options) => {
      const { name, ...rest } = { ...fieldsOf(form.parse(options)), ...functions } as Fields & {
        readonly name: string;
      };
      if (isLimit) return partnerLimit(name, asRecorded<PartnerLimitOptions>(rest));
      const { where = {}, ...limits } = rest;
      return quota(name, asRecorded(where), limits);
    },
  };
  return make(maker, Object.keys(functions).length === 0 ? item : plain, path, issues);
}

function make<Made>(
  maker: Maker<Made>,
  options: unknown,
  path: readonly PropertyKey[],
  issues: TersineIssue[],
): Made | undefined {
  const found = schemaIssues(maker.form, options, path);
  issues.push(...found);
  return found.length > 0 ? undefined : guarded(issues, path, () => maker.make(options));
}

/** What `make` returns; issues that it throws are placed below `path`. */
function guarded<Made>(issues: TersineIssue[], path: readonly PropertyKey[], make: () => Made): Made | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof TersineError)) throw error;
    issues.push(...error.issues.map((issue) => ({ ...issue, path: `${pointer(path)}${issue.path}` })));
    return undefined;
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** A copy of plain data without comments and without fields that hold nothing. */
function withoutComments(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from<unknown>(value).map(withoutComments);
  if (typeof value !== "object" || value === null || !isPlainObject(value)) return value;
  const kept = Object.entries(value).filter(([key, field]) => !key.startsWith("$comment") && field !== undefined);
  return Object.fromEntries(kept.map(([key, field]: readonly [string, unknown]) => [key, withoutComments(field)]));
}
