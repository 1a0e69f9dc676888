import { describe, expect, it } from "vitest";
import { SAMPLE } from "../../src/cli/sample.ts";
import { type Ran, runCommand } from "../support/run-command.ts";

/** English words that stand in nearly every sentence, and are no Turkish words. */
const ENGLISH = new Set(
  (
    "the is are was were not with without of and or for from to in on at that this these there their them they it its " +
    "got expected nothing another more than which what who where how has have had be been do does did say write read " +
    "rejected row rows file files error errors warning warnings people person cell column placed " +
    "between both each every only one two other others some such first last least most unknown missing known used common " +
    "time times month months week weeks points stopped below above must may can cannot would should"
  ).split(" "),
);

/** What is no sentence: codes, names of files, fields, flags and values, and what a person has written. */
const NO_WORDS = [
  /"[^"\n]*"/gu,
  /`[^`\n]*`/gu,
  /\{[^{}\n]*\}/gu,
  /[\w./-]*\.(?:csv|json|ndjson|jsonl|xlsx|html?|ics|mjs|txt)\b[^\s]*(?: \[[^\]]*\])?/gu,
  /--?[a-z][a-z-]*/gu,
  /\/[\w/.-]*/gu,
  /\b[A-Z][A-Z0-9_]{2,}\b/gu,
  /\b[a-z]+[A-Z]\w*/gu,
  / -> \w+/gu,
];

function englishIn({ stdout, stderr }: Ran, data: readonly string[] = []): readonly string[] {
  const text = NO_WORDS.reduce(
    (left, pattern) => left.replace(pattern, " "),
    data.reduce((left, each) => left.replaceAll(each, " "), `${stdout}\n${stderr}`),
  );
  return [...new Set(text.match(/[a-zA-ZçğıöşüÇĞİÖŞÜ']+/gu) ?? [])].filter((word) => ENGLISH.has(word.toLowerCase()));
}

const people = SAMPLE["people.csv"] ?? "";
const mentors = SAMPLE["mentors.csv"] ?? "";
const mentees = SAMPLE["mentees.csv"] ?? "";
const INPUTS = ["--people", "people.csv", "--mentors", "mentors.csv", "--mentees", "mentees.csv"];
const config = (more: object): string =>
  JSON.stringify({ version: 1, people: "people.csv", mentors: "mentors.csv", mentees: "mentees.csv", ...more });
const period = { start: "2027-01-04", end: "2027-06-27" };

interface Case {
  readonly argv: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

/** Command lines of all kinds that fail, or that tell much. */
const CASES: readonly Case[] = (
  [
    [["match"]],
    [["match"], SAMPLE],
    [["--help"]],
    [["help", "match"]],
    [["help", "talks"]],
    [["pool", "--help"]],
    [["help", "nothing"]],
    [["completion"]],
    [["completion", "tcsh"]],
    [["check", "--fixes"], SAMPLE],
    [["mach"]],
    [["match", "--peple", "x.csv"]],
    [["match", "--people"]],
    [["match", "--json=1"]],
    [["match", "--quiet", "--quiet"]],
    [["match", "--people", "missing.csv"]],
    [["match", "--input", "."]],
    [["match", "--mentors", "mentors.csv", "--mentees", "mentors.csv"], SAMPLE],
    [["match", "--sort", "age"], SAMPLE],
    [["match", "--format", "xml"], SAMPLE],
    [["match", "--max-errors", "0"], SAMPLE],
    [["match", "--delimiter", "#"], SAMPLE],
    [["match", "--out-delimiter", "#"], SAMPLE],
    [["match", "--encoding", "klingon"], SAMPLE],
    [["match", "--sheet", "Staff"], SAMPLE],
    [["match", "--out", "pairs.doc"], SAMPLE],
    [["match", "--report", "page.pdf"], SAMPLE],
    [["match", "--out", "people.csv"], SAMPLE],
    [["match", "--out", "none/pairs.csv"], SAMPLE],
    [["match", "--out", "a.csv", "--result", "a.csv"], SAMPLE],
    [["match", "--stability", "much", "--previous", "p.csv"], { ...SAMPLE, "p.csv": "mentorId,menteeId\nece,haluk\n" }],
    [["match", "--lock-all"], SAMPLE],
    [["match", "--template", "t.txt"], SAMPLE],
    [["match", "--invitations", "letters", "--template", "t.txt"], { ...SAMPLE, "t.txt": "Merhaba {nobody}" }],
    [["match", "--invitations", "letters"], SAMPLE],
    [["match", "--meeting-minutes", "3", "--invitations", "letters"], SAMPLE],
    [["match", "--previous", "p.csv"], { ...SAMPLE, "p.csv": "a,b\n1,2\n" }],
    [["match", "--previous", "p.csv"], { ...SAMPLE, "p.csv": "mentorId,menteeId\nmert,ceo\nece,jale\n" }],
    [["match", "--history", "h.csv"], { ...SAMPLE, "h.csv": "mentorId\nx\n" }],
    [["match", "--replay", "r.json"], { ...SAMPLE, "r.json": "{}" }],
    [["match"], { ...SAMPLE, "tersine.config.json": "{" }],
    [["match"], { ...SAMPLE, "tersine.config.json": config({ maping: {}, version: 7 }) }],
    [["match"], { ...SAMPLE, "tersine.config.json": config({ period: { start: "x", end: 3 } }) }],
    [["match"], { ...SAMPLE, "tersine.config.json": config({ match: { objective: "best", rules: ["none"] } }) }],
    [["match"], { ...SAMPLE, "tersine.config.json": config({}) }],
    [
      ["match"],
      {
        ...SAMPLE,
        "tersine.config.json": config({
          period,
          match: { quotas: [{ name: "F", where: { mentee: { department: "Finance" } }, min: 3 }] },
        }),
      },
    ],
    [
      ["match"],
      {
        ...SAMPLE,
        "tersine.config.json": config({ period, match: { pins: [{ mentorId: "ece", menteeId: "haluk" }] } }),
      },
    ],
    [["match", ...INPUTS], { "people.csv": "", "mentors.csv": mentors, "mentees.csv": mentees }],
    [["match", ...INPUTS], { "people.csv": "id,name\n", "mentors.csv": mentors, "mentees.csv": mentees }],
    [["match", ...INPUTS], { "people.csv": "name;level\nA;1\n", "mentors.csv": "x,y\n1,2\n", "mentees.csv": mentees }],
    [
      ["match", ...INPUTS],
      {
        "people.csv": `${people}ece,Ece Iki,nobody,Sales,high,1700,Mars/Base\n`,
        "mentors.csv": `${mentors}zzz,topics,Mon 25:00-26:00,many\nece,Podcasting,Funday 9-10,2.5\n`,
        "mentees.csv": `${mentees}"haluk,AI\n`,
      },
    ],
    [
      ["check", ...INPUTS],
      {
        "people.csv": people.replace("manager", "manager").replace("ece,Ece", "ece ,Ece"),
        "mentors.csv": mentors.replace("availability", "when").replace("AI assistants; short video", "AI, video; NA"),
        "mentees.csv": mentees.replace("learns", "wishes"),
      },
    ],
    [["check", "--input", "all.csv"], { "all.csv": "id,role,teaches\n1,perhaps,AI\n2,,AI\n" }],
    [["check", "--input", "all.json"], { "all.json": '{"a":[{"id":"1"}],"b":[{"id":"2"}]}' }],
    [["check", "--input", "all.json"], { "all.json": '{"Resources":[{"id":"1","active":false}],"totalResults":9}' }],
    [["check"], SAMPLE],
    [["explain"]],
    [["explain", "ece", "haluk"], SAMPLE],
    [["explain", "deniz", "haluk"], SAMPLE],
    [["explain", "deniz", "nobody"], SAMPLE],
    [["explain", "ROLE_UNKNOWN"]],
    [["explain", "LIMIT_WORK"]],
    [["compare", "a.csv"]],
    [["compare", "a.csv", "b.json"], { "a.csv": "mentorId,menteeId,score\na,b,0.5\n", "b.json": '{"pairs":[{}]}' }],
    [
      ["compare", "a.csv", "b.csv"],
      { "a.csv": "mentorId,menteeId,score\na,b,0.5\n", "b.csv": "mentorId,menteeId,score\nc,b,0.25\n" },
    ],
    [["audit"], SAMPLE],
    [["audit", "--groups", "g.csv"], { ...SAMPLE, "g.csv": "x\n1\n" }],
    [["audit", "--groups", "g.csv"], { ...SAMPLE, "g.csv": "id,gender\nece,f\nhaluk,m\n" }],
    [["evaluate"], SAMPLE],
    [
      ["evaluate", "--outcomes", "f.csv"],
      { ...SAMPLE, "f.csv": "mentorId,menteeId,met,rating\nece,haluk,yes,9\nx,y,perhaps,1\n" },
    ],
    [["learn", "--outcomes", "f.csv", "--report", "r.html"], { ...SAMPLE, "f.csv": "mentorId,menteeId\n" }],
    [["schema", "output"]],
    [["sample"], SAMPLE],
    [["sample"]],
    [["pool"]],
    [["pool", "step"]],
    [["pool", "step", "new"], SAMPLE],
    [["pool", "step", "new", "--now", "tomorrow"], {}],
    [
      ["pool", "step", "new", "--now", "2027-03-01", "--events", "e.json"],
      { "e.json": '[{"at":"2027-02-01","join":5}]' },
    ],
    [["pool", "step", "p.json", "--now", "2027-03-01"], { "p.json": "{}" }],
    [["pool", "simulate", "e.json"], { "e.json": "x" }],
    [["talks"], SAMPLE],
    [["talks", "--mentee-talks", "many"], SAMPLE],
    [["talks", "--spread", "0"], SAMPLE],
    [["talks", "--template", "t.txt"], SAMPLE],
    [["talks", "--slots", "s.csv"], { ...SAMPLE, "s.csv": "start,end\nnow,then\n" }],
    [["decide"], SAMPLE],
    [["decide", "--talks", "t.json", "--both", "all"], SAMPLE],
    [
      ["decide", "--talks", "t.csv", "--feedback", "f.csv"],
      { ...SAMPLE, "t.csv": "mentorId,menteeId\nece,haluk\n", "f.csv": "by,rating\nme,8\n" },
    ],
  ] satisfies readonly (readonly [argv: readonly string[], files?: Readonly<Record<string, string>>])[]
).map(([argv, files = {}]) => ({ argv, files }));

describe("--language tr", () => {
  it.each(CASES)("says no English word: $argv", async ({ argv, files }) => {
    const ran = await runCommand([...argv, "--language", "tr"], files);
    expect(`${ran.stdout}${ran.stderr}`).toMatch(/\p{L}/u);
    // topics of the sample, in the language of whoever wrote them
    const data = ["Data dashboards", "AI assistants", "short video", "birth year", "time zone", "Podcasting"];
    expect({ said: englishIn(ran, data), in: ran.stdout + ran.stderr }).toEqual({
      said: [],
      in: ran.stdout + ran.stderr,
    });
  });

  it("holds for a configuration that names the language, and the flag goes before it", async () => {
    const files = { ...SAMPLE, "tersine.config.json": config({ language: "tr", period }) };
    expect((await runCommand(["match"], files)).stderr).toContain("eşleşme");
    expect((await runCommand(["match", "--language", "en"], files)).stderr).toContain("placed");
    const broken = { ...SAMPLE, "tersine.config.json": config({ language: "tr", maping: {} }) };
    expect((await runCommand(["match"], broken)).stderr).toContain("bilinmeyen alan");
  });
});
