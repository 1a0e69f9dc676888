import { normalId } from "../base/ids.ts";
import type { CandidatePair, MatchInput, PairOfIds } from "../index.ts";
import { participants } from "./loads.ts";
import type { ReadTalks } from "./options.ts";
import type { PersonTalks } from "./order.ts";

/**
 * `noCandidate`: rules refuse everybody. `fewCandidates`: the person talks with everybody whom the rules allow. `noFreePlace`:
 * those whom the rules allow have no more talks to give, whoever gets them. `limits`: quotas or `spread` may stand in the way too.
 */
export type FewerCode = "noCandidate" | "fewCandidates" | "noFreePlace" | "limits";

/** Somebody with fewer talks than asked for. For the organisers. */
export interface Fewer {
  readonly id: string;
  readonly side: "mentor" | "mentee";
  readonly talks: number;
  /** The fewest asked for. */
  readonly asked: number;
  /** People of the other side whom the rules allow. */
  readonly candidates: number;
  readonly code: FewerCode;
  readonly en: string;
  readonly tr: string;
}

/** A mentee with choices of whom none is on the list: `refused` by rules, or `taken` since others need their talks. */
export interface FavouriteMissing {
  readonly menteeId: string;
  readonly code: "refused" | "taken";
  readonly en: string;
  readonly tr: string;
}

interface Known {
  readonly input: MatchInput;
  readonly asked: ReadTalks;
  readonly candidates: readonly CandidatePair[];
  readonly wishes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Everybody who takes part and has fewer talks than the fewest asked for, in the order of `people`. */
export function fewerTalks(people: readonly PersonTalks[], { input, asked, candidates }: Known): readonly Fewer[] {
  const partOf = { mentee: new Set(participants(input.mentees)), mentor: new Set(participants(input.mentors)) };
  const counts = { mentee: new Map<string, number>(), mentor: new Map<string, number>() };
  const count = (side: "mentee" | "mentor", id: string): void =>
    void counts[side].set(id, (counts[side].get(id) ?? 0) + 1);
  for (const { mentorId, menteeId } of candidates) {
    count("mentee", menteeId);
    count("mentor", mentorId);
  }
  const isLimited = (asked.match.quotas ?? []).length > 0;
  return people.flatMap(({ id, side, partners }): readonly Fewer[] => {
    const [fewest] = asked[`${side}s`];
    if (partners.length >= fewest || !partOf[side].has(id)) return [];
    const known = { talks: partners.length, asked: fewest, candidates: counts[side].get(id) ?? 0 };
    const code = codeOf(known, isLimited);
    return [{ id, side, ...known, code, ...sentenceOf(code, side, known) }];
  });
}

interface Counts {
  readonly talks: number;
  readonly asked: number;
  readonly candidates: number;
}

function codeOf({ talks, candidates }: Counts, isLimited: boolean): FewerCode {
  if (candidates === 0) return "noCandidate";
  if (talks === candidates) return "fewCandidates";
  return isLimited ? "limits" : "noFreePlace";
}

function sentenceOf(
  code: FewerCode,
  side: "mentor" | "mentee",
  { talks, asked, candidates }: Counts,
): { readonly en: string; readonly tr: string } {
  const other = side === "mentor" ? "mentee" : "mentor";
  const others = `${candidates} ${other}${candidates === 1 ? "" : "s"}`;
  const head = {
    en: talks === 0 ? "Has no talk" : `Has ${talks} ${talks === 1 ? "talk" : "talks"} instead of ${asked}`,
    tr: talks === 0 ? "Görüşmesi yok" : `${asked} yerine ${talks} görüşmesi var`,
  };
  const [en, tr] = {
    noCandidate: ["the rules allow nobody", "kurallar kimseye izin vermiyor"],
    fewCandidates: [`the rules allow only ${others}`, `kurallar yalnızca ${candidates} ${DATIVE[other]} izin veriyor`],
    noFreePlace: [
      candidates === 1
        ? `the only ${other} whom the rules allow has no more talks to give`
        : `the ${others} whom the rules allow have no more talks to give`,
      `kuralların izin verdiği ${candidates} ${GENITIVE[other]} görüşme hakkı doldu`,
    ],
    limits: [
      "quotas, limits on departments or other talks leave no more",
      "kotalar, bölüm sınırları ya da öbür görüşmeler daha fazlasına yer bırakmıyor",
    ],
  }[code] as [string, string];
  return { en: `${head.en}: ${en}.`, tr: `${head.tr}: ${tr}.` };
}

const DATIVE = { mentor: "mentora", mentee: "mentee'ye" } as const;
const GENITIVE = { mentor: "mentorun", mentee: "mentee'nin" } as const;

/** Mentees with choices of whom none is on the list, by id; those who sit the round out are not asked. */
export function missingFavourites(
  pairs: readonly (PairOfIds & { readonly favourite?: true })[],
  { input, candidates, wishes }: Known,
): readonly FavouriteMissing[] {
  const having = new Set(pairs.filter(({ favourite }) => favourite === true).map(({ menteeId }) => menteeId));
  const able = new Set(
    candidates
      .filter(({ mentorId, menteeId }) => wishes.get(menteeId)?.has(normalId(mentorId)) === true)
      .map(({ menteeId }) => menteeId),
  );
  return participants(input.mentees)
    .filter((id) => wishes.has(id) && !having.has(id))
    .map((menteeId): FavouriteMissing => {
      if (able.has(menteeId)) {
        return {
          menteeId,
          code: "taken",
          en: "None of the choices is on the list: their talks are needed for others.",
          tr: "Tercih ettiği kişilerden hiçbiri listede yok: görüşme hakları başkalarına gerekti.",
        };
      }
      return {
        menteeId,
        code: "refused",
        en: "None of the choices is on the list: rules refuse all of them.",
        tr: "Tercih ettiği kişilerden hiçbiri listede yok: kurallar hiçbirine izin vermiyor.",
      };
    });
}
