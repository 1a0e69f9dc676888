import { expect } from "vitest";
import { fc, test } from "@fast-check/vitest";
import { periodFrom } from "../../src/studio/state/period.ts";

const DAY = 86_400_000;

test.prop([fc.integer({ min: 0, max: 20_000 })])(
  "period: 26 whole weeks from the first Monday after the day",
  (days) => {
    const today = new Date(Date.UTC(2000, 0, 1) + days * DAY);
    const { start, end } = periodFrom(today.toISOString().slice(0, 10));
    const [first, last] = [new Date(`${start}T00:00:00Z`), new Date(`${end}T00:00:00Z`)];
    expect([first.getUTCDay(), last.getUTCDay()]).toEqual([1, 0]);
    const ahead = (first.getTime() - today.getTime()) / DAY;
    expect(ahead).toBeGreaterThan(0);
    expect(ahead).toBeLessThanOrEqual(7);
    expect((last.getTime() - first.getTime()) / DAY).toBe(26 * 7 - 1);
  },
);
