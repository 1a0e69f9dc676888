import { isFormulaError } from "../values/formula-error.ts";
import type { Cell } from "../values/numbers.ts";
import type { Finding, Item, List } from "../outcome/finding.ts";
import { isRecord } from "../../base/given.ts";
import type { Field, ReadOptions, Row } from "../source.ts";
import { identify } from "./identify.ts";
import { folded, KEY_FIELDS, keyText } from "./keys.ts";
import { createReferences } from "./references.ts";
import { createRegister, type Known, knownPerson } from "./register.ts";
import { createTally, type Tally } from "./tally.ts";

/**
 * The one answer to "who is that?" for everything that names a person: rows of people and registrations, managers, dotted
 * lines, `avoid`, `choices`, and with `find` also calendars, pins, bans, histories, published plans and operands.
 *
 * **Keys.** A person is known by id, employee number and e-mail address, and in references also by name. An address and a
 * name are compared without letter case, a name in both orders ("Os, Bo" is "Bo Os"). Ids and numbers are compared exactly.
 *
 * **Order.** All who have a text exactly, as any of these keys, are asked together: a form that asks for "your id" gets
 * numbers and addresses, so the header decides nothing. Only where there is nobody, ids and numbers are compared without
 * letter case and without a decimal zero (`7.0`), names without their order; and only then without the zeros before their
 * digits, which is a warning.
 *
 * **Who there is.** The rows of the file of people, one person each. The row of a registration is the person whom all its
 * keys fit. Who is not there is an error, or with `allowGuests` a warning. Without that file each file that is read says
 * who there is, beside those before it.
 *
 * **Errors**, at all rows concerned: a text that several people have (PERSON_AMBIGUOUS, REFERENCE_AMBIGUOUS: an id here, a
 * number there, or a name of two); keys of one row that fit several people, and one id with two addresses or numbers
 * (KEYS_CONFLICT); one address or number of two people (KEY_SHARED); columns of managers that name different people
 * (MANAGERS_DIFFER); nobody among the people (PERSON_UNKNOWN). Who is named and in no file is left for the model to refuse.
 *
 * **Warnings**, once a file and column with their lines: GUESTS, ZEROS_LOST, ID_NOT_OF_PEOPLE (a form's own numbers beside
 * an address that is known), ORG_SELF (one's own manager: the top), EXTERNAL_MANAGERS, MANAGER_UNKNOWN.
 *
 * **Results carry** the id of the file of people: its id, else its employee number, else its address, as written there.
 */
export interface People {
  /** The id of a row's person; what stands there where it is no text, for the model to refuse. */
  readonly idOf: (row: Row) => unknown;
  /** What a row writes of other people, as ids. */
  readonly resolve: (row: Row, field: Field, value: unknown) => Cell;
  /** Ids of all whom a text may mean: none, one, or several where it is ambiguous. */
  readonly find: (text: string) => readonly string[];
  /** Managers who are in no file, as people. To be asked once all rows are read. */
  readonly externals: () => readonly Item[];
  readonly tally: Tally;
}

/** Finds out who is who in all files. Problems of rows are told; those of references when they are asked for. */
export function readPeople(
  rows: Readonly<Record<List | "input", readonly Row[]>>,
  lostWords: ReadonlySet<string>,
  { allowGuests = false, externalManagers = false }: ReadOptions,
  findings: Finding[],
): People {
  const tally = createTally();
  const lost = new Set([...lostWords].map(folded));
  const identities = identify(rows, { allowGuests, lost, findings, tally });
  const references = createReferences({ ...identities, externalManagers, lost, tally });
  return {
    ...references,
    idOf: (row) => identities.personOf.get(row)?.id ?? statedId(row),
    find: (text) => identities.register.find(keyText(text) ?? "", true).people.map(({ id }) => id),
    tally,
  };
}

/** Whom a text means among the people of a document, which have ids and perhaps names. */
export function finderOf(file: string, entries: readonly unknown[]): People["find"] {
  const register = createRegister();
  const known = new Map<string, Known>();
  for (const entry of entries.filter(isRecord)) {
    const { id, name } = entry;
    if (typeof id !== "string") continue;
    const values: Row["values"] = new Map([
      ["id", { value: id, column: 1 }],
      ["name", { value: name, column: 1 }],
    ]);
    const row = { file, line: 1, values, raw: [] };
    const person = known.get(id) ?? knownPerson(id, true, row);
    known.set(id, person);
    register.learn(row, person);
  }
  register.loosen();
  return (text) => register.find(text.trim(), true).people.map(({ id }) => id);
}

function statedId(row: Row): unknown {
  return KEY_FIELDS.map((field) => row.values.get(field)?.value).find(
    (value) => value !== undefined && !isFormulaError(value),
  );
}
