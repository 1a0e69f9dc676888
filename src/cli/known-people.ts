import {
  type Config,
  defaultRules,
  type MatchOptions,
  notAgain,
  type PairOfIds,
  type PastPair,
  type Rule,
} from "../index.ts";
import { knownOptions, knownPairs, type ReadOutcome } from "../io/index.ts";
import { EXIT, Failure } from "./failure.ts";
import type { Arguments } from "./flags.ts";
import { readingOf } from "./input.ts";
import { readPairs } from "./results.ts";
import type { Terminal } from "./terminal.ts";

/** Paths of earlier results, of the flag or else of the configuration. */
export function historyPaths(given: Arguments, { history = [] }: Config): readonly string[] {
  const flags = given.texts("history");
  return flags.length > 0 ? flags : history.map((each) => (typeof each === "string" ? each : each.file));
}

/** The pairs of earlier results. The configuration may date those of a file, which do not say it themselves. */
export async function readHistory(given: Arguments, config: Config, terminal: Terminal): Promise<readonly PastPair[]> {
  const dates = new Map(
    (config.history ?? []).flatMap((each) =>
      typeof each === "string" || each.date === undefined ? [] : [[each.file, each.date] as const],
    ),
  );
  const pairs: PastPair[] = [];
  for (const path of historyPaths(given, config)) {
    const date = dates.get(path);
    for (const pair of await readPairs(path, terminal, readingOf(given, config), "HISTORY_INVALID")) {
      pairs.push(date === undefined ? pair : { date, ...pair });
    }
  }
  return pairs;
}

/** Options with everybody by the ids of the input, and with a history that `notAgain` knows. */
export function optionsOf(
  { find }: Pick<ReadOutcome, "find">,
  options: MatchOptions,
  history: readonly PastPair[],
): MatchOptions {
  const met = pairsOf({ find }, history, "/history");
  const known = knownOptions(options, find);
  refuseAmbiguous(known.ambiguous.map((place) => `/match${place}`));
  if (history.length === 0) return known.options;
  return { ...known.options, rules: withHistory(known.options.rules ?? defaultRules(), met) };
}

/** Pairs by the ids of the input. */
export function pairsOf<Pair extends PairOfIds>(
  { find }: Pick<ReadOutcome, "find">,
  pairs: readonly Pair[],
  path: string,
): readonly Pair[] {
  const known = knownPairs(pairs, find);
  refuseAmbiguous(known.ambiguous.map((place) => `${path}${place}`));
  return known.pairs;
}

/** The id of whom an operand names. */
export function idOf({ find }: Pick<ReadOutcome, "find">, text: string): string {
  const [id = text, ...others] = find(text);
  if (others.length === 0) return id;
  throw new Failure(EXIT.data, "REFERENCE_AMBIGUOUS", "expected one person, got what several people have. Give an id.");
}

function refuseAmbiguous(places: readonly string[]): void {
  if (places.length === 0) return;
  const details = places.map((path) => ({
    ...({ code: "REFERENCE_AMBIGUOUS", severity: "error", path } as const),
    message: "expected one person, got what several have.",
  }));
  throw new Failure(EXIT.data, "REFERENCE_AMBIGUOUS", "expected names that mean one person each. Write ids.", {
    details,
  });
}

/** The rules with more pairs for the first `notAgain`, under whose cooldown they fall, or with one more rule. */
function withHistory(rules: readonly Rule[], pairs: readonly PastPair[]): readonly Rule[] {
  const place = rules.findIndex(
    (rule) => rule.kind === "pair" && rule.name === "notAgain" && rule.settings?.["except"] === undefined,
  );
  const rule = rules[place];
  if (rule?.kind !== "pair") return [...rules, notAgain(pairs)];
  const { history = [], ...rest } = rule.settings ?? {};
  // what the rule was made of, and checked
  return rules.with(place, notAgain([...(history as readonly PastPair[]), ...pairs], rest));
}
