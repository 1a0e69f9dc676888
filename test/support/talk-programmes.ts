import fc from "fast-check";
import { criterion, type MatchInput, type MatchOptions, rule } from "../../src/index.ts";

/** A programme whose scores and allowed pairs are stated pair by pair. */
export interface TalkProgramme {
  readonly input: MatchInput;
  readonly options: Pick<MatchOptions, "criteria" | "rules">;
  /** Allowed pairs with scores of whole hundredths, by mentee, then mentor. */
  readonly pairs: readonly { readonly menteeId: string; readonly mentorId: string; readonly hundredths: number }[];
}

export interface TalkShape {
  readonly mentees: readonly [least: number, most: number];
  readonly mentors: readonly [least: number, most: number];
  /** Share of the pairs that rules allow, in percent. @default 70 */
  readonly allowed?: number;
}

/** Programmes with several people on each side; mentees have choices, and a few people sit the round out. */
export function talkProgrammes({ mentees, mentors, allowed = 70 }: TalkShape): fc.Arbitrary<TalkProgramme> {
  const [most, others] = [mentees[1], mentors[1]];
  const cell = fc.record({ isAllowed: fc.nat(99).map((draw) => draw < allowed), hundredths: fc.nat(100) });
  return fc
    .record({
      rows: fc.integer({ min: mentees[0], max: most }),
      columns: fc.integer({ min: mentors[0], max: others }),
      cells: fc.array(fc.array(cell, { minLength: others, maxLength: others }), { minLength: most, maxLength: most }),
      choices: fc.array(fc.uniqueArray(fc.nat(others - 1), { maxLength: 2 }), { minLength: most, maxLength: most }),
      out: fc.array(fc.constantFrom(false, false, false, false, false, false, true), {
        minLength: most + others,
        maxLength: most + others,
      }),
    })
    .map(({ rows, columns, cells, choices, out }) =>
      programmeOf(
        cells.slice(0, rows).map((row) => row.slice(0, columns)),
        choices,
        out,
      ),
    );
}

interface Cell {
  readonly isAllowed: boolean;
  readonly hundredths: number;
}

/** A programme of scores in hundredths, one row a mentee; `null` for pairs that a rule refuses. */
export function programmeOfScores(
  scores: readonly (readonly (number | null)[])[],
  choices: readonly (readonly number[])[] = [],
): TalkProgramme {
  const cells = scores.map((row) => row.map((score) => ({ isAllowed: score !== null, hundredths: score ?? 0 })));
  return programmeOf(cells, choices, []);
}

function programmeOf(
  cells: readonly (readonly Cell[])[],
  choices: readonly (readonly number[])[],
  out: readonly boolean[],
): TalkProgramme {
  const columns = cells[0]?.length ?? 0;
  const [menteeId, mentorId] = [(row: number) => `s${row}`, (column: number) => `j${column}`];
  const known = new Map(
    cells.flatMap((row, at) => row.map((cell, column) => [`${menteeId(at)} ${mentorId(column)}`, cell] as const)),
  );
  const cellOf = (mentor: { readonly id?: string }, mentee: { readonly id?: string }): Cell | undefined =>
    known.get(`${mentee.id ?? ""} ${mentor.id ?? ""}`);
  const resting = (index: number): { readonly capacity?: number } => (out[index] === true ? { capacity: 0 } : {});
  return {
    input: {
      mentees: cells.map((_, row) => ({
        id: menteeId(row),
        learns: [],
        ...resting(row),
        choices: (choices[row] ?? []).filter((column) => column < columns).map(mentorId),
      })),
      mentors: Array.from({ length: columns }, (_, column) => ({
        id: mentorId(column),
        teaches: [],
        ...resting(cells.length + column),
      })),
    },
    options: {
      criteria: [criterion("fit", (mentor, mentee) => (cellOf(mentor, mentee)?.hundredths ?? 0) / 100)],
      rules: [rule("allowed", (mentor, mentee) => cellOf(mentor, mentee)?.isAllowed === true)],
    },
    pairs: cells.flatMap((row, at) =>
      row.flatMap(({ isAllowed, hundredths }, column) =>
        isAllowed && out[at] !== true && out[cells.length + column] !== true
          ? [{ menteeId: menteeId(at), mentorId: mentorId(column), hundredths }]
          : [],
      ),
    ),
  };
}
