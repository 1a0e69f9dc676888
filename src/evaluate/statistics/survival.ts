import { asPublic } from "../../base/public.ts";
import { twoSided } from "./normal.ts";
import type { Interval } from "./proportions.ts";

/** How long something went on, and whether it ended then or was only seen until then. */
export interface Duration {
  readonly time: number;
  readonly ended: boolean;
}

/** A step of a survival curve. */
export interface SurvivalStep {
  readonly time: number;
  /** Still going just before. */
  readonly atRisk: number;
  readonly ended: number;
  /** Share that goes on beyond. */
  readonly share: number;
  /** On the scale of log(-log) (Kalbfleisch & Prentice 1980); `null` where the share is 0. */
  readonly interval: Interval | null;
}

/** Kaplan and Meier's curve (1958), a step for each time at which something ended. */
export function kaplanMeier(durations: readonly Duration[], confidence = 0.95): readonly SurvivalStep[] {
  return asPublic("kaplanMeier", () => {
    const z = twoSided(confidence);
    const times = [...new Set(durations.filter(({ ended }) => ended).map(({ time }) => time))].sort((a, b) => a - b);
    let [share, spread] = [1, 0];
    return times.map((time) => {
      const atRisk = durations.filter((each) => each.time >= time).length;
      const ended = durations.filter((each) => each.time === time && each.ended).length;
      share *= 1 - ended / atRisk;
      spread += ended / (atRisk * (atRisk - ended));
      return { time, atRisk, ended, share, interval: share === 0 ? null : shareInterval(share, spread, z) };
    });
  });
}

function shareInterval(share: number, spread: number, z: number): Interval {
  const log = Math.log(share);
  const factor = Math.exp((z * Math.sqrt(spread)) / Math.abs(log));
  return { low: share ** factor, high: share ** (1 / factor) };
}
