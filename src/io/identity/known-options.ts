import { asPublic } from "../../base/public.ts";
import {
  ban,
  type MatchOptions,
  notAgain,
  type PairOfIds,
  partnerLimit,
  type PartnerLimitOptions,
  type PairsWhere,
  type PersonWhere,
  quota,
  type Quota,
  type Rule,
} from "../../index.ts";
import type { ReadOutcome } from "../source.ts";

/** Pairs by the ids of the input. */
export interface KnownPairs<Pair extends PairOfIds> {
  readonly pairs: readonly Pair[];
  /** Names that mean several people, as pointers into the list given: nobody is guessed. */
  readonly ambiguous: readonly string[];
}

/**
 * Pairs whose people are named by id, employee number, e-mail address or name, by the ids of the input. `find` is that of
 * a `ReadOutcome`. Who is not known stays as written.
 */
export function knownPairs<Pair extends PairOfIds>(
  pairs: readonly Pair[],
  find: ReadOutcome["find"],
): KnownPairs<Pair> {
  return asPublic("knownPairs", () => {
    const ambiguous: string[] = [];
    const idOf = (text: string, place: string): string => {
      const [id = text, ...others] = find(text);
      if (others.length > 0) ambiguous.push(place);
      return id;
    };
    const known = pairs.map((pair, at) => ({
      ...pair,
      mentorId: idOf(pair.mentorId, `/${at}/mentorId`),
      menteeId: idOf(pair.menteeId, `/${at}/menteeId`),
    }));
    return { pairs: known, ambiguous };
  });
}

/** Options by the ids of the input. */
export interface KnownOptions {
  readonly options: MatchOptions;
  /** Names that mean several people, as pointers into the options. */
  readonly ambiguous: readonly string[];
}

/**
 * Options whose pins, bans, histories and quotas name people by id, employee number, e-mail address or name, by the ids of
 * the input. Who is not known stays as written, for the library to refuse, or to warn of in histories.
 */
export function knownOptions(options: MatchOptions, find: ReadOutcome["find"]): KnownOptions {
  return asPublic("knownOptions", () => {
    const ambiguous: string[] = [];
    const known = <Pair extends PairOfIds>(pairs: readonly Pair[], path: string): readonly Pair[] => {
      const found = knownPairs(pairs, find);
      for (const place of found.ambiguous) ambiguous.push(`${path}${place}`);
      return found.pairs;
    };
    const { pins, rules, quotas } = options;
    return {
      options: {
        ...options,
        ...(pins === undefined ? {} : { pins: known(pins, "/pins") }),
        ...(rules === undefined ? {} : { rules: rules.map((rule, at) => knownRule(rule, `/rules/${at}`, known)) }),
        ...(quotas === undefined
          ? {}
          : { quotas: quotas.map((each, at) => knownQuota(each, find, () => ambiguous.push(`/quotas/${at}/where`))) }),
      },
      ambiguous,
    };
  });
}

type KnowPairs = <Pair extends PairOfIds>(pairs: readonly Pair[], path: string) => readonly Pair[];

/** The rule with known people. One with exceptions is made of functions; its ids must be those of the input. */
function knownRule(rule: Rule, path: string, known: KnowPairs): Rule {
  if (rule.kind === "score" || rule.settings?.["except"] !== undefined) return rule;
  if ("bans" in rule) return ban(known(pairsOf(rule.bans), `${path}/pairs`));
  const { history, ...rest } = rule.settings ?? {};
  if (rule.name !== "notAgain" || !Array.isArray(history)) return rule;
  return notAgain(known(pairsOf(history), `${path}/history`), rest);
}

/** A list of pairs that a rule of this library has checked. */
function pairsOf(list: unknown): readonly PairOfIds[] {
  const isPair = (item: unknown): item is PairOfIds => typeof item === "object" && item !== null && "mentorId" in item;
  return Array.isArray(list) ? Array.from<unknown>(list).filter(isPair) : [];
}

function knownQuota(given: Quota, find: ReadOutcome["find"], isAmbiguous: () => void): Quota {
  const where = given.settings["where"] as PairsWhere | undefined;
  if (typeof where !== "object" || (where.mentor?.id ?? where.mentee?.id) === undefined) return given;
  const one = (text: string): string => {
    const [id = text, ...others] = find(text);
    if (others.length > 0) isAmbiguous();
    return id;
  };
  const known = (person: PersonWhere): PersonWhere =>
    person.id === undefined
      ? person
      : { ...person, id: typeof person.id === "string" ? one(person.id) : person.id.map(one) };
  const people = {
    ...(where.mentor === undefined ? {} : { mentor: known(where.mentor) }),
    ...(where.mentee === undefined ? {} : { mentee: known(where.mentee) }),
  };
  const version = given.version === undefined ? {} : { version: given.version };
  if (given.kind === "pairs") {
    const { minimum: min, maximum } = given;
    return quota(given.name, people, { min, ...(maximum === undefined ? {} : { max: maximum }), ...version });
  }
  const by = given.settings["by"] as PartnerLimitOptions["by"];
  const limit = { of: given.of, max: given.maximum, where: people, ...(by === undefined ? {} : { by }), ...version };
  return partnerLimit(given.name, limit);
}
