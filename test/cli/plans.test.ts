import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { MatchedResult } from "../../src/index.ts";
import { runCommand } from "../support/run-command.ts";

const config = '{ "match": { "rules": [] } }';
const files = {
  "c.json": config,
  "m.csv": "id,teaches\nm1,AI;SQL\nm2,AI\nm3,SQL\n",
  "e.csv": "id,learns\ne1,AI\ne2,SQL\n",
};
const match = ["match", "--mentors", "m.csv", "--mentees", "e.csv", "--config", "c.json", "--json"];
const pairsOf = (stdout: string): readonly string[] =>
  (JSON.parse(stdout) as MatchedResult).pairs.map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`);

describe("match beside a previous plan", () => {
  it.each([
    ["a table", "p.csv", "mentorId,menteeId,score\r\nm1,e2,0.1\r\nm9,e1,0.2\r\n"],
    [
      "a result",
      "p.json",
      '{ "pairs": [{ "mentorId": "m1", "menteeId": "e2" }, { "mentorId": "m9", "menteeId": "e1" }] }',
    ],
  ])("R4: keeps what can stay of %s, and tells what breaks and why", async (_, name, text) => {
    const ran = await runCommand([...match, "--previous", name], { ...files, [name]: text });
    expect(ran.exit).toBe(0);
    expect(pairsOf(ran.stdout)).toContain("m1 e2");
    expect(ran.stderr).toContain("1 published pair kept, 1 broken, 1 new");
    expect(ran.stderr).toContain("- m9 e1: The mentor m9 is not registered any more.");
  });

  it("R3: gives up as many as it may", async () => {
    const previous = { ...files, "p.csv": "mentorId,menteeId\nm3,e1\nm2,e2\n" };
    const asked = async (...flags: string[]) =>
      (await runCommand([...match, "--previous", "p.csv", ...flags], previous)).stdout;
    expect(pairsOf(await asked("--max-changes", "0"))).toEqual(["m3 e1", "m2 e2"]);
    expect(pairsOf(await asked("--lock-all"))).toEqual(["m3 e1", "m2 e2"]);
    expect(pairsOf(await asked("--stability", "first"))).toEqual(["m3 e1", "m2 e2"]);
    expect(pairsOf(await asked("--max-changes", "2"))).toEqual(pairsOf((await runCommand(match, files)).stdout));
    expect(pairsOf(await asked("--stability", "0"))).toEqual(pairsOf((await runCommand(match, files)).stdout));
  });

  it.each([
    ["127: nobody of it is registered", "mentorId,menteeId\nx,y\n", [], 3, "PREVIOUS_UNKNOWN_ID"],
    ["127: no table of pairs", "id\nx\n", [], 3, "COLUMN_MISSING"],
    ["127: no JSON", '{ "pairs": [', [], 3, "JSON_SYNTAX"],
    ["127: no pairs", '{ "status": "infeasible" }', [], 3, "RESULT_TYPE"],
    ["129: stability", "mentorId,menteeId\n", ["--stability", "much"], 2, "FLAG_VALUE: --stability"],
    ["129: max-changes", "mentorId,menteeId\n", ["--max-changes", "-1"], 2, "FLAG_VALUE: --max-changes"],
  ])("%s", async (_, text, flags, exit, says) => {
    const ran = await runCommand([...match, "--previous", "p.csv", ...flags], { ...files, "p.csv": text });
    expect(ran).toMatchObject({ exit, stdout: "" });
    expect(ran.stderr).toContain(says);
  });

  it("flags of a rematch need a plan, and the plan is not written over", async () => {
    expect(await runCommand([...match, "--lock-all"], files)).toMatchObject({ exit: 2 });
    const over = [...match, "--previous", "p.csv", "--out", "p.csv", "--force"];
    const ran = await runCommand(over, { ...files, "p.csv": "mentorId,menteeId\nm1,e1\n" });
    expect(ran.exit).toBe(2);
    expect(ran.stderr).toContain("OUTPUT_IS_INPUT");
  });
});

describe("match again", () => {
  it("X6, 128: replays a result, and refuses another input", async () => {
    let result = "";
    await runCommand([...match, "--result", "r.json"], files, (folder) => {
      result = readFileSync(join(folder, "r.json"), "utf8");
    });
    const again = await runCommand([...match, "--replay", "r.json"], { ...files, "r.json": result });
    expect(again.stdout).toBe(result);
    const changed = { ...files, "e.csv": "id,learns\ne1,AI\ne2,AI\n", "r.json": result };
    const refused = await runCommand([...match, "--replay", "r.json"], changed);
    expect(refused).toMatchObject({ exit: 3, stdout: "" });
    expect(refused.stderr).toContain("MANIFEST_INPUT_CHANGED");
    const broken = await runCommand([...match, "--replay", "r.json"], { ...files, "r.json": "{}" });
    expect(broken.exit).toBe(3);
    expect(broken.stderr).toContain("MANIFEST_INVALID");
  });

  it("E3: --fixes tells the smallest change for everybody left out, in the report too", async () => {
    let report = "";
    const ran = await runCommand([...match, "--fixes", "--report", "r.html"], files, (folder) => {
      report = readFileSync(join(folder, "r.html"), "utf8");
    });
    const { unmatched } = JSON.parse(ran.stdout) as MatchedResult;
    expect(unmatched).toHaveLength(1);
    expect(unmatched[0]?.fix).toMatchObject({ kind: "onePlace" });
    expect(report).toContain("Smallest change that would place them");
    expect(report).toContain(unmatched[0]?.fix?.en);
  });

  it("compares with an infeasible result as with a plan without pairs", async () => {
    const old = (await runCommand(match, files)).stdout;
    const ran = await runCommand(["compare", "a.json", "b.json"], {
      "a.json": old,
      "b.json": '{ "status": "infeasible" }',
    });
    expect(ran.exit).toBe(0);
    expect(ran.stdout).toContain("the second result is infeasible");
    expect(ran.stdout).toContain("0 pairs kept, 2 lost, 0 gained");
  });
});
