import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/*
 * Tries every law with draws that nobody has seen, until the time is up:
 *
 *   npm run fuzz -- --minutes=10            all laws
 *   npm run fuzz -- --minutes=10 --only=io  those below test/io
 *   npm run fuzz -- --runs=10               ten times the stated draws a round, for long nights
 *
 * A law is a property of the tests, held against an oracle that knows nothing of the library; HiGHS stands beside the solver
 * there too. What fails is shrunk, and written to `found/` with the command that repeats it. Ends with 1 if anything failed.
 */

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    only: { type: "string", default: "" },
    runs: { type: "string", default: "1" },
  },
});
const end = performance.now() + Number(values.minutes) * 60_000;
const root = fileURLToPath(new URL("..", import.meta.url));
const counts = join(mkdtempSync(join(tmpdir(), "tersine-fuzz-")), "counts");
writeFileSync(counts, "");

/** Longest that one file may take of a round; a law that does not end by then counts as failed. */
const LIMIT_OF_FILE = 30 * 60_000;

interface Round {
  readonly file: string;
  readonly seed: number;
  readonly outcome: "held" | "failed" | "out of time";
  readonly said: string;
}

const folder = join(root, "test", values.only);
const laws = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => join(folder, file))
  .filter((file) => /fc\.(?:assert|check)\(/u.test(readFileSync(file, "utf8")))
  .map((file) => relative(root, file))
  .sort();
if (laws.length === 0) throw new Error("There is no law below that folder.");

function tryOut(file: string, seed: number): Promise<Round> {
  const left = end - performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), "run", file], {
      cwd: root,
      env: { ...process.env, FAST_CHECK_SEED: String(seed), RUNS: values.runs, COUNT_DRAWS: counts, NO_COLOR: "1" },
    });
    let said = "";
    let outcome: Round["outcome"] | undefined;
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (part: Buffer) => {
        said += part.toString();
      });
    const stop = setTimeout(
      () => {
        // a law that takes long is no failure because the time is up
        outcome = left < LIMIT_OF_FILE ? "out of time" : "failed";
        child.kill();
      },
      Math.max(0, Math.min(left, LIMIT_OF_FILE)),
    );
    child.on("close", (code) => {
      clearTimeout(stop);
      resolve({ file, seed, said, outcome: outcome ?? (code === 0 ? "held" : "failed") });
    });
  });
}

/** Cases by the law's file. */
function drawn(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const line of readFileSync(counts, "utf8").trim().split("\n")) {
    const [file = "", count = "0"] = line.split("\t");
    if (file !== "") found.set(file, (found.get(file) ?? 0) + Number(count));
  }
  return found;
}

function keep({ file, seed, said }: Round): void {
  const name = `${file.replaceAll(/[^a-z0-9]+/giu, "-")}-${String(seed)}.txt`;
  const again = `FAST_CHECK_SEED=${String(seed)} RUNS=${values.runs} npx vitest run ${file}`;
  mkdirSync(join(root, "found"), { recursive: true });
  writeFileSync(join(root, "found", name), `${again}\n\n${said}`);
  console.log(`FAILED ${file}\n  ${again}\n  found/${name}`);
}

let failed = 0;
let rounds = 0;
// the order is by lot, so that a short run does not always try the same laws
const order = laws.map((file) => ({ file, lot: randomInt(2 ** 31) })).sort((one, other) => one.lot - other.lot);
for (let turn = 0; performance.now() < end; turn++) {
  const law = order[turn % order.length];
  if (law === undefined) break;
  const round = await tryOut(law.file, randomInt(2 ** 31));
  rounds += round.outcome === "out of time" ? 0 : 1;
  if (round.outcome !== "failed") continue;
  failed += 1;
  keep(round);
}
const byFile = [...drawn()].sort(([one], [other]) => (one < other ? -1 : 1));
const total = byFile.reduce((sum, [, count]) => sum + count, 0);
for (const [file, count] of byFile) console.log(`${String(count).padStart(9)}  ${file}`);
console.log(
  `cases: ${String(total)}, files: ${String(byFile.length)}, rounds: ${String(rounds)}, failed: ${String(failed)}`,
);
rmSync(counts, { force: true });
process.exitCode = failed === 0 ? 0 : 1;
