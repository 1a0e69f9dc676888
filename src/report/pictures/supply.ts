import type { TopicDemand } from "../../index.ts";
import { picture, round } from "../charts.ts";
import { escapeText } from "../html.ts";
import { numeral } from "../numbers.ts";
import type { Shown } from "../shown.ts";

/** Topics drawn; the table has all of them. */
const MOST_TOPICS = 15;
const WIDTH = 340;
const ROW = 46;
/** Longest bar; the figure stands behind it. */
const LONGEST = WIDTH - 44;

/** For each topic how many wish for it above how many places there are, those that lack most first. */
export function supplyPicture(demand: readonly TopicDemand[], shown: Shown): string {
  const { words, language } = shown;
  const drawnTopics = demand.slice(0, MOST_TOPICS);
  const most = drawnTopics.reduce((largest, { wishedBy, places }) => Math.max(largest, wishedBy, places), 1);
  const bar = (y: number, value: number, place: number): string => {
    const width = round((value / most) * LONGEST);
    return `<rect class="s${place}" x="0" y="${y}" width="${width}" height="11"/><text x="${round(width + 5)}" y="${y + 10}">${numeral(language, value)}</text>`;
  };
  const rows = drawnTopics.map(({ topic, wishedBy, places }, row) => {
    const y = row * ROW;
    return `<text class="label" x="0" y="${y + 13}">${escapeText(topic)}</text>${bar(y + 18, wishedBy, 1)}${bar(y + 30, places, 0)}`;
  });
  const told = drawnTopics.map(
    ({ topic, wishedBy, places }) =>
      `${topic}: ${words.wished} ${numeral(language, wishedBy)}, ${words.offeredPlaces} ${numeral(language, places)}`,
  );
  const keys = [
    [1, words.wished],
    [0, words.offeredPlaces],
  ].map(
    ([place, name]) =>
      `<li><svg aria-hidden="true" width="12" height="12"><rect class="s${place}" width="12" height="12"/></svg> ${name}</li>`,
  );
  const frame = { title: words.topics, told: told.join("; "), width: WIDTH, height: drawnTopics.length * ROW };
  return `<figure><ul class="legend">${keys.join("")}</ul>${picture(frame, rows.join(""), "drawing")}</figure>`;
}
