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

/** `-eceğiniz`, `-diğim`: what Turkish hangs on a verb to say whose it is. */
const OF_VERB = /(?<=[ae]c[ae]g|[dt][iu]g)(?:[iu]m|[iu]n|[iu]n[iu]z)$/u;

/**
 * A header of a Turkish form in the words of a list: who is asked is left out, so that `öğretebileceğiniz konular` is
 * `öğretebileceği konular`, `bölümünüz` is `bölüm`, and `sicil numaranız` is `sicil numarası`. None for other headers.
 */
export function impersonal(header: string): readonly string[] {
  const words = foldedHeader(header)
    .split(/\s+/u)
    .map((word) => word.replace(/(?<![?:*.!])[?:*.!]+$/u, ""));
  const ofList = words.map((word) =>
    word.replace(OF_VERB, (ending) => ending.charAt(0)).replace(/n[iu]z[iu]n$/u, "nin"),
  );
  const forms = ["", "$1", "s$2"].map((left) =>
    ofList.map((word) => word.replace(/(?<=\p{L}{2})([iu]?)n([iu])z$/u, left === "s$2" ? "$1s$2" : left)).join(" "),
  );
  return [...new Set(forms)].filter((form) => form !== words.join(" "));
}
