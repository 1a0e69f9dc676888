import type { MeetingWindow, Pair } from "../index.ts";
import type { Shown } from "./shown.ts";

/** When two people can meet: one time where both clocks agree, and else the mentor's and the mentee's. */
export function meetingText({ mentor, mentee }: MeetingWindow, { words }: Pick<Shown, "words">): string {
  const [own, other] = [mentor, mentee].map(({ day, start, end }) => `${words.days[day]} ${start}–${end}`);
  return own === other ? (own ?? "") : `${own} / ${other}`;
}

/** Wished topics that the mentor covers, in the mentee's order, as the catalogue calls them in the language. */
export function sharedTopics({ contributions }: Pair, { language }: Pick<Shown, "language">): readonly string[] {
  return contributions.flatMap(({ facts }) =>
    facts.kind === "topics" ? facts.shared.map(({ topic, labels }) => labels?.[language] ?? topic) : [],
  );
}
