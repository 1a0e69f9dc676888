import { problem, TersineError } from "./error.ts";

/**
 * Runs the body of a public function. Callers without types may pass anything: what then fails in the middle, with another
 * error than ours, comes out as one that names the function, with what failed as its cause.
 *
 * It is the last door, not the check: known mistakes are told with their places before.
 *
 * @throws TersineError INPUT_TYPE, or what the body throws as one
 */
export function asPublic<Answer>(name: string, body: () => Answer): Answer {
  try {
    const answer = body();
    return answer instanceof Promise ? (answer.catch(refuse(name)) as Answer) : answer;
  } catch (error) {
    return refuse(name)(error);
  }
}

/** Errors that say by a code what is wrong: those of a file's bytes, of a stream, and of a system that fails. */
function hasCode(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

function refuse(name: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof TersineError || hasCode(error)) throw error;
    const message = `${name}: expected arguments of the documented shape, got others.`;
    throw problem("INPUT_TYPE", "", message, { cause: error });
  };
}
