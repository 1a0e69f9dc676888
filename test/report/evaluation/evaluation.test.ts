import axe from "axe-core";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { describe, expect, it } from "vitest";
import { audit, evaluate, type Outcome } from "../../../src/evaluate/index.ts";
import { renderEvaluation } from "../../../src/report/index.ts";
import { madeResult } from "../../support/made-results.ts";

const HOSTILE = '<img src=x onerror="alert(1)">';
const result = madeResult(60, 30);
const pairs = result.pairs.map((pair, at) => ({ ...pair, score: 400_000 + 5_000 * at }));
const ids = [...pairs.map(({ menteeId }) => menteeId), ...result.unmatched.map(({ id }) => id)];
const groups = Object.fromEntries(
  ids.map((id, at) => [id, at % 7 === 0 ? null : at < 3 ? "C" : at % 3 === 0 ? HOSTILE : "B"]),
);
const outcomes = pairs.slice(0, 50).map(({ mentorId, menteeId }, at): Outcome => ({
  mentorId,
  menteeId,
  rating: 1 + ((at + Math.floor(at / 9)) % 5),
  metTimes: at % 5,
  weeks: 1 + (at % 12),
  continued: at % 3 > 0,
}));
const found = { audit: audit(result, groups, { outcomes }), evaluation: evaluate(pairs, outcomes) };
const pages = { en: renderEvaluation(found), tr: renderEvaluation(found, { language: "tr" }) };

describe("the page of an evaluation", () => {
  it("I9: labels stay text, nothing runs or loads, and no person stands in it", () => {
    for (const html of Object.values(pages)) {
      expect(html).not.toMatch(/<(?:script|img|iframe|link|object|embed|form)\b/iu);
      expect(html).not.toMatch(/<[^>]*\s(?:src|href|on[a-z]+)=/iu);
      for (const id of ids) expect(html).not.toContain(id);
    }
  });

  it("shows no figure that the audit hides, and every one that it shows", () => {
    const small = audit(madeResult(45, 5), Object.fromEntries(ids.map((id, at) => [id, at % 2 === 0 ? "A" : "B"])));
    const html = renderEvaluation({ audit: small });
    const rows = small.sides.flatMap(({ stages }) => stages.flatMap(({ rows: own }) => own));
    const hidden = rows.filter(({ k }) => k === null);
    expect(hidden.length).toBeGreaterThan(0);
    expect(html.match(/<td>hidden<\/td>/gu)?.length).toBeGreaterThanOrEqual(hidden.length);
    expect(html.match(/<circle/gu)?.length ?? 0).toBe(rows.length - hidden.length);
  });

  it("E6: both languages carry the same numbers", () => {
    const numbersOf = (html: string): readonly string[] =>
      (
        html
          .replace(/<style>[\s\S]*?<\/style>/u, "")
          .replace(/&#\d+;/gu, "")
          .replaceAll(",", ".")
          .match(/\d+(?:\.\d+)?/gu) ?? []
      ).sort();
    expect(numbersOf(pages.tr).filter((each) => each !== "5")).toEqual(
      numbersOf(pages.en).filter((each) => each !== "5"),
    );
  });
});

const browserPath = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));

describe.skipIf(browserPath === undefined)("the page of an evaluation in a browser", () => {
  it("is accessible and does not scroll sideways, wide and narrow, light and dark", async () => {
    const browser = await chromium.launch({ executablePath: browserPath ?? "", args: ["--no-sandbox"] });
    try {
      for (const [language, width, colorScheme] of [
        ["en", 1100, "light"],
        ["tr", 380, "dark"],
      ] as const) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
        await page.setContent(pages[language]);
        expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
        await page.evaluate(axe.source);
        const serious = await page.evaluate(
          "axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id))",
        );
        expect(serious).toEqual([]);
        const folder = process.env["SCREENSHOTS"];
        if (folder !== undefined)
          await page.screenshot({ path: `${folder}/evaluation-${language}.png`, fullPage: true });
        await page.close();
      }
    } finally {
      await browser.close();
    }
  });
});
