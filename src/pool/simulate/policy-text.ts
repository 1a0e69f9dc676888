import type { Sentence } from "../../base/sentence.ts";
import { figureText } from "../../base/figures.ts";
import type { PoolPolicy } from "../policy.ts";
import { dayText } from "../words.ts";

/** Most decimals of points and days: enough to tell any two policies apart. */
const DECIMALS = 4;

/** What a policy says, as a short title. Policies that differ in what they do differ in it. */
export function policyText(policy: PoolPolicy): Sentence {
  const parts = [everyText(policy.every), ...weightParts(policy), ...conditionParts(policy)];
  return { en: parts.map(({ en }) => en).join("; "), tr: parts.map(({ tr }) => tr).join("; ") };
}

/** What is added to pairs. */
function weightParts({
  waiting = 0,
  keepFlexible: { points = 0, window, side = "mentor" } = { points: 0 },
}: PoolPolicy) {
  const parts: Sentence[] = [];
  if (waiting > 0) {
    const { en, tr } = pointText(waiting / 10_000);
    parts.push({ en: `${en} a day of waiting`, tr: `beklenen her gün için ${tr}` });
  }
  if (points > 0) {
    const [{ en, tr }, { en: kept, tr: saklanan }] = [pointText(points / 10_000), KEPT[side]];
    const days = window === undefined ? undefined : dayText(window, DECIMALS);
    parts.push({
      en: `${kept} (up to ${en}${days === undefined ? "" : `, by those who joined in the last ${days.en}`})`,
      tr: `${saklanan} (en çok ${tr}${days === undefined ? "" : `, son ${days.tr}de katılanlara göre`})`,
    });
  }
  return parts;
}

/** What decides beside points. */
function conditionParts({ patience, again, objective }: PoolPolicy) {
  const parts: Sentence[] = [];
  if (patience !== undefined) {
    const [{ en }, days] = [pointText(patience.score * 100), dayText(patience.days, DECIMALS)];
    const bar = figureText(patience.score * 100, DECIMALS).tr;
    parts.push({
      en: `pairs below ${en} held back, at most ${days.en}`,
      tr: `${bar} puanın altındaki eşleşmeler en çok ${days.tr} bekletiliyor`,
    });
  }
  if (again !== undefined) {
    const { en, tr } = dayText(again, DECIMALS);
    parts.push({
      en: again === 0 ? "pairs that ended may come back at once" : `pairs that ended may come back after ${en}`,
      tr:
        again === 0
          ? "biten eşleşmeler hemen yeniden önerilebilir"
          : `biten eşleşmeler ${tr} sonra yeniden önerilebilir`,
    });
  }
  if (objective !== undefined) parts.push(OBJECTIVE[objective]);
  return parts;
}

const OBJECTIVE = {
  coverage: { en: "most people first", tr: "önce en çok kişi" },
  score: { en: "the best total score first", tr: "önce en yüksek toplam puan" },
};

const KEPT = {
  mentor: { en: "versatile mentors kept", tr: "çok yönlü mentorlar sonraya saklanıyor" },
  mentee: { en: "versatile mentees kept", tr: "çok yönlü mentee'ler sonraya saklanıyor" },
};

function pointText(points: number): Sentence {
  const { en, tr } = figureText(points, DECIMALS);
  return { en: `${en} ${en === "1" ? "point" : "points"}`, tr: `${tr} puan` };
}

function everyText(every: number): Sentence {
  if (every === 0) return { en: "At each arrival", tr: "Her katılımda" };
  if (every === 1) return { en: "Every day", tr: "Her gün" };
  const days = dayText(every, DECIMALS);
  return { en: `Every ${days.en}`, tr: `${days.tr}de bir` };
}
