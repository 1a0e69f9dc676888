import { defineConfig, type Options } from "tsup";

const shared: Options = {
  outDir: "dist",
  target: "es2022",
  sourcemap: true,
  treeshake: true,
  removeNodeProtocol: false,
  clean: false,
};

export default defineConfig([
  {
    ...shared,
    entry: {
      index: "src/index.ts",
      score: "src/score/index.ts",
      solve: "src/solve/index.ts",
      io: "src/io/index.ts",
      report: "src/report/index.ts",
      evaluate: "src/evaluate/index.ts",
    },
    format: ["esm", "cjs"],
    dts: true,
    // a `node:` import in the core fails the build, as it should: the core runs in browsers and workers too
    platform: "neutral",
    // shared chunks, so that every entry point throws the same TersineError class
    splitting: true,
  },
  {
    ...shared,
    entry: { cli: "src/cli/main.ts" },
    format: ["esm"],
    platform: "node",
    // optional peers of the library: `npx tersine` finds no package beside it
    noExternal: ["read-excel-file", "write-excel-file"],
    splitting: false,
    // helpers that are written as CommonJS ask for `require`, which an ES module does not have
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as createRequireOfNode } from 'node:module'; const require = createRequireOfNode(import.meta.url);",
    },
  },
]);
