import { COMMAND_CODES } from "./commands.ts";
import { FILE_CODES } from "./files.ts";
import { INPUT_CODES } from "./input.ts";
import type { Meanings } from "./meaning.ts";
import { WARNING_CODES } from "./warnings.ts";

/** Every code by the part that tells it, in the order of the page `docs/errors.md`. */
export const CODES: readonly (readonly [part: string, codes: Meanings])[] = [
  ["Input and options", INPUT_CODES],
  ["Warnings of a result", WARNING_CODES],
  ["Files", FILE_CODES],
  ["The command", COMMAND_CODES],
];

const BY_CODE = new Map(CODES.flatMap(([, codes]) => Object.entries(codes)));

/** What a code means and what to do, or `undefined` for a word that is none. */
export function explanationOf(code: string): string | undefined {
  const [means, help] = BY_CODE.get(code) ?? [];
  return (
    means &&
    help &&
    `${code}
  ${means}
  ${help}
`
  );
}
