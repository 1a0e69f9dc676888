/** Weeks that a programme lasts unless somebody says otherwise. */
const WEEKS = 26;
const DAY = 86_400_000;

/** A programme of half a year from the Monday after a day; dates are `YYYY-MM-DD`. */
export function periodFrom(today: string): { readonly start: string; readonly end: string } {
  const day = new Date(`${today}T00:00:00Z`);
  const untilMonday = ((8 - day.getUTCDay()) % 7 || 7) * DAY;
  const start = day.getTime() + untilMonday;
  return { start: dateOf(start), end: dateOf(start + (WEEKS * 7 - 1) * DAY) };
}

function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
