import fc from "fast-check";
import Papa from "papaparse";
import type { InputSources, TextSource } from "../../src/io/index.ts";

/** Somebody of an organisation, by position; the raw facts that an oracle judges results by. */
export interface Someone {
  readonly id: string;
  readonly number: string;
  readonly email: string;
  readonly first: string;
  readonly last: string;
  /** Whether the people have the name as "Last, First". */
  readonly isTurned: boolean;
  readonly manager: number | undefined;
  readonly dotted: readonly number[];
  readonly level: number;
  readonly birthYear: number;
}

export interface Registered {
  readonly person: number;
  readonly topics: readonly string[];
  readonly avoid: readonly number[];
  readonly choices: readonly number[];
  readonly capacity: number;
}

/** An organisation with a programme, and pairs of an earlier round in either role. */
export interface Organisation {
  readonly people: readonly Someone[];
  readonly mentors: readonly Registered[];
  readonly mentees: readonly Registered[];
  readonly met: readonly (readonly [number, number])[];
  /** Whether some texts are the id of one person and the number of another. */
  readonly isAmbiguous: boolean;
}

const FIRST = ["Işıl", "İlker", "Ece", "Bo", "Zoë", "Ada", "IDA", "Çağrı", "Ömer", "Su"];
const LAST = ["İnce", "Ilgaz", "Os", "Şen", "O'Hara", "van Dam", "Yalçın", "Kaya", "Li", "Öz"];
const TOPICS = ["AI", "SQL", "Video"];
const YEARS = [1960, 1970, 1975, 1990, 1995, 2001];
const MOST = FIRST.length;

const few = fc.oneof({ weight: 2, arbitrary: fc.constant<number[]>([]) }, fc.array(fc.nat(99), { maxLength: 2 }));
const registered = (least: number) =>
  fc
    .tuple(
      fc.shuffledSubarray([...FIRST.keys()], { minLength: least }),
      fc.array(
        fc.record({
          topics: fc.subarray(TOPICS, { minLength: 1 }),
          avoid: few,
          choices: few,
          capacity: fc.constantFrom(1, 1, 2),
        }),
        { minLength: MOST, maxLength: MOST },
      ),
    )
    .map(([positions, draws]) => positions.map((person, at) => ({ person, ...draws[at]! })));

/** At least six people, of whom at least three are mentors and three are mentees; some are both. */
export const organisations: fc.Arbitrary<Organisation> = fc
  .record({
    size: fc.integer({ min: 6, max: MOST }),
    names: fc.tuple(fc.shuffledSubarray(FIRST, { minLength: MOST }), fc.shuffledSubarray(LAST, { minLength: MOST })),
    places: fc.array(
      fc.record({
        manager: fc.option(fc.nat(99), { nil: undefined, freq: 6 }),
        dotted: few,
        isTurned: fc.boolean(),
        level: fc.integer({ min: 1, max: 4 }),
        birthYear: fc.constantFrom(...YEARS),
      }),
      { minLength: MOST, maxLength: MOST },
    ),
    mentors: registered(6),
    mentees: registered(6),
    met: fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 6 }),
    form: fc.constantFrom("letters", "digits", "zeros", "overlapping"),
    shift: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ size, names: [firsts, lasts], places, mentors, mentees, met, form, shift }): Organisation => {
    const at = (draw: number): number => draw % size;
    const idAt = (index: number): string =>
      form === "letters" ? `E${index}x` : form === "zeros" ? `00${index + 1}` : String(index + 1);
    const people = Array.from({ length: size }, (_, index): Someone => {
      const { manager, dotted, isTurned, level, birthYear } = places[index]!;
      return {
        id: idAt(index),
        number: form === "overlapping" ? idAt(at(index + shift)) : `N-${100 + index}`,
        email: `p.${"ijk"[index % 3]!}${index}@x.example`,
        first: firsts[index]!,
        last: lasts[index]!,
        isTurned,
        manager: manager === undefined || index === 0 ? undefined : manager % index,
        dotted: [...new Set(dotted.map(at))].filter((other) => other !== index),
        level,
        birthYear,
      };
    });
    const side = (list: readonly Registered[]): readonly Registered[] =>
      list
        .filter(({ person }) => person < size)
        .map(({ avoid, choices, ...rest }) => ({
          ...rest,
          avoid: [...new Set(avoid.map(at))],
          choices: [...new Set(choices.map(at))].filter((other) => other !== rest.person),
        }));
    const pairs = met.map(([a, b]) => [at(a), at(b)] as const).filter(([a, b]) => a !== b);
    return { people, mentors: side(mentors), mentees: side(mentees), met: pairs, isAmbiguous: form === "overlapping" };
  })
  .filter(({ mentors, mentees }) => mentors.length >= 3 && mentees.length >= 3);

/** How one name of a person is written: by which key, in which letter case and order. */
export interface Way {
  readonly key: "id" | "number" | "email" | "name";
  readonly case: "as it is" | "upper" | "lower";
  readonly isTurned: boolean;
  /** Whether a spreadsheet has made a number of it. */
  readonly isDecimal: boolean;
}

/** How one file is written. */
export interface FileForm {
  readonly format: "csv" | "json" | "ndjson" | "scim";
  readonly delimiter: "," | ";" | "\t";
  /** The key of the file's own rows; people have all. */
  readonly key: "id" | "number" | "email";
}

export interface Writing {
  readonly people: FileForm;
  readonly mentors: FileForm;
  readonly mentees: FileForm;
  /** Drawn from in turn, over and over. */
  readonly ways: readonly Way[];
}

const form = (formats: readonly FileForm["format"][]): fc.Arbitrary<FileForm> =>
  fc.record({
    format: fc.constantFrom(...formats),
    delimiter: fc.constantFrom(",", ";", "\t"),
    key: fc.constantFrom("id", "number", "email"),
  });

export const writings: fc.Arbitrary<Writing> = fc.record({
  people: form(["csv", "json", "ndjson", "scim"]),
  mentors: form(["csv", "json", "ndjson"]),
  mentees: form(["csv", "json", "ndjson"]),
  ways: fc.array(
    fc.record({
      key: fc.constantFrom("id", "number", "email", "name"),
      case: fc.constantFrom("as it is", "upper", "lower"),
      isTurned: fc.boolean(),
      isDecimal: fc.boolean(),
    }),
    { minLength: 5, maxLength: 40 },
  ),
});

const PLAIN: FileForm = { format: "csv", delimiter: ",", key: "id" };
const BY_ID: Way = { key: "id", case: "as it is", isTurned: false, isDecimal: false };

/** Everything by id, in tables. */
export const byIds: Writing = { people: PLAIN, mentors: PLAIN, mentees: PLAIN, ways: [BY_ID] };

export interface Written {
  readonly sources: InputSources;
  /** The pairs of the earlier round. */
  readonly history: readonly { readonly mentorId: string; readonly menteeId: string }[];
}

/** Writes an organisation to files. */
export function writtenFiles({ people, mentors, mentees, met }: Organisation, writing: Writing): Written {
  let next = 0;
  const way = (): Way => writing.ways[next++ % writing.ways.length]!;
  const named = (index: number): string => nameBy(people[index]!, way());
  const rowsOf = (side: readonly Registered[], topics: string, { key }: FileForm): readonly Cells[] =>
    side.map(({ person, topics: list, avoid, choices, capacity }) => ({
      [HEADER[key]]: nameBy(people[person]!, { ...way(), key }),
      [topics]: list,
      avoid: avoid.map(named),
      choices: choices.map(named),
      capacity: String(capacity),
    }));
  const peopleRows = people.map((person): Cells => {
    const { id, number, email, first, last, isTurned, manager, dotted, level, birthYear } = person;
    return {
      id,
      "employee number": number,
      email,
      name: isTurned ? `${last}, ${first}` : `${first} ${last}`,
      manager: manager === undefined ? "" : named(manager),
      "dotted line manager": dotted.map(named),
      level: String(level),
      "birth year": String(birthYear),
    };
  });
  return {
    sources: {
      people: source("people", peopleRows, writing.people),
      mentors: source("mentors", rowsOf(mentors, "teaches", writing.mentors), writing.mentors),
      mentees: source("mentees", rowsOf(mentees, "learns", writing.mentees), writing.mentees),
    },
    history: met.map(([a, b]) => ({ mentorId: named(a), menteeId: named(b) })),
  };
}

type Cells = Readonly<Record<string, string | readonly string[]>>;

const HEADER = { id: "id", number: "employee number", email: "email" } as const;

function nameBy({ id, number, email, first, last }: Someone, { key, case: letters, isTurned, isDecimal }: Way): string {
  const text = { id, number, email, name: isTurned ? `${last}, ${first}` : `${first} ${last}` }[key];
  const decimal = isDecimal && key === "id" && /^[1-9][0-9]*$/u.test(text) ? `${text}.0` : text;
  return letters === "upper" ? decimal.toUpperCase() : letters === "lower" ? decimal.toLowerCase() : decimal;
}

function source(name: string, rows: readonly Cells[], { format, delimiter }: FileForm): TextSource {
  if (format === "csv") {
    const headers = Object.keys(rows[0] ?? {});
    const lines = rows.map((row) => headers.map((header) => [row[header] ?? ""].flat().join("; ")));
    return { name: `${name}.csv`, text: Papa.unparse([headers, ...lines], { delimiter }) };
  }
  if (format === "ndjson") return { name: `${name}.ndjson`, text: rows.map((row) => JSON.stringify(row)).join("\n") };
  if (format === "json") return { name: `${name}.json`, text: JSON.stringify(rows) };
  return { name: `${name}.json`, text: JSON.stringify({ totalResults: rows.length, Resources: rows.map(scimUser) }) };
}

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

function scimUser({ id, email, name, manager, "employee number": employeeNumber, ...rest }: Cells): object {
  return {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
    id,
    displayName: name,
    emails: [
      { value: `home.${String(email)}`, type: "home" },
      { value: email, type: "work" },
    ],
    ...rest,
    [ENTERPRISE]: { employeeNumber, ...(manager === "" ? {} : { manager: { value: manager } }) },
  };
}
