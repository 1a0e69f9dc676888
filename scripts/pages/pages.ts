import { format, resolveConfig } from "prettier";
import { errorPage } from "./error-page.ts";
import { inputPage } from "./input-page.ts";
import { wordsPage } from "./words-page.ts";

/** Pages that are made from tables and schemas, by their path. */
export async function madePages(root: string): Promise<ReadonlyMap<string, string>> {
  const options = await resolveConfig(`${root}/docs/input.md`);
  const pages = [
    ["docs/errors.md", errorPage("en")],
    ["docs/hatalar.md", errorPage("tr")],
    ["docs/input.md", inputPage()],
    ["docs/words.md", wordsPage()],
  ] as const;
  const made = pages.map(async ([path, text]) => [path, await format(text, { ...options, filepath: path })] as const);
  return new Map(await Promise.all(made));
}
