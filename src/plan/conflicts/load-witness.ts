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
  const names = [...new Set(refusing.map(({ name }) => name))].join(", ");
  const [after, sonra] = afterRules(names);
  return {
    side,
    ids,
    needed,
    available,
    en: `${ids.length} ${side}s must have ${needed} partners together; at most ${available} are possible${after}.`,
    tr: `${ids.length} kişinin (${side}) birlikte ${needed} eşi olmalı; en çok ${available} mümkün${sonra}.`,
  };
}

/** "after these rules", in both languages; nothing without any. */
export function afterRules(names: string): readonly [en: string, tr: string] {
  return names === "" ? ["", ""] : [` after ${names}`, ` (${names} kurallarından sonra)`];
}
