import highsModule from "highs";

// the package's types state an ES module with a default export; what `import` gives is the function itself
const load = highsModule as unknown as typeof highsModule.default;

/** HiGHS compiled to WebAssembly: an oracle that shares nothing with the solver. */
export const loadHighs = (): ReturnType<typeof load> => load();
