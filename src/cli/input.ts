import { join, resolve } from "node:path";
import type { Config } from "../index.ts";
import {
  calendarReader,
  type CalendarSources,
  type FileSource,
  readMatchInputInSteps,
  type ReadOptions,
  type ReadOutcome,
  type SourceIssue,
  type TextSource,
} from "../io/index.ts";
import { EXIT, type ExitCode, Failure, isLimit } from "./failure.ts";
import { lineOf } from "./lines.ts";
import { namesIn, readSource, readTable, type TableReading } from "./files.ts";
import type { Arguments } from "./flags.ts";
import { progressBar } from "./progress.ts";
import type { Language, Terminal } from "./terminal.ts";

const SOURCES = ["input", "people", "mentors", "mentees"] as const;
const FORMATS = ["csv", "json", "ndjson"] as const;
const DELIMITERS: Readonly<Record<string, NonNullable<TextSource["delimiter"]>>> = {
  ",": ",",
  ";": ";",
  "|": "|",
  "\t": "\t",
  tab: "\t",
};

/** Paths of the input files, by list. */
export function inputPaths(
  given: Arguments,
  config: Config,
  { cwd }: Terminal,
): Readonly<Partial<Record<(typeof SOURCES)[number], string>>> {
  const hasFlags = SOURCES.some((source) => given.text(source) !== undefined);
  const paths: Partial<Record<(typeof SOURCES)[number], string>> = {};
  for (const source of SOURCES) {
    const path = hasFlags ? given.text(source) : config[source];
    if (path !== undefined) paths[source] = path;
  }
  const all = Object.values(paths);
  if (all.length === 0) {
    throw new Failure(EXIT.usage, "INPUT_MISSING", "expected --input, or --mentors and --mentees (and --people).");
  }
  if (new Set(all.map((path) => (path === "-" ? path : resolve(cwd, path)))).size < all.length) {
    throw new Failure(EXIT.usage, "FILE_SAME", "expected a file of its own for each list, got one twice.");
  }
  return paths;
}

/** Reads the files that the flags or the configuration name. */
export async function readFiles(given: Arguments, config: Config, terminal: Terminal): Promise<ReadOutcome> {
  const options = readOptions(given, config);
  const reading = readingOf(given, config);
  const { encoding } = reading;
  const sheet = given.text("sheet");
  const files: { [Source in (typeof SOURCES)[number]]?: FileSource } = {};
  const paths = inputPaths(given, config, terminal);
  for (const source of SOURCES) {
    const path = paths[source];
    if (path === undefined) continue;
    const read = await readTable(path, terminal, { ...reading, sheet });
    const isNamed = Object.values(files).some(({ name }) => name === read.name);
    files[source] = isNamed ? { ...read, name: path } : read;
  }
  if (sheet !== undefined && !Object.values(files).some((file) => "sheet" in file)) {
    throw new Failure(EXIT.usage, "FLAG_CONFLICT", "--sheet goes with an Excel workbook (.xlsx); no file is one.");
  }
  const folder = given.text("calendars") ?? config.calendars;
  const { freeTakesTime = false } = config;
  const calendars =
    folder === undefined ? {} : { calendars: { ...(await readCalendars(folder, encoding, terminal)), freeTakesTime } };
  const steps = readMatchInputInSteps({ ...files, ...calendars }, options);
  const bar = progressBar(terminal, given.isSet("quiet"));
  try {
    for (;;) {
      const step = steps.next();
      await bar.pause("files", step.done === true ? 1 : step.value.done, step.done === true ? 1 : step.value.total);
      if (step.done === true) return step.value;
    }
  } finally {
    bar.stop();
  }
}

/**
 * The iCalendar files of a folder, by name; other files are left alone. They are UTF-8 (RFC 5545, 3.1.4), or else in the
 * encoding that the caller names; one that is neither is a problem of its person only.
 */
async function readCalendars(
  folder: string,
  encoding: string | undefined,
  terminal: Terminal,
): Promise<CalendarSources> {
  const read = await calendarReader();
  const files: TextSource[] = [];
  const broken: SourceIssue[] = [];
  for (const name of await namesIn(folder, terminal)) {
    if (!/\.ics$/iu.test(name)) continue;
    const path = join(folder, name);
    const source = await readInEither(path, encoding, terminal);
    if (!(source instanceof Failure)) files.push(source);
    else broken.push({ code: source.code, severity: "error", file: name, message: source.message });
  }
  return { files, broken, read };
}

/** A text in UTF-8, or else in the encoding that the caller names. */
export async function readInEither(
  path: string,
  encoding: string | undefined,
  terminal: Terminal,
): Promise<TextSource | Failure> {
  for (const tried of [undefined, encoding]) {
    try {
      return await readSource(path, terminal, tried);
    } catch (error) {
      if (!(error instanceof Failure) || !error.code.startsWith("ENCODING")) throw error;
      if (tried === encoding) return error;
    }
  }
  throw new Error("a calendar is read in one encoding or told to be in none.");
}

function readOptions(given: Arguments, config: Config): ReadOptions {
  const format = FORMATS.find((each) => each === given.text("format"));
  if (given.text("format") !== undefined && format === undefined) throw badValue("format", FORMATS.join(", "));
  const most = given.text("max-errors");
  if (most !== undefined && !/^[1-9][0-9]{0,8}$/u.test(most))
    throw badValue("max-errors", "a whole number of at least 1");
  const { mapping, values, answers, defaults, dayParts, headerLine, labelRows, keep, listKey, blank } = config;
  const { period, levels, levelsFromTop, commaLists, timeZone, dateOrder, prefer } = config;
  const { allowGuests = false, externalManagers = false } = config;
  return {
    ...stated({ format, maximumIssues: most === undefined ? undefined : Number(most) }),
    ...stated({ mapping, values, answers, defaults, dayParts, headerLine, labelRows, keep, listKey, blank }),
    ...stated({ period, levels, levelsFromTop, commaLists, timeZone, dateOrder, prefer }),
    allowGuests: allowGuests || given.isSet("allow-guests"),
    externalManagers: externalManagers || given.isSet("external-managers"),
    skipRejected: given.isSet("skip-rejected"),
  };
}

/** How the flags, or else the configuration, say that all texts are to be read. */
export function readingOf(given: Arguments, config: Pick<Config, "encoding" | "delimiter">): TableReading {
  const encoding = given.text("encoding") ?? config.encoding;
  const mark = given.text("delimiter") ?? config.delimiter;
  if (mark === undefined) return { encoding };
  const delimiter = DELIMITERS[mark];
  if (delimiter === undefined) throw badValue("delimiter", '",", ";", "|" or tab');
  return { encoding, delimiter };
}

type Stated<Options> = { [Name in keyof Options]?: Exclude<Options[Name], undefined> };

/** The options that have a value: an option that is there and undefined is another thing than one that is not there. */
function stated<Options extends object>(options: Options): Stated<Options> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Stated<Options>;
}

function badValue(flag: string, expected: string): Failure {
  return new Failure(EXIT.usage, "FLAG_VALUE", `--${flag}: expected ${expected}.`);
}

/** The issues, a line each. */
export function issueLines(
  { issues, errorCount, warningCount }: ReadOutcome,
  isQuiet: boolean,
  language: Language,
): string {
  const shown = issues.filter(({ severity }) => !isQuiet || severity === "error");
  const lines = shown.map((issue) => lineOf(issue, language));
  const more = errorCount + warningCount - issues.length;
  if (more > 0) lines.push(MORE[language](more));
  return lines.map((line) => `${line}\n`).join("");
}

const MORE = {
  en: (more: number) => `and ${more} more; raise --max-errors to see them`,
  tr: (more: number) => `ve ${more} tane daha; görmek için --max-errors değerini artırın`,
} as const;

/** Exit code of errors in files. */
export function exitOfIssues({ issues }: ReadOutcome): ExitCode {
  const errors = issues.filter(({ severity }) => severity === "error");
  return errors.length > 0 && errors.every(({ code }) => isLimit(code)) ? EXIT.limit : EXIT.data;
}
