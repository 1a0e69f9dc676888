import { dirname, relative, resolve } from "node:path";
import type { Options } from "tsup";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

const source = resolve("src");
const target = "es2022";
const shared = { outDir: "dist", target, removeNodeProtocol: false, clean: false } as const;

/** The modules that people import, by the path they get in `dist`. */
const doors = {
  index: "src/index.ts",
  score: "src/score/index.ts",
  solve: "src/solve/index.ts",
  io: "src/io/index.ts",
  report: "src/report/index.ts",
  evaluate: "src/evaluate/index.ts",
  pool: "src/pool/index.ts",
  talks: "src/talks/index.ts",
  groups: "src/groups/index.ts",
  words: "src/words/index.ts",
};

/** Leaves the imports that `to` gives a path in `dist` as they are; the other files are bundled. */
const leave = (to: (file: string, importer: string) => string | undefined): Plugin => ({
  name: "leave",
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\// }, ({ path, importer, kind }) => {
      if (kind === "entry-point" || !importer.startsWith(source)) return undefined;
      const left = to(resolve(dirname(importer), path), importer);
      return left === undefined ? undefined : { path: left.startsWith(".") ? left : `./${left}`, external: true };
    });
  },
});

/** Beside its importer, as in `src`. */
const beside = (file: string, importer: string): string => relative(dirname(importer), file).replace(/\.ts$/, ".js");

/** From the top of `dist`, as in `src`. */
const below = (file: string): string => relative(source, file).replace(/\.ts$/, ".js");

/** The CommonJS file of a door, seen from the top of `dist`. */
const doorOf = (file: string): string | undefined => {
  const door = Object.entries(doors).find(([, path]) => resolve(path) === file);
  return door && `${door[0]}.cjs`;
};

/**
 * As `doorOf`, but readers and writers of files go into the command: left outside, they would look for the packages for
 * Excel beside the package, where `npx` puts none. The doors that stay outside share one TersineError.
 */
const doorOfCommand = (file: string): string | undefined => (file === resolve(doors.io) ? undefined : doorOf(file));

export default [
  {
    ...shared,
    // for bundlers: one file for each file of source, so that they keep only those that are used; not minified, since
    // esbuild loses marks of pure calls then
    entry: ["src/**/*.ts", "src/**/*.js", "!src/**/*.d.ts", "!src/cli/**", "!src/studio/**"],
    format: ["esm"],
    // a `node:` import in the core fails the build, as it should: the core runs in browsers and workers too
    platform: "neutral",
    splitting: true,
    esbuildPlugins: [leave(beside)],
  },
  {
    ...shared,
    // the doors beside `index`, which name the files above
    entry: Object.fromEntries(Object.entries(doors).filter(([name]) => name !== "index")),
    format: ["esm"],
    platform: "neutral",
    splitting: false,
    esbuildPlugins: [leave(below)],
  },
  {
    ...shared,
    // for Node, which opens few files faster than many; names stay, so that a stack can be read
    entry: doors,
    format: ["cjs"],
    platform: "neutral",
    // shared chunks, so that every entry point throws the same TersineError class
    splitting: true,
    treeshake: true,
    minifySyntax: true,
    minifyWhitespace: true,
  },
  { ...shared, entry: doors, format: ["esm", "cjs"], dts: { only: true } },
  {
    ...shared,
    entry: { cli: "src/cli/main.ts" },
    format: ["esm"],
    platform: "node",
    // optional peers of the library: `npx tersine` finds no package beside it
    noExternal: ["read-excel-file", "write-excel-file"],
    // a file for each command, so that the version and the help read none of them
    splitting: true,
    minify: true,
    esbuildPlugins: [leave(doorOfCommand)],
    // helpers that are written as CommonJS ask for `require`, which an ES module does not have
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as createRequireOfNode } from 'node:module'; const require = createRequireOfNode(import.meta.url);",
    },
  },
] satisfies readonly Options[];
