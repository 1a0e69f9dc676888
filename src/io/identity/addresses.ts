import type { List } from "../outcome/finding.ts";
import type { ReadOutcome, Row } from "../source.ts";
import { keyText } from "./keys.ts";
import type { People } from "./people.ts";

/** E-mail addresses by id, as rows state them; of several of one person the first counts, in the file of people before all. */
export function addressesOf(
  rows: Readonly<Record<List | "input", readonly Row[]>>,
  people: Pick<People, "idOf">,
): ReadOutcome["addressOf"] {
  const addresses = new Map<string, string>();
  for (const name of ["people", "input", "mentors", "mentees"] as const) {
    for (const row of rows[name]) {
      const [id, address] = [people.idOf(row), keyText(row.values.get("email")?.value)];
      if (typeof id !== "string" || address?.includes("@") !== true) continue;
      const key = id.normalize("NFC");
      if (!addresses.has(key)) addresses.set(key, address);
    }
  }
  return (id) => addresses.get(id);
}
