/* The first call in a fresh process: prints its time, its total and the peak memory of the process as JSON. */
import { performance } from "node:perf_hooks";
import { solveAssignment } from "../../src/solve/index.ts";
import { families } from "./families.ts";

const [family = "", size = "", seed = ""] = process.argv.slice(2);
const { rows, columns, costs } = families.get(family)!(Number(size), Number(seed));
// in place: the peak is to show one matrix and what the solver adds to it
for (let at = 0; at < costs.length; at += 1) costs[at] = 0 - costs[at]!;
const before = process.resourceUsage().maxRSS / 1024;
const begin = performance.now();
const answer = solveAssignment({ layout: "dense", rows, columns, unmatched: "last", weights: costs });
const milliseconds = performance.now() - begin;
const total = answer.status === "optimal" ? 0 - answer.total : NaN;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ milliseconds, total, peakMegabytes, megabytesBefore: before }));
