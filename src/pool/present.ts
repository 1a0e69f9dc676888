import type { MenteeEntry, MentorEntry } from "../index.ts";
import { applyAll, type PlacedEvent } from "./apply.ts";
import type { PoolEvent } from "./event.ts";
import { throwingAll } from "./issues.ts";
import { compare, type Member, normalId, type Roster } from "./roster.ts";
import { instantText } from "./time.ts";
import { SIDES } from "./words.ts";
import type { Present } from "./worth.ts";

/** Takes out everybody whose last day is over, and tells it as events. */
export function sendHome(roster: Roster, now: number): readonly PoolEvent[] {
  const gone = SIDES.flatMap((side) =>
    [...roster[side].values()]
      .filter(({ goneMs }) => goneMs <= now)
      .sort((a, b) => compare(a.entry.id, b.entry.id))
      .map(({ entry }): PoolEvent => ({ at: instantText(now), leave: entry.id, side })),
  );
  const placed = gone.map((event): PlacedEvent => ({ event, path: "", at: now }));
  throwingAll((refuse) => {
    applyAll(roster, placed, refuse);
  });
  return gone;
}

/** Those with a free place, each side by id. */
export function presentIn({ mentee, mentor }: Roster): Present {
  return { mentees: withPlaces<MenteeEntry>(mentee), mentors: withPlaces<MentorEntry>(mentor) };
}

function withPlaces<Entry extends MentorEntry | MenteeEntry>(
  members: ReadonlyMap<string, Member<Entry>>,
): readonly Member<Entry>[] {
  const free = [...members.values()].filter(({ places }) => places > 0);
  return free.sort((a, b) => compare(normalId(a.entry.id), normalId(b.entry.id)));
}
