import { TersineError } from "../../index.ts";

/** What a letter says of its reader, and what it says of each of their partners. */
export const PLACEHOLDERS = {
  letter: ["name", "id", "period"],
  partner: ["partner", "partnerId", "introduction", "why", "contact", "topics", "meeting", "file"],
} as const;

export type LetterValues = Readonly<Record<(typeof PLACEHOLDERS.letter)[number], string>>;
export type PartnerValues = Readonly<Record<(typeof PLACEHOLDERS.partner)[number], string>>;

/** A template that was checked. */
export type Template = (letter: LetterValues, partners: readonly PartnerValues[]) => string;

/** `{name}`, `{#partner}`, `{/partner}`; `{{` and `}}` stand for braces, and a brace alone for nothing. */
const MARK = /\{\{|\}\}|\{([^{}\n]*)\}|[{}]/gu;

/** A line that holds one placeholder and no more. */
const ALONE = /^\{([^{}\n]+)\}\n/gmu;

/**
 * Checks a template. What stands between `{#partner}` and `{/partner}` is repeated for each partner; there the placeholders
 * of the letter are known too. A line that holds a placeholder alone is left out where there is nothing to say.
 *
 * @throws TersineError TEMPLATE_INVALID with all lines that are wrong
 */
export function readTemplate(text: string, path: string): Template {
  const parts = partsOf(text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n"), path);
  return (letter, partners) =>
    parts
      .map(({ text: part, isRepeated }) =>
        isRepeated ? partners.map((partner) => filled(part, { ...letter, ...partner })).join("") : filled(part, letter),
      )
      .join("");
}

interface Part {
  readonly text: string;
  readonly isRepeated: boolean;
}

function partsOf(text: string, path: string): readonly Part[] {
  const faults: string[] = [];
  const parts: Part[] = [];
  let [start, isRepeated] = [0, false];
  for (const { index, 0: mark, 1: name } of text.matchAll(MARK)) {
    if (mark.length === 1) {
      faults.push(`line ${lineAt(text, index)}: expected a placeholder, or {{ or }} for a brace, got a brace alone.`);
    }
    if (name === undefined) continue;
    const known: readonly string[] = isRepeated
      ? [...PLACEHOLDERS.letter, ...PLACEHOLDERS.partner, "/partner"]
      : [...PLACEHOLDERS.letter, "#partner"];
    if (!known.includes(name)) {
      const shown = known.map((each) => `{${each}}`).join(", ");
      faults.push(`line ${lineAt(text, index)}: expected one of ${shown}, got another placeholder.`);
    } else if (name.endsWith("partner") && /^[#/]/u.test(name)) {
      parts.push({ text: text.slice(start, index), isRepeated });
      // a line that holds the mark alone leaves no blank line behind
      start = index + mark.length + (text[index + mark.length] === "\n" ? 1 : 0);
      isRepeated = !isRepeated;
    }
  }
  if (isRepeated) faults.push("expected {/partner} behind {#partner}, got the end of the template.");
  const [first, ...others] = faults.map((message) => ({ code: "TEMPLATE_INVALID", path, message }) as const);
  if (first !== undefined) throw new TersineError([first, ...others]);
  return [...parts, { text: text.slice(start), isRepeated: false }];
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text
    .replace(ALONE, (line, name: string) => (values[name] === "" ? "" : line))
    .replace(MARK, (mark, name?: string) => (name === undefined ? mark.slice(1) : (values[name] ?? mark)));
}
