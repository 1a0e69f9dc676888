import { unzipSync, strFromU8 } from "fflate";
import { describe, expect, it } from "vitest";
import writeExcel from "write-excel-file/universal";
import { zipOf } from "../../src/io/bytes/zip.ts";
import { isRefused } from "../../src/studio/state/controller.ts";
import type { Controller } from "../../src/studio/state/controller.ts";
import { withRule, RULES, withDecision } from "../../src/studio/config/rules.ts";
import { withWeight } from "../../src/studio/config/criteria.ts";
import { bytesOf, studio, textIn } from "./studio.ts";

const MENTORS =
  "id,name,level,teaches,availability\nm1,Ece Kaya,1,Podcast,Mon 09:00-11:00\nm2,Mert Ak,1,SQL,Tue 09:00-11:00\n";
const MENTEES =
  "id,name,level,learns,availability\ne1,Ayşe Şahin,5,Podcast,Mon 10:00-12:00\ne2,Cem Öz,4,SQL,Tue 10:00-12:00\n";
const LISTS = { "mentors.csv": MENTORS, "mentees.csv": MENTEES };

async function opened(files: Readonly<Record<string, string | Uint8Array>>): Promise<Controller> {
  const controller = studio();
  await controller.addFiles(Object.entries(files).map(bytesOf));
  return controller;
}

function pairsOf(controller: Controller): readonly string[] {
  const { plan, refusal } = controller.state();
  if (plan === undefined) throw new Error(`no plan: ${JSON.stringify(refusal)}`);
  return plan.pairs.map(({ mentorId, menteeId }) => `${menteeId} ${mentorId}`);
}

const listsOf = (controller: Controller) => controller.state().settings.lists;

/** A workbook with a sheet for each table of CSV. */
async function workbook(sheets: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const all = Object.entries(sheets).map(([sheet, text]) => ({
    sheet,
    data: text
      .trimEnd()
      .split("\n")
      .map((row) => row.split(",").map((cell) => (cell === "" ? null : { value: cell, type: String }))),
  }));
  return new Uint8Array(await (await writeExcel(all).toBlob()).arrayBuffer());
}

describe("files in the studio", () => {
  it("each sheet of a workbook is a table of its own, named as the command names it", async () => {
    const bytes = await workbook({ Mentors: MENTORS, Mentees: MENTEES });
    const controller = await opened({ "hr.xlsx": bytes });
    expect(listsOf(controller)).toEqual({ "hr.xlsx#Mentors": "mentors", "hr.xlsx#Mentees": "mentees" });
    expect(pairsOf(controller)).toEqual(["e1 m1", "e2 m2"]);
    expect(controller.saved()).toMatchObject({ mentors: "hr.xlsx#Mentors", mentees: "hr.xlsx#Mentees" });
  });

  it("one list of everybody with a role is read as such", async () => {
    const text = "id,role,level,teaches,learns\nm1,mentor,1,Podcast,\ne1,mentee,5,,Podcast\n";
    const controller = await opened({ "herkes.csv": text });
    expect(listsOf(controller)).toEqual({ "herkes.csv": "input" });
    expect(pairsOf(controller)).toEqual(["e1 m1"]);
  });

  it.each([
    ["DANIŞANLAR.csv", "mentees"],
    ["danışanlar.csv", "mentees"],
    ["Menti Listesi.csv", "mentees"],
    ["öğrenenler.csv", "mentees"],
    ["Öğretenler.csv", "mentors"],
  ])("%s is taken by its name where its columns tell nothing", async (name, list) => {
    const controller = await opened({ [name]: "id,level\nx1,3\n" });
    expect(listsOf(controller)).toEqual({ [name]: list });
  });

  it("a whole programme as JSON is read, whatever it is called", async () => {
    const input = {
      mentors: [{ id: "m1", level: 1, teaches: ["AI"] }],
      mentees: [{ id: "e1", level: 4, learns: ["AI"] }],
    };
    const controller = await opened({ "mentee-programme.json": JSON.stringify(input) });
    expect(listsOf(controller)).toEqual({ "mentee-programme.json": "input" });
    expect(pairsOf(controller)).toEqual(["e1 m1"]);
  });

  it("texts of older Turkish spreadsheets are read, and the settings say in which encoding", async () => {
    const old = (text: string) =>
      Uint8Array.from(Array.from(text), (letter) => ({ ş: 0xfe, Ş: 0xde, Ö: 0xd6 })[letter] ?? letter.charCodeAt(0));
    const controller = await opened({ "mentors.csv": MENTORS, "mentees.csv": old(MENTEES) });
    expect(controller.state().understood?.mentees.map(({ name }) => name)).toEqual(["Ayşe Şahin", "Cem Öz"]);
    expect(controller.saved().encoding).toBe("windows-1254");
    await controller.setReading({ encoding: "windows-1252" });
    expect(controller.state().understood?.mentees[0]?.name).toBe("Ayþe Þahin");
  });

  it("a file that is corrected and dropped again takes the place of the first", async () => {
    const controller = await opened({ ...LISTS, "mentors.csv": MENTORS.replaceAll(",1,", ",bir,") });
    expect(controller.state().understood?.isReady).toBe(false);
    await controller.addFiles([bytesOf(["mentors.csv", MENTORS])]);
    expect(pairsOf(controller)).toEqual(["e1 m1", "e2 m2"]);
  });

  it("a column is read as what is chosen, or as nothing, or kept beside; undo takes it back", async () => {
    const controller = await opened({ ...LISTS, "mentors.csv": MENTORS.replace("teaches", "Konuşabileceğim şeyler") });
    const fieldOf = (header: string) =>
      controller.state().understood?.tables[0]?.columns.find((column) => column.header === header)?.field;
    expect(fieldOf("Konuşabileceğim şeyler")).toBeUndefined();
    await controller.setField("mentors.csv", "Konuşabileceğim şeyler", "teaches");
    expect(fieldOf("Konuşabileceğim şeyler")).toBe("teaches");
    expect(pairsOf(controller)).toEqual(["e1 m1", "e2 m2"]);
    await controller.setField("mentors.csv", "level", "");
    expect(fieldOf("level")).toBeUndefined();
    await controller.setField("mentors.csv", "level", "attributes.level");
    expect(fieldOf("level")).toBe("attributes.level");
    await controller.setField("mentors.csv", "level", "level");
    expect(fieldOf("level")).toBe("level");
    await controller.undo();
    expect(fieldOf("level")).toBe("attributes.level");
  });

  it("a table that takes another's list takes it from that one", async () => {
    const controller = await opened({ ...LISTS, "more.csv": MENTORS });
    expect(listsOf(controller)).toEqual({ "mentors.csv": "mentors", "mentees.csv": "mentees" });
    await controller.setList("more.csv", "mentors");
    expect(listsOf(controller)).toEqual({ "mentees.csv": "mentees", "more.csv": "mentors" });
    await controller.removeTable("more.csv");
    expect(controller.state().understood?.tables.map(({ key }) => key)).toEqual(["mentors.csv", "mentees.csv"]);
  });

  it("saved settings that are dropped with the files bring everything back, with what the page has no words for", async () => {
    const first = await opened(LISTS);
    const minimum = RULES.find(({ name }) => name === "minimumScore");
    if (minimum === undefined) throw new Error("no such rule");
    const match = withDecision(
      withRule(withWeight({}, "goals", 5), minimum, true),
      { mentorId: "m1", menteeId: "e1" },
      "pin",
    );
    await first.setMatch({ ...match, quotas: [{ name: "some", where: {}, min: 1 }] } as typeof match);
    const saved = first.saved();
    const second = await opened({ ...LISTS, "tersine.config.json": JSON.stringify(saved) });
    expect(pairsOf(second)).toEqual(pairsOf(first));
    expect(second.saved()).toEqual(saved);
  });

  it("a configuration may come before the files that it names, or after them", async () => {
    const config = bytesOf([
      "tersine.config.json",
      '{"version":1,"mentors":"data/a.csv","mentees":"data/b.csv","match":{}}',
    ]);
    const files = [bytesOf(["a.csv", MENTORS]), bytesOf(["b.csv", MENTEES])];
    for (const order of [
      [[config], files],
      [files, [config]],
    ]) {
      const controller = studio();
      for (const some of order) await controller.addFiles(some);
      expect(listsOf(controller)).toEqual({ "a.csv": "mentors", "b.csv": "mentees" });
    }
  });

  it("undo does not take files away", async () => {
    const controller = await opened({ "mentors.csv": MENTORS });
    await controller.setReading({ commaLists: true });
    await controller.addFiles([bytesOf(["mentees.csv", MENTEES])]);
    await controller.undo();
    expect(pairsOf(controller)).toEqual(["e1 m1", "e2 m2"]);
  });

  it("tells what it does not read of a configuration, and what it cannot open at all", async () => {
    const controller = await opened({
      ...{ ...LISTS, "tersine.config.json": '{"version":1,"calendars":"ics","match":{}}' },
      ...{
        "wrong.json": '{"version":1,"match":{"objektive":"fair"}}',
        "old.xls": Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      },
    });
    const { unopened } = controller.state();
    expect(unopened.map(({ code, file }) => [file, code])).toEqual([
      ["tersine.config.json", "CONFIG_KEY_UNREAD"],
      ["wrong.json", "FIELD_UNKNOWN"],
      ["old.xls", "FILE_NOT_TEXT"],
    ]);
    for (const { said } of unopened) expect(said.tr).not.toBe(said.en);
  });

  it("demands that cannot be met together are told by name, and undo gives the pairs back", async () => {
    const controller = await opened(LISTS);
    const pin = (menteeId: string) => ({ mentorId: "m1", menteeId });
    await controller.setMatch({ rules: [], pins: [pin("e1"), pin("e2")] });
    expect(controller.state().refusal?.issues[0]?.code).toBe("PIN_OVER_CAPACITY");
    expect(controller.state().plan).toBeUndefined();
    await controller.undo();
    expect(pairsOf(controller)).toEqual(["e1 m1", "e2 m2"]);
    expect(controller.state().refusal).toBeUndefined();
  });

  it("looks beside for what would place those left out, by name", async () => {
    const controller = await opened({ ...LISTS, "mentees.csv": `${MENTEES}e3,Nil Er,5,Podcast,Mon 09:00-11:00\n` });
    await controller.seekFixes();
    const [fix] = [...controller.state().fixes.values()];
    expect(fix?.en).toContain("Ece Kaya");
    expect(fix?.tr).not.toMatch(/\bm1\b/u);
  });

  it.each(["pairs", "workbook", "letters", "report", "cards", "result"] as const)("writes %s", async (what) => {
    const controller = await opened(LISTS);
    const file = await controller.write(what);
    if (isRefused(file)) throw new Error("not written");
    const text =
      what === "letters"
        ? Object.values(unzipSync(file.bytes))
            .map((part) => strFromU8(part))
            .join()
        : textIn(file);
    expect(what === "workbook" ? text.slice(0, 2) : text).toMatch(
      what === "workbook" ? /^PK/u : what === "result" ? /"e1"/u : /Ece Kaya/u,
    );
  });
});

it("zip: equal texts give equal bytes, in UTF-8", () => {
  const files = [{ name: "şule.txt", text: "Merhaba Şule" }];
  expect(zipOf(files)).toEqual(zipOf(files));
  expect(Object.entries(unzipSync(zipOf(files))).map(([name, part]) => [name, strFromU8(part)])).toEqual([
    ["şule.txt", "Merhaba Şule"],
  ]);
});
