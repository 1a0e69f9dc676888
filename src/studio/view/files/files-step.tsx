import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { sampleFiles } from "../../sample.ts";
import type { GivenFile } from "../../protocol.ts";
import { usePage } from "../context.ts";
import { RefusalBox } from "../refusal.tsx";
import { ProblemTable } from "./problems.tsx";
import { ReadingSettings } from "./reading.tsx";
import { TableCard } from "./tables.tsx";

/** The first step: files in, and what was understood of them. */
export function FilesStep(): JSX.Element {
  const { state, words } = usePage();
  const { understood, unopened, isSample } = state;
  const isBegun = understood !== undefined && understood.tables.length > 0;
  return (
    <>
      <p class="lead">{words.lead}</p>
      <DropZone />
      {unopened.length > 0 && (
        <section class="look">
          <h2>{words.unopened}</h2>
          <ProblemTable problems={unopened} caption={words.unopened} />
        </section>
      )}
      <RefusalBox />
      {isBegun && (
        <>
          {isSample && <p class="note">{words.sampleNote}</p>}
          <Outcome />
          <Problems />
          <section>
            <h2>{words.tables}</h2>
            {understood.tables.map((table) => (
              <TableCard key={table.key} table={table} />
            ))}
          </section>
        </>
      )}
      {isBegun && <ReadingSettings />}
    </>
  );
}

function DropZone(): JSX.Element {
  const { controller, words } = usePage();
  const [isOver, setOver] = useState(false);
  const take = async (files: FileList | null | undefined): Promise<void> => {
    await controller.addFiles(await Promise.all([...(files ?? [])].map(given)));
  };
  return (
    <div
      class={isOver ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files);
      }}
    >
      <p id="drop-note">{words.drop}</p>
      <label class="button main">
        {words.choose}
        <input
          type="file"
          multiple
          class="hidden"
          aria-describedby="drop-note"
          accept=".csv,.tsv,.txt,.xlsx,.json,.ndjson,.jsonl"
          onChange={({ currentTarget }) => {
            void take(currentTarget.files).then(() => {
              // the same file can be chosen again once it was corrected
              currentTarget.value = "";
            });
          }}
        />
      </label>
      <button type="button" onClick={() => void controller.addFiles(sampleFiles(), true)}>
        {words.sample}
      </button>
    </div>
  );
}

async function given(file: File): Promise<GivenFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function Outcome(): JSX.Element | null {
  const { state, controller, words } = usePage();
  const { understood } = state;
  if (understood === undefined) return null;
  const { counts, isReady } = understood;
  const isBothThere = counts.mentors > 0 && counts.mentees > 0;
  return (
    <div class="outcome">
      <p class="figures">{words.counts(counts.people, counts.mentors, counts.mentees)}</p>
      {isReady ? (
        <button
          type="button"
          class="main"
          onClick={() => {
            controller.go("pairs");
          }}
        >
          {words.toPairs}
        </button>
      ) : (
        !isBothThere && <p class="look">{words.needBoth}</p>
      )}
    </div>
  );
}

function Problems(): JSX.Element | null {
  const { state, words } = usePage();
  const { understood } = state;
  if (understood === undefined) return null;
  const { problems, errorCount, warningCount } = understood;
  return (
    <section>
      <h2>
        {words.problems} <span class="count">{words.problemCount(errorCount, warningCount)}</span>
      </h2>
      {problems.length === 0 ? (
        <p>{words.noProblems}</p>
      ) : (
        <ProblemTable problems={problems} caption={words.problems} more={errorCount + warningCount - problems.length} />
      )}
    </section>
  );
}
