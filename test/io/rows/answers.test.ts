import { describe, expect, it } from "vitest";
import { readMatchInput, type ReadOptions } from "../../../src/io/index.ts";

const read = (texts: Readonly<Record<string, string>>, options: ReadOptions = {}) => {
  const sources = Object.entries(texts).map(([list, text]) => [list, { name: `${list}.csv`, text }] as const);
  const outcome = readMatchInput(Object.fromEntries(sources), options);
  return { ...outcome, codes: outcome.issues.map(({ code }) => code) };
};
const topicsOf = (cell: string, offered: readonly string[]) => {
  const text = `id,teaches\nm1,"${cell.replaceAll('"', '""')}"\n`;
  const { input, codes } = read({ mentors: text, mentees: "id,learns\ne1,AI\n" }, { answers: { teaches: offered } });
  return { topics: input?.mentors[0]?.teaches, isTold: codes.includes("ANSWER_NOT_LISTED") };
};

describe("answers whose options hold commas", () => {
  const OFFERED = ["Data, AI and analytics", "Data", "Leadership", "Çok dilli, yazılı iletişim", "AI; ethics"];

  it.each([
    ["Data, AI and analytics, Leadership", ["Data, AI and analytics", "Leadership"]],
    ["Leadership, Data", ["Leadership", "Data"]],
    ["Data, Data, AI and analytics", ["Data", "Data, AI and analytics"]],
    ["data,  ai AND analytics;leadership;", ["Data, AI and analytics", "Leadership"]],
    ["ÇOK DİLLİ, YAZILI İLETİŞİM", ["Çok dilli, yazılı iletişim"]],
    ["AI; ethics, Leadership", ["AI; ethics", "Leadership"]],
    ["Leadership\nData", ["Leadership", "Data"]],
    ["Leadership, Leadership", ["Leadership"]],
  ])("%s", (cell, topics) => {
    expect(topicsOf(cell, OFFERED)).toEqual({ topics, isTold: false });
  });

  it.each([
    ["Data, Knitting, and purling", ["Data", "Knitting, and purling"]],
    ["Something else", ["Something else"]],
    ["Knitting; Data; Purling", ["Knitting", "Data", "Purling"]],
  ])("what nobody listed stays as one answer and is told: %s", (cell, topics) => {
    expect(topicsOf(cell, OFFERED)).toEqual({ topics, isTold: true });
  });

  it("options of a field that there is not are refused", () => {
    const { codes } = read(
      { mentors: "id,teaches\nm,AI\n", mentees: "id,learns\ne,AI\n" },
      { answers: { topics: [] } },
    );
    expect(codes).toContain("OPTION_FIELD");
  });
});

describe("people who answered twice", () => {
  const mentees = "id,learns\ne1,AI\n";
  const form = (header: string, stamps: readonly (readonly [string, string])[]): string =>
    [`${header},email,teaches`, ...stamps.map(([stamp, topic]) => `"${stamp}",ada@x.org,${topic}`)].join("\n");

  it.each([
    ["Timestamp", "2026/11/02 4:40:00 PM GMT+3", "2026/11/02 10:15:40 AM GMT+3"],
    ["Timestamp", "2026-11-02T16:40:00Z", "2026-11-02T10:15:00Z"],
    ["Completion time", "11/28/2026 16:40:00", "11/28/2026 9:15:00"],
    ["Zaman damgası", "28.11.2026 16.40.05", "28.11.2026 16.40.04"],
    ["Zaman damgası", "2026/11/02 4:40:00 ÖS GMT+3", "2026/11/02 11:40:00 ÖÖ GMT+3"],
    ["Submission Date", "Nov 28, 2026 12:10 am", "Nov 27, 2026 11:59 pm"],
    ["Timestamp", "2026/11/02 12:05:00 PM", "2026/11/02 12:45:00 AM"],
    ["Submitted at", "46354.75", "46354.25"],
    ["RecordedDate", "2026-12-01 00:00:01", "2026-11-30 23:59:59"],
    ["Tamamlanma zamanı", "2 Aralık 2026 10:00", "30 Kasım 2026 10:00"],
  ])("%s: the later stamp counts, whatever the order in the file", (header, late, early) => {
    for (const rows of [
      [
        [late, "last"],
        [early, "first"],
      ],
      [
        [early, "first"],
        [late, "last"],
      ],
    ] as const) {
      const { input, codes } = read({ mentors: form(header, rows), mentees }, { keep: "last" });
      expect(codes).toContain("ANSWER_REPLACED");
      expect(input?.mentors).toMatchObject([{ teaches: ["last"] }]);
    }
  });

  it("without stamps, or with equal ones, the later line counts", () => {
    const equal = form("Timestamp", [
      ["2026-11-02 10:00", "first"],
      ["2026-11-02 10:00", "last"],
    ]);
    for (const mentors of [equal, "email,teaches\nada@x.org,first\nada@x.org,last\n"]) {
      expect(read({ mentors, mentees }, { keep: "last" }).input?.mentors).toMatchObject([{ teaches: ["last"] }]);
    }
  });

  it.each(["03/04/2026 10:00", "yesterday", ""])("a stamp that is not sure is an error: %j", (stamp) => {
    const mentors = form("Timestamp", [
      [stamp, "a"],
      ["2026-03-04 09:00", "b"],
    ]);
    const { input, codes } = read({ mentors, mentees }, { keep: "last" });
    expect(input).toBeUndefined();
    expect(codes.filter((code) => code.startsWith("DATE_"))).toHaveLength(1);
  });

  it("the order of days and months may be said", () => {
    const mentors = form("Timestamp", [
      ["03/04/2026 10:00", "april"],
      ["10/03/2026 10:00", "march"],
    ]);
    const { input } = read({ mentors, mentees }, { keep: "last", dateOrder: "dmy" });
    expect(input?.mentors).toMatchObject([{ teaches: ["april"] }]);
  });

  it.each(["id,teaches\nm1,AI\nm1,SQL\n", "id,email,teaches\n1,ada@x.org,AI\n2,ada@x.org,SQL\n"])(
    "the error names what to say: %j",
    (mentors) => {
      const hints = read({ mentors, mentees }).issues.map(({ hint = "" }) => hint);
      expect(hints.some((hint) => hint.includes('"keep": "last"'))).toBe(true);
    },
  );
});

describe("lines of rows that could not be read", () => {
  it("are not lost with the registration that states them, whatever names its person", () => {
    // the row of Ada as mentor is short; it alone says who her manager is
    const mentors = "email,teaches,manager,notes\nada@x.org,AI,bo@x.org\ncy@x.org,AI,,\n";
    const mentees = "email,learns\nada@x.org,SQL\nbo@x.org,AI\ndi@x.org,SQL\n";
    const { input, rejected } = read({ mentors, mentees }, { skipRejected: true });
    expect(rejected.length).toBeGreaterThan(0);
    expect(input?.mentors.map(({ id }) => id)).toEqual(["cy@x.org"]);
    expect(input?.mentees.map(({ id }) => id)).toEqual(["bo@x.org", "di@x.org"]);
  });

  it("stand where another file states them", () => {
    const people = "id,email,manager\n1,ada@x.org,2\n2,bo@x.org,\n3,cy@x.org,2\n";
    const mentors = "email,teaches,manager,notes\nada@x.org,AI,bo@x.org\ncy@x.org,AI,bo@x.org,\n";
    const { input } = read({ people, mentors, mentees: "email,learns\nada@x.org,AI\n" }, { skipRejected: true });
    expect(input?.mentees.map(({ id }) => id)).toEqual(["1"]);
  });

  it("nobody left on a side is an error", () => {
    const texts = { mentors: "id,teaches,level\nm1,AI\nm2,AI\n", mentees: "id,learns,level\ne1,AI,5\n" };
    const { input, codes } = read(texts, { skipRejected: true });
    expect(input).toBeUndefined();
    expect(codes).toContain("NOBODY_LEFT");
  });
});

describe("whole documents", () => {
  const document = (people: readonly object[]): string =>
    JSON.stringify({ people, mentors: [{ id: "m", teaches: ["AI"] }], mentees: [{ id: "e", learns: ["AI"] }] });
  const readDocument = (people: readonly object[]) =>
    readMatchInput({ input: { name: "all.json", text: document(people) } });

  it("take oneself as manager for the top, as tables do", () => {
    const { input, issues } = readDocument([
      { id: "m", managerId: "e" },
      { id: "e", managerId: "e", dottedLineManagerIds: ["e", "x"] },
      { id: "x" },
    ]);
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([["ORG_SELF", "warning"]]);
    expect(input?.people?.[1]).toMatchObject({ managerId: null, dottedLineManagerIds: ["x"] });
  });

  it.each([
    ["Turkey Standard Time", "Europe/Istanbul"],
    ["(UTC+03:00) Istanbul", "Europe/Istanbul"],
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["+0300", "+03:00"],
    ["UTC±0", "UTC"],
  ])("know the zone %s", (timeZone, meant) => {
    expect(readDocument([{ id: "m", timeZone }, { id: "e" }]).input?.people?.[0]?.timeZone).toBe(meant);
  });
});

describe("what is told of cells", () => {
  it("languages that are not known are named, if they look like words", () => {
    const mentors = 'id,teaches,languages\nm1,AI,"Klingon; English; Elvish (B2)"\nm2,AI,ada@x.org\n';
    const { issues } = read({ mentors, mentees: "id,learns\ne1,AI\n" });
    const told = issues.filter(({ code }) => code === "LANGUAGE_UNKNOWN").map(({ message }) => message);
    expect(told).toHaveLength(2);
    expect(told[0]).toContain("Klingon, Elvish (B2)");
    expect(told[1]).not.toContain("@");
  });

  it("a word for nothing takes the default, and the next column of managers", () => {
    const people = "id,manager id,manager email\nm1,N/A,b@x.org\nb@x.org,,\n";
    const mentors = "id,teaches,goals\nm1,AI,none\n";
    const options = { defaults: { goals: "growth" } };
    const { input } = read({ people, mentors, mentees: "id,learns,goals\nb@x.org,AI,skills\n" }, options);
    expect(input?.people?.[0]).toMatchObject({ managerId: "b@x.org" });
    expect(input?.mentors).toMatchObject([{ goals: ["growth"] }]);
  });

  it("a row that repeats the headers is no person, in the file where it stands", () => {
    const people =
      "STATUS,USERID,FIRSTNAME,MANAGER\nSTATUS,USERID,First Name,Manager\nactive,1,Ada,NO_MANAGER\nactive,2,Bo,1\n";
    const { input, codes } = read({ people, mentors: "id,teaches\n2,AI\n", mentees: "id,learns\n1,AI\n" });
    expect(input?.people).toHaveLength(2);
    expect(codes).toContain("LABEL_ROWS");
  });

  it("rows of labels may be said of one file alone", () => {
    const people = "id,manager\nNumber,Superior\n1,\n2,1\n";
    const { input, issues } = read(
      { people, mentors: "id,teaches\n2,AI\n", mentees: "id,learns\n1,AI\n" },
      { labelRows: { people: 1 } },
    );
    expect(input?.mentors).toHaveLength(1);
    expect(issues.filter(({ code }) => code === "LABEL_ROWS")).toMatchObject([{ file: "people.csv" }]);
  });
});
