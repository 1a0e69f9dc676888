/** Whether a value is a whole number within bounds. */
export function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}

/** The form in which ids are compared, as everywhere in the library. */
export function idKey(id: string): string {
  return id.normalize("NFC");
}

/** One text for a pair of ids, mentee first. */
export function pairKey({ mentorId, menteeId }: { readonly mentorId: string; readonly menteeId: string }): string {
  return JSON.stringify([idKey(menteeId), idKey(mentorId)]);
}
