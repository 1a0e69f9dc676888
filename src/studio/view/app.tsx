import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Controller } from "../state/controller.ts";
import type { State } from "../state/state.ts";
import { pageOf, PageProvider, usePage } from "./context.ts";
import { FilesStep } from "./files/files-step.tsx";
import { PairsStep } from "./pairs/pairs-step.tsx";

/** The whole page. */
export function App({ state, controller }: { readonly state: State; readonly controller: Controller }): JSX.Element {
  const page = pageOf(state, controller);
  const { language, words } = page;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.title;
  }, [language, words]);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(state.step);
  useEffect(() => {
    // whoever goes on by keyboard begins at the top of the other step
    if (shown.current !== state.step) {
      main.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    shown.current = state.step;
  }, [state.step]);
  return (
    <PageProvider value={page}>
      <Header />
      <main ref={main} tabIndex={-1}>
        {state.step === "files" ? <FilesStep /> : <PairsStep />}
      </main>
      <p class="status" role="status">
        {state.isBusy ? words.busy : ""}
      </p>
    </PageProvider>
  );
}

function Header(): JSX.Element {
  const { state, controller, words } = usePage();
  const { step, past, future, understood } = state;
  return (
    <header>
      <h1>{words.title}</h1>
      <nav aria-label={words.steps}>
        <button
          type="button"
          aria-current={step === "files" ? "step" : undefined}
          onClick={() => {
            controller.go("files");
          }}
        >
          1. {words.files}
        </button>
        <button
          type="button"
          aria-current={step === "pairs" ? "step" : undefined}
          disabled={understood?.isReady !== true}
          onClick={() => {
            controller.go("pairs");
          }}
        >
          2. {words.pairs}
        </button>
      </nav>
      <div class="tools">
        <button type="button" disabled={past.length === 0} onClick={() => void controller.undo()}>
          {words.undo}
        </button>
        <button type="button" disabled={future.length === 0} onClick={() => void controller.redo()}>
          {words.redo}
        </button>
        <LanguageChoice />
      </div>
    </header>
  );
}

function LanguageChoice(): JSX.Element {
  const { language, controller, words } = usePage();
  return (
    <select
      aria-label={words.language}
      value={language}
      onChange={({ currentTarget }) => {
        controller.speak(currentTarget.value === "tr" ? "tr" : "en");
      }}
    >
      <option value="en" lang="en">
        English
      </option>
      <option value="tr" lang="tr">
        Türkçe
      </option>
    </select>
  );
}
