import type { MatchInput } from "../src/index.ts";

const ZONES = ["Europe/Istanbul", "Europe/London", "Europe/Berlin", "America/New_York", "Asia/Dubai", "Asia/Kolkata"];
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"];

/** A small linear congruential generator, so that every run measures the same programme. */
function generator(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * limit);
  };
}

/** Everybody scored on all four criteria: 3-6 of 60 topics, 2-3 of 12 goals, 5-10 windows in 6 zones, a 12-level tree. */
export function programmeOf(size: number): MatchInput {
  const below = generator(size);
  const list = <Item>(count: number, make: () => Item): Item[] => Array.from({ length: count }, make);
  const unique = (texts: string[]): string[] => [...new Set(texts)];
  const people = Array.from({ length: 2 * size }, (_, index) => ({
    id: `p${index}`,
    ...(index === 0 ? {} : { managerId: `p${Math.floor((index - 1) / 2)}` }),
    birthYear: index < size ? 1955 + below(25) : 1982 + below(22),
  }));
  const registration = () => ({
    goals: unique(list(2 + below(2), () => `goal ${below(12)}`)),
    timeZone: ZONES[below(ZONES.length)] ?? "UTC",
    availability: list(5 + below(6), () => {
      const hour = 7 + below(11);
      const pad = (number: number): string => String(number).padStart(2, "0");
      return `${DAYS[below(5)] ?? "Mon"} ${pad(hour)}:${below(2) === 0 ? "00" : "30"}-${pad(hour + 1 + below(2))}:00`;
    }).join("; "),
  });
  return {
    people,
    period: { start: "2027-01-04", end: "2027-07-04" },
    mentors: people.slice(size).map(({ id }) => ({
      id,
      teaches: unique(list(3 + below(4), () => `topic ${below(60)}`)),
      capacity: 1 + below(2),
      ...registration(),
    })),
    mentees: people.slice(0, size).map(({ id }) => ({
      id,
      learns: unique(list(3 + below(4), () => `topic ${below(60)}`)).map((topic, place) => ({
        topic,
        priority: place + 1,
      })),
      ...registration(),
    })),
  };
}
