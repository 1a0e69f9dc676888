/**
 * A calculation that pauses wherever it yields, so that other work can go on in between. What it yields says how far it has
 * come; most yield nothing. Only loops over people, rows or cases pause: a pass over edges or numbers is a plain loop, which
 * takes milliseconds.
 */
export type Steps<Result, Progress = void> = Generator<Progress, Result, void>;

/** Edges, or other entries of arrays, that a loop over rows or cases looks at between two pauses: a few milliseconds. */
export const SLICE = 1 << 18;

/** Runs a calculation to its end without a pause. */
export function drain<Result>(steps: Steps<Result, unknown>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same calculation; what it yields is replaced by what `progressOf` makes of it. */
export function* withProgress<Result, Given, Progress>(
  steps: Steps<Result, Given>,
  progressOf: (given: Given) => Progress,
): Steps<Result, Progress> {
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield progressOf(step.value);
  return step.value;
}

/** A calculation whose work comes after work that is done. */
export function countedOn<Result>(done: number, steps: Steps<Result, number>): Steps<Result, number> {
  return withProgress(steps, (work) => done + work);
}

/** The same calculation; its result is replaced by what `make` makes of it. */
export function* mapResult<Result, Made, Progress>(
  steps: Steps<Result, Progress>,
  make: (result: Result) => Made,
): Steps<Made, Progress> {
  return make(yield* steps);
}

/** A calculation that is at its end. */
// eslint-disable-next-line require-yield -- there is nothing left to pause in
export function* finished<Result>(result: Result): Steps<Result, never> {
  return result;
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
