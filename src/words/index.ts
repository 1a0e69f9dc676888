export type { Meaning, Meanings } from "./codes/meaning.ts";
export { issueIn, type Language, meaningOf, messageOf, sentenceIn, type Told } from "./message.ts";
export { ENGLISH, TURKISH, type Words } from "./words.ts";
