import * as z from "zod";

/*
 * How criteria and rules describe the options that a configuration file can give them. They receive zod as an argument and
 * import this file for its types alone, so that scoring by itself needs no package.
 */

export const zod = z;

export type Zod = typeof z;

/** Fields of an object of options. */
export type Shape = Readonly<Record<string, z.ZodType>>;

/** An object of options with these fields and no others. */
export type FormOf<Fields extends Shape> = z.ZodObject<Fields, z.core.$strict>;

/** What options of a form hold. */
export type OptionsOf<Fields extends Shape> = z.output<FormOf<Fields>>;

export type Form = z.ZodObject;
