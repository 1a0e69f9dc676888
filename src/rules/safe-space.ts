import { ruleEntry } from "./rule-entry.ts";
import { problem } from "../base/error.ts";
import { counted, figureText } from "../base/figures.ts";
import { type DottedLines, reportingLineTest } from "../base/organisation/lines.ts";
import type { Sentence } from "../base/sentence.ts";
import { compareText } from "../base/text.ts";
import { dayOfDate, monthsAfter } from "../base/time/dates.ts";
import type { Person } from "../model/input.ts";
import type { Program } from "../model/program.ts";
import type { Warning } from "../model/warning.ts";
import { noReportingLine } from "./no-reporting-line.ts";
import type { PairRule, PreparedRule } from "./rule.ts";
import { readRuleOptions, checkWord } from "./settings.ts";
import { checkFlag } from "./unknown-data.ts";

export interface SafeSpaceOptions {
  /**
   * What the other options are unless they are stated. `large`: nobody of one manager, twelve months after a manager
   * changed. `small`, for organisations where that would leave hardly anybody: people of one manager may meet, six months.
   * @default "large"
   */
  readonly organisation?: "small" | "large";
  /** How far dotted lines count, as in `noReportingLine`. @default "path" */
  readonly dottedLines?: DottedLines;
  /** Also refuses two people who report to the same manager. @default true, in a small organisation false */
  readonly sameManager?: boolean;
  /** Also refuses an assistant of the other, or of somebody in the other's reporting line. @default true */
  readonly assistants?: boolean;
  /** Also refuses two people of whom one rates, promotes or pays the other: `evaluatorIds`. @default true */
  readonly evaluators?: boolean;
  /**
   * Months after which an earlier manager (`formerManagerIds`) may be a partner; a whole number from 0 to 1,200, where 0
   * switches this part off. Without a date of the end, it counts as just ended. @default 12, in a small organisation 6
   */
  readonly coolingOff?: number;
  /** The day to count to, `YYYY-MM-DD`. @default the start of the programme's period */
  readonly on?: string;
}

const MOST_MONTHS = 1_200;

const PRESETS = {
  large: { sameManager: true, coolingOff: 12 },
  small: { sameManager: false, coolingOff: 6 },
} as const;

/**
 * Refuses pairs in which one could hold what is said against the other: one rule for everything that makes a talk unsafe.
 * Its parts: the whole reporting line in both directions, with dotted lines; people of one manager; assistants of the
 * other, or of somebody in the other's line; whoever rates, promotes or pays the other; and earlier managers until a
 * cooling-off has passed. It holds `noReportingLine`, which need not be given beside it.
 *
 * Earlier managers who are not in the input are no error, as people leave. O(1) a pair over solid lines; lists of ids are
 * read once.
 *
 * @throws TersineError FIELD_UNKNOWN, VALUE_UNKNOWN, NUMBER_RANGE, DATE_FORMAT; when prepared, PERIOD_MISSING where
 *   somebody states until when an earlier manager was one, but neither `on` nor a period says when the programme begins
 *
 * @example
 * safeSpace({ organisation: "small", evaluators: true });
 */
export function safeSpace(asked: SafeSpaceOptions = {}): PairRule {
  const options = readRuleOptions(asked, FIELDS);
  const { organisation = "large", dottedLines = "path", assistants = true, evaluators = true, on } = options;
  checkWord(organisation, "/organisation", ["small", "large"]);
  const { sameManager = PRESETS[organisation].sameManager, coolingOff = PRESETS[organisation].coolingOff } = options;
  checkFlag(assistants, "/assistants");
  checkFlag(evaluators, "/evaluators");
  if (!(Number.isInteger(coolingOff) && coolingOff >= 0 && coolingOff <= MOST_MONTHS)) {
    throw problem("NUMBER_RANGE", "/coolingOff", `expected a whole number of months from 0 to ${MOST_MONTHS}.`);
  }
  if (on !== undefined && (typeof on !== "string" || dayOfDate(on) === undefined)) {
    throw problem("DATE_FORMAT", "/on", "expected a date of the calendar as YYYY-MM-DD.");
  }
  checkFlag(sameManager, "/sameManager");
  const { because: inLine } = noReportingLine({ dottedLines });
  return {
    kind: "pair",
    name: "safeSpace",
    maker: "safeSpace",
    waivable: false,
    settings: { ...options },
    because: {
      en: "the two could not speak freely: one leads, assists, rates or lately led the other, or both have one manager",
      tr: "ikisi rahat konuşamayabilir: biri diğerinin yöneticisi, asistanı, değerlendiricisi veya yakın zamana kadar yöneticisi ya da yöneticileri aynı",
    },
    prepare: (program, path) => {
      const isNear = lineTest(program, dottedLines);
      const parts: readonly Part[] = [
        between(program, inLine, isNear),
        ...(sameManager ? [between(program, ONE_MANAGER, managerTest(program))] : []),
        ...(assistants ? [between(program, ASSISTS, assistantTest(program, isNear))] : []),
        ...(evaluators
          ? [
              between(
                program,
                EVALUATES,
                namingTest(program, ({ evaluatorIds = [] }) => evaluatorIds),
              ),
            ]
          : []),
        ...(coolingOff > 0 ? [formerPart(program, coolingOff, on, path)] : []),
      ];
      return {
        refuses: (mentee, mentor) => {
          for (const { refuses } of parts) if (refuses(mentee, mentor)) return true;
          return false;
        },
        becauseOf: (mentee, mentor) => parts.find(({ refuses }) => refuses(mentee, mentor))?.because ?? inLine,
        ...(coolingOff > 0 ? { warnings: strangers(program) } : {}),
      };
    },
  };
}

const FIELDS: readonly (keyof SafeSpaceOptions)[] = [
  ...(["organisation", "dottedLines", "sameManager", "assistants", "evaluators", "coolingOff", "on"] as const),
];

/** One of the reasons for which a pair is refused. */
interface Part extends Pick<PreparedRule, "refuses"> {
  readonly because: Sentence;
}

const ONE_MANAGER = { en: "the two have the same manager", tr: "ikisinin yöneticisi aynı" };
const EVALUATES = {
  en: "one of the two rates, promotes or pays the other",
  tr: "ikisinden biri diğerinin performansını, terfisini veya ücretini belirliyor",
};
const ASSISTS = {
  en: "one of the two assists the other, or somebody in the other's reporting line",
  tr: "ikisinden biri diğerinin ya da onun üst-ast hattındaki birinin asistanı",
};

/** Whether something stands between two people of the chart, in either direction. */
type PeopleTest = (a: number, b: number) => boolean;

/** A part that is asked about the two people of a pair. */
function between({ personOfMentor, personOfMentee }: Program, because: Sentence, test: PeopleTest): Part {
  return { because, refuses: (mentee, mentor) => test(personOfMentor[mentor]!, personOfMentee[mentee]!) };
}

/** Whether one is above the other; asked about participants and about those who have assistants. */
function lineTest(program: Program, dottedLines: DottedLines): PeopleTest {
  const { chart, people, personOfMentor, personOfMentee } = program;
  const leaders = people.flatMap(({ assistantIds = [] }, index) => (assistantIds.length > 0 ? [index] : []));
  const isAbove = reportingLineTest(chart, [...personOfMentor, ...personOfMentee, ...leaders], dottedLines);
  return (a, b) => isAbove(a, b) || isAbove(b, a);
}

function managerTest({ chart: { managerOf } }: Program): PeopleTest {
  return (a, b) => managerOf[a]! >= 0 && managerOf[a] === managerOf[b];
}

/** Whether one names the other. */
function namingTest({ people, chart }: Program, idsOf: (person: Person) => readonly string[]): PeopleTest {
  const named = people.map((person) => {
    const ids = idsOf(person);
    return ids.length === 0 ? undefined : new Set(ids.map((id) => chart.indexOf(id)));
  });
  return (a, b) => named[a]?.has(b) === true || named[b]?.has(a) === true;
}

/** Whether one assists the other, or somebody in the other's line. */
function assistantTest({ people, chart }: Program, isInLine: PeopleTest): PeopleTest {
  const leadersOf = new Map<number, number[]>();
  people.forEach(({ assistantIds = [] }, leader) => {
    for (const id of assistantIds) {
      const assistant = chart.indexOf(id);
      if (assistant !== undefined) leadersOf.set(assistant, [...(leadersOf.get(assistant) ?? []), leader]);
    }
  });
  const assists: PeopleTest = (assistant, other) =>
    leadersOf.get(assistant)?.some((leader) => leader === other || isInLine(leader, other)) === true;
  return (a, b) => assists(a, b) || assists(b, a);
}

function formerPart(program: Program, coolingOff: number, on: string | undefined, path: string): Part {
  const today = on ?? program.period?.start;
  const counts = (until: string | undefined): boolean => {
    if (until === undefined) return true;
    if (today !== undefined) return monthsAfter(until, coolingOff) > today;
    const hint = "Give `on`, or the programme a period.";
    throw problem("PERIOD_MISSING", path, "safeSpace: expected a day to count to, got nothing.", { hint });
  };
  const because = {
    en: `one of the two was the other's manager less than ${counted(coolingOff, "month")} ago`,
    tr: `ikisinden biri son ${figureText(coolingOff).tr} ay içinde diğerinin yöneticisiydi`,
  };
  const recent = (person: Person): readonly string[] =>
    formersOf(person).flatMap(({ id, until }) => (counts(until) ? [id] : []));
  return between(program, because, namingTest(program, recent));
}

function formersOf({
  formerManagerIds = [],
}: Person): readonly { readonly id: string; readonly until?: string | undefined }[] {
  return formerManagerIds.map((former) => (typeof former === "string" ? { id: former } : former));
}

/** A doubt about earlier managers who are not in the input. */
function strangers({ people, chart }: Program): readonly Warning[] {
  const ids = new Set(people.flatMap((person) => formersOf(person).map(({ id }) => id)));
  const unknown = [...ids].filter((id) => chart.indexOf(id) === undefined).sort(compareText);
  if (unknown.length === 0) return [];
  const one = unknown.length === 1;
  return [
    {
      code: "HISTORY_UNKNOWN",
      en: `${counted(unknown.length, "earlier manager")} ${one ? "is" : "are"} not in the input and ${one ? "rules" : "rule"} out nothing. Name people by the ids of the input.`,
      tr: `${figureText(unknown.length).tr} eski yönetici verilerde yok; hiçbir eşleşmeyi engellemez. Kişileri verilerdeki kimlikleriyle yazın.`,
      ids: unknown,
    },
  ];
}

export const safeSpaceEntry = ruleEntry({
  name: "safeSpace",
  title: { en: "safe space", tr: "güvenli alan" },
  options: (z) => ({
    organisation: z.enum(["small", "large"]).exactOptional(),
    dottedLines: z.enum(["path", "direct", "ignore"]).exactOptional(),
    sameManager: z.boolean().exactOptional(),
    assistants: z.boolean().exactOptional(),
    evaluators: z.boolean().exactOptional(),
    coolingOff: z.number().exactOptional(),
    on: z.string().exactOptional(),
  }),
  make: safeSpace,
});
