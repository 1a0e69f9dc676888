import type { Row, SourceIssue } from "../source.ts";

/** Doubts that are told once for each file and column, with their number and their first lines. */
export type DoubtCode =
  | "GUESTS"
  | "ID_NOT_OF_PEOPLE"
  | "ZEROS_LOST"
  | "ORG_SELF"
  | "MANAGER_UNKNOWN"
  | "EXTERNAL_MANAGERS"
  | "REFERENCE_UNKNOWN"
  | "NAME_DIFFERS"
  | "FIELD_PREFERRED";

const DOUBTS: Readonly<Record<DoubtCode, { readonly message: string; readonly hint?: string }>> = {
  GUESTS: { message: "people who are not among the people were let in" },
  ID_NOT_OF_PEOPLE: {
    message: "rows were joined to their people by another key, as the people have other ids than these",
    hint: 'If ids here only number the answers of a form, map "id" to the address.',
  },
  ZEROS_LOST: {
    message: "keys fit only without the zeros before their digits, which a spreadsheet may have taken away",
    hint: "Format the column as text in both files.",
  },
  ORG_SELF: { message: "people who are said to be their own managers count as the top" },
  MANAGER_UNKNOWN: { message: "cells of managers name nobody who is known; another column of managers was taken" },
  EXTERNAL_MANAGERS: { message: "managers who are in no file are known by this text alone" },
  REFERENCE_UNKNOWN: {
    message: "cells name people who are in no file, so that no rule knows them",
    hint: "Write ids, employee numbers, addresses or names of people in the files; a date stands in brackets behind them.",
  },
  NAME_DIFFERS: { message: "names are written in another way than in the file that is read first, which counts" },
  FIELD_PREFERRED: { message: "cells differ from what a preferred file says of the same person, which counts" },
};

/** Counts doubts. */
export interface Tally {
  readonly add: (code: DoubtCode, row: Row, field?: string) => void;
  readonly issues: () => readonly SourceIssue[];
}

interface Counted {
  readonly code: DoubtCode;
  readonly file: string;
  readonly column: number | undefined;
  readonly lines: number[];
  count: number;
}

/** Most lines that a warning names. */
const LISTED = 10;

export function createTally(): Tally {
  const found = new Map<string, Counted>();
  return {
    add: (code, { file, line, values }, field) => {
      const column = [...values].find(([name]) => name === field)?.[1].column;
      const place = JSON.stringify([code, file, field]);
      const known = found.get(place) ?? { code, file, column, lines: [], count: 0 };
      known.count += 1;
      if (known.lines.length < LISTED) known.lines.push(line);
      found.set(place, known);
    },
    issues: () =>
      [...found.values()].map(({ code, file, column, lines, count }) => {
        const { message, hint } = DOUBTS[code];
        const more = count > lines.length ? ` and ${count - lines.length} more` : "";
        const where = `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}${more}`;
        return {
          ...({ code, severity: "warning", file, line: lines[0] ?? 1 } as const),
          ...(column === undefined ? {} : { column }),
          message: `${message}: ${count}, in ${where}.`,
          ...(hint === undefined ? {} : { hint }),
        };
      }),
  };
}
