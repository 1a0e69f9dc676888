import { isBlank } from "./cells.ts";
import type { Row } from "./source.ts";

/** Everybody who can be referred to. */
export interface Directory {
  /** References as ids, where one person is meant; all others are left as they are, for the model to refuse. */
  readonly resolve: (value: unknown) => unknown;
}

/** The id of a row's person: the id, else the employee number, else the e-mail address. */
export function idOf(row: Row): unknown {
  for (const field of ["id", "employeeNumber", "email"] as const) {
    const value = row.values.get(field)?.value;
    if (!isBlank(value)) return typeof value === "string" ? value.trim() : value;
  }
  return undefined;
}

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
    if (typeof first === "string" && typeof last === "string") learn("name", `${first} ${last}`, id);
  }
  const one = (value: unknown): unknown => {
    if (typeof value !== "string" || ids.has(value.trim())) return typeof value === "string" ? value.trim() : value;
    for (const kind of ["number", "email", "name"]) {
      const id = byKey.get(keyOf(kind, value));
      if (typeof id === "string") return id;
    }
    return value.trim();
  };
  return { resolve: (value) => (Array.isArray(value) ? Array.from<unknown>(value).map(one) : one(value)) };
}

/** Numbers exactly; addresses and names without case and double spaces. */
function keyOf(kind: string, value: string): string {
  const text = value.normalize("NFC").trim().replace(/\s+/gu, " ");
  return `${kind} ${kind === "number" ? text : text.replace(/[Iıİ]/gu, "i").toLowerCase()}`;
}
