import type { Sentence } from "../../base/sentence.ts";
import { messageOf, type Told } from "../../words/index.ts";
import type { Refusal } from "../protocol.ts";

/** What an issue says, and what to do about it, in both languages. */
export function saidOf(issue: Told): Sentence {
  return { en: capital(messageOf(issue)), tr: capital(messageOf(issue, "tr")) };
}

/** What the library refuses. */
export function refusalOf(issues: readonly Told[]): Refusal {
  return { issues: issues.map((issue) => ({ code: issue.code, said: saidOf(issue) })) };
}

/** Turkish has an i with a dot in upper case, too; sentences of issues begin with none that matters in English. */
function capital(text: string): string {
  const first = text.slice(0, 1);
  return `${first === "i" && /[çğıöşü]/u.test(text) ? "İ" : first.toUpperCase()}${text.slice(1)}`;
}
