import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { SAMPLE } from "../../src/cli/sample.ts";
import { matchPairs } from "../../src/index.ts";
import { pairsToCsv, readMatchInput, rejectedToCsv, type TextSource } from "../../src/io/index.ts";
import { normalHeader } from "../../src/io/columns/header-text.ts";
import { runs } from "../support/runs.ts";

const csv = (name: string, text: string): TextSource => ({ name: `${name}.csv`, text });

describe("reading", () => {
  it("matches headers of common systems and of Turkish files", () => {
    const people = csv(
      "people",
      "\uFEFFSicil No;Adı;Soyadı;YÖNETİCİ;Departman;Doğum Tarihi;Saat Dilimi\r\n007;Işıl;İnce;;İK;12.05.1970;UTC+5:30\r\n8;Bora;Can;ışıl ince;IT;1999-01-02;+03:00\r\n",
    );
    const { input, errorCount } = readMatchInput({ people });
    expect(errorCount).toBe(0);
    expect(input?.people).toEqual([
      { id: "007", name: "Işıl İnce", department: "İK", birthYear: 1970, timeZone: "+05:30" },
      { id: "8", name: "Bora Can", managerId: "007", department: "IT", birthYear: 1999, timeZone: "+03:00" },
    ]);
  });

  it.each(["Work Email", "work_email", "WORK-EMAIL", "workEmail"])("takes %s for one header", (header) => {
    expect(normalHeader(header)).toBe("workemail");
  });

  it("finds managers by id, employee number, e-mail address and name, never by a name of two", () => {
    const rows = [
      "a,1,a@x.org,Ada Lin,",
      "b,2,b@x.org,Bo,A@X.org",
      "c,3,c@x.org,Bo,1",
      "d,4,,Di,ada lin",
      "e,5,,Ed,bo",
    ];
    const people = csv("people", `id,employee number,email,name,manager\n${rows.join("\n")}\n`);
    const { issues } = readMatchInput({ people });
    expect(issues).toMatchObject([{ code: "REFERENCE_AMBIGUOUS", line: 6, column: 5 }]);
    const { input } = readMatchInput({ people }, { skipRejected: true });
    expect(input?.people?.map(({ managerId }) => managerId)).toEqual([undefined, "a", "a", "a"]);
  });

  it("maps headers as long as questions", () => {
    const mentors = csv("m", '"Your e-mail","Which topics could you show a colleague? (several)"\nx@y.org,AI; SQL\n');
    const mapping = { id: "Your e-mail", teaches: "Which topics could you show a colleague? (several)" };
    expect(readMatchInput({ mentors }, { mapping }).input?.mentors).toEqual([
      { id: "x@y.org", teaches: ["AI", "SQL"] },
    ]);
  });

  it("takes one file of people with roles", () => {
    const input = csv("all", "id,role,teaches,learns\na,Mentor,AI,\nb,mentee,,AI\nc,both,AI,SQL\nd,none,,\n");
    const read = readMatchInput({ input }).input;
    expect(read?.mentors.map(({ id }) => id)).toEqual(["a", "c"]);
    expect(read?.mentees.map(({ id }) => id)).toEqual(["b", "c"]);
    expect(read?.people?.map(({ id }) => id)).toEqual(["d"]);
  });

  it("reads SCIM list responses", () => {
    const user = (id: string, manager?: object) => ({
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
      id,
      displayName: `Person ${id}`,
      emails: [
        { value: `${id}@home.org`, type: "home" },
        { value: `${id}@work.org`, type: "work" },
      ],
      timezone: "Europe/Istanbul",
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
        department: "IT",
        employeeNumber: `n${id}`,
        manager,
      },
    });
    const list = { totalResults: 2, Resources: [user("a"), user("b", { value: "a", displayName: "Person a" })] };
    const { input, errorCount } = readMatchInput({ people: { name: "users.json", text: JSON.stringify(list) } });
    expect(errorCount).toBe(0);
    expect(input?.people).toMatchObject([
      { id: "a" },
      { id: "b", managerId: "a", department: "IT", timeZone: "Europe/Istanbul" },
    ]);
  });

  it("turns levels that count from the top", () => {
    const people = csv("p", "id,level\na,0\nb,2\n");
    expect(readMatchInput({ people }, { levelsFromTop: true }).input?.people).toEqual([
      { id: "a", level: 0 },
      { id: "b", level: -2 },
    ]);
  });

  it("counts all issues and returns the first", () => {
    const rows = Array.from({ length: 300 }, (_, row) => `m${row},AI,x`).join("\n");
    const mentors = csv("m", `id,teaches,capacity\n${rows}\n`);
    const outcome = readMatchInput({ mentors }, { maximumIssues: 7 });
    // the last is a warning about all of them: each kind is told at least once
    expect(outcome.issues.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, undefined]);
    expect(outcome).toMatchObject({ errorCount: 300 });
    expect(outcome.input).toBeUndefined();
    expect(outcome.rejected).toHaveLength(300);
  });

  it("reads a header and blank rows as nobody", () => {
    const text = "Timestamp,Your e-mail\n,\n,\n";
    const outcome = readMatchInput({ mentors: csv("form", text) }, { mapping: { id: "Your e-mail" } });
    expect(outcome.input?.mentors).toEqual([]);
  });

  it("V1: any text ends in an outcome", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom("csv", "json", "ndjson"), (text, format) => {
        const outcome = readMatchInput({ mentors: { name: "x", text } }, { format });
        expect(outcome.errorCount > 0).toBe(outcome.input === undefined);
      }),
      runs(500),
    );
  });
});

describe("writing", () => {
  it("I1: what is written can be read back", () => {
    const cell = fc.string({ unit: "binary" }).filter((text) => !text.includes("\0"));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (row) => {
        const text = rejectedToCsv([{ file: "f", line: 2, row, reasons: ["r"] }], { neutralise: false });
        const { data } = Papa.parse<string[]>(text.slice(0, -2), { delimiter: ",", newline: "\r\n" });
        expect(data[1]?.slice(3)).toEqual(row);
      }),
    );
  });

  it("I4: no cell begins as a formula does, also behind blanks and quotes", () => {
    const sign = fc.constantFrom("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠");
    const lead = fc.constantFrom("", " ", "  ", '"', "'", "\u200B");
    fc.assert(
      fc.property(lead, sign, fc.string(), (before, mark, rest) => {
        const text = rejectedToCsv([{ file: "f", line: 2, row: [before + mark + rest], reasons: [] }]);
        const { data } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\r\n" });
        expect(data[1]?.[3]?.startsWith("'")).toBe(true);
      }),
    );
  });

  it("keeps the order of the result and fixed columns", () => {
    const source = (name: string): TextSource => ({ name, text: SAMPLE[name] ?? "" });
    const { input } = readMatchInput(
      { people: source("people.csv"), mentors: source("mentors.csv"), mentees: source("mentees.csv") },
      { period: { start: "2027-01-04", end: "2027-06-27" } },
    );
    if (input === undefined) throw new Error("expected an input");
    const result = matchPairs(input);
    if (result.status === "infeasible") throw new Error("expected pairs");
    const { data } = Papa.parse<string[]>(pairsToCsv(result).trimEnd());
    expect(data[0]).toEqual(["mentorId", "menteeId", "score", "reasons", "meetings"]);
    expect(data.slice(1).map(([mentor]) => mentor)).toEqual(result.pairs.map(({ mentorId }) => mentorId));
  });
});
