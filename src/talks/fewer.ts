import { normalId } from "../base/ids.ts";
import type { Sentence } from "../base/sentence.ts";
import type { CandidatePair, MatchInput, PairOfIds } from "../index.ts";
import { participants } from "./loads.ts";
import type { ReadTalks } from "./options.ts";
import type { PersonTalks } from "./order.ts";

/**
 * `noCandidate`: rules refuse everybody. `fewCandidates`: the person talks with everybody whom the rules allow. `noFreePlace`:
 * all others whom the rules allow have as many talks as they may. `limits`: quotas or `spread` stand in the way of talks with
 * some who may have more.
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

/**
 * A mentee with choices of whom none is on the list. `absent`: none of them takes part. `refused`: rules refuse those who do.
 * `taken`: with one of them somebody would have fewer talks, or another mentee no choice. `limits`: quotas, `spread` or pins
 * may stand in the way too.
 */
export interface FavouriteMissing {
  readonly menteeId: string;
  readonly code: "absent" | "refused" | "taken" | "limits";
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
  const allowed = { mentee: new Map<string, string[]>(), mentor: new Map<string, string[]>() };
  const add = (side: "mentee" | "mentor", id: string, other: string): void => {
    const known = allowed[side].get(id);
    if (known === undefined) allowed[side].set(id, [other]);
    else known.push(other);
  };
  for (const { mentorId, menteeId } of candidates) {
    add("mentee", menteeId, mentorId);
    add("mentor", mentorId, menteeId);
  }
  const full = fullPeople(people, asked);
  return people.flatMap(({ id, side, partners }): readonly Fewer[] => {
    const [fewest] = asked[`${side}s`];
    if (partners.length >= fewest || !partOf[side].has(id)) return [];
    const others = allowed[side].get(id) ?? [];
    const known = { talks: partners.length, asked: fewest, candidates: others.length };
    const isTaken = others.every((other) => partners.includes(other) || full[OTHER[side]].has(other));
    const code = codeOf(known, isTaken);
    return [{ id, side, ...known, code, ...sentenceOf(code, side, known) }];
  });
}

const OTHER = { mentor: "mentee", mentee: "mentor" } as const;

/** Those who have as many talks as they may. */
function fullPeople(
  people: readonly PersonTalks[],
  asked: ReadTalks,
): Record<"mentee" | "mentor", ReadonlySet<string>> {
  const fullOn = (own: "mentee" | "mentor"): ReadonlySet<string> =>
    new Set(
      people.flatMap(({ id, side, partners }) =>
        side === own && partners.length >= asked[`${own}s`][1] ? [normalId(id)] : [],
      ),
    );
  return { mentee: fullOn("mentee"), mentor: fullOn("mentor") };
}

interface Counts {
  readonly talks: number;
  readonly asked: number;
  readonly candidates: number;
}

function codeOf({ talks, candidates }: Counts, isTaken: boolean): FewerCode {
  if (candidates === 0) return "noCandidate";
  if (talks === candidates) return "fewCandidates";
  return isTaken ? "noFreePlace" : "limits";
}

function sentenceOf(
  code: FewerCode,
  side: "mentor" | "mentee",
  { talks, asked, candidates }: Counts,
): { readonly en: string; readonly tr: string } {
  const other = OTHER[side];
  const others = `${candidates} ${other}${candidates === 1 ? "" : "s"}`;
  const head = {
    en: talks === 0 ? "Has no talk" : `Has ${talks} ${talks === 1 ? "talk" : "talks"} instead of ${asked}`,
    tr: talks === 0 ? "Görüşmesi yok" : `${asked} yerine ${talks} görüşmesi var`,
  };
  const [en, tr] = {
    noCandidate: ["the rules allow nobody", "kurallar kimseye izin vermiyor"],
    fewCandidates: [`the rules allow only ${others}`, `kurallar yalnızca ${candidates} ${DATIVE[other]} izin veriyor`],
    noFreePlace: noFreePlace(other, candidates - talks, talks > 0),
    limits: [
      "quotas, limits on departments or other talks leave no more",
      "kotalar, bölüm sınırları ya da öbür görüşmeler daha fazlasına yer bırakmıyor",
    ],
  }[code] as readonly [string, string];
  return { en: `${head.en}: ${en}.`, tr: `${head.tr}: ${tr}.` };
}

/** @param hasSome Whether the person talks with others of those whom the rules allow */
function noFreePlace(other: "mentor" | "mentee", count: number, hasSome: boolean): readonly [en: string, tr: string] {
  const who = hasSome ? "other" : "only";
  const en =
    count === 1
      ? `the ${who} ${other} whom the rules allow has no more talks to give`
      : `the ${hasSome ? "other " : ""}${count} ${other}s whom the rules allow have no more talks to give`;
  const tr = `kuralların izin verdiği ${hasSome ? "diğer " : ""}${count} ${GENITIVE[other]} görüşme hakkı doldu`;
  return [en, tr];
}

const DATIVE = { mentor: "mentora", mentee: "mentee'ye" } as const;
const GENITIVE = { mentor: "mentorun", mentee: "mentee'nin" } as const;

/** Mentees with choices of whom none is on the list, by id; those who sit the round out are not asked. */
export function missingFavourites(
  pairs: readonly (PairOfIds & { readonly favourite?: true })[],
  { input, asked, candidates, wishes }: Known,
): readonly FavouriteMissing[] {
  const having = new Set(pairs.filter(({ favourite }) => favourite === true).map(({ menteeId }) => menteeId));
  const able = new Set(
    candidates
      .filter(({ mentorId, menteeId }) => wishes.get(menteeId)?.has(normalId(mentorId)) === true)
      .map(({ menteeId }) => menteeId),
  );
  const present = new Set(participants(input.mentors));
  const { quotas = [], pins = [] } = asked.match;
  const codeFor = (menteeId: string): FavouriteMissing["code"] => {
    if (able.has(menteeId)) return quotas.length + pins.length > 0 ? "limits" : "taken";
    return [...(wishes.get(menteeId) ?? [])].some((id) => present.has(id)) ? "refused" : "absent";
  };
  return participants(input.mentees)
    .filter((id) => wishes.has(id) && !having.has(id))
    .map((menteeId): FavouriteMissing => {
      const code = codeFor(menteeId);
      return { menteeId, code, ...MISSING[code] };
    });
}

const MISSING: Readonly<Record<FavouriteMissing["code"], Sentence>> = {
  absent: {
    en: "None of the choices takes part as a mentor in this round.",
    tr: "Tercih ettiği kişilerden hiçbiri bu tura mentor olarak katılmıyor.",
  },
  refused: {
    en: "None of the choices is on the list: rules refuse those who take part.",
    tr: "Tercih ettiği kişilerden hiçbiri listede yok: kurallar, katılanlara izin vermiyor.",
  },
  taken: {
    en: "None of the choices is on the list: with one of them, somebody would have fewer talks, or another mentee no choice.",
    tr: "Tercih ettiği kişilerden hiçbiri listede yok: aksi hâlde birinin görüşme sayısı düşecek ya da başka bir mentee tercih ettiği kimseyle görüşemeyecekti.",
  },
  limits: {
    en: "None of the choices is on the list: quotas, limits on departments, pins or the talks of others leave no place for one.",
    tr: "Tercih ettiği kişilerden hiçbiri listede yok: kotalar, bölüm sınırları, sabitlenen eşleşmeler ya da başkalarının görüşmeleri buna yer bırakmıyor.",
  },
};
