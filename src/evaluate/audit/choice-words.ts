import type { Sentence } from "../../base/sentence.ts";
import { counted } from "../../base/figures.ts";
import { joined, type Side } from "../sentence.ts";
import type { Count } from "../statistics/proportions.ts";
import type { AuditGroup } from "./groups.ts";
import { groupWords } from "./words.ts";

type Named = Pick<AuditGroup, "name" | "kind">;

/** "46 mentees of F: half of them have 12 candidates or more, 3 have none." */
export function choiceSentence(group: Named, side: Side, { k, n }: Count, median: number): Sentence {
  const named = groupWords(group);
  const none = n - k;
  const half =
    median === 0
      ? []
      : [
          {
            en: `half of them have ${counted(median, "candidate")} or more,`,
            tr: `yarısının ${median} veya daha çok adayı var,`,
          },
        ];
  return joined([
    { en: `${counted(n, side)} of ${named.en}:`, tr: `${named.tr}, ${n} ${side}:` },
    ...half,
    none === 0
      ? { en: "nobody is without one.", tr: "adayı olmayan yok." }
      : { en: `${none} ${none === 1 ? "has" : "have"} none.`, tr: `${none} kişinin hiç adayı yok.` },
  ]);
}

/** "12 of 46 mentees of F wish for "Excel"; 9 of them have a candidate who offers it." */
export function topicSentence(
  topic: string,
  group: Named,
  { people, wishing, offered }: { readonly people: number; readonly wishing: number; readonly offered: number },
): Sentence {
  const named = groupWords(group);
  const wish = {
    en: `${wishing} of ${counted(people, "mentee")} of ${named.en} ${wishing === 1 ? "wishes" : "wish"} for "${topic}"`,
    tr: `${named.tr}: ${people} mentee içinden ${wishing} kişi "${topic}" konusunu istiyor`,
  };
  if (wishing === 0) return { en: `${wish.en}.`, tr: `${wish.tr}.` };
  return {
    en: `${wish.en}; ${offered} of them ${offered === 1 ? "has" : "have"} a candidate who offers it.`,
    tr: `${wish.tr}; bunlardan ${offered} kişi için konuyu sunan bir aday var.`,
  };
}
