import { EXIT, Failure } from "./failure.ts";
import type { Arguments, FlagName } from "./flags.ts";

/** Files of people and how they are read. */
const READING: readonly FlagName[] = [
  ...(["input", "people", "mentors", "mentees", "calendars", "config", "format", "delimiter", "encoding"] as const),
  ...(["sheet", "max-errors", "skip-rejected", "allow-guests", "external-managers", "history", "language"] as const),
];
/** How files are written, and what is shown. */
const WRITING: readonly FlagName[] = ["out", "dry-run", "force", "json", "quiet"];
const TABLES: readonly FlagName[] = ["excel", "out-delimiter"];
const POOL: readonly FlagName[] = ["policy", "input", "config", "language", ...WRITING];

/** The flags that each command reads; `--help` and `--version` stand before any. */
export const COMMAND_FLAGS: Readonly<Record<string, readonly FlagName[]>> = {
  match: [
    ...READING,
    ...WRITING,
    ...TABLES,
    ...(["unmatched", "result", "rejected", "report", "cards", "sort", "invitations", "template"] as const),
    ...(["meeting-minutes", "previous", "stability", "max-changes", "lock-all", "replay", "fixes"] as const),
  ],
  check: [...READING.filter((flag) => flag !== "history"), "json", "quiet"],
  explain: [...READING, "json", "quiet"],
  compare: ["delimiter", "encoding", "json", "language"],
  audit: [...READING, ...WRITING, "groups", "column", "outcomes", "report"],
  evaluate: [...READING, ...WRITING, "outcomes", "report"],
  learn: [...READING, ...WRITING, "outcomes"],
  "pool step": [...POOL, "now", "events", "result"],
  "pool simulate": [...POOL, "report"],
  talks: [
    ...READING,
    ...WRITING,
    ...TABLES,
    ...([
      "mentee-talks",
      "mentor-talks",
      "hard",
      "favourite",
      "spread",
      "slots",
      "form",
      "result",
      "invitations",
    ] as const),
  ],
  decide: [
    ...READING,
    ...WRITING,
    ...TABLES,
    ...(["talks", "feedback", "both", "weight", "unmet", "unmatched", "result", "report", "cards", "sort"] as const),
  ],
  groups: [...READING, ...WRITING, ...TABLES, "circle", "group-mentors", "group-mentees", "joint", "result"],
  schema: ["language"],
  sample: ["force", "quiet", "language"],
  studio: ["out", "force", "quiet", "language"],
};

/** Refuses a flag that the command does not read: a wish that nothing reads must not pass in silence. */
export function checkFlags({ command = "", operands: [first = ""], flags }: Arguments): void {
  const name = Object.hasOwn(COMMAND_FLAGS, command) ? command : `${command} ${first}`;
  const own = Object.hasOwn(COMMAND_FLAGS, name) ? COMMAND_FLAGS[name] : undefined;
  const foreign = own === undefined ? undefined : flags.find((flag) => !own.includes(flag));
  if (foreign === undefined) return;
  const message = `--${foreign}: ${name} takes no such flag.`;
  throw new Failure(EXIT.usage, "FLAG_CONFLICT", message);
}
