import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { MatchedResult } from "../../src/index.ts";
import { runCommand } from "../support/run-command.ts";

const files = {
  "p.csv": "id,email,name\n1,ada@x.example,Ada Os\n2,bo@x.example,Bo Li\n3,cy@x.example,Cy Ek\n4,di@x.example,Di Os\n",
  "m.csv": "email,teaches\nAda@x.example,a\nBo@x.example,a\n",
  "e.csv": "email,learns\ncy@x.example,a\ndi@x.example,a\n",
  "tersine.config.json": '{ "match": { "rules": [] } }',
};
const inputs = ["--people", "p.csv", "--mentors", "m.csv", "--mentees", "e.csv"];
const match = ["match", ...inputs, "--json"];
const pairsOf = (stdout: string): readonly string[] =>
  (JSON.parse(stdout) as MatchedResult).pairs.map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`).sort();
const config = (value: object): Readonly<Record<string, string>> => ({ "tersine.config.json": JSON.stringify(value) });

describe("people of the command line", () => {
  it("explain finds its operands as files do, and refuses what means several", async () => {
    for (const operands of [
      ["BO@x.example", "4"],
      ["2", "Os, Di"],
      ["Bo  Li", "di@X.example"],
    ]) {
      const ran = await runCommand(["explain", ...operands, ...inputs], files);
      expect(ran).toMatchObject({ exit: 0 });
    }
    const twins = { ...files, "p.csv": files["p.csv"].replace("Di Os", "Ada Os") };
    const ran = await runCommand(["explain", "Ada Os", "4", ...inputs], twins);
    expect(ran).toMatchObject({ exit: 3, stdout: "" });
    expect(ran.stderr).toContain("REFERENCE_AMBIGUOUS");
    expect((await runCommand(["explain", "zz", "4", ...inputs], files)).stderr).toContain("ID_UNKNOWN");
  });

  it("A7: a published plan names people in any way", async () => {
    const previous = "mentorId,menteeId\nADA@x.example,4\nBo Li,cy@x.example\n";
    const ran = await runCommand([...match, "--previous", "r.csv"], { ...files, "r.csv": previous });
    expect(ran.stderr).toContain("2 published pairs kept, 0 broken");
    expect(pairsOf(ran.stdout)).toEqual(["1 4", "2 3"]);
  });

  it("every format that --out writes is read again", async () => {
    for (const name of ["o.csv", "o.json", "o.ndjson"]) {
      let written = "";
      await runCommand([...match, "--out", name], files, (folder) => {
        written = readFileSync(join(folder, name), "utf8");
      });
      const ran = await runCommand([...match, "--previous", name], { ...files, [name]: written });
      expect(ran).toMatchObject({ exit: 0 });
      expect(ran.stderr).toContain("2 published pairs kept, 0 broken, 0 new");
    }
  });

  it.each([
    ["a quote that is not closed", 'mentorId,menteeId\n1,3\n2,"4\n3,4\n', "r.csv:3:2: error CSV_QUOTE_OPEN"],
    ["text behind a quote", 'mentorId,menteeId\n1,"3"x\n2,4\n', "r.csv:2:2: error CSV_QUOTE_STRAY"],
    ["a blank cell", "mentorId,menteeId\n1,\n2,4\n", "r.csv:2: error RESULT_TYPE"],
    ["a short row", "mentorId,menteeId\n1\n2,4\n", "r.csv:2: error CSV_ROW_SHORT"],
    ["a torn line", '{"mentorId":"1","menteeId":"3"}\n{"mentorId":"2"\n', "r.csv:2:1"],
  ])("a plan with %s is refused by line", async (_, text, says) => {
    const ran = await runCommand([...match, "--previous", "r.csv"], { ...files, "r.csv": text });
    expect(ran).toMatchObject({ exit: 3, stdout: "" });
    expect(ran.stderr).toContain("PREVIOUS_INVALID");
    expect(ran.stderr).toContain(says.split(" ")[0]);
  });

  it("histories keep pairs apart, whichever role and key they had; who is in no file is counted", async () => {
    const histories = {
      "a.csv": "mentorId;menteeId\nada@x.example;3\n",
      "b.ndjson": '{"type":"pair","mentorId":"Os, Di","menteeId":"BO@x.example"}\n{"type":"result"}\n',
      "c.json": '{ "pairs": [{ "mentorId": "gone", "menteeId": "1" }] }',
    };
    const plain = { ...files, ...histories };
    for (const flags of [
      ["--history", "a.csv", "b.ndjson", "c.json"],
      ["--history", "a.csv", "--history", "b.ndjson", "--history=c.json"],
    ]) {
      const ran = await runCommand([...match, ...flags], plain);
      expect(pairsOf(ran.stdout)).toEqual(["1 4", "2 3"]);
      expect(ran.stderr).toContain("warning HISTORY_UNKNOWN: 1 of 3 past pairs names somebody");
    }
    const over = await runCommand([...match, "--history", "a.csv", "--out", "a.csv", "--force"], plain);
    expect(over.stderr).toContain("OUTPUT_IS_INPUT");
    const operands = ["1", "3", ...inputs, "--history=a.csv"];
    expect((await runCommand(["explain", ...operands], plain)).stdout).toContain("not possible");
  });

  it("histories fall under the cooldown of the configuration, from the date that is said of their file", async () => {
    const history = [{ file: "a.csv", date: "2026-01-31" }, "b.csv"];
    const rules = (cooldown: number) => [{ rule: "notAgain", history: [], cooldown, on: "2026-12-01" }];
    const given = {
      ...files,
      "a.csv": "mentorId,menteeId\n1,3\n1,4\n",
      "b.csv": "mentorId,menteeId,date\n2,3,2020-01-01\n2,4,\n",
    };
    const ran = await runCommand(match, { ...given, ...config({ history, match: { rules: rules(9) } }) });
    expect(pairsOf(ran.stdout)).toEqual(["1 4", "2 3"]);
    const longer = await runCommand(match, { ...given, ...config({ history, match: { rules: rules(11) } }) });
    expect(pairsOf(longer.stdout)).toEqual(["2 3"]);
  });

  it("pins, bans, histories and quotas name people in any way, and never nobody in silence", async () => {
    const of = async (options: object) =>
      runCommand(match, { ...files, ...config({ match: { rules: [], ...options } }) });
    expect(pairsOf((await of({ pins: [{ mentorId: "ADA@x.example", menteeId: "Di Os" }] })).stdout)).toContain("1 4");
    const ban = [{ rule: "ban", pairs: [{ mentorId: "bo@X.example", menteeId: "Os, Di" }] }];
    expect(pairsOf((await of({ rules: ban })).stdout)).toEqual(["1 4", "2 3"]);
    const met = [{ rule: "notAgain", history: [{ mentorId: "cy@x.example", menteeId: "Bo Li" }] }];
    expect(pairsOf((await of({ rules: met })).stdout)).toEqual(["1 3", "2 4"]);
    const quotas = [{ name: "q", where: { mentor: { id: "bo@x.example" } }, max: 0 }];
    expect(pairsOf((await of({ quotas })).stdout)).toHaveLength(1);
    for (const options of [
      { pins: [{ mentorId: "zz", menteeId: "3" }] },
      { rules: [{ rule: "ban", pairs: [{ mentorId: "1", menteeId: "zz" }] }] },
      { quotas: [{ name: "q", where: { mentee: { id: ["3", "zz"] } }, min: 0 }] },
    ]) {
      const ran = await of(options);
      expect(ran).toMatchObject({ exit: 3, stdout: "" });
      expect(ran.stderr).toContain("ID_UNKNOWN");
    }
  });

  it("guests and managers in no file need to be asked for, by a flag or in the configuration", async () => {
    const given = {
      ...files,
      "p.csv": "id,email,manager\n1,ada@x.example,boss\n2,bo@x.example,BOSS\n3,cy@x.example,\n",
    };
    const refused = await runCommand(match, given);
    expect(refused.exit).toBe(3);
    expect(refused.stderr).toContain("e.csv:3:1: error PERSON_UNKNOWN");
    expect(refused.stderr).toContain("p.csv:2:3: error ORG_UNKNOWN_MANAGER");
    const flags = await runCommand([...match, "--allow-guests", "--external-managers"], given);
    const configured = config({ allowGuests: true, externalManagers: true, match: { rules: [] } });
    expect(await runCommand(match, { ...given, ...configured })).toEqual(flags);
    expect(flags.exit).toBe(0);
    expect(flags.stderr).toContain("e.csv:3:1: warning GUESTS");
  });

  it("a wrong row at the top that takes everybody along ends in an error", async () => {
    const given = {
      ...files,
      "p.csv": "id,email,manager\n1,ada@x.example,nobody\n2,bo@x.example,1\n3,cy@x.example,1\n4,di@x.example,2\n",
    };
    const ran = await runCommand([...match, "--skip-rejected"], given);
    expect(ran).toMatchObject({ exit: 3, stdout: "" });
    expect(ran.stderr).toContain("NOBODY_LEFT");
  });
});
