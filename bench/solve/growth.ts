import { performance } from "node:perf_hooks";
import { solveAssignment } from "../../src/solve/index.ts";
import { problemOf } from "./contenders.ts";
import { families } from "./families.ts";
import { brief, tableOf } from "./table.ts";

/** Best of three times divided by the number of entries: constant where a family costs no more than reading it. */
export function benchGrowth(names: readonly string[], sizes: readonly number[], seed: number): void {
  const lines = names.map((family) => [
    family,
    ...sizes.map((size) => {
      const matrix = families.get(family)!(size, seed);
      const problem = problemOf(matrix);
      let least = Infinity;
      for (let round = 0; round < 3; round += 1) {
        const begin = performance.now();
        solveAssignment(problem);
        least = Math.min(least, performance.now() - begin);
      }
      return brief((least * 1e6) / matrix.costs.length);
    }),
  ]);
  console.log(tableOf(["ns per entry", ...sizes.map((size) => `n = ${size}`)], lines));
}
