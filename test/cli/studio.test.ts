import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { readArguments } from "../../src/cli/flags.ts";
import { studioCommand } from "../../src/cli/studio-command.ts";

const PAGE = '<!doctype html>\n<html lang="en" data-language="">\n<p>page</p>\n';

async function inFolder(argv: readonly string[], there: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "tersine-"));
  for (const [name, text] of Object.entries(there)) writeFileSync(join(folder, name), text);
  const places = [pathToFileURL(join(folder, "none.html")), pathToFileURL(join(folder, "page.html"))];
  let [stdout, stderr] = ["", ""];
  const terminal = {
    stdout: (text: string) => (stdout += text),
    data: (text: string) => (stdout += text),
    stderr: (text: string) => (stderr += text),
    stdin: () => new Blob([]).stream(),
    ...{ language: "en" as const, speak: () => undefined },
    ...{ cwd: folder, isTerminal: false, isOutputShown: false, signal: new AbortController().signal },
  };
  try {
    const exit = await studioCommand(readArguments(["studio", ...argv]), terminal, places);
    const names = readdirSync(folder);
    const page = names.length > Object.keys(there).length ? readFileSync(stdout.trim(), "utf8") : "";
    return { exit, stdout, stderr, page, folder, names };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it("studio: writes the page into the working folder, and prints its path and what to do", async () => {
  const { exit, stdout, stderr, page, folder } = await inFolder([], { "page.html": PAGE });
  expect([exit, stdout, page]).toEqual([0, `${join(folder, "tersine-studio.html")}\n`, PAGE]);
  expect(stderr).toContain("in a browser");
});

it("studio: the page opens in the language asked for", async () => {
  const { page } = await inFolder(["--language", "tr", "--out", "s.html"], { "page.html": PAGE });
  expect(page).toContain('<html lang="tr" data-language="tr">');
});

it("studio: - is standard output, as for every command: the page alone, and no file", async () => {
  const { exit, stdout, stderr, names } = await inFolder(["--out", "-"], { "page.html": PAGE });
  expect([exit, stdout, stderr, names]).toEqual([0, PAGE, "", ["page.html"]]);
});

it.each([
  ["OUTPUT_IS_INPUT", ["--out", "page.html", "--force"], { "page.html": PAGE }],
  ["OUTPUT_FORMAT", ["--out", "tersine.config.json", "--force"], { "page.html": PAGE, "tersine.config.json": "{}" }],
  ["OUTPUT_FORMAT", ["--out", "people.csv"], { "page.html": PAGE }],
  ["OUTPUT_EXISTS", [], { "page.html": PAGE, "tersine-studio.html": "mine" }],
  ["FLAG_VALUE", ["--language", "de"], { "page.html": PAGE }],
  ["OPERAND_UNKNOWN", ["page.html"], { "page.html": PAGE }],
  ["FILE_NOT_FOUND", [], { "other.html": PAGE }],
] as const)("studio: %s is told, and nothing is written", async (code, argv, there) => {
  await expect(inFolder(argv, there)).rejects.toMatchObject({ code });
});
