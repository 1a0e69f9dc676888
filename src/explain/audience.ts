import { asPublic } from "../base/public.ts";
import type { Sentence } from "../base/sentence.ts";
import type { Contribution } from "../score/pair-score.ts";

/**
 * Who may read something of a result. `organiser`: those who run the programme. `participant`: also the people whom it is
 * about, each of their own pair. `public`: everybody.
 */
export type Audience = "organiser" | "participant" | "public";

/** Kinds of facts that the two people of a pair may read: what they stated themselves, and times. No age, no wish list. */
const FOR_THE_TWO: ReadonlySet<string> = new Set(["topics", "goals", "availability", "language"]);

/** Who may read why a pair has a score. What is unknown of somebody is for the organisers. */
export function audienceOfReason({ facts }: Pick<Contribution, "facts">): Audience {
  return facts.missing === undefined && FOR_THE_TWO.has(facts.kind) ? "participant" : "organiser";
}

/**
 * Who may read each field of a result, by its path with `*` for any item. A path stands for everything below it, unless
 * that has a line of its own; what has no line is for the organisers.
 */
export const AUDIENCES: readonly (readonly [path: string, audience: Audience])[] = [
  ["/status", "public"],
  ["/totals/mentors", "public"],
  ["/totals/mentees", "public"],
  ["/totals/pairs", "public"],
  ["/totals/placedMentors", "public"],
  ["/totals/placedMentees", "public"],
  ["/demand", "public"],
  ["/manifest/version", "public"],
  ["/pairs/*/mentorId", "participant"],
  ["/pairs/*/menteeId", "participant"],
  ["/pairs/*/meetings", "participant"],
];

/**
 * Who may read a field of a result. A reason says it itself, in `audience`.
 *
 * @param path JSON Pointer, such as `/pairs/0/meetings/1/weeks`
 */
export function audienceOf(path: string): Audience {
  return asPublic("audienceOf", () => {
    const parts = path.split("/");
    const isAbove = (pattern: string): boolean =>
      pattern.split("/").every((part, place) => (part === "*" ? parts[place] !== undefined : parts[place] === part));
    const above = AUDIENCES.filter(([pattern]) => isAbove(pattern));
    const [nearest] = above.sort(([a], [b]) => b.split("/").length - a.split("/").length);
    return nearest?.[1] ?? "organiser";
  });
}

/** What participants are told of a pair that is not made, and of why somebody is left out, whatever the reason. */
export const NEUTRAL: Readonly<Record<"pair" | "person", Sentence>> = {
  pair: { en: "The two cannot be paired in this round.", tr: "Bu tur eşleştirilemiyorlar." },
  person: {
    en: "There is no pair for you in this round.",
    tr: "Bu tur sizin için bir eşleşme oluşmadı.",
  },
};

/**
 * The reasons that somebody may read of a pair, or of a person who is left out. Where some are held back and none is left, one neutral sentence stands for all, so
 * that nobody can tell a confidential reason from another.
 */
export function reasonsFor(
  audience: Audience,
  reasons: readonly (Sentence & { readonly audience: Audience })[],
  about: "pair" | "person" = "pair",
): readonly Sentence[] {
  return asPublic("reasonsFor", () => {
    const readable = reasons.filter((reason) => mayRead(audience, reason.audience));
    return readable.length === 0 && reasons.length > 0 ? [NEUTRAL[about]] : readable.map(({ en, tr }) => ({ en, tr }));
  });
}

function mayRead(reader: Audience, audience: Audience): boolean {
  const rank: Readonly<Record<Audience, number>> = { organiser: 0, participant: 1, public: 2 };
  return rank[audience] >= rank[reader];
}
