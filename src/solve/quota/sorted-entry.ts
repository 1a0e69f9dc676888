/** Few enough to be sorted at once. */
const FEW = 1 << 13;

/**
 * The value that stands at `place` once the values are sorted ascending; there must be one. Method: quickselect (Hoare,
 * 1961), which keeps the part that holds the place. O(values) unless they are arranged against it. The values stay.
 */
export function sortedEntry(values: Float64Array, place: number): number {
  let left = values;
  let at = place;
  while (left.length > FEW) {
    const pivot = middleOf(left[0]!, left[left.length >> 1]!, left[left.length - 1]!);
    const parted = new Float64Array(left.length);
    let below = 0;
    let above = left.length;
    const part = left;
    for (let next = 0; next < part.length; next += 1) {
      const value = part[next]!;
      if (value < pivot) parted[below++] = value;
      else if (value > pivot) parted[--above] = value;
    }
    if (at >= below && at < above) return pivot;
    left = at < below ? parted.subarray(0, below) : parted.subarray(above);
    if (at >= above) at -= above;
  }
  return left.slice().sort()[at]!;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
