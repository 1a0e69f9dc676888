/**
 * The form in which words that the reader knows are compared: lower case in which `I`, `ı`, `İ` and `i` are one, without
 * accents and invisible characters, dots and apostrophes, with single spaces.
 */
export function plainWords(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}.'’`]/gu, "")
    .replace(/[Iıİ]/gu, "i")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();
}
