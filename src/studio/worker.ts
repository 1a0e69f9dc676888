import { TersineError } from "../index.ts";
import { createEngine } from "./engine/engine.ts";
import { refusalOf } from "./engine/said.ts";
import type { Answered, Answers, Asked, Question, QuestionName, Refusal, Reply } from "./protocol.ts";

/* The worker of the page: one question after another, each answered by the engine. */

const engine = createEngine();
let before: Promise<void> = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  before = before.then(() => answer(data));
});

async function answer({ number, name, asked }: Question): Promise<void> {
  try {
    send({ number, answer: await ask(engine, name, asked) });
  } catch (error) {
    send({ number, refusal: refused(error) });
  }
}

function ask<Name extends QuestionName>(answers: Answers, name: Name, asked: Asked[Name]): Promise<Answered[Name]> {
  return answers[name](asked);
}

function send(reply: Reply): void {
  postMessage(reply);
}

function refused(error: unknown): Refusal {
  if (error instanceof TersineError) return refusalOf(error.issues);
  return refusalOf([
    { code: "INTERNAL", message: error instanceof Error ? error.message : "an error without a message" },
  ]);
}
