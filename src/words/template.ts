/** A sentence with places for what is inserted, taken apart. */
export interface Template {
  /** One more than places: what stands before, between and behind them. */
  readonly literals: readonly string[];
  readonly places: readonly Place[];
}

export interface Place {
  readonly name: string;
  readonly kind: "data" | "figure" | "words";
}

const PLACE = /\{([a-z][a-zA-Z]*\d?)\}|<([a-z][a-zA-Z]*\d?)>/gu;
const FIGURE = /^[nm]\d?$/u;

export function templateOf(text: string): Template {
  const literals: string[] = [];
  const places: Place[] = [];
  let end = 0;
  for (const { 0: whole, 1: data, 2: words, index } of text.matchAll(PLACE)) {
    literals.push(text.slice(end, index));
    const name = data ?? words ?? "";
    places.push({ name, kind: words !== undefined ? "words" : FIGURE.test(name) ? "figure" : "data" });
    end = index + whole.length;
  }
  return { literals: [...literals, text.slice(end)], places };
}

/**
 * What stands in the places of a template, or `undefined` where a text is none of its form. Each literal is taken where it
 * stands first, which finds a form whenever there is one, in time that grows with the text.
 */
export function inserted(text: string, { literals, places }: Template): readonly string[] | undefined {
  const [first = "", ...further] = literals;
  const last = further.pop();
  if (last === undefined) return text === first ? [] : undefined;
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  const found: string[] = [];
  const end = text.length - last.length;
  let start = first.length;
  for (const literal of further) {
    const at = text.indexOf(literal, start + 1);
    if (at < 0) return undefined;
    found.push(text.slice(start, at));
    start = at + literal.length;
  }
  if (start >= end) return undefined;
  found.push(text.slice(start, end));
  return found.every((each, place) => fits(each, places[place])) ? found : undefined;
}

/** A figure as English writes it. */
const NUMERAL = /^-?(?:\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?|Infinity)$/u;
/** One word, or a name of a file, with the cell that may stand behind it. */
const PLACE_NAME = /^(?:\S{1,300}|.{1,300}\.[a-z0-9]{1,6}(?: \[.{1,100}\])?)$/u;

function fits(text: string, place: Place | undefined): boolean {
  if (place?.kind === "figure") return NUMERAL.test(text);
  return place?.kind === "words" || place?.name !== "where" || PLACE_NAME.test(text);
}
