import { counted } from "../base/figures.ts";
import type { PreparedProgramme, Reason } from "../index.ts";
import type { UnmatchedMember, UnmatchedMemberCode } from "./result.ts";
import { againstTwo, type Seat, type Seats, waysOf } from "./seats.ts";
import type { Shape } from "./shape.ts";

/** Everybody in no group, with a code each and what it rests on: mentees by id, then mentors; of circles all by id. */
export function unmatchedMembers(
  programme: PreparedProgramme,
  seats: Seats,
  shape: Shape,
  possibleOf: Int32Array,
  isPlaced: Uint8Array,
): readonly UnmatchedMember[] {
  const left = seats.all.flatMap((seat, place): UnmatchedMember[] => {
    if (isPlaced[place] === 1) return [];
    const possible = possibleOf[place]!;
    const code = codeOf(seats, place, possible);
    return [
      { id: seat.id, side: sideOf(seat), code, possible, reasons: reasonsOf(programme, seats, place, code, possible) },
    ];
  });
  return [...left, ...sittingOut(programme, seats, shape)].sort((a, b) => compare(a, b));
}

const SIDE_ORDER = { mentee: 0, both: 0, mentor: 1 };

function compare(a: UnmatchedMember, b: UnmatchedMember): number {
  return SIDE_ORDER[a.side] - SIDE_ORDER[b.side] || (a.id < b.id ? -1 : Number(a.id > b.id));
}

export function sideOf({ mentee, mentor }: Pick<Seat, "mentee" | "mentor">): UnmatchedMember["side"] {
  if (mentee < 0) return "mentor";
  return mentor < 0 ? "mentee" : "both";
}

/** Those who take no part, because their capacity is 0. */
function sittingOut(
  { participants, mentees, mentors }: PreparedProgramme,
  seats: Seats,
  shape: Shape,
): readonly UnmatchedMember[] {
  const reason = (): Reason => ({
    about: "notThisRound",
    audience: "participant",
    en: "Not taking part in this round (capacity 0).",
    tr: "Bu tura katılmıyor (kapasite 0).",
  });
  const member = (id: string, side: UnmatchedMember["side"]): UnmatchedMember => ({
    id,
    side,
    code: "notThisRound",
    possible: 0,
    reasons: [reason()],
  });
  if (shape.isCircle) {
    const seated = new Set(seats.all.map(({ id }) => id));
    return participants
      .filter(({ id }) => !seated.has(id))
      .map(({ id, mentee = -1, mentor = -1 }) => member(id, sideOf({ mentee, mentor })));
  }
  const out = (people: readonly { readonly id: string; readonly capacity: number }[]): readonly string[] =>
    people.filter(({ capacity }) => capacity === 0).map(({ id }) => id);
  return [...out(mentees).map((id) => member(id, "mentee")), ...out(mentors).map((id) => member(id, "mentor"))];
}

function codeOf({ all, isAllowed }: Seats, place: number, possible: number): UnmatchedMemberCode {
  if (possible > 0) return "outscored";
  const own = all[place]!;
  const hasPartner = all.some((other, at) => isAllowed(place, at) && waysOf(own, other).length > 0);
  return hasPartner ? "noGroup" : "noCandidate";
}

function reasonsOf(
  programme: PreparedProgramme,
  seats: Seats,
  place: number,
  code: UnmatchedMemberCode,
  possible: number,
): readonly Reason[] {
  if (code === "outscored") {
    return [
      {
        about: code,
        audience: "organiser",
        en: `Fits into ${counted(possible, "possible group")}, but other groups are better together.`,
        tr: `Bu kişiyle kurulabilecek ${String(possible)} grup var, ama başka gruplarla toplam daha iyi.`,
      },
    ];
  }
  const first: Reason =
    code === "noGroup"
      ? {
          about: code,
          audience: "organiser",
          en: "Has candidates, but no group of the sizes asked for in which all may be together.",
          tr: "Adayı var, ama istenen büyüklükte, herkesin bir arada olabileceği bir grup kurulamıyor.",
        }
      : {
          about: code,
          audience: "organiser",
          en: "The rules allow nobody whom this person could learn from or teach.",
          tr: "Kurallar, bu kişinin bir şey öğrenebileceği ya da öğretebileceği kimseye izin vermiyor.",
        };
  return [first, ...refusalReasons(programme, seats, place)];
}

/** How many people each rule keeps away from a person, the most first, ties by name. */
function refusalReasons(programme: PreparedProgramme, { all, isAllowed }: Seats, place: number): readonly Reason[] {
  const counts = new Map<string, { count: number; readonly reason: Reason }>();
  all.forEach((other, at) => {
    if (at === place || isAllowed(place, at)) return;
    const told = new Set<string>();
    for (const reason of againstTwo(programme, all[place]!, other)) {
      if (told.has(reason.about)) continue;
      told.add(reason.about);
      const known = counts.get(reason.about);
      if (known === undefined) counts.set(reason.about, { count: 1, reason });
      else known.count += 1;
    }
  });
  const listed = [...counts.values()].sort((a, b) => b.count - a.count || (a.reason.about < b.reason.about ? -1 : 1));
  return listed.map(({ count, reason }) => ({
    about: reason.about,
    audience: reason.audience,
    en: `${counted(count, "person", "people")}: ${reason.en}`,
    tr: `${String(count)} kişi: ${reason.tr}`,
  }));
}
