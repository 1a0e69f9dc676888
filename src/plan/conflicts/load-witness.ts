import { counted, figureText } from "../../base/figures.ts";
import type { Sentence } from "../../base/sentence.ts";
import { ruleTitle } from "../../rules/titles.ts";
import type { InfeasibleWitness } from "../../explain/result.ts";
import type { LoadWitness } from "../../solve/problem.ts";
import type { Pool } from "../pool.ts";

/** People whose loads cannot be met together, in the organiser's words. */
export function loadWitness({ program, graph }: Pool, witness: LoadWitness): InfeasibleWitness {
  const side = witness.side === "row" ? "mentee" : "mentor";
  const { needed, available } = witness;
  const people = side === "mentee" ? program.mentees : program.mentors;
  const ids = Array.from(witness.nodes).flatMap((index) => people[index]?.id ?? []);
  const counts = side === "mentee" ? graph.refusals.mentees : graph.refusals.mentors;
  const refusing = graph.rules.filter((_, rule) =>
    Array.from(witness.nodes).some((person) => (counts.by[rule]?.[person] ?? 0) > 0),
  );
  const [after, sonra] = underRules(refusing.map(({ name }) => name));
  return {
    side,
    ids,
    needed,
    available,
    en: `${counted(ids.length, side)} must have ${counted(needed, "partner")}${ids.length === 1 ? "" : " together"}; ${possibleText(available).en}${after}.`,
    tr: `${figureText(ids.length).tr} ${side} için ${ids.length === 1 ? "" : "toplam "}${figureText(needed).tr} eşleşme gerekiyor; ${possibleText(available).tr}${sonra}.`,
  };
}

/** How many are possible, in the middle of a sentence. */
export function possibleText(available: number): Sentence {
  if (available === 0) return { en: "none is possible", tr: "hiçbiri mümkün değil" };
  const { en, tr } = figureText(available);
  return { en: `at most ${en} ${available === 1 ? "is" : "are"} possible`, tr: `en çok ${tr} mümkün` };
}

/** Which rules leave so few, each once, in both languages; nothing without any. */
export function underRules(names: readonly string[]): readonly [en: string, tr: string] {
  const titles = [...new Set(names)].map(ruleTitle);
  if (titles.length === 0) return ["", ""];
  const [en, tr] = [titles.map((title) => title.en).join(", "), titles.map((title) => title.tr).join(", ")];
  return titles.length === 1
    ? [` under the rule ${en}`, ` (${tr} kuralı nedeniyle)`]
    : [` under the rules ${en}`, ` (${tr} kuralları nedeniyle)`];
}
