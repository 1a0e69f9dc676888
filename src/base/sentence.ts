/** A sentence in both languages of output, with the same numbers. */
export interface Sentence {
  readonly en: string;
  readonly tr: string;
}

/** Words after a colon, or nothing without words. */
export function listed(words: readonly string[]): string {
  return words.length === 0 ? "" : `: ${words.join(", ")}`;
}
