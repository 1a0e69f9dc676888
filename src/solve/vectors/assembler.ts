/**
 * Just enough of the WebAssembly binary format (W3C, WebAssembly Core Specification 2.0, sections 5.3 to 5.5 and the
 * 128-bit vector instructions) to write a few loops over doubles, two at a time. Each function here returns the bytes of
 * an instruction behind those of its operands, so that code reads like an expression; they are strung together at the end, once.
 */
export type Code = readonly (number | Code)[];

const VALUE_TYPES = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;
export type ValueType = keyof typeof VALUE_TYPES;

/** A parameter or a local variable of a function. */
export interface Local {
  readonly get: Code;
  readonly set: (value: Code) => Code;
  /** Adds a constant to a local of type i32. */
  readonly advance: (by: number) => Code;
}

/** A function that the module exports under its name. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly locals: readonly ValueType[];
  readonly result: "i32" | undefined;
  readonly body: Code;
}

/** Unsigned LEB128. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value % 0x80) | 0x80, unsigned(Math.floor(value / 0x80))];
}

/** Signed LEB128 of a small number that is not negative. */
function signed(value: number): Code {
  return value < 0x40 ? [value] : [(value % 0x80) | 0x80, signed(Math.floor(value / 0x80))];
}

const operator =
  (...bytes: Code) =>
  (...operands: readonly Code[]): Code => [operands, bytes];

const vector = (opcode: number): ((...operands: readonly Code[]) => Code) => operator(0xfd, unsigned(opcode));

export const sequence = (...parts: readonly Code[]): Code => parts;
/** What `branch(depth)` leaves: 0 is the innermost. */
export const block = (...body: readonly Code[]): Code => [0x02, 0x40, body, 0x0b];
/** Where `branch(depth)` goes back to the beginning. */
export const loop = (...body: readonly Code[]): Code => [0x03, 0x40, body, 0x0b];
export const when = (condition: Code, ...body: readonly Code[]): Code => [condition, 0x04, 0x40, body, 0x0b];
export const branch = (depth: number): Code => [0x0c, unsigned(depth)];
export const branchIf = (depth: number, condition: Code): Code => [condition, 0x0d, unsigned(depth)];

/** Leaves the function with a value. */
export const leave = (value: Code): Code => [value, 0x0f];

export const i32 = {
  const: (value: number): Code => [0x41, signed(value)],
  add: operator(0x6a),
  or: operator(0x72),
  shiftLeft: operator(0x74),
  shiftRight: operator(0x76),
  equal: operator(0x46),
  atLeast: operator(0x4f),
  below: operator(0x49),
  select: operator(0x1b),
  store: (address: Code, value: Code): Code => [address, value, 0x36, 0x02, 0x00],
};

export const f64 = {
  load: (address: Code): Code => [address, 0x2b, 0x03, 0x00],
  add: operator(0xa0),
  sub: operator(0xa1),
  unequal: operator(0x62),
  below: operator(0x63),
  above: operator(0x64),
  atLeast: operator(0x66),
  /** The first if the whole number behind is not 0, else the second. */
  select: operator(0x1b),
  /** A whole number as a double. */
  from: operator(0xb8),
  const: (value: number): Code => [0x44, ...new Uint8Array(Float64Array.of(value).buffer)],
  store: (address: Code, value: Code, offset: number): Code => [address, value, 0x39, 0x03, unsigned(offset)],
};

/** Two doubles; comparisons give all ones or all zeros in each half. */
export const f64x2 = {
  load: (address: Code, offset = 0): Code => [address, 0xfd, 0x00, 0x03, unsigned(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [address, value, 0xfd, 0x0b, 0x03, unsigned(offset)],
  /** One double in both halves. */
  splat: vector(0x14),
  const: (low: number, high: number): Code => [0xfd, 0x0c, ...new Uint8Array(Float64Array.of(low, high).buffer)],
  add: vector(0xf0),
  sub: vector(0xf1),
  floor: vector(0x75),
  /** `b < a ? b : a` of each half: a NaN on the right is ignored. */
  least: vector(0xf6),
  /** `a < b ? b : a` of each half: a NaN on the right is ignored. */
  most: vector(0xf7),
  equal: vector(0x47),
  below: vector(0x49),
  above: vector(0x4a),
  atMost: vector(0x4b),
  atLeast: vector(0x4c),
  /** Changes the halves round. */
  swap: (value: Code): Code => [
    value,
    value,
    [0xfd, 0x0d, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23],
  ],
};

export const v128 = {
  not: vector(0x4d),
  and: vector(0x4e),
  or: vector(0x50),
  /** Where the mask is set the first, else the second. */
  choose: (first: Code, second: Code, mask: Code): Code => [first, second, mask, 0xfd, 0x52],
  /** 1 if any bit is set. */
  any: vector(0x53),
  /** 1 if no half is zero. */
  all: vector(0xc3),
};

/** The parameters of a function, in their order. */
type LocalOfEach<Types extends readonly ValueType[]> = { readonly [Place in keyof Types]: Local };

/** A function whose body is written with its parameters and with locals made on the way. */
export function defineFunction<const Types extends readonly ValueType[]>(
  name: string,
  parameters: Types,
  result: "i32" | undefined,
  write: (make: (type: ValueType) => Local, given: LocalOfEach<Types>) => Code,
): WasmFunction {
  const locals: ValueType[] = [];
  const make = (type: ValueType): Local => localAt(parameters.length + locals.push(type) - 1);
  // mapping keeps the length, which the type of `map` does not say
  const given = parameters.map((_, at) => localAt(at)) as unknown as LocalOfEach<Types>;
  const body = write(make, given);
  return { name, parameters, locals, result, body };
}

function localAt(index: number): Local {
  const at = unsigned(index);
  const get = [0x20, at];
  const set = (value: Code): Code => [value, 0x21, at];
  return { get, set, advance: (by) => set(i32.add(get, i32.const(by))) };
}

/** Strings all bytes together. */
function flatten(code: Code, into: number[] = []): number[] {
  // runs before anything is compiled: an index costs less than an iterator
  for (let at = 0; at < code.length; at += 1) {
    const part = code[at]!;
    if (typeof part === "number") into.push(part);
    else flatten(part, into);
  }
  return into;
}

/** Bytes behind their number. */
function measured(code: Code): Code {
  const bytes = flatten(code);
  return [unsigned(bytes.length), bytes];
}

const section = (id: number, items: readonly Code[]): Code => [id, measured([unsigned(items.length), items])];

const nameOf = (name: string): Code => measured(Array.from(name, (letter) => letter.charCodeAt(0)));

/** The bytes of a module that exports these functions and a memory of `pages` times 64 KiB, named `memory`, that can grow. */
export function assemble(functions: readonly WasmFunction[], pages: number): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters, result }) => [
    0x60,
    measured(parameters.map((type) => VALUE_TYPES[type])),
    measured(result === undefined ? [] : [VALUE_TYPES[result]]),
  ]);
  const numbers = functions.map((_, at) => unsigned(at));
  const exports = functions.map(({ name }, at) => [nameOf(name), 0x00, unsigned(at)]);
  const bodies = functions.map(({ locals, body }) =>
    measured([unsigned(locals.length), locals.map((type) => [1, VALUE_TYPES[type]]), body, 0x0b]),
  );
  return Uint8Array.from(
    flatten([
      [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      section(1, types),
      section(3, numbers),
      section(5, [[0x00, unsigned(pages)]]),
      section(7, [...exports, [nameOf("memory"), 0x02, 0x00]]),
      section(10, bodies),
    ]),
  );
}
