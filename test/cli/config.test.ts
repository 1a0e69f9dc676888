import { describe, expect, it } from "vitest";
import * as z from "zod";
import { SAMPLE } from "../../src/cli/sample.ts";
import { configJsonSchema } from "../../src/index.ts";
import { runCommand } from "../support/run-command.ts";

const FILES = {
  "m.csv": "id,teaches,City of work,tz\nm1,AI,İzmir,Europe/Istanbul\nm2,AI,Ankara,Europe/Istanbul\n",
  "e.csv": "id,learns,City of work,tz\ne1,AI,Ankara,Europe/Istanbul\n",
};
const BASE = { mentors: "m.csv", mentees: "e.csv", mapping: { "attributes.city": "City of work" } };
const PERIOD = { start: "2027-01-04", end: "2027-01-31" };
const calendar = (...lines: readonly string[]): string =>
  ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR", ""].join("\r\n");
const free = (day: string): readonly string[] => [
  ...["BEGIN:VAVAILABILITY", "BEGIN:AVAILABLE", `DTSTART:${day}T090000`, `DTEND:${day}T100000`, "RRULE:FREQ=WEEKLY"],
  ...["END:AVAILABLE", "END:VAVAILABILITY"],
];

describe("configuration files", () => {
  it("a column in the attributes counts for a criterion of the file", async () => {
    const criteria = [{ criterion: "sameOrDifferent", field: "city", want: "same" }];
    const config = { ...BASE, match: { rules: [], criteria } };
    const ran = await runCommand(["match", "--json"], { ...FILES, "tersine.config.json": JSON.stringify(config) });
    expect(ran.exit).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ pairs: [{ mentorId: "m2", menteeId: "e1", score: 1_000_000 }] });
    const checked = await runCommand(["check"], { ...FILES, "tersine.config.json": JSON.stringify(config) });
    expect(checked.stdout).toContain("City of work -> attributes.city");
  });

  it("a module holds functions, made rules, and names", async () => {
    const config = `export default {
      ...${JSON.stringify(BASE)},
      match: {
        criteria: ["topics"],
        rules: [
          { kind: "pair", name: "own", because: { en: "own", tr: "own" }, prepare: () => ({ refuses: (mentee, mentor) => mentor === 0 }) },
          { rule: "differentLocation", unknown: "allow" },
        ],
        quotas: [{ name: "same city", where: (a, b) => a.attributes.city === b.attributes.city, min: 1 }],
      },
    };`;
    const ran = await runCommand(["match"], { ...FILES, "tersine.config.mjs": config });
    expect(ran.stderr).not.toContain("error");
    expect(ran.exit).toBe(0);
    expect(ran.stdout).toContain("m2,e1,");
    expect(ran.stdout).not.toContain("m1,");
  });

  it("a module may export a function of the library, so that it needs no package in its folder", async () => {
    const config = `export default async ({ differentLocation, criterion, quota }) => ({
      ...${JSON.stringify(BASE)},
      match: {
        rules: [differentLocation({ unknown: "allow" })],
        criteria: [criterion("same city", (a, b) => (a.attributes.city === b.attributes.city ? 1 : 0))],
        quotas: [quota("some", () => true, { min: 1 })],
      },
    });`;
    const ran = await runCommand(["match"], { ...FILES, "tersine.config.mjs": config });
    expect(ran.stderr).not.toContain("error");
    expect(ran.exit).toBe(0);
    expect(ran.stdout).toContain("m2,e1,");
  });

  it("calendars lie in a folder, by id or e-mail address; --calendars and the key mean the same", async () => {
    const files = {
      ...FILES,
      "c/m1.ics": calendar(...free("20270104")),
      "c/m2.ics": calendar(...free("20270105")),
      "c/e1.ICS": calendar(...free("20270105")),
      "c/nobody.ics": calendar(),
      "c/notes.txt": "not a calendar",
    };
    const config = { ...BASE, period: PERIOD, match: { rules: [], criteria: ["availability"] } };
    const byFlag = { ...files, "tersine.config.json": JSON.stringify(config) };
    const byKey = { ...files, "tersine.config.json": JSON.stringify({ ...config, calendars: "c" }) };
    for (const [argv, given] of [
      [["match", "--calendars", "c"], byFlag],
      [["match"], byKey],
    ] as const) {
      const ran = await runCommand(argv, given);
      expect(ran.stderr).toContain("nobody.ics: warning CALENDAR_UNUSED");
      expect(ran.exit).toBe(0);
      expect(ran.stdout).toContain("m2,e1,1.000000");
    }
  });

  it("a row whose calendar has errors is rejected, and the others go on", async () => {
    const files = {
      ...FILES,
      "c/m2.ics": calendar("BEGIN:VEVENT", "END:VEVENT"),
      "tersine.config.json": JSON.stringify({ ...BASE, period: PERIOD, calendars: "c", match: { rules: [] } }),
    };
    expect((await runCommand(["match"], files)).exit).toBe(3);
    const ran = await runCommand(["match", "--skip-rejected"], files);
    expect(ran.stderr).toContain("m.csv:3: error CALENDAR_UNREADABLE");
    expect(ran.stderr).toContain("m2.ics:2: error ICAL_VALUE");
    expect(ran.exit).toBe(0);
    expect(ran.stdout).toContain("m1,e1,");
  });

  it("calendars go with a whole document too", async () => {
    const person = { timeZone: "Europe/Istanbul", availability: "Mon 09:00-12:00" };
    const document = {
      mentors: [{ id: "m1", teaches: ["AI"], ...person }],
      mentees: [{ id: "e1", learns: ["AI"], ...person }],
      period: PERIOD,
    };
    const busy = [
      "BEGIN:VEVENT",
      "DTSTART:20270104T090000",
      "DTEND:20270104T110000",
      "RRULE:FREQ=WEEKLY",
      "END:VEVENT",
    ];
    const files = {
      "i.json": JSON.stringify(document),
      "c/m1.ics": calendar(...busy),
      "c.json": '{ "match": { "rules": [] } }',
    };
    const argv = ["match", "--input", "i.json", "--calendars", "c", "--config", "c.json"];
    const { stdout, exit } = await runCommand(argv, files);
    expect(exit).toBe(0);
    expect(stdout).toContain("free 60 minutes a week on average");
  });
});

describe("tersine schema", () => {
  const schema = z.fromJSONSchema(configJsonSchema());

  it.each(["input", "config", "result"])("prints that of %s", async (name) => {
    const { stdout, exit } = await runCommand(["schema", name]);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty("$schema");
  });

  it("prints that of the input unless another is named, and refuses what it has not", async () => {
    expect((await runCommand(["schema"])).stdout).toBe((await runCommand(["schema", "input"])).stdout);
    expect(await runCommand(["schema", "output"])).toMatchObject({ exit: 2, stdout: "" });
  });

  it("takes the configuration of the sample, comments included", () => {
    expect(schema.safeParse(JSON.parse(SAMPLE["tersine.config.json"] ?? "")).error?.issues).toBeUndefined();
  });

  it.each([
    '{ "maping": {} }',
    '{ "version": 2 }',
    '{ "match": { "rules": ["revers"] } }',
    '{ "match": { "rules": [{ "rule": "reverse", "gap": 1 }] } }',
    '{ "match": { "criteria": [{ "criterion": "topics", "weight": "4" }] } }',
    '{ "match": { "quotas": [{ "min": 1 }] } }',
  ])("refuses %s", (text) => {
    expect(schema.safeParse(JSON.parse(text)).success).toBe(false);
  });
});
