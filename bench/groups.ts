/*
 * Times `matchGroups` on made-up programmes and tells how far the groups are proved, and what judging mentors one by one loses.
 *
 *   npx tsx bench/groups.ts                 all sizes
 *   npx tsx bench/groups.ts 60x120 circle40 some of them
 *
 * `MxN`: two of N mentors for each of M mentees. `circleP`: circles of four out of P people.
 */
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { commonTime, coveredBy, different, type GroupOptions, levelSpread, matchGroups } from "../src/groups/index.ts";
import { hierarchy, type MatchInput, matchPairs, sharedTopic, VERSION } from "../src/index.ts";

const TOPICS = Array.from({ length: 12 }, (_, at) => `topic ${at}`);
const DEPARTMENTS = ["Sales", "IT", "Operations", "Finance", "Legal"];

/** Numbers from 0 to 1 by a formula (Numerical Recipes' generator), the same on every machine. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function programme(menteeCount: number, mentorCount: number): MatchInput {
  const next = numbers(menteeCount * 1000 + mentorCount);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(next() * list.length)]!;
  const some = (count: number): string[] => [...new Set(Array.from({ length: count }, () => pick(TOPICS)))];
  const free = () => {
    const start = 8 + Math.floor(next() * 8);
    const two = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;
    return {
      timeZone: "Europe/Istanbul",
      availability: [pick(["Mon", "Tue"] as const), "Wed" as const].map((day) => ({
        day,
        start: two(start),
        end: two(start + 4),
      })),
    };
  };
  return {
    period: { start: "2026-09-07", end: "2026-12-13" },
    mentees: Array.from({ length: menteeCount }, (_, at) => ({
      ...{ id: `s${at}`, level: 5 + Math.floor(next() * 3), department: pick(DEPARTMENTS), learns: some(5), ...free() },
    })),
    mentors: Array.from({ length: mentorCount }, (_, at) => ({
      ...{
        id: `j${at}`,
        level: 1 + Math.floor(next() * 3),
        department: pick(DEPARTMENTS),
        teaches: some(3),
        ...free(),
      },
    })),
  };
}

const JOINT = [coveredBy("any"), commonTime(), different("department", { among: "mentors" })];
const OPTIONS = { criteria: [hierarchy({ weight: 1 })], rules: [] };

function report(name: string, input: MatchInput, options: GroupOptions): number {
  const start = performance.now();
  const { status, totals, gap } = matchGroups(input, options);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const proved = gap === undefined ? "" : `, gap ${gap.people} people, ${(100 * gap.share).toFixed(3)}%`;
  const count = `${totals.possible} possible, ${totals.groups} chosen`;
  console.log(`${name.padEnd(10)} ${count.padEnd(34)} ${status}${proved}, ${seconds} s`);
  return totals.score;
}

/** What the best pairs, two for each mentee, are worth when the two are judged together. */
function oneByOne(input: MatchInput): number {
  const mentees = input.mentees.map((mentee) => ({ ...mentee, capacity: 2 }));
  const result = matchPairs({ ...input, mentees }, { rules: [] });
  if (result.status === "infeasible") throw new Error("pairs without demands are feasible");
  return input.mentees.reduce((sum, mentee) => {
    const ids = new Set(result.pairs.flatMap(({ menteeId, mentorId }) => (menteeId === mentee.id ? [mentorId] : [])));
    const own = { ...input, mentees: [mentee], mentors: input.mentors.filter(({ id }) => ids.has(id)) };
    return sum + matchGroups(own, { ...OPTIONS, of: { mentors: 2 }, joint: JOINT }).totals.score;
  }, 0);
}

const asked = process.argv.slice(2);
const sizes = asked.length > 0 ? asked : ["20x40", "40x80", "60x120", "100x200", "circle24", "circle40"];
console.log(`tersine ${VERSION}, Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}`);
for (const size of sizes) {
  if (size.startsWith("circle")) {
    const people = Number(size.slice(6));
    const input = programme(people / 2, people / 2);
    report(size, input, { ...OPTIONS, of: { circle: 4 }, rules: [sharedTopic()], joint: [...JOINT, levelSpread()] });
    continue;
  }
  const [mentees = 0, mentors = 0] = size.split("x").map(Number);
  const input = programme(mentees, mentors);
  const best = report(size, input, { ...OPTIONS, of: { mentors: 2 }, joint: JOINT });
  console.log(`${" ".repeat(11)}judged one by one: ${((100 * (best - oneByOne(input))) / best).toFixed(1)}% less`);
}
