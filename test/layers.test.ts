import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../src", import.meta.url));

/** What each place may import: other places of src, and packages. */
interface Layer {
  readonly places: readonly string[];
  readonly packages?: readonly string[];
  /** Places of which only types may be imported. */
  readonly typesOf?: readonly string[];
}

const BELOW_MATCH = ["base", "model", "score", "rules", "solve", "explain"];
const PUBLIC = ["index.ts"];

const LAYERS: Readonly<Record<string, Layer>> = {
  base: { places: [] },
  model: { places: ["base"], packages: ["zod", "fastest-levenshtein"] },
  score: { places: ["base"], typesOf: ["model"] },
  rules: { places: ["base", "model", "score"] },
  solve: { places: ["base/error.ts"] },
  explain: { places: ["base", "model", "score", "rules", "solve"] },
  matcher: { places: [...BELOW_MATCH, "match.ts"], packages: ["@noble/hashes"] },
  "match.ts": { places: [...BELOW_MATCH, "matcher"] },
  "index.ts": { places: [...BELOW_MATCH, "match.ts", "matcher"] },
  io: { places: PUBLIC, packages: ["papaparse", "ical.js"] },
  report: { places: PUBLIC },
  cli: {
    places: [...PUBLIC, "io", "report"],
    packages: ["node", "citty", "cli-progress", "cli-table3", "picocolors", "fastest-levenshtein"],
  },
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typesOnly: boolean;
}

const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.replaceAll("\\", "/"))
  .sort();

const textOf = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), "utf8")]));

const STATEMENT = /^(?:import|export)\s+(type\s)?[^;]*?\sfrom\s+"([^"]+)";$/gmu;
const BARE_OR_DYNAMIC = /\bimport\s*(?:\(\s*)?"([^"]+)"|\brequire\s*\(\s*"([^"]+)"/gu;

function importsOf(file: string): readonly Import[] {
  const text = textOf.get(file) ?? "";
  const stated = [...text.matchAll(STATEMENT)].map(([, types, target = ""]) => ({
    file,
    target,
    typesOnly: types !== undefined,
  }));
  const others = [...text.matchAll(BARE_OR_DYNAMIC)].map(([, a, b]) => ({
    file,
    target: a ?? b ?? "",
    typesOnly: false,
  }));
  return [...stated, ...others];
}

const placeOf = (file: string): string => file.split("/")[0] ?? file;

/** The file in src that a relative import names. */
const fileOf = ({ file, target }: Import): string =>
  relative(ROOT, resolve(ROOT, dirname(file), target)).replaceAll("\\", "/");

const isWithin = (file: string, places: readonly string[] = []): boolean =>
  places.some((place) => file === place || file.startsWith(`${place}/`));

const packageOf = (target: string): string =>
  target.startsWith("node:")
    ? "node"
    : target
        .split("/")
        .slice(0, target.startsWith("@") ? 2 : 1)
        .join("/");

function isAllowed(found: Import): boolean {
  const place = placeOf(found.file);
  const layer = LAYERS[place];
  if (layer === undefined) return false;
  if (!found.target.startsWith(".")) return isWithin(packageOf(found.target), layer.packages);
  const target = fileOf(found);
  if (placeOf(target) === place || isWithin(target, layer.places)) return true;
  return found.typesOnly && isWithin(target, layer.typesOf);
}

const imports = files.flatMap(importsOf);
const told = ({ file, target }: Import): string => `${file} imports ${target}`;

describe("layers", () => {
  it("every file stands in a place of the table, and its imports are read", () => {
    expect(files.filter((file) => LAYERS[placeOf(file)] === undefined)).toEqual([]);
    expect(imports.length).toBeGreaterThan(files.length);
    for (const [file, text] of textOf) {
      const words = text.match(/\bfrom "|\bimport\("/gu)?.length ?? 0;
      expect(`${file} ${importsOf(file).filter(({ target }) => target !== "").length}`).toBe(`${file} ${words}`);
    }
  });

  it("every import goes to a place that its layer may use", () => {
    expect(imports.filter((found) => !isAllowed(found)).map(told)).toEqual([]);
  });

  it("every relative import names a file with its ending", () => {
    const relatives = imports.filter(({ target }) => target.startsWith("."));
    expect(relatives.filter((found) => !textOf.has(fileOf(found))).map(told)).toEqual([]);
  });

  it("the solver speaks of rows and columns only", () => {
    const speaking = files.filter(
      (file) => placeOf(file) === "solve" && /mentor|mentee/iu.test(textOf.get(file) ?? ""),
    );
    expect(speaking).toEqual([]);
  });

  it("the check of proofs runs no code of the solver", () => {
    const isCheck = (file: string): boolean => /^solve\/verify[^/]*\.ts$/u.test(file);
    const ofChecks = imports.filter(({ file, typesOnly }) => isCheck(file) && !typesOnly);
    expect(ofChecks.length).toBeGreaterThan(5);
    const others = ofChecks.filter((found) => !isCheck(fileOf(found)) && fileOf(found) !== "base/error.ts");
    expect(others.map(told)).toEqual([]);
  });

  it("each package is imported in one layer", () => {
    const layersOf = new Map<string, Set<string>>();
    for (const { file, target } of imports.filter((found) => !found.target.startsWith("."))) {
      const layers = layersOf.get(packageOf(target)) ?? new Set();
      layersOf.set(packageOf(target), layers.add(placeOf(file)));
    }
    // one function without state, bundled: keys of inputs and flags of the command line ask it for the nearest name
    layersOf.delete("fastest-levenshtein");
    for (const [name, layers] of layersOf) expect(`${name}: ${[...layers].join(", ")}`).toMatch(/^[^,]*$/);
  });
});
