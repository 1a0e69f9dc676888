import { problem } from "../base/error.ts";
import { isRecord } from "../base/given.ts";
import { asPublic } from "../base/public.ts";
import type { Meaning } from "./codes/meaning.ts";
import { translateBy } from "./translate.ts";
import { ENGLISH, TURKISH, type Words } from "./words.ts";

/** What is told of one problem: an issue of an error, of a file, or one that was stored. */
export interface Told {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** The message in Turkish, where it comes with one. */
  readonly tr?: string;
}

/** A language that the library speaks, or the words of another one. */
export type Language = "en" | "tr" | Words;

/** What an issue says, and what to do, in a language: `"fr"` needs words of its own. */
export function messageOf(issue: Told, language: Language = "en"): string {
  return asPublic("messageOf", () => {
    const { message, hint } = issueIn(issue, language);
    return hint === undefined || hint === "" ? message : `${message} ${hint}`;
  });
}

/**
 * An issue with its message and hint in a language. A sentence that the catalogue lacks is told by the meaning of its code:
 * the place stays exact, and no sentence mixes two languages.
 */
export function issueIn<Issue extends Told>(issue: Issue, language: Language = "en"): Issue {
  return asPublic("issueIn", () => said(issue, language));
}

function said<Issue extends Told>(issue: Issue, language: Language): Issue {
  if (typeof issue.message !== "string") throw problem("FIELD_TYPE", "/message", "expected text, got something else.");
  if (language === "en") return issue;
  const words = wordsOf(language);
  const translate = translateBy(words);
  const { code, message, hint, tr } = issue;
  const [means = code, help = ""] = words.codes[code] ?? [];
  const told = (language === "tr" ? tr : undefined) ?? translate(message);
  const advice = hint === undefined || hint === "" ? undefined : (translate(hint) ?? help);
  return {
    ...issue,
    message: told ?? means,
    ...(advice === undefined ? {} : { hint: advice }),
  };
}

/** A sentence of an error or a warning in a language, or `undefined` where its catalogue lacks it. */
export function sentenceIn(sentence: string, language: Language): string | undefined {
  return asPublic("sentenceIn", () => (language === "en" ? sentence : translateBy(wordsOf(language))(sentence)));
}

/** What a code means and what to do about it, or `undefined` for a word that is no code. */
export function meaningOf(code: string, language: Language = "en"): Meaning | undefined {
  return asPublic("meaningOf", () => {
    const { codes } = wordsOf(language);
    return Object.hasOwn(codes, code) ? codes[code] : undefined;
  });
}

function wordsOf(language: Language): Words {
  if (language === "en") return ENGLISH;
  if (language === "tr") return TURKISH;
  if (isRecord(language) && isRecord(language.codes) && isRecord(language.sentences)) return language;
  throw problem("VALUE_UNKNOWN", "/language", 'expected "en", "tr" or words of another language.');
}
