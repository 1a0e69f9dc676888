import type { Language } from "../state/state.ts";
import { EN, type Words } from "./en.ts";
import { TR } from "./tr.ts";

export type { Words } from "./en.ts";

export const WORDS: Readonly<Record<Language, Words>> = { en: EN, tr: TR };
