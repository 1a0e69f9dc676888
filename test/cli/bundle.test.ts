import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions } from "esbuild";
import { expect, it } from "vitest";
import configs from "../../tsup.config.ts";

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const manifest = JSON.parse(readFileSync(file("package.json"), "utf8")) as Readonly<
  Record<"dependencies" | "peerDependencies", Readonly<Record<string, string>>>
>;

/** What a bundle of an entry asks for when it runs, with the packages outside that the build leaves outside. */
async function importsOf(entry: string, options: Pick<BuildOptions, "plugins" | "external">): Promise<string[]> {
  const { metafile } = await build({
    ...{ entryPoints: [file(entry)], absWorkingDir: file("."), outdir: "unused", ...options },
    ...{ bundle: true, format: "esm", platform: "node", metafile: true, write: false, logLevel: "silent" },
  });
  const asked = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  return [...new Set(asked)].filter((path) => !isBuiltin(path)).sort();
}

it("the command asks for nothing that a bare installation lacks, nor do the entry points that it opens", async () => {
  const [command] = configs.flatMap((config) => ("noExternal" in config ? [config] : []));
  if (command === undefined) throw new Error("no build of the command.");
  const brought: readonly string[] = command.noExternal;
  const packages = [manifest.dependencies, manifest.peerDependencies].flatMap((each) => Object.keys(each));
  const external = packages.filter((name) => !brought.includes(name));
  const asked = await importsOf("src/cli/main.ts", { external, plugins: command.esbuildPlugins });
  const doors = asked.filter((path) => path.startsWith("./"));
  expect(doors).toContain("./index.cjs");
  const inside = await Promise.all(
    doors.map((door) => importsOf(`src/${door.slice(2, -4)}/index.ts`.replace("index/", ""), { external: packages })),
  );
  const peers = Object.keys(manifest.peerDependencies);
  const lacking = [...asked, ...inside.flat()].filter((path) =>
    peers.some((peer) => path === peer || path.startsWith(`${peer}/`)),
  );
  // calendars are read only beside ical.js, as the documents say
  expect([...new Set(lacking)]).toEqual(["ical.js"]);
});

it("the version and the help are told without reading the library or any command", async () => {
  const [command] = configs.flatMap((config) => ("noExternal" in config ? [config] : []));
  if (command === undefined) throw new Error("no build of the command.");
  const { metafile } = await build({
    ...{ entryPoints: [file("src/cli/main.ts")], absWorkingDir: file("."), outdir: "unused", logLevel: "silent" },
    ...{ bundle: true, format: "esm", platform: "node", metafile: true, write: false, splitting: command.splitting },
    ...{ external: Object.keys(manifest.dependencies), plugins: command.esbuildPlugins },
  });
  const read = new Set(["unused/main.js"]);
  for (const path of read)
    for (const { path: next, kind } of metafile.outputs[path]?.imports ?? [])
      if (kind === "import-statement") read.add(next);
  expect(read.size).toBeGreaterThan(1);
  expect([...read].filter((path) => path.endsWith(".cjs"))).toEqual([]);
  const sources = [...read].flatMap((path) => Object.keys(metafile.outputs[path]?.inputs ?? {}));
  expect(sources.filter((path) => path.includes("-command"))).toEqual([]);
});
