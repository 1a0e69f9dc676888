import { isBlank } from "./cells.ts";
import type { Row } from "./source.ts";
import type { Cell } from "./values/numbers.ts";

/** Everybody who can be referred to. */
export interface Directory {
  /**
   * References as ids, where one person is meant, and a problem where several are. Those to nobody are left as they are,
   * for the model to refuse.
   */
  readonly resolve: (value: unknown) => Cell;
}

/** The id of a row's person: the id, else the employee number, else the e-mail address. */
export function idOf(row: Row): unknown {
  for (const field of ["id", "employeeNumber", "email"] as const) {
    const value = row.values.get(field)?.value;
    if (!isBlank(value)) return typeof value === "string" ? value.trim() : value;
  }
  return undefined;
}

const SEVERAL: Cell = {
  code: "REFERENCE_AMBIGUOUS",
  message: "expected one person, got what several people have.",
  hint: "Name people who share a name by id, employee number or e-mail address.",
};

/** Collects the names under which the people of some rows are known. */
export function directoryOf(rows: readonly Row[]): Directory {
  const ids = new Set<string>();
  /** The id behind a key; `null` where several people have it. */
  const byKey = new Map<string, string | null>();
  const learn = (kind: string, value: unknown, id: string): void => {
    if (typeof value !== "string" || value.trim() === "") return;
    const key = keyOf(kind, value);
    const known = byKey.get(key);
    byKey.set(key, known === undefined || known === id ? id : null);
  };
  for (const row of rows) {
    const id = idOf(row);
    if (typeof id !== "string") continue;
    ids.add(id);
    const of = (field: "employeeNumber" | "email" | "name" | "firstName" | "lastName"): unknown =>
      row.values.get(field)?.value;
    learn("number", of("employeeNumber"), id);
    learn("email", of("email"), id);
    learn("name", of("name"), id);
    const [first, last] = [of("firstName"), of("lastName")];
    if (typeof first !== "string" || typeof last !== "string") continue;
    learn("name", `${first} ${last}`, id);
  }
  /** An id, the text itself if it means nobody, or `null` if it means several people. */
  const one = (text: string): string | null => {
    if (ids.has(text)) return text;
    // tables of decimals write the id 7 as 7.0
    const whole = /^([0-9]+)\.0$/u.exec(text)?.[1];
    if (whole !== undefined && ids.has(whole)) return whole;
    const turned = text.replace(/^([^,]+),([^,]+)$/u, "$2 $1");
    const found = [keyOf("number", text), keyOf("email", text), keyOf("name", text), keyOf("name", turned)].map((key) =>
      byKey.get(key),
    );
    const id = found.find((each) => typeof each === "string");
    return id ?? (found.includes(null) ? null : text);
  };
  const each = (value: unknown): unknown => (typeof value === "string" ? one(value.trim()) : value);
  return {
    resolve: (value) => {
      if (!Array.isArray(value)) {
        const id = each(value);
        return id === null && value !== null ? SEVERAL : { value: id };
      }
      const found = Array.from<unknown>(value).map(each);
      return found.some((id, at) => id === null && value[at] !== null) ? SEVERAL : { value: found };
    },
  };
}

/** Numbers exactly; addresses and names without case and double spaces. */
function keyOf(kind: string, value: string): string {
  const text = value.normalize("NFC").trim().replace(/\s+/gu, " ");
  return `${kind} ${kind === "number" ? text : text.replace(/[Iıİ]/gu, "i").toLowerCase()}`;
}
