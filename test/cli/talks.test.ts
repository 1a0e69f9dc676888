import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readSheet } from "../../src/io/index.ts";
import { runCommand } from "../support/run-command.ts";

const mentors = [
  "id,name,level,birthYear,teaches,email",
  "ece,Ece Ak,1,1999,AI;SQL,ece@example.org",
  "can,Can Er,1,1998,SQL,can@example.org",
  "nil,Nil Su,2,1997,AI;Python,nil@example.org",
];
const mentees = [
  "id,name,level,birthYear,learns,email",
  "haluk,Haluk Us,6,1968,AI,haluk@example.org",
  "sema,Sema İnce,6,1970,SQL;AI,sema@example.org",
  "ali,Ali Ün,5,1966,Python;SQL,ali@example.org",
];
const files = {
  "mentors.csv": mentors.join("\n"),
  "mentees.csv": mentees.join("\n"),
  "slots.csv": [
    "slot,start,end,busy",
    "Monday 10,2027-03-01 10:00,2027-03-01 10:30,Ece Ak",
    "Monday 11,2027-03-01 11:00,2027-03-01 11:30,",
    "Tuesday 10,2027-03-02 10:00,2027-03-02 10:30,haluk",
  ].join("\n"),
};
const people = ["--mentors", "mentors.csv", "--mentees", "mentees.csv"];
const rowsOf = (text: string): readonly Readonly<Record<string, string>>[] =>
  Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/u, ""), { header: true, skipEmptyLines: true }).data;

describe("tersine talks", () => {
  it("writes a plan by person, the list, a form, letters in both languages and calendars", async () => {
    const argv = ["talks", ...people, "--mentee-talks", "2", "--mentor-talks", "1-2", "--slots", "slots.csv"];
    const out = ["--out", "talks.csv", "--result", "list.json", "--form", "form.csv", "--invitations", "letters"];
    const ran = await runCommand([...argv, ...out], files, (folder) => {
      const read = (name: string): string => readFileSync(join(folder, name), "utf8");
      const plan = rowsOf(read("talks.csv"));
      expect(plan).toHaveLength(12);
      expect(plan.filter(({ side }) => side === "mentee").map(({ id, place }) => `${id ?? ""} ${place ?? ""}`)).toEqual(
        ["ali 1", "ali 2", "haluk 1", "haluk 2", "sema 1", "sema 2"],
      );
      // nobody twice in a slot, nobody in a slot that they cannot make
      const taken = plan.map(({ id, slot }) => `${id ?? ""} ${slot ?? ""}`);
      expect(new Set(taken).size).toBe(12);
      expect(taken).not.toContain("ece Monday 10");
      expect(taken).not.toContain("haluk Tuesday 10");
      expect(rowsOf(read("form.csv"))).toHaveLength(12);
      const names = readdirSync(join(folder, "letters"));
      expect(names.filter((name) => name.endsWith(".txt"))).toHaveLength(12);
      expect(names.filter((name) => name.endsWith(".ics"))).toHaveLength(6);
      expect(read("letters/sema.tr.txt")).toMatch(/^Merhaba Sema İnce,\n\nprogram eşleşmeleri kesinleşmeden önce/u);
      const [calendar = ""] = names.filter((name) => name.endsWith(".ics"));
      expect(read(join("letters", calendar))).toMatch(/DTSTART[^\r]*:2027030[12]T1[01]0000/u);
      expect(JSON.parse(read("list.json"))).toMatchObject({ status: "optimal", rounds: { left: [] } });
    });
    expect(ran.stderr).toMatch(/6 talks in 3 rounds: 3 of 3 mentees and 3 of 3 mentors have one, optimal/u);
    expect(ran.exit).toBe(0);
  });

  it("names whom a shortage meets, in the language asked for, and refuses what is hard and cannot be had", async () => {
    const soft = await runCommand(["talks", ...people, "--mentor-talks", "1", "--language", "tr"], files);
    expect(soft.exit).toBe(0);
    expect(soft.stderr).toMatch(/mentee ali: 3 yerine 1 görüşmesi var: /u);
    expect(rowsOf(soft.stdout)).toHaveLength(6);
    const hard = await runCommand(["talks", ...people, "--mentor-talks", "1", "--hard"], files);
    expect(hard.exit).toBe(4);
    expect(hard.stderr).toContain("must have at least");
    const wrong = await runCommand(["talks", ...people, "--mentee-talks", "many"], files);
    expect([wrong.exit, wrong.stderr]).toEqual([
      2,
      "FLAG_VALUE: --mentee-talks: expected a whole number, or two as 2-4.\n",
    ]);
  });

  it("refuses what it would take and not honour", async () => {
    for (const [flags, code] of [
      [["--template", "letter.txt", "--invitations", "letters"], "FLAG_CONFLICT"],
      [["--out", "talks.ndjson"], "OUTPUT_FORMAT"],
    ] as const) {
      const ran = await runCommand(["talks", ...people, ...flags], { ...files, "letter.txt": "x" });
      expect([ran.exit, ran.stderr]).toEqual([2, expect.stringContaining(code)]);
    }
  });

  it("writes a workbook", async () => {
    let bytes: Uint8Array | undefined;
    const ran = await runCommand(["talks", ...people, "--out", "talks.xlsx"], files, (folder) => {
      if (existsSync(join(folder, "talks.xlsx"))) bytes = readFileSync(join(folder, "talks.xlsx"));
    });
    expect(ran.exit).toBe(0);
    if (bytes === undefined) throw new Error("expected a workbook");
    const sheet = await readSheet({ name: "talks.xlsx", bytes });
    expect(sheet.rows[0]).toEqual(["id", "name", "side", "place", "partnerId", "partnerName", "slot", "reasons"]);
    expect(sheet.rows).toHaveLength(1 + 16);
  });
});

describe("tersine decide", () => {
  const list = { pairs: [] as { mentorId: string; menteeId: string }[] };
  for (const menteeId of ["haluk", "sema", "ali"])
    for (const mentorId of ["ece", "can", "nil"]) list.pairs.push({ mentorId, menteeId });
  const form = (header: string, ...rows: readonly string[]): string => [header, ...rows].join("\n");

  it("reads the form as it was written, with names, decides and tells nobody's veto", async () => {
    const header =
      "Sizin kimliğiniz;Görüştüğünüz kişinin kimliği;Rolünüz;1-5 arası puanınız;Görüşmeleriniz arasındaki sırası (1 ilk tercihiniz);Bu kişiyle eşleşmek istemiyorum";
    const feedback = form(header, "haluk;Nil Su;mentee;5;;", "ece@example.org;sema;mentor;;;evet", "ali;can;mentee;;;");
    const argv = ["decide", ...people, "--talks", "list.json", "--feedback", "form.csv"];
    const given = { ...files, "list.json": JSON.stringify(list), "form.csv": feedback };
    let result = "";
    const ran = await runCommand([...argv, "--out", "pairs.csv", "--result", "result.json"], given, (folder) => {
      if (existsSync(join(folder, "result.json"))) result = readFileSync(join(folder, "result.json"), "utf8");
      const pairs = rowsOf(readFileSync(join(folder, "pairs.csv"), "utf8"));
      const pairOf = (id: string) => pairs.find(({ menteeId }) => menteeId === id)?.["mentorId"];
      expect([pairOf("haluk"), pairOf("sema"), pairOf("ali")]).toEqual(["ece", "nil", "can"]);
    });
    expect(ran.stderr).toContain("3 pairs: 3 mentors and 3 mentees placed");
    expect(ran.stderr).toContain("0 pairs of people who have not talked");
    expect(ran.exit).toBe(0);
    expect(result).toContain("declinedAfterTalk");
    expect(result).not.toContain("veto");
  });

  it("tells what is wrong in the feedback by line, and what is no talk", async () => {
    const given = {
      ...files,
      "list.json": JSON.stringify({ pairs: list.pairs.slice(0, 2) }),
      "form.csv": form("respondent,partner,by,rating,veto", "haluk,ece,mentee,good,", "haluk,nobody,mentee,3,maybe"),
      "other.csv": form("respondent,partner,by,rating", "ali,can,mentee,4"),
    };
    const argv = ["decide", ...people, "--talks", "list.json", "--feedback"];
    const bad = await runCommand([...argv, "form.csv"], given);
    expect(bad.exit).toBe(3);
    for (const place of ["form.csv:2:4: error NUMBER_FORMAT", "form.csv:3:5: error BOOLEAN_FORMAT", "PERSON_UNKNOWN"])
      expect(bad.stderr).toContain(place);
    const other = await runCommand([...argv, "other.csv"], given);
    expect([other.exit, other.stderr]).toEqual([3, expect.stringContaining("PAIR_UNKNOWN at /feedback/0")]);
    const none = await runCommand(["decide", ...people], files);
    expect([none.exit, none.stderr]).toEqual([2, expect.stringContaining("FLAG_MISSING")]);
  });
});
