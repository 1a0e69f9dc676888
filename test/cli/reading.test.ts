import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { MatchedResult } from "../../src/index.ts";
import { runCommand } from "../support/run-command.ts";

/** Letters of Turkish in windows-1254, where they stand beside ASCII. */
const BYTES: Readonly<Record<string, number>> = {
  ç: 0xe7,
  ğ: 0xf0,
  ı: 0xfd,
  ö: 0xf6,
  ş: 0xfe,
  ü: 0xfc,
  Ç: 0xc7,
  Ğ: 0xd0,
  İ: 0xdd,
  Ö: 0xd6,
  Ş: 0xde,
  Ü: 0xdc,
};
const old = (text: string): Uint8Array => Uint8Array.from(text, (letter) => BYTES[letter] ?? letter.charCodeAt(0));

/** A programme of an older spreadsheet, divided by bars. */
const files = {
  "m.csv": old("id|name|teaches\nşule|Şule Öz|AI\nığdır|Işık Ünlü|AI;SQL\n"),
  "e.csv": old("id|name|learns\nçağrı|Çağrı Gül|AI\nömer|Ömer Koç|SQL\n"),
  "c.json": '{ "match": { "rules": [] } }',
};
const flags = ["--encoding", "windows-1254", "--delimiter", "|", "--config", "c.json"];
const programme = ["--mentors", "m.csv", "--mentees", "e.csv", ...flags];
const match = ["match", ...programme, "--json"];
const pairs = old("mentorId|menteeId|score\nşule|ömer|0.5\n");

describe("--encoding and --delimiter", () => {
  it("hold for a previous plan, for histories and for results that are compared", async () => {
    const kept = await runCommand([...match, "--previous", "p.csv"], { ...files, "p.csv": pairs });
    expect(kept).toMatchObject({ exit: 0 });
    expect(kept.stderr).toContain("1 published pair kept, 0 broken");
    const past = await runCommand([...match, "--history", "p.csv"], { ...files, "p.csv": pairs });
    expect(past).toMatchObject({ exit: 0 });
    expect(past.stderr).not.toContain("HISTORY_UNKNOWN");
    const met = (JSON.parse(past.stdout) as MatchedResult).pairs.map(({ mentorId, menteeId }) => [mentorId, menteeId]);
    expect(met).toEqual([
      ["şule", "çağrı"],
      ["ığdır", "ömer"],
    ]);
    const two = { "a.csv": pairs, "b.csv": old("mentorId|menteeId|score\nığdır|çağrı|0.7\n") };
    const compared = await runCommand(["compare", "a.csv", "b.csv", ...flags.slice(0, 4)], two);
    expect(compared).toMatchObject({ exit: 0 });
    expect(compared.stdout).toContain("- şule ömer\n+ ığdır çağrı\nscore +20 points");
  });

  it("hold for groups, feedback and letters", async () => {
    const given = {
      ...files,
      "g.csv": old("id|birim\nÇağrı Gül|Müşteri\nömer|Müşteri\n"),
      "f.csv": old("mentor|mentee|role|rating\nığdır|ömer|mentee|4\n"),
      "t.txt": old("Sayın {name}, iyi görüşmeler\n"),
    };
    const audit = await runCommand(["audit", ...programme, "--groups", "g.csv", "--outcomes", "f.csv"], given);
    expect(audit).toMatchObject({ exit: 0 });
    expect(audit.stdout).toContain("2 of 2 mentees of Müşteri");
    await runCommand([...match, "--invitations", "out", "--template", "t.txt"], given, (folder) => {
      expect(readFileSync(join(folder, "out", "ömer.en.txt"), "utf8")).toBe("Sayın Ömer Koç, iyi görüşmeler\n");
    });
  });

  it("a file in UTF-8 beside them is read as what it is", async () => {
    const utf8 = "mentorId|menteeId|score\nşule|ömer|0.5\n";
    const ran = await runCommand([...match, "--previous", "p.csv"], { ...files, "p.csv": utf8 });
    expect(ran.stderr).toContain("1 published pair kept, 0 broken");
    const mixed = await runCommand(match, { ...files, "e.csv": "id|name|learns\nçağrı|Çağrı Gül|AI\n" });
    expect(mixed.stdout).toContain('"menteeId": "çağrı"');
  });

  it("the message on a table of bars says how to read it", async () => {
    const { exit, stderr } = await runCommand(
      ["check", "--mentors", "m.csv", "--mentees", "e.csv", ...flags.slice(0, 2)],
      files,
    );
    expect(exit).toBe(3);
    expect(stderr).toContain(
      'CSV_DELIMITER: expected several columns, got one. Say which delimiter the file has: --delimiter "|".',
    );
  });
});
