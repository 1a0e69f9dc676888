/** What a code means, and what to do about it. */
export type Meaning = readonly [means: string, help: string];

export type Meanings = Readonly<Record<string, Meaning>>;

/** A meaning in another language for every code of a table, and for no other. */
export type MeaningsOf<Table> = Readonly<Record<keyof Table, Meaning>>;
