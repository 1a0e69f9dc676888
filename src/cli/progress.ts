import { setImmediate } from "node:timers/promises";
import { SingleBar } from "cli-progress";
import { EXIT, Failure } from "./failure.ts";
import type { Terminal } from "./terminal.ts";
import { type Phase, SAID } from "./words.ts";

/** Shows how far a command has come, on a terminal only. */
export interface ProgressBar {
  readonly show: (phase: Phase, done: number, total: number | null, beside?: string) => void;
  /** Shows, lets signals come in, and ends the command if it is interrupted. */
  readonly pause: (phase: Phase, done: number, total: number | null) => Promise<void>;
  readonly stop: () => void;
}

/** @throws Failure INTERRUPTED from `pause` */
export function progressBar({ isTerminal, signal, language }: Terminal, isQuiet: boolean): ProgressBar {
  const format = "{phase} {bar} {percentage}%";
  const bar = isTerminal && !isQuiet ? new SingleBar({ format, clearOnComplete: true }) : undefined;
  const { phases } = SAID[language];
  bar?.start(1, 0, { phase: phases.files });
  const show = (phase: Phase, done: number, total: number | null, beside = ""): void => {
    bar?.setTotal(total ?? 1);
    bar?.update(total === null ? 0 : done, { phase: `${phases[phase]}${beside}` });
  };
  return {
    show,
    pause: async (phase, done, total) => {
      show(phase, done, total);
      await yieldToSignals(signal);
    },
    stop: () => bar?.stop(),
  };
}

/** Lets signals come in after a part that holds the event loop, and ends the command if it is interrupted. */
export async function yieldToSignals(signal: AbortSignal): Promise<void> {
  await setImmediate();
  stopIfInterrupted(signal);
}

/** @throws Failure INTERRUPTED */
export function stopIfInterrupted(signal: AbortSignal): void {
  if (signal.aborted) throw new Failure(EXIT.interrupted, "INTERRUPTED", "stopped; nothing was written");
}
