/** The organisation as a forest of solid lines with dotted lines across it; people are indexed from 0. */
export interface OrgChart {
  readonly size: number;
  readonly indexOf: (id: string) => number | undefined;
  /** Number of solid managers above a person; 0 at a root. Indexed by person. */
  readonly depthOf: Int32Array;
  /** Whether the person has a manager or reports; someone with neither stands outside the chart. Indexed by person. */
  readonly hasLine: Uint8Array;
  /** Whether `manager` is a solid manager of `person` at any distance; never of oneself. O(1). */
  readonly isAbove: (manager: number, person: number) => boolean;
  /** Solid lines on the path between two people; `undefined` if they have no common root. */
  readonly distance: (a: number, b: number) => number | undefined;
}
