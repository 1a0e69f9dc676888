/** `tersine/io`: reads people from the files that HR systems export, and writes pairs. Strings in, strings out. */
export {};
