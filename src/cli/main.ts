import { EXIT } from "./failure.ts";
import { run } from "./run.ts";

const controller = new AbortController();
process.once("SIGINT", () => {
  controller.abort(new Error("interrupted"));
});
// a reader that has seen enough is no reason for a stack
process.stdout.on("error", () => {
  process.exit(EXIT.files);
});

process.exitCode = await run(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  readStdin: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
    return Buffer.concat(chunks);
  },
  cwd: process.cwd(),
  isTerminal: process.stderr.isTTY,
  signal: controller.signal,
});
