import { branchIf, i32, loop, sequence, type Code, type Local } from "./assembler.ts";

/** Bytes that one step of a loop takes from a row: four doubles. */
export const STEP = 32;
/** Bytes of a vector. */
export const VECTOR = 16;

/** Runs `body` with `at` = 0, STEP, 2 STEP, ... below `end`, which is a multiple of STEP and not 0. */
export function forSteps(at: Local, end: Code, ...body: readonly Code[]): Code {
  return sequence(at.set(i32.const(0)), loop(...body, at.advance(STEP), branchIf(0, i32.below(at.get, end))));
}
