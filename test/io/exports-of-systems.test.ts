import { describe, expect, it } from "vitest";
import { readMatchInput, type ReadOptions } from "../../src/io/index.ts";

const people = (value: unknown, options: ReadOptions = {}) => {
  const outcome = readMatchInput({ people: { name: "p.json", text: JSON.stringify(value) } }, options);
  return { codes: outcome.issues.map(({ code }) => code), people: outcome.input?.people, issues: outcome.issues };
};
const label = (name: string, value: unknown) => ({ label: name, value });
const URN = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const user = (id: string, more: object = {}) => ({
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", URN],
  id,
  ...more,
});

describe("people as HR systems write them", () => {
  const ADA = { id: "1", department: "Sales", level: 4 };
  const BO = { id: "2", managerId: "1", department: "Sales", level: 2 };

  it.each([
    [
      "Personio",
      {
        success: true,
        data: [
          {
            type: "Employee",
            attributes: {
              id: label("ID", 1),
              department: label("Department", { type: "Department", attributes: { id: 9, name: "Sales" } }),
              level: label("Level", "4"),
            },
          },
          {
            type: "Employee",
            attributes: {
              id: label("ID", 2),
              department: label("Department", "Sales"),
              level: label("Level", "2"),
              supervisor: label("Supervisor", {
                type: "Employee",
                attributes: { id: label("ID", 1), first_name: label("First name", "Ada") },
              }),
            },
          },
        ],
      },
    ],
    [
      "HiBob",
      {
        employees: [
          { id: "1", work: { department: "Sales" }, level: "4" },
          {
            id: "2",
            work: { department: "Sales", reportsTo: { id: "1", email: "a@x.example", displayName: "Ada" } },
            level: "2",
          },
        ],
      },
    ],
    [
      "BambooHR",
      {
        employees: [
          { id: "1", department: "Sales", level: "4" },
          { id: "2", department: "Sales", supervisorId: "1", level: "2" },
        ],
        fields: ["id"],
      },
    ],
    [
      "Graph",
      {
        "@odata.context": "x",
        value: [
          { id: "1", department: "Sales", level: "4" },
          { id: "2", department: "Sales", manager: { id: "1", displayName: "Ada" }, level: "2" },
        ],
      },
    ],
    [
      "Workday",
      {
        Report_Entry: [
          { Employee_ID: "1", department: { descriptor: "Sales" }, level: "4" },
          { Employee_ID: "2", department: { descriptor: "Sales" }, Manager_ID: "1", level: "2" },
        ],
      },
    ],
    [
      "SCIM, object",
      {
        Resources: [
          user("1", { level: "4", [URN]: { department: "Sales" } }),
          user("2", { level: "2", [URN]: { department: "Sales", manager: { value: "1" } } }),
        ],
      },
    ],
    [
      "SCIM, attribute notation",
      {
        Resources: [
          user("1", { level: "4", [`${URN}:department`]: "Sales" }),
          user("2", { level: "2", [`${URN.toUpperCase()}:department`]: "Sales", [`${URN}:manager`]: "1" }),
        ],
      },
    ],
    [
      "SCIM, part of an attribute",
      {
        Resources: [
          user("1", { level: "4", [URN]: { department: "Sales", manager: {} } }),
          user("2", { level: "2", [`${URN}:department`]: "Sales", [`${URN}:manager.value`]: "1" }),
        ],
      },
    ],
    [
      "SCIM, reference",
      {
        Resources: [
          user("1", { level: "4", [URN]: { department: "Sales", manager: { value: "" } } }),
          user("2", { level: "2", [URN]: { department: "Sales", manager: { $ref: "../Users/1" } } }),
        ],
      },
    ],
    [
      "numbers as ids",
      [
        { id: 1, department: "Sales", level: 4 },
        { id: 2, department: "Sales", managerId: 1, level: 2 },
      ],
    ],
  ])("%s: the same two people and their line", (_, value) => {
    const { people: read, issues } = people(value);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(read).toEqual([ADA, BO]);
  });

  it.each<[string, object]>([
    ["attribute notation in capitals", { [`${URN}:MANAGER`]: { VALUE: "2" } }],
    ["names of any case", { [URN.toLowerCase()]: { Manager: { Value: "2" } } }],
    ["a list of one", { [URN]: { manager: [{ value: "2" }] } }],
    ["an address", { [URN]: { manager: { $ref: "https://h.example/v2/Users/2" } } }],
    ["an address with a slash behind", { [URN]: { manager: { $ref: "https://h.example/v2/Users/2/" } } }],
    ["an address with a query", { [URN]: { manager: { value: "", $ref: "../Users/2?attributes=id#x" } } }],
    ["an address in percent signs", { [URN]: { manager: { $REF: "https://h.example/v2/Users/%32" } } }],
  ])("no form of a manager of SCIM is passed over: %s", (_, manager) => {
    const read = people({ Resources: [user("2"), user("1", manager)] });
    expect(read).toMatchObject({ codes: [], people: [{ id: "2" }, { id: "1", managerId: "2" }] });
  });

  it("a page that says of itself that there is more is told, and so are groups and accounts that are switched off", () => {
    const group = { schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], id: "g", members: [] };
    const off = user("3", { active: false, userName: "c@x.example" });
    const { codes, people: read } = people({ totalResults: 500, Resources: [user("1"), group, off] });
    expect(codes).toEqual(expect.arrayContaining(["LIST_PARTIAL", "SCIM_GROUP", "PERSON_INACTIVE"]));
    expect(read?.map(({ id }) => id)).toEqual(["1", "3"]);
  });

  it("who is switched off stays in the chart and registers for nothing", () => {
    const text = (list: readonly object[]) => JSON.stringify({ Resources: list });
    const { input } = readMatchInput({
      people: {
        name: "p.json",
        text: text([user("1"), user("2", { [`${URN}:manager`]: "1" }), user("3", { [`${URN}:manager`]: "2" })]),
      },
      mentors: {
        name: "m.json",
        text: text([user("3", { teaches: "AI" }), user("2", { active: false, teaches: "AI" })]),
      },
      mentees: { name: "e.json", text: text([user("1", { learns: "AI" })]) },
    });
    expect(input?.mentors.map(({ id }) => id)).toEqual(["3"]);
    expect(input?.people?.find(({ id }) => id === "2")).toMatchObject({ managerId: "1" });
  });

  it("two lists of objects are ambiguous, unless the key is named; a path names what is nested", () => {
    const value = { staff: [{ id: "1" }], contractors: [{ id: "9", work: { boss: { id: "1" } } }] };
    expect(people(value).codes).toContain("JSON_LISTS");
    expect(people(value, { listKey: "staff" }).people).toEqual([{ id: "1" }]);
    const mapped = people(
      { staff: [{ id: "1" }, { id: "2", work: { boss: { key: "1" } } }] },
      { mapping: { managerId: "work.boss.key" } },
    );
    expect(mapped.people?.[1]).toEqual({ id: "2", managerId: "1" });
  });

  it("each fault of a document on one line is told by its pointer", () => {
    const value = ["1", "2", "3"].map((id) => ({ id, teaches: ["AI"], capacity: "x" }));
    const { issues, errorCount } = readMatchInput({ mentors: { name: "m.json", text: JSON.stringify(value) } });
    expect(errorCount).toBeGreaterThanOrEqual(3);
    const told = issues.map(({ message }) => message);
    for (const at of [0, 1, 2]) expect(told.some((message) => message.startsWith(`/${at}/capacity: `))).toBe(true);
    const spread = readMatchInput({ mentors: { name: "m.json", text: JSON.stringify(value, undefined, 1) } });
    expect(spread.issues.filter(({ code }) => code === "NUMBER_FORMAT").map(({ line }) => line)).toEqual([2, 9, 16]);
  });
});

describe("headers and forms as people have them", () => {
  const csv = (name: string, text: string) => ({ name: `${name}.csv`, text });
  const read = (mentors: string, mentees: string, options: ReadOptions = {}) => {
    const outcome = readMatchInput({ mentors: csv("m", mentors), mentees: csv("e", mentees) }, options);
    return { ...outcome, errors: outcome.issues.filter(({ severity }) => severity === "error") };
  };

  it("one header of two forms gives teaches in one and learns in the other", () => {
    const { input, errors } = read("id,Topics\na,AI\nb,SQL\n", "id,Topics\nc,AI\nd,SQL\n", {
      mapping: { teaches: "Topics", learns: "Topics" },
    });
    expect(errors).toEqual([]);
    expect(input?.mentors.map(({ teaches }) => teaches)).toEqual([["AI"], ["SQL"]]);
    expect(input?.mentees.map(({ learns }) => learns)).toEqual([["AI"], ["SQL"]]);
  });

  it("what is mapped for one file counts there, and more than what is mapped for all", () => {
    const mapping = { id: "Code", mentees: { id: "Number", learns: "Wishes" }, mentors: { teaches: "Offers" } };
    const { input, errors } = read("Code,Number,Offers\na,1,AI\nb,2,AI\n", "Code,Number,Wishes\nx,c,AI\ny,d,AI\n", {
      mapping,
    });
    expect(errors).toEqual([]);
    expect(input?.mentors.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(input?.mentees.map(({ id }) => id)).toEqual(["c", "d"]);
  });

  it("several columns give one field: joined, ranked, an option a column, a grid of days", () => {
    const mentors = "id,One,Two,Do you offer AI?,Do you offer SQL?\na,Git,Excel,1,0\nb,,Figma,yes,\nc,x,y,No,TRUE\n";
    const mentees =
      'id,1st choice,2nd choice,When? [Monday],When? [Tuesday],tz\nd,AI,SQL,Morning,\ne,SQL,,"Morning, 15:00-16:00",Morning,Europe/Istanbul\nf,Git,AI,,13:00-14:00,Europe/Istanbul\n'.replace(
        "Morning,\ne",
        "Morning,,Europe/Istanbul\ne",
      );
    const { input, errors } = read(mentors, mentees, {
      mapping: {
        mentors: { teaches: ["One", "Two"], goals: { options: { AI: "Do you offer AI?", SQL: "Do you offer SQL?" } } },
        mentees: { learns: { ranked: ["1st choice", "2nd choice"] }, availability: { grid: "When?" } },
      },
      dayParts: { morning: "09:00-12:00" },
      period: { start: "2027-01-04", end: "2027-01-31" },
    });
    expect(errors).toEqual([]);
    expect(input?.mentors.map(({ teaches, goals }) => [teaches, goals])).toEqual([
      [["Git", "Excel"], ["AI"]],
      [["Figma"], ["AI"]],
      [["x", "y"], ["SQL"]],
    ]);
    expect(input?.mentees.map(({ learns }) => learns)).toEqual([
      [
        { topic: "AI", priority: 1 },
        { topic: "SQL", priority: 2 },
      ],
      [{ topic: "SQL", priority: 1 }],
      [
        { topic: "Git", priority: 1 },
        { topic: "AI", priority: 2 },
      ],
    ]);
    const windows = input?.mentees.map(({ availability }) => JSON.stringify(availability)) ?? [];
    expect(windows[0]).toMatch(/Mon\w* 09:00-12:00/u);
    expect(windows[1]).toMatch(/Mon\w* 09:00-12:00.*15:00-16:00.*Tue\w* 09:00-12:00/u);
    expect(windows[2]).toMatch(/Tue\w* 13:00-14:00/u);
  });

  it("an answer that is neither yes nor no in a column of an option is told at its cell", () => {
    const mapping = { teaches: { options: { AI: "AI?" } } };
    const { errors } = read("id,AI?\na,perhaps\nb,1\nc,0\n", "id,learns\nd,AI\ne,AI\n", { mapping });
    expect(errors).toMatchObject([{ code: "ANSWER_UNKNOWN", line: 2, column: 2 }]);
  });

  it("a title above the headers is one problem that names their line, and headerLine passes over it", () => {
    const text = "Participants 2027,,\n,,\nid,teaches,level\na,AI,1\nb,AI,2\n";
    const mentees = "id,learns,level\nc,AI,3\nd,AI,4\n";
    const { errors } = read(text, mentees);
    expect(errors.filter(({ file }) => file === "m.csv")).toMatchObject([{ code: "HEADER_LINE", line: 1 }]);
    expect(errors[0]?.message).toContain("line 3");
    const again = read(text, mentees.replace(/^/u, "x\n\n"), { headerLine: 3 });
    expect(again.errors).toEqual([]);
    expect(again.input?.mentors).toHaveLength(2);
  });

  it("type lines and label rows are no people", () => {
    const typed = "#TYPE Selected.User\nid,teaches\na,AI\nb,AI\n";
    const qualtrics =
      'id,learns\nYour id,What would you learn?\n"{""ImportId"":""Q1""}","{""ImportId"":""Q2""}"\nc,AI\nd,AI\n';
    const { input, errors, issues } = read(typed, qualtrics);
    expect(errors).toEqual([]);
    expect(input?.mentees.map(({ id }) => id)).toEqual(["c", "d"]);
    expect(issues.map(({ code }) => code)).toContain("LABEL_ROWS");
    const labelled = read("id,teaches\nKey,Topics\na,AI\n", "id,learns\nKey,Topics\nc,AI\n", { labelRows: 1 });
    expect(labelled.input?.mentors.map(({ id }) => id)).toEqual(["a"]);
  });

  it("headers that nobody reads may be empty or stand twice; wanted ones may not", () => {
    const free = read(",id,teaches,Other,Other\n1,a,AI,x,y\n2,b,AI,x,y\n", "id,learns\nc,AI\nd,AI\n");
    expect(free.errors).toEqual([]);
    const wanted = read("id,teaches,teaches\na,AI,SQL\n", "id,learns\nc,AI\n");
    expect(wanted.errors).toMatchObject([{ code: "HEADER_DUPLICATE", column: 3 }]);
  });

  it("columns that are not read are told together, those that may be meant one by one", () => {
    const wide = Array.from({ length: 40 }, (_, at) => `Q${at}`).join(",");
    const { issues } = read(`id,teaches,${wide},Your boss?\na,AI${",".repeat(41)}\n`, "id,learns\nc,AI\n");
    const unused = issues.filter(({ code, file }) => code === "COLUMN_UNUSED" && file === "m.csv");
    expect(unused.map(({ message }) => message)).toEqual([
      "no field is read from columns 3-42; they are not used.",
      "no field is known for this column; it is not used.",
    ]);
    expect(unused[1]?.hint).toContain("managerId");
  });

  it.each(["Sam", "VacationHours", "Amacron", "No", "National ID", "TC Kimlik No", "SSN", "Passport number", "Tax ID"])(
    "%s is no hint for a field",
    (header) => {
      const { issues } = read(`id,teaches,${header}\na,AI,1\n`, "id,learns\nc,AI\n");
      const told = issues.find(({ code, file }) => code === "COLUMN_UNUSED" && file === "m.csv");
      expect(told?.hint).toBe("Map it, or leave it out.");
    },
  );

  it.each([
    "Mentor ID",
    "mentor_id",
    "EmpID",
    "emp_no",
    "Mentor e-mail *",
    "User Principal Name",
    "E-mail (work)",
    "Employee ID [HRIS]",
  ])("%s is an identity", (header) => {
    const { errors } = read(`${header},teaches\na@x.example,AI\n`, "id,learns\nc,AI\n");
    expect(errors.filter(({ code }) => code === "COLUMN_MISSING")).toEqual([]);
  });

  it("values in other words and defaults for blanks", () => {
    const text = "id,role,teaches,learns,capacity\na,2020,AI,,\nb,2020,AI,,3\nc,2021,,AI,\nd,2021,,AI,\n";
    const { input } = readMatchInput(
      { input: csv("i", text) },
      { values: { role: { "2020": "mentor", "2021": "mentee" } }, defaults: { capacity: 2 } },
    );
    expect(input?.mentors.map(({ id, capacity }) => [id, capacity])).toEqual([
      ["a", 2],
      ["b", 3],
    ]);
    expect(input?.mentees.map(({ id, capacity }) => [id, capacity])).toEqual([
      ["c", 2],
      ["d", 2],
    ]);
  });

  it("of several answers of one person the last counts, if that is asked", () => {
    const text = "email,teaches\na@x.example,AI\nb@x.example,AI\na@x.example,SQL\n";
    const mentees = "email,learns\nc@x.example,AI\nd@x.example,SQL\n";
    expect(read(text, mentees).errors.length).toBeGreaterThan(0);
    const { input, errors, issues } = read(text, mentees, { keep: "last" });
    expect(errors).toEqual([]);
    expect(input?.mentors.map(({ teaches }) => teaches)).toEqual([["AI"], ["SQL"]]);
    expect(issues.map(({ code }) => code)).toContain("ANSWER_REPLACED");
  });

  it("a file divided at bars is told, and read where the bar is named", () => {
    const piped = "id|teaches\na|AI\nb|AI\n";
    expect(read(piped, "id,learns\nc,AI\n").issues.map(({ code }) => code)).toContain("CSV_DELIMITER");
    const { input } = read(piped, "id|learns\nc|AI\nd|AI\n", { delimiter: "|" });
    expect(input?.mentors).toHaveLength(2);
  });

  it("a form that numbers its answers: the last of each address counts; ids that differ in case are two people", () => {
    const text = "id,email,teaches\n1,a@x.example,AI\n2,b@x.example,AI\n3,A@x.example,SQL\n";
    const { input } = read(text, "id,learns\nE7,AI\ne7,SQL\n", { keep: "last" });
    expect(input?.mentors.map(({ teaches }) => teaches)).toEqual([["AI"], ["SQL"]]);
    expect(input?.mentees.map(({ id }) => id)).toEqual(["E7", "e7"]);
  });

  it("a grid of half hours keeps the times of its headers, and a grid of topics invents none", () => {
    const mentees = "id,learns,Slots Mon 09:00-09:30,Slots Mon 09:30-10:00,tz\nc,AI,1,1,UTC\nd,AI,0,x,UTC\n";
    const mapping = { mentees: { availability: { grid: "Slots" } }, mentors: { teaches: { grid: "Topics" } } };
    const period = { start: "2027-01-04", end: "2027-01-31" };
    const { input, errors } = read("id,Topics [AI],Topics [SQL]\na,yes,no\nb,x,1\n", mentees, { mapping, period });
    expect(errors).toEqual([]);
    expect(JSON.stringify(input?.mentees[0]?.availability)).toContain("Mon 09:00-10:00");
    expect(JSON.stringify(input?.mentees[1]?.availability)).toContain("Mon 09:30-10:00");
    const expert = read("id,Topics [AI]\na,Expert\nb,yes\n", mentees, { mapping, period });
    expect(expert.errors).toMatchObject([{ code: "ANSWER_UNKNOWN", line: 2 }]);
  });

  it("defaults and values of a field that there is not are refused", () => {
    const forms = ["id,teaches\na,AI\nb,AI\n", "id,learns\nc,AI\nd,AI\n"] as const;
    expect(read(...forms, { defaults: { capcity: 2 } }).errors).toMatchObject([{ code: "OPTION_FIELD" }]);
    expect(read(...forms, { values: { rolle: { a: "b" } } }).errors).toMatchObject([{ code: "OPTION_FIELD" }]);
  });
});
