import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { figureText } from "../../base/figures.ts";
import type { Sentence } from "../../base/sentence.ts";
import type { Controller } from "../state/controller.ts";
import type { Language, State } from "../state/state.ts";
import { WORDS, type Words } from "../words/words.ts";

/** What every part of the page can see. */
export interface Page {
  readonly state: State;
  readonly controller: Controller;
  readonly language: Language;
  readonly words: Words;
  /** A sentence in the language of the page. */
  readonly say: (sentence: Sentence) => string;
  /** Micro-points on the scale that people read, 0 to 100. */
  readonly points: (microPoints: number) => string;
  readonly nameOf: (side: "mentor" | "mentee", id: string) => string;
}

const PageContext = createContext<Page | undefined>(undefined);
export const PageProvider = PageContext.Provider;

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error("a part of the page stands outside of it.");
  return page;
}

const POINT = 10_000;

export function pageOf(state: State, controller: Controller): Page {
  const { language, understood } = state;
  const names = {
    mentor: new Map(understood?.mentors.map(({ id, name }) => [id, name])),
    mentee: new Map(understood?.mentees.map(({ id, name }) => [id, name])),
  };
  return {
    ...{ state, controller, language, words: WORDS[language] },
    say: (sentence) => sentence[language],
    points: (microPoints) => figureText(microPoints / POINT, 1)[language],
    nameOf: (side, id) => names[side].get(id) ?? id,
  };
}
