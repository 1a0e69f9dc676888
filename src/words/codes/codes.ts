import { COMMAND_CODES } from "./en/commands.ts";
import { FILE_CODES } from "./en/files.ts";
import { INPUT_CODES } from "./en/input.ts";
import { WARNING_CODES } from "./en/warnings.ts";
import type { Meanings } from "./meaning.ts";
import { COMMAND_CODES_TR } from "./tr/commands.ts";
import { FILE_CODES_TR } from "./tr/files.ts";
import { INPUT_CODES_TR } from "./tr/input.ts";
import { WARNING_CODES_TR } from "./tr/warnings.ts";

/** A part of the page `docs/errors.md`: its codes in both languages. */
export interface Part {
  readonly title: { readonly en: string; readonly tr: string };
  readonly en: Meanings;
  readonly tr: Meanings;
}

/** Every code by the part that tells it, in the order of the page. */
export const CODES: readonly Part[] = [
  { title: { en: "Input and options", tr: "Girdi ve ayarlar" }, en: INPUT_CODES, tr: INPUT_CODES_TR },
  { title: { en: "Warnings of a result", tr: "Sonuçtaki uyarılar" }, en: WARNING_CODES, tr: WARNING_CODES_TR },
  { title: { en: "Files", tr: "Dosyalar" }, en: FILE_CODES, tr: FILE_CODES_TR },
  { title: { en: "The command", tr: "Komut satırı" }, en: COMMAND_CODES, tr: COMMAND_CODES_TR },
];

/** The meanings of all parts in a language. */
export function meaningsIn(language: "en" | "tr"): Meanings {
  return Object.assign({}, ...CODES.map((part) => part[language])) as Meanings;
}
