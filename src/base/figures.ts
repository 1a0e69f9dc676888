import type { Sentence } from "./sentence.ts";

/** Most decimals of a figure in a sentence, unless the sentence asks for others. */
const MOST_DECIMALS = 3;

/**
 * A number as each language writes it: 1,234.5 and 1.234,5. Decimals that are 0 are left out. Own code, because what
 * `Intl` writes depends on the data that a platform holds.
 */
export function figureText(value: number, decimals = MOST_DECIMALS): Sentence {
  const [whole = "", part = ""] = String(Number(Math.abs(value).toFixed(decimals))).split(".");
  const groups = whole.replace(/\d(?=(?:\d{3})+$)/gu, "$&,");
  const sign = value < 0 && (whole !== "0" || part !== "") ? "-" : "";
  return {
    en: `${sign}${groups}${part === "" ? "" : `.${part}`}`,
    tr: `${sign}${groups.replaceAll(",", ".")}${part === "" ? "" : `,${part}`}`,
  };
}

/** A count with its English noun: "1 mentor", "2 mentors". Turkish nouns stay singular after numbers. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${figureText(count).en} ${count === 1 ? one : many}`;
}
