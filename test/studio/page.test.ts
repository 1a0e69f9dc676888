import axe from "axe-core";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { studioPage } from "../../scripts/studio/page.ts";
import { tableToExcel } from "../../src/io/excel/write.ts";
import { runCommand } from "../support/run-command.ts";
import { registrations } from "./registrations.ts";

const browserPath = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));
if (browserPath === undefined) console.warn("No Chromium found: the studio is not used in a browser.");

const MOST_WAIT = 120_000;

/** A page that is open, and what it did that it must not do. */
interface Opened {
  readonly page: Page;
  readonly faults: string[];
}

/** Tabs, as somebody without a mouse does, until what has the focus has a name. */
async function tabTo(page: Page, name: RegExp, key = "Tab"): Promise<void> {
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press(key);
    const focused = await page.evaluate<string>(`(() => {
      const e = document.activeElement;
      const label = e.labels?.[0]?.textContent ?? "";
      return [e.getAttribute("aria-label") ?? "", label, e.tagName === "BUTTON" ? e.textContent : ""].join(" ").trim();
    })()`);
    if (name.test(focused)) return;
  }
  throw new Error(`nothing that the keyboard reaches is called ${name.source}`);
}

/** What axe finds serious, light and dark. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // what dark changes is the colours
    const rules = colorScheme === "dark" ? '{ runOnly: ["color-contrast"] }' : "{}";
    const ids = await page.evaluate<readonly string[]>(
      `axe.run(document, ${rules}).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html).join(' | ')))`,
    );
    found.push(...ids.map((id) => `${colorScheme} ${id}`));
  }
  return found;
}

async function saved(page: Page, name: RegExp): Promise<string> {
  const download = page.waitForEvent("download");
  await tabAndPress(page, name);
  return readFileSync(await (await download).path(), "utf8");
}

async function tabAndPress(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

/** Waits until the plan has been made anew. */
async function settled(page: Page): Promise<void> {
  await page.locator(".status:empty").waitFor({ state: "attached" });
}

describe.skipIf(browserPath === undefined)("the studio in a browser", () => {
  let folder = "";
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "tersine-studio-"));
    writeFileSync(join(folder, "studio.html"), await studioPage());
    browser = await chromium.launch({ executablePath: browserPath!, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function open(width: number, locale: string): Promise<Opened> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale, offline: true });
    const page = await context.newPage();
    // a busy machine is no failure
    page.setDefaultTimeout(MOST_WAIT);
    const faults: string[] = [];
    page.on("console", (message) => faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("request", (request) => {
      if (!/^(?:file|blob):/u.test(request.url())) faults.push(request.url());
    });
    await page.goto(pathToFileURL(join(folder, "studio.html")).href);
    return { page, faults };
  }

  it("from files to pairs by keyboard, with 300 mentors and 300 mentees", async () => {
    const { page, faults } = await open(1200, "en-GB");
    const lists = registrations(300);
    const mentees = Buffer.from(await tableToExcel("Mentees", {}, lists.mentees));
    const files = [
      { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(lists.people) },
      { name: "mentors.csv", mimeType: "text/csv", buffer: Buffer.from(lists.mentors) },
      { name: "mentees.xlsx", mimeType: "application/zip", buffer: mentees },
    ];
    const asked = page.waitForEvent("filechooser");
    await tabAndPress(page, /Choose files/u);
    await (await asked).setFiles(files);
    await page.getByText("300 mentors, 300 mentees").waitFor();
    expect(await findings(page)).toEqual([]);

    await tabAndPress(page, /See the pairs/u);
    await page.locator(".summary").waitFor();
    await tabTo(page, /Shared goals/u);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await tabTo(page, /A topic that is wished and offered/u);
    await page.keyboard.press("Space");
    await settled(page);
    expect(await page.locator(".summary").textContent()).toMatch(/Since the last change|the same as before/u);

    await tabTo(page, /^Find by name/u);
    await page.keyboard.type("mentee 29");
    await page.getByText("11 of 300 pairs").waitFor();
    await tabAndPress(page, /^Details of/u);
    await page.locator("dialog[open] .cost").waitFor();
    const names = await page.locator("dialog[open] h2").textContent();
    expect(await findings(page)).toEqual([]);
    await tabAndPress(page, /Forbid this pair/u);
    await settled(page);
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    await tabTo(page, /Undo this: /u);
    expect(await page.locator("aside li").textContent()).toContain(names);

    await page.locator(".downloads summary").focus();
    await page.keyboard.press("Enter");
    const config = await saved(page, /Settings for the command/u);
    await page.locator(".downloads summary").focus();
    const pairs = await saved(page, /Pairs \(CSV\)/u);
    const { stdout, exit } = await runCommand(["match", "--excel", "--out", "-"], {
      ...{ "people.csv": lists.people, "mentors.csv": lists.mentors, "mentees.xlsx": mentees },
      "tersine.config.json": config,
    });
    expect(exit).toBe(0);
    expect(pairs).toBe(stdout);

    await tabTo(page, /^Pairs \(\d/u);
    for (const tab of ["Left out", "Changes", "Why not these two?"]) {
      await page.keyboard.press("ArrowRight");
      await page.getByRole("tab", { name: tab, selected: true }).waitFor();
    }
    await tabTo(page, /^Mentee/u);
    await page.keyboard.press("ArrowDown");
    await tabTo(page, /^Mentor/u);
    await page.keyboard.press("ArrowDown");
    await tabAndPress(page, /^Ask$/u);
    await page.locator(".panel").waitFor();
    expect(await page.locator(".panel strong").first().textContent()).toMatch(/^(?:They|The rules)/u);
    expect(await findings(page)).toEqual([]);

    await tabAndPress(page, /^Undo$/u);
    await settled(page);
    expect(await page.locator("aside li").count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("the example on a phone, in Turkish: nothing is wider than the screen", async () => {
    const { page, faults } = await open(360, "tr-TR");
    await page.getByRole("button", { name: "Örnek bir kurumla dene" }).click();
    await page.getByRole("tab", { name: /^Eşleşemeyenler/u }).click();
    await page.getByText("aranıyor").first().waitFor();
    const isNarrow = "document.documentElement.scrollWidth <= window.innerWidth";
    expect(await page.evaluate(isNarrow)).toBe(true);
    expect(await page.locator("html").getAttribute("lang")).toBe("tr");
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "1. Dosyalar" }).click();
    expect(await page.evaluate(isNarrow)).toBe(true);
    expect(await findings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
