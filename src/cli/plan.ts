import {
  type Config,
  createMatcher,
  type Manifest,
  type MatchInput,
  type MatchOptions,
  matchPairsAsync,
  type MatchResult,
  type PastPair,
  type Progress,
  type PublishedPlan,
  type Rematch,
  type RematchOptions,
  replay,
  scaleText,
} from "../index.ts";
import type { ReadOutcome } from "../io/index.ts";
import { EXIT, Failure } from "./failure.ts";
import type { Arguments } from "./flags.ts";
import { readingOf } from "./input.ts";
import { optionsOf, pairsOf, readHistory } from "./known-people.ts";
import { readManifest, readPairs } from "./results.ts";
import type { Language, Terminal } from "./terminal.ts";
import { SAID } from "./words.ts";

/** What the flags ask of a plan beside the configuration. */
export interface Wishes {
  readonly options: MatchOptions;
  /** Pairs that must not meet again, beside those of the configuration. */
  readonly history: readonly PastPair[];
  readonly published?: PublishedPlan;
  readonly rematch: RematchOptions;
  readonly manifest?: Manifest;
}

/** A plan, and what is to be told of how it came about. */
export interface Planned {
  readonly result: MatchResult;
  readonly notes: string;
}

/** Reads the files and numbers that say how to plan. Nothing is matched yet. */
export async function readWishes(given: Arguments, config: Config, terminal: Terminal): Promise<Wishes> {
  const published = given.text("previous");
  const manifest = given.text("replay");
  const rematch = rematchOptions(given);
  const reading = readingOf(given, config);
  if (published === undefined && Object.keys(rematch).length > 0) {
    throw new Failure(EXIT.usage, "FLAG_CONFLICT", "--stability, --max-changes and --lock-all go with --previous.");
  }
  return {
    options: { ...config.match, ...(given.isSet("fixes") ? { fixes: true } : {}) },
    history: await readHistory(given, config, terminal),
    rematch,
    ...(published === undefined
      ? {}
      : { published: { pairs: await readPairs(published, terminal, reading, "PREVIOUS_INVALID") } }),
    ...(manifest === undefined ? {} : { manifest: await readManifest(manifest, terminal, reading) }),
  };
}

/** The same wishes with everybody by the ids of the input. */
export function knownWishes(wishes: Wishes, outcome: Pick<ReadOutcome, "find">): Wishes {
  const { options, history, published } = wishes;
  return {
    ...wishes,
    options: optionsOf(outcome, options, history),
    ...(published === undefined ? {} : { published: { pairs: pairsOf(outcome, published.pairs, "/previous") } }),
  };
}

/** Matches, rematches or replays, as the flags say. */
export async function plan(
  input: MatchInput,
  { options, published, rematch, manifest }: Wishes,
  { signal }: Terminal,
  onProgress: (progress: Progress) => void,
  language: Language,
): Promise<Planned> {
  if (manifest !== undefined) {
    const { criteria, rules, quotas } = options;
    const functions = {
      ...(criteria === undefined ? {} : { criteria }),
      ...(rules === undefined ? {} : { rules }),
      ...(quotas === undefined ? {} : { quotas }),
      ...(published === undefined ? {} : { published }),
    };
    return { result: replay(input, manifest, functions), notes: "" };
  }
  if (published !== undefined) {
    const found = createMatcher(input, options).rematch(published, rematch);
    return { result: found.result, notes: changesText(found, language) };
  }
  return { result: await matchPairsAsync(input, { ...options, signal, onProgress }), notes: "" };
}

function rematchOptions(given: Arguments): RematchOptions {
  const stability = given.text("stability");
  const maximumChanges = given.text("max-changes");
  return {
    ...(stability === undefined ? {} : { stability: stability === "first" ? "first" : whole("stability", stability) }),
    ...(maximumChanges === undefined ? {} : { maximumChanges: whole("max-changes", maximumChanges) }),
    ...(given.isSet("lock-all") ? { locked: "all" } : {}),
  };
}

function whole(flag: "stability" | "max-changes", text: string): number {
  if (/^[0-9]{1,10}$/u.test(text)) return Number(text);
  const expected =
    flag === "stability" ? 'micro-points as a whole number (10000 are one point), or "first"' : "a whole number";
  throw new Failure(EXIT.usage, "FLAG_VALUE", `--${flag}: expected ${expected}.`);
}

/** What became of the published pairs, a line for each that does not stay. */
function changesText({ result, kept, broken, gained, cost }: Rematch, language: Language): string {
  const lines = broken.map(
    ({ mentorId, menteeId, reasons }) =>
      `- ${mentorId} ${menteeId}: ${reasons.map((reason) => reason[language]).join(" ")}`,
  );
  if (result.status === "infeasible") return lines.map((line) => `${line}\n`).join("");
  const said = SAID[language];
  const isFree = cost?.people === 0 && cost.score === 0;
  const price = cost === undefined || isFree ? "" : `; ${said.freePlan(cost.people, scaleText(cost.score)[language])}`;
  const head = `${said.kept(kept.length, broken.length, gained.length)}${price}`;
  return [head, ...lines, ...gained.map(({ mentorId, menteeId }) => `+ ${mentorId} ${menteeId}`)]
    .map((line) => `${line}\n`)
    .join("");
}
