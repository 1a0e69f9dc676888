import type { Program } from "../model/program.ts";
import type { PairRule } from "./rule.ts";

/** Nobody is paired with themselves. In force in every programme. */
export const notSelf: PairRule = {
  kind: "pair",
  dependsOn: "pair",
  between: "anyTwo",
  name: "notSelf",
  waivable: false,
  because: { en: "it is one and the same person", tr: "ikisi aynı kişi" },
  prepare: ({ personOfMentor, personOfMentee }) => ({
    refuses: (mentee, mentor) => personOfMentor[mentor] === personOfMentee[mentee],
  }),
};

/** Nobody is paired with a person on their `avoid` list, or who has them on theirs. In force in every programme. */
export const avoid: PairRule = {
  kind: "pair",
  dependsOn: "pair",
  between: "anyTwo",
  name: "avoid",
  waivable: false,
  because: { en: "one of the two asked to avoid the other", tr: "ikisinden biri diğeriyle eşleşmek istemedi" },
  prepare: (program) => {
    const avoidedByMentor = listed(program, "mentors");
    const avoidedByMentee = listed(program, "mentees");
    return {
      refuses: (mentee, mentor) =>
        avoidedByMentor[mentor]?.has(mentee) === true || avoidedByMentee[mentee]?.has(mentor) === true,
    };
  },
};

/** For each person of a side the indices on the other side that they avoid; `undefined` for none. */
function listed(program: Program, side: "mentors" | "mentees"): readonly (ReadonlySet<number> | undefined)[] {
  const others = side === "mentors" ? program.mentees : program.mentors;
  let indexOf: ReadonlyMap<string, number> | undefined;
  return program[side].map(({ avoid: ids = [] }) => {
    if (ids.length === 0) return undefined;
    const known = (indexOf ??= new Map(others.map(({ id }, index) => [id, index])));
    const indices = ids.flatMap((id) => known.get(id) ?? []);
    return indices.length === 0 ? undefined : new Set(indices);
  });
}
