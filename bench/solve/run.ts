/*
 * Times the solver beside its rivals on the same matrices in the same minute, and compares the optima.
 *
 *   npm run bench:solve                                     all families, n = 100, 250, 500, 1000
 *   npm run bench:solve -- --sizes=2000,4000 --families=uniform,mentor
 *   npm run bench:solve -- --sizes=10000 --families=uniform,mentor --only=scipy,tersine
 *   npm run bench:solve -- --cold --sizes=1000,2000         first calls in fresh processes, and memory
 *   npm run bench:solve -- --growth --sizes=500,1000,2000   time per entry
 *
 * Our time includes the check of the certificate. A round takes the next of a few matrices of the family and runs every
 * contender on it; the table shows medians over the rounds, and in brackets the ratio to SciPy. Several matrices, because
 * a processor learns the branches of a small one by heart; and a call that is not counted comes before each short one.
 */
import { cpus, loadavg, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { benchCold } from "./cold.ts";
import { contenderKinds, type Contender, type ContenderKind } from "./contenders.ts";
import { families } from "./families.ts";
import { benchGrowth } from "./growth.ts";
import { scipyVersions } from "./scipy.ts";
import { brief, geometricMean, medianOf, tableOf } from "./table.ts";

const { values: flags } = parseArgs({
  options: {
    sizes: { type: "string", default: "100,250,500,1000" },
    families: { type: "string", default: [...families.keys()].join() },
    only: { type: "string", default: contenderKinds.map(({ name }) => name).join() },
    rounds: { type: "string" },
    seed: { type: "string", default: "7" },
    cold: { type: "boolean", default: false },
    growth: { type: "boolean", default: false },
  },
});

/** A call of fewer milliseconds is warmed up by another one before it, on another matrix. */
const SHORT = 20;

/** Rounds that bring warm code and quiet medians within some seconds. */
function roundsFor(size: number): number {
  if (flags.rounds !== undefined) return Number(flags.rounds);
  return size <= 100 ? 300 : size <= 250 ? 60 : size <= 500 ? 15 : size <= 1000 ? 7 : 3;
}

/** Matrices of a family: many small ones, one large one. */
function matricesFor(size: number): number {
  return size <= 100 ? 16 : size <= 250 ? 8 : size <= 1000 ? 2 : 1;
}

/** Medians of each contender; throws if an optimum differs. */
async function race(kinds: readonly ContenderKind[], family: string, size: number): Promise<Map<string, number>> {
  const count = matricesFor(size);
  const matrices = Array.from({ length: count }, (_, at) => families.get(family)!(size, Number(flags.seed) + at));
  const taking = kinds.filter(({ ends }) => ends(family, size));
  const contenders: (readonly [string, Contender, number[]])[] = [];
  for (const { name, start } of taking) contenders.push([name, await start(matrices), []]);
  const optima: number[] = [];
  for (let round = 0; round < roundsFor(size); round += 1) {
    for (const [name, contender, times] of contenders) {
      // what takes long is not run often
      if (times.length >= 3 && medianOf(times) > 1500) continue;
      const at = round % count;
      if (times.length === 0 || medianOf(times) < SHORT) await contender.run((at + 1) % count);
      const { milliseconds, total } = await contender.run(at);
      times.push(milliseconds);
      const optimum = (optima[at] ??= total);
      if (!(Math.abs(total - optimum) <= 1e-9 * Math.max(1, Math.abs(optimum)))) {
        console.log(`OPTIMA DIFFER: ${name} on ${family} ${size}: ${total}, not ${optimum}`);
        process.exitCode = 1;
      }
    }
  }
  for (const [, contender] of contenders) contender.close();
  return new Map(contenders.map(([name, , times]) => [name, medianOf(times)]));
}

async function benchSize(kinds: readonly ContenderKind[], names: readonly string[], size: number): Promise<void> {
  const yardstick = kinds[0]!.name;
  const ratios = new Map<string, number[]>();
  const lines: string[][] = [];
  for (const family of names) {
    const medians = await race(kinds, family, size);
    const base = medians.get(yardstick);
    lines.push([
      family,
      ...kinds.map(({ name }) => {
        const time = medians.get(name);
        if (time === undefined) return "";
        if (base === undefined) return brief(time);
        ratios.set(name, [...(ratios.get(name) ?? []), time / base]);
        return `${brief(time)} (${(time / base).toFixed(2)})`;
      }),
    ]);
  }
  const means = kinds.map(({ name }) => {
    const all = ratios.get(name) ?? [];
    return all.length === names.length ? geometricMean(all).toFixed(2) : "";
  });
  lines.push(["geometric mean", ...means]);
  console.log(`\nn = ${size}, milliseconds (${yardstick} = 1)\n`);
  console.log(tableOf(["family", ...kinds.map(({ name }) => name)], lines));
}

const scipy = scipyVersions();
const sizes = flags.sizes.split(",").map(Number);
const names = flags.families.split(",");
const unknown = names.filter((name) => !families.has(name));
if (unknown.length > 0)
  throw new Error(`unknown family: ${unknown.join(", ")}; known: ${[...families.keys()].join(", ")}`);
console.log(
  `${cpus()[0]!.model}, ${cpus().length} cores, ${brief(totalmem() / 2 ** 30)} GiB, load ${brief(loadavg()[0]!)}`,
);
console.log(
  `Node ${process.versions.node}, V8 ${process.versions.v8}; ${scipy ?? "SciPy is absent: ratios are to ourselves"}`,
);
if (flags.growth) benchGrowth(names, sizes, Number(flags.seed));
else if (flags.cold) await benchCold(names, sizes, Number(flags.seed), scipy !== undefined);
else {
  const wanted = new Set(flags.only.split(","));
  const kinds = contenderKinds.filter(({ name }) => wanted.has(name) && (name !== "scipy" || scipy !== undefined));
  for (const size of sizes) await benchSize(kinds, names, size);
  console.log(`\nPeak memory of this process: ${brief(process.resourceUsage().maxRSS / 1024)} MB`);
}
