import { problem, throwIssues } from "../base/error.ts";
import { asPublic } from "../base/public.ts";
import { describeValue } from "../model/schema/describe.ts";
import { unknownKey } from "../model/schema/schema-issues.ts";

/** Refuses options of a rule that are no object, or that nothing would honour. */
export function checkRuleOptions(options: unknown, known: readonly string[]): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw problem("FIELD_TYPE", "", `expected an object of options, got ${describeValue(options)}.`);
  }
  const unknown = Object.keys(options).filter((key) => !known.includes(key));
  throwIssues(unknown.map((key) => ({ path: `/${key}`, ...unknownKey(key, known) })));
}

/** A copy of the options of a rule, each field read once, checked as by `checkRuleOptions`. */
export function readRuleOptions<Options extends object>(asked: Options, known: readonly string[]): Options {
  return asPublic("options of a rule", () => {
    checkRuleOptions(asked, known);
    return { ...asked };
  });
}

/** Refuses a word that is none of those known. */
export function checkWord(word: unknown, path: string, known: readonly (string | boolean)[]): void {
  if (known.some((each) => each === word)) return;
  throw problem("VALUE_UNKNOWN", path, `expected one of ${known.join(", ")}, got ${describeValue(word)}.`);
}

/** Refuses a name that is no text, or nothing but spaces. */
export function checkName(name: unknown): void {
  if (typeof name !== "string") throw problem("FIELD_TYPE", "/name", `expected text, got ${describeValue(name)}.`);
  if (name.trim() === "") throw problem("TEXT_EMPTY", "/name", "expected a name, got text without letters.");
}

/** Refuses what is no function. */
export function checkFunction(value: unknown, path: string): void {
  if (typeof value === "function") return;
  throw problem("FIELD_TYPE", path, `expected a function, got ${describeValue(value)}.`);
}
