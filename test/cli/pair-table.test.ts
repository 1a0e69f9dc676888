import { describe, expect, it } from "vitest";
import { SAMPLE } from "../../src/cli/sample.ts";
import { runCommand } from "../support/run-command.ts";

const shown = { isOutputShown: true };

async function onTerminal(argv: readonly string[], files: Readonly<Record<string, string>> = SAMPLE): Promise<string> {
  const { exit, stdout } = await runCommand(["match", ...argv], files, () => undefined, shown);
  expect(exit).toBe(0);
  return stdout;
}

describe("match on a terminal", () => {
  it("shows the pairs by name, who is left out with what would help, and what to do next", async () => {
    expect(await onTerminal([])).toMatchInlineSnapshot(`
      "Score  Mentee                  Mentor                  Can meet
        100  Haluk Ersoy             Deniz Kara              Tuesday 10:00–11:00
             AI assistants, Podcasting
        100  Jale Aksoy              Ece Yalçın              Wednesday 15:00–17:00
             short video

      Left out: 2
        Aylin Demir (mentee)
             None of the 3 mentors is a candidate. 3 are ruled out (one is in the
             other's reporting line); for all of them it is the only reason.
        Mert Uslu (mentor)
             Ask whether haluk (mentee) would take one more mentor: new pair mert -
             haluk (50/100); nobody loses their place. Without quotas this person
             would not be paired either.

      Next: tersine match --report report.html
      "
    `);
    expect(await onTerminal(["--language", "tr"])).toMatchInlineSnapshot(`
      "Puan   Mentee                  Mentor                  Görüşebilecekleri zaman
        100  Haluk Ersoy             Deniz Kara              Salı 10:00–11:00
             AI assistants, Podcasting
        100  Jale Aksoy              Ece Yalçın              Çarşamba 15:00–17:00
             short video

      Eşleşemeyenler: 2
        Aylin Demir (mentee)
             3 mentor arasında aday yok. 3 kişi elendi (biri diğerinin üst-ast
             hattında); hepsinde tek engel bu.
        Mert Uslu (mentor)
             haluk (mentee) 1 kişi daha kabul ederse: yeni eşleşme mert - haluk
             (50/100); kimse eşleşmesiz kalmaz. Kotalar olmasa da bu kişi eşleşmezdi.

      Sonraki adım: tersine match --report report.html
      "
    `);
  });

  it("stays within 80 columns, and cuts nothing, with names and topics of any length up to the column", async () => {
    const topics = Array.from({ length: 12 }, (_, at) => `subject number ${String(at)}`);
    const files = {
      "people.csv": "id,name,level\na,Ayşe Büyükkaragözoğlu,5\nb,Mehmet Ali Yılmazer,1\n",
      "mentors.csv": `id,teaches\nb,"${topics.join("; ")}"\n`,
      "mentees.csv": `id,learns\na,"${topics.join("; ")}"\n`,
      "tersine.config.json": JSON.stringify({
        ...{ version: 1, people: "people.csv", mentors: "mentors.csv", mentees: "mentees.csv" },
        match: { rules: ["reverse"] },
      }),
    };
    for (const language of ["en", "tr"]) {
      const text = await onTerminal(["--language", language], files);
      expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
      for (const part of ["Ayşe Büyükkaragözoğlu", "Mehmet Ali Yılmazer", ...topics])
        expect(text.replaceAll(/\s+/gu, " ")).toContain(part);
    }
  });

  it("piped, with --json, or with an output of its own the pairs are data as before", async () => {
    expect((await runCommand(["match"], SAMPLE)).stdout).toMatch(/^mentorId,menteeId/u);
    expect(await onTerminal(["--json"])).toMatch(/^\{/u);
    expect(await onTerminal(["--out", "pairs.csv"])).toBe("");
  });

  it("does not ask for changes beside quotas or another objective, which know none", async () => {
    const config = JSON.parse(SAMPLE["tersine.config.json"] ?? "") as { match: object };
    for (const objective of ["score", "fair", "stable"]) {
      const match = { rules: ["noReportingLine", "reverse"], objective };
      const files = { ...SAMPLE, "tersine.config.json": JSON.stringify({ ...config, match }) };
      expect(await onTerminal([], files)).toContain("Haluk Ersoy");
    }
  });
});
