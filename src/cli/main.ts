import { EXIT } from "./failure.ts";
import { run } from "./run.ts";

const controller = new AbortController();
process.on("SIGINT", () => {
  // who asks twice does not want to wait for the end of a step
  if (controller.signal.aborted) process.exit(EXIT.interrupted);
  controller.abort(new Error("interrupted"));
  process.stdin.destroy();
});
// a reader that has seen enough is no reason for a stack
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", () => {
    process.exit(EXIT.files);
  });
}

process.exitCode = await run(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  stdin: () => process.stdin as AsyncIterable<Uint8Array>,
  cwd: process.cwd(),
  isTerminal: process.stderr.isTTY,
  isOutputShown: process.stdout.isTTY,
  signal: controller.signal,
});
