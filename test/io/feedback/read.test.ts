import { describe, expect, it } from "vitest";
import { evaluate, feedbackForm } from "../../../src/evaluate/index.ts";
import { groupsFromRows, outcomesFromRows } from "../../../src/io/index.ts";
import { madeResult } from "../../support/made-results.ts";

const csv = (text: string) => ({ name: "feedback.csv", text });

describe("outcomesFromRows", () => {
  it.each(["en", "tr"] as const)("reads every answer of the form in %s, under the form's own header", (language) => {
    const { csvHeader, afterMeeting, atDays } = feedbackForm({ language });
    const questions = [...afterMeeting, ...(atDays[0]?.questions ?? [])];
    expect(questions.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["rating", "met", "endedBecause", "weeks"]),
    );
    const answersOf = (field: string) => questions.find((each) => each.field === field)?.answers ?? [];
    for (const reason of answersOf("endedBecause")) {
      for (const rating of answersOf("rating")) {
        const [yes, no] = [answersOf("met")[0], answersOf("continued")[1]];
        const row = ["e0001", "m0001", "mentee", "30", yes?.text, rating.text, "4", no?.text, "9", reason.text];
        const { outcomes, issues } = outcomesFromRows(
          csv(`${csvHeader}\n${row.map((cell) => cell ?? "").join(",")}\n`),
        );
        expect(issues).toEqual([]);
        expect(outcomes).toEqual([
          {
            mentorId: "m0001",
            menteeId: "e0001",
            by: "mentee",
            at: "30",
            met: true,
            rating: rating.value,
            metTimes: 4,
            continued: false,
            weeks: 9,
            endedBecause: reason.value,
          },
        ]);
        expect(evaluate(madeResult(3, 0).pairs, outcomes).pairs).toBe(3);
      }
    }
  });

  it.each(["Timestamp", "Zaman damgası", "Completion time", "at"])(
    "takes what forms stamp on answers (%s) for no occasion: each side counts its own meetings",
    (header) => {
      const { outcomes, issues } = outcomesFromRows(
        csv(
          [
            `${header},mentorId,menteeId,by,met`,
            "2026/11/02 10:01:00,m0000,e0000,mentor,yes",
            "2026/11/02 10:07:31,m0000,e0000,mentee,yes",
            "2026/11/09 10:02:00,m0000,e0000,mentor,yes",
            "2026/11/16 10:02:00,m0000,e0000,mentor,no",
          ].join("\n"),
        ),
      );
      expect(issues).toEqual([]);
      const found = evaluate(
        madeResult(5, 0).pairs,
        [0, 1, 2, 3, 4].flatMap((pair) =>
          outcomes.map((each) => ({ ...each, mentorId: `m000${pair}`, menteeId: `e000${pair}` })),
        ),
      );
      expect(found.meetings?.mean).toBe(2);
    },
  );

  it("counts a meeting that both sides name once, whenever they answer", () => {
    const { afterMeeting, atDays } = feedbackForm({ language: "tr" });
    for (const questions of [afterMeeting, ...atDays.map((each) => each.questions)]) {
      expect(questions.filter(({ field }) => field === "at")).toHaveLength(1);
    }
    const occasion = afterMeeting.find(({ field }) => field === "at")?.text;
    const rows = ["m0000,e0000,mentor,1,01.12.2026 09:00:12,evet", "m0000,e0000,mentee,1,01.12.2026 09:05:40,evet"];
    const text = `mentorId,menteeId,by,${occasion},Zaman damgası,met\n${rows.join("\n")}`;
    const { outcomes, issues } = outcomesFromRows(csv(text));
    expect(issues).toEqual([]);
    const all = [0, 1, 2, 3, 4].flatMap((pair) =>
      outcomes.map((each) => ({ ...each, mentorId: `m000${pair}`, menteeId: `e000${pair}` })),
    );
    expect(evaluate(madeResult(5, 0).pairs, all).meetings?.mean).toBe(1);
  });

  it("reads tables, JSON, NDJSON and sheets alike, blanks as unknown", () => {
    const told = [
      { mentorId: "m1", menteeId: "e1", by: "mentee", rating: 4.5 },
      { mentorId: "m2", menteeId: "e2", met: true },
    ];
    const texts = [
      "Mentor;Mentee;Role;Rating;Met\nm1;e1;mentee;4,5;\nm2;e2;;;evet\n;;;;\n",
      JSON.stringify([{ ...told[0], met: null }, told[1]]),
      told.map((each) => JSON.stringify(each)).join("\n"),
    ];
    for (const text of texts) expect(outcomesFromRows(csv(text)), text).toEqual({ outcomes: told, issues: [] });
    const rows = [
      ["mentorId", "menteeId", "by", "rating", "met"],
      ["m1", "e1", "mentee", "4.5", ""],
      ["m2", "e2", "", "", "x"],
    ];
    expect(outcomesFromRows({ name: "f.xlsx [1]", sheet: "1", rows, issues: [] })).toEqual({
      outcomes: told,
      issues: [],
    });
  });

  it("finds people as the programme knows them, and tells every cell that it cannot read", () => {
    const find = (text: string): readonly string[] =>
      ({ "ece@x.com": ["m1"], Ali: ["e1"], Can: ["e2", "e3"] })[text] ?? [];
    const read = outcomesFromRows(
      csv(
        "mentor,mentee,rating,met,what else\nece@x.com,Ali,5,yes,hm\nece@x.com,Can,4,,\nnobody,Ali,4,,\nece@x.com,Ali,good,perhaps,\nece@x.com,,4,,\n",
      ),
      { find },
    );
    expect(read.outcomes).toEqual([{ mentorId: "m1", menteeId: "e1", rating: 5, met: true }]);
    expect(read.issues.map(({ code, line, column }) => [code, line, column])).toEqual([
      ["COLUMN_UNUSED", 1, 5],
      ["REFERENCE_AMBIGUOUS", 3, undefined],
      ["PERSON_UNKNOWN", 4, undefined],
      ["NUMBER_FORMAT", 5, 3],
      ["BOOLEAN_FORMAT", 5, 4],
      ["ID_EMPTY", 6, undefined],
    ]);
    expect(outcomesFromRows(csv("mentor,rating\nm1,4\n")).issues).toMatchObject([{ code: "COLUMN_MISSING" }]);
    expect(outcomesFromRows(csv("")).issues).toMatchObject([{ code: "FILE_EMPTY" }]);
    expect(
      outcomesFromRows(csv("a,b,c\nm1,e1,3\n"), { mapping: { mentorId: "a", menteeId: "b", rating: "c" } }).outcomes,
    ).toEqual([{ mentorId: "m1", menteeId: "e1", rating: 3 }]);
  });
});

describe("groupsFromRows", () => {
  it("tells that labels cannot be read whole, so that nobody becomes unknown in silence", () => {
    const open = groupsFromRows(csv('id,gender\na,"F\nb,M\nc,F\n'));
    expect(open.groups.size).toBe(0);
    expect(open.issues.map(({ severity }) => severity)).toEqual(["error"]);
    const long = groupsFromRows(csv("id,gender\na,F,x\nb,M\n"));
    expect(long.issues.map(({ code, line, severity }) => [code, line, severity])).toEqual([
      ["CSV_ROW_LONG", 2, "error"],
    ]);
  });

  it("reads labels from a table or an object, blank ones as unknown", () => {
    const expected = new Map([
      ["a", "F"],
      ["b", null],
      ["__proto__", "M"],
    ]);
    for (const text of ["id,gender\na,F\nb,\n__proto__,M\n", '{"a":"F","b":null,"__proto__":"M"}']) {
      expect(groupsFromRows(csv(text))).toEqual({ groups: expected, issues: [] });
    }
    expect(groupsFromRows(csv("id,gender,site\na,F,x\n"), { column: "Gender" }).groups).toEqual(new Map([["a", "F"]]));
    expect(groupsFromRows(csv("id,gender,site\na,F,x\n")).issues).toMatchObject([{ code: "COLUMN_MISSING" }]);
    expect(groupsFromRows(csv("id,gender\na,F\na,M\n")).issues).toMatchObject([{ code: "FIELD_CONFLICT", line: 3 }]);
  });
});
