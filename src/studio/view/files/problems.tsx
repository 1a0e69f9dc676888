import type { JSX } from "preact";
import { remediesFor, REMEDY_SETTINGS } from "../../config/remedies.ts";
import type { Problem } from "../../protocol.ts";
import { usePage } from "../context.ts";
import { Wide } from "../wide.tsx";

interface ProblemsProps {
  readonly problems: readonly Problem[];
  readonly caption: string;
  readonly more?: number;
}

/** Problems at their cells, and what a click can do about them. */
export function ProblemTable({ problems, caption, more = 0 }: ProblemsProps): JSX.Element {
  const { state, controller, words } = usePage();
  const { levelWords = [] } = state.understood ?? {};
  const remedies = remediesFor(problems);
  const hasNamedLevels = problems.some(({ code }) => LEVEL_CODES.includes(code)) && levelWords.length > 0;
  return (
    <>
      {remedies.length > 0 && (
        <div class="row">
          {hasNamedLevels && (
            <button type="button" onClick={() => document.getElementById("levels")?.focus()}>
              {words.nameLevels}
            </button>
          )}
          {remedies.map((remedy) => (
            <button key={remedy} type="button" onClick={() => void controller.setReading(REMEDY_SETTINGS[remedy])}>
              {words.remedies[remedy]}
            </button>
          ))}
        </div>
      )}
      <Wide label={caption}>
        <table class="cards">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.what}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem, place) => (
              <ProblemRow key={place} problem={problem} />
            ))}
          </tbody>
        </table>
      </Wide>
      {more > 0 && <p>{words.moreProblems(more)}</p>}
    </>
  );
}

/** Told of words that stand as levels where no ladder says which of them is above another. */
const LEVEL_CODES: readonly string[] = ["LEVEL_TYPE", "LEVEL_UNKNOWN", "NUMBER_FORMAT"];

function ProblemRow({ problem }: { readonly problem: Problem }): JSX.Element {
  const { say, words } = usePage();
  const { severity, text, said } = problem;
  return (
    <tr>
      <th scope="row">{placeOf(problem, words)}</th>
      <td>
        <strong class={severity}>{severity === "error" ? words.error : words.warning}:</strong> {say(said)}
        {text !== undefined && text !== "" && (
          <span class="cell">
            {words.cell}: <q>{text}</q>
          </span>
        )}
      </td>
    </tr>
  );
}

function placeOf({ file, line, column, cell, header }: Problem, words: ReturnType<typeof usePage>["words"]): string {
  const place =
    cell ??
    [line === undefined ? [] : words.line(line), column === undefined ? [] : words.columnAt(column)].flat().join(", ");
  return [file, place, header ?? ""].filter((part) => part !== "").join(" · ");
}
