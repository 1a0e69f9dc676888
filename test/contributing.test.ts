import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(ROOT, "docs/contributing");

const textOf = (path: string): string => readFileSync(path, "utf8");

/** First cells of the tables of a page. */
const listed = (page: string): ReadonlySet<string> =>
  new Set([...textOf(join(FOLDER, page)).matchAll(/^\| ([A-Z]?\d+)\s+\|/gmu)].map(([, code = ""]) => code));

const tests = readdirSync(join(ROOT, "test"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({ name, text: textOf(join(ROOT, "test", name)) }));

/** Titles begin with what they cite: `X3, C15: …`, `D1-D3: …`, `65: …`; tables of bad inputs say `row: 65` or `"65 …": {`. */
const TITLE = /["'`]((?:[A-Z]\d{1,2}|\d{1,3})(?:(?:, |-)(?:[A-Z]\d{1,2}|\d{1,3}))*): /gu;
const ROW = /\brow: (\d{1,3})\b|^\s+"(\d{2,3}) [^"]*": \{/gmu;

function citedIn(text: string): readonly string[] {
  const titles = [...text.matchAll(TITLE)].flatMap(([, codes = ""]) => codes.split(/, |-/u));
  const rows = [...text.matchAll(ROW)].map(([, row, key]) => row ?? key ?? "");
  return [...titles, ...rows];
}

describe("docs/contributing", () => {
  it("explains every law and every bad input that a test cites", () => {
    const known = new Set([...listed("laws.md"), ...listed("bad-inputs.md")]);
    const cited = tests.flatMap(({ name, text }) => citedIn(text).map((code) => ({ name, code })));
    expect(cited.filter(({ code }) => !known.has(code))).toEqual([]);
    expect(new Set(cited.map(({ code }) => code)).size).toBeGreaterThan(150);
  });

  it("names only files and folders that exist", () => {
    const pages = [...readdirSync(FOLDER).map((name) => join(FOLDER, name)), join(ROOT, "CONTRIBUTING.md")];
    const missing = pages.flatMap((page) => {
      const paths = [...textOf(page).matchAll(/`((?:src|test|docs|scripts|examples|bench)\/[^\s`]*)`/gu)];
      const links = [...textOf(page).matchAll(/\]\(([^)#:]+)[^):]*\)/gu)];
      const targets = [
        ...paths.map(([, path = ""]) => resolve(ROOT, path)),
        ...links.map(([, link = ""]) => resolve(dirname(page), link)),
      ];
      return targets.filter((target) => !existsSync(target)).map((target) => `${page}: ${target}`);
    });
    expect(missing).toEqual([]);
  });
});
