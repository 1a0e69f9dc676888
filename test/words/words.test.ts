import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { translateBy } from "../../src/words/translate.ts";
import { TURKISH } from "../../src/words/index.ts";
import { HOLE, sourceSentences } from "../support/told-sentences.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The rooms whose errors people read; the solver's own input is told by the meaning of its code. */
const ROOMS = "base model score rules plan matcher explain io pool talks groups evaluate cli".split(" ");

/** What may stand in a place: a figure, a name, words that are known, nothing at all. */
const VALUES = ["7", "a number", "x", "mentor", "Trim it.", ""];

const translate = translateBy(TURKISH);

/** Most places that are filled in every way. */
const MOST_FILLED = 3;

function isKnown(form: string): boolean {
  const fill = (text: string, left: number): boolean =>
    left === 0
      ? VALUES.some((value) => translate(text.replaceAll(HOLE, value).trim()) !== undefined)
      : VALUES.some((value) => fill(text.replace(HOLE, value), left - 1));
  return !/[a-z]/iu.test(form) || fill(form, 0) || fill(form, MOST_FILLED);
}

/** What both languages call alike. */
const NAMES = /npm install|tersine talks|pool (?:step|simulate)/gu;

/** Every two words in a row that stand outside of quotes. */
function runsOf(text: string): readonly string[] {
  return text.split(/"[^"]*"/u).flatMap((part) => {
    const words = part.split(" ");
    return words.map((_, at) => words.slice(at, at + 2).join(" ")).filter((run) => /^[a-z]+ [a-z]+$/iu.test(run));
  });
}

function isMixed(text: string): boolean {
  const said = ` ${(translate(text) ?? "").replace(NAMES, "")} `;
  return runsOf(text).some((run) => said.includes(` ${run} `));
}

const answers = new Map<string, boolean>();

function isKnownBefore(form: string): boolean {
  const answer = answers.get(form) ?? isKnown(form);
  answers.set(form, answer);
  return answer;
}

describe("the Turkish catalogue", () => {
  it("knows every sentence of an error or a warning that the source holds", () => {
    const sentences = sourceSentences(root, ROOMS);
    expect(sentences.length).toBeGreaterThan(300);
    const unknown = sentences.flatMap(({ file, line, forms }) =>
      [...new Set(forms)]
        .filter((form) => !isKnownBefore(form))
        .map((form) => `${file}:${String(line)} ${form.replaceAll(HOLE, "…")}`),
    );
    expect(unknown).toEqual([]);
  });

  it("leaves no English in what it says", () => {
    const mixed = sourceSentences(root, ROOMS).flatMap(({ file, line, forms }) =>
      [...new Set(forms)]
        .map((form) => form.replaceAll(HOLE, "7").trim())
        .filter(isMixed)
        .map((text) => `${file}:${String(line)} ${text} => ${String(translate(text))}`),
    );
    expect(mixed).toEqual([]);
  });

  it("says each of many sentences", () => {
    const sentences = (one: string) => Array.from({ length: 12 }, () => one).join(" ");
    expect(translate(sentences("Trim it."))).toBe(sentences(translate("Trim it.") ?? ""));
  });

  it.each(["A. ", "A: ", "a: ", 'rule "A": '])("ends with a text of many parts that is none of its own: %s", (part) => {
    expect(translate(`${part.repeat(Math.floor(3_900 / part.length))}B`)).toBeUndefined();
  });
});
