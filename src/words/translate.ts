import { inserted, type Template, templateOf } from "./template.ts";
import type { Words } from "./words.ts";

/** Says a text in another language, or `undefined` where the catalogue lacks a part of it. */
export type Translate = (text: string) => string | undefined;

/** Longer texts are none of ours. */
const LONGEST = 4_000;

/** Most parts of one text that are tried; ours have less than a tenth. */
const MOST_PARTS = 200;

interface Known {
  readonly from: Template;
  readonly to: Template;
}

const KNOWN = new WeakMap<Words, Translate>();

/** The translation by a catalogue; made once for each. */
export function translateBy(words: Words): Translate {
  const known = KNOWN.get(words) ?? translation(words);
  KNOWN.set(words, known);
  return known;
}

function translation(words: Words): Translate {
  const exact = new Map(Object.entries(words.sentences));
  // the more a sentence says itself, the surer it is meant
  const templates = Object.entries(words.sentences)
    .map(([from, to]): Known => ({ from: templateOf(from), to: templateOf(to) }))
    .filter(({ from }) => from.places.length > 0)
    .sort((a, b) => lengthOf(b.from) - lengthOf(a.from));
  const sentence = (text: string, translate: Translate): string | undefined => {
    const said = exact.get(text);
    if (said !== undefined) return said;
    for (const { from, to } of templates) {
      const values = inserted(text, from);
      const filled = values && fill(to, from, values, words, translate);
      if (filled !== undefined) return filled;
    }
    return undefined;
  };
  return (text) => (text.length > LONGEST ? undefined : remembered(sentence)(text));
}

/** Each part of one text is tried once: the parts of a text that is none of ours double with each of its marks. */
function remembered(sentence: (text: string, translate: Translate) => string | undefined): Translate {
  const tried = new Map<string, string | undefined>();
  const translate: Translate = (text) => {
    if (tried.has(text)) return tried.get(text);
    if (tried.size === MOST_PARTS) return undefined;
    tried.set(text, undefined);
    const said = sentence(text, translate) ?? inParts(text, translate);
    tried.set(text, said);
    return said;
  };
  return translate;
}

const lengthOf = ({ literals }: Template): number => literals.join("").length;

function fill(
  to: Template,
  from: Template,
  values: readonly string[],
  words: Words,
  translate: Translate,
): string | undefined {
  const said = new Map<string, string>();
  for (const [at, { name, kind }] of from.places.entries()) {
    const value = values[at] ?? "";
    const own = kind === "words" ? translate(value) : kind === "figure" ? figure(value, words) : data(value, words);
    if (own === undefined) return undefined;
    said.set(name, own);
  }
  return to.literals.map((literal, at) => `${literal}${said.get(to.places[at]?.name ?? "") ?? ""}`).join("");
}

function figure(value: string, { figures }: Words): string {
  if (figures === undefined || !/[.,]/u.test(value)) return value;
  return value.replace(/[.,]/gu, (mark) => (mark === "," ? figures.group : figures.decimal));
}

/** Data as it is; but a list that was cut says so in words. */
function data(value: string, { sentences }: Words): string {
  const [, listed, more] = /^(.*) and (\d+) more$/u.exec(value) ?? [];
  const rest = sentences["and {n} more"];
  return listed === undefined || more === undefined || rest === undefined
    ? value
    : `${listed} ${rest.replace("{n}", more)}`;
}

/** A text of several sentences, each on its own. */
function inParts(text: string, translate: Translate): string | undefined {
  for (const { index } of text.matchAll(/[.?:] (?=[A-Z"])/gu)) {
    const first = translate(text.slice(0, index + 1));
    const rest = first === undefined ? undefined : translate(text.slice(index + 2));
    if (first !== undefined && rest !== undefined) return `${first} ${rest}`;
  }
  return undefined;
}
