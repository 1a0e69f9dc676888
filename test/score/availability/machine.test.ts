import { execFileSync } from "node:child_process";
import { buildSync } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";

/** Scores a few pairs across clock changes and prints all that the criterion says of them. */
const PROGRAM = `
import { availability } from "./src/score/criteria/availability.ts";
import { zoneFingerprint } from "./src/base/time/zone-offsets.ts";
const zones = ["Europe/Istanbul", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "+03:00"];
const people = zones.map((timeZone) => ({ timeZone, availability: "Pazartesi-Cuma 07:00-23:00; SALI 23:30-01:00" }));
const context = { period: { start: "2026-02-28", end: "2026-11-01" } };
const prepared = availability({ targetMinutes: 2000 }).prepare({ mentors: people, mentees: people, context });
const pairs = people.flatMap((_, i) => people.map((_, j) => [prepared.points(j, i), prepared.facts(j, i)]));
console.log(JSON.stringify(pairs), zoneFingerprint(zones, 29300000, 29700000));
`;

let code = "";

beforeAll(() => {
  const built = buildSync({
    stdin: { contents: PROGRAM, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
  });
  code = built.outputFiles[0]!.text;
});

const runWith = (env: Readonly<Record<string, string>>): string =>
  execFileSync(process.execPath, ["--input-type=module", "--eval", code], { encoding: "utf8", env });

describe("the machine that scores", () => {
  it("T10, N4: changes nothing by its own time zone or locale", () => {
    const expected = runWith({ TZ: "UTC", LANG: "C" });
    expect(expected.length).toBeGreaterThan(1_000);
    for (const [zone, locale] of [
      ["America/New_York", "en_US.UTF-8"],
      ["Asia/Kathmandu", "tr_TR.UTF-8"],
      ["Pacific/Apia", "ar_EG.UTF-8"],
    ] as const) {
      expect(runWith({ TZ: zone, LANG: locale, LC_ALL: locale })).toBe(expected);
    }
  });
});
