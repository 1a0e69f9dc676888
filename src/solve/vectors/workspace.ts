import { assemble } from "./assembler.ts";
import { KERNELS } from "./kernels.ts";

/** The kernels of one instance; addresses and lengths are bytes of its memory. See `kernels.ts` for what each does. */
export interface Kernels {
  readonly memory: WebAssembly.Memory;
  readonly columnExtremes: (weights: number, rows: number, rowBytes: number, most: number, out: number) => number;
  readonly rowExtremes: (weights: number, rowBytes: number, least: number, out: number) => number;
  readonly bestTwo: (weights: number, prices: number, rowBytes: number, out: number) => void;
  readonly topThree: (weights: number, prices: number, bytes: number, out: number) => void;
  readonly collect: (
    weights: number,
    prices: number,
    from: number,
    until: number,
    limit: number,
    out: number,
    room: number,
  ) => number;
  readonly collectFree: (
    weights: number,
    prices: number,
    taken: number,
    from: number,
    until: number,
    limit: number,
    out: number,
    room: number,
  ) => number;
  readonly relax: (
    weights: number,
    prices: number,
    distances: number,
    rowBefore: number,
    taken: number,
    rowBytes: number,
    offset: number,
    row: number,
    out: number,
  ) => void;
}

/** The memory of an instance of the kernels, handed out from its beginning on. Whoever took it has it alone. */
export interface Workspace {
  readonly kernels: Kernels;
  /** Bytes handed out. */
  used: number;
}

const PAGE = 1 << 16;
/** Pages of a new memory: 1.25 MiB. */
const FIRST_PAGES = 20;
/** Memories that nobody uses and that are kept for the next: as many as samples of samples take at once. */
const MOST_IDLE = 4;

let compiled: WebAssembly.Module | "none" | undefined;
const idle: Kernels[] = [];

/**
 * A workspace of at least `bytes`, or undefined where the machine has no WebAssembly with vectors, or does not allow it
 * (a browser's content security policy without `wasm-unsafe-eval`): then plain loops do the same.
 */
export function takeWorkspace(bytes: number): Workspace | undefined {
  const kernels = idle.pop() ?? instantiate();
  if (kernels === undefined) return undefined;
  const missing = Math.ceil((bytes - kernels.memory.buffer.byteLength) / PAGE);
  try {
    if (missing > 0) kernels.memory.grow(missing);
  } catch {
    // no memory left for it: plain loops need none
    return undefined;
  }
  return { kernels, used: 0 };
}

/** Gives a workspace back; none of its arrays may be used again. */
export function releaseWorkspace({ kernels }: Workspace): void {
  if (idle.length < MOST_IDLE && kernels.memory.buffer.byteLength <= FIRST_PAGES * PAGE) idle.push(kernels);
}

function instantiate(): Kernels | undefined {
  if (compiled === "none" || !isLittleEndian()) return undefined;
  try {
    compiled ??= new WebAssembly.Module(assemble(KERNELS, FIRST_PAGES));
    // the module is ours: its exports are those that stand above
    return new WebAssembly.Instance(compiled).exports as unknown as Kernels;
  } catch {
    compiled = "none";
    return undefined;
  }
}

/** Whether arrays look at memory as WebAssembly does. */
function isLittleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
}

/** The next `length` doubles of a workspace, at an address that vectors like. They hold whatever was there. */
export function takeDoubles(workspace: Workspace, length: number): Float64Array {
  const doubles = new Float64Array(workspace.kernels.memory.buffer, workspace.used, length);
  workspace.used += 16 * Math.ceil(length / 2);
  return doubles;
}

/** The next `length` whole numbers of a workspace. They hold whatever was there. */
export function takeWholes(workspace: Workspace, length: number): Int32Array {
  const wholes = new Int32Array(workspace.kernels.memory.buffer, workspace.used, length);
  workspace.used += 16 * Math.ceil(length / 4);
  return wholes;
}
