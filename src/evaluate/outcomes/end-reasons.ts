/** Why a pair ended early: a closed list, so that reasons can be counted. */
export const END_REASONS = [
  "noTime",
  "noContact",
  "noMatchOfTopics",
  "noMatchOfPeople",
  "goalReached",
  "leftOrganisation",
  "changedRole",
  "other",
] as const;

export type EndReason = (typeof END_REASONS)[number];
