/** A copy of plain data without some of its keys. */
export function without<Whole extends object, Key extends keyof Whole & string>(
  whole: Whole,
  ...keys: readonly Key[]
): Omit<Whole, Key>;
export function without(whole: object, ...keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !keys.includes(key)));
}
