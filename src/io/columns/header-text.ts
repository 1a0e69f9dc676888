/** The form in which headers are compared: without case, spaces, underscores, dashes, punctuation and accents. */
export function normalHeader(header: string): string {
  return foldedHeader(header).replace(/[\s_\-.:;,?!*'’"“”()[\]/&]+/gu, "");
}

/** A text without case and accents; Turkish letters with and without dots are one. */
export function foldedHeader(header: string): string {
  return header
    .normalize("NFD")
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(/[Iıİ]/gu, "i")
    .toLowerCase();
}

/** A header without remarks in brackets and without the mark of an answer that is required: `Email * (work)`. */
export function withoutRemarks(header: string): string {
  return header.replace(/\([^()]*\)|\[[^[\]]*\]|\*/gu, " ");
}

/** A header in words: `VacationHours` is `vacation hours`. */
export function inWords(header: string): string {
  return foldedHeader(header.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ").replace(/[_.]+/gu, " "));
}
