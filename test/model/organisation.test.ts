import { describe, expect, it } from "vitest";
import { readInput } from "../../src/model/read-input.ts";
import { errorOf, expectIssues, inputWith, matchAnything } from "../support/bad-input.ts";

const chain = (size: number): readonly object[] =>
  Array.from({ length: size }, (_, index) => ({
    id: `p${index}`,
    ...(index === 0 ? {} : { managerId: `p${index - 1}` }),
  }));

describe("the organisation in an input", () => {
  it("O1: each circle of solid lines is one issue with the places on it", () => {
    const people = [
      { id: "z", managerId: "y" },
      { id: "top" },
      { id: "y", managerId: "z" },
      { id: "b", managerId: "c" },
      { id: "c", managerId: "m" },
      { id: "below", managerId: "b" },
    ];
    const { issues } = errorOf(() => readInput(inputWith({ managerId: "b" }, {}, { people })));
    expect(issues.map(({ code }) => code)).toEqual(["ORG_CYCLE", "ORG_CYCLE"]);
    const messages = issues.map(({ message }) => message);
    expect(messages.some((text) => text.includes("/people/2 → /people/0"))).toBe(true);
    expect(messages.some((text) => text.includes("/people/3 → /people/4 → /mentors/0"))).toBe(true);
  });

  it("O1: a chain of 100,000 people is read", () => {
    const { chart } = readInput({ mentors: [], mentees: [], people: chain(100_000) });
    expect(chart.depthOf[chart.indexOf("p99999") ?? -1]).toBe(99_999);
  });

  it("O1: a circle of 100,000 people is one issue", () => {
    const people = chain(100_000).map((person, index) => (index === 0 ? { ...person, managerId: "p99999" } : person));
    const { issues } = errorOf(() => readInput({ mentors: [], mentees: [], people }));
    expect(issues).toMatchObject([{ code: "ORG_CYCLE" }]);
    expect(issues[0]?.message).toMatch(/circle of 100000: .* → and 99990 more/);
  });

  it("20,000 participants are read", () => {
    const mentors = Array.from({ length: 10_000 }, (_, index) => ({ id: `m${index}`, teaches: ["js"], avoid: ["s0"] }));
    const mentees = Array.from({ length: 10_000 }, (_, index) => ({
      id: `s${index}`,
      learns: ["js"],
      managerId: "m0",
    }));
    const program = readInput({ mentors, mentees });
    expect([program.people.length, program.mentors.length, program.mentees.length]).toEqual([20_000, 10_000, 10_000]);
  });

  it("O4: an unknown manager is an issue at the place that names it, on solid and on dotted lines", () => {
    const people = [{ id: "m" }, { id: "x", managerId: "nobody" }];
    expectIssues(
      () => readInput(inputWith({ managerId: "ghost" }, { dottedLineManagerIds: ["m", "ghost"] }, { people })),
      [
        ["ORG_UNKNOWN_MANAGER", "/mentors/0/managerId"],
        ["ORG_UNKNOWN_MANAGER", "/mentees/0/dottedLineManagerIds"],
        ["ORG_UNKNOWN_MANAGER", "/people/1/managerId"],
      ],
    );
  });

  it("O4: a manager whose own record is wrong is no unknown manager", () => {
    const people = [{ id: "boss", birthYear: 1 }];
    expectIssues(
      () => readInput(inputWith({ managerId: "boss" }, {}, { people })),
      [["NUMBER_RANGE", "/people/0/birthYear"]],
    );
  });

  it("a circle that needs a dotted line is a warning, and blocks its pairs", () => {
    const result = matchAnything(inputWith({ managerId: "s" }, { dottedLineManagerIds: ["m"] }));
    expect(result.warnings.filter(({ code }) => code === "LINE_CYCLE")).toMatchObject([{ ids: ["m", "s"] }]);
    expect(result.status === "infeasible" ? [] : result.pairs).toEqual([]);
  });

  it("people and entries must agree, each conflict at the later place with a pointer to the earlier", () => {
    const people = [{ id: "m", level: 2, timeZone: "UTC", attributes: { a: 1, b: [2] } }];
    const same = { level: 2, timeZone: "UTC", attributes: { b: [2], a: 1 } };
    expect(readInput(inputWith(same, {}, { people })).mentors[0]?.level).toBe(2);
    const call = (): unknown => readInput(inputWith({ level: 3, attributes: { a: 1, b: [3] } }, {}, { people }));
    expectIssues(call, [
      ["FIELD_CONFLICT", "/mentors/0/level"],
      ["FIELD_CONFLICT", "/mentors/0/attributes/b"],
    ]);
    expect(errorOf(call).issues.map(({ message }) => /at ([^,]*),/u.exec(message)?.[1])).toEqual([
      "/people/0/level",
      "/people/0/attributes/b",
    ]);
  });

  it("words that fold alike and zones of one time agree, and attributes are joined by their keys", () => {
    const people = [
      { id: "m", name: "Ece Yalçın", department: "BİLGİ İŞLEM", timeZone: "Europe/Istanbul", attributes: { a: 1 } },
    ];
    const entry = { name: "ECE  YALÇIN", department: "bilgi işlem", timeZone: "Turkey", attributes: { b: [2] } };
    const { mentors } = readInput(inputWith(entry, {}, { people }));
    expect(mentors[0]).toMatchObject({ ...people[0], attributes: { a: 1, b: [2] } });
    const other = { timeZone: "+03:00", attributes: { a: 2 } };
    expectIssues(
      () => readInput(inputWith(other, {}, { people })),
      [
        ["FIELD_CONFLICT", "/mentors/0/timeZone"],
        ["FIELD_CONFLICT", "/mentors/0/attributes/a"],
      ],
    );
  });

  it("the two entries of one person must agree, and people need not state the field", () => {
    const people = [{ id: "x" }];
    const call = (): unknown =>
      readInput(inputWith({ id: "x", level: 1 }, { id: "x", level: 4, birthYear: 1999 }, { people }));
    expectIssues(call, [["FIELD_CONFLICT", "/mentees/0/level"]]);
    expect(errorOf(call).issues[0]?.message).toContain("/mentors/0/level");
  });

  it("attributes that contain themselves or share parts do not hang the comparison", () => {
    const cyclic: Record<string, unknown> = {};
    cyclic["self"] = cyclic;
    const codes = errorOf(() =>
      readInput(
        inputWith({ id: "x", attributes: cyclic }, { id: "x", birthYear: 1999, level: 1, attributes: { self: {} } }),
      ),
    ).issues;
    expect(codes.map(({ code }) => code)).toContain("VALUE_CYCLIC");
    let shared: object = {};
    for (let depth = 0; depth < 40; depth += 1) shared = { left: shared, right: shared };
    expectIssues(() => readInput(inputWith({ attributes: shared })), [["LIMIT_ITEMS", "/mentors/0/attributes"]]);
  });

  it("levels are names of the ladder if there is one, otherwise numbers", () => {
    const levels = ["low", "high"];
    const named = readInput(inputWith({ level: "low" }, { level: "high" }, { levels }));
    expect(named.levels).toEqual(levels);
    expectIssues(
      () => readInput(inputWith({ level: 1 }, { level: "Highest" }, { levels })),
      [
        ["LEVEL_TYPE", "/mentors/0/level"],
        ["LEVEL_UNKNOWN", "/mentees/0/level"],
      ],
    );
    expectIssues(() => readInput(inputWith({ level: "low" })), [["LEVEL_TYPE", "/mentors/0/level"]]);
    expectIssues(() => readInput(inputWith({ level: Number.NaN })), [["NUMBER_NOT_FINITE", "/mentors/0/level"]]);
    expectIssues(
      () => readInput(inputWith({ level: "a" }, { level: "b" }, { levels: ["a", "b", "a"] })),
      [["FIELD_CONFLICT", "/levels/2"]],
    );
  });
});
