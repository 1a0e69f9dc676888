import { describe, expect, it } from "vitest";
import type { MatchedResult } from "../../src/index.ts";
import { runCommand } from "../support/run-command.ts";

const match = ["match", "--mentors", "m.csv", "--mentees", "e.csv", "--json"];

/** Pairs without topics and times, a level that is missing, windows that touch, and no data for a default rule. */
const files = {
  "m.csv": "id,teaches,availability,level\nm1,AI,Mon 09:00-10:00; Mon 10:00-11:00,1\nm2,SQL,Mon 09:00-10:00,\n",
  "e.csv": "id,learns,availability,level\ne1,Go,Fri 09:00-10:00,5\ne2,C,Fri 09:00-10:00,6\n",
  "tersine.config.json": '{ "timeZone": "UTC", "period": { "start": "2027-01-04", "end": "2027-03-28" } }',
};

describe("what a result says that was accepted with a doubt", () => {
  it.each([[["--language", "en"]], [["--language", "tr"]], [["--language", "tr", "--config", "free.json"]]])(
    "each warning is told once, by reading or by matching: %j",
    async (flags) => {
      const given = {
        ...files,
        "free.json":
          '{ "timeZone": "UTC", "period": { "start": "2027-01-04", "end": "2027-03-28" }, "match": { "rules": [] } }',
      };
      const { stdout, stderr } = await runCommand([...match, ...flags], given);
      const { warnings } = JSON.parse(stdout) as MatchedResult;
      expect(warnings.length).toBeGreaterThan(1);
      const told = [...stderr.matchAll(/(?:warning|uyarı) ([A-Z_]+):/gu)].map(([, code]) => code);
      for (const { code } of warnings)
        expect(told.filter((each) => each === code)).toHaveLength(warnings.filter((each) => each.code === code).length);
      const language = flags[1] === "tr" ? "tr" : "en";
      const ofMatch = warnings.filter(({ code }) => /^(?:RULE_|PAIRS_)/u.test(code));
      expect(ofMatch).not.toEqual([]);
      for (const warning of ofMatch)
        expect(stderr).toContain(`${language === "tr" ? "uyarı" : "warning"} ${warning.code}: ${warning[language]}\n`);
    },
  );

  it("--quiet tells none", async () => {
    expect(await runCommand([...match, "--quiet"], files)).toMatchObject({ exit: 0, stderr: "" });
  });
});
