import type { Sentence } from "../../base/sentence.ts";
import { figureText } from "../../base/figures.ts";
import type { PoolPolicy } from "../policy.ts";
import { dayText } from "../words.ts";

/** What a policy says, as a short title. */
export function policyText({ every, waiting = 0, keepFlexible, patience }: PoolPolicy): Sentence {
  const parts: Sentence[] = [everyText(every)];
  if (waiting > 0) {
    const points = figureText(waiting / 10_000, 4);
    parts.push({ en: `${points.en} points a day of waiting`, tr: `beklenen her gün için ${points.tr} puan` });
  }
  if ((keepFlexible?.points ?? 0) > 0) {
    parts.push(KEPT[keepFlexible?.side ?? "mentor"]);
  }
  if (patience !== undefined) {
    const [score, days] = [figureText(patience.score * 100, 1), dayText(patience.days)];
    parts.push({
      en: `pairs below ${score.en} points held back, at most ${days.en}`,
      tr: `${score.tr} puanın altındaki eşleşmeler en çok ${days.tr} bekletiliyor`,
    });
  }
  return { en: parts.map(({ en }) => en).join("; "), tr: parts.map(({ tr }) => tr).join("; ") };
}

const KEPT = {
  mentor: { en: "versatile mentors kept", tr: "çok yönlü mentorlar sonraya saklanıyor" },
  mentee: { en: "versatile mentees kept", tr: "çok yönlü menteeler sonraya saklanıyor" },
};

function everyText(every: number): Sentence {
  if (every === 0) return { en: "At each arrival", tr: "Her katılımda" };
  if (every === 1) return { en: "Every day", tr: "Her gün" };
  const days = dayText(every);
  return { en: `Every ${days.en}`, tr: `${days.tr}de bir` };
}
