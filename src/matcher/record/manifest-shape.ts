import { isRecord } from "../../base/given.ts";
import { problem, throwIssues, type TersineIssue } from "../../base/error.ts";
import { describeValue } from "../../model/schema/describe.ts";

/**
 * Checks that what callers without types, or files, give as a manifest has what `replay` reads of one. What the parts of
 * the options say is checked when they are made again.
 *
 * @throws TersineError FIELD_TYPE, LIST_EXPECTED all together, with paths into the manifest
 */
export function checkManifest(manifest: unknown): void {
  if (!isRecord(manifest)) throw problem("FIELD_TYPE", "", `expected a manifest, got ${describeValue(manifest)}.`);
  const { version, input, options, rematch } = manifest;
  throwIssues([
    ...issueUnless(typeof version === "string", "/version", "text", version),
    ...recordIssues(input, "/input", ({ sha256 }) =>
      issueUnless(typeof sha256 === "string", "/input/sha256", "text", sha256),
    ),
    ...recordIssues(options, "/options", optionIssues),
    ...(rematch === undefined
      ? []
      : recordIssues(rematch, "/rematch", ({ published }) =>
          issueUnless(typeof published === "string", "/rematch/published", "text", published),
        )),
  ]);
}

/** Checks what is given as functions for a replay. */
export function checkFunctions(functions: unknown): void {
  const issues = recordIssues(functions, "/functions", (given) =>
    ["criteria", "rules", "quotas"].flatMap((part) =>
      given[part] === undefined ? [] : listIssues(given[part], `/functions/${part}`),
    ),
  );
  throwIssues(issues);
}

function optionIssues(options: Fields): readonly TersineIssue[] {
  const { criteria, rules, quotas, objective, limits } = options;
  return [
    ...listIssues(criteria, "/options/criteria"),
    ...listIssues(rules, "/options/rules"),
    ...(quotas === undefined ? [] : listIssues(quotas, "/options/quotas")),
    ...issueUnless(typeof objective === "string", "/options/objective", "text", objective),
    ...recordIssues(limits, "/options/limits", () => []),
  ];
}

/** A list of parts, each with a name. */
function listIssues(list: unknown, path: string): readonly TersineIssue[] {
  if (!Array.isArray(list)) {
    return [{ code: "LIST_EXPECTED", path, message: `expected a list, got ${describeValue(list)}.` }];
  }
  return Array.from<unknown>(list).flatMap((part, place) =>
    recordIssues(part, `${path}/${place}`, ({ name, settings }) => [
      ...issueUnless(typeof name === "string", `${path}/${place}/name`, "text", name),
      ...(settings === undefined ? [] : recordIssues(settings, `${path}/${place}/settings`, () => [])),
    ]),
  );
}

type Fields = Readonly<Record<string, unknown>>;

function recordIssues(
  value: unknown,
  path: string,
  inside: (fields: Fields) => readonly TersineIssue[],
): readonly TersineIssue[] {
  return isRecord(value) ? inside(value) : issueUnless(false, path, "an object", value);
}

function issueUnless(isRight: boolean, path: string, expected: string, value: unknown): readonly TersineIssue[] {
  return isRight ? [] : [{ code: "FIELD_TYPE", path, message: `expected ${expected}, got ${describeValue(value)}.` }];
}
