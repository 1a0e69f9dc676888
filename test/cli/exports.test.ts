import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runCommand } from "../support/run-command.ts";

/** Exports as people have them. Each ends in pairs, or in errors that say where, what was expected and what to do. */
const fixture = (name: string): Uint8Array => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

type Files = Readonly<Record<string, string | Uint8Array>>;

const two = ["--mentors", "m.csv", "--mentees", "e.csv"];
const config = (fields: object): Files => ({
  "tersine.config.json": JSON.stringify({ match: { rules: [] }, ...fields }),
});
const MENTEES = { "e.csv": "id,learns\ne1,Excel\n" };
const period = { start: "2027-01-04", end: "2027-03-28" };

const linesOf = (stderr: string, severity: "error" | "warning"): readonly string[] =>
  stderr.split("\n").filter((line) => line.includes(` ${severity} `) || line.startsWith(`${severity} `));

const QUESTIONS = [
  "Timestamp",
  "Email Address",
  "What is your full name?",
  "Which topics could you teach a senior colleague? (choose all that apply)",
  "When are you usually free? (e.g. Mon 09:00-11:00)",
  "What time zone do you work in?",
  "How many people could you mentor?",
];
const SURVEY = [
  QUESTIONS.map((question) => `"${question}"`).join(","),
  '2026/11/01 10:00:00,ada@x.org,Ada Lin,"AI, Excel, Short video","6:00-7:00pm Th, 7:00-8:00pm F",UTC+5:30,2',
  '2026/11/01 10:05:00,bo@x.org,Bo Ek,AI,"Monday 9:00-11:00, Wednesday 14.00-16.00",GMT+3,1',
].join("\r\n");
const MAPPING = {
  teaches: QUESTIONS[3],
  availability: QUESTIONS[4],
  timeZone: QUESTIONS[5],
  capacity: "how many people could you mentor",
};

describe("surveys", () => {
  it("say which question may be which field, and that nobody has topics until it is mapped", async () => {
    const { stderr, exit } = await runCommand(["check", ...two], { "m.csv": SURVEY, ...MENTEES, ...config({}) });
    expect(exit).toBe(0);
    expect(stderr).toContain(
      'm.csv:1: warning TOPICS_MISSING: no column gives teaches; nobody here has topics. Map a column: "mapping": { "teaches": "its header" }. It may be column 4 as teaches.',
    );
    for (const [column, field] of [
      [5, "availability"],
      [6, "timeZone"],
      [7, "capacity"],
    ] as const) {
      expect(stderr).toMatch(
        new RegExp(`m\\.csv:1:${column}: warning COLUMN_UNUSED: .* If it holds ${field}, map it`, "u"),
      );
    }
  });

  it("match with a mapping; commas divide topics when that is said, and a warning tells when it is not", async () => {
    const files = { "m.csv": SURVEY, ...MENTEES };
    const plain = await runCommand(["match", ...two], { ...files, ...config({ mapping: MAPPING, period }) });
    expect(plain.exit).toBe(0);
    expect(plain.stderr).toContain("m.csv:2:4: warning LIST_COMMAS: teaches: 1 cell holds commas but no semicolon");
    const divided = await runCommand(["match", ...two], {
      ...files,
      ...config({ mapping: MAPPING, period, commaLists: true }),
    });
    expect(divided.stdout).toContain("ada@x.org,e1,");
    expect(divided.stdout).toContain("Covers 1 of 1 topic asked for: Excel.");
    expect(divided.stderr).not.toContain("LIST_COMMAS");
  });

  it("a mapping that no file answers to is an error", async () => {
    const files = { "m.csv": SURVEY, ...MENTEES, ...config({ mapping: { ...MAPPING, teaches: "Which topics?" } }) };
    const { stderr, exit } = await runCommand(["match", ...two], files);
    expect(exit).toBe(3);
    expect(stderr).toContain("error MAPPING_HEADER: the mapping of teaches names a header that no file has.");
  });

  it("a form without answers is nobody, once its column of addresses is mapped", async () => {
    const files = { "m.csv": fixture("exports/civil-service-form-headings.csv"), ...MENTEES };
    const refused = await runCommand(["match", ...two], { ...files, ...config({}) });
    expect(refused.exit).toBe(3);
    expect(linesOf(refused.stderr, "error")).toEqual([
      'm.csv:1: error COLUMN_MISSING: expected a column for id, employeeNumber or email; found answeredAt, isMentor, firstName, lastName, level. Map a column: "mapping": { "id": "its header" }. It may be column 6 as email.',
    ]);
    const mapping = { email: "Your Civil Service email address" };
    const matched = await runCommand(["match", ...two], { ...files, ...config({ mapping }) });
    expect(matched.exit).toBe(3);
    expect(matched.stderr).toContain("SIDE_EMPTY: expected mentors and mentees, got 0 mentors and 1 mentee.");
  });

  it("a table without headers is told as one", async () => {
    const files = { "m.csv": "ada@x.org,Ada,AI\nbo@x.org,Bo,AI\n", ...MENTEES, ...config({}) };
    const { stderr } = await runCommand(["match", ...two], files);
    expect(stderr).toContain("The first row must hold headers.");
    expect(stderr).not.toContain("ada");
  });
});

describe("Turkish files", () => {
  const mentors =
    "SİCİL NO;ADI SOYADI;YÖNETİCİSİ;DEPARTMAN;ÖĞRETEBİLECEĞİ KONULAR;KAPASİTE;DOĞUM TARİHİ;KIDEM;MÜSAİTLİK\r\n" +
    "007;IŞIL İNCE;HALUK ERSOY;Bilgi İşlem;YAPAY ZEKÂ | EXCEL;1,0;03.04.1994;1,5;Pazartesi 9.00-11.30\r\n" +
    "008;İLKER ILGAZ;Ersoy, Haluk;Satış;Kısa video;2;1995;2;18:00-19:00 Perşembe\r\n";
  const mentees =
    "Sicil No;Ad;Soyad;Yönetici;Öğrenmek İstediği Konular;Doğum Yılı;Kademe;Müsaitlik\r\n" +
    "100;Haluk;Ersoy;;kısa VİDEO;1968;4;Per 18:00-20:00\r\n";
  const settings = config({ period, timeZone: "UTC+3" });

  it("are read with their commas, dates, days and letters; managers by name in any case and order", async () => {
    const files = { "m.csv": mentors, "e.csv": mentees, ...settings };
    const { stdout, stderr, exit } = await runCommand(["match", ...two], files);
    expect(linesOf(stderr, "error")).toEqual([]);
    expect(exit).toBe(0);
    expect(stdout).toContain("008,100,");
    expect(stdout).toContain("Covers 1 of 1 topic asked for");
    const lines = { ...files, ...config({ period, timeZone: "UTC+3", match: { rules: ["noReportingLine"] } }) };
    expect((await runCommand(["match", ...two], lines)).stderr).toContain("0 pairs");
  });

  it("in Windows-1254 name the encoding that helps", async () => {
    const narrow = (text: string): Uint8Array =>
      Uint8Array.from(text, (letter) => CP1254.get(letter) ?? letter.charCodeAt(0));
    const files = { "m.csv": narrow(mentors), "e.csv": narrow(mentees), ...settings };
    const refused = await runCommand(["match", ...two], files);
    expect(refused.exit).toBe(3);
    expect(refused.stderr).toContain(
      "ENCODING_NOT_UTF8: m.csv: expected UTF-8, got other bytes in line 1, at offset 1.",
    );
    expect(refused.stderr).toContain("windows-1254");
    const read = await runCommand(["match", ...two, "--encoding", "windows-1254"], files);
    expect(read.stdout).toContain("008,100,");
  });
});

/** Letters that Windows-1254 has elsewhere than Unicode. */
const CP1254 = new Map([
  ["İ", 0xdd],
  ["ı", 0xfd],
  ["Ş", 0xde],
  ["ş", 0xfe],
  ["Ğ", 0xd0],
  ["ğ", 0xf0],
]);

describe("cells", () => {
  it("numbers with decimals of zero are whole; those that may be thousands are refused with advice", async () => {
    const rows = ["m1;AI;1,0;2,5", "m2;AI;1.000;3", "m3;AI;2.0;1.200,5", "m4;AI;1,000;4"];
    const files = { "m.csv": `id;teaches;capacity;level\n${rows.join("\n")}\n`, ...MENTEES, ...config({}) };
    const { stderr } = await runCommand(["match", ...two], files);
    const hint = "Write 2, not 2,5 or two; 1000, not 1.000 or 1,000.";
    expect(linesOf(stderr, "error")).toEqual([
      `m.csv:3:3: error NUMBER_FORMAT: expected a whole number in digits 0 to 9. ${hint}`,
      "m.csv:4:4: error NUMBER_FORMAT: expected a number such as 3 or 2.5, or the name of a level. Write 1200, not 1.200 or 1,200.",
      `m.csv:5:3: error NUMBER_FORMAT: expected a whole number in digits 0 to 9. ${hint}`,
    ]);
  });

  it("columns of decimals keep ids, managers and years", async () => {
    const files = {
      "p.csv": "id,manager,birth year,level\n1,,1970.0,3.0\n2,1.0,1999.0,1.0\n",
      "m.csv": "id,teaches\n2,Excel\n",
      "e.csv": "id,learns\n1,Excel\n",
      ...config({ match: { rules: ["noReportingLine"] } }),
    };
    const { stderr, exit } = await runCommand(["match", "--people", "p.csv", ...two], files);
    expect(linesOf(stderr, "error")).toEqual([]);
    expect(exit).toBe(0);
    expect(stderr).toContain("0 pairs");
  });

  it.each([
    "03.04.1984",
    "3/4/1984",
    "1984-04-03",
    "1984-04-03T00:00:00Z",
    "1984/4/3",
    "03.04.1984 00:00:00",
    "1984.0",
  ])("%s gives its year", async (date) => {
    const files = { "m.csv": `id,teaches,birth date\nm1,Excel,${date}\n`, ...MENTEES, ...config({}) };
    const { stdout } = await runCommand(["check", ...two, "--json"], files);
    expect(JSON.parse(stdout)).toMatchObject({ errorCount: 0 });
  });

  it.each(["04/03/84", "45000", "Mar 84", "19840403"])("%s gives none, and is told", async (date) => {
    const files = { "m.csv": `id,teaches,birth date\nm1,Excel,${date}\n`, ...MENTEES, ...config({}) };
    const { stderr } = await runCommand(["check", ...two], files);
    expect(stderr).toContain("m.csv:2:3: error NUMBER_FORMAT: expected a year of 4 digits, or a date such as");
  });

  it("one file tells sides by roles in many words", async () => {
    const roles = ["Mentör", "MENTEE", "Mentor & Mentee", "her ikisi de", "I want to be a mentor", "none", "", "boss"];
    const rows = roles.map((role, at) => `p${at},${role}`);
    const files = { "all.csv": `id,role\n${rows.join("\n")}\n`, ...config({}) };
    const { stdout, stderr } = await runCommand(["check", "--input", "all.csv"], files);
    expect(stdout).toContain("3 people, 4 mentors, 3 mentees");
    expect(linesOf(stderr, "error")).toEqual([
      'all.csv:9:2: error ROLE_UNKNOWN: expected mentor, mentee, both or none. In Turkish mentor, menti, her ikisi or yok. Other answers are not read, as one word can turn them round; say what they mean: "values": { "role": { "the answer": "mentor" } }.',
    ]);
  });

  it("or by answers of yes and no", async () => {
    const rows = ["a,AI,,yes,no", "b,,AI,false,TRUE", "c,AI,AI,evet,Evet", "d,,,HAYIR,", "e,AI,,,"];
    const files = { "all.csv": `id,teaches,learns,mentor,mentee\n${rows.join("\n")}\n`, ...config({}) };
    const { stdout, stderr } = await runCommand(["check", "--input", "all.csv"], files);
    expect(linesOf(stderr, "error")).toEqual([]);
    expect(stdout).toContain("1 person, 3 mentors, 2 mentees");
  });
});

describe("people", () => {
  it("are found by name only where one person has it; others are told apart in the error", async () => {
    const files = {
      "p.csv": 'id,name,manager\n1,Ada Lin,\n2,Ada Lin,1\n3,Bo Ek,"Lin, Ada"\n4,Cy,bo  EK\n5,Di,Nobody\n',
      "m.csv": "id,teaches,avoid\n4,AI,Cy; Nobody\n",
      "e.csv": "id,learns\n1,AI\n",
      ...config({}),
    };
    const { stderr } = await runCommand(["match", "--people", "p.csv", ...two], files);
    expect(linesOf(stderr, "error")).toEqual([
      "m.csv:2:3: error ID_UNKNOWN: avoid: expected the id of somebody in the input, got another. People are known by id, employee number, e-mail address, or a full name that only one of them has.",
      "p.csv:4:3: error REFERENCE_AMBIGUOUS: expected one person, got what several people have: p.csv:2, p.csv:3. Name people who share a name by id, employee number or e-mail address.",
      'p.csv:6:3: error ORG_UNKNOWN_MANAGER: managerId: expected the id of somebody in the input, got another. Add the manager to people, leave the cell blank for the top of the organisation, or let managers be in no file: --external-managers, or "externalManagers": true.',
    ]);
  });

  it("who stand in two files with different data are told by both lines", async () => {
    const files = {
      "p.csv": "id,department\nm1,IT\nm2,\ne1,\n",
      "m.csv": "id,teaches,department\nm1,AI,Sales\nm2,AI,\nm2,AI,\n",
      ...MENTEES,
      ...config({}),
    };
    const { stderr } = await runCommand(["match", "--people", "p.csv", ...two], files);
    expect(linesOf(stderr, "error")).toEqual([
      'm.csv:2:3: error FIELD_CONFLICT: department: expected the same as at p.csv:2 (department), or nothing; got another value. Say which list counts, the first before the next: "prefer": ["people", "mentors", "mentees"].',
      'm.csv:4:1: error ID_DUPLICATE: id: expected each id once in the list, got that of m.csv:3 (id) again. If people answered twice, "keep": "last" takes the last answer of each, by the column that "mapping": { "answeredAt": "its header" } names, else by the order in the file.',
    ]);
  });

  it("of directories and HR systems are read as they come", async () => {
    const okta = [
      {
        id: "00u1",
        status: "ACTIVE",
        profile: { firstName: "Ada", email: "ada@x.org", managerId: "00u2", city: "İzmir" },
      },
      { id: "00u2", status: "ACTIVE", profile: { firstName: "Bo", email: "bo@x.org" } },
    ];
    const merge = [
      { id: "u1", display_full_name: "Ada Lin", manager: { id: "u2" }, team: { id: "t", name: "IT" } },
      { id: "u2", display_full_name: "Bo Ek", manager: null, date_of_birth: "1970-11-10T00:00:00Z" },
    ];
    for (const people of [okta, merge]) {
      const files = { "p.json": JSON.stringify(people), ...config({}) };
      const { stdout, stderr } = await runCommand(["check", "--people", "p.json"], files);
      expect(linesOf(stderr, "error")).toEqual([]);
      expect(stdout).toContain("2 people, 0 mentors, 0 mentees");
    }
    const oracle = await runCommand(["check", "--people", "p.csv"], {
      "p.csv": fixture("exports/oracle-hr-employees.csv"),
      ...config({}),
    });
    expect(oracle.stdout).toContain("7 people, 0 mentors, 0 mentees");
    expect(oracle.exit).toBe(0);
    const scim: unknown = JSON.parse(new TextDecoder().decode(fixture("exports/scim-enterprise-user.json")));
    const manager = { id: "26118915-6090-4610-87e4-49d8ca9f808d", userName: "boss@example.com" };
    const list = { Resources: [scim, { schemas: [], ...manager }] };
    const read = await runCommand(["check", "--people", "p.json"], { "p.json": JSON.stringify(list), ...config({}) });
    expect(linesOf(read.stderr, "error")).toEqual([]);
    expect(read.stdout).toContain("manager -> managerId");
  });

  it("with hours and neither zones nor topics: the zone is demanded, and one for all will do", async () => {
    const files = {
      "m.json": fixture("exports/hourly-mentors.json"),
      "e.json": fixture("exports/hourly-mentees.json"),
    };
    const argv = ["match", "--mentors", "m.json", "--mentees", "e.json"];
    const refused = await runCommand(argv, { ...files, ...config({ period }) });
    expect(refused.exit).toBe(3);
    expect(refused.stderr).toContain("error ZONE_MISSING");
    const matched = await runCommand(argv, { ...files, ...config({ period, timeZone: "America/Chicago" }) });
    expect(matched.exit).toBe(0);
    expect(matched.stderr).toContain("12 pairs: 12 mentors and 12 mentees placed");
  });

  it("with grades as words need a ladder, once", async () => {
    const files = {
      "m.csv": fixture("jonodrew/small-mentors.csv"),
      "e.csv": fixture("jonodrew/small-mentees.csv"),
    };
    const refused = await runCommand(["match", ...two], { ...files, ...config({}) });
    expect(refused.stderr).toContain('To use names, list them in "levels" in the configuration, junior first.');
    const levels = ["AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS1", "SCS2", "SCS3", "SCS4"];
    const matched = await runCommand(["match", ...two], {
      ...files,
      ...config({ levels, match: { rules: ["reverse"] } }),
    });
    expect(matched.exit).toBe(0);
    expect(matched.stderr).toContain("50 mentors and 50 mentees read, 0 rows rejected");
  });
});
