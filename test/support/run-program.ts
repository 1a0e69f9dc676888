import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");

/** Runs programs that import the library by its name, as people write them. */
export interface ProgramRunner {
  /** What a program prints; throws with what it says on an error. */
  readonly run: (file: string, flags?: readonly string[]) => string;
  readonly remove: () => void;
}

/**
 * Bundles the library once, so that not every program reads its some hundred files anew. The programs themselves run from
 * where they stand, with the names of `tsconfig.json`.
 */
export async function programRunner(): Promise<ProgramRunner> {
  // below node_modules, where the bundle finds the packages that the library asks for
  const folder = mkdtempSync(join(root, "node_modules", ".tersine-programs-"));
  const { compilerOptions } = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8")) as {
    readonly compilerOptions: { readonly paths: Readonly<Record<string, readonly [string]>> };
  };
  const entries = Object.entries(compilerOptions.paths).map(([name, [file]]) => [name, file] as const);
  const outName = (name: string): string => name.replace("/", "-");
  await build({
    entryPoints: Object.fromEntries(entries.map(([name, file]) => [outName(name), join(root, file)])),
    ...{ outdir: folder, outExtension: { ".js": ".mjs" }, absWorkingDir: root },
    ...{ bundle: true, splitting: true, format: "esm", platform: "node", packages: "external", logLevel: "error" },
  });
  const paths = Object.fromEntries(entries.map(([name]) => [name, [join(folder, `${outName(name)}.mjs`)]]));
  const config = join(folder, "tsconfig.json");
  writeFileSync(config, JSON.stringify({ extends: join(root, "tsconfig.json"), compilerOptions: { paths } }));
  return {
    run: (file, flags = []) =>
      execFileSync(process.execPath, [tsx, "--tsconfig", config, file, ...flags], { cwd: root, encoding: "utf8" }),
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
