import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type MatchInput, matchPairs } from "../../../src/index.ts";
import { pairsToCsv, readPublishedPairs, readPublishedPlan, readSheet, resultToExcel } from "../../../src/io/index.ts";

const input: MatchInput = {
  period: { start: "2027-01-04", end: "2027-06-27" },
  mentors: ["007", "=1+1", "_x0041_", "a;@b"].map((id, at) => ({
    id,
    name: `Öğr ${at} <&>`,
    teaches: ["AI", "SQL"],
    timeZone: "Europe/Istanbul",
    availability: "Mon 10:00-12:00",
  })),
  mentees: ["'-x", "m2", "m3", "a,=b", "m5"].map((id) => ({
    id,
    learns: ["AI"],
    timeZone: "Europe/Berlin",
    availability: "Mon 08:00-12:00",
  })),
};
const result = matchPairs(input, { rules: [] });
const pairs = "pairs" in result ? result.pairs : [];
const ids = pairs.map(({ mentorId, menteeId }) => ({ mentorId, menteeId }));

describe("results as workbooks", () => {
  it("holds pairs, people left out and topics, with numbers as numbers and no formula", async () => {
    const parts = unzipSync(await resultToExcel(input, result));
    const [sheet = "", topics = ""] = [1, 3].map((at) =>
      strFromU8(parts[`xl/worksheets/sheet${at}.xml`] ?? new Uint8Array()),
    );
    expect(strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array())).toMatch(/"pairs".*"unmatched".*"topics"/su);
    expect(sheet).toMatch(/<pane ySplit="1"[^>]*state="frozen"/u);
    expect(sheet).toContain('customWidth="1"');
    expect(sheet).toMatch(/<c r="E2" s="[0-9]+"><v>[01](?:\.[0-9]+)?<\/v><\/c>/u);
    expect(topics).toMatch(/<c r="B2"><v>4<\/v><\/c>/u);
    expect(
      Object.values(parts)
        .map((part) => strFromU8(part))
        .join(""),
    ).not.toContain("<f>");
  });

  it.each(["en", "tr"] as const)("reads back in %s: ids, names, scores", async (language) => {
    const bytes = await resultToExcel(input, result, { language });
    const source = await readSheet({ name: "p.xlsx", bytes }, { sheet: "pairs" });
    expect(readPublishedPairs(source)).toEqual({ plan: { pairs: ids } });
    const read = readPublishedPlan(source);
    expect("plan" in read && read.plan.totals.score).toBe(pairs.reduce((sum, { score }) => sum + score, 0));
    expect(source.rows[1]?.[1]).toBe(input.mentors.find(({ id }) => id === ids[0]?.mentorId)?.name);
  });

  it("equal results give equal bytes, at any time and in any zone of the machine", async () => {
    const first = await resultToExcel(input, result);
    const { vi } = await import("vitest");
    vi.useFakeTimers({ now: new Date("2031-07-01T12:00:00Z"), toFake: ["Date"] });
    vi.stubEnv("TZ", "Pacific/Auckland");
    const second = await resultToExcel(input, result);
    vi.useRealTimers();
    vi.unstubAllEnvs();
    expect(second).toEqual(first);
  });
});

describe("tables for spreadsheets", () => {
  it.each([
    ["en", {}, ",", "."],
    ["tr", {}, ";", ","],
    ["en", { delimiter: ";" }, ";", ","],
    ["tr", { delimiter: "\t" }, "\t", ","],
    ["tr", { delimiter: "," }, ",", "."],
  ] as const)("in %s with %j cells are divided at %j and decimals at %j", (language, more, delimiter, mark) => {
    const text = pairsToCsv(result, { input, language, excel: true, ...more });
    expect(text.startsWith(`\uFEFFmentorId${delimiter}menteeId${delimiter}mentorName${delimiter}menteeName`)).toBe(
      true,
    );
    expect(text).toMatch(new RegExp(`[${delimiter}]"?[01][${mark}][0-9]{6}"?[${delimiter}]`, "u"));
    const source = { name: "p.csv", text };
    expect(readPublishedPairs(source)).toEqual({ plan: { pairs: ids } });
    const read = readPublishedPlan(source);
    expect("plan" in read && read.plan.pairs.map(({ score }) => score)).toEqual(pairs.map(({ score }) => score));
  });

  it("meetings are words with both clocks, in the language", () => {
    expect(pairsToCsv(result, { input })).toMatch(
      /Monday 10:00–12:00 \(mentor\), 08:00–10:00 \(mentee\), [0-9]+ weeks/u,
    );
    expect(pairsToCsv(result, { input, language: "tr" })).toContain("Pazartesi 10:00–12:00 (mentor)");
  });
});
