import { at, valueOf } from "../../base/at.ts";
import { pointer, type TersineIssue } from "../../base/error.ts";
import type { OrgChart, ReportingLines } from "../../base/organisation/chart.ts";
import { mutualGroups, solidCycles } from "../../base/organisation/cycles.ts";
import { placeOfField, type KnownPerson } from "./people.ts";
import type { Person } from "../input.ts";
import type { Warning } from "../warning.ts";

/** The lines of a checked organisation, by position. */
export function reportingLinesOf(people: readonly Person[]): readonly ReportingLines[] {
  const positionOf = new Map(people.map(({ id }, position) => [id, position]));
  return people.map(({ id, managerId, dottedLineManagerIds = [] }) => ({
    id,
    manager: typeof managerId === "string" ? valueOf(positionOf, managerId) : undefined,
    dotted: dottedLineManagerIds.map((manager) => valueOf(positionOf, manager)),
  }));
}

/**
 * Lines that are not allowed: to oneself, to somebody unknown, in a circle.
 *
 * @param mentioned Ids of everybody in the input, also of those left out of `people` for other problems.
 */
export function chartIssues(people: readonly KnownPerson[], mentioned: ReadonlySet<string>): readonly TersineIssue[] {
  const issues: TersineIssue[] = [];
  for (const known of people) {
    const { person } = known;
    if (typeof person.managerId === "string") {
      const issue = lineIssue(person.id, person.managerId, mentioned, () => placeOfField(known, "managerId"));
      if (issue !== undefined) issues.push(issue);
    }
    for (const manager of person.dottedLineManagerIds ?? []) {
      const issue = lineIssue(person.id, manager, mentioned, () => placeOfField(known, "dottedLineManagerIds"));
      if (issue !== undefined) issues.push(issue);
    }
  }
  return [...issues, ...cycleIssues(people)];
}

/** Whether `chartIssues` would find nothing, if these people are everybody. */
export function areLinesSound(people: readonly Person[]): boolean {
  const positionOf = new Map(people.map(({ id }, position) => [id, position]));
  const isAnother = (id: string, manager: string): boolean => manager !== id && positionOf.has(manager);
  const areKnown = people.every(
    ({ id, managerId, dottedLineManagerIds }) =>
      (typeof managerId !== "string" || isAnother(id, managerId)) &&
      (dottedLineManagerIds ?? []).every((manager) => isAnother(id, manager)),
  );
  if (!areKnown) return false;
  const managerOf = Int32Array.from(people, ({ managerId }) =>
    typeof managerId === "string" ? valueOf(positionOf, managerId) : -1,
  );
  return solidCycles(managerOf).length === 0;
}

function lineIssue(
  id: string,
  manager: string,
  mentioned: ReadonlySet<string>,
  place: () => readonly PropertyKey[],
): TersineIssue | undefined {
  if (manager === id) {
    return { code: "ORG_SELF", path: pointer(place()), message: "expected another person, got the person's own id." };
  }
  if (mentioned.has(manager)) return undefined;
  return {
    code: "ORG_UNKNOWN_MANAGER",
    path: pointer(place()),
    message: "expected the id of somebody in the input, got another.",
    hint: "Add the manager to people, or leave the field out for the top of the organisation.",
  };
}

function cycleIssues(people: readonly KnownPerson[]): readonly TersineIssue[] {
  const positionOf = new Map(people.map(({ person }, position) => [person.id, position]));
  const managerOf = Int32Array.from(people, ({ person: { id, managerId } }) =>
    typeof managerId === "string" && managerId !== id ? (positionOf.get(managerId) ?? -1) : -1,
  );
  return solidCycles(managerOf).map((cycle) => {
    const places = cycle.map((index) => placeOfField(at(people, index), "managerId"));
    const owners = places.map((place) => pointer(place.slice(0, -1)));
    return {
      code: "ORG_CYCLE",
      path: pointer(at(places, 0)),
      message: `expected a chain of managers that ends, got a circle of ${places.length}: ${listPlaces(owners)}.`,
    };
  });
}

/** Most places that a message lists. */
const LISTED = 10;

function listPlaces(places: readonly string[]): string {
  const more = places.length - LISTED;
  return places.slice(0, LISTED).join(" → ") + (more > 0 ? ` → and ${more} more` : "");
}

/** Warns of circles that need a dotted line: each person of one counts as above all the others. */
export function lineCycleWarnings(chart: OrgChart, people: readonly Person[]): readonly Warning[] {
  return mutualGroups(chart.managerOf, chart.dottedOf).map((group) => {
    const ids = group.map((index) => at(people, index).id);
    return {
      code: "LINE_CYCLE",
      en: `${ids.length} people are above each other through dotted lines; they are not paired with each other.`,
      tr: `${ids.length} kişi matris (noktalı) raporlama hatlarıyla birbirinin üstü görünüyor; kendi aralarında eşleştirilmezler.`,
      ids,
    };
  });
}
