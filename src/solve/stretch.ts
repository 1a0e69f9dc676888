export { SLICE as STRETCH } from "../base/steps.ts";
