import type { JSX } from "preact";
import { usePage } from "./context.ts";

/** Why the library refuses what was asked for. */
export function RefusalBox(): JSX.Element | null {
  const { state, say, words } = usePage();
  const { refusal } = state;
  if (refusal === undefined) return null;
  return (
    <div class="look" role="alert">
      <h2>{words.refused}</h2>
      <ul>
        {refusal.issues.map(({ said }) => (
          <li key={said.en}>{say(said)}</li>
        ))}
      </ul>
    </div>
  );
}
