import {
  compareResults,
  createMatcher,
  type Matcher,
  type MatchInput,
  type MatchOptions,
  namedFix,
  namesOf,
  readConfig,
  TersineError,
} from "../../index.ts";
import { isRecord } from "../../base/given.ts";
import type { ReadOutcome } from "../../io/index.ts";
import type { ConfigFile, MatchFile } from "../config/config-file.ts";
import type { Answers, Asked, Opened, OpenedTable, Problem, ShownPlan, Understood } from "../protocol.ts";
import { optionMaker } from "./options.ts";
import { differenceOf, sentenceOf, shownPlan } from "./plan.ts";
import { pairAnswer } from "./questions.ts";
import { documentIn, inEncoding, openingProblems, type OpenTable, tablesOf } from "./tables.ts";
import { readTables } from "./understand.ts";
import { written } from "./write.ts";

/** Plans that are kept by their settings, so that the one before is at hand to be compared with. */
const MOST_PLANS = 6;

/** What is known of the programme once its files are understood. */
interface Programme {
  readonly outcome: ReadOutcome;
  readonly input: MatchInput;
}

/** Whoever answers the page: it holds the files, the programme and the plans. */
export function createEngine(): Answers {
  const tables = new Map<string, OpenTable>();
  const plans = planKeeper();
  let programme: Programme | undefined;
  let current: Matcher | undefined;
  const matcher = (): Matcher => {
    if (current === undefined) throw notReady();
    return current;
  };
  return {
    open: async (asked) => {
      const { opened, found } = await openFiles(asked);
      for (const table of found) tables.set(table.key, table);
      return opened;
    },
    close: ({ keys }) => {
      for (const key of keys) tables.delete(key);
      return Promise.resolve(true);
    },
    understand: ({ lists, config, skipRejected }) => {
      const all = [...tables.values()].map((table) => inEncoding(table, config.encoding));
      const { outcome, shown } = readTables(all, lists, config, skipRejected);
      programme = outcome.input === undefined ? undefined : { outcome, input: outcome.input };
      current = undefined;
      plans.forget();
      return Promise.resolve<Understood>(shown);
    },
    plan: ({ match, before }) => {
      if (programme === undefined) throw notReady();
      const { answer, matcher: made } = plans.plan(programme, match, before);
      current = made;
      return Promise.resolve(answer);
    },
    pair: (pair) => Promise.resolve(pairAnswer(matcher(), pair)),
    fix: ({ id, side }) => {
      const told = matcher().fix(side === "mentor" ? { mentorId: id } : { menteeId: id });
      return Promise.resolve(
        sentenceOf(namedFix(told, programme === undefined ? new Map() : namesOf(programme.input))),
      );
    },
    write: ({ what, language }) => {
      if (programme === undefined) throw notReady();
      return written(what, { ...programme, result: matcher().match() }, language);
    },
  };
}

async function openFiles({ files, encoding }: Asked["open"]): Promise<{
  readonly opened: Opened;
  readonly found: readonly OpenTable[];
}> {
  const found: OpenTable[] = [];
  const problems: Problem[] = [];
  let config: ConfigFile | undefined;
  for (const file of files) {
    try {
      const opened = await tablesOf(file, encoding);
      const [first] = opened;
      const own = first === undefined ? undefined : configIn(first);
      if (own === undefined) found.push(...opened);
      else {
        config = own;
        problems.push(...unreadIn(own, file.name));
      }
    } catch (error) {
      problems.push(...openingProblems(file.name, error));
    }
  }
  const opened = { tables: found.map(openedTable), problems };
  return { opened: config === undefined ? opened : { ...opened, config }, found };
}

function openedTable({ key, guess, isOld }: OpenTable): OpenedTable {
  return isOld === undefined ? { key, guess } : { key, guess, isOld };
}

/** Keys that only a configuration has. */
const MARKS = ["match", "mapping", "version", "period"];

/** The configuration that a JSON document is, if it is one: it has keys of one, and not the lists of a programme. */
function configIn({ source }: OpenTable): ConfigFile | undefined {
  const value: unknown = documentIn(source);
  if (!isRecord(value) || [value["mentors"], value["mentees"]].some(Array.isArray)) return undefined;
  if (!MARKS.some((key) => key in value)) return undefined;
  readConfig(value);
  return isConfig(value) ? value : undefined;
}

/** What `readConfig` has accepted as JSON has this form. */
function isConfig(value: object): value is ConfigFile {
  return !Array.isArray(value);
}

/** What the command reads and the page does not: to pass it over in silence would change the pairs. */
function unreadIn(config: object, file: string): readonly Problem[] {
  return ["calendars", "history"].flatMap((key): readonly Problem[] => {
    if (!(key in config)) return [];
    const said = {
      en: `"${key}" is not read by this page; the command tersine match reads it.`,
      tr: `"${key}" bu sayfada okunmuyor; tersine match komutu okur.`,
    };
    return [{ code: "CONFIG_KEY_UNREAD", severity: "warning", file, said }];
  });
}

function notReady(): TersineError {
  return new TersineError([{ code: "INPUT_MISSING", path: "", message: "there is no programme to ask about yet." }]);
}

interface Kept {
  readonly matcher: Matcher;
  /** With the time that it took to make it, however often it is shown. */
  readonly answer: Omit<ShownPlan, "difference">;
}

/** Makes plans by their settings, each from the one at hand, and keeps the last of them. */
function planKeeper() {
  const kept = new Map<string, Kept>();
  let optionsOf = optionMaker();
  let last: Matcher | undefined;
  const planned = ({ input, outcome }: Programme, match: MatchFile): Kept => {
    const key = JSON.stringify(match);
    const known = kept.get(key);
    kept.delete(key);
    const one = known ?? made(input, optionsOf(match, outcome.find), last);
    kept.set(key, one);
    for (const old of kept.keys()) if (kept.size > MOST_PLANS) kept.delete(old);
    last = one.matcher;
    return one;
  };
  return {
    forget: () => {
      kept.clear();
      optionsOf = optionMaker();
      last = undefined;
    },
    plan: (programme: Programme, match: MatchFile, before: MatchFile | undefined) => {
      const old = before === undefined ? undefined : planOrNothing(() => planned(programme, before));
      const { matcher, answer } = planned(programme, match);
      const difference =
        old === undefined ? {} : { difference: differenceOf(compareResults(old.matcher.match(), matcher.match())) };
      return { matcher, answer: { ...answer, ...difference } };
    },
  };
}

/** The plan before may be one that cannot be made. */
function planOrNothing(plan: () => Kept): Kept | undefined {
  try {
    return plan();
  } catch (error) {
    if (error instanceof TersineError) return undefined;
    throw error;
  }
}

/** Every option by name, so that one that is no longer stated is taken back. */
const NO_OPTIONS = {
  ...{ criteria: undefined, weights: undefined, personalWeights: undefined, rules: undefined, objective: undefined },
  ...{ coverage: undefined, furtherPartners: undefined, worth: undefined, proposer: undefined, pins: undefined },
  ...{ quotas: undefined, ties: undefined, fixes: undefined, limits: undefined },
} satisfies { readonly [Option in keyof Required<MatchOptions>]: undefined };

function made(input: MatchInput, options: MatchOptions, last: Matcher | undefined): Kept {
  const start = performance.now();
  const matcher =
    last === undefined
      ? createMatcher(input, options)
      : last.whatIf({ options: { ...NO_OPTIONS, ...options } }).matcher;
  const plan = shownPlan(matcher.match());
  return { matcher, answer: { ...plan, milliseconds: Math.round(performance.now() - start) } };
}
