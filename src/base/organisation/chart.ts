/** One person's lines upward, as positions in the list that the chart is built from. */
export interface ReportingLines {
  readonly id: string;
  /** Position of the solid manager; `undefined` for nobody. */
  readonly manager: number | undefined;
  /** Positions of the dotted-line managers. */
  readonly dotted: readonly number[];
}

/**
 * The organisation as a forest of solid lines with dotted lines across it. People are indexed from 0, in the order of
 * the list that the chart was built from.
 */
export interface OrgChart {
  readonly size: number;
  readonly indexOf: (id: string) => number | undefined;
  /** Solid manager of each person; -1 at a root. */
  readonly managerOf: Int32Array;
  /** Dotted-line managers of each person. */
  readonly dottedOf: readonly (readonly number[])[];
  /** Number of solid managers above each person; 0 at a root. */
  readonly depthOf: Int32Array;
  /** 1 for a person with a solid manager or solid reports; someone with neither stands outside the chart. */
  readonly hasLine: Uint8Array;
  /** Whether `manager` is a solid manager of `person`, at any distance; never of oneself. O(1). */
  readonly isAbove: (manager: number, person: number) => boolean;
  /** Lowest person who is both or a manager of both; `undefined` if the two have no common root. O(log size). */
  readonly commonManager: (a: number, b: number) => number | undefined;
  /** Solid lines on the path between two people; `undefined` if they have no common root. O(log size). */
  readonly distance: (a: number, b: number) => number | undefined;
}

/**
 * Builds the chart in O(size) without recursion, so that a chain of any length is fine. The solid lines must be free of
 * cycles: see `solidCycles`.
 *
 * Ancestors are answered by intervals of a depth-first numbering. Common managers climb along heavy paths (Sleator and
 * Tarjan, 1983): a person's heavy path continues to the report with the largest team, so every climb to the head of a
 * path at least halves the team that is left.
 */
export function buildOrgChart(people: readonly ReportingLines[]): OrgChart {
  const size = people.length;
  const indexById = new Map(people.map(({ id }, index) => [id, index]));
  const managerOf = Int32Array.from(people, ({ manager }) => manager ?? -1);
  const topDown = orderTopDown(managerOf);
  const { depthOf, teamSizeOf } = measureTeams(managerOf, topDown);
  const { enterOf, headOf } = numberDepthFirst(managerOf, topDown, teamSizeOf);

  const hasLine = new Uint8Array(size);
  for (let person = 0; person < size; person++) {
    const manager = managerOf[person]!;
    if (manager >= 0) hasLine[person] = hasLine[manager] = 1;
  }

  const isAbove = (manager: number, person: number): boolean => {
    const offset = enterOf[person]! - enterOf[manager]!;
    return offset > 0 && offset < teamSizeOf[manager]!;
  };
  const commonManager = (a: number, b: number): number | undefined => {
    while (headOf[a] !== headOf[b]) {
      if (depthOf[headOf[a]!]! < depthOf[headOf[b]!]!) [a, b] = [b, a];
      const above = managerOf[headOf[a]!]!;
      if (above < 0) return undefined;
      a = above;
    }
    return depthOf[a]! < depthOf[b]! ? a : b;
  };
  const distance = (a: number, b: number): number | undefined => {
    const common = commonManager(a, b);
    return common === undefined ? undefined : depthOf[a]! + depthOf[b]! - 2 * depthOf[common]!;
  };
  return {
    size,
    indexOf: (id) => indexById.get(id),
    managerOf,
    dottedOf: people.map(({ dotted }) => dotted),
    depthOf,
    hasLine,
    isAbove,
    commonManager,
    distance,
  };
}

/** All people, every manager before their reports. */
function orderTopDown(managerOf: Int32Array): Int32Array {
  const size = managerOf.length;
  const firstReportOf = new Int32Array(size).fill(-1);
  const nextPeerOf = new Int32Array(size).fill(-1);
  const order = new Int32Array(size);
  let placed = 0;
  for (let person = size - 1; person >= 0; person--) {
    const manager = managerOf[person]!;
    if (manager < 0) {
      order[placed++] = person;
    } else {
      nextPeerOf[person] = firstReportOf[manager]!;
      firstReportOf[manager] = person;
    }
  }
  for (let next = 0; next < placed; next++) {
    for (let report = firstReportOf[order[next]!]!; report >= 0; report = nextPeerOf[report]!) order[placed++] = report;
  }
  return order;
}

/** Depth of each person, and how many people their team holds at all depths, themselves included. */
function measureTeams(
  managerOf: Int32Array,
  topDown: Int32Array,
): { readonly depthOf: Int32Array; readonly teamSizeOf: Int32Array } {
  const depthOf = new Int32Array(managerOf.length);
  const teamSizeOf = new Int32Array(managerOf.length).fill(1);
  for (const person of topDown) {
    const manager = managerOf[person]!;
    if (manager >= 0) depthOf[person] = depthOf[manager]! + 1;
  }
  for (let place = topDown.length - 1; place >= 0; place--) {
    const person = topDown[place]!;
    const manager = managerOf[person]!;
    if (manager >= 0) teamSizeOf[manager]! += teamSizeOf[person]!;
  }
  return { depthOf, teamSizeOf };
}

/**
 * Depth-first numbers, under which the team of a person holds the numbers `enterOf[person]` up to, not including,
 * `enterOf[person] + teamSizeOf[person]`; and the topmost person of each heavy path.
 */
function numberDepthFirst(
  managerOf: Int32Array,
  topDown: Int32Array,
  teamSizeOf: Int32Array,
): { readonly enterOf: Int32Array; readonly headOf: Int32Array } {
  const size = managerOf.length;
  const heavyReportOf = new Int32Array(size).fill(-1);
  for (const person of topDown) {
    const manager = managerOf[person]!;
    if (manager < 0) continue;
    const heaviest = heavyReportOf[manager]!;
    if (heaviest < 0 || teamSizeOf[person]! > teamSizeOf[heaviest]!) heavyReportOf[manager] = person;
  }
  const enterOf = new Int32Array(size);
  const headOf = new Int32Array(size);
  // next free number inside each person's own interval; roots take theirs one after the other
  const nextNumberIn = new Int32Array(size);
  let nextRootNumber = 0;
  for (const person of topDown) {
    const manager = managerOf[person]!;
    if (manager < 0) {
      enterOf[person] = nextRootNumber;
      nextRootNumber += teamSizeOf[person]!;
    } else {
      enterOf[person] = nextNumberIn[manager]!;
      nextNumberIn[manager]! += teamSizeOf[person]!;
    }
    nextNumberIn[person] = enterOf[person] + 1;
    headOf[person] = manager >= 0 && heavyReportOf[manager] === person ? headOf[manager]! : person;
  }
  return { enterOf, headOf };
}
