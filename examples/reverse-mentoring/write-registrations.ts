/*
 * Writes registrations.json: who of the organisation offers and who wants which topics. They are made up, since the
 * public organisation has none; the same file comes out each time.
 *
 *   npx tsx examples/reverse-mentoring/write-registrations.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { type Employee, readOrganisation } from "./organisation.ts";

const TOPICS = (
  JSON.parse(readFileSync(new URL("topics.json", import.meta.url), "utf8")) as { readonly en: string }[]
).map(({ en }) => en);
const GOALS = ["Reach younger customers", "Modern leadership", "Keep young talent", "Net zero", "Open culture"];
const ZONES = ["America/Los_Angeles", "Europe/London", "Europe/Istanbul"];
/** Hours that overlap across the zones: mornings in the west are evenings in the east. */
const WINDOWS: Readonly<Record<string, readonly string[]>> = {
  "America/Los_Angeles": [
    "Mon 08:00-10:00",
    "Tue 08:30-10:00",
    "Wed 09:00-11:00",
    "Thu 08:00-09:30",
    "Fri 13:00-15:00",
  ],
  "Europe/London": ["Mon 16:00-18:00", "Tue 10:00-12:00", "Wed 16:30-18:00", "Thu 16:00-17:30", "Fri 09:00-11:00"],
  "Europe/Istanbul": ["Mon 18:00-20:00", "Tue 12:00-14:00", "Wed 19:00-20:30", "Thu 18:00-20:00", "Fri 11:00-13:00"],
};

/** A small linear congruential generator, so that the file does not depend on the machine. */
let state = 20270104;
function below(limit: number): number {
  state = (state * 1103515245 + 12345) % 2 ** 31;
  return Math.floor((state / 2 ** 31) * limit);
}

function choose<Item>(items: readonly Item[], count: number): Item[] {
  const left = [...items];
  return Array.from({ length: count }, () => left.splice(below(left.length), 1)).flat();
}

function spread<Item>(items: readonly Item[], count: number): Item[] {
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]).flatMap(
    (item) => item ?? [],
  );
}

const common = () => {
  const timeZone = ZONES[below(10) < 6 ? 0 : 1 + below(2)] ?? "UTC";
  return {
    timeZone,
    goals: choose(GOALS, 1 + below(2)).sort(),
    availability: choose(WINDOWS[timeZone] ?? [], 2 + below(3)).join("; "),
  };
};

const mentorOf = ({ id }: Employee) => ({
  id,
  teaches: choose(TOPICS, 3 + below(3)).map((topic) => ({ topic, level: 2 + below(4) })),
  ...common(),
  capacity: below(6) === 0 ? 2 : 1,
});

const menteeOf = ({ id }: Employee) => ({
  id,
  learns: choose(TOPICS, 3 + below(2)).map((topic, index) => ({ topic, priority: index + 1 })),
  ...common(),
});

const employees = readOrganisation();
const atLevel = (level: number): Employee[] => employees.filter((employee) => employee.level === level);
const both = spread(atLevel(1), 2);
const between = [...atLevel(3), ...atLevel(2), ...atLevel(1)].filter((employee) => !both.includes(employee));
const mentors = [...spread(atLevel(0), 58), ...both].map(mentorOf);
const zoneOf = new Map(mentors.map(({ id, timeZone }) => [id, timeZone]));
const mentees = [...atLevel(4), ...spread(between, 37), ...both].map(menteeOf).map((mentee) => {
  const timeZone = zoneOf.get(mentee.id);
  if (timeZone === undefined) return mentee;
  // somebody on both sides lives in one zone
  return { ...mentee, timeZone, availability: choose(WINDOWS[timeZone] ?? [], 3).join("; ") };
});
const programme = { period: { start: "2027-01-04", end: "2027-06-27" }, mentors, mentees };
writeFileSync(new URL("registrations.json", import.meta.url), `${JSON.stringify(programme, null, 1)}\n`);
