import { createMatcher, matchPairs, type MatchInput } from "../../src/index.ts";
import { readProgramme } from "../../examples/reverse-mentoring/organisation.ts";
import { matchGroups } from "../../src/groups/index.ts";
import { WORDS as REPORT } from "../../src/report/words.ts";
import { CARD_WORDS } from "../../src/report/cards/words.ts";
import { WORDS as LETTERS } from "../../src/io/invitations/words.ts";
import { shortlist } from "../../src/talks/index.ts";
import { COMMANDS } from "../../src/cli/table/commands.ts";
import { OPTIONS } from "../../src/cli/table/options.ts";
import { TURKISH } from "../../src/words/index.ts";

const HEAD = `# Everything that is said, in English and Turkish

For a reader who knows both languages: each sentence stands beside the other one, with where it is said and to whom. Sentences of
results are those of real runs, so the same sentence with other figures is not listed twice. This page is made by
\`npm run docs:pages\`, and a test holds it to the code.

Results, the report and the command speak both languages; \`language\` or \`--language\` chooses. Errors and warnings are told in
English; \`messageOf\` of \`tersine/words\` says them in Turkish, or in a language whose words you give:

\`\`\`ts
import { matchPairs, TersineError } from "tersine";
import { meaningOf, messageOf, type Words } from "tersine/words";

const german: Words = {
  codes: { ID_EMPTY: ["Die Kennung ist leer.", "Geben Sie jeder Person eine Kennung."] },
  sentences: { "expected <what>.": "Erwartet: <what>.", "a list": "eine Liste" },
};
try {
  matchPairs({ mentors: [{ id: "", teaches: [] }], mentees: [] });
} catch (error) {
  if (!(error instanceof TersineError)) throw error;
  for (const issue of error.issues) console.log(messageOf(issue, "tr"), messageOf(issue, german));
}
console.log(meaningOf("LEVEL_UNKNOWN", "tr"));
\`\`\`

A sentence that a catalogue lacks is told by the meaning of its code, so no sentence mixes languages. Sentences of results
cannot be replaced: they are made of figures at the place that knows them (a criterion's in its file), and a third language of
them needs more than words. Their figures are in \`facts\`, \`contributions\`, \`code\` and \`fix\`, from which a caller can
make its own.
`;

interface Row {
  readonly place: string;
  readonly en: string;
  readonly tr: string;
}

/** All pairs of sentences within a value, by their places without the numbers. */
function sentencesIn(value: unknown, place: string): readonly Row[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => sentencesIn(each, `${place}[]`));
  const { en, tr } = value as { readonly en?: unknown; readonly tr?: unknown };
  const own = typeof en === "string" && typeof tr === "string" ? [{ place, en, tr }] : [];
  return [...own, ...Object.entries(value).flatMap(([key, each]) => sentencesIn(each, `${place}.${key}`))];
}

/** Two tables of words side by side, by the key of each. */
function besides(en: unknown, tr: unknown, place: string): readonly Row[] {
  if (typeof en === "string" && typeof tr === "string") return [{ place, en, tr }];
  if (typeof en !== "object" || en === null || typeof tr !== "object" || tr === null) return [];
  const other: Readonly<Record<string, unknown>> = { ...tr };
  return Object.entries(en).flatMap(([key, each]) => besides(each, other[key], `${place}.${key}`));
}

/** A sentence without its figures, names and lists: the same sentence once. */
const skeleton = (text: string): string => text.replace(/\([^)]*\)|: [^.]*(?=\.)|[\d.,]*\d|\b\p{Lu}\d+\b/gu, "#");

function distinct(rows: readonly Row[]): readonly Row[] {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.place} ${skeleton(row.en)} ${skeleton(row.tr)}`;
    if (!found.has(key)) found.set(key, row);
  }
  return [...found.values()];
}

/** Sentences of real runs, for organisers. */
function resultRows(): readonly Row[] {
  const input = readProgramme();
  return distinct(RUNS.flatMap(([name, ask]) => sentencesIn(ask(input), name)));
}

/** A part of the organisation that is quick to match, with fewer places on one side. */
const few = (input: MatchInput, mentors: number, mentees: number): MatchInput => ({
  ...input,
  mentors: input.mentors.slice(0, mentors),
  mentees: input.mentees.slice(0, mentees),
});

/** What is asked of the example organisation. */
const RUNS: readonly (readonly [name: string, ask: (input: MatchInput) => unknown])[] = [
  ["match", (input) => matchPairs(few(input, 10, 16), { fixes: true })],
  ["match", (input) => matchPairs(few(input, 16, 10), { fixes: true })],
  ["match", (input) => matchPairs(few(input, 12, 12), { objective: "fair" })],
  ["match", (input) => matchPairs(few(input, 12, 12), { objective: "stable" })],
  ["match", (input) => matchPairs({ ...few(input, 5, 0), mentees: [] })],
  [
    "explain",
    (input) => {
      const some = few(input, 6, 6);
      const matcher = createMatcher(some);
      const [first, second] = [some.mentors, some.mentees];
      return first.flatMap((mentor) => second.map((mentee) => matcher.explain(mentor.id, mentee.id)));
    },
  ],
  ["talks", (input) => shortlist(few(input, 10, 10), { talks: { mentees: 3, mentors: [1, 3] } })],
  ["groups", (input) => matchGroups(few(input, 10, 6), { of: { mentors: 2 } })],
];

const cell = (text: string): string =>
  text
    .replaceAll("|", "\\|")
    .replaceAll("<", "&lt;")
    .replaceAll("\n", " ")
    .replaceAll(/([{}*_`[\]])/gu, "\\$1");

function table(rows: readonly Row[]): string {
  const lines = rows.map(({ place, en, tr }) => `| \`${place}\` | ${cell(en)} | ${cell(tr)} |`);
  const head = ["| where | English | Türkçe |", "| --- | --- | --- |"];
  // cells are long: without this, each row would be as wide as the longest
  return ["<!-- prettier-ignore-start -->", "", ...head, ...lines, "", "<!-- prettier-ignore-end -->"].join("\n");
}

const part = (title: string, told: string, rows: readonly Row[]): string =>
  `\n## ${title}\n\n${told}\n\n${table(rows)}\n`;

/** The page `docs/words.md`. */
export function wordsPage(): string {
  const help = [
    ...Object.entries(COMMANDS).map(([name, { summary }]) => ({ place: `tersine ${name}`, ...summary })),
    ...Object.entries(OPTIONS).map(([name, { help: told }]) => ({ place: `--${name}`, ...told })),
  ];
  const errors = Object.entries(TURKISH.sentences).map(([en, tr]) => ({ place: "message, hint", en, tr }));
  return [
    HEAD,
    part(
      "Results",
      "For organisers, in results, the report, tables and the command; names of people are ids here.",
      resultRows(),
    ),
    part("Report", "For organisers: the page of a result.", besides(REPORT.en, REPORT.tr, "report")),
    part("Cards", "For the two of a pair.", besides(CARD_WORDS.en, CARD_WORDS.tr, "cards")),
    part("Letters", "For everybody who registered.", besides(LETTERS.en, LETTERS.tr, "letters")),
    part("Help of the command", "For whoever runs it.", help),
    part(
      "Errors and warnings",
      "For whoever hands in the data: in braces stands what is inserted, between &lt; and > another sentence of this table. What each code means: [errors.md](errors.md), [hatalar.md](hatalar.md).",
      errors,
    ),
  ].join("");
}
