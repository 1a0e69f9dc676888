import type { JSX } from "preact";
import type { ListName, ShownColumn, ShownTable } from "../../protocol.ts";
import { FIELD_WORDS } from "../../words/fields.ts";
import { usePage } from "../context.ts";
import { Wide } from "../wide.tsx";

const LISTS = ["input", "people", "mentors", "mentees"] as const satisfies readonly ListName[];

/** A table with what it is read as, column by column. */
export function TableCard({ table }: { readonly table: ShownTable }): JSX.Element {
  const { controller, words } = usePage();
  const { key, list, rows, columns } = table;
  return (
    <article class="card">
      <h3>
        {key} {columns.length > 0 && <span class="count">{words.rows(rows)}</span>}
      </h3>
      <div class="row">
        <label>
          {words.readAs}{" "}
          <select
            value={list ?? ""}
            onChange={({ currentTarget }) => {
              void controller.setList(
                key,
                LISTS.find((each) => each === currentTarget.value),
              );
            }}
          >
            {LISTS.map((each) => (
              <option key={each} value={each}>
                {words.lists[each]}
              </option>
            ))}
            <option value="">{words.notUsed}</option>
          </select>
        </label>
        <button type="button" onClick={() => void controller.removeTable(key)} aria-label={`${words.remove}: ${key}`}>
          {words.remove}
        </button>
      </div>
      {columns.length === 0 ? <p>{words.document}</p> : <Columns table={table} />}
    </article>
  );
}

function Columns({ table: { key, list, columns } }: { readonly table: ShownTable }): JSX.Element {
  const { words } = usePage();
  return (
    <Wide label={key}>
      <table class="cards">
        <caption>{key}</caption>
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.means}</th>
            <th scope="col">{words.examples}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, place) => (
            <tr key={place}>
              <th scope="row">{column.header}</th>
              <td>
                <FieldChoice table={key} column={column} isUsed={list !== undefined} />
              </td>
              <td class="samples">{column.samples.join(" · ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

interface FieldChoiceProps {
  readonly table: string;
  readonly column: ShownColumn;
  readonly isUsed: boolean;
}

/** What a column is read as: a field, an attribute that is kept beside, or nothing. */
function FieldChoice({ table, column: { header, field }, isUsed }: FieldChoiceProps): JSX.Element {
  const { controller, words, say } = usePage();
  const isExtra = field?.startsWith("attributes.") === true;
  return (
    <select
      aria-label={`${header}: ${words.means}`}
      class={field === undefined ? "unread" : ""}
      disabled={!isUsed || header === ""}
      value={isExtra ? "extra" : (field ?? "")}
      onChange={({ currentTarget: { value } }) => {
        void controller.setField(table, header, value === "extra" ? `attributes.${header}` : value);
      }}
    >
      <option value="">{words.unread}</option>
      {Object.entries(FIELD_WORDS).map(([name, text]) => (
        <option key={name} value={name}>
          {say(text)}
        </option>
      ))}
      <option value="extra">{words.extra}</option>
    </select>
  );
}
