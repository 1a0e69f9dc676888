import { extname } from "node:path";
import { problem } from "../base/error.ts";
import {
  commonTime,
  coveredBy,
  different,
  type GroupCriterion,
  type GroupOptions,
  type GroupResult,
  type GroupsOf,
  levelSpread,
  matchGroups,
} from "../groups/index.ts";
import { type MatchOptions, scaleText } from "../index.ts";
import { groupsToCsv, groupsToExcel } from "../io/index.ts";
import { EXIT, type ExitCode } from "./failure.ts";
import { STANDARD } from "./files.ts";
import type { Arguments, FlagName } from "./flags.ts";
import { checkEndings, tableOptions, writeFiles } from "./match-command.ts";
import { badValue, rangeOf, readRun } from "./talks-commands.ts";
import type { Language, Terminal } from "./terminal.ts";
import { SAID } from "./words.ts";
import type { Content } from "./write.ts";

/** `tersine groups`: files in, groups out. */
export async function groupsCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  checkEndings(given, [".csv", ".xlsx", ".json"]);
  const of = sizesOf(given);
  const joint = jointOf(given, "circle" in of);
  const ran = await readRun(given, terminal, ["out", "result"]);
  if (typeof ran === "number") return ran;
  const { input, options, language } = ran;
  const result = matchGroups(input, { ...knownOptions(options), of, joint });
  const table = tableOptions(undefined, given, language);
  const files = new Map<string, Content>();
  const [out, file] = [given.text("out"), given.text("result")];
  if (out !== undefined) {
    const isBook = extname(out).toLowerCase() === ".xlsx";
    files.set(out, isBook ? await groupsToExcel(input, result, table) : shown(extname(out)));
  }
  function shown(ending: string): string {
    return ending.toLowerCase() === ".json" ? inJson(result) : groupsToCsv(input, result, table);
  }
  if (file !== undefined) files.set(file, inJson(result));
  await writeFiles(files, given, terminal);
  if (out === undefined && file !== STANDARD) terminal.data(shown(given.isSet("json") ? ".json" : ".csv"));
  if (!given.isSet("quiet")) terminal.stderr(summary(result, language));
  return EXIT.ok;
}

/** The options of a match; those that groups do not know are refused by them. */
function knownOptions({ objective = "coverage", ...options }: MatchOptions): Omit<GroupOptions, "of" | "joint"> {
  if (objective === "coverage" || objective === "score") return { ...options, objective };
  throw problem("OBJECTIVE_UNKNOWN", "/objective", "expected coverage or score.");
}

function inJson(result: GroupResult): string {
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

/** Two mentors for each mentee, unless the flags say otherwise. */
function sizesOf(given: Arguments): GroupsOf {
  const range = (flag: FlagName) => rangeOf(given, flag);
  const [circle, mentors, mentees] = [range("circle"), range("group-mentors"), range("group-mentees")];
  const sides = { ...(mentors === undefined ? {} : { mentors }), ...(mentees === undefined ? {} : { mentees }) };
  return circle === undefined ? { mentors: 2, ...sides } : { circle, ...sides };
}

/** The joint criteria by their names: `coveredBy,commonTime,different:location`, or `none`. */
function jointOf(given: Arguments, isCircle: boolean): readonly GroupCriterion[] {
  const text = given.text("joint");
  const among = isCircle ? "all" : "mentors";
  if (text === undefined) return [coveredBy("any"), commonTime(), different("department", { among })];
  if (text === "none") return [];
  return text.split(",").map((part) => {
    const [name = "", of] = part.split(":").map((word) => word.trim());
    if (name === "coveredBy" && (of === undefined || of === "any" || of === "all")) return coveredBy(of ?? "any");
    if (name === "commonTime" && of === undefined) return commonTime();
    if (name === "levelSpread" && of === undefined) return levelSpread();
    if (name === "different" && of !== "") return different(of ?? "department", { among });
    throw badValue("joint", "coveredBy, coveredBy:all, commonTime, different:department, levelSpread, or none");
  });
}

function summary({ totals, status, gap, warnings }: GroupResult, language: Language): string {
  const said = SAID[language];
  const { groups, placedMentors, placedMentees, score } = totals;
  const far = gap === undefined ? "" : `, ${said.gap(gap.people, scaleText(gap.worth)[language])}`;
  const told = warnings.map((warning) => `${said.warning} ${warning.code}: ${warning[language]}\n`).join("");
  const line = said.groups(groups, placedMentors, placedMentees, scaleText(score)[language]);
  return `${told}${line}, ${said.status[status]}${far}\n`;
}
