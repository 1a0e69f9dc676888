import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { ShownPlan, ShownUnmatched } from "../../protocol.ts";
import { MOST_FIXES } from "../../state/controller.ts";
import { sideKey } from "../../state/state.ts";
import { usePage } from "../context.ts";
import { Wide } from "../wide.tsx";

/** Who has no pair, why, and the one thing that would change it. */
export function LeftOut({ plan }: { readonly plan: ShownPlan }): JSX.Element {
  const { words, controller } = usePage();
  const { unmatched } = plan;
  useEffect(() => {
    void controller.seekFixes();
    return controller.stopFixes;
  }, [plan]);
  if (unmatched.length === 0) return <p>{words.everybody}</p>;
  return (
    <>
      <Wide label={words.leftOut}>
        <table class="cards">
          <caption>{words.leftOut}</caption>
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.action}</th>
              <th scope="col">{words.because}</th>
            </tr>
          </thead>
          <tbody>
            {unmatched.map((person, place) => (
              <LeftOutRow key={sideKey(person)} person={person} isSought={place < MOST_FIXES} />
            ))}
          </tbody>
        </table>
      </Wide>
      {unmatched.length > MOST_FIXES && <p>{words.moreLeftOut(MOST_FIXES)}</p>}
    </>
  );
}

function LeftOutRow({
  person,
  isSought,
}: {
  readonly person: ShownUnmatched;
  readonly isSought: boolean;
}): JSX.Element {
  const { words, say, nameOf, state } = usePage();
  const { side, id, code, reasons } = person;
  const fix = state.fixes.get(sideKey(person));
  return (
    <tr>
      <th scope="row">
        {nameOf(side, id)} <small>({words.side[side]})</small>
      </th>
      <td data-label={words.action}>{fix === undefined ? isSought && <em>{words.looking}</em> : say(fix)}</td>
      <td data-label={words.because}>
        <strong>{words.codes[code]}.</strong> {reasons.map(say).join(" ")}
      </td>
    </tr>
  );
}
