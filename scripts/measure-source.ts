import { dirname, relative, resolve } from "node:path";
import ts from "typescript";
import { type Exports, exportsOf, projectOf } from "./exports.ts";

/*
 * Measures the source of a checkout: `npm run measure [folder]`. Syntax only; nothing is type-checked. Prints tables in
 * Markdown, to compare before and after a change.
 */

interface FunctionFigures {
  readonly name: string;
  readonly lines: number;
  readonly parameters: readonly string[];
  readonly isGenerator: boolean;
}

interface FileFigures {
  /** Below `src`. */
  readonly path: string;
  readonly lines: number;
  readonly functions: readonly FunctionFigures[];
  /** Files of `src` that it imports, types included. */
  readonly imports: readonly string[];
}

const root = resolve(process.argv[2] ?? ".");
const source = resolve(root, "src");
const { options, files } = projectOf(root);
const figures = files.filter((file) => file.startsWith(`${source}/`) && !file.endsWith(".d.ts")).map(figuresOf);

function figuresOf(path: string): FileFigures {
  const text = ts.sys.readFile(path) ?? "";
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const functions: FunctionFigures[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body !== undefined)
      functions.push(functionFigures(node, file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  const imports = ts
    .preProcessFile(text)
    .importedFiles.filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) => relative(source, resolve(dirname(path), fileName)));
  return { path: relative(source, path), lines: linesOf(file, 0, text.length), functions, imports };
}

function functionFigures(node: ts.SignatureDeclaration, file: ts.SourceFile): FunctionFigures {
  return {
    name: nameOf(node, file),
    lines: linesOf(file, node.getStart(file), node.end),
    parameters: node.parameters.map(({ name }) => name.getText(file)),
    isGenerator: "asteriskToken" in node && node.asteriskToken !== undefined,
  };
}

/** Of a declaration, a method, or the constant or field that an arrow function is given to; callbacks have none. */
function nameOf(node: ts.SignatureDeclaration, file: ts.SourceFile): string {
  if (node.name !== undefined) return node.name.getText(file);
  const { parent } = node;
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText(file) : "";
}

function linesOf(file: ts.SourceFile, start: number, end: number): number {
  const line = (at: number): number => file.getLineAndCharacterOfPosition(at).line;
  return line(end) - line(start) + (file.text[end - 1] === "\n" ? 0 : 1);
}

/** The value below which a share of all lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Groups of more than one file that reach each other by imports of any kind. */
function circles(): readonly (readonly string[])[] {
  const importsOf = new Map(figures.map(({ path, imports }) => [path, imports]));
  const reachedFrom = (start: string): ReadonlySet<string> => {
    const reached = new Set<string>();
    const queue = [...(importsOf.get(start) ?? [])];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      queue.push(...(importsOf.get(path) ?? []));
    }
    return reached;
  };
  const reached = new Map(figures.map(({ path }) => [path, reachedFrom(path)]));
  const isMutual = (a: string, b: string): boolean =>
    reached.get(a)?.has(b) === true && reached.get(b)?.has(a) === true;
  const groups = figures.map(({ path }) =>
    [...(reached.get(path) ?? [])].filter((other) => isMutual(path, other)).sort(),
  );
  const told = new Map(groups.filter((group) => group.length > 1).map((group) => [group.join(), group]));
  return [...told.values()];
}

/** How many functions take one of two names before the other, and how many the other way round. */
function orders(first: RegExp, second: RegExp): string {
  const counts = { kept: 0, swapped: 0 };
  for (const { parameters } of functions) {
    const [a, b] = [
      parameters.findIndex((name) => first.test(name)),
      parameters.findIndex((name) => second.test(name)),
    ];
    if (a < 0 || b < 0) continue;
    counts[a < b ? "kept" : "swapped"] += 1;
  }
  return `${counts.kept} / ${counts.swapped}`;
}

/** Files that name a criterion: what somebody who adds one has to open. */
function filesThatName(criterion: string): readonly string[] {
  const name = new RegExp(String.raw`\b${criterion}\b`, "u");
  return figures.map(({ path }) => path).filter((path) => name.test(ts.sys.readFile(resolve(source, path)) ?? ""));
}

const functions = figures.flatMap((file) => file.functions);
const lengths = functions.filter(({ name }) => name !== "").map(({ lines }) => lines);
const named = filesThatName("treeDistance");

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
  console.log([line(head), line(head.map(() => "---")), ...rows.map(line), ""].join("\n"));
}

function entries(): readonly Exports[] {
  return options.paths === undefined ? [] : exportsOf(root);
}

const found = circles();
table(
  ["measure", "value"],
  [
    ["lines of src", figures.reduce((sum, { lines }) => sum + lines, 0)],
    ["files", figures.length],
    [
      "lines of a file: median, p90, most",
      [0.5, 0.9, 1]
        .map((share) =>
          quantile(
            figures.map(({ lines }) => lines),
            share,
          ),
        )
        .join(", "),
    ],
    ["functions with a name", lengths.length],
    ["lines of a function: median, p90, most", [0.5, 0.9, 1].map((share) => quantile(lengths, share)).join(", ")],
    ["generators", functions.filter(({ isGenerator }) => isGenerator).length],
    ["circles of files, types included", found.length],
    ["functions with more than 6 parameters", functions.filter(({ parameters }) => parameters.length > 6).length],
    ["most parameters", Math.max(0, ...new Set(functions.map(({ parameters }) => parameters.length)))],
    ["mentee before mentor / after", orders(/^mentee/iu, /^mentor/iu)],
    ["row before column / after", orders(/^row/iu, /^column/iu)],
    ["files that name the criterion treeDistance", named.length],
  ],
);
table(
  ["entry", "values", "types", "all"],
  entries().map(({ entry, values, types }) => [entry, values.length, types.length, values.length + types.length]),
);
const counts = new Map<string, number>();
for (const { path } of figures) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
table(["folder of src", "files"], [...counts].sort());
console.log(
  ["Circles:", ...found.map((group) => `- ${group.join(", ")}`), "", `treeDistance: ${named.join(", ")}`].join("\n"),
);
