import { readFileSync } from "node:fs";
import Papa from "papaparse";
import type { MatchInput, Person } from "tersine";

interface Row {
  readonly id: string;
  readonly managerId: string;
  readonly level: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly birthDate: string;
}

export interface Employee extends Person {
  readonly level: number;
  readonly attributes: { readonly jobTitle: string; readonly department: string };
}

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

/** The organisation. The file counts levels from the top, tersine from the bottom: larger is more senior. */
export function readOrganisation(): readonly Employee[] {
  const { data } = Papa.parse<Row>(read("organisation.csv"), { header: true, skipEmptyLines: true });
  const lowest = Math.max(...data.map(({ level }) => Number(level)));
  return data.map((row) => ({
    id: row.id,
    ...(row.managerId === "" ? {} : { managerId: row.managerId }),
    level: lowest - Number(row.level),
    birthYear: Number(row.birthDate.slice(0, 4)),
    attributes: { jobTitle: row.jobTitle, department: row.department },
  }));
}

/** The organisation with its registrations: everything that `matchPairs` takes. */
export function readProgramme(): MatchInput {
  const registrations = JSON.parse(read("registrations.json")) as Omit<MatchInput, "people">;
  return { people: readOrganisation(), ...registrations };
}
