import { compareText } from "../base/text.ts";
import type { MenteeEntry, MentorEntry } from "../index.ts";
import { applyAll, type PlacedEvent } from "./apply.ts";
import type { PoolEvent } from "./event.ts";
import { throwingAll } from "./issues.ts";
import { type Member, type Roster } from "./roster.ts";
import { instantText } from "./time.ts";
import { SIDES } from "./words.ts";
import type { Present } from "./worth.ts";

/** Takes out everybody whose last day is over, and tells it as events. */
export function sendHome(roster: Roster, now: number): readonly PoolEvent[] {
  const gone = SIDES.flatMap((side) =>
    goneIn(roster[side], now).map(({ entry }): PoolEvent => ({ at: instantText(now), leave: entry.id, side })),
  );
  if (gone.length === 0) return gone;
  const placed = gone.map((event): PlacedEvent => ({ event, path: "", at: now }));
  throwingAll((refuse) => {
    applyAll(roster, placed, refuse);
  });
  return gone;
}

function goneIn(members: ReadonlyMap<string, Member>, now: number): readonly Member[] {
  const gone: Member[] = [];
  for (const member of members.values()) if (member.goneMs <= now) gone.push(member);
  return gone.sort((a, b) => compareText(a.id, b.id));
}

/** Those with a free place, each side by id. */
export function presentIn({ mentee, mentor }: Roster): Present {
  return { mentees: withPlaces<MenteeEntry>(mentee), mentors: withPlaces<MentorEntry>(mentor) };
}

function withPlaces<Entry extends MentorEntry | MenteeEntry>(
  members: ReadonlyMap<string, Member<Entry>>,
): readonly Member<Entry>[] {
  const free: Member<Entry>[] = [];
  for (const member of members.values()) if (member.places > 0) free.push(member);
  return free.sort((a, b) => compareText(a.id, b.id));
}
