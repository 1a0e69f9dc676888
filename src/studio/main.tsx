import { render } from "preact";
import type { Answered, Asked, Question, QuestionName, Refusal, Reply } from "./protocol.ts";
import { type Ask, createController, type Helper, type Refused } from "./state/controller.ts";
import type { Language, State } from "./state/state.ts";
import { App } from "./view/app.tsx";

/* The page: it starts the worker, whose program stands in the page as data, and shows what the controller holds. */

const BROKEN: Refusal = {
  issues: [
    {
      code: "INTERNAL",
      said: {
        en: "The calculation broke off. Open the page anew; with very long lists, close other programs first.",
        tr: "Hesaplama yarıda kesildi. Sayfayı yeniden açın; listeler çok uzunsa önce başka programları kapatın.",
      },
    },
  ],
};

/** Asks the worker. */
function workerAsk(worker: Worker): Ask {
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  let isBroken = false;
  worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
    waiting.get(data.number)?.(data);
    waiting.delete(data.number);
  });
  // a worker that has run out of memory answers nothing any more
  worker.addEventListener("error", () => {
    isBroken = true;
    for (const [number, answer] of waiting) answer({ number, refusal: BROKEN });
    waiting.clear();
  });
  return <Name extends QuestionName>(name: Name, asked: Asked[Name]) =>
    new Promise<Answered[Name] | Refused>((resolve) => {
      if (isBroken) {
        resolve({ refusal: BROKEN });
        return;
      }
      const number = ++last;
      // the engine answers each question with the answer of its name
      waiting.set(number, (reply) => {
        resolve("refusal" in reply ? reply : (reply.answer as Answered[Name]));
      });
      worker.postMessage({ number, name, asked } satisfies Question<Name>);
    });
}

/** The program of the worker, unpacked, as something that workers can be started from. */
async function workerProgram(): Promise<string> {
  const letters = document.getElementById("worker")?.textContent ?? "";
  const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return URL.createObjectURL(new Blob([await new Response(unpacked).arrayBuffer()], { type: "text/javascript" }));
}

/** A worker beside the page's own, which can be ended in the middle of a question. */
function helperFrom(program: string): Helper {
  const worker = new Worker(program);
  return {
    ask: workerAsk(worker),
    stop: () => {
      worker.terminate();
    },
  };
}

/** The language that the command was asked for, else that of the browser. */
function languageOfPage(): Language {
  const asked = document.documentElement.dataset["language"] ?? "";
  const language = asked === "" ? navigator.language : asked;
  return language.startsWith("tr") ? "tr" : "en";
}

function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

const root = document.getElementById("app");
if (root === null) throw new Error("the page lacks its place.");
const program = await workerProgram();
// what stood there was for browsers that do not come so far
root.replaceChildren();
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
const show = (state: State): void => {
  render(<App state={state} controller={controller} />, root);
};
const controller = createController(
  workerAsk(new Worker(program)),
  () => helperFrom(program),
  { language: languageOfPage(), today: today(), timeZone },
  show,
);
show(controller.state());
