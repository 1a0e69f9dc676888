/** Members by the group they are in: group `g` owns those from `start[g]` up to, not including, `start[g + 1]`. */
export interface Groups {
  /** Length: groups + 1. */
  readonly start: Int32Array;
  /** Indices of the members, ascending within a group. */
  readonly memberAt: Int32Array;
}

/** Groups the indices of `groupOf` by what stands there, from 0 up to, not including, `groups`. A counting sort. */
export function groupBy(groupOf: Int32Array, groups: number): Groups {
  const start = new Int32Array(groups + 1);
  for (let member = 0; member < groupOf.length; member += 1) start[groupOf[member]! + 1]! += 1;
  for (let group = 0; group < groups; group += 1) start[group + 1]! += start[group]!;
  const next = start.slice();
  const memberAt = new Int32Array(groupOf.length);
  for (let member = 0; member < groupOf.length; member += 1) memberAt[next[groupOf[member]!]!++] = member;
  return { start, memberAt };
}

/** The group of each member that stands in a grouped list: the reverse of `start`. */
export function ownersOf(start: Int32Array): Int32Array {
  const groups = start.length - 1;
  const ownerAt = new Int32Array(start[groups]!);
  for (let group = 0; group < groups; group += 1) ownerAt.fill(group, start[group], start[group + 1]);
  return ownerAt;
}

/** Where each index stands in a list of some of them, -1 for those that do not. Entries below 0 stand for none. */
export function inverseOf(indexAt: Int32Array, length: number): Int32Array {
  const at = new Int32Array(length).fill(-1);
  for (let entry = 0; entry < indexAt.length; entry += 1) if (indexAt[entry]! >= 0) at[indexAt[entry]!] = entry;
  return at;
}
