import { describe, expect, it } from "vitest";
import { checkInput, inputJsonSchema, matchPairs, safeSpace } from "../../src/index.ts";
import { type FileSource, readMatchInput, readSheet } from "../../src/io/index.ts";
import { runCommand } from "../support/run-command.ts";
import { workbook } from "../support/workbook.ts";

/*
 * Whatever the input may hold of a person can stand in a table, and arrives as it does in an object.
 */

type List = "people" | "mentors" | "mentees";

interface Case {
  readonly cell: string;
  readonly value: unknown;
  /** Headers that people give it: in English, and in Turkish where one is known. */
  readonly headers: readonly string[];
}

const OF_PEOPLE: Readonly<Record<string, Case>> = {
  name: { cell: "Ece Kaya", value: "Ece Kaya", headers: ["Full name", "Ad Soyad"] },
  managerId: { cell: "head", value: "head", headers: ["Manager ID", "Yönetici sicil no"] },
  dottedLineManagerIds: { cell: "head;x", value: ["head", "x"], headers: ["Dotted line managers", "Matris yönetici"] },
  evaluatorIds: { cell: "x", value: ["x"], headers: ["Evaluators", "Değerlendiriciler"] },
  assistantIds: { cell: "x; head", value: ["x", "head"], headers: ["Assistant IDs", "Asistan kimlikleri"] },
  formerManagerIds: {
    cell: "x (2026-12-01); head",
    value: [{ id: "x", until: "2026-12-01" }, "head"],
    headers: ["Former managers", "Eski yöneticiler"],
  },
  level: { cell: "3", value: 3, headers: ["Job level", "Kademe"] },
  department: { cell: "IT", value: "IT", headers: ["Department", "Bölüm"] },
  location: { cell: "Ankara", value: "Ankara", headers: ["Work location", "Şehir"] },
  timeZone: { cell: "Europe/Istanbul", value: "Europe/Istanbul", headers: ["Time zone", "Saat dilimi"] },
  languages: {
    cell: "Türkçe;English (B2)",
    value: ["tr", { language: "en", level: "B2" }],
    headers: ["Languages", "Bildiği diller"],
  },
  birthYear: { cell: "29.02.1984", value: 1984, headers: ["Date of birth", "Doğum tarihi"] },
  careerStartYear: { cell: "2020", value: 2020, headers: ["Career start year", "Kariyer başlangıç yılı"] },
  generation: { cell: "Y", value: "Y", headers: ["Generation", "Kuşak"] },
  startDate: { cell: "15.03.2024", value: "2024-03-15", headers: ["Employment start date"] },
  cohort: { cell: "Spring", value: "Spring", headers: ["Cohort", "Kohort"] },
};
const OF_REGISTRATIONS: Readonly<Record<string, Case>> = {
  goals: { cell: "lead; teach", value: ["lead", "teach"], headers: ["Goals", "Hedefler"] },
  availability: { cell: "Mon 9am-11am", value: "Mon 09:00-11:00", headers: ["Availability", "Müsaitlik"] },
  capacity: { cell: "2", value: 2, headers: ["Capacity", "Kontenjan"] },
  minimumLoad: { cell: "1", value: 1, headers: ["Minimum load", "En az eş"] },
  avoid: { cell: "x", value: ["x"], headers: ["Do not match with", "Eşleşmek istemediği kişiler"] },
  choices: { cell: "x;head", value: ["x", "head"], headers: ["Preferences", "Tercihler"] },
  waitingSince: { cell: "1 November 2026", value: "2026-11-01", headers: ["Waiting since", "Bekleme tarihi"] },
};
const FIELDS: Readonly<Record<List, Readonly<Record<string, Case>>>> = {
  people: OF_PEOPLE,
  mentors: {
    ...OF_PEOPLE,
    ...OF_REGISTRATIONS,
    teaches: { cell: "AI;SQL", value: ["AI", "SQL"], headers: ["Topics to teach", "Öğretebileceği konular"] },
    learnsInReturn: {
      cell: "strategy",
      value: ["strategy"],
      headers: ["Learns in return", "Karşılığında öğrenmek istediği konular"],
    },
    firstTime: { cell: "yes", value: true, headers: ["First time mentor", "İlk kez mentor"] },
  },
  mentees: {
    ...OF_PEOPLE,
    ...OF_REGISTRATIONS,
    learns: {
      cell: '[{"topic":"AI","priority":1},"SQL"]',
      value: [{ topic: "AI", priority: 1 }, "SQL"],
      headers: ["Topics to learn", "Öğrenmek istediği konular"],
    },
    teachesInReturn: {
      cell: "strategy",
      value: ["strategy"],
      headers: ["Teaches in return", "Karşılığında öğretebileceği konular"],
    },
    readiness: { cell: "4", value: 4, headers: ["Readiness", "Öğrenmeye açıklık"] },
    briefed: { cell: "hayır", value: false, headers: ["Briefed", "Bilgilendirildi"] },
  },
};
/** What no column gives, and why: weights are of a form of their own; own data has no name that is known, and is mapped. */
const NOT_IN_TABLES = ["id", "personalWeights", "attributes"];

const NAMES = { people: "Person", mentors: "MentorEntry", mentees: "MenteeEntry" } as const;

/** Names of the fields that the schema of an item has. */
function schemaFields(list: List): readonly string[] {
  const found: string[][] = [];
  const seek = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (Reflect.get(node, "id") === NAMES[list] || Reflect.get(node, "title") === NAMES[list])
      found.push(Object.keys(Reflect.get(node, "properties") as object));
    for (const key of Object.keys(node)) {
      const value: unknown = Reflect.get(node, key);
      if (key === NAMES[list] && typeof value === "object" && value !== null && "properties" in value)
        found.push(Object.keys(Reflect.get(value, "properties") as object));
      else seek(value);
    }
  };
  seek(inputJsonSchema());
  const [first] = found;
  if (first === undefined) throw new Error(`expected the schema of ${NAMES[list]}`);
  return first;
}

const PERIOD = { start: "2027-01-04", end: "2027-03-28" };
const OTHERS = "id,teaches\nx,AI\nhead,AI\n";

/** The value of a field of the one item of a list, as an input holds it. */
function arrived(list: List, field: string, source: FileSource): unknown {
  const people = { name: "others.csv", text: OTHERS };
  const sources = list === "mentors" ? { mentors: source, mentees: people } : { [list]: source, mentors: people };
  const { input, issues } = readMatchInput(sources, {
    ...{ period: PERIOD, timeZone: "Europe/Istanbul", allowGuests: true },
  });
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  const item = input?.[list]?.find(({ id }) => id === "a");
  return item === undefined ? undefined : Reflect.get(item, field);
}

const cases = (["people", "mentors", "mentees"] as const).flatMap((list) =>
  Object.entries(FIELDS[list]).flatMap(([field, one]) =>
    [field, ...one.headers].map((header) => [list, field, header, one] as const),
  ),
);

describe("every field of the input can stand in a table", () => {
  it.each(["people", "mentors", "mentees"] as const)("the table of this law names all fields of %s", (list) => {
    expect(
      [...Object.keys(FIELDS[list]), ...NOT_IN_TABLES].filter((field) => schemaFields(list).includes(field)).sort(),
    ).toEqual([...schemaFields(list)].sort());
  });

  it.each(cases)(
    "%s.%s under %s: CSV and rows of JSON, as text and as values",
    (list, field, header, { cell, value }) => {
      const quoted = `"${cell.replaceAll('"', '""')}"`;
      expect(arrived(list, field, { name: "f.csv", text: `id,${header}\na,${quoted}\n` })).toEqual(value);
      for (const given of [cell, value]) {
        const text = JSON.stringify([{ id: "a", [header]: given }]);
        expect(arrived(list, field, { name: "f.json", text })).toEqual(value);
      }
    },
  );

  it.each(["people", "mentors", "mentees"] as const)("%s: a workbook of all fields", async (list) => {
    const entries = Object.entries(FIELDS[list]);
    const rows = [
      ["id", ...entries.map(([, { headers }]) => headers.at(-1) ?? "")],
      ["a", ...entries.map(([, { cell }]) => cell)],
    ];
    const bytes = workbook([{ name: "S", rows }]);
    const sheet = await readSheet({ name: "f.xlsx", bytes });
    for (const [field, { value }] of entries) expect([field, arrived(list, field, sheet)]).toEqual([field, value]);
  });

  it("an object with these values is an input that the model takes", () => {
    const valuesOf = (list: List, ...without: string[]): object =>
      Object.fromEntries(
        Object.entries(FIELDS[list]).flatMap(([field, { value }]) => (without.includes(field) ? [] : [[field, value]])),
      );
    const input = {
      period: PERIOD,
      people: [{ id: "head" }, { id: "x" }, { id: "c", ...valuesOf("people") }],
      mentors: [{ id: "a", ...valuesOf("mentors", "choices") }],
      mentees: [{ id: "b", ...valuesOf("mentees", "choices") }],
    };
    expect(checkInput(input as unknown).issues).toEqual([]);
  });
});

describe("earlier managers in a table", () => {
  const options = { period: PERIOD, externalManagers: true };
  const read = (cell: string, format: "csv" | "json" = "csv") => {
    const mentees = { name: "n.csv", text: "id,employee number,email,name,learns\n1,E1,boss@x.org,Ada A,AI\n" };
    const text =
      format === "csv"
        ? `id,teaches,former managers\n2,AI,"${cell}"\n`
        : JSON.stringify([{ id: "2", teaches: ["AI"], formerManagerIds: JSON.parse(cell) as unknown }]);
    return readMatchInput({ mentors: { name: `m.${format}`, text }, mentees }, options);
  };

  it.each([
    ["1 (2026-12-01)", { id: "1", until: "2026-12-01" }],
    ["1 (until 2026-12-01)", { id: "1", until: "2026-12-01" }],
    ["1 (01.12.2026'ye kadar)", { id: "1", until: "2026-12-01" }],
    ["boss@x.org (1 December 2026)", { id: "1", until: "2026-12-01" }],
    ["Ada A (1 Aralık 2026)", { id: "1", until: "2026-12-01" }],
    ["Ada A (1)", "1"],
    ["Ada A (E1)", "1"],
    ["E1", "1"],
    ["Ada A (E1) (2026-12-01)", { id: "1", until: "2026-12-01" }],
  ])("%s is somebody, with the day if there is one", (cell, former) => {
    const { input, issues } = read(cell);
    expect(issues.filter(({ code }) => code !== "LEVEL_MISSING")).toEqual([]);
    expect(input?.mentors[0]?.formerManagerIds).toEqual([former]);
    if (input === undefined) throw new Error("expected an input");
    const result = matchPairs(input, { rules: [safeSpace()] });
    expect(result.status === "infeasible" ? undefined : result.pairs).toEqual([]);
  });

  it.each(["1 (03/04/2026)", "1 (2026-13-45)", "1 (June 2026)", "1 (06/2026)"])("%s is refused", (cell) => {
    const { input, issues } = read(cell);
    expect(input).toBeUndefined();
    expect(issues.map(({ code }) => code)).toContainEqual(expect.stringMatching(/^DATE_/u));
  });

  it("who is in no file is told, as no rule finds them", () => {
    expect(read("Nobody N").issues.map(({ code }) => code)).toContain("REFERENCE_UNKNOWN");
    const evaluators = { name: "m.csv", text: "id,teaches,evaluators\n2,AI,hr@x.org\n" };
    const mentees = { name: "n.csv", text: "id,learns\n1,AI\n" };
    const { issues } = readMatchInput({ mentors: evaluators, mentees }, options);
    expect(issues.map(({ code }) => code)).toContain("REFERENCE_UNKNOWN");
  });

  it("objects of JSON keep their day, also a list of one", () => {
    const one = read('[{"id":"E1","until":"01.12.2026"}]', "json");
    expect(one.input?.mentors[0]?.formerManagerIds).toEqual([{ id: "1", until: "2026-12-01" }]);
  });

  it("the command makes no pair with one", async () => {
    const files = {
      "m.csv": "id,teaches,former managers\n2,AI,1 (2026-12-01)\n3,AI,\n",
      "n.csv": "id,learns\n1,AI\n",
      "c.json": JSON.stringify({ period: PERIOD, match: { rules: ["safeSpace"] } }),
    };
    const argv = ["match", "--mentors", "m.csv", "--mentees", "n.csv", "--config", "c.json"];
    const { exit, stdout } = await runCommand(argv, files);
    expect(exit).toBe(0);
    expect(stdout).toContain("\n3,1,");
    const alone = await runCommand(argv, { ...files, "m.csv": "id,teaches,former managers\n2,AI,1 (2026-12-01)\n" });
    expect(alone.stdout.trim().split("\n")).toHaveLength(1);
  });
});

describe("headers with numbers", () => {
  const managerOf = (header: string, more = ""): unknown => {
    const text = `id,teaches${more},${header}\nhead,AI${more === "" ? "" : ","},\nb,AI${more === "" ? "" : ",head"},x\nx,AI${more === "" ? "" : ","},\n`;
    const { input, issues } = readMatchInput({ mentors: { name: "m.csv", text } });
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    return input?.mentors.find(({ id }) => id === "b")?.managerId;
  };

  it.each(["2. Amir", "2.Amir", "2. Amiri", "2. Yönetici", "3. yönetici", "2. Üst Yönetici"])(
    "%s is the manager's manager, and gives no line",
    (header) => {
      expect(managerOf(header)).toBeUndefined();
      expect(managerOf(header, ",Amir")).toBe("head");
    },
  );

  it.each(["1. Amir", "1. Yönetici", "Q7. Manager", "12) Manager email", "work.manager", "7. Line manager's email"])(
    "%s is the manager",
    (header) => {
      expect(managerOf(header)).toBe("x");
    },
  );
});
