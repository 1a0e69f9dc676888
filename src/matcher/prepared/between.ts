import { at } from "../../base/at.ts";
import { compareText } from "../../base/text.ts";
import { refusalInWords } from "../../explain/reasons.ts";
import type { Reason } from "../../explain/result.ts";
import { normalId } from "../../model/people/ids.ts";
import type { Mentee, Mentor, Program } from "../../model/program.ts";
import { ban, isBan, type PairOfIds, prepareBans } from "../../rules/ban.ts";
import { exceptFor } from "../../rules/except-for.ts";
import type { Exempt, PairRule, PreparedRule, Rule } from "../../rules/rule.ts";
import { asRecorded } from "../../score/criterion-entry.ts";

/** Somebody who takes part, once, on whichever sides. */
export interface Participant {
  readonly id: string;
  /** Place among the mentees, if the person is one. */
  readonly mentee?: number;
  /** Place among the mentors, if the person is one. */
  readonly mentor?: number;
}

/** Everybody who takes part, by id. */
export function participantsOf({ mentees, mentors }: Pick<Program, "mentees" | "mentors">): readonly Participant[] {
  const found = new Map<string, Participant>();
  mentees.forEach(({ id }, mentee) => found.set(id, { id, mentee }));
  mentors.forEach(({ id }, mentor) => found.set(id, { ...found.get(id), id, mentor }));
  return [...found.values()].sort((a, b) => compareText(a.id, b.id));
}

/**
 * The rules that hold between any two people, asked about participants by their places: all reasons against the two. Each is
 * asked both ways; exceptions that a rule makes for a mentor or a mentee do not count where nobody mentors.
 */
export function rulesBetween(
  program: Program,
  participants: readonly Participant[],
  rules: readonly Rule[],
): (a: number, b: number) => readonly Reason[] {
  const asOne = asOneSide(program, participants);
  const prepared = rules
    .filter((rule): rule is PairRule => rule.kind === "pair" && rule.between === "anyTwo")
    .map((rule, place) => ({ rule, prepared: rule.prepare(asOne, `/rules/${place}`) }));
  const refuses = ({ refuses: asked }: PreparedRule, a: number, b: number): boolean => asked(a, b) || asked(b, a);
  return (a, b) =>
    prepared
      .filter((each) => refuses(each.prepared, a, b))
      .map((each) => refusalInWords({ name: each.rule.name, because: each.prepared.because ?? each.rule.because }));
}

/** The programme with every participant on both sides. */
function asOneSide(program: Program, participants: readonly Participant[]): Program {
  const { mentors, mentees } = program;
  const people = participants.map((participant): Mentor & Mentee => {
    const mentor = participant.mentor === undefined ? undefined : mentors[participant.mentor];
    const mentee = participant.mentee === undefined ? undefined : mentees[participant.mentee];
    const avoid = [...(mentor?.avoid ?? []), ...(mentee?.avoid ?? [])];
    return {
      id: participant.id,
      capacity: 1,
      minimumLoad: 0,
      ...mentee,
      ...mentor,
      teaches: mentor?.teaches ?? [],
      learns: mentee?.learns ?? [],
      avoid,
    };
  });
  const personOf = Int32Array.from(participants, ({ mentor, mentee }) =>
    mentor === undefined ? at(program.personOfMentee, mentee ?? 0) : at(program.personOfMentor, mentor),
  );
  return { ...program, mentors: people, mentees: people, personOfMentor: personOf, personOfMentee: personOf };
}

/** Rules for pairs: bans of two people who cannot be a pair anyway, as both are on one side, are left to `rulesBetween`. */
export function rulesForPairs(rules: readonly Rule[]): readonly Rule[] {
  return rules.map((rule) => {
    if (!isBan(rule)) return rule;
    const bans: Rule = {
      ...ban(rule.bans),
      prepare: (program, path) => prepareBans(rule.bans, program, path, canBePair(program)),
    };
    return asRecorded<readonly Exempt[]>(rule.settings?.["except"] ?? []).reduce(exceptFor, bans);
  });
}

/** Whether two people can be this pair by the sides they are on. One who is not registered is left for the ban to refuse. */
function canBePair({ mentees, mentors }: Program): (pair: PairOfIds) => boolean {
  const isMentee = new Set(mentees.map(({ id }) => id));
  const isMentor = new Set(mentors.map(({ id }) => id));
  const isKnown = (id: string): boolean => isMentee.has(id) || isMentor.has(id);
  return ({ mentorId, menteeId }) => {
    const [mentor, mentee] = [normalId(mentorId), normalId(menteeId)];
    return !isKnown(mentor) || !isKnown(mentee) || (isMentor.has(mentor) && isMentee.has(mentee));
  };
}
