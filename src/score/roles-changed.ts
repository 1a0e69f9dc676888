import type { MenteeProfile, MentorProfile, ScorePool } from "./criterion-of.ts";

/**
 * The pool with everybody in the other role: mentees teach what they offer in return, mentors learn what they wish for in return.
 * Rows and columns change places.
 */
export function turned(pool: ScorePool): ScorePool {
  return { ...pool, mentors: pool.mentees.map(asMentor), mentees: pool.mentors.map(asMentee) };
}

function asMentor(mentee: MenteeProfile): MentorProfile {
  return { ...mentee, teaches: mentee.teachesInReturn ?? [] };
}

function asMentee(mentor: MentorProfile): MenteeProfile {
  return { ...mentor, learns: mentor.learnsInReturn ?? [] };
}
