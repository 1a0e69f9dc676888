import { describe, expect, it } from "vitest";
import { matchPairs, sharedLanguage } from "../../../src/index.ts";
import { type InputSources, readMatchInput, type ReadOptions, type TextSource } from "../../../src/io/index.ts";

const csv = (name: string, text: string): TextSource => ({ name: `${name}.csv`, text });
const MENTEES = csv("n", "id,learns\nz,x\n");
const PERIOD = { start: "2027-01-04", end: "2027-01-31" };

const read = (sources: InputSources, options: ReadOptions = {}) => {
  const outcome = readMatchInput(sources, options);
  // nobody here has a level
  const issues = outcome.issues.filter(({ code }) => code !== "LEVEL_MISSING");
  return { ...outcome, issues, codes: issues.map(({ code, severity }) => `${severity} ${code}`) };
};

describe("words for nothing", () => {
  const words = ["NA", "N/A", "n/a", "NULL", "-", "none", "None", "YOK", "yok", "NaN", " - "];

  it("count as blank in lists and texts, and are told once with their number", () => {
    for (const word of words) {
      // the error of a formula in the place of a manager is an error; a test of its own holds that
      const manager = word.startsWith("#") ? "-" : word;
      const mentors = csv("m", `id,teaches,department,manager\n1,${word},${word},\n2,AI; ${word},IT,${manager}\n`);
      const { input, codes, issues } = read({ mentors, mentees: MENTEES });
      expect(input?.mentors).toEqual([
        { id: "1", teaches: [] },
        { id: "2", teaches: ["AI"], department: "IT" },
      ]);
      expect(codes).toEqual(["warning BLANK_WORDS"]);
      expect(issues[0]?.message).toContain("4 cells or items");
    }
  });

  it("two people whose department is NULL are not in one department", () => {
    const mentors = csv("m", "id,teaches,department\n1,x,NULL\n");
    const mentees = csv("n", "id,learns,department\n2,x,NULL\n");
    expect(read({ mentors, mentees }).input?.mentees[0]).not.toHaveProperty("department");
  });

  it("are those of the options", () => {
    const mentors = csv("m", "id,teaches\n1,NA; Boş;AI\n");
    expect(read({ mentors, mentees: MENTEES }, { blank: ["boş"] }).input?.mentors[0]?.teaches).toEqual(["NA", "AI"]);
    expect(read({ mentors, mentees: MENTEES }, { blank: [] }).input?.mentors[0]?.teaches).toEqual(["NA", "Boş", "AI"]);
  });

  it("are names and ids where those are asked for", () => {
    const mentors = csv("m", "id,name,teaches\nNA,Yok,AI\n");
    const { input, codes } = read({ mentors, mentees: MENTEES });
    expect(input?.mentors).toEqual([{ id: "NA", name: "Yok", teaches: ["AI"] }]);
    expect(codes).toEqual([]);
  });
});

describe("who registers", () => {
  const sides = (text: string, options?: ReadOptions): readonly string[] => {
    const { input, codes } = read({ input: csv("i", text) }, options);
    return [
      ...(input?.mentors ?? []).map(({ id }) => `mentor ${id}`),
      ...(input?.mentees ?? []).map(({ id }) => `mentee ${id}`),
      ...codes,
    ];
  };

  it("nobody by what any list of employees holds, unless it is asked for", () => {
    for (const [header, field] of [
      ["Skills", "teaches"],
      ["Beceriler", "teaches"],
      ["Yetkinlikler", "teaches"],
      ["Interests", "learns"],
      ["İlgi Alanları", "learns"],
      ["Skills (top 3)", "teaches"],
      ["Yetkinlikleriniz *", "teaches"],
      ["Uzmanlık alanlarınız", "teaches"],
      ["profile.skills", "teaches"],
    ] as const) {
      expect(sides(`email,${header}\na@x.org,Excel\n`)).toEqual(["error SIDE_EMPTY"]);
      const list = field === "teaches" ? "mentor" : "mentee";
      expect(sides(`email,${header}\na@x.org,Excel\n`, { mapping: { [field]: header } })).toContain(`${list} a@x.org`);
    }
    expect(sides("email,is mentor,skills\na@x.org,no,Excel\nb@x.org,yes,Word\n")).toEqual([
      "mentor b@x.org",
      "warning SIDE_EMPTY",
    ]);
    expect(sides("id,teaches,learns\na,Excel,\nb,,Excel\n")).toEqual(["mentor a", "mentee b"]);
  });

  it("nobody without an answer in a column of roles", () => {
    const text = "id,role,teaches,learns\na,,x,\nb,mentor,x,\nc,mentee,,x\n";
    expect(sides(text)).toEqual(["mentor b", "mentee c", "warning ROLE_MISSING"]);
  });

  it("nobody at all is an error, and one empty side a doubt", () => {
    expect(sides("id,role\na,none\n")).toEqual(["error SIDE_EMPTY"]);
    expect(sides("id,role\na,mentor\n")).toEqual(["mentor a", "warning SIDE_EMPTY"]);
    expect(read({ mentors: csv("m", "id,teaches\n"), mentees: csv("n", "id,learns\n") }).codes).toContain(
      "error SIDE_EMPTY",
    );
    expect(read({ people: csv("p", "id\na\n") }).codes).toEqual([]);
  });
});

describe("zones", () => {
  it("nobody needs are a warning if they are not known, and an error if somebody does", () => {
    const mentors = (availability: string): TextSource =>
      csv("m", `id,teaches,time zone,availability\n1,x,Home,${availability}\n`);
    const idle = read({ mentors: mentors(""), mentees: MENTEES });
    expect(idle.codes).toEqual(["warning ZONE_UNUSED"]);
    expect(idle.input?.mentors[0]).toEqual({ id: "1", teaches: ["x"] });
    expect(read({ mentors: mentors("Mon 9-10"), mentees: MENTEES }, { period: PERIOD }).codes).toEqual([
      "error ZONE_AMBIGUOUS",
    ]);
    const people = csv("p", "id,time zone\n1,Home\nz,\n");
    const windows = csv("m", "id,teaches,availability\n1,x,Mon 9-10\n");
    expect(read({ people, mentors: windows, mentees: MENTEES }, { period: PERIOD }).codes).toEqual([
      "error ZONE_AMBIGUOUS",
    ]);
  });

  it("under several names are one zone", () => {
    for (const [a, b] of [
      ["Europe/Istanbul", "Turkey"],
      ["UTC", "GMT"],
      ["Turkey Standard Time", "(UTC+03:00) Istanbul"],
    ]) {
      const people = csv("p", `id,time zone\n1,${a ?? ""}\nz,\n`);
      const mentors = csv("m", `id,time zone,teaches\n1,${b ?? ""},x\n`);
      expect(read({ people, mentors, mentees: MENTEES }).codes).toEqual([]);
    }
  });

  it("of the options may have any form", () => {
    const mentors = csv("m", "id,teaches,availability\n1,x,Mon 9-10\n");
    const { input } = read({ mentors, mentees: MENTEES }, { period: PERIOD, timeZone: "(UTC+03:00) Istanbul" });
    expect(input?.mentors[0]?.timeZone).toBe("Europe/Istanbul");
  });
});

describe("cells", () => {
  it("windows of JSON are read in the same forms, as a text, texts, or within an object", () => {
    const entry = (id: string, availability: unknown) => ({ id, teaches: ["x"], timeZone: "UTC", availability });
    const forms = ["Mon 9am-5pm", ["Mon 9am-noon", "12-5pm Mon"], { windows: "Mon 9am-5pm" }, { windows: ["9-5pm M"] }];
    const text = JSON.stringify(forms.map((form, at) => entry(`m${at}`, form)));
    const { input, codes } = read({ mentors: { name: "m.json", text }, mentees: MENTEES }, { period: PERIOD });
    expect(codes).toEqual([]);
    const nine = "Mon 09:00-17:00";
    expect(input?.mentors.map(({ availability }) => availability)).toEqual([
      nine,
      nine,
      { windows: nine },
      { windows: nine },
    ]);
  });

  it("dates, levels and windows in doubt or in fault are told at their cells, with no input where one is refused", () => {
    const rows = [
      ["03/04/2026", "2", "Mon 9-10", "error DATE_AMBIGUOUS"],
      ["15.03.2026", "1.200", "Mon 9-10", "error NUMBER_FORMAT"],
      ["15.03.2026", "2", "Mon 9:00-5:00", "error WINDOW_END"],
      ["15.03.2026", "2", "Mon 22:00-02:00", "warning WINDOW_NIGHT"],
    ];
    for (const [date = "", level = "", windows = "", code = ""] of rows) {
      const mentors = csv(
        "m",
        `id;teaches;waiting since;level;availability;zone\na;x;${date};${level};${windows};UTC\n`,
      );
      const { codes, input } = read({ mentors, mentees: MENTEES }, { period: PERIOD });
      expect(codes.filter((each) => each === code)).toHaveLength(1);
      expect(input === undefined).toBe(code.startsWith("error"));
    }
  });

  it("languages are divided at any mark where each of them is known, and nowhere else", () => {
    const rows = ["Türkçe, İngilizce", "TR/EN", "Turkish and English", "Türkçe + ingilizce (B2)", "Klingon, English"];
    const text = `id;teaches;languages\n${rows.map((cell, at) => `${at};x;${cell}`).join("\n")}\n`;
    const { input, codes } = read({ mentors: csv("m", text) });
    expect(input?.mentors.map(({ languages }) => languages)).toEqual([
      ...Array<unknown>(3).fill(["tr", "en"]),
      ["tr", { language: "en", level: "B2" }],
      ["Klingon, English"],
    ]);
    expect(codes.filter((code) => /LIST_COMMAS|LANGUAGE/u.test(code))).toEqual([
      "warning LIST_COMMAS",
      "warning LANGUAGE_UNKNOWN",
    ]);
  });

  it("tags that are usual words are no languages unless all else are tags", () => {
    const rows: readonly (readonly [string, readonly unknown[] | undefined])[] = [
      ["No, En", ["No, En"]],
      ["İngilizce, az", ["İngilizce, az"]],
      ["No", undefined],
      ["Hayır", undefined],
      ["English|it", ["en"]],
      ["az", undefined],
      ["en|it|no", ["en", "it", "no"]],
      ["az (B1)", [{ language: "az", level: "B1" }]],
      ["no-NO", ["no-NO"]],
      ["Norwegian, Azerice", ["no", "az"]],
      ["de/fr", ["de", "fr"]],
    ];
    const text = `id;teaches;languages\n${rows.map(([cell], at) => `${at};x;${cell}`).join("\n")}\n`;
    const { input, issues } = read({ mentors: csv("m", text) });
    expect(input?.mentors.map(({ languages }) => languages)).toEqual(rows.map(([, expected]) => expected));
    const lines = issues.filter(({ code }) => code === "LANGUAGE_UNKNOWN").map(({ line }) => line);
    expect(lines).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it("languages by name and by tag are shared, and what is none is told", () => {
    const mentors = csv("m", "id;teaches;languages\n1;x;Türkçe|Klingon\n2;x;ingilizce\n3;x;German (B2)\n");
    const mentees = csv("n", "id;learns;languages\n4;x;tr_TR\n5;x;en-GB\n6;x;almanca\n");
    const { input, issues } = read({ mentors, mentees });
    expect(issues.map(({ code, line, column }) => [code, line, column])).toEqual([["LANGUAGE_UNKNOWN", 2, 3]]);
    if (input === undefined) throw new Error("expected an input");
    const result = matchPairs(input, { rules: [sharedLanguage()] });
    if (result.status === "infeasible") throw new Error("expected pairs");
    const pairs = result.pairs.map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`);
    expect(pairs.sort()).toEqual(["1 4", "2 5", "3 6"]);
  });
});
