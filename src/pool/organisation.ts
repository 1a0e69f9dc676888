import { normalId } from "../base/ids.ts";
import { compareText } from "../base/text.ts";
import type { MatchInput, MenteeEntry, MentorEntry, Person } from "../index.ts";
import { factsOf, isMore, joined, linesOf } from "./facts.ts";
import type { Roster } from "./roster.ts";
import { SIDES } from "./words.ts";

/*
 * What a pool knows of the organisation: more than those tell who wait for a partner. Rules ask for lines that run through
 * people who are placed, or who have left, and entries name them.
 */

/** Everybody of a pool as an input, with the places that their entries state. */
export function wholeInput(roster: Roster): MatchInput {
  return inputOf(
    roster,
    [...roster.mentee.values()].map(({ entry }) => entry),
    [...roster.mentor.values()].map(({ entry }) => entry),
  );
}

/**
 * The programme with these people on its sides. Everybody else of the pool, and those who left, stand beside them with their
 * lines; people who stand on one side bring what is known of them from the other.
 */
export function inputOf(roster: Roster, mentees: readonly MenteeEntry[], mentors: readonly MentorEntry[]): MatchInput {
  const { period, levels } = roster.programme;
  const people = peopleBeside(roster, idsOf(mentees), idsOf(mentors));
  return {
    ...(people.length === 0 ? {} : { people }),
    mentors,
    mentees,
    ...(period === undefined ? {} : { period }),
    ...(levels === undefined ? {} : { levels }),
  };
}

function idsOf(entries: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => normalId(id)));
}

/** The people of the programme in their order, then all others by id. */
function peopleBeside(roster: Roster, mentees: ReadonlySet<string>, mentors: ReadonlySet<string>): readonly Person[] {
  const { people = [] } = roster.programme;
  const beside = new Map<string, Person>();
  const add = (id: string, person: Person): void => {
    const known = beside.get(id);
    beside.set(id, known === undefined ? person : joined(known, person));
  };
  for (const [id, person] of roster.former) add(id, person);
  for (const side of SIDES) {
    const listed = side === "mentee" ? mentees : mentors;
    for (const { id, entry } of roster[side].values()) {
      if (!listed.has(id)) add(id, mentees.has(id) || mentors.has(id) ? factsOf(entry) : linesOf(entry));
    }
  }
  if (beside.size === 0) return people;
  const own = people.map((person) => {
    const id = normalId(person.id);
    const more = beside.get(id);
    beside.delete(id);
    return more === undefined || !isMore(more) ? person : joined(person, more);
  });
  return [...own, ...[...beside].sort(([a], [b]) => compareText(a, b)).map(([, person]) => person)];
}
