import { TersineError } from "../../src/index.ts";
import { createEngine } from "../../src/studio/engine/engine.ts";
import { refusalOf } from "../../src/studio/engine/said.ts";
import type { Answered, Answers, Asked, GivenFile, QuestionName, Written } from "../../src/studio/protocol.ts";
import { type Ask, type Controller, createController } from "../../src/studio/state/controller.ts";

/** A controller that asks an engine as a worker would: what it is asked and answers is copied. */
export function studio(): Controller {
  const helper = () => ({ ask: asking(createEngine()), stop: () => undefined });
  return createController(
    asking(createEngine()),
    helper,
    { language: "en", today: "2026-12-01", timeZone: "Europe/Istanbul" },
    () => undefined,
  );
}

function asking(answers: Answers): Ask {
  return async (name, asked) => {
    try {
      return structuredClone(await answer(answers, name, structuredClone(asked)));
    } catch (error) {
      if (error instanceof TersineError) return { refusal: refusalOf(error.issues) };
      throw error;
    }
  };
}

function answer<Name extends QuestionName>(answers: Answers, name: Name, asked: Asked[Name]): Promise<Answered[Name]> {
  return answers[name](asked);
}

export function bytesOf([name, content]: readonly [string, string | Uint8Array]): GivenFile {
  return { name, bytes: typeof content === "string" ? new TextEncoder().encode(content) : content };
}

export function textIn({ bytes }: Written): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
