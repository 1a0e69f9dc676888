import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../src", import.meta.url));

/** What a place may import: other places of src, and packages. A place is a file or a folder of src. */
interface Layer {
  readonly places: readonly string[];
  readonly packages?: readonly string[];
  /** Places of which only types may be imported. */
  readonly typesOf?: readonly string[];
}

const BELOW_PLAN = ["base", "model", "score", "rules", "solve", "explain"];
/**
 * What the outermost rooms use of base beside the surface: errors, checks of what is given, sentences, figures, the order of
 * texts, the form of ids, checked look-ups, names of days. They import nothing else and are of no use to callers, and without them each room writes its own.
 */
const OUTER_BASE = [
  ...["base/error.ts", "base/given.ts", "base/public.ts", "base/sentence.ts", "base/figures.ts", "base/text.ts"],
  ...["base/at.ts", "base/ids.ts", "base/time/weekday.ts", "base/version.ts"],
];
const PUBLIC = ["index.ts", ...OUTER_BASE];
/** What the solver may use of base: errors, checked look-ups, pauses; no texts, times or people. */
const KERNEL_BASE = ["base/error.ts", "base/at.ts", "base/pair-index.ts", "base/public.ts", "base/steps.ts"];

/** From the bottom up. A room that is listed on its own may import less than the rest of its folder. */
const LAYERS: Readonly<Record<string, Layer>> = {
  base: { places: [] },
  model: { places: ["base"], packages: ["zod", "fastest-levenshtein"] },
  score: { places: ["base"], typesOf: ["model"] },
  rules: { places: ["base", "model", "score"] },
  solve: { places: KERNEL_BASE, packages: ["javascript-lp-solver"] },
  // the check of a proof runs no code of the solver: it takes the forms of problems and answers, and nothing else
  "solve/proof": {
    places: KERNEL_BASE,
    typesOf: [
      "solve/problem.ts",
      "solve/fair/problem.ts",
      "solve/stable/problem.ts",
      "solve/quota/problem.ts",
      "solve/packing/problem.ts",
    ],
  },
  explain: { places: ["base", "model", "score", "rules", "solve"] },
  plan: { places: BELOW_PLAN, packages: ["@noble/hashes"] },
  // the road of a match ends with fixes, if they are asked for; all other questions start from a plan
  "match.ts": { places: [...BELOW_PLAN, "plan", "matcher/fix"] },
  "match-async.ts": { places: [...BELOW_PLAN, "plan", "match.ts"] },
  matcher: { places: [...BELOW_PLAN, "plan", "match.ts"] },
  "index.ts": { places: [...BELOW_PLAN, "plan", "match.ts", "match-async.ts", "matcher"] },
  io: {
    // what a form asks is what a table of answers has as headers
    places: [...PUBLIC, "evaluate/outcomes/questions.ts"],
    // what feedback files hold is what an evaluation or a decision takes
    typesOf: ["evaluate/index.ts", "talks/index.ts", "groups/index.ts"],
    packages: [
      ...["papaparse", "fastest-levenshtein", "ical.js"],
      ...["fflate", "read-excel-file", "write-excel-file", "ts-ics"],
    ],
  },
  // what errors and warnings say in other languages, for whoever shows them
  words: { places: OUTER_BASE },
  // what a page of an evaluation shows
  report: { places: PUBLIC, typesOf: ["evaluate/index.ts", "pool/index.ts"] },
  evaluate: { places: PUBLIC, packages: ["@noble/hashes"] },
  // steps and hindsight are problems of the solver that people can use alone; pairs end for the reasons that feedback counts
  pool: { places: [...PUBLIC, "solve/index.ts", "evaluate/outcomes/end-reasons.ts"], packages: ["@noble/hashes"] },
  // the public solver is an entry point of its own
  talks: { places: [...PUBLIC, "solve/index.ts"] },
  // scores of groups are weighed and rounded as those of pairs are
  groups: {
    places: [
      ...[...PUBLIC, "score/index.ts", "score/micro-points.ts", "score/settings.ts", "score/weights.ts"],
      "solve/index.ts",
    ],
  },
  cli: {
    places: [...PUBLIC, "io", "report", "evaluate", "pool", "talks", "groups", "words"],
    packages: ["node", "citty", "cli-progress", "cli-table3", "picocolors", "fastest-levenshtein"],
  },
  // a page beside the command: it shows what the library, the readers and the report say, and prints nothing
  studio: { places: [...PUBLIC, "io", "report", "words"], packages: ["preact"] },
};

/** Packages that several places ask: functions without state, bundled. */
const SHARED_PACKAGES = ["fastest-levenshtein", "@noble/hashes"];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typesOnly: boolean;
}

const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/u.test(name))
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

/** The place of the table in which a file stands: the narrowest. */
function placeOf(file: string): string | undefined {
  const within = Object.keys(LAYERS).filter((place) => isWithin(file, [place]));
  return within.sort((a, b) => b.length - a.length)[0];
}

const topOf = (file: string): string => file.split("/")[0] ?? file;

/** The file in src that a relative import names. */
const fileOf = ({ file, target }: Import): string =>
  relative(ROOT, resolve(ROOT, dirname(file), target)).replaceAll("\\", "/");

/** What tells the types of a module: a module that is made, and not kept in git, has a declaration beside it. */
const declarationOf = (file: string): string => file.replace(/\.generated\.js$/u, ".generated.d.ts");

function isWithin(file: string, places: readonly string[] = []): boolean {
  return places.some((place) => file === place || file.startsWith(`${place}/`));
}

const packageOf = (target: string): string =>
  target.startsWith("node:")
    ? "node"
    : target
        .split("/")
        .slice(0, target.startsWith("@") ? 2 : 1)
        .join("/");

function isAllowed(found: Import): boolean {
  const place = placeOf(found.file);
  if (place === undefined) return false;
  const layer = LAYERS[place];
  if (layer === undefined) return false;
  if (!found.target.startsWith(".")) return isWithin(packageOf(found.target), layer.packages);
  const target = fileOf(found);
  if (isWithin(target, [place]) || isWithin(target, layer.places)) return true;
  return found.typesOnly && isWithin(target, layer.typesOf);
}

const imports = files.flatMap(importsOf);
const told = ({ file, target }: Import): string => `${file} imports ${target}`;

/** Groups of files that reach each other by imports of any kind: strongly connected components of more than one file. */
function circles(): readonly string[] {
  const targetsOf = new Map(files.map((file) => [file, new Set<string>()]));
  for (const found of imports) if (found.target.startsWith(".")) targetsOf.get(found.file)?.add(fileOf(found));
  const reachedFrom = (start: string): ReadonlySet<string> => {
    const reached = new Set<string>();
    const queue = [...(targetsOf.get(start) ?? [])];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (reached.has(file)) continue;
      reached.add(file);
      queue.push(...(targetsOf.get(file) ?? []));
    }
    return reached;
  };
  const reached = new Map(files.map((file) => [file, reachedFrom(file)]));
  const groups = files
    .filter((file) => reached.get(file)?.has(file) === true)
    .map((file) => [...(reached.get(file) ?? [])].filter((other) => reached.get(other)?.has(file) === true).sort());
  return [...new Set(groups.map((group) => group.join(", ")))].sort();
}

describe("layers", () => {
  it("every file stands in a place of the table, and its imports are read", () => {
    expect(files.filter((file) => placeOf(file) === undefined)).toEqual([]);
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
    const missing = relatives.filter((found) => !textOf.has(declarationOf(fileOf(found))));
    expect(missing.map(told)).toEqual([]);
  });

  it("no files import each other in a circle, types included", () => {
    expect(circles()).toEqual([]);
  });

  it("the solver speaks of rows and columns only", () => {
    const speaking = files.filter((file) => topOf(file) === "solve" && /mentor|mentee/iu.test(textOf.get(file) ?? ""));
    expect(speaking).toEqual([]);
  });

  it("each package is imported in one layer, and the linear programming solver in one file", () => {
    const layersOf = new Map<string, Set<string>>();
    for (const { file, target } of imports.filter((found) => !found.target.startsWith("."))) {
      const layers = layersOf.get(packageOf(target)) ?? new Set();
      layersOf.set(packageOf(target), layers.add(topOf(file)));
    }
    for (const name of SHARED_PACKAGES) layersOf.delete(name);
    for (const [name, layers] of layersOf) expect(`${name}: ${[...layers].join(", ")}`).toMatch(/^[^,]*$/);
    const users = new Set(imports.filter(({ target }) => target === "javascript-lp-solver").map(({ file }) => file));
    expect(users.size).toBeLessThanOrEqual(1);
  });
});
