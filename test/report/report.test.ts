import axe from "axe-core";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { describe, expect, it } from "vitest";
import { matchPairs, quota, type MatchInput, type MatchOptions } from "../../src/index.ts";
import { renderReport } from "../../src/report/index.ts";
import { drawer } from "../support/enumerate-fast.ts";

const HOSTILE = '<img src=x onerror="alert(1)"> </script><script>alert(2)</script> \u202Eevil';

/** A made-up programme with `size` people a side. */
function programme(size: number, name = (id: string) => `Person ${id}`): MatchInput {
  const draw = drawer(size);
  const topics = Array.from({ length: 20 }, (_, topic) => `Topic ${topic}`);
  const some = () => Array.from({ length: 3 }, () => topics[draw(20)]!);
  const ids = Array.from({ length: size }, (_, place) => String(place).padStart(4, "0"));
  const days = ["Mon", "Tue", "Wed", "Thu"];
  const availability = () => `${days[draw(4)]!} 09:00-12:00; ${days[draw(4)]!} 14:00-17:00`;
  return {
    period: { start: "2027-01-04", end: "2027-03-28" },
    mentors: ids.map((id) => ({
      id: `m${id}`,
      name: name(`m${id}`),
      level: draw(3),
      birthYear: 1985 + draw(18),
      timeZone: "Europe/Istanbul",
      teaches: some(),
      availability: availability(),
      capacity: 1 + draw(2),
    })),
    mentees: ids.map((id) => ({
      id: `e${id}`,
      name: name(`e${id}`),
      level: 3 + draw(3),
      birthYear: 1955 + draw(30),
      timeZone: "Europe/Istanbul",
      learns: some(),
      availability: availability(),
    })),
  };
}

function reportOf(input: MatchInput, language: "en" | "tr" = "en", options: MatchOptions = {}): string {
  return renderReport(input, matchPairs(input, options), { language });
}

describe("report", () => {
  it("I9: hostile names stay text, and nothing runs or loads", () => {
    for (const options of [{}, { rules: [], quotas: [quota(HOSTILE, {}, { min: 999 })] }]) {
      const html = reportOf(
        programme(6, () => HOSTILE),
        "en",
        options,
      );
      expect(html).not.toMatch(/<(?:script|img|iframe|link|object|embed|form)\b/iu);
      expect(html).not.toMatch(/<[^>]*\son[a-z]+=/iu);
      expect(html).not.toMatch(/<[^>]*\s(?:src|href)=(?!"#)/iu);
      expect(html).not.toContain("\u202E");
      expect(html).toContain("default-src 'none'");
    }
  });

  it("E6: both languages carry the same numbers", () => {
    const input = programme(8);
    const numbersOf = (html: string): readonly string[] =>
      (html.replace(/<style>[\s\S]*?<\/style>|&#\d+;/gu, "").match(/\d+/gu) ?? []).sort();
    const [en, tr] = [reportOf(input, "en"), reportOf(input, "tr")];
    expect(tr).toContain('lang="tr"');
    expect(numbersOf(tr)).toEqual(numbersOf(en));
  });

  it("shareable: tells no topic of few people, and lists pairs in the order asked for, never by score", () => {
    const topic = (place: number): string => (place < 6 ? "Common" : `Rare ${place}`);
    const ids = Array.from({ length: 8 }, (_, place) => String(place));
    const input: MatchInput = {
      mentors: ids.map((id, place) => ({ id: `m${id}`, name: `Mentor ${8 - place}`, teaches: [topic(place)] })),
      mentees: ids.map((id, place) => ({
        id: `e${id}`,
        name: `Mentee ${8 - place}`,
        department: place % 2 === 0 ? "A" : "B",
        learns: [topic(place), ...(place === 0 ? ["Secret wish"] : [])],
      })),
    };
    const result = matchPairs(input, { rules: [] });
    const shown = (sort?: "score" | "name" | "department"): string =>
      renderReport(input, result, { form: "shareable", ...(sort === undefined ? {} : { sort }) });
    const [topics = ""] = shown().split("<h2>Topics").slice(-1);
    expect(topics).toContain("Common");
    expect(topics).not.toMatch(/Rare|Secret/u);
    const orderOf = (html: string): readonly string[] =>
      [...html.matchAll(/>(Mentee \d)</gu)].map(([, name = ""]) => name.slice(-1));
    const byName = ["1", "2", "3", "4", "5", "6", "7", "8"];
    expect([shown(), shown("score"), shown("name")].map(orderOf)).toEqual([byName, byName, byName]);
    expect(orderOf(shown("department"))).toEqual(["2", "4", "6", "8", "1", "3", "5", "7"]);
  });

  it("A6: each distribution counts every pair once, and the tables hold what the result says", () => {
    const input = programme(20);
    const result = matchPairs(input);
    if (result.status === "infeasible") throw new Error("expected pairs");
    const html = renderReport(input, result);
    const charts = [...html.matchAll(/<div><h3>(.*?)<\/h3><svg class="bars".*?<desc>(.*?)<\/desc>/gu)];
    const sums = charts.map(([, title, told = ""]) => {
      const figures = told.split("; ").map((each) => Number(/: (\d+)$/u.exec(each)?.[1]));
      return [title, figures.reduce((sum, figure) => sum + figure, 0)];
    });
    const { pairs, totals, demand } = result;
    expect(sums).toEqual([
      ["Scores of the pairs", pairs.length],
      ["Level gap of the pairs (mentee minus mentor)", pairs.length],
      ["Years of birth between the two", pairs.length],
      ["Common minutes a week", pairs.length],
      ["Mentors by number of partners", totals.mentors],
    ]);
    const rowsOf = (caption: string): number =>
      new RegExp(`<caption>${caption}</caption>.*?</table>`, "su").exec(html)?.[0].match(/scope="row"/gu)?.length ?? 0;
    expect(rowsOf("Pairs")).toBe(pairs.length);
    expect(rowsOf("Topics: supply and demand")).toBe(demand.length);
    const rules = new Set(
      [...result.manifest.options.rules, ...totals.refusals.map(({ rule: name }) => ({ name }))].map(
        ({ name }) => name,
      ),
    );
    expect(rowsOf("The rules in words")).toBe(rules.size);
    expect(html).toContain(`allow: ${totals.candidates} of ${totals.mentors * totals.mentees}.`);
  });

  it("shows the first rows of long tables, and says how many there are", () => {
    const input = programme(30);
    const result = matchPairs(input);
    if (result.status === "infeasible") throw new Error("expected pairs");
    const html = renderReport(input, result, { maximumRows: 5 });
    expect(html).toContain(`The first 5 of ${result.pairs.length} are shown.`);
    expect(html.match(/class="stack"/gu)).toHaveLength(5);
  });

  it("names the conflict where demands cannot be met", () => {
    const html = reportOf(programme(4), "en", { quotas: [quota("many", {}, { min: 99 })] });
    expect(html).toContain("The demands cannot be met together");
    expect(html).toContain("needs 99 pairs");
  });
});

const browserPath = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));
if (browserPath === undefined) console.warn("No Chromium found: the report is not looked at in a browser.");

describe.skipIf(browserPath === undefined)("report in a browser", () => {
  it.each([
    ["a small programme, light", 12, "light"],
    ["a small programme, dark", 12, "dark"],
    ["120 people a side, light", 120, "light"],
  ] as const)(
    "%s: no errors, no sideways scrolling at 360 px, no serious findings of axe",
    async (_, size, colorScheme) => {
      const browser = await chromium.launch({ executablePath: browserPath!, args: ["--no-sandbox"] });
      try {
        const page = await browser.newPage({ colorScheme, viewport: { width: 360, height: 800 }, bypassCSP: true });
        const errors: string[] = [];
        page.on("console", (message) => {
          if (message.type() === "error") errors.push(message.text());
        });
        page.on("pageerror", (error) => errors.push(error.message));
        page.on("request", (request) => {
          if (!request.url().startsWith("data:") && request.url() !== "about:blank") errors.push(request.url());
        });
        await page.setContent(reportOf(programme(size)));
        expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
        await page.evaluate(axe.source);
        const found = await page.evaluate(
          "axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id))",
        );
        expect(found).toEqual([]);
        expect(errors).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );
});
