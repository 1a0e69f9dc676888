import { normalId } from "../../base/ids.ts";
import type { Person } from "../../index.ts";
import { joined } from "../facts.ts";
import type { PoolState } from "../state.ts";

/** Somebody who is forgotten, and what ran through them. */
export interface Gone {
  /** In its normal form. */
  readonly id: string;
  readonly isOwn: (id: string) => boolean;
  readonly managerId: string | undefined;
  readonly dottedLineManagerIds: readonly string[];
  /** Whom the person manages by a solid line. */
  readonly reports: ReadonlySet<string>;
  /** Those who state dotted lines somewhere: whatever is added to these has to stand there. */
  readonly dotted: ReadonlySet<string>;
}

/** What a state tells of somebody who is forgotten. */
export function goneFrom({ programme, former, mentees, mentors }: PoolState, id: string): Gone {
  const own = normalId(id);
  const isOwn = (other: string): boolean => normalId(other) === own;
  const stated: readonly Person[] = [
    ...(programme.people ?? []),
    ...[...mentees, ...mentors].map(({ entry }) => entry),
    ...former,
  ];
  const person = stated.filter((each) => isOwn(each.id)).reduce(joined, { id: own });
  const idsOf = (people: readonly Person[]): ReadonlySet<string> => new Set(people.map((each) => normalId(each.id)));
  return {
    id: own,
    isOwn,
    managerId: person.managerId ?? undefined,
    dottedLineManagerIds: person.dottedLineManagerIds ?? [],
    reports: idsOf(stated.filter(({ managerId }) => typeof managerId === "string" && isOwn(managerId))),
    dotted: idsOf(stated.filter(({ dottedLineManagerIds }) => dottedLineManagerIds !== undefined)),
  };
}

/** Fields in which an entry names others. */
interface Names extends Pick<
  Person,
  "id" | "managerId" | "dottedLineManagerIds" | "evaluatorIds" | "assistantIds" | "formerManagerIds"
> {
  readonly avoid?: readonly string[] | undefined;
  readonly choices?: readonly string[] | undefined;
}

/** The entry without the person, whose lines go on to those above; the same object if it does not name them. */
export function entryWithout<Entry extends Names>(entry: Entry, gone: Gone): Entry {
  const changes = { ...lineChanges(entry, gone), ...listChanges(entry, gone) };
  return Object.keys(changes).length === 0 ? entry : { ...entry, ...changes };
}

function lineChanges({ id, managerId, dottedLineManagerIds }: Names, gone: Gone): Partial<Names> {
  const isReport = typeof managerId === "string" && gone.isOwn(managerId);
  // their dotted lines stand in one list, which has to be the same wherever it stands
  const isListHere = dottedLineManagerIds !== undefined || (isReport && !gone.dotted.has(normalId(id)));
  const own = dottedLineManagerIds ?? [];
  const above = [...(gone.managerId === undefined ? [] : [gone.managerId]), ...gone.dottedLineManagerIds];
  const list = [
    ...own.flatMap((each) => (gone.isOwn(each) ? above : [each])),
    ...(gone.reports.has(normalId(id)) ? gone.dottedLineManagerIds : []),
  ].filter((each, place, all) => normalId(each) !== normalId(id) && !gone.isOwn(each) && all.indexOf(each) === place);
  const isSame = list.length === own.length && list.every((each, place) => each === own[place]);
  return {
    ...(isReport ? { managerId: gone.managerId ?? null } : {}),
    ...(!isListHere || isSame ? {} : { dottedLineManagerIds: list }),
  };
}

function listChanges(
  { evaluatorIds, assistantIds, formerManagerIds, avoid, choices }: Names,
  gone: Gone,
): Partial<Names> {
  const lists = { evaluatorIds, assistantIds, avoid, choices };
  const changed = Object.entries(lists).flatMap(([field, list]) =>
    list?.some(gone.isOwn) === true ? [[field, list.filter((each) => !gone.isOwn(each))] as const] : [],
  );
  const isFormer = (each: NonNullable<Person["formerManagerIds"]>[number]): boolean =>
    gone.isOwn(typeof each === "string" ? each : each.id);
  return {
    ...Object.fromEntries(changed),
    ...(formerManagerIds?.some(isFormer) === true
      ? { formerManagerIds: formerManagerIds.filter((each) => !isFormer(each)) }
      : {}),
  };
}
