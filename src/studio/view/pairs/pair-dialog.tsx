import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { usePage } from "../context.ts";
import { PairPanel } from "./pair-panel.tsx";

/** The pair that is looked at, above the page; the browser keeps the focus in it and gives it back. */
export function PairDialog(): JSX.Element {
  const { state, controller, words, nameOf } = usePage();
  const { pair } = state;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (pair === undefined) dialog.current?.close();
    else if (dialog.current?.open === false) dialog.current.showModal();
  }, [pair]);
  const closed = (): void => {
    void controller.lookAt(undefined);
    // the row from which it was opened may be gone
    if (document.activeElement === document.body) document.querySelector("main")?.focus();
  };
  return (
    <dialog ref={dialog} aria-labelledby="pair-title" onClose={closed}>
      {pair !== undefined && (
        <>
          <div class="row between">
            <h2 id="pair-title">
              {nameOf("mentee", pair.menteeId)} – {nameOf("mentor", pair.mentorId)}
            </h2>
            <button type="button" onClick={() => void controller.lookAt(undefined)}>
              {words.close}
            </button>
          </div>
          <PairPanel pair={pair} />
        </>
      )}
    </dialog>
  );
}
