import { asPublic } from "../../base/public.ts";
import { TersineError, toUtc } from "../../index.ts";
import { normalHeader } from "../columns/header-text.ts";
import { cellsTable } from "../feedback/cells-table.ts";
import type { FileSource, ReadOutcome, SourceIssue } from "../source.ts";
import { readZoneText } from "../values/zones.ts";
import type { TalkSlot } from "./invitations.ts";

/** Slots for talks, and who cannot talk in which. */
export interface ReadSlots {
  readonly slots: readonly TalkSlot[];
  /** Ids of those who cannot, by name of slot. */
  readonly busy: ReadonlyMap<string, ReadonlySet<string>>;
  readonly issues: readonly SourceIssue[];
}

type SlotField = "slot" | "start" | "end" | "timeZone" | "busy";

const HEADERS: Readonly<Record<SlotField, readonly string[]>> = {
  slot: ["slot", "name", "round", "saat dilimi", "tur", "oturum"],
  start: ["start", "from", "başlangıç"],
  end: ["end", "to", "until", "bitiş"],
  timeZone: ["time zone", "zone", "zaman dilimi"],
  busy: ["busy", "not free", "uygun olmayanlar", "meşgul"],
};

const FIELD_OF: ReadonlyMap<string, SlotField> = new Map(
  (Object.keys(HEADERS) as SlotField[]).flatMap((field) =>
    [field, ...HEADERS[field]].map((header) => [normalHeader(header), field] as const),
  ),
);

/** `2027-03-01 10:00`, with a blank or a T. */
const TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::\d{2})?$/u;
const DAY_MINUTES = 1_440;

/**
 * Reads slots, one a row: `slot` (a name), `start` and `end` as `2027-03-01 10:00` on the clock of `timeZone`, and `busy`, those who
 * cannot talk then, divided by `;`. A table without a name takes the start as the name. Zones are names of today or before, of
 * Windows too, or offsets; what is not read is told with its line.
 *
 * @param options `timeZone` is that of rows that name none
 */
export function slotsFromRows(
  source: FileSource,
  options: { readonly find?: ReadOutcome["find"]; readonly timeZone?: string } = {},
): ReadSlots {
  return asPublic("slotsFromRows", () => {
    const { find, timeZone = "UTC" } = options;
    const table = cellsTable(source);
    if ("issues" in table) return { slots: [], busy: new Map(), issues: table.issues };
    const fields = table.headers.map((header) => FIELD_OF.get(normalHeader(header)));
    const issues: SourceIssue[] = [];
    const told = (code: string, message: string, line: number | undefined): void => {
      issues.push({ code, severity: "error", file: source.name, ...(line === undefined ? {} : { line }), message });
    };
    if (!fields.includes("slot") && !fields.includes("start")) {
      told("COLUMN_MISSING", "expected a column slot with names, or start and end.", table.line);
      return { slots: [], busy: new Map(), issues };
    }
    const busy = new Map<string, ReadonlySet<string>>();
    const slots = table.rows.flatMap(({ cells, line, fault }): readonly TalkSlot[] => {
      if (fault !== undefined) told(fault.code, fault.message, line);
      const cell = (field: SlotField): string => (cells[fields.indexOf(field)] ?? "").trim();
      const name = cell("slot") === "" ? cell("start") : cell("slot");
      if (name === "") return [];
      const zone = zoneOf(cell("timeZone") === "" ? timeZone : cell("timeZone"), (code, message) => {
        told(code, message, line);
      });
      const time = timeOf(cell("start"), cell("end"), zone ?? "UTC", (message) => {
        told("TIME_FORMAT", message, line);
      });
      if (busy.has(name)) told("ID_DUPLICATE", "expected a name of its own for each slot, got one twice.", line);
      busy.set(
        name,
        new Set(
          peopleIn(cell("busy"), find, (code, message) => {
            told(code, message, line);
          }),
        ),
      );
      return [{ name, ...time, ...(zone === undefined ? {} : { timeZone: zone }) }];
    });
    if (slots.length === 0 && issues.length === 0) told("FILE_EMPTY", "expected slots, got none.", undefined);
    return { slots, busy, issues };
  });
}

/** The name of a zone, however it is written; none, and told, if nobody knows it. */
function zoneOf(text: string, told: (code: string, message: string) => void): string | undefined {
  const { zone } = readZoneText(text);
  try {
    toUtc("2027-01-01T00:00", zone);
    return zone;
  } catch (error) {
    if (!(error instanceof TersineError)) throw error;
    const [{ code, message } = { code: "ZONE_UNKNOWN", message: "expected a time zone." }] = error.issues;
    told(code, message);
    return undefined;
  }
}

function timeOf(
  from: string,
  to: string,
  zone: string,
  told: (message: string) => void,
): Pick<TalkSlot, "start" | "minutes"> {
  if (from === "" && to === "") return {};
  const [start, end] = [from, to].map((text) => {
    const [, date, clock] = TIME.exec(text) ?? [];
    const time = `${date ?? ""}T${clock ?? ""}`;
    return isOnClock(time) ? time : undefined;
  });
  if (start === undefined || (end === undefined && to !== "")) {
    told("expected times such as 2027-03-01 10:00.");
    return {};
  }
  if (end === undefined) return { start, minutes: 30 };
  const minutes = (Date.parse(toUtc(end, zone)) - Date.parse(toUtc(start, zone))) / 60_000;
  if (minutes > 0 && minutes <= DAY_MINUTES) return { start, minutes };
  told("expected an end behind the start, within a day.");
  return {};
}

/** Whether there is such a day and time: `Date.parse` takes 30 February and 24:00 for those of the next day. */
function isOnClock(time: string): boolean {
  const instant = Date.parse(`${time}Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(time);
}

function peopleIn(
  text: string,
  find: ReadOutcome["find"] | undefined,
  told: (code: string, message: string) => void,
): readonly string[] {
  return text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .flatMap((part) => {
      const [id, ...others] = find === undefined ? [part] : find(part);
      if (others.length > 0) told("REFERENCE_AMBIGUOUS", "expected one person, got what several people have.");
      else if (id === undefined) told("PERSON_UNKNOWN", "expected somebody of the programme, got another.");
      return id === undefined ? [] : [id];
    });
}
