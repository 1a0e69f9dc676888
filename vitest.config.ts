import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import type { Reporter } from "vitest/node";

const source = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

// Vitest prints failures with Map.groupBy, which Node 20 lacks: without this a failing run there ends without its reasons.
if (!("groupBy" in Map)) {
  Object.defineProperty(Map, "groupBy", {
    value: <Key, Item>(items: Iterable<Item>, keyOf: (item: Item, index: number) => Key): Map<Key, Item[]> => {
      const groups = new Map<Key, Item[]>();
      let index = 0;
      for (const item of items) {
        const key = keyOf(item, index++);
        groups.set(key, [...(groups.get(key) ?? []), item]);
      }
      return groups;
    },
  });
}

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
      { find: /^tersine\/io$/, replacement: source("io/index.ts") },
      { find: /^tersine\/report$/, replacement: source("report/index.ts") },
      { find: /^tersine\/evaluate$/, replacement: source("evaluate/index.ts") },
      { find: /^tersine\/pool$/, replacement: source("pool/index.ts") },
      { find: /^tersine\/talks$/, replacement: source("talks/index.ts") },
      { find: /^tersine\/groups$/, replacement: source("groups/index.ts") },
      { find: /^tersine\/words$/, replacement: source("words/index.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/made-files.ts"],
    setupFiles: ["test/support/seed.ts"],
    reporters: ["default", plainSummary],
    // no test asserts a time; a busy machine is no failure
    testTimeout: 300_000,
    // the tests compute and do not wait: one worker for each core
    maxWorkers: process.env["VITEST_MAX_WORKERS"] ?? "100%",
  },
});
