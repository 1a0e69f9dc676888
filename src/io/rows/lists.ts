import { counted } from "../../base/figures.ts";
import { foldedHeader } from "../columns/header-text.ts";
import type { ColumnField, ReadOptions } from "../source.ts";
import type { Cell, Told } from "../values/numbers.ts";

/** Reads the text of a list in a field. */
export type ListReader = (field: ColumnField, text: string) => Cell;

/**
 * A reader of lists: items are divided at `;`, `|` and line ends, with `commaLists` at commas too, or are a JSON array.
 * Where the options of a form are listed, commas divide them, but for those within an option.
 */
export function listReader({ commaLists = false, answers = {} }: ReadOptions): ListReader {
  const offered = new Map(Object.entries(answers).map(([field, labels]) => [field, offeredAnswers(labels)] as const));
  const mark = commaLists ? /[;|\n,]/u : /[;|\n]/u;
  return (field, text) => {
    if (text.startsWith("[")) {
      const items = jsonList(text);
      return items === undefined ? NO_ARRAY : { value: items };
    }
    const known = offered.get(field);
    if (known !== undefined) return chosenAnswers(text, known);
    const items = text.split(mark).map((item) => item.trim());
    return { value: [...new Set(items.filter((item) => item !== ""))] };
  };
}

const NO_ARRAY: Told = { code: "LIST_FORMAT", message: "expected a JSON array, got text that is none." };

function jsonList(text: string): readonly unknown[] | undefined {
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) ? Array.from<unknown>(items) : undefined;
  } catch {
    return undefined;
  }
}

interface OfferedAnswers {
  /** The labels as the configuration writes them, by their folded form. */
  readonly labelOf: ReadonlyMap<string, string>;
  /** Most parts into which marks divide a label. */
  readonly mostParts: number;
}

const MARKS = /([;|\n,])/u;

function offeredAnswers(labels: readonly string[]): OfferedAnswers {
  const labelOf = new Map(labels.map((label) => [form(label), label.trim()] as const));
  const mostParts = labels.reduce((most, label) => Math.max(most, Math.ceil(label.split(MARKS).length / 2)), 1);
  return { labelOf, mostParts };
}

function form(text: string): string {
  return foldedHeader(text).replace(/\s+/gu, " ").trim();
}

/** The options in a cell, the longest first where one begins like another; what stands between them is one answer each. */
function chosenAnswers(text: string, { labelOf, mostParts }: OfferedAnswers): Cell {
  // parts at even places, marks at odd ones
  const parts = text.split(MARKS);
  const items: string[] = [];
  let own = "";
  let others = 0;
  const finish = (): void => {
    const written = own.replace(/^[\s;|,]+|(?<![\s;|,])[\s;|,]+$/gu, "");
    if (written !== "") others += 1;
    if (written !== "") items.push(written);
    own = "";
  };
  for (let at = 0; at < parts.length;) {
    let [label, end] = [undefined as string | undefined, at];
    for (let count = Math.min(mostParts, (parts.length - at + 1) / 2); count >= 1 && label === undefined; count -= 1) {
      end = at + 2 * count;
      label = labelOf.get(form(parts.slice(at, end - 1).join("")));
    }
    if (label === undefined) {
      const isEnd = /[;|\n]/u.test(parts[at + 1] ?? "");
      own += `${parts[at] ?? ""}${isEnd ? "" : (parts[at + 1] ?? "")}`;
      if (isEnd) finish();
      at += 2;
    } else {
      finish();
      items.push(label);
      at = end;
    }
  }
  finish();
  const value = [...new Set(items)];
  if (others === 0) return { value };
  const message = `${others} of ${counted(value.length, "answer")} ${others === 1 ? "is" : "are"} none of those that "answers" lists; what is written stays.`;
  return { value, doubts: [{ code: "ANSWER_NOT_LISTED", message }] };
}
