import { meaningsIn } from "./codes/codes.ts";
import type { Meanings } from "./codes/meaning.ts";
import { COMMAND } from "./tr/command.ts";
import { FILES } from "./tr/files.ts";
import { INPUT } from "./tr/input.ts";
import { SHAPES } from "./tr/shapes.ts";

/**
 * Words for errors and warnings in a language. English is what the library says at its places; other languages say it
 * again, as in catalogues of gettext.
 */
export interface Words {
  /** What each code means and what to do, said where a sentence has no translation. */
  readonly codes: Meanings;
  /**
   * Sentences by the English ones. `{name}` holds what is inserted as it is; `{n}`, `{n2}`, … and `{m}` hold figures; `<name>`
   * holds words that are sentences of this catalogue themselves.
   */
  readonly sentences: Readonly<Record<string, string>>;
  /** How figures are written: what divides thousands and decimals. @default "," and "." */
  readonly figures?: { readonly group: string; readonly decimal: string };
}

/** Turkish. */
export const TURKISH: Words = {
  codes: meaningsIn("tr"),
  sentences: { ...SHAPES, ...INPUT, ...FILES, ...COMMAND },
  figures: { group: ".", decimal: "," },
};

/** English: sentences are as they were said. */
export const ENGLISH: Words = { codes: meaningsIn("en"), sentences: {} };
