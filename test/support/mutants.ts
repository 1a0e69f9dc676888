import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A copy of the solver with one comparison flipped. */
export interface Mutant {
  readonly file: string;
  /** Text that occurs exactly once in the file. */
  readonly from: string;
  readonly to: string;
}

/** Flips that end (a wrong answer, not an endless loop) and that some test has to notice. */
export const mutants: readonly Mutant[] = [
  { file: "flow/flow.ts", from: "if (least > price) price = least;", to: "if (least < price) price = least;" },
  { file: "flow/flow.ts", from: "if (!(gain > 0)) return false;", to: "if (!(gain < 0)) return false;" },
  { file: "flow/flow.ts", from: "if (shift > 0) {", to: "if (shift < 0) {" },
  { file: "flow/flow.ts", from: "if (length < best) {", to: "if (length > best) {" },
  { file: "flow/flow.ts", from: "if (reached < best) {", to: "if (reached > best) {" },
  { file: "flow/flow.ts", from: "if (length >= known) continue;", to: "if (length <= known) continue;" },
  { file: "flow/flow.ts", from: "(count <= minimum ? forced : 0)", to: "(count < minimum ? forced : 0)" },
  { file: "flow/flow.ts", from: "(count === 1 ? placement : 0)", to: "(count !== 1 ? placement : 0)" },
  { file: "optimum/canonical.ts", from: "load[row]! > side.least[row]!", to: "load[row]! >= side.least[row]!" },
  {
    file: "optimum/canonical.ts",
    from: "load[column]! < side.most[column]!",
    to: "load[column]! <= side.most[column]!",
  },
  { file: "optimum/ties.ts", from: "- weightAt[at]! > 0) at += 1;", to: "- weightAt[at]! >= 0) at += 1;" },
  { file: "proof/edges.ts", from: "if (column !== next) throw", to: "if (column === next) throw" },
  { file: "proof/edges.ts", from: "if (total !== assignment.total)", to: "if (total === assignment.total)" },
  { file: "proof/verify.ts", from: "if (placed !== claimed)", to: "if (placed > claimed)" },
  { file: "proof/verify.ts", from: "if (load < most && !(next <=", to: "if (load > most && !(next <=" },
  { file: "proof/verify.ts", from: "if (load > fewest && !(last >=", to: "if (load < fewest && !(last >=" },
  { file: "proof/edges.ts", from: 'slackBetween(terms, "low", row, column, weight) <= 0', to: 'slackBetween(terms, "low", row, column, weight) >= 0' }, // prettier-ignore
  { file: "proof/edges.ts", from: "if (weight === -Infinity) throw", to: "if (weight !== -Infinity) throw" },
  { file: "proof/sets.ts", from: "if (placed !== most)", to: "if (placed > most)" },
  { file: "proof/sets.ts", from: "if (!(needed > available))", to: "if (!(needed >= available))" },
];

/** The same for what quotas add; the flips of the search itself are caught by its own check. */
export const quotaMutants: readonly Mutant[] = [
  { file: "proof/quotas.ts", from: "if (bound < least) return [];", to: "if (bound > least) return [];" },
  { file: "proof/quotas.ts", from: "if (value > 0) sum.add(value);", to: "if (value < 0) sum.add(value);" },
  { file: "proof/quotas.ts", from: "for (const edge of required) sum.add(gain(edge));", to: "" },
  { file: "proof/quotas.ts", from: "if (total !== answer.total)", to: "if (total === answer.total)" },
  { file: "proof/quotas.ts", from: "count < minimum || count > maximum", to: "count < minimum && count > maximum" },
  {
    file: "proof/quotas.ts",
    from: "(multiplier > 0 ? maximum : minimum)",
    to: "(multiplier < 0 ? maximum : minimum)",
  },
  {
    file: "proof/quotas.ts",
    from: "problem.required?.some((edge) => !chosen.has(edge)) ?? false",
    to: "problem.required?.every((edge) => !chosen.has(edge)) ?? false",
  },
  { file: "quota/search.ts", from: "Math.min(0, gains[place]!) >= least", to: "Math.min(0, gains[place]!) < least" },
  { file: "quota/counted-choice.ts", from: "countOf[set]! <= maximum", to: "countOf[set]! >= maximum" },
];

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Modules below `src/solve/` that the tests call on a mutant. */
const CALLED = ["solve-assignment", "proof/verify", "quota/solve"];

/**
 * Writes the copy as JavaScript, hands the address of its folder `src/solve/` to `use`, and removes it again. The modules are
 * bundled: importing the hundred files of a solver takes longer than testing it.
 */
export async function withMutant(mutant: Mutant | undefined, use: (folder: string) => Promise<void>): Promise<void> {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const copy = mkdtempSync(join(root, ".cache", "mutant-"));
  try {
    cpSync(join(root, "src", "base"), join(copy, "base"), { recursive: true });
    cpSync(join(root, "src", "solve"), join(copy, "solve"), { recursive: true });
    if (mutant !== undefined) flip(join(copy, "solve", mutant.file), mutant);
    await build({
      entryPoints: CALLED.map((module) => join(copy, "solve", `${module}.ts`)),
      ...{ outdir: join(copy, "built"), outbase: join(copy, "solve"), absWorkingDir: root, logLevel: "error" },
      ...{ bundle: true, splitting: true, format: "esm", platform: "node", packages: "external" },
      outExtension: { ".js": ".mjs" },
    });
    await use(join(copy, "built"));
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function flip(path: string, { from, to }: Mutant): void {
  const parts = readFileSync(path, "utf8").split(from);
  if (parts.length !== 2) throw new Error(`expected one place to flip in ${path}, got ${parts.length - 1}`);
  writeFileSync(path, parts.join(to));
}
