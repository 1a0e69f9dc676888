import { EXIT } from "./failure.ts";
import { collect } from "./files.ts";
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
  readStdin: () => collect(process.stdin),
  cwd: process.cwd(),
  isTerminal: process.stderr.isTTY,
  signal: controller.signal,
});
