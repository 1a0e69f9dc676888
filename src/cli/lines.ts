import type { TersineError } from "../index.ts";
import { messageOf } from "../words/index.ts";
import type { Detail, Failure } from "./failure.ts";
import type { Language } from "./terminal.ts";

const SEVERITY = { en: { error: "error", warning: "warning" }, tr: { error: "hata", warning: "uyarı" } } as const;

/** `people.csv:3:5: error CODE: message. Hint.`, and of a workbook `people.xlsx [Staff] E3: error …` */
export function lineOf(detail: Detail, language: Language): string {
  const { code = "", severity, file = "", line, column, cell, path } = detail;
  const parts = cell === undefined ? [file, line, column] : [`${file} ${cell}`];
  const place = parts.filter((part) => part !== undefined && part !== "").join(":");
  const kind = severity === undefined ? "" : SEVERITY[language][severity];
  const head = [kind, code].filter((part) => part !== "").join(" ");
  const told = messageOf({ ...detail, code }, language);
  return `${place}${place === "" ? "" : ": "}${head}${head === "" ? "" : `${pathText(path, language)}: `}${told}`;
}

/** What a failure says, a line each. */
export function linesOfFailure({ code, message, details }: Failure, language: Language): readonly string[] {
  return [`${code}: ${messageOf({ code, message }, language)}`, ...details.map((detail) => lineOf(detail, language))];
}

/** The hint of the library in the words of a configuration. */
const NO_AGE =
  'To match without it, name the other rules in the configuration: "match": { "rules": ["noReportingLine", "reverse"] }; or another measure: { "rule": "crossGeneration", "by": "careerStartYear" }.';

/** What an error of the library says, a line for each issue. */
export function linesOfError({ issues }: TersineError, language: Language): readonly string[] {
  return issues.map((issue) => {
    const { code, path } = issue;
    const advised = code === "NO_GENERATION_DATA" ? { ...issue, hint: NO_AGE } : issue;
    return `${code}${pathText(path, language)}: ${messageOf(advised, language)}`;
  });
}

/** Where in a document something stands. */
function pathText(path: string | undefined, language: Language): string {
  if (path === undefined) return "";
  const shown = path === "" ? "/" : path;
  return language === "tr" ? ` (${shown})` : ` at ${shown}`;
}
