/*
 * Times batch runs on made-up CSV text: reading and checking 100,000 people and 20,000 registrations a side, files in which
 * every row is wrong, the limit of pairs, and a match from files to files. Each case runs in a process of its own; the
 * memory is the most that the process has held up to the end of the phase.
 *
 *   npx tsx bench/batch.ts                 all cases; the match with 5,000 a side
 *   npx tsx bench/batch.ts match 1000      one case, another size
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { writeWhole } from "../src/cli/write.ts";
import { checkInput, createMatcher, matchPairsAsync, TersineError, type Progress } from "../src/index.ts";
import {
  pairsToCsv,
  readMatchInput,
  rejectedToCsv,
  resultToJson,
  resultToNdjson,
  unmatchedToCsv,
  type InputSources,
  type ReadOutcome,
} from "../src/io/index.ts";
import { renderReport } from "../src/report/index.ts";
import { programmeOf } from "./programme.ts";

const PERIOD = { start: "2027-01-04", end: "2027-07-04" };

let started = performance.now();
let used = process.cpuUsage();

/** Prints the time since the last phase, that of the processors (which other programs disturb less), and the most memory so far. */
function phase(name: string, told = ""): void {
  const time = performance.now() - started;
  const { user, system } = process.cpuUsage(used);
  const processor = ((user + system) / 1000).toFixed(0).padStart(7);
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `  ${name.padEnd(24)} ${time.toFixed(0).padStart(7)} ms ${processor} ms ${memory.toFixed(0).padStart(6)} MB  ${told}`,
  );
  started = performance.now();
  used = process.cpuUsage();
}

/** A programme as three CSV files: `people` in the organisation, `side` registrations on each side. */
function filesOf(people: number, side: number, isWrong: boolean) {
  const { mentors, mentees } = programmeOf(side);
  const list = (items: readonly (string | { readonly topic: string })[] = []): string =>
    items.map((item) => (typeof item === "string" ? item : item.topic)).join("; ");
  const person = (id: number): string => {
    const manager = id === 0 ? "" : `p${Math.floor((id - 1) / 3)}`;
    const born = isWrong ? "long ago" : String(id < side ? 1955 + (id % 25) : 1982 + (id % 22));
    return `p${id},Name ${id} Surname,p${id}@example.org,${manager},"Department ${id % 40}, East",${born},${id % 12}`;
  };
  const names = ["id", "name", "work email", "manager id", "department", "date of birth", "cost group"];
  const rows = (header: readonly string[], lines: readonly string[]): string => [header, ...lines].join("\r\n");
  const entry = ({ id, goals, timeZone, availability, capacity = 1 }: (typeof mentors)[number], topics: string) =>
    `${id},${topics},${list(goals)},${timeZone ?? ""},${JSON.stringify(availability).slice(1, -1)},${isWrong ? "x" : capacity}`;
  const columns = ["goals", "time zone", "availability", "capacity"];
  const source = (name: string, text: string) => ({ name: `${name}.csv`, text });
  return {
    people: source(
      "people",
      rows(
        names,
        Array.from({ length: people }, (_, id) => person(id)),
      ),
    ),
    mentors: source(
      "mentors",
      rows(
        ["id", "teaches", ...columns],
        mentors.map((each) => entry(each, list(each.teaches))),
      ),
    ),
    mentees: source(
      "mentees",
      rows(
        ["id", "learns", ...columns],
        mentees.map((each) => entry({ ...each, teaches: [] }, list(each.learns))),
      ),
    ),
  };
}

function read(sources: InputSources, options: { readonly skipRejected?: boolean } = {}): ReadOutcome {
  const outcome = readMatchInput(sources, { period: PERIOD, ...options });
  const { counts, errorCount, warningCount, rejected } = outcome;
  const told = `${counts.people} + ${counts.mentors} + ${counts.mentees} rows, ${errorCount} errors, ${warningCount} warnings`;
  phase("readMatchInput", `${told}, ${rejected.length} rejected`);
  return outcome;
}

function reading(): void {
  const sources = filesOf(100_000, 20_000, false);
  const size = Object.values(sources).reduce((sum, { text }) => sum + text.length, 0);
  phase("making the text", `${(size / 1e6).toFixed(1)} MB`);
  const { input } = read(sources);
  if (input === undefined) throw new Error("expected an input");
  phase("checkInput", `${checkInput(input).issues.length} issues`);
  try {
    createMatcher(input);
  } catch (error) {
    if (!(error instanceof TersineError)) throw error;
    phase("createMatcher", `${error.code}: ${error.message}`);
  }
}

function wrong(): void {
  const sources = filesOf(100_000, 20_000, true);
  phase("making the text");
  const { rejected } = read(sources);
  phase("rejectedToCsv", `${(rejectedToCsv(rejected).length / 1e6).toFixed(1)} MB`);
  read(sources, { skipRejected: true });
}

async function match(side: number): Promise<void> {
  const sources = filesOf(3 * side, side, false);
  phase("making the text");
  const { input } = read(sources);
  if (input === undefined) throw new Error("expected an input");
  let current: Progress["phase"] | undefined;
  const onProgress = (progress: Progress): void => {
    if (current !== undefined && progress.phase !== current) phase(`match: ${current}`);
    current = progress.phase;
  };
  const result = await matchPairsAsync(input, { onProgress });
  if (result.status === "infeasible") throw new Error("expected pairs");
  phase(`match: ${current ?? ""}`, `${result.pairs.length} pairs, ${result.unmatched.length} left out`);
  const texts = {
    pairsToCsv: () => pairsToCsv(result),
    unmatchedToCsv: () => unmatchedToCsv(result),
    resultToJson: () => resultToJson(result),
    resultToNdjson: () => resultToNdjson(result),
    renderReport: () => renderReport(input, result),
  };
  const folder = mkdtempSync(join(tmpdir(), "tersine-bench-"));
  try {
    for (const [name, make] of Object.entries(texts)) {
      const text = make();
      phase(name, `${(text.length / 1e6).toFixed(1)} MB`);
      await writeWhole(new Map([[join(folder, name), text]]), new AbortController().signal);
      phase("  written");
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The built command itself. */
function command(side: number): void {
  const folder = mkdtempSync(join(tmpdir(), "tersine-bench-"));
  try {
    for (const source of Object.values(filesOf(3 * side, side, false))) {
      writeFileSync(join(folder, source.name), source.text);
    }
    writeFileSync(join(folder, "tersine.config.json"), JSON.stringify({ period: PERIOD }));
    phase("making the files");
    const built = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
    const inputs = ["--people", "people.csv", "--mentors", "mentors.csv", "--mentees", "mentees.csv"];
    const outputs = ["--out", "pairs.csv", "--unmatched", "u.csv", "--result", "r.json", "--report", "r.html"];
    const script = `process.on("exit",()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();console.error(Math.round((userCPUTime+systemCPUTime)/1000)+" ms of processors, peak "+Math.round(maxRSS/1024)+" MB")})`;
    writeFileSync(join(folder, "peak.mjs"), script);
    const argv = ["--import", `./peak.mjs`, built, "match", ...inputs, ...outputs];
    const { status, stderr } = spawnSync(process.execPath, argv, { cwd: folder, encoding: "utf8" });
    const last = stderr.trimEnd().split("\n").slice(-3).join("; ");
    phase("dist/cli.js match", `exit ${status ?? "none"}; ${last}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const CASES: Readonly<Record<string, (size: number) => void | Promise<void>>> = { reading, wrong, match, command };
const [name, size = "5000"] = process.argv.slice(2);
if (name === undefined) {
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${memory} GB, Node ${process.version}`);
  for (const each of Object.keys(CASES)) {
    const ran = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), each], {
      stdio: "inherit",
    });
    if (ran.status !== 0) throw new Error(`${each} ended with ${ran.status ?? "a signal"}`);
  }
} else {
  const run = CASES[name];
  if (run === undefined) throw new Error(`expected one of ${Object.keys(CASES).join(", ")}`);
  console.log(name);
  started = performance.now();
  used = process.cpuUsage();
  await run(Number(size));
}
