import { problem } from "./error.ts";

/** Orders texts by UTF-16 code units: the same on every machine, whatever its locale or ICU version. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Soft hyphen, zero-width characters, marks of writing direction …: nobody sees them, so they cannot tell topics apart. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** An i with marks, decomposed: a Turkish dotted capital leaves a dot above among them that the i already has. */
const MARKED_I = /i\p{M}+/gu;

/**
 * The form in which topics, goals and other words of people are compared. Idempotent, and the same in every locale.
 *
 * In this order: invisible characters go; Unicode form NFC; upper and lower case become one (`ß` meets `SS`, `ς` meets
 * `σ`); white space is trimmed and each run of it becomes one space.
 *
 * The four letters `I`, `ı`, `İ` and `i` become one letter, `i`, with no dot left over. No choice by language is needed
 * then: `IĞDIR` meets `Iğdır` and `AI` meets `ai`. The price is that two Turkish words that differ in nothing but that
 * dot (`sınır`, `sinir`) meet too; a catalogue with ids keeps such topics apart. Letters of other scripts that merely
 * look alike (Cyrillic `а`, Latin `a`) never meet, and neither do letters with and without other accents.
 */
export function foldText(text: string): string {
  // exported, so callers without types may pass anything
  if (typeof text !== "string") throw problem("FIELD_TYPE", "", "foldText: expected text.");
  return text
    .replace(INVISIBLE, "")
    .normalize("NFC")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll("ς", "σ")
    .normalize("NFD")
    .replace(MARKED_I, (letter) => letter.replaceAll("\u0307", ""))
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .trim();
}

/**
 * The form in which languages are compared: the language of a tag (BCP 47), without script and region, so that `tr`,
 * `tr-TR`, `tr_TR` and `tur` are one (RFC 4647); any other text folded.
 */
export function languageKey(text: string): string {
  const folded = foldText(text);
  // without extensions; further words would be variants, or no tag at all
  const tag = folded.replaceAll("_", "-").replace(/-\w-.*/u, "");
  return /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-\d{4})?$/u.test(tag) ? new Intl.Locale(tag).language : folded;
}

/** The order of pairs in every list: by the mentee's id, then by the mentor's. */
export function compareByIds(a: PairIds, b: PairIds): number {
  return compareText(a.menteeId, b.menteeId) || compareText(a.mentorId, b.mentorId);
}

interface PairIds {
  readonly menteeId: string;
  readonly mentorId: string;
}

/** A text as it is shown: one form of every letter, trimmed, and single spaces inside. */
export function tidyText(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/gu, " ");
}
