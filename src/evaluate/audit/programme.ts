import { throwIssues } from "../../base/error.ts";
import { issue } from "../../base/given.ts";
import { createMatcher, type MatchedResult, type Matcher, type MatchInput, type MatchOptions } from "../../index.ts";
import type { Side } from "../sentence.ts";

/** The input and the options that a result was made from. */
export interface Programme {
  readonly input: MatchInput;
  /** Absent: the defaults. */
  readonly options?: MatchOptions;
}

/** A matcher of the programme, which is known to give the result. */
export interface Asked {
  readonly matcher: Matcher;
  readonly result: MatchedResult;
  readonly programme: Programme;
}

/**
 * @throws TersineError MANIFEST_INPUT_CHANGED if the programme gives another result; what `createMatcher` throws
 */
export function askedOf(programme: Programme, result: MatchedResult): Asked {
  const matcher = createMatcher(programme.input, programme.options);
  const made = matcher.match();
  // what is undefined is not written as JSON
  const manifest = { ...result.manifest, rematch: undefined };
  if (JSON.stringify(made.manifest) !== JSON.stringify(manifest)) {
    throwIssues([
      issue(
        "MANIFEST_INPUT_CHANGED",
        "/programme",
        "expected the input and the options that the result was made from.",
      ),
    ]);
  }
  return { matcher, result, programme };
}

/** The level of each participant as written, for strata. */
export function levelsOf({ people = [], mentors, mentees }: MatchInput): ReadonlyMap<string, string> {
  const levels = new Map<string, string>();
  for (const { id, level } of [...people, ...mentors, ...mentees]) {
    if (level !== undefined) levels.set(id.normalize("NFC"), String(level));
  }
  return levels;
}

/** Strata of people: the level where the programme is known, and else one for each side. */
export function defaultStrata(programme: Programme | undefined): (id: string, side: Side) => string {
  const levels = programme === undefined ? new Map<string, string>() : levelsOf(programme.input);
  return (id) => levels.get(id) ?? "";
}
