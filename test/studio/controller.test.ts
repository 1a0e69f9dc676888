import { describe, expect, it } from "vitest";
import { sampleFiles } from "../../scripts/studio/sample.ts";
import { weightOf, withWeight } from "../../src/studio/config/criteria.ts";
import { decisionOf, isRuleOn, RULES, withDecision, withRule } from "../../src/studio/config/rules.ts";
import { createController, isRefused } from "../../src/studio/state/controller.ts";
import { runCommand } from "../support/run-command.ts";
import { bytesOf, studio, textIn } from "./studio.ts";

const SAMPLE = sampleFiles();

async function withSample() {
  const controller = studio();
  await controller.addFiles(Object.entries(SAMPLE).map(bytesOf), true);
  return controller;
}

const planOf = (controller: Awaited<ReturnType<typeof withSample>>) => {
  const { plan } = controller.state();
  if (plan === undefined) throw new Error(`no plan: ${JSON.stringify(controller.state().refusal)}`);
  return plan;
};
const pairsOf = (controller: Awaited<ReturnType<typeof withSample>>) =>
  planOf(controller).pairs.map(({ mentorId, menteeId }) => `${menteeId} ${mentorId}`);

describe("the studio without a browser", () => {
  it("tells what each column is read as, and goes on to the pairs of the example", async () => {
    const controller = await withSample();
    const { understood, step } = controller.state();
    expect(step).toBe("pairs");
    expect(understood?.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(understood?.tables.map(({ key, list }) => [key, list])).toEqual([
      ["people.csv", "people"],
      ["mentors.csv", "mentors"],
      ["mentees.csv", "mentees"],
    ]);
    const [people] = understood?.tables ?? [];
    expect(people?.columns.map(({ field }) => field)).toEqual([
      ...["id", "name", "managerId", "department", "level", "birthYear"],
    ]);
    expect(people?.columns[1]?.samples[0]).toMatch(/\S \S/u);
    expect(planOf(controller).pairs.length).toBeGreaterThan(30);
  });

  it("saves settings with which the command gives the same pairs", async () => {
    const controller = await withSample();
    const { config } = controller.state().settings;
    const rule = RULES.find(({ name }) => name === "crossGeneration");
    if (rule === undefined) throw new Error("no such rule");
    await controller.setMatch(withRule(withWeight(config.match ?? {}, "goals", 7), rule, false));
    const [first] = planOf(controller).pairs;
    if (first === undefined) throw new Error("no pair");
    const { match = {} } = controller.state().settings.config;
    await controller.setMatch(withDecision(match, { mentorId: first.mentorId, menteeId: first.menteeId }, "ban"));
    const file = await controller.write("pairs");
    if (isRefused(file)) throw new Error("not written");
    const saved = JSON.stringify(controller.saved());
    const argv = ["match", "--excel", "--out", "-"];
    const { stdout, stderr, exit } = await runCommand(argv, { ...SAMPLE, "tersine.config.json": saved });
    expect([exit, stderr.includes("error")]).toEqual([0, false]);
    expect(stdout).toBe(textIn(file));
  });

  it("undo and redo go back and forth, and a slider that moves is one step", async () => {
    const controller = await withSample();
    const before = pairsOf(controller);
    for (const weight of [1, 0]) {
      await controller.setMatch(withWeight(controller.state().settings.config.match ?? {}, "topics", weight), true);
    }
    await controller.setMatch(withWeight(controller.state().settings.config.match ?? {}, "topics", 0));
    const after = pairsOf(controller);
    expect(after).not.toEqual(before);
    expect(planOf(controller).difference?.lost.length).toBeGreaterThan(0);
    expect(controller.state().past).toHaveLength(1);
    await controller.undo();
    expect(pairsOf(controller)).toEqual(before);
    expect(weightOf(controller.state().settings.config.match ?? {}, "topics")).toBe(4);
    await controller.redo();
    expect(pairsOf(controller)).toEqual(after);
  });

  it("pins and forbids a pair with the cost that it told before", async () => {
    const controller = await withSample();
    const [chosen] = planOf(controller).pairs;
    if (chosen === undefined) throw new Error("no pair");
    const ids = { mentorId: chosen.mentorId, menteeId: chosen.menteeId };
    await controller.lookAt(ids);
    const { otherwise } = controller.state().pair ?? {};
    await controller.setMatch(withDecision({}, ids, "ban"));
    const { difference } = planOf(controller);
    expect(difference).toEqual(otherwise);
    expect(pairsOf(controller)).not.toContain(`${ids.menteeId} ${ids.mentorId}`);
    const { match = {} } = controller.state().settings.config;
    expect(decisionOf(match, ids)).toBe("ban");
    await controller.setMatch(withDecision(match, ids, "pin"));
    expect(pairsOf(controller)).toContain(`${ids.menteeId} ${ids.mentorId}`);
    expect(isRuleOn(controller.state().settings.config.match ?? {}, "ban")).toBe(false);
  });

  it("shows problems at their cells with what stands there, and goes on without the rows", async () => {
    const controller = studio();
    const files = {
      "people.csv": "Sicil No,Ad Soyad,Kademe\n1,Ada Kaya,1\n2,Banu Ak,iki\n3,Can Er,4\n",
      "mentorlar.csv": "Sicil No;Öğretebileceğim konular\n1;Podcast\n",
      "menti.csv": "Sicil No,Öğrenmek istediğim konular\n3,Podcast\n",
    };
    await controller.addFiles(Object.entries(files).map(bytesOf));
    const { understood } = controller.state();
    expect(understood?.tables.map(({ list }) => list)).toEqual(["people", "mentors", "mentees"]);
    expect(understood?.problems.find(({ severity }) => severity === "error")).toMatchObject({
      ...{ file: "people.csv", line: 3, column: 3, header: "Kademe", text: "iki" },
    });
    expect(understood?.isReady).toBe(false);
    await controller.setReading({ skipRejected: true });
    expect(controller.state().understood?.rejected).toBe(1);
    expect(pairsOf(controller)).toEqual(["3 1"]);
  });

  it.each(["fair", "stable"] as const)("explains pairs under the objective %s, too", async (objective) => {
    const controller = studio();
    const files = {
      "mentors.csv": "id,level,teaches\nm1,1,AI\nm2,1,SQL\nm3,6,AI\n",
      "mentees.csv": "id,level,learns\ne1,5,AI\ne2,4,SQL\n",
    };
    await controller.addFiles(Object.entries(files).map(bytesOf));
    await controller.setMatch({ objective });
    const answerFor = async (mentorId: string) => {
      await controller.lookAt({ mentorId, menteeId: "e1" });
      return controller.state().pair?.status;
    };
    expect([await answerFor("m1"), await answerFor("m2"), await answerFor("m3")]).toEqual([
      ...["chosen", "refused", "refused"],
    ]);
  });

  it("is not busy any more when nobody answers files", async () => {
    const refusal = { issues: [{ code: "INTERNAL", said: { en: "Broken.", tr: "Bozuk." } }] };
    const ask = () => Promise.resolve({ refusal });
    const surroundings = { language: "en", today: "2026-12-01", timeZone: "Europe/Istanbul" } as const;
    const controller = createController(
      ask,
      () => ({ ask, stop: () => undefined }),
      surroundings,
      () => undefined,
    );
    await controller.addFiles([bytesOf(["people.csv", "id\n1\n"])]);
    expect(controller.state()).toMatchObject({ refusal, isBusy: false });
  });
});
