/** Runs a calculation that can be paused to its end without pauses. */
export function drain<Result>(steps: Generator<unknown, Result, void>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** People whose records are read between two pauses: a few milliseconds. */
const PEOPLE_AT_A_TIME = 64;

/** `items.forEach(take)`, to be paused every few items. */
export function* eachInTurn<Item>(
  items: readonly Item[],
  take: (item: Item, place: number) => void,
): Generator<void, void, void> {
  for (const [place, item] of items.entries()) {
    take(item, place);
    if (place % PEOPLE_AT_A_TIME === PEOPLE_AT_A_TIME - 1) yield;
  }
}

/** `people.flatMap(make)`, to be paused every few people. */
export function* inTurn<Person, Made>(
  people: readonly Person[],
  make: (person: Person, place: number) => readonly Made[],
): Generator<void, readonly Made[], void> {
  const all: Made[] = [];
  for (const [place, person] of people.entries()) {
    for (const made of make(person, place)) all.push(made);
    if (place % PEOPLE_AT_A_TIME === PEOPLE_AT_A_TIME - 1) yield;
  }
  return all;
}
