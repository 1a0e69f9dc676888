import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { EXIT, type ExitCode, Failure } from "./failure.ts";
import { checkOutputs, STANDARD } from "./files.ts";
import type { Arguments } from "./flags.ts";
import type { Terminal } from "./terminal.ts";
import { SAID } from "./words.ts";
import { writeWhole } from "./write.ts";

/** Where the page lies: beside the command of the package, or in `dist` of a clone that was built. */
const PLACES = ["./studio.html", "../studio.html", "../../dist/studio.html"].map(
  (place) => new URL(place, import.meta.url),
);

const OUTPUT = "tersine-studio.html";
const ENDINGS = ["", ".html", ".htm"];

/** `tersine studio`: a page in which anybody can match their own files, to be opened in a browser. */
export async function studioCommand(
  given: Arguments,
  terminal: Terminal,
  places: readonly URL[] = PLACES,
): Promise<ExitCode> {
  if (given.operands.length > 0) {
    throw new Failure(EXIT.usage, "OPERAND_UNKNOWN", "expected no word behind studio; name the file with --out.");
  }
  const language = given.text("language");
  if (language !== undefined && language !== "en" && language !== "tr") {
    throw new Failure(EXIT.usage, "FLAG_VALUE", "--language: expected en or tr.");
  }
  const out = given.text("out") ?? OUTPUT;
  if (!ENDINGS.includes(extname(out).toLowerCase()))
    throw new Failure(EXIT.usage, "OUTPUT_FORMAT", "--out: expected a name that ends in .html.");
  await checkOutputs(
    [out],
    places.map((place) => fileURLToPath(place)),
    terminal.cwd,
    given.isSet("force"),
  );
  const page = inLanguage(await pageFrom(places), language);
  if (out === STANDARD) {
    terminal.data(page);
    return EXIT.ok;
  }
  const path = resolve(terminal.cwd, out);
  await writeWhole(new Map([[path, page]]), terminal.signal);
  terminal.stdout(`${path}\n`);
  if (!given.isSet("quiet")) terminal.stderr(`${SAID[terminal.language].open(basename(path))}\n`);
  return EXIT.ok;
}

async function pageFrom(places: readonly URL[]): Promise<string> {
  const place = places.find((each) => existsSync(each));
  if (place !== undefined) return readFile(place, "utf8");
  throw new Failure(
    EXIT.files,
    "FILE_NOT_FOUND",
    "studio.html: the page is not beside the command; run npm run build first.",
  );
}

/** The page opens in the language that is asked for; without one it asks the browser. */
function inLanguage(page: string, language: "en" | "tr" | undefined): string {
  const head = '<html lang="en" data-language="">';
  return language === undefined ? page : page.replace(head, `<html lang="${language}" data-language="${language}">`);
}
