import { describe, expect, it } from "vitest";
import { matchPairs, noReportingLine, notAgain, quota } from "../../../src/index.ts";
import { type InputSources, knownOptions, readMatchInput, type ReadOptions } from "../../../src/io/index.ts";

const files = (texts: Readonly<Record<string, string>>): InputSources =>
  Object.fromEntries(Object.entries(texts).map(([list, text]) => [list, { name: `${list}.csv`, text }]));

const read = (texts: Readonly<Record<string, string>>, options: ReadOptions = {}) =>
  readMatchInput(files(texts), options);

/** Pairs under `noReportingLine`, or the codes and places of errors. */
function outcomeOf(texts: Readonly<Record<string, string>>, options: ReadOptions = {}): readonly string[] {
  const { input, issues } = read(texts, options);
  if (input === undefined) {
    return issues.flatMap(({ code, severity, file, line }) =>
      severity === "error" ? [`${code} ${file}:${line ?? ""}`] : [],
    );
  }
  const result = matchPairs(input, { rules: [noReportingLine()] });
  if (result.status === "infeasible") throw new Error("expected pairs");
  return result.pairs.map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`);
}

const warningsOf = (texts: Readonly<Record<string, string>>, options: ReadOptions = {}): readonly string[] =>
  read(texts, options).issues.flatMap(({ code, severity, message }) =>
    severity === "warning" && !/^(?:LEVEL|COLUMN)/u.test(code) ? [`${code}: ${message}`] : [],
  );

const PEOPLE = "id,employee number,email,manager\n1,n1,ada@x.example,\n2,n2,bo@x.example,1\n3,n3,cy@x.example,\n";

describe("rows of one person", () => {
  it.each([
    ["addresses", "email,teaches\nbo@x.example,a\ncy@x.example,a\n", "email,learns\nada@x.example,a\n"],
    ["letter case", "email,teaches\nBO@X.example,a\nCY@x.example,a\n", "email,learns\nADA@x.EXAMPLE,a\n"],
    ["numbers", "employee number,teaches\nn2,a\nN3,a\n", "employee number,learns\nn1,a\n"],
    ["addresses and numbers below an id header", "id,teaches\nbo@x.example,a\nn3,a\n", "id,learns\nAda@x.example,a\n"],
    ["decimals", "id,teaches\n2.0,a\n3.0,a\n", 'id,learns\n"1,0",a\n'],
    ["all keys", "id,email,teaches\n2,BO@x.example,a\n3,,a\n", "id,employee number,learns\n1,N1,a\n"],
  ])("are joined to the people by %s", (_, mentors, mentees) => {
    expect(outcomeOf({ people: PEOPLE, mentors, mentees })).toEqual(["3 1"]);
  });

  it.each(["Ada A <ada@x.example>", "<ADA@x.example>", "mailto:ada@x.example", "SMTP:Ada@x.example", "ada@x.example;"])(
    "are joined by an address however a programme of mail writes it: %s",
    (address) => {
      const mentees = `email,learns\n${address},a\n`;
      expect(outcomeOf({ people: PEOPLE, mentors: "id,teaches\n2,a\n3,a\n", mentees })).toEqual(["3 1"]);
      // nobody mentors herself, without a file of people either
      expect(outcomeOf({ mentors: "email,teaches\nada@x.example,a\n", mentees })).toEqual([]);
      const { addressOf, input } = read({ mentors: "id,teaches\n3,a\n", mentees });
      expect(addressOf(input?.mentees[0]?.id ?? "")?.toLowerCase()).toBe("ada@x.example");
    },
  );

  it.each([
    ["Ada A (1)", ["3 1"]],
    ["1 - Ada A", ["3 1"]],
    ["A, Ada [n1]", ["3 1"]],
    ["Ada A | ada@x.example", ["3 1"]],
    ["Ada A (3)", ["ORG_UNKNOWN_MANAGER people.csv:3"]],
    ["Ada A (on leave)", ["ORG_UNKNOWN_MANAGER people.csv:3"]],
    ["Ada A - Cy C", ["ORG_UNKNOWN_MANAGER people.csv:3"]],
  ])("a name beside a key means whom both mean, and else nobody: %s", (manager, expected) => {
    const people = `id;employee number;email;name;manager\n1;n1;ada@x.example;Ada A;\n2;n2;bo@x.example;Bo B;${manager}\n3;n3;cy@x.example;Cy C;\n`;
    expect(outcomeOf({ people, mentors: "id,teaches\n2,a\n3,a\n", mentees: "id,learns\n1,a\n" })).toEqual(expected);
  });

  it("are joined by digits without their zeros, with a warning", () => {
    const texts = {
      people: "id,manager\n001,\n002,001\n003,\n",
      mentors: "id,teaches\n2,a\n3,a\n",
      mentees: "id,learns\n1,a\n",
    };
    expect(outcomeOf(texts)).toEqual(["003 001"]);
    expect(warningsOf(texts).filter((told) => told.startsWith("ZEROS_LOST"))).toHaveLength(2);
    // 2 is somebody of their own where both are there
    expect(outcomeOf({ ...texts, people: "id,manager\n001,\n002,001\n2,\n", mentors: "id,teaches\n2,a\n" })).toEqual([
      "2 001",
    ]);
  });

  it("are of one person without a file of people too", () => {
    expect(
      outcomeOf({ mentors: "email,teaches\nAda@x.example,a\n", mentees: "email,learns\nada@x.example,a\n" }),
    ).toEqual([]);
    const mentors = "id,email,teaches\n7,ada@x.example,a\n8,bo@x.example,a\n";
    expect(outcomeOf({ mentors, mentees: "email,learns\nADA@x.example,a\n" })).toEqual(["8 7"]);
    // letters of one file tell people apart
    expect(outcomeOf({ mentors: "id,teaches\nE7,a\ne7,a\n", mentees: "id,learns\ne7,a\n" })).toEqual(["E7 e7"]);
  });

  it.each([
    [
      "two forms that number their answers",
      { mentors: "ID,email,teaches\n1,nil@x.example,a\n", mentees: "ID,email,learns\n1,pia@x.example,a\n" },
      ["KEYS_CONFLICT mentees.csv:2", "KEYS_CONFLICT mentors.csv:2"],
    ],
    [
      "the same two forms, answered by one person",
      { mentors: "ID,email,teaches\n1,nil@x.example,a\n", mentees: "ID,email,learns\n2,nil@x.example,a\n" },
      ["KEY_SHARED mentees.csv:2", "KEY_SHARED mentors.csv:2"],
    ],
    [
      "an id of one and an address of another",
      { people: PEOPLE, mentors: "id,email,teaches\n2,ada@x.example,a\n", mentees: "id,learns\n3,a\n" },
      ["KEYS_CONFLICT mentors.csv:2", "KEYS_CONFLICT people.csv:2", "KEYS_CONFLICT people.csv:3"],
    ],
    [
      "an id with another address",
      { people: PEOPLE, mentors: "id,email,teaches\n2,zoe@x.example,a\n", mentees: "id,learns\n3,a\n" },
      ["KEYS_CONFLICT mentors.csv:2", "KEYS_CONFLICT people.csv:3"],
    ],
    [
      "a text that is the id of one and the number of another",
      { people: "id,employee number\n1,2\n2,9\n3,8\n", mentors: "id,teaches\n2,a\n", mentees: "id,learns\n3,a\n" },
      ["PERSON_AMBIGUOUS mentors.csv:2", "PERSON_AMBIGUOUS people.csv:2", "PERSON_AMBIGUOUS people.csv:3"],
    ],
    [
      "two people of one address",
      { people: "id,email\n1,a@x.example\n2,A@x.example\n", mentors: "id,teaches\n1,a\n", mentees: "id,learns\n2,a\n" },
      ["KEY_SHARED people.csv:2", "KEY_SHARED people.csv:3"],
    ],
    [
      "one id of two people",
      { people: "id,email\n1,a@x.example\n1,b@x.example\n", mentors: "id,teaches\n1,a\n", mentees: "id,learns\n1,a\n" },
      [
        ...["KEYS_CONFLICT people.csv:2", "KEYS_CONFLICT people.csv:3"],
        ...["PERSON_AMBIGUOUS mentees.csv:2", "PERSON_AMBIGUOUS mentors.csv:2"],
        ...["PERSON_AMBIGUOUS people.csv:2", "PERSON_AMBIGUOUS people.csv:3"],
      ],
    ],
    [
      "two columns of managers that name different people",
      {
        people: "id,manager id,manager email,email\n1,,,a@x.example\n2,1,a@x.example,b@x.example\n3,1,b@x.example,\n",
        mentors: "id,teaches\n3,a\n",
        mentees: "id,learns\n1,a\n",
      },
      ["MANAGERS_DIFFER people.csv:4"],
    ],
    [
      "a manager who is the id of one and the number of another, whichever column says it",
      {
        people: "id,employee no,supervisor id,supervisor eid\n2,4,,\n3,1,4,2\n4,2,,\n",
        mentors: "id,employee no,teaches\n3,1,a\n",
        mentees: "id,employee no,learns\n2,4,a\n",
      },
      ["REFERENCE_AMBIGUOUS people.csv:3"],
    ],
  ])("are told at all lines where they may be of several: %s", (_, texts, told) => {
    expect([...outcomeOf(texts)].sort()).toEqual([...told].sort());
  });

  it("are told apart by their other keys", () => {
    const people = "id,employee number,manager\n1,2,\n2,1,1\n3,,\n";
    const mentors = "id,employee number,teaches\n2,1,a\n3,,a\n";
    expect(outcomeOf({ people, mentors, mentees: "id,employee number,learns\n1,2,a\n" })).toEqual([
      "REFERENCE_AMBIGUOUS people.csv:3",
    ]);
    const named = "id,employee number,manager id,manager name,name\n1,2,,,Ada\n2,1,1,Ada,Bo\n3,,,,Cy\n";
    expect(outcomeOf({ people: named, mentors, mentees: "id,employee number,learns\n1,2,a\n" })).toEqual(["3 1"]);
  });

  it("numbers of a form beside a known address are a warning", () => {
    const mentors = "ID,email,teaches\n17,bo@x.example,a\n18,cy@x.example,a\n";
    const texts = { people: PEOPLE, mentors, mentees: "email,learns\nada@x.example,a\n" };
    expect(outcomeOf(texts)).toEqual(["3 1"]);
    expect(warningsOf(texts)).toEqual([
      "ID_NOT_OF_PEOPLE: rows were joined to their people by another key, as the people have other ids than these: 2, in lines 2, 3.",
    ]);
  });

  it("a column may be left out by a blank header", () => {
    const texts = {
      people: "id,employee number\n1,2\n2,9\n3,8\n",
      mentors: "id,teaches\n2,a\n",
      mentees: "id,learns\n3,a\n",
    };
    expect(outcomeOf(texts, { mapping: { employeeNumber: "" } })).toEqual(["2 3"]);
  });
});

describe("people who are not among the people", () => {
  const texts = {
    people: "id,name\nE17,Ada Os\nE18,Bo Li\nE19,Cy Ek\n",
    mentors: "id,name,teaches\nE1Z,,a\nnew,Bo Li,a\nzz,,a\n",
    mentees: "id,learns\nE19,a\n",
  };

  it("are told by line and column with the nearest known one", () => {
    const { issues } = read(texts);
    const told = issues.filter(({ code }) => code === "PERSON_UNKNOWN");
    expect(told.map(({ file, line, column }) => [file, line, column])).toEqual([
      ["mentors.csv", 2, 1],
      ["mentors.csv", 3, 1],
      ["mentors.csv", 4, 1],
    ]);
    expect(told.map(({ hint }) => /people\.csv:[0-9]+/u.exec(hint ?? "")?.[0])).toEqual([
      "people.csv:2",
      "people.csv:3",
      undefined,
    ]);
  });

  it("may be let in, told by number and line", () => {
    expect(outcomeOf(texts, { allowGuests: true })).toHaveLength(1);
    expect(warningsOf(texts, { allowGuests: true })).toContain(
      "GUESTS: people who are not among the people were let in: 3, in lines 2, 3, 4.",
    );
  });
});

describe("managers", () => {
  const sides = { mentors: "id,teaches\n2,a\n3,a\n", mentees: "id,learns\n1,a\n" };

  it("of themselves are the top, by whatever key, with a warning", () => {
    for (const manager of ["1", "ADA@x.example", '"Os, Ada"', "1.0"]) {
      const people = `id,email,name,manager\n1,ada@x.example,Ada Os,${manager}\n2,,Bo,1\n3,,Cy,\n`;
      expect(outcomeOf({ people, ...sides })).toEqual(["3 1"]);
      expect(warningsOf({ people, ...sides })).toEqual([
        "ORG_SELF: people who are said to be their own managers count as the top: 1, in line 2.",
      ]);
    }
  });

  it("in no file are an error, or known by what is written alone", () => {
    const people = "id,manager\n1,boss@x.example\n2,BOSS@x.example\n3,1\n";
    expect(outcomeOf({ people, ...sides })).toEqual([
      "ORG_UNKNOWN_MANAGER people.csv:2",
      "ORG_UNKNOWN_MANAGER people.csv:3",
    ]);
    const { input } = read({ people, ...sides }, { externalManagers: true });
    expect(input?.people?.map(({ id, managerId }) => [id, managerId])).toEqual([
      ["1", "boss@x.example"],
      ["2", "boss@x.example"],
      ["3", "1"],
      ["boss@x.example", undefined],
    ]);
    expect(warningsOf({ people, ...sides }, { externalManagers: true })).toEqual([
      "EXTERNAL_MANAGERS: managers who are in no file are known by this text alone: 2, in lines 2, 3.",
    ]);
  });

  it("whose row cannot be read are not in no file", () => {
    const people = "id,manager\n1,\n2,9\n3,\n9,1,one cell too many\n";
    const outcome = read({ people, ...sides }, { externalManagers: true, skipRejected: true });
    expect(outcome.input?.mentors.map(({ id }) => id)).toEqual(["3"]);
  });

  it("are found in both orders of a name, and never by a name of two", () => {
    const people = (manager: string) => `id,name,manager\n1,"Os, Bo",\n2,"Li, Ada",${manager}\n3,Ada Li,\n`;
    for (const manager of ["Bo Os", '"Os, Bo"', "BO  OS", "Os Bo"]) {
      expect(outcomeOf({ people: people(manager), ...sides })).toEqual(["3 1"]);
    }
    expect(outcomeOf({ people: people("Ada Li"), ...sides })).toEqual(["REFERENCE_AMBIGUOUS people.csv:3"]);
  });
});

describe("rows that are skipped", () => {
  it("never leave a side empty without an error", () => {
    const texts = { people: "id,manager\n1,x\n2,1\n3,1\n", mentors: "id,teaches\n3,a\n", mentees: "id,learns\n2,a\n" };
    const { input, issues } = read(texts, { skipRejected: true });
    expect(input).toBeUndefined();
    expect(issues.filter(({ code }) => code === "NOBODY_LEFT")).toHaveLength(2);
  });
});

describe("facts of one person in two files", () => {
  const mentees = "id,learns\n2,a\n";
  const people = "id,name,city,department\n1,Ayşe Şen,İzmir,Sales\n2,,,\n";
  const mapping = { "attributes.city": "City", "attributes.hobby": "Hobby" };

  it("names in another way count as the people write them; attributes are joined by their keys", () => {
    const texts = { people, mentors: "id,name,hobby,department,teaches\n1,AYSE SEN,chess,SALES,a\n", mentees };
    const { input } = read(texts, { mapping });
    expect(input?.mentors).toEqual([{ id: "1", attributes: { hobby: "chess" }, department: "SALES", teaches: ["a"] }]);
    expect(warningsOf(texts, { mapping })).toEqual([
      "NAME_DIFFERS: names are written in another way than in the file that is read first, which counts: 1, in line 2.",
    ]);
    expect(outcomeOf(texts, { mapping })).toEqual(["1 2"]);
  });

  it("another name and other facts name both lines, unless a list is preferred", () => {
    const texts = { people, mentors: "id,name,city,department,teaches\n1,Bo Os,Ankara,IT,a\n", mentees };
    const { issues } = read(texts, { mapping: { "attributes.city": "City" } });
    expect(issues.map(({ code, line, column, message }) => [code, line, column, message])).toEqual([
      ["FIELD_CONFLICT", 2, 2, "name: expected the same as at people.csv:2 (name), or nothing; got another value."],
      ["FIELD_CONFLICT", 2, 3, expect.stringMatching(/^attributes\.city: expected the same as at people\.csv:2 /u)],
      ["FIELD_CONFLICT", 2, 4, expect.stringMatching(/^department: .* people\.csv:2 /u)],
    ]);
    const of = (prefer: "people" | "mentors") => {
      const { input } = read(texts, { mapping: { "attributes.city": "City" }, prefer: [prefer] });
      if (input === undefined) throw new Error("expected an input");
      return matchPairs(input, {
        rules: [],
        quotas: [quota("q", (mentor) => mentor.attributes?.["city"] === "Ankara", { max: 9 })],
      });
    };
    expect(of("people").manifest.input.sha256).not.toBe(of("mentors").manifest.input.sha256);
  });
});

describe("options", () => {
  it("name people in any way", () => {
    const texts = { people: PEOPLE, mentors: "id,teaches\n2,a\n3,a\n", mentees: "id,learns\n1,a\n" };
    const { input, find } = read(texts);
    if (input === undefined) throw new Error("expected an input");
    const { options, ambiguous } = knownOptions(
      {
        rules: [
          notAgain([
            { mentorId: "ADA@x.example", menteeId: "n3" },
            { mentorId: "gone", menteeId: "1" },
          ]),
        ],
        quotas: [quota("q", { mentor: { id: ["n2", "CY@x.example"] } }, { max: 1 })],
        pins: [{ mentorId: "BO@x.example", menteeId: "n1" }],
      },
      find,
    );
    expect(ambiguous).toEqual([]);
    const result = matchPairs(input, options);
    if (result.status === "infeasible") throw new Error("expected pairs");
    expect(result.pairs.map(({ mentorId, menteeId }) => [mentorId, menteeId])).toEqual([["2", "1"]]);
    expect(result.warnings.filter(({ code }) => code === "HISTORY_UNKNOWN")).toMatchObject([{ ids: ["gone"] }]);
  });
});
