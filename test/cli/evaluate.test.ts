import { describe, expect, it } from "vitest";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../support/run-command.ts";

const at = Array.from({ length: 24 }, (_, place) => place);
const FILES = {
  "mentors.csv": `id,name,teaches\n${at.map((place) => `m${place},Mentor ${place},Short video`).join("\n")}\n`,
  "mentees.csv": `id,name,learns\n${at.map((place) => `e${place},Mentee ${place},Short video`).join("\n")}\n`,
  "tersine.config.json": '{"version":1,"mentors":"mentors.csv","mentees":"mentees.csv","match":{"rules":[]}}',
  "groups.csv": `id,gender,site\n${at.map((place) => `Mentee ${place},${place % 2 ? "F" : "M"},x`).join("\n")}\n`,
};

describe("tersine audit, evaluate and learn", () => {
  it("audit: tells how groups fare and writes what it tells", async () => {
    const argv = [
      "audit",
      "--groups",
      "groups.csv",
      "--column",
      "gender",
      "--out",
      "audit.json",
      "--report",
      "audit.html",
    ];
    const { exit, stdout, stderr } = await runCommand(argv, FILES, (folder) => {
      expect(JSON.parse(readFileSync(join(folder, "audit.json"), "utf8"))).toMatchObject({ verdict: "tooFewToTell" });
      expect(readFileSync(join(folder, "audit.html"), "utf8")).toContain("<circle");
    });
    expect(stderr).toBe("");
    expect(exit).toBe(0);
    expect(stdout).toContain("12 of 12 mentees of F have a partner (100%).");
  });

  it("evaluate and learn: from the pairs of a result and a feedback file", async () => {
    let result = "";
    await runCommand(["match", "--result", "result.json"], FILES, (folder) => {
      result = readFileSync(join(folder, "result.json"), "utf8");
    });
    const { pairs } = JSON.parse(result) as { pairs: readonly { mentorId: string; menteeId: string }[] };
    const rows = pairs
      .slice(0, 20)
      .map(({ mentorId, menteeId }, place) => `${mentorId},${menteeId},mentee,${1 + (place % 5)},3,8,yes`);
    const files = {
      ...FILES,
      "result.json": result,
      "feedback.csv": `mentor,mentee,role,rating,meetings,weeks,do you still meet?\n${rows.join("\n")}\n`,
    };
    const told = await runCommand(["evaluate", "result.json", "--outcomes", "feedback.csv", "--language", "tr"], files);
    expect(told).toMatchObject({ exit: 0, stderr: "" });
    expect(told.stdout).toContain("24 eşleşmenin 20 tanesinden yanıt geldi");
    const learned = await runCommand(["learn", "result.json", "--outcomes", "feedback.csv", "--json"], files);
    expect(JSON.parse(learned.stdout)).toMatchObject({ status: "tooFew", ratings: 20 });
  });

  it("says what is missing and what cannot be read, and writes nothing then", async () => {
    expect(await runCommand(["audit"], FILES)).toMatchObject({
      exit: 2,
      stderr: "FLAG_MISSING: --groups: expected a file.\n",
    });
    expect((await runCommand(["evaluate"], FILES)).exit).toBe(2);
    const files = { ...FILES, "feedback.csv": "mentor,mentee,rating\nm0,nobody,5\nm0,e0,loved it\n" };
    const { exit, stderr } = await runCommand(
      ["evaluate", "--outcomes", "feedback.csv", "--out", "out.json"],
      files,
      (folder) => {
        expect(existsSync(join(folder, "out.json"))).toBe(false);
      },
    );
    expect(exit).toBe(3);
    expect(stderr).toContain("feedback.csv:2: error PERSON_UNKNOWN");
    expect(stderr).toContain("feedback.csv:3:3: error NUMBER_FORMAT");
    const never = { ...FILES, "feedback.csv": "mentor,mentee,rating\nm0,e23,5\n" };
    expect(await runCommand(["evaluate", "--outcomes", "feedback.csv"], never)).toMatchObject({ exit: 3 });
    expect((await runCommand(["audit", "--groups", "groups.csv"], FILES)).stderr).toContain("COLUMN_MISSING");
  });
});
