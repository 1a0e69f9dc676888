export * from "./criterion.ts";
export type * from "./facts.ts";
export { availability, type AvailabilityOptions } from "./availability.ts";
