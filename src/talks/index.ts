/*
 * `tersine/talks`: who talks with whom before pairs are fixed, when, and what is decided then. Pure functions over plain data.
 */
export { shortlist, type FoundShortlist, type Shortlist, type Talk } from "./shortlist.ts";
export type { ShortlistOptions, TalkCounts, TalkRange } from "./options.ts";
export type { Exposure, PersonTalks } from "./order.ts";
export type { FavouriteMissing, Fewer, FewerCode } from "./fewer.ts";
export { rounds, type LeftTalk, type RoundsOptions, type TalkRounds } from "./rounds/rounds.ts";
export { decide, type DecideOptions } from "./decide/decide.ts";
export type { BothSides, TalkFeedback } from "./decide/feedback.ts";
