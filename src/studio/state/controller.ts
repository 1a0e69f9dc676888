import type { Sentence } from "../../base/sentence.ts";
import type { PairOfIds } from "../../index.ts";
import { type ConfigFile, type MatchFile, OLD_ENCODING, READING_KEYS } from "../config/config-file.ts";
import type {
  Answered,
  Asked,
  Download,
  GivenFile,
  ListName,
  Lists,
  Opened,
  QuestionName,
  Refusal,
  ShownUnmatched,
  Written,
} from "../protocol.ts";
import { without } from "../config/without.ts";
import { periodFrom } from "./period.ts";
import { type Language, type Settings, sideKey, type State } from "./state.ts";

/** What the page knows of the day and the place where it is opened. */
export interface Surroundings {
  readonly language: Language;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** Asks a question; what the library refuses comes back as a value. */
export type Ask = <Name extends QuestionName>(name: Name, asked: Asked[Name]) => Promise<Answered[Name] | Refused>;

export interface Refused {
  readonly refusal: Refusal;
}

export function isRefused(answer: object | true): answer is Refused {
  return typeof answer === "object" && "refusal" in answer;
}

/** Somebody else to ask, beside the one who answers the page, so that long questions hold up nothing. */
export interface Helper {
  readonly ask: Ask;
  /** Ends the helper, whatever it is at. */
  readonly stop: () => void;
}

/** Settings of reading to replace; those that are `undefined` are taken out. */
export type ReadingChange = { readonly [Key in keyof ConfigFile]?: ConfigFile[Key] | undefined } & {
  readonly skipRejected?: boolean;
};

/** What somebody does on the page. */
export interface Controller {
  readonly state: () => State;
  readonly speak: (language: Language) => void;
  readonly go: (step: State["step"]) => void;
  readonly addFiles: (files: readonly GivenFile[], isSample?: boolean) => Promise<void>;
  readonly removeTable: (key: string) => Promise<void>;
  readonly setList: (key: string, list: ListName | undefined) => Promise<void>;
  readonly setField: (key: string, header: string, field: string) => Promise<void>;
  readonly setReading: (reading: ReadingChange) => Promise<void>;
  /** `isDraft` while a slider moves: undo goes back to where it began to move. */
  readonly setMatch: (match: MatchFile, isDraft?: boolean) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly lookAt: (pair: PairOfIds | undefined) => Promise<void>;
  /** Begins to look for what would place those left out; a plan that changes ends it. */
  readonly seekFixes: () => Promise<void>;
  readonly stopFixes: () => void;
  readonly write: (what: Download) => Promise<Written | Refused>;
  /** The configuration as a file for the command. */
  readonly saved: () => ConfigFile;
}

/** Most people for whom a change that would place them is looked for. */
export const MOST_FIXES = 100;

/** Most steps that undo goes back. */
const MOST_STEPS = 200;

/** Holds the state of the page and keeps it up to date with what somebody does. */
export function createController(
  ask: Ask,
  helperOf: () => Helper,
  surroundings: Surroundings,
  changed: (state: State) => void,
): Controller {
  let state = beginning(surroundings);
  const files = new Map<string, GivenFile>();
  let helper: Helper | undefined;
  let shown: Settings | undefined;
  let draftOf: Settings | undefined;
  let running: Promise<void> | undefined;
  let isStale = false;

  const set = (part: Partial<State>): void => {
    state = { ...state, ...part };
    changed(state);
  };
  const setWithout = (keys: readonly ("understood" | "plan" | "refusal" | "pair")[], part: Partial<State>): void => {
    const kept = Object.entries({ ...state, ...part }).filter(([key]) => !keys.some((each) => each === key));
    state = { ...beginning(surroundings), ...Object.fromEntries(kept) };
    changed(state);
  };

  /** Brings the page up to date with the settings; a change on the way makes it begin anew. */
  const refresh = (): Promise<void> => {
    isStale = true;
    running ??= (async () => {
      while (isStale) {
        isStale = false;
        await answered();
      }
      running = undefined;
      set({ isBusy: false });
    })();
    return running;
  };
  const answered = async (): Promise<void> => {
    set({ isBusy: true });
    const { settings } = state;
    if (shown === undefined || isReadingOther(shown, settings)) {
      const { lists, config, skipRejected } = settings;
      const understood = await ask("understand", { lists, config, skipRejected });
      shown = settings;
      if (isRefused(understood)) {
        setWithout(["understood", "plan", "pair"], { refusal: understood.refusal });
        return;
      }
      setWithout(understood.isReady ? ["refusal", "pair"] : ["refusal", "plan", "pair"], {
        understood,
        fixes: new Map(),
      });
    }
    if (state.understood?.isReady !== true || isStale) return;
    await planned(settings);
  };
  const planned = async ({ config }: Settings): Promise<void> => {
    const before = draftOf ?? state.past.at(-1);
    const plan = await ask("plan", {
      match: config.match ?? {},
      ...(before === undefined ? {} : { before: before.config.match ?? {} }),
    });
    if (isRefused(plan)) {
      setWithout(["plan", "pair"], { refusal: plan.refusal });
      return;
    }
    setWithout(["refusal"], { plan, fixes: new Map() });
    const { pair } = state;
    if (pair !== undefined && !isStale) await lookAt(pair);
  };
  const lookAt = async (pair: PairOfIds | undefined): Promise<void> => {
    if (pair === undefined) {
      setWithout(["pair"], {});
      return;
    }
    const { mentorId, menteeId } = pair;
    const answer = await ask("pair", { mentorId, menteeId });
    if (isRefused(answer)) setWithout(["pair"], { refusal: answer.refusal });
    else set({ pair: answer });
  };
  const stopFixes = (): void => {
    helper?.stop();
    helper = undefined;
  };
  const seekFixes = async (): Promise<void> => {
    stopFixes();
    const { plan, settings } = state;
    const left = plan?.unmatched.filter((person) => !state.fixes.has(sideKey(person))).slice(0, MOST_FIXES) ?? [];
    if (plan === undefined || plan.status === "infeasible" || left.length === 0) return;
    const own = (helper = helperOf());
    for await (const [person, fix] of fixesFor(own.ask, [...files.values()], settings, left)) {
      if (helper !== own || state.plan !== plan) return;
      set({ fixes: new Map([...state.fixes, [sideKey(person), fix]]) });
    }
    if (helper === own) stopFixes();
  };

  /** Takes new settings; undo will come back to those before. */
  const take = (settings: Settings, isDraft = false): Promise<void> => {
    const from = draftOf ?? state.settings;
    draftOf = isDraft ? from : undefined;
    const past = isDraft ? state.past : [...state.past, from].slice(-MOST_STEPS);
    set({ settings, past, future: [] });
    return refresh();
  };
  const step = (from: "past" | "future", to: "past" | "future"): Promise<void> => {
    const settings = state[from].at(-1);
    if (settings === undefined) return Promise.resolve();
    draftOf = undefined;
    set({ settings, [from]: state[from].slice(0, -1), [to]: [...state[to], state.settings] });
    return refresh();
  };
  const opened = async (given: readonly GivenFile[]): Promise<Opened | undefined> => {
    const { encoding } = state.settings.config;
    for (const file of given) files.set(file.name, file);
    const answer = await ask("open", { files: given, encoding });
    if (!isRefused(answer)) return answer;
    set({ refusal: answer.refusal, isBusy: false });
    return undefined;
  };

  return {
    state: () => state,
    speak: (language) => {
      set({ language });
    },
    go: (page) => {
      set({ step: page });
    },
    addFiles: async (given, isSample = false) => {
      set({ isBusy: true });
      if (isSample !== state.isSample && state.understood !== undefined) {
        await ask("close", { keys: state.understood.tables.map(({ key }) => key) });
        files.clear();
        set({ settings: beginning(surroundings).settings });
      }
      shown = undefined;
      const answer = await opened(given);
      if (answer === undefined) return;
      const { settings } = state;
      const known = state.understood?.tables.map(({ key }) => key) ?? [];
      const open = answer.config === undefined ? [] : known;
      const isOld = answer.tables.some((table) => table.isOld === true);
      const config = { ...(isOld ? { encoding: OLD_ENCODING } : {}), ...settings.config, ...answer.config };
      set({
        unopened: answer.problems,
        isSample,
        settings: { ...settings, config, lists: listsWith(settings.lists, answer, config, open) },
        // going back would take the files out of the lists, and leave them open
        ...NO_STEPS,
      });
      await refresh();
      if (isSample && state.plan !== undefined) set({ step: "pairs" });
    },
    removeTable: async (key) => {
      await ask("close", { keys: [key] });
      shown = undefined;
      const lists = without(state.settings.lists, key);
      set({ settings: { ...state.settings, lists }, ...NO_STEPS });
      await refresh();
    },
    setList: (key, list) => {
      const others = Object.entries(state.settings.lists).filter(([other, own]) => other !== key && own !== list);
      const lists = Object.fromEntries(list === undefined ? others : [...others, [key, list]]);
      return take({ ...state.settings, lists });
    },
    setField: (key, header, field) => {
      const list = state.settings.lists[key];
      if (list === undefined) return Promise.resolve();
      const { columns = [] } = state.understood?.tables.find((table) => table.key === key) ?? {};
      return take({ ...state.settings, config: withField(state.settings.config, list, columns, header, field) });
    },
    setReading: ({ skipRejected = state.settings.skipRejected, ...reading }) => {
      const merged = Object.entries({ ...state.settings.config, ...reading }).filter(
        ([, value]) => value !== undefined,
      );
      return take({ ...state.settings, skipRejected, config: Object.fromEntries(merged) });
    },
    setMatch: (match, isDraft = false) =>
      take({ ...state.settings, config: { ...state.settings.config, match } }, isDraft),
    undo: () => step("past", "future"),
    redo: () => step("future", "past"),
    lookAt,
    seekFixes,
    stopFixes,
    write: (what) => ask("write", { what, language: state.language }),
    saved: () => savedConfig(state.settings, state.language),
  };
}

/** What would place each of some people, as far as it is found. */
async function* fixesFor(
  ask: Ask,
  files: readonly GivenFile[],
  { lists, config, skipRejected }: Settings,
  people: readonly ShownUnmatched[],
): AsyncGenerator<readonly [ShownUnmatched, Sentence]> {
  const { encoding, match = {} } = config;
  await ask("open", { files, encoding });
  await ask("understand", { lists, config, skipRejected });
  await ask("plan", { match });
  for (const person of people) {
    const fix = await ask("fix", { id: person.id, side: person.side });
    if (isRefused(fix)) return;
    yield [person, fix];
  }
}

function beginning({ language, today, timeZone }: Surroundings): State {
  return {
    ...{ language, step: "files", past: [], future: [], isSample: false, unopened: [], isBusy: false },
    settings: { config: { period: periodFrom(today), timeZone }, lists: {}, skipRejected: false },
    fixes: new Map(),
  };
}

/** Whether files have to be read again. */
function isReadingOther(a: Settings, b: Settings): boolean {
  if (a.lists !== b.lists || a.skipRejected !== b.skipRejected) return true;
  return [...READING_KEYS, "encoding" as const].some(
    (key) => JSON.stringify(a.config[key]) !== JSON.stringify(b.config[key]),
  );
}

/**
 * Each table as what a new configuration calls it; new ones else as what they seem to hold, unless another table is that
 * already.
 */
function listsWith(lists: Lists, { tables }: Opened, config: ConfigFile, open: readonly string[]): Lists {
  const all = new Map(Object.entries(lists));
  // paths of a configuration are seen from its folder
  const namedBy = (key: string): ListName | undefined =>
    LIST_NAMES.find((list) => config[list]?.split(/[\\/]/u).at(-1) === key);
  for (const key of [...open, ...tables.map((table) => table.key)]) {
    const list = namedBy(key);
    if (list === undefined) continue;
    for (const [other, own] of all) if (own === list) all.delete(other);
    all.set(key, list);
  }
  for (const { key, guess } of tables) if (!all.has(key) && ![...all.values()].includes(guess)) all.set(key, guess);
  return Object.fromEntries(all);
}

const NO_STEPS = { past: [], future: [] } satisfies Partial<State>;

const LIST_NAMES = ["input", "people", "mentors", "mentees"] as const satisfies readonly ListName[];

type Columns = readonly { readonly header: string; readonly field?: string }[];

/**
 * The configuration with a column read as a field of one file. What the column was before is read no more, which a blank
 * header says; a column that is to be kept beside goes into the attributes.
 */
function withField(config: ConfigFile, list: ListName, columns: Columns, header: string, field: string): ConfigFile {
  const { mapping = {} } = config;
  const stated = mapping[list];
  const isOwn = (value: typeof stated): value is Exclude<typeof stated, undefined | string | readonly string[]> =>
    typeof value === "object" && !Array.isArray(value);
  const own = new Map(Object.entries(isOwn(stated) ? stated : {}));
  const now = columns.find((column) => column.header === header)?.field;
  for (const [name, source] of own) if (source === header) own.delete(name);
  if (now !== undefined && now !== field && !now.startsWith("attributes.")) own.set(now, "");
  if (field !== "") own.set(field, header);
  return { ...config, mapping: { ...mapping, [list]: Object.fromEntries(own) } };
}

/** The settings as the command reads them, with the names of the files. */
function savedConfig({ config, lists, skipRejected }: Settings, language: Language): ConfigFile {
  const names = Object.fromEntries(Object.entries(lists).map(([key, list]) => [list, key]));
  const rest = without(config, "input", "people", "mentors", "mentees");
  // the command leaves rows out only where it is told so on its line
  const comment = skipRejected ? { $comment: "npx tersine match --skip-rejected" } : {};
  return { ...comment, version: 1, ...names, language, ...rest };
}
