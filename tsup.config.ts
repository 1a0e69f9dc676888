import { defineConfig } from "tsup";

export default defineConfig({
  entry: { index: "src/index.ts", score: "src/score/index.ts", solve: "src/solve/index.ts" },
  outDir: "dist",
  format: ["esm", "cjs"],
  dts: true,
  target: "es2022",
  // a `node:` import in the core fails the build, as it should: the core runs in browsers and workers too
  platform: "neutral",
  sourcemap: true,
  // shared chunks, so that every entry point throws the same TersineError class
  splitting: true,
  treeshake: true,
  removeNodeProtocol: false,
  clean: false,
});
