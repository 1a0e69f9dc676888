/**
 * Every cycle of solid lines, as the people on it from the one with the lowest index upward. People have at most one
 * solid manager, so cycles are disjoint and each is the shortest through its people. O(size), no recursion.
 *
 * @param managerOf Solid manager of each person; -1 for nobody.
 */
export function solidCycles(managerOf: Int32Array): readonly (readonly number[])[] {
  const cycles: number[][] = [];
  // 0: not seen; otherwise the number of the walk that came by first, counted from 1
  const walkOf = new Int32Array(managerOf.length);
  for (let start = 0; start < managerOf.length; start++) {
    let person = start;
    while (person >= 0 && walkOf[person] === 0) {
      walkOf[person] = start + 1;
      person = managerOf[person]!;
    }
    if (person >= 0 && walkOf[person] === start + 1) cycles.push(cycleThrough(person, managerOf));
  }
  return cycles;
}

function cycleThrough(person: number, managerOf: Int32Array): number[] {
  const cycle = [person];
  for (let above = managerOf[person]!; above !== person; above = managerOf[above]!) cycle.push(above);
  const first = cycle.indexOf(cycle.reduce((lowest, each) => (each < lowest ? each : lowest)));
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}

/**
 * Groups of people who are, over solid and dotted lines together, each above all the others: the strongly connected
 * components of more than one person (Tarjan, 1972, with an explicit stack). Ascending within and across groups.
 */
export function mutualGroups(
  managerOf: Int32Array,
  dottedOf: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const size = managerOf.length;
  const groups: number[][] = [];
  // number 0: not visited; finished people keep their number but leave the stack
  const numberOf = new Int32Array(size);
  const lowestReachOf = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const nextLineOf = new Int32Array(size);
  const stack: number[] = [];
  let visited = 0;

  const lineOf = (person: number, line: number): number | undefined =>
    line === 0 ? managerOf[person]! : dottedOf[person]![line - 1];
  const visit = (person: number): void => {
    numberOf[person] = lowestReachOf[person] = ++visited;
    onStack[person] = 1;
    stack.push(person);
  };
  const popGroup = (root: number): void => {
    const group: number[] = [];
    let person: number;
    do {
      person = stack.pop()!;
      onStack[person] = 0;
      group.push(person);
    } while (person !== root);
    if (group.length > 1) groups.push(group.sort((a, b) => a - b));
  };

  for (let start = 0; start < size; start++) {
    if (numberOf[start] !== 0) continue;
    const path = [start];
    visit(start);
    while (path.length > 0) {
      const person = path[path.length - 1]!;
      const above = lineOf(person, nextLineOf[person]!++);
      if (above === undefined) {
        path.pop();
        const below = path[path.length - 1];
        if (below !== undefined) lowestReachOf[below] = Math.min(lowestReachOf[below]!, lowestReachOf[person]!);
        if (lowestReachOf[person] === numberOf[person]) popGroup(person);
      } else if (above >= 0 && numberOf[above] === 0) {
        visit(above);
        path.push(above);
      } else if (above >= 0 && onStack[above] === 1) {
        lowestReachOf[person] = Math.min(lowestReachOf[person]!, numberOf[above]!);
      }
    }
  }
  return groups.sort((a, b) => a[0]! - b[0]!);
}
