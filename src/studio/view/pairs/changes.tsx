import type { JSX } from "preact";
import type { PairOfIds } from "../../../index.ts";
import type { Difference, ShownPlan } from "../../protocol.ts";
import { usePage } from "../context.ts";

/** What a difference comes to, in a line or two. */
export function DifferenceText({ difference }: { readonly difference: Difference }): JSX.Element {
  const { words, points } = usePage();
  const { people, score } = difference;
  return (
    <>
      {words.people(people)} {words.points(`${points(Math.abs(score))} ${words.points100}`, Math.sign(score))}
    </>
  );
}

/** What the last change did, if it did anything. */
export function DifferenceLine({ plan: { difference } }: { readonly plan: ShownPlan }): JSX.Element | null {
  const { words } = usePage();
  if (difference === undefined) return null;
  const { gained, lost, kept } = difference;
  if (gained.length + lost.length === 0) return <p>{words.samePlan}</p>;
  return (
    <p>
      {words.difference(gained.length, lost.length, kept)} <DifferenceText difference={difference} />
    </p>
  );
}

/** The plan beside the one before. */
export function Changes({ plan }: { readonly plan: ShownPlan }): JSX.Element {
  const { words } = usePage();
  const { difference } = plan;
  if (difference === undefined) return <p>{words.noChanges}</p>;
  const { gained, lost } = difference;
  return (
    <>
      <DifferenceLine plan={plan} />
      <div class="two">
        <PairList heading={words.gained} pairs={gained} />
        <PairList heading={words.lost} pairs={lost} />
      </div>
    </>
  );
}

interface PairListProps {
  readonly heading: string;
  readonly pairs: readonly PairOfIds[];
}

/** Pairs by name, each to be looked at. */
export function PairList({ heading, pairs }: PairListProps): JSX.Element | null {
  const { nameOf, controller } = usePage();
  if (pairs.length === 0) return null;
  return (
    <div>
      <h3>
        {heading} <span class="count">{pairs.length}</span>
      </h3>
      <ul class="plain">
        {pairs.map(({ mentorId, menteeId }) => (
          <li key={`${menteeId} ${mentorId}`}>
            <button type="button" class="link" onClick={() => void controller.lookAt({ mentorId, menteeId })}>
              {nameOf("mentee", menteeId)} – {nameOf("mentor", mentorId)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
