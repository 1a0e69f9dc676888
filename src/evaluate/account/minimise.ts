import { throwIssues } from "../../base/error.ts";
import { issue } from "../../base/given.ts";
import { asPublic } from "../../base/public.ts";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import {
  checkInput,
  type MatchInput,
  type MatchOptions,
  type MenteeEntry,
  type MentorEntry,
  type Person,
} from "../../index.ts";
import { requiredFields, type RequiredField } from "./required-fields.ts";

/**
 * A copy of the input without what no criterion and no rule of the options reads, names among it, and without people who
 * neither take part nor are needed for a reporting line. A match of it gives the same pairs with the same reasons; what
 * differs is the fingerprint of the input in the manifest, and warnings of data that nothing read.
 *
 * @throws TersineError as `matchPairs` for an input that cannot be read
 */
export function minimise(input: MatchInput, options: MatchOptions = {}): MatchInput {
  return asPublic("minimise", () => {
    throwIssues(checkInput(input).issues);
    const fields = new Map<string, RequiredField>(requiredFields(options).map((each) => [each.field, each]));
    const without = <Entry extends Person>(entry: Entry): Entry =>
      // fields that every entry needs are always among those kept
      Object.fromEntries(
        Object.entries(entry).flatMap(([field, value]): readonly (readonly [string, unknown])[] => {
          if (field === "attributes") return keptAttributes(entry.attributes, fields.get(field));
          return field === "id" || fields.has(field) ? [[field, value]] : [];
        }),
      ) as unknown as Entry;
    const { people, mentors, mentees, period, levels } = input;
    const entries = [...mentors, ...mentees];
    const named = new Set(
      entries
        .flatMap(({ id, avoid = [], choices = [] }) => [id, ...avoid, ...(fields.has("choices") ? choices : [])])
        .map((id) => id.normalize("NFC")),
    );
    const needed = fields.has("managerId") ? people : people?.filter(({ id }) => named.has(id.normalize("NFC")));
    return {
      ...(needed === undefined ? {} : { people: needed.map(without) }),
      mentors: mentors.map(without),
      mentees: mentees.map(without),
      ...(period === undefined ? {} : { period }),
      ...(levels === undefined || !fields.has("level") ? {} : { levels }),
    };
  });
}

function keptAttributes(
  attributes: Person["attributes"],
  field: RequiredField | undefined,
): readonly (readonly [string, unknown])[] {
  if (attributes === undefined || field === undefined) return [];
  const names = field.attributes;
  if (names === undefined) return [["attributes", attributes]];
  const kept = Object.entries(attributes).filter(([name]) => names.includes(name));
  return kept.length === 0 ? [] : [["attributes", Object.fromEntries(kept)]];
}

/** An input by pseudonyms, and which is whose. */
export interface Pseudonymised {
  readonly input: MatchInput;
  /** The pseudonym of each id. Keep it, and the key, apart from the input. */
  readonly pseudonyms: ReadonlyMap<string, string>;
}

/** Bytes of a key, at least. */
const KEY_BYTES = 32;

/**
 * A copy of the input in which each id is a pseudonym (HMAC-SHA-256 of the id, 32 hexadecimal digits) and nobody has a name.
 * With another key the pseudonyms cannot be linked to these. Who has the key can tell who is who, so the data stays personal
 * data. Ties of equal plans are settled by id, so a match of it may choose another plan that is as good.
 *
 * `attributes` stay as they are: take out of them what tells who somebody is.
 *
 * @param key At least 32 bytes, from a source of random bytes
 * @throws TersineError KEY_LENGTH; as `matchPairs` for an input that cannot be read
 */
export function pseudonymise(input: MatchInput, key: Uint8Array): Pseudonymised {
  return asPublic("pseudonymise", () => {
    if (!(key instanceof Uint8Array) || key.length < KEY_BYTES) {
      throwIssues([issue("KEY_LENGTH", "/key", `expected a key of at least ${KEY_BYTES} bytes.`)]);
    }
    throwIssues(checkInput(input).issues);
    const pseudonyms = new Map<string, string>();
    const of = (id: string): string => {
      const normal = id.normalize("NFC");
      const known = pseudonyms.get(normal) ?? digits(hmac(sha256, key, new TextEncoder().encode(normal)));
      pseudonyms.set(normal, known);
      return known;
    };
    const person = <Entry extends Person>(entry: Entry): Omit<Entry, "name"> => {
      const { id, managerId, dottedLineManagerIds, evaluatorIds, assistantIds, formerManagerIds } = entry;
      const nameless: Entry & { name?: unknown } = { ...entry };
      delete nameless.name;
      return {
        ...nameless,
        id: of(id),
        ...(managerId === undefined || managerId === null ? {} : { managerId: of(managerId) }),
        ...(dottedLineManagerIds === undefined ? {} : { dottedLineManagerIds: dottedLineManagerIds.map(of) }),
        ...(evaluatorIds === undefined ? {} : { evaluatorIds: evaluatorIds.map(of) }),
        ...(assistantIds === undefined ? {} : { assistantIds: assistantIds.map(of) }),
        ...(formerManagerIds === undefined
          ? {}
          : {
              formerManagerIds: formerManagerIds.map((former) =>
                typeof former === "string" ? of(former) : { ...former, id: of(former.id) },
              ),
            }),
      };
    };
    const wishes = <Entry extends MentorEntry | MenteeEntry>({
      avoid,
      choices,
    }: Entry): Pick<Entry, "avoid" | "choices"> => ({
      ...(avoid === undefined ? {} : { avoid: avoid.map(of) }),
      ...(choices === undefined ? {} : { choices: choices.map(of) }),
    });
    const { people, mentors, mentees, ...rest } = input;
    const hidden = {
      ...rest,
      ...(people === undefined ? {} : { people: byId(people.map(person)) }),
      mentors: byId(mentors.map((mentor) => ({ ...person(mentor), teaches: mentor.teaches, ...wishes(mentor) }))),
      mentees: byId(mentees.map((mentee) => ({ ...person(mentee), learns: mentee.learns, ...wishes(mentee) }))),
    };
    return { input: hidden, pseudonyms };
  });
}

/** In the order of the pseudonyms, so that the order of the input tells nothing either. */
function byId<Entry extends { readonly id: string }>(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function digits(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
