import { collect, collectFree } from "./collect-kernels.ts";
import { bestTwo, topThree } from "./leader-kernels.ts";
import { relax } from "./relax-kernel.ts";
import { columnExtremes, rowExtremes } from "./extremes-kernel.ts";

/**
 * The loops in which the dense engine spends its time, two doubles at a time. Each does what a plain loop beside its caller
 * does, to the last bit: the same operations in the same order within a place, and results that do not depend on the
 * order of places. Rows are padded with -Infinity to whole steps.
 */
export const KERNELS = [columnExtremes, rowExtremes, bestTwo, topThree, collect, collectFree, relax];
