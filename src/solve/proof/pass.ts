/** Entries that a check looks at between two pauses: a few milliseconds. */
export const PASS = 1 << 18;
