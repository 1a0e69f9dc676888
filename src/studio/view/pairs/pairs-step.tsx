import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ShownPlan } from "../../protocol.ts";
import { usePage } from "../context.ts";
import { RefusalBox } from "../refusal.tsx";
import { Settings } from "../settings/settings.tsx";
import { Tabs } from "../tabs.tsx";
import { Changes, DifferenceLine } from "./changes.tsx";
import { Downloads } from "./downloads.tsx";
import { LeftOut } from "./left-out.tsx";
import { PairDialog } from "./pair-dialog.tsx";
import { PairTable } from "./pair-table.tsx";
import { TwoPeople } from "./two-people.tsx";

/** The second step: what counts on one side, the plan for it on the other. */
export function PairsStep(): JSX.Element {
  const { state } = usePage();
  return (
    <>
      <RefusalBox />
      {state.plan !== undefined && <Summary plan={state.plan} />}
      <div class="columns">
        <Settings />
        <div>{state.plan !== undefined && <Plan plan={state.plan} />}</div>
      </div>
    </>
  );
}

type TabName = "pairs" | "leftOut" | "changes" | "two" | "warnings";

function Plan({ plan }: { readonly plan: ShownPlan }): JSX.Element {
  const { words, controller } = usePage();
  const [tab, setTab] = useState<TabName>("pairs");
  const { pairs, unmatched, warnings } = plan;
  return (
    <>
      <Downloads />
      <Tabs<TabName>
        label={words.pairs}
        chosen={tab}
        choose={(name) => {
          // what was asked in one place is not shown above another
          void controller.lookAt(undefined);
          setTab(name);
        }}
        tabs={[
          { name: "pairs", label: `${words.pairs} (${pairs.length})`, content: () => <PairTable plan={plan} /> },
          { name: "leftOut", label: `${words.leftOut} (${unmatched.length})`, content: () => <LeftOut plan={plan} /> },
          { name: "changes", label: words.changes, content: () => <Changes plan={plan} /> },
          { name: "two", label: words.two, content: () => <TwoPeople /> },
          {
            name: "warnings",
            label: `${words.warnings} (${warnings.length})`,
            content: () => <Warnings plan={plan} />,
          },
        ]}
      />
      {tab !== "two" && <PairDialog />}
    </>
  );
}

function Summary({ plan }: { readonly plan: ShownPlan }): JSX.Element {
  const { words, points, say, nameOf } = usePage();
  const { status, pairs, placed, counts, score, conflicts, milliseconds } = plan;
  const proof = { optimal: words.best, feasible: words.feasible, infeasible: words.infeasible }[status];
  return (
    <section class="summary" aria-live="polite">
      <p class="figures">
        {words.summary(pairs.length, placed.mentees, counts.mentees, placed.mentors, counts.mentors)}
      </p>
      <p>
        {proof}
        {pairs.length > 0 &&
          ` ${words.mean[0]?.toUpperCase() ?? ""}${words.mean.slice(1)}: ${points(score / pairs.length)}.`}{" "}
        <small>({words.quick(milliseconds)})</small>
      </p>
      {conflicts.length > 0 && (
        <ul class="look">
          {conflicts.map(({ people, ...said }) => (
            <li key={said.en}>
              {say(said)} {people.length > 0 && `(${people.map(({ side, id }) => nameOf(side, id)).join(" – ")})`}
            </li>
          ))}
        </ul>
      )}
      <DifferenceLine plan={plan} />
    </section>
  );
}

function Warnings({ plan: { warnings } }: { readonly plan: ShownPlan }): JSX.Element {
  const { say, words } = usePage();
  if (warnings.length === 0) return <p>{words.noProblems}</p>;
  return (
    <ul>
      {warnings.map((each) => (
        <li key={each.en}>{say(each)}</li>
      ))}
    </ul>
  );
}
