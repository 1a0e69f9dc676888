import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import type { Reporter } from "vitest/node";

const source = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** Closes a run with one plain line that scripts can read. */
const plainSummary: Reporter = {
  onTestRunEnd(modules) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state !== "pending") count[state] += 1;
      }
    }
    console.log(`\n${String(count.passed)} passed, ${String(count.failed)} failed, ${String(count.skipped)} skipped`);
  },
};

export default defineConfig({
  resolve: {
    alias: [
      { find: /^tersine$/, replacement: source("index.ts") },
      { find: /^tersine\/score$/, replacement: source("score/index.ts") },
      { find: /^tersine\/solve$/, replacement: source("solve/index.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", plainSummary],
    testTimeout: 60_000,
  },
});
