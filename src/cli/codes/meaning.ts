/** What a code means, and what to do about it. */
export type Meaning = readonly [means: string, help: string];

export type Meanings = Readonly<Record<string, Meaning>>;
