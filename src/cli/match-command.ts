import { counted } from "../base/figures.ts";
import { extname, resolve } from "node:path";
import { type Config, type MatchInput, type MatchResult, type Progress, scaleText } from "../index.ts";
import {
  pairsToCsv,
  rejectedToCsv,
  resultToExcel,
  resultToJson,
  resultToNdjson,
  unmatchedToCsv,
  type ReadOutcome,
  type WriteOptions,
} from "../io/index.ts";
import { sentenceIn } from "../words/index.ts";
import { type PairOrder, renderCards, renderReport } from "../report/index.ts";
import { readConfig } from "./config.ts";
import { EXIT, type ExitCode, Failure } from "./failure.ts";
import { checkOutputs, STANDARD } from "./files.ts";
import type { Arguments } from "./flags.ts";
import { exitOfIssues, issueLines, readFiles } from "./input.ts";
import { invitationFiles, type InvitationWishes, makeFolder, readInvitationWishes } from "./invitations.ts";
import { knownWishes, type Planned, plan, readWishes, type Wishes } from "./plan.ts";
import { pathsRead } from "./read-paths.ts";
import { pairTable } from "./pair-table.ts";
import { progressBar } from "./progress.ts";
import type { Language, Terminal } from "./terminal.ts";
import { SAID } from "./words.ts";
import { type Content, writeWhole } from "./write.ts";

const OUTPUTS = ["out", "unmatched", "result", "rejected", "report", "cards"] as const;

/** `tersine match`: files in, pairs out. */
export async function matchCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const config = await readConfig(given.text("config"), terminal);
  const language = languageOf(given, config);
  const outputs = OUTPUTS.flatMap((flag) => given.text(flag) ?? []);
  const inputs = await pathsRead(given, config, terminal);
  checkEndings(given);
  outDelimiter(given);
  pairOrder(given);
  await checkOutputs(outputs, inputs, terminal.cwd, given.isSet("force"));
  const invitations = await readInvitationWishes(given, config, language, terminal);
  const wishes = await readWishes(given, config, terminal);
  const outcome = await readFiles(given, config, terminal);
  terminal.stderr(issueLines(outcome, given.isSet("quiet"), terminal.language));
  if (outcome.input === undefined) return refuse(outcome, language, given, terminal);
  const { mentors, mentees } = outcome.counts;
  if (mentors === 0 || mentees === 0) {
    const message = `expected mentors and mentees, got ${counted(mentors, "mentor")} and ${counted(mentees, "mentee")}.`;
    throw new Failure(EXIT.data, "SIDE_EMPTY", message);
  }
  const isShown = showsTable(given, outputs, terminal);
  const known = isShown ? withFixes(knownWishes(wishes, outcome), mentors * mentees) : knownWishes(wishes, outcome);
  const asked: Asked = { given, language, terminal, inputs, ...(invitations === undefined ? {} : { invitations }) };
  const { result, notes } = await planAndWrite(outcome, outcome.input, known, asked);
  if (!given.isSet("quiet")) terminal.stderr(warningLines(result, outcome, language));
  if (isShown && result.status !== "infeasible") terminal.data(pairTable(result, outcome.input, language));
  else if (given.text("out") === undefined && !outputs.includes(STANDARD)) {
    const people = tableOptions(outcome.input, given, language);
    terminal.data(inFormat(result, given.isSet("json") ? ".json" : ".csv", people));
  }
  if (!given.isSet("quiet")) terminal.stderr(summary(result, outcome, language) + notes);
  if (result.status !== "infeasible") return EXIT.ok;
  terminal.stderr(conflictLines(result, language));
  return EXIT.infeasible;
}

/** Whether a person reads the pairs on a terminal, as nothing says where else they go. */
function showsTable(given: Arguments, outputs: readonly string[], { isOutputShown }: Terminal): boolean {
  return isOutputShown && given.text("out") === undefined && !given.isSet("json") && !outputs.includes(STANDARD);
}

/** Most combinations of a mentor and a mentee for which changes are looked for unasked. */
const FEW = 10_000;

/** Also looks for what would place whoever is left out, where that is quick and nothing else is written. */
function withFixes(wishes: Wishes, combinations: number): Wishes {
  const { quotas = [], worth, coverage = "both", furtherPartners } = wishes.options;
  const isPlain = quotas.length === 0 || (coverage === "both" && furtherPartners === undefined);
  const isNew = wishes.published === undefined && wishes.manifest === undefined;
  if (!isPlain || !isNew || worth !== undefined || combinations > FEW) return wishes;
  return { ...wishes, options: { ...wishes.options, fixes: true } };
}

/** Endings that say the format of an output; none where the format is always the same and the name is free. */
const ENDINGS: Readonly<Record<(typeof OUTPUTS)[number], readonly string[]>> = {
  out: [".csv", ".xlsx", ".json", ".ndjson", ".jsonl"],
  unmatched: [".csv"],
  result: [".json"],
  rejected: [".csv"],
  report: [".html", ".htm"],
  cards: [".html", ".htm"],
};

/** Refuses names whose ending promises a format that is not written. */
export function checkEndings(given: Arguments, out: readonly string[] = ENDINGS.out): void {
  for (const output of OUTPUTS) {
    const ending = extname(given.text(output) ?? "").toLowerCase();
    const endings = output === "out" ? out : ENDINGS[output];
    if (ending === "" || endings.includes(ending)) continue;
    const message = `--${output}: expected a name that ends in ${endings.join(", ")}.`;
    throw new Failure(EXIT.usage, "OUTPUT_FORMAT", message);
  }
}

/** What the flags ask of the outputs. */
interface Asked {
  readonly given: Arguments;
  readonly language: Language;
  readonly terminal: Terminal;
  /** All paths that are read. */
  readonly inputs: readonly string[];
  readonly invitations?: InvitationWishes;
}

/** Plans and writes with a bar. Ctrl-C ends either before a file has changed. */
async function planAndWrite(
  outcome: ReadOutcome,
  input: MatchInput,
  wishes: Wishes,
  { given, language, terminal, inputs, invitations }: Asked,
): Promise<Planned> {
  const bar = progressBar(terminal, given.isSet("quiet"));
  const onProgress = ({ phase, done, total, bound, gap }: Progress): void => {
    const beside = bound === undefined || gap === undefined ? "" : `, ${gapText(bound.of, gap, language)}`;
    bar.show(phase, done, total, beside);
  };
  try {
    const planned = await plan(input, wishes, terminal, onProgress, language);
    await bar.pause("writing", 0, 1);
    const files = await filesOf(outcome, input, planned.result, given, language);
    if (invitations === undefined) {
      await writeFiles(files, given, terminal);
      return planned;
    }
    const invited = invitationFiles(invitations, input, planned.result, outcome, language);
    if (!given.isSet("dry-run")) await makeFolder(invitations, invited.files, inputs, given, terminal);
    await writeFiles(new Map([...files, ...invited.files]), given, terminal);
    return { ...planned, notes: planned.notes + invited.notes };
  } finally {
    bar.stop();
  }
}

/** How far the best plan known may be from the best one, as people read it. */
function gapText(of: "people" | "points", gap: number, language: Language): string {
  const said = SAID[language];
  return of === "people" ? said.peopleFromBest(gap) : said.pointsFromBest(scaleText(gap)[language]);
}

/** Nothing is matched: says why, and writes the rows that are wrong. */
async function refuse(
  outcome: ReadOutcome,
  language: Language,
  given: Arguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const { rejected, errorCount } = outcome;
  const path = given.text("rejected");
  if (path !== undefined)
    await writeFiles(
      new Map([[path, rejectedToCsv(inLanguage(rejected, language), tableOptions(undefined, given, language))]]),
      given,
      terminal,
    );
  terminal.stderr(`${SAID[language].nothingMatched(errorCount, rejected.length)}\n`);
  return exitOfIssues(outcome);
}

/** What is to be written, by path. */
export async function filesOf(
  outcome: ReadOutcome,
  input: MatchInput,
  result: MatchResult,
  given: Arguments,
  language: Language,
): Promise<ReadonlyMap<string, Content>> {
  const people = tableOptions(input, given, language);
  const made: Readonly<Record<(typeof OUTPUTS)[number], (path: string) => Content | Promise<Content>>> = {
    out: (path) => {
      const ending = extname(path).toLowerCase();
      if (ending === ".xlsx") return resultToExcel(input, result, { language });
      return inFormat(result, path === STANDARD && given.isSet("json") ? ".json" : ending, people);
    },
    unmatched: () => unmatchedToCsv(result, people),
    result: () => resultToJson(result),
    rejected: () => rejectedToCsv(inLanguage(outcome.rejected, language), people),
    report: () => renderReport(input, result, { language, ...pairOrder(given) }),
    cards: () => renderCards(input, result, { language, ...pairOrder(given) }),
  };
  const files = new Map<string, Content>();
  for (const output of OUTPUTS) {
    const path = given.text(output);
    if (path !== undefined) files.set(path, await made[output](path));
  }
  return files;
}

/** How tables are written: for a program, or for a spreadsheet in the language. */
export function tableOptions(input: MatchInput | undefined, given: Arguments, language: Language): WriteOptions {
  const delimiter = outDelimiter(given);
  return {
    language,
    excel: given.isSet("excel"),
    ...(input === undefined ? {} : { input }),
    ...(delimiter === undefined ? {} : { delimiter }),
  };
}

/** The order of pairs that `--sort` asks for. */
function pairOrder(given: Arguments): { readonly sort?: PairOrder } {
  const sort = given.text("sort");
  if (sort === undefined) return {};
  if (sort === "score" || sort === "name" || sort === "department") return { sort };
  throw new Failure(EXIT.usage, "FLAG_VALUE", "--sort: expected score, name or department.");
}

export function outDelimiter(given: Arguments): "," | ";" | "\t" | undefined {
  const mark = given.text("out-delimiter");
  if (mark === undefined || mark === "," || mark === ";") return mark;
  if (mark === "tab" || mark === "\t") return "\t";
  throw new Failure(EXIT.usage, "FLAG_VALUE", '--out-delimiter: expected ",", ";" or tab.');
}

export async function writeFiles(
  files: ReadonlyMap<string, Content>,
  given: Arguments,
  { cwd, signal, data }: Terminal,
): Promise<void> {
  if (given.isSet("dry-run")) return;
  const named = [...files].filter(([path]) => path !== STANDARD);
  await writeWhole(new Map(named.map(([path, content]) => [resolve(cwd, path), content])), signal);
  const shown = files.get(STANDARD);
  if (typeof shown === "string") data(shown);
}

function inFormat(result: MatchResult, ending: string, people: WriteOptions): string {
  if (ending === ".json") return resultToJson(result);
  return ending === ".ndjson" || ending === ".jsonl" ? resultToNdjson(result) : pairsToCsv(result, people);
}

/** The language of reasons, of the flag or else of the configuration. */
export function languageOf(given: Arguments, config: Config): Language {
  const language = given.text("language") ?? config.language ?? "en";
  if (language === "en" || language === "tr") return language;
  throw new Failure(EXIT.usage, "FLAG_VALUE", "--language: expected en or tr.");
}

function summary(result: MatchResult, { rejected, counts }: ReadOutcome, language: Language): string {
  const said = SAID[language];
  const read = said.read(counts.mentors, counts.mentees, rejected.length);
  if (result.status === "infeasible") return `${read}; ${said.cannotBeMet}\n`;
  const { pairs, placedMentors, placedMentees, score } = result.totals;
  const points = (micro: number): string => scaleText(micro)[language];
  const parts = [
    said.outcome(pairs, placedMentors, placedMentees, points(score)),
    said.status[result.status],
    ...(result.gap === undefined ? [] : [said.gap(result.gap.people, points(result.gap.score))]),
  ];
  return `${read}\n${parts.join(", ")}\n`;
}

/** What matching found doubtful; what reading has told of the same data, by place, is not told again. */
function warningLines({ warnings }: MatchResult, { issues }: ReadOutcome, language: Language): string {
  const told = new Set(issues.map(({ code }) => code));
  return warnings
    .flatMap((warning) =>
      told.has(warning.code) ? [] : [`${SAID[language].warning} ${warning.code}: ${warning[language]}\n`],
    )
    .join("");
}

export function conflictLines(result: MatchResult, language: Language): string {
  if (result.status !== "infeasible") return "";
  return [...result.conflicts, result.witness].map((each) => `${each[language]}\n`).join("");
}

/** Rejected rows with what is wrong with them in a language. */
function inLanguage(rejected: ReadOutcome["rejected"], language: Language): ReadOutcome["rejected"] {
  return rejected.map((row) => ({
    ...row,
    reasons: row.reasons.map((reason) => sentenceIn(reason, language) ?? SAID[language].badRow),
  }));
}
