import { extname, join } from "node:path";
import { type Config, type MatchInput, type MatchOptions, scaleText } from "../index.ts";
import {
  pairsToCsv,
  type ReadOutcome,
  type ReadSlots,
  resultToJson,
  slotsFromRows,
  type SourceIssue,
  talkFeedbackFromRows,
  talkFormToCsv,
  talkInvitationsOf,
  talksToCsv,
  talksToExcel,
  type TalkTimes,
} from "../io/index.ts";
import {
  type BothSides,
  decide,
  type DecideOptions,
  type FoundShortlist,
  rounds,
  shortlist,
  type ShortlistOptions,
  type TalkRange,
} from "../talks/index.ts";
import { readConfig } from "./config.ts";
import { EXIT, type ExitCode, Failure } from "./failure.ts";
import { lineOf } from "./lines.ts";
import { checkOutputs, readTable, STANDARD } from "./files.ts";
import type { Arguments, FlagName } from "./flags.ts";
import { exitOfIssues, issueLines, readFiles, readingOf } from "./input.ts";
import { makeFolder, readInvitationWishes } from "./invitations.ts";
import { optionsOf, pairsOf, readHistory } from "./known-people.ts";
import { checkEndings, conflictLines, filesOf, languageOf, tableOptions, writeFiles } from "./match-command.ts";
import { pathsRead } from "./read-paths.ts";
import { readPairs } from "./results.ts";
import type { Terminal } from "./terminal.ts";
import { SAID } from "./words.ts";
import type { Content } from "./write.ts";

/** What these commands, and that of groups, read first. */
interface Ran {
  readonly outcome: ReadOutcome;
  readonly input: MatchInput;
  readonly options: MatchOptions;
  readonly language: "en" | "tr";
  readonly inputs: readonly string[];
  readonly config: Config;
  readonly reading: ReturnType<typeof readingOf>;
}

/** `tersine talks`: files in, a short list of talks for everybody out. */
export async function talksCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const wishes = listOptions(given);
  checkTalkEndings(given);
  const ran = await readRun(given, terminal, ["out", "result", "form"]);
  if (typeof ran === "number") return ran;
  const { input, options, outcome, language, inputs, config } = ran;
  const invitations = await readInvitationWishes(given, config, language, terminal);
  const list = shortlist(input, { ...options, ...wishes });
  if (list.status === "infeasible") {
    terminal.stderr(conflictLines(list, language));
    return EXIT.infeasible;
  }
  const slots = await readSlots(given, ran, terminal);
  const times = timesOf(list, slots);
  const people = { ...tableOptions(input, given, language), times };
  const files = new Map<string, Content>();
  const [out, result, form] = [given.text("out"), given.text("result"), given.text("form")];
  if (out !== undefined)
    files.set(
      out,
      extname(out).toLowerCase() === ".xlsx"
        ? await talksToExcel(input, list, people)
        : inFormat(input, list, extname(out), people),
    );
  if (result !== undefined) files.set(result, listToJson(list, times));
  if (form !== undefined) files.set(form, talkFormToCsv(list, people));
  if (invitations !== undefined) {
    const written = talkInvitationsOf(input, list, {
      times,
      ...(slots === undefined ? {} : { slots: slots.slots }),
      ...(invitations.options.languages === undefined ? {} : { languages: invitations.options.languages }),
      addressOf: outcome.addressOf,
    });
    const invited = new Map(written.map(({ name, text }) => [join(invitations.folder, name), text] as const));
    if (!given.isSet("dry-run")) await makeFolder(invitations, invited, inputs, given, terminal);
    for (const [path, text] of invited) files.set(path, text);
  }
  await writeFiles(files, given, terminal);
  if (out === undefined && result !== STANDARD && form !== STANDARD)
    terminal.data(inFormat(input, list, given.isSet("json") ? ".json" : ".csv", people));
  if (!given.isSet("quiet")) terminal.stderr(talksSummary(list, times, language));
  return EXIT.ok;
}

/** Refuses names whose ending promises a format that is not written. */
function checkTalkEndings(given: Arguments): void {
  const endingOf = (flag: "out" | "form"): string => extname(given.text(flag) ?? "").toLowerCase();
  if (!["", ".csv", ".xlsx", ".json"].includes(endingOf("out")))
    throw new Failure(EXIT.usage, "OUTPUT_FORMAT", "--out: expected a name that ends in .csv, .xlsx, .json.");
  if (!["", ".csv"].includes(endingOf("form")))
    throw new Failure(EXIT.usage, "OUTPUT_FORMAT", "--form: expected a name that ends in .csv.");
}

const DECISIONS = ["out", "unmatched", "result", "report", "cards"] as const;

/** `tersine decide`: the pairs after the talks. */
export async function decideCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const wishes = decideOptions(given);
  const [talksPath, feedbackPath] = [needed(given, "talks"), given.text("feedback")];
  const ran = await readRun(given, terminal, DECISIONS);
  if (typeof ran === "number") return ran;
  const { input, options, outcome, language, reading } = ran;
  const talks = pairsOf(outcome, await readPairs(talksPath, terminal, reading, "TALKS_INVALID"), "/talks");
  const feedback = feedbackPath === undefined ? [] : await readFeedback(feedbackPath, ran, terminal);
  const result = decide(input, { pairs: talks }, feedback, { ...options, ...wishes });
  await writeFiles(await filesOf(outcome, input, result, given, language), given, terminal);
  const isShown = DECISIONS.some((flag) => given.text(flag) === STANDARD);
  if (given.text("out") === undefined && !isShown) {
    terminal.data(
      given.isSet("json") ? resultToJson(result) : pairsToCsv(result, tableOptions(input, given, language)),
    );
  }
  if (result.status === "infeasible") {
    terminal.stderr(conflictLines(result, language));
    return EXIT.infeasible;
  }
  if (!given.isSet("quiet")) {
    const keys = new Set(talks.map((pair) => JSON.stringify([pair.menteeId, pair.mentorId])));
    const unmet = result.pairs.filter(
      ({ menteeId, mentorId }) => !keys.has(JSON.stringify([menteeId, mentorId])),
    ).length;
    const { pairs, placedMentors, placedMentees, score } = result.totals;
    const said = SAID[language];
    const outcomeText = said.outcome(pairs, placedMentors, placedMentees, scaleText(score)[language]);
    terminal.stderr(`${outcomeText}; ${said.notTalked(unmet)}\n`);
  }
  return EXIT.ok;
}

export async function readRun(
  given: Arguments,
  terminal: Terminal,
  outputs: readonly ("out" | "unmatched" | "result" | "report" | "cards" | "form")[],
): Promise<Ran | ExitCode> {
  const config = await readConfig(given.text("config"), terminal);
  const language = languageOf(given, config);
  const inputs = await pathsRead(given, config, terminal);
  checkEndings(given);
  const paths = outputs.flatMap((flag) => given.text(flag) ?? []);
  await checkOutputs(paths, inputs, terminal.cwd, given.isSet("force"));
  const history = await readHistory(given, config, terminal);
  const outcome = await readFiles(given, config, terminal);
  terminal.stderr(issueLines(outcome, given.isSet("quiet"), terminal.language));
  if (outcome.input === undefined) return exitOfIssues(outcome);
  const options = optionsOf(outcome, config.match ?? {}, history);
  return { outcome, input: outcome.input, options, language, inputs, config, reading: readingOf(given, config) };
}

function listOptions(given: Arguments): Pick<ShortlistOptions, "talks" | "favourite" | "spread"> {
  const [mentees, mentors] = [rangeOf(given, "mentee-talks"), rangeOf(given, "mentor-talks")];
  const spread = given.text("spread");
  if (spread !== undefined && !/^[1-9][0-9]?$/u.test(spread)) throw badValue("spread", "a whole number of at least 1");
  return {
    talks: {
      ...(mentees === undefined ? {} : { mentees }),
      ...(mentors === undefined ? {} : { mentors }),
      ...(given.isSet("hard") ? { hard: true } : {}),
    },
    ...(given.isSet("favourite") ? { favourite: true } : {}),
    ...(spread === undefined ? {} : { spread: Number(spread) }),
  };
}

/** `3`, or `2-4`. */
export function rangeOf(given: Arguments, flag: FlagName): TalkRange | undefined {
  const text = given.text(flag);
  if (text === undefined) return undefined;
  const [, fewest, most] = /^([0-9]{1,3})(?:-([0-9]{1,3}))?$/u.exec(text) ?? [];
  if (fewest === undefined) throw badValue(flag, "a whole number, or two as 2-4");
  return most === undefined ? Number(fewest) : [Number(fewest), Number(most)];
}

const BOTH: readonly BothSides[] = ["lower", "mean", "menteeFirst"];
const UNMET = ["never", "byScore"] as const;

function decideOptions(given: Arguments): Pick<DecideOptions, "both" | "weight" | "unmet"> {
  const [bothText, weight, unmetText] = [given.text("both"), given.text("weight"), given.text("unmet")];
  const both = BOTH.find((each) => each === bothText);
  const unmet = UNMET.find((each) => each === unmetText);
  if (bothText !== undefined && both === undefined) throw badValue("both", BOTH.join(", "));
  if (unmetText !== undefined && unmet === undefined) throw badValue("unmet", UNMET.join(", "));
  if (weight !== undefined && !/^[0-9]{1,3}(\.[0-9]{1,3})?$/u.test(weight))
    throw badValue("weight", "a number such as 3");
  return {
    ...(both === undefined ? {} : { both }),
    ...(weight === undefined ? {} : { weight: Number(weight) }),
    ...(unmet === undefined ? {} : { unmet }),
  };
}

export function badValue(flag: FlagName, expected: string): Failure {
  return new Failure(EXIT.usage, "FLAG_VALUE", `--${flag}: expected ${expected}.`);
}

function needed(given: Arguments, flag: "talks"): string {
  const path = given.text(flag);
  if (path !== undefined) return path;
  throw new Failure(
    EXIT.usage,
    "FLAG_MISSING",
    `--${flag}: expected a file that tersine talks wrote with --out or --result.`,
  );
}

async function readSlots(
  given: Arguments,
  { outcome, config, reading }: Ran,
  terminal: Terminal,
): Promise<ReadSlots | undefined> {
  const path = given.text("slots");
  if (path === undefined) return undefined;
  const zone = config.timeZone;
  const read = slotsFromRows(await readTable(path, terminal, reading), {
    find: outcome.find,
    ...(zone === undefined ? {} : { timeZone: zone }),
  });
  refuse(read.issues, "the slots cannot be read", terminal);
  return read;
}

function timesOf({ pairs }: FoundShortlist, slots: ReadSlots | undefined): TalkTimes {
  const ids = pairs.map(({ mentorId, menteeId }) => ({ mentorId, menteeId }));
  if (slots === undefined) return { plan: rounds(ids) };
  const names = slots.slots.map(({ name }) => name);
  const free = (id: string, slot: string): boolean => slots.busy.get(slot)?.has(id) !== true;
  return { plan: rounds(ids, { slots: names, free }), slots: names };
}

function inFormat(
  input: MatchInput,
  list: FoundShortlist,
  ending: string,
  people: Parameters<typeof talksToCsv>[2] & { readonly times: TalkTimes },
): string {
  return ending.toLowerCase() === ".json" ? listToJson(list, people.times) : talksToCsv(input, list, people);
}

/** The list with its rounds, as `decide` reads it. */
function listToJson(list: FoundShortlist, { plan, slots }: TalkTimes): string {
  return `${JSON.stringify({ ...list, rounds: { ...plan, ...(slots === undefined ? {} : { slots }) } }, undefined, 2)}\n`;
}

function talksSummary(list: FoundShortlist, { plan }: TalkTimes, language: "en" | "tr"): string {
  const { pairs, mentees, mentors, placedMentees, placedMentors } = list.totals;
  const said = SAID[language];
  const lines = [
    `${said.talks(pairs, plan.rounds.length)}: ${said.haveOne(placedMentees, mentees, placedMentors, mentors)}, ` +
      said.status[list.status],
    ...list.fewer.map((each) => `${each.side} ${each.id}: ${each[language]}`),
    ...(list.favouritesMissing ?? []).map((each) => `mentee ${each.menteeId}: ${each[language]}`),
    ...plan.left.map((each) => `${said.noSlot}: ${each.mentorId} ${each.menteeId}: ${each[language]}`),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

async function readFeedback(path: string, { outcome: { find }, reading }: Ran, terminal: Terminal) {
  const read = talkFeedbackFromRows(await readTable(path, terminal, reading), { find });
  refuse(read.issues, "the feedback cannot be read whole", terminal);
  return read.feedback;
}

function refuse(issues: readonly SourceIssue[], message: string, terminal: Terminal): void {
  const errors = issues.filter(({ severity }) => severity === "error");
  for (const warning of issues)
    if (warning.severity === "warning") terminal.stderr(`${lineOf(warning, terminal.language)}\n`);
  if (errors.length === 0) return;
  throw new Failure(EXIT.data, "OUTCOMES_INVALID", message, { details: errors });
}
