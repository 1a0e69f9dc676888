import { foldText } from "../../base/text.ts";
import type { Mentee, Mentor, Program } from "../../model/program.ts";
import { MAX_CAPACITY, MAX_ITEMS } from "../../model/schema/schema.ts";
import type { SidedPerson } from "../people.ts";

/** Whether a person can take more partners: those who sit the round out are not asked to. */
export function canAddSeats({ capacity }: Mentor | Mentee, seats: number): boolean {
  return capacity > 0 && capacity + seats <= MAX_CAPACITY;
}

/** Whether a mentor can offer one more topic: not one offered already, and not by those who sit the round out. */
export function canOffer({ teaches, capacity }: Mentor, topic: string): boolean {
  if (capacity === 0 || teaches.length >= MAX_ITEMS) return false;
  const key = foldText(topic);
  return !teaches.some((offer) => foldText(typeof offer === "string" ? offer : offer.topic) === key);
}

/** The programme with some seats more at a person. */
export function withSeats(program: Program, { side, index }: SidedPerson, seats: number): Program {
  const more = <Entry extends Mentor | Mentee>(people: readonly Entry[]): readonly Entry[] =>
    people.map((person, at) => (at === index ? { ...person, capacity: person.capacity + seats } : person));
  return side === "mentor"
    ? { ...program, mentors: more(program.mentors) }
    : { ...program, mentees: more(program.mentees) };
}

/** The programme with a topic offered by those mentors meant who can. */
export function withTopic(program: Program, topic: string, isMeant: (mentor: Mentor) => boolean): Program {
  const mentors = program.mentors.map((mentor) =>
    isMeant(mentor) && canOffer(mentor, topic) ? { ...mentor, teaches: [...mentor.teaches, topic] } : mentor,
  );
  return { ...program, mentors };
}
