/** Visible characters of ASCII only, as most ids are: nothing can be wrong with these, and they are in normal form. */
export const PLAIN_ID = /^[!-~]+$/u;

/** The one normal form in which ids are compared: NFC, and nothing else; no case folding. */
export function normalId(id: string): string {
  return PLAIN_ID.test(id) ? id : id.normalize("NFC");
}

/** One text for a pair of ids, mentee first. */
export function pairKey({ mentorId, menteeId }: { readonly mentorId: string; readonly menteeId: string }): string {
  return JSON.stringify([normalId(menteeId), normalId(mentorId)]);
}
