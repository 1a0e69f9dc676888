/** The command `tersine`. */
export {};
