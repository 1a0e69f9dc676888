import { isRecord } from "../../base/given.ts";
import { isBlank } from "../rows/cells.ts";

type PlainObject = Readonly<Record<string, unknown>>;

/** Attributes of the enterprise extension of SCIM 2.0 (RFC 7643, 4.3), also in attribute notation (RFC 7644, 3.10). */
const EXTENSION = /^urn:ietf:params:scim:schemas:extension:enterprise:2\.0:User(?:[:.](?<attribute>.+))?$/iu;

/** Objects within objects that are followed. */
const MAX_DEPTH = 6;

/**
 * The fields of an object that stands for a person, by the names that headers have; what is nested comes under its path,
 * as `work.department`.
 *
 * Known shapes: SCIM 2.0 users, the `profile` of Okta, `{ label, value }` and `attributes` of Personio, the nested
 * sections of HiBob, `{ id, displayName }` for teams and managers of Graph, BambooHR and Workday. An object that stands
 * for one thing is its text; a manager is what finds them, a team what it is called.
 */
export function personFields(item: PlainObject): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  collect(unwrapped(item), "", 0, fields);
  if (isScimUser(item)) {
    fields.set("email", first(item["emails"], "value") ?? item["userName"]);
    fields.set("location", first(item["addresses"], "locality"));
    for (const key of ["emails", "addresses", "userName"]) fields.delete(key);
  }
  return fields;
}

/** A record of Personio holds its person in `attributes`. */
function unwrapped(item: PlainObject): PlainObject {
  const { type, attributes } = item;
  return typeof type === "string" && isRecord(attributes) ? attributes : item;
}

function collect(object: PlainObject, path: string, depth: number, fields: Map<string, unknown>): void {
  for (const [key, value] of Object.entries(object)) {
    const extension = EXTENSION.exec(key);
    if (extension !== null) {
      const attribute = extension.groups?.["attribute"];
      collect(attribute === undefined ? recordOf(value) : { [attribute]: value }, path, depth + 1, fields);
      continue;
    }
    // an earlier manager with a date is more than a person
    if (isPerson(key) && Array.isArray(value) && value.length === 1 && !isDated(value[0])) {
      collect({ [key]: value[0] as unknown }, path, depth, fields);
      continue;
    }
    if (!isRecord(value)) {
      if (!fields.has(`${path}${key}`) || !isBlank(value)) fields.set(`${path}${key}`, value);
      continue;
    }
    // windows with their zone and days away are one value
    if ("windows" in value) {
      fields.set(`${path}${key}`, value);
      continue;
    }
    if (key === "profile" && depth === 0) {
      collect(value, path, depth + 1, fields);
      continue;
    }
    if (key === "name" && !("value" in value)) {
      const { formatted, givenName, familyName } = value;
      for (const [part, text] of Object.entries({ name: formatted, givenName, familyName })) {
        if (!isBlank(text)) fields.set(`${path}${part}`, text);
      }
      continue;
    }
    const text = textOf(key, value, 0);
    if (text !== undefined) fields.set(`${path}${key}`, text);
    else if (depth < MAX_DEPTH && !isPerson(key)) collect(value, `${path}${key}.`, depth + 1, fields);
  }
}

function recordOf(value: unknown): PlainObject {
  return isRecord(value) ? value : {};
}

/** Where objects that stand for a person keep what finds them, and those that stand for a team or a place their name. */
const FINDING = ["id", "managerId", "employeeId", "employeeNumber", "email", "mail", "userPrincipalName"] as const;
const NAMING = ["displayName", "name", "descriptor"] as const;

function isDated(value: unknown): boolean {
  return isRecord(value) && "until" in value;
}

function isPerson(key: string): boolean {
  return /manager|supervisor|reports|y[oö]netici|amir/iu.test(key);
}

/**
 * The text of an object that stands for one thing, or none. `value` counts before all else: the label beside it names
 * the field and not what stands in it.
 */
function textOf(key: string, object: PlainObject, depth: number): unknown {
  if (depth > MAX_DEPTH) return undefined;
  // SCIM names attributes in any case (RFC 7643, 2.1), and so do others
  const valueOf = new Map(Object.entries(object).map(([name, value]) => [name.toLowerCase(), value] as const));
  const names = isPerson(key)
    ? [...FINDING, ...NAMING]
    : [...NAMING, ...(valueOf.has("id") && valueOf.size <= 2 ? ["id"] : [])];
  for (const name of ["value", "attributes", ...names]) {
    const value = valueOf.get(name.toLowerCase());
    if (isRecord(value)) {
      const text = textOf(key, value, depth + 1);
      if (text !== undefined) return text;
    } else if (isText(value)) return value;
  }
  const reference = isPerson(key) ? valueOf.get("$ref") : undefined;
  if (isText(reference)) return idIn(String(reference));
  // the label of a list of choices is what was chosen, where it has no value
  return !valueOf.has("value") && isText(valueOf.get("label")) ? valueOf.get("label") : undefined;
}

/** The id at the end of an address: `https://host/v2/Users/26%2D7/?attributes=id`. */
function idIn(address: string): string {
  const [path = ""] = address.split(/[?#]/u, 1);
  const id = path.split("/").findLast((part) => part !== "") ?? "";
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function isText(value: unknown): boolean {
  return (typeof value === "string" && value.trim() !== "") || typeof value === "number";
}

function isScimUser(item: PlainObject): boolean {
  return Array.isArray(item["schemas"]);
}

/** Whether an object stands for a group and not for a person: SCIM lists may hold both. */
export function isGroup(item: unknown): boolean {
  if (!isRecord(item)) return false;
  const { schemas, meta } = item;
  if (isRecord(meta) && meta["resourceType"] === "Group") return true;
  return Array.isArray(schemas) && schemas.length > 0 && schemas.every((name) => /:Group$/iu.test(String(name)));
}

/** Whether an account is switched off: its person may manage others and does not register. */
export function isInactive(item: PlainObject): boolean {
  return isScimUser(item) && (item["active"] === false || String(item["active"]).toLowerCase() === "false");
}

/** A field of the work entry, or of the first, of a multi-valued attribute. */
function first(list: unknown, field: string): unknown {
  if (!Array.isArray(list)) return undefined;
  const entries = Array.from<unknown>(list).filter(isRecord);
  return (entries.find(({ type }) => type === "work") ?? entries[0])?.[field];
}
