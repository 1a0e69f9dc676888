import fc from "fast-check";
import type { MatchInput, MenteeEntry, MentorEntry, Person } from "../../src/model/schema/schema.ts";

/** What a random programme may look like. */
export interface ProgrammeShape {
  /** Most mentors and most mentees. @default 5 */
  readonly largest?: number;
  /** Whether minimum loads occur. @default false */
  readonly minima?: boolean;
  /** Largest capacity. @default 3 */
  readonly mostCapacity?: number;
}

/** Ids that objects and sorting by number would treat in their own way; the rest tell nothing. */
const NAMES = ["10", "9", "__proto__", "constructor", "ada", "Ada", "ökan", "zed", "m 1", "m 2", "k", "x~/y", "1e5"];

const YEARS = [1944, 1955, 1964, 1965, 1980, 1981, 1990, 1996, 1997, 2003];
const ZONES = ["Europe/Istanbul", "America/New_York", "Asia/Kathmandu"];
const WINDOWS = ["Mon 09:00-11:30", "Mon 10:00-12:00", "Wed 14:00-16:00", "Wed 15:00-18:00", "Fri 20:00-02:00"];
const TOPICS = ["AI", "ai ", "İklim", "iklim", "TikTok", "SQL"];
const GOALS = ["growth", "Growth", "network", "voice"];

/** Four whole weeks in which New York puts its clocks forward. */
const PERIOD = { start: "2027-03-01", end: "2027-03-28" };

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 4 });

interface Place {
  readonly manager: number | undefined;
  readonly dotted: readonly number[];
  readonly level: number | undefined;
  readonly birthYear: number | undefined;
  readonly careerStartYear: number | undefined;
  readonly generation: string | undefined;
}

const place: fc.Arbitrary<Place> = fc.record({
  manager: maybe(fc.nat(1_000)),
  dotted: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(fc.nat(1_000), { maxLength: 2 })),
  level: maybe(fc.integer({ min: 1, max: 6 })),
  birthYear: maybe(fc.constantFrom(...YEARS)),
  careerStartYear: maybe(fc.constantFrom(1980, 1999, 2009, 2019)),
  generation: maybe(fc.constantFrom("X", "Y", "Z")),
});

/**
 * An organisation: solid managers come earlier in a hidden order, dotted lines go anywhere but to oneself. Nobody has a
 * level in one of three.
 */
export const organisations: fc.Arbitrary<readonly Person[]> = fc
  .tuple(
    fc.shuffledSubarray(NAMES, { minLength: 2 }),
    fc.array(place, { minLength: NAMES.length, maxLength: NAMES.length }),
    fc.constantFrom(true, true, false),
  )
  .map(([ids, places, withLevels]) =>
    ids.map((id, index): Person => {
      const { manager, dotted, level, ...years } = places[index]!;
      const dottedLineManagerIds = [...new Set(dotted.map((each) => ids[each % ids.length]!))].filter(
        (each) => each !== id,
      );
      return present({
        id,
        managerId: manager === undefined || index === 0 ? undefined : ids[manager % index]!,
        dottedLineManagerIds: dottedLineManagerIds.length === 0 ? undefined : dottedLineManagerIds,
        level: withLevels ? level : undefined,
        ...years,
      });
    }),
  );

type Stated<T> = { [Key in keyof T]: T[Key] | undefined };

/** The same object without the fields that are not there. */
function present<T extends object>(fields: Stated<T> & { readonly id: string }): T & { readonly id: string };
function present(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const topic = fc.constantFrom(...TOPICS);
const offer = fc.oneof(topic, fc.record({ topic, level: fc.integer({ min: 1, max: 5 }) }));
const wish = fc.oneof(
  { weight: 3, arbitrary: topic },
  { weight: 2, arbitrary: fc.record({ topic, priority: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ topic, level: fc.constantFrom(1, 3), indispensable: fc.constant(true) }) },
);

const availability = fc
  .tuple(fc.subarray(WINDOWS, { minLength: 1, maxLength: 3 }), fc.constantFrom(...ZONES), fc.constantFrom(0, 1, 2))
  .map(([windows, timeZone, form]) => {
    if (form === 0) return { windows: windows.join("; "), timeZone };
    const objects = windows.map((window) => {
      const [day = "", hours = ""] = window.split(" ");
      const [start = "", end = ""] = hours.split("-");
      return { day, start, end };
    });
    return form === 1
      ? { windows: objects, timeZone }
      : { windows: objects, timeZone, away: [{ start: "2027-03-08", end: "2027-03-10" }] };
  });

interface Registration {
  readonly teaches: MentorEntry["teaches"];
  readonly learns: MenteeEntry["learns"];
  readonly goals: readonly string[] | undefined;
  readonly availability: MentorEntry["availability"];
  readonly capacity: number | undefined;
  readonly minimumLoad: number;
  readonly avoid: readonly number[];
}

const registrations = (mostCapacity: number): fc.Arbitrary<Registration> =>
  fc.record({
    teaches: fc.array(offer, { maxLength: 3 }),
    learns: fc.array(wish, { maxLength: 3 }),
    goals: maybe(fc.subarray(GOALS)),
    availability: maybe(availability),
    capacity: maybe(fc.integer({ min: 0, max: mostCapacity })),
    minimumLoad: fc.constantFrom(0, 0, 0, 1, 2),
    avoid: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(fc.nat(1_000), { maxLength: 2 })),
  });

/** Small whole programmes; people on both sides, missing data and empty sides occur. */
export function programmes(shape: ProgrammeShape = {}): fc.Arbitrary<MatchInput> {
  const { largest = 5, minima = false, mostCapacity = 3 } = shape;
  const sideOf = fc.array(registrations(mostCapacity), { minLength: largest, maxLength: largest });
  return fc
    .tuple(organisations, sideOf, sideOf, fc.nat(largest), fc.nat(largest), fc.nat(1_000), fc.boolean())
    .map(([people, mentorSide, menteeSide, mentors, mentees, start, withPeriod]): MatchInput => {
      const idAt = (index: number): string => people[index % people.length]!.id;
      const registered = ({ goals, capacity, minimumLoad, avoid, ...given }: Registration, id: string) =>
        present({
          id,
          goals: goals === undefined ? undefined : [...goals],
          availability: withPeriod ? given.availability : undefined,
          capacity,
          minimumLoad: minima ? Math.min(minimumLoad, capacity ?? 1) : undefined,
          avoid: avoid.length === 0 ? undefined : avoid.map(idAt),
        });
      const count = (wanted: number): number => Math.min(wanted, people.length);
      return {
        people,
        mentors: mentorSide
          .slice(0, count(mentors))
          .map((given, index) => ({ ...registered(given, idAt(index)), teaches: given.teaches })),
        // the two sides overlap by chance
        mentees: menteeSide
          .slice(0, count(mentees))
          .map((given, index) => ({ ...registered(given, idAt(start + index)), learns: given.learns })),
        ...(withPeriod ? { period: PERIOD } : {}),
      };
    });
}
