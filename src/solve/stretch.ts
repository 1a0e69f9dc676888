/** Entries of arrays that a plain loop passes between two pauses: a few milliseconds. */
export const STRETCH = 1 << 18;
