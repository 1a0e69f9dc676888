import { closest, distance } from "fastest-levenshtein";
import * as z from "zod";
import { pointer, type ErrorCode, type TersineIssue } from "../../base/error.ts";
import { describeValue } from "./describe.ts";
import { MAX_CAPACITY, MAX_ID_LENGTH } from "./schema.ts";

type ZodIssue = z.core.$ZodIssue;
type Keys = readonly PropertyKey[];

/** What a failed check of the schema looks like before it has a place. */
interface Finding {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string;
}

/**
 * Checks a value against a schema and tells every problem in this library's words.
 *
 * @param prefix Where the value stands in the document that the caller passed in.
 */
export function schemaIssues(schema: z.ZodType, value: unknown, prefix: Keys = []): readonly TersineIssue[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => translate(issue, schema, value, [])).map(placeBelow(prefix));
}

function placeBelow(prefix: Keys): (found: Finding & { readonly path: Keys }) => TersineIssue {
  return ({ code, path, message, hint }) => {
    const place = pointer([...prefix, ...path]);
    return hint === undefined ? { code, path: place, message } : { code, path: place, message, hint };
  };
}

function translate(
  issue: ZodIssue,
  schema: z.ZodType,
  root: unknown,
  above: Keys,
): readonly (Finding & { readonly path: Keys })[] {
  const path = [...above, ...issue.path];
  if (issue.code === "invalid_union") {
    const meant = issue.errors.filter((errors) => !errors.some(isAboutWholeValue));
    const [only] = meant;
    if (only !== undefined && meant.length === 1) return only.flatMap((each) => translate(each, schema, root, path));
    return [{ path, ...wrongType(expectedOf(issue), valueAt(root, path), path) }];
  }
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schemaAt(schema, path));
    return issue.keys.map((key) => ({ path: [...path, key], ...unknownKey(key, known) }));
  }
  return [{ path, ...describe(issue, valueAt(root, path), path) }];
}

/** Whether an alternative of a union failed at its root, so that another alternative must have been meant. */
function isAboutWholeValue(issue: ZodIssue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_union") return issue.errors.every((errors) => errors.some(isAboutWholeValue));
  return issue.code === "invalid_type" && !("received" in issue) && issue.expected !== "int";
}

function describe(issue: ZodIssue, found: unknown, path: Keys): Finding {
  switch (issue.code) {
    case "invalid_type":
      return wrongType(expectedOf(issue), found, path);
    case "too_small":
    case "too_big":
      return outOfRange(issue, found);
    case "invalid_format":
      return { code: "DATE_FORMAT", message: "expected a date as YYYY-MM-DD, got other text." };
    case "invalid_value":
      return {
        code: "VALUE_UNKNOWN",
        message: `expected one of ${issue.values.map(String).join(", ")}, got ${describeValue(found)}.`,
      };
    default:
      return { code: "TEXT_NOT_UNICODE", message: "expected Unicode text, got half a surrogate pair." };
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

function expectedOf(issue: ZodIssue): string {
  if (issue.code === "invalid_union") {
    return [...new Set(issue.errors.flatMap((errors) => errors.filter(isAboutWholeValue).map(expectedOf)))].join(
      " or ",
    );
  }
  return issue.code === "invalid_type" ? (TYPE_NAMES[issue.expected] ?? issue.expected) : "a valid value";
}

function wrongType(expected: string, found: unknown, path: Keys): Finding {
  const key = path.at(-1);
  if (found === undefined) {
    if (typeof key === "number") return { code: "ITEM_MISSING", message: `expected ${expected}, got nothing.` };
    return { code: "FIELD_MISSING", message: `expected ${expected}, got nothing.` };
  }
  const message = `expected ${expected}, got ${describeValue(found)}.`;
  if (typeof found === "number" && expected.includes("number")) {
    return { code: Number.isFinite(found) ? "NUMBER_NOT_INTEGER" : "NUMBER_NOT_FINITE", message };
  }
  if (typeof found === "number" && isIdPlace(path)) {
    return { code: "ID_TYPE", message, hint: "As a number an id loses leading zeros and digits beyond 2^53." };
  }
  if (expected === "a list") {
    if (typeof found === "string") return { code: "LIST_EXPECTED", message, hint: "Split the text into a list." };
    return { code: "LIST_EXPECTED", message };
  }
  return { code: "FIELD_TYPE", message };
}

const ID_LISTS: ReadonlySet<string> = new Set([
  ...(["avoid", "choices", "dottedLineManagerIds", "evaluatorIds", "assistantIds", "formerManagerIds"] as const),
]);

function isIdPlace(path: Keys): boolean {
  const [list, key] = path.slice(-2);
  return key === "id" || key === "managerId" || (typeof list === "string" && ID_LISTS.has(list));
}

const TEXT_LIMIT_CODE = new Map<unknown, ErrorCode>([[MAX_ID_LENGTH, "LIMIT_ID_LENGTH"]]);

function outOfRange(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, found: unknown): Finding {
  const bound = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  const limit = issue.code === "too_big" ? issue.maximum : undefined;
  if (issue.origin === "string") {
    if (limit === undefined) return { code: "TEXT_EMPTY", message: "expected text, got empty text." };
    return {
      code: TEXT_LIMIT_CODE.get(limit) ?? "LIMIT_TEXT_LENGTH",
      message: `expected ${bound} characters, got ${typeof found === "string" ? found.length : "more"}.`,
    };
  }
  if (issue.origin === "array") {
    return {
      code: "LIMIT_ITEMS",
      message: `expected ${bound} items, got ${Array.isArray(found) ? found.length : "another number"}.`,
    };
  }
  const got = limit === undefined ? describeValue(found) : "a larger one";
  const code = limit === MAX_CAPACITY ? "LIMIT_CAPACITY" : "NUMBER_RANGE";
  return { code, message: `expected a whole number of ${bound}, got ${got}.` };
}

/** How many edits away a known name may be to be suggested. */
const NEAR = 3;

/** A key that the schema does not have, with the nearest that it has. */
export function unknownKey(key: string, known: readonly string[]): Finding {
  const nearest = known.length > 0 ? closest(key, known) : undefined;
  const isNear = nearest !== undefined && distance(key, nearest) <= Math.min(NEAR, nearest.length - 1);
  return {
    code: "FIELD_UNKNOWN",
    message: "unknown field: nothing would honour it.",
    hint: isNear ? `Did you mean ${nearest}?` : `Known here: ${known.join(", ")}.`,
  };
}

function valueAt(root: unknown, path: Keys): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** The part of a schema that describes what stands at a path. */
function schemaAt(schema: z.ZodType, path: Keys): z.ZodType | undefined {
  const [key, ...rest] = path;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional || schema instanceof z.ZodNullable)
    return schemaAt(asType(schema.unwrap()), path);
  if (schema instanceof z.ZodUnion) {
    return schema.options.map((option) => schemaAt(asType(option), path)).find((found) => found !== undefined);
  }
  if (key === undefined) return schema instanceof z.ZodObject ? schema : undefined;
  if (schema instanceof z.ZodArray) return schemaAt(asType(schema.element), rest);
  if (!(schema instanceof z.ZodObject)) return undefined;
  const field: unknown = Reflect.get(schema.shape, key);
  return field instanceof z.ZodType ? schemaAt(field, rest) : undefined;
}

function asType(schema: unknown): z.ZodType {
  return schema instanceof z.ZodType ? schema : z.never();
}

function knownKeys(schema: z.ZodType | undefined): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
