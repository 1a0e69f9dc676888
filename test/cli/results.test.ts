import { describe, expect, it } from "vitest";
import { runCommand } from "../support/run-command.ts";

const files = {
  "m.csv": "id,teaches\nm1,AI\nm2,SQL\n",
  "e.csv": "id,learns\ne1,AI\ne2,SQL\n",
  "f.csv": "mentor,mentee,role,rating\nm1,e1,mentee,4\n",
  "c.json": '{ "match": { "rules": [] } }',
};
const programme = ["--mentors", "m.csv", "--mentees", "e.csv", "--config", "c.json"];
const unmatched = '"unmatched": [], "manifest": { "version": "1", "input": {}, "options": {} }';
const totals = '"totals": { "pairs": 1, "placedMentors": 1, "placedMentees": 1, "score": 1 }';
const INFEASIBLE = `{ "status": "infeasible", "conflicts": [], "witness": {}, ${unmatched} }`;

/** What stands in a file that is no whole result, and what is told of it. */
const TORN: readonly (readonly [string, string, RegExp])[] = [
  ["a list", "[1]", /RESULT_TYPE: r\.json: expected a result/u],
  ["pairs that are none", `{ "pairs": [1], ${totals}, ${unmatched} }`, /RESULT_TYPE[\s\S]*pairs\/0/u],
  ["a null pair", `{ "pairs": [null], ${totals}, ${unmatched} }`, /RESULT_TYPE[\s\S]*pairs\/0/u],
  [
    "a pair without contributions",
    `{ "pairs": [{ "mentorId": "m1", "menteeId": "e1", "score": 1 }], ${totals}, ${unmatched} }`,
    /RESULT_TYPE[\s\S]*contributions at pairs\/0/u,
  ],
  ["people without ids", `{ "pairs": [], ${totals}, "unmatched": [{}] }`, /RESULT_TYPE[\s\S]*unmatched\/0/u],
  ["no totals", `{ "pairs": [], ${unmatched} }`, /RESULT_TYPE[\s\S]*totals/u],
  ["torn JSON", '{ "pairs": [', /JSON_SYNTAX/u],
];

describe("a result that is read back", () => {
  it.each(TORN)("is told to be none by every command: %s", async (_, text, says) => {
    const given = { ...files, "r.json": text };
    for (const argv of [
      ["evaluate", "r.json", ...programme, "--outcomes", "f.csv"],
      ["learn", "r.json", ...programme, "--outcomes", "f.csv"],
    ]) {
      const ran = await runCommand(argv, given);
      expect(ran).toMatchObject({ exit: 3, stdout: "" });
      expect(ran.stderr).toMatch(says);
      expect(ran.stderr).not.toContain("a bug in tersine");
    }
  });

  it("compare tells it too, and writes differences with their signs", async () => {
    for (const [, text] of TORN.filter(
      ([what]) => !["people without ids", "a pair without contributions"].includes(what),
    )) {
      const ran = await runCommand(["compare", "r.json", "r.json"], { "r.json": text });
      expect(ran).toMatchObject({ exit: 3, stdout: "" });
      expect(ran.stderr).not.toContain("a bug in tersine");
    }
    const [a, b] = ["mentorId,menteeId,score\nm1,e1,0.5\n", "mentorId,menteeId,score\nm1,e1,0.5\nm2,e2,0.33\n"];
    const better = await runCommand(["compare", "a.csv", "b.csv"], { "a.csv": a, "b.csv": b });
    expect(better.stdout).toBe(
      "1 pair kept, 0 lost, 1 gained\n+ m2 e2\nscore +33 points, mentors placed +1, mentees placed +1\n",
    );
    const worse = await runCommand(["compare", "b.csv", "a.csv"], { "a.csv": a, "b.csv": b });
    expect(worse.stdout).toContain("score -33 points, mentors placed -1, mentees placed -1\n");
  });

  it("demands that cannot be met together are a result, without pairs to evaluate", async () => {
    const ran = await runCommand(["evaluate", "r.json", ...programme, "--outcomes", "f.csv"], {
      ...files,
      "r.json": INFEASIBLE,
    });
    expect(ran).toMatchObject({ exit: 3 });
    expect(ran.stderr).toContain("demands that cannot be met together");
  });
});
