import { readdirSync, readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { runCommand } from "../support/run-command.ts";

/*
 * Exports as systems and forms write them, each a folder of files and a configuration of at most ten lines. Expected pairs
 * and codes are made by hand. Lines of the chart are read a second time, from the raw rows.
 */
const ROOT = new URL("../fixtures/exports/layouts/", import.meta.url);

interface Layout {
  /** Mentor and mentee of each pair, in the order of mentees; a number where there are too many to list. */
  readonly pairs: readonly string[] | number;
  readonly warnings: readonly string[];
  /** File that states lines, and what it calls managers. */
  readonly chart?: readonly [file: string, manager: string];
}

const SAME_SIX = ["106-102", "104-103"];

const LAYOUTS: Readonly<Record<string, Layout>> = {
  "google-forms": {
    pairs: ["1006-1002", "1004-1003"],
    warnings: ["ANSWER_REPLACED"],
    chart: ["people.csv", "Manager Email"],
  },
  "microsoft-forms": {
    pairs: ["1006-1002", "1004-1003"],
    warnings: ["COLUMN_UNUSED", "NAME_DIFFERS"],
    chart: ["people.csv", "Manager Email"],
  },
  pushfar: { pairs: ["77-82"], warnings: ["COLUMN_UNUSED"], chart: ["users.csv", "Line Manager Email"] },
  mentorly: { pairs: ["U1-U6"], warnings: ["COLUMN_UNUSED"], chart: ["members.csv", "Manager"] },
  chronus: {
    pairs: ["1006-1002", "1004-1003"],
    warnings: ["BLANK_WORDS", "COLUMN_UNUSED", "NAME_DIFFERS"],
    chart: ["people.csv", "Manager Email"],
  },
  personio: { pairs: SAME_SIX, warnings: ["COLUMN_UNUSED"], chart: ["people.json", "supervisor"] },
  hibob: {
    pairs: ["3332883800000000106-3332883800000000102", "3332883800000000104-3332883800000000103"],
    warnings: ["COLUMN_UNUSED"],
    chart: ["people.json", "reportsTo"],
  },
  bamboohr: { pairs: SAME_SIX, warnings: ["COLUMN_UNUSED"], chart: ["people.csv", "Supervisor EID"] },
  workday: { pairs: ["000106-000102", "000104-000103"], warnings: [], chart: ["people.json", "Manager_Employee_ID"] },
  okta: { pairs: ["E106-E102", "E104-E103"], warnings: ["COLUMN_UNUSED"], chart: ["people.csv", "managerId"] },
  entra: {
    pairs: [106, 104].map(
      (id, at) => `00000000-0000-4000-8000-000000000${id}-00000000-0000-4000-8000-00000000010${at + 2}`,
    ),
    warnings: ["COLUMN_UNUSED"],
    chart: ["people.json", "manager"],
  },
  successfactors: {
    pairs: SAME_SIX,
    warnings: ["BLANK_WORDS", "COLUMN_UNUSED", "LABEL_ROWS"],
    chart: ["people.csv", "MANAGER"],
  },
  qualtrics: { pairs: SAME_SIX, warnings: ["COLUMN_UNUSED", "LABEL_ROWS"], chart: ["people.csv", "manager id"] },
  canvas: { pairs: ["105-101", "106-102", "104-103"], warnings: ["COLUMN_UNUSED", "LEVEL_MISSING"] },
  moodle: { pairs: ["105-102", "104-103"], warnings: ["COLUMN_UNUSED"], chart: ["answers.csv", "Supervisor's email"] },
  scim: {
    pairs: ["2819c223-106-2819c223-102", "2819c223-104-2819c223-103"],
    warnings: ["SCIM_GROUP"],
    chart: ["people.json", "manager"],
  },
  "turkish-hr": { pairs: ["00106-00102", "00104-00103"], warnings: [], chart: ["calisanlar.csv", "Yöneticisi"] },
  "civil-service": { pairs: 50, warnings: ["COLUMN_UNUSED", "PAIRS_WITHOUT_TOPIC"] },
  hourly: { pairs: 12, warnings: ["LEVEL_MISSING", "PAIRS_WITHOUT_TOPIC", "TOPICS_MISSING"] },
  poll: { pairs: SAME_SIX, warnings: [], chart: ["people.csv", "manager id"] },
  grid: { pairs: SAME_SIX, warnings: ["BLANK_WORDS"], chart: ["people.csv", "manager id"] },
  "numbered-forms": {
    pairs: ["1005-1002", "1004-1003"],
    warnings: ["BLANK_WORDS", "COLUMN_UNUSED"],
    chart: ["people.csv", "Manager Email"],
  },
};

const filesOf = (layout: string): Readonly<Record<string, Uint8Array>> =>
  Object.fromEntries(
    readdirSync(new URL(`${layout}/`, ROOT)).map((name) => [name, readFileSync(new URL(`${layout}/${name}`, ROOT))]),
  );

/** What a person is called in a raw row, and what it says of the manager. */
interface RawPerson {
  readonly names: readonly string[];
  readonly manager: string | undefined;
}

const plain = (text: string): string => text.toLocaleLowerCase("tr").replace(/\s+/gu, " ").trim();

/** Every text within an object, but for what stands under a key. */
function textsIn(value: unknown, but: string): readonly string[] {
  if (typeof value === "string" || typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => (key === but ? [] : textsIn(item, but)));
}

function under(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  if (key in value) return Reflect.get(value, key) as unknown;
  return Object.values(value)
    .map((item: unknown) => under(item, key))
    .find((found) => found !== undefined);
}

function rawPeople(bytes: Uint8Array, file: string, manager: string): readonly RawPerson[] {
  if (file.endsWith(".json")) {
    const document: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const list: unknown = Object.values(document as object).find(
      (value: unknown) => Array.isArray(value) && typeof value[0] === "object",
    );
    return (list as readonly object[]).map((item) => {
      const named = under(item, manager);
      const id = textsIn(typeof named === "object" ? (under(named, "id") ?? under(named, "value")) : named, "");
      return { names: textsIn(item, manager).map(plain), manager: id.map(plain).find((text) => /[0-9]/u.test(text)) };
    });
  }
  const encoding = file === "calisanlar.csv" ? "windows-1254" : "utf-8";
  const { data } = Papa.parse<Record<string, string>>(new TextDecoder(encoding).decode(bytes), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map((row) => {
    const { [manager]: above = "", ...others } = row;
    const values = Object.values(others);
    const first = row["First Name"] ?? row["First name"];
    const last = row["Last Name"] ?? row["Surname"];
    return {
      names: [...values, `${first ?? ""} ${last ?? ""}`].map(plain),
      manager: above === "" ? undefined : plain(above),
    };
  });
}

/** Whether one is anywhere above another, by raw rows alone. */
function isAbove(people: readonly RawPerson[], one: string, other: string): boolean {
  const byName = (name: string): RawPerson | undefined => people.find(({ names }) => names.includes(plain(name)));
  const top = byName(one);
  if (top === undefined || byName(other) === undefined) throw new Error("expected people of the raw rows");
  let person = byName(other);
  for (let steps = 0; person?.manager !== undefined && steps < 20; steps += 1) {
    person = byName(person.manager);
    if (person === top) return true;
  }
  return false;
}

describe("exports of systems and forms, from files to pairs", () => {
  it("has a folder for each layout, with a configuration of at most ten lines", () => {
    expect(readdirSync(ROOT).sort()).toEqual(Object.keys(LAYOUTS).sort());
    for (const name of Object.keys(LAYOUTS)) {
      const config = readFileSync(new URL(`${name}/tersine.config.json`, ROOT), "utf8");
      expect(config.trim().split("\n").length, name).toBeLessThanOrEqual(10);
    }
  });

  it.each(Object.entries(LAYOUTS))("%s", async (name, { pairs, warnings, chart }) => {
    const files = filesOf(name);
    const { exit, stdout, stderr } = await runCommand(["match"], files);
    expect(exit, stderr).toBe(0);
    const codes = [...stderr.matchAll(/\bwarning ([A-Z_]+)/gu)].map(([, code]) => code);
    expect([...new Set(codes)].sort()).toEqual(warnings);
    const { data } = Papa.parse<Record<string, string>>(stdout, { header: true, skipEmptyLines: true });
    const found = data.map(({ mentorId = "", menteeId = "" }) => [mentorId, menteeId] as const);
    if (typeof pairs === "number") expect(found).toHaveLength(pairs);
    else expect(found.map((pair) => pair.join("-"))).toEqual(pairs);
    if (chart === undefined) return;
    const [file, manager] = chart;
    const people = rawPeople(files[file] ?? new Uint8Array(), file, manager);
    // the chart has lines, or the oracle would see none
    expect(people.filter((person) => person.manager !== undefined).length).toBeGreaterThan(2);
    for (const [mentor, mentee] of found) {
      expect(isAbove(people, mentor, mentee) || isAbove(people, mentee, mentor), `${mentor} ${mentee}`).toBe(false);
    }
  });
});
