import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchPairs, matchPairsAsync, type Progress, TersineError } from "../src/index.ts";
import { programmeOf } from "../bench/programme.ts";
import { programmes } from "./support/programmes.ts";
import { runs } from "./support/runs.ts";

const objectives = fc.constantFrom("coverage", "score", "fair");

async function rejection(promise: Promise<unknown>): Promise<TersineError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof TersineError) return error;
    throw error;
  }
  throw new Error("expected a rejection");
}

describe("matchPairsAsync", () => {
  it("X1: gives the bytes of matchPairs, and tells every phase in order", async () => {
    await fc.assert(
      fc.asyncProperty(programmes({ minima: true }), objectives, async (input, objective) => {
        const phases: string[] = [];
        const onProgress = ({ phase, done, total }: Progress): void => {
          if (phases.at(-1) !== phase) phases.push(phase);
          if (total !== null) expect(done).toBeLessThanOrEqual(total);
        };
        const result = await matchPairsAsync(input, { rules: [], objective, onProgress });
        expect(JSON.stringify(result)).toBe(JSON.stringify(matchPairs(input, { rules: [], objective })));
        expect(phases).toEqual(["reading", "scoring", "solving", "explaining"]);
      }),
      runs(40),
    );
  });

  it("K3: stops wherever the signal is given, with its reason, and a later call works", async () => {
    const input = programmeOf(60);
    const frozen = JSON.stringify(input);
    // each of the four phases reports at least once, however fast the machine
    for (let stop = 1; stop <= 4; stop += 1) {
      const controller = new AbortController();
      let seen = 0;
      const onProgress = (): void => {
        seen += 1;
        if (seen === stop) controller.abort("enough");
      };
      const error = await rejection(matchPairsAsync(input, { signal: controller.signal, onProgress }));
      expect(error.code).toBe("ABORTED");
      expect(error.cause).toBe("enough");
      expect(seen).toBe(stop);
    }
    expect(JSON.stringify(input)).toBe(frozen);
    expect(await rejection(matchPairsAsync(input, { signal: AbortSignal.abort() }))).toMatchObject({ code: "ABORTED" });
    expect((await matchPairsAsync(input)).status).toBe("optimal");
  });

  it("rejects with what matchPairs throws, and lets other work run in between", async () => {
    const loose = (value: unknown): never => value as never;
    expect((await rejection(matchPairsAsync(loose(undefined)))).code).toBe("INPUT_MISSING");
    expect((await rejection(matchPairsAsync(programmeOf(4), loose({ objectiv: 1 })))).code).toBe("FIELD_UNKNOWN");
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    await matchPairsAsync(programmeOf(150));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });
});
