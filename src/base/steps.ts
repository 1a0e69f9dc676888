/**
 * A calculation that can be paused wherever it yields, so that other work goes on in between. What it yields tells how
 * far it has come; most tell nothing. Only loops over people, rows or cases pause: a pass over edges or numbers is a plain
 * loop, which takes milliseconds.
 */
export type Steps<Result, Told = void> = Generator<Told, Result, void>;

/** Looks at edges or other entries of arrays between two pauses: a few milliseconds. */
export const SLICE = 1 << 18;

/** Runs a calculation to its end without a pause. */
export function drain<Result>(steps: Steps<Result, unknown>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same calculation, but every pause tells `told`. */
export function* telling<Result, Told>(steps: Steps<Result, unknown>, told: Told): Steps<Result, Told> {
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield told;
  return step.value;
}

/** People whose records are read between two pauses: a few milliseconds. */
const PEOPLE_AT_A_TIME = 64;

/** `people.forEach(take)`, with a pause every few people. */
export function* forPeople<Person>(
  people: readonly Person[],
  take: (person: Person, index: number) => void,
): Steps<void> {
  for (const [index, person] of people.entries()) {
    take(person, index);
    if (index % PEOPLE_AT_A_TIME === PEOPLE_AT_A_TIME - 1) yield;
  }
}

/** `people.map(make)`, with a pause every few people. */
export function* mapPeople<Person, Made>(
  people: readonly Person[],
  make: (person: Person, index: number) => Made,
): Steps<Made[]> {
  const made: Made[] = [];
  yield* forPeople(people, (person, index) => made.push(make(person, index)));
  return made;
}
