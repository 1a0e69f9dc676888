import { compareText } from "../base/text.ts";
import type { Program } from "../model/program.ts";
import type { Warning } from "../model/warning.ts";
import { checkWord } from "./settings.ts";

/** What happens to pairs for whom a rule lacks data: `reject` refuses them, `allow` lets them pass this rule. */
export type UnknownPolicy = "reject" | "allow";

/** Refuses another word than the two policies. */
export function checkUnknown(unknown: unknown): asserts unknown is UnknownPolicy {
  checkWord(unknown, "/unknown", ["reject", "allow"]);
}

/** One warning that counts and names those for whom the rule has no data; none if there is nobody. */
export function unknownData(
  rule: string,
  { mentors, mentees }: Program,
  isKnown: { readonly mentor: (index: number) => boolean; readonly mentee: (index: number) => boolean },
  unknown: UnknownPolicy,
): readonly Warning[] {
  const without = [
    ...mentors.filter((_, index) => !isKnown.mentor(index)),
    ...mentees.filter((_, index) => !isKnown.mentee(index)),
  ];
  const ids = [...new Set(without.map(({ id }) => id))].sort(compareText);
  if (ids.length === 0) return [];
  const [en, tr] = unknown === "reject" ? ["refused", "reddedildi"] : ["allowed", "kabul edildi"];
  return [
    {
      code: "RULE_DATA_UNKNOWN",
      en: `${rule}: ${ids.length} participants lack the data that it asks for; their pairs are ${en} by this rule.`,
      tr: `${rule}: ${ids.length} katılımcıda bu kuralın gerektirdiği veri yok; eşleşmeleri bu kuralca ${tr}.`,
      ids,
    },
  ];
}
