import type { Program } from "../../model/program.ts";
import type { Criterion } from "../../score/criterion.ts";
import type { PairRule } from "../rule.ts";
import { preparedTopics } from "../shared-topic.ts";

/**
 * Refuses mentors who do not cover a topic that the mentee marked `indispensable`, at the level wanted. In force in every
 * programme. What covers a topic is judged by the programme's own topics criterion, with its aliases.
 */
export function indispensableTopics(criteria: readonly Criterion[]): PairRule {
  return {
    kind: "pair",
    dependsOn: "pair",
    name: "indispensableTopics",
    waivable: false,
    because: {
      en: "a topic that the mentee cannot do without is not offered at the level wanted",
      tr: "mentee'nin vazgeçemediği bir konu istenen düzeyde sunulmuyor",
    },
    prepare: (program) => {
      if (!program.mentees.some(({ learns }) => learns.some(isIndispensable))) return { refuses: () => false };
      const prepared = preparedTopics(criteria, program);
      return { refuses: (mentee, mentor) => !prepared.coversIndispensable(mentee, mentor) };
    },
  };
}

function isIndispensable(wish: Program["mentees"][number]["learns"][number]): boolean {
  return typeof wish === "object" && wish.indispensable === true;
}
