import { foldText } from "../../src/base/text.ts";
import type { ChangeStep, FixKind } from "../../src/explain/fix.ts";
import { exceptFor, type MatchInput, type MatchOptions, type Rule } from "../../src/index.ts";

/** A programme and the options that it is matched with, `rules` among them. */
export interface Asked {
  readonly input: MatchInput;
  readonly options: MatchOptions & { readonly rules: readonly Rule[] };
}

/** The programme as an organiser would write it after a change. */
export function applied({ input, options }: Asked, change: readonly ChangeStep[]): Asked {
  return change.reduce<Asked>((asked, step) => appliedStep(asked, step), { input, options });
}

function appliedStep({ input, options }: Asked, step: ChangeStep): Asked {
  switch (step.step) {
    case "place": {
      const wider = <Entry extends { readonly id: string; readonly capacity?: number | undefined }>(
        entries: readonly Entry[],
      ): Entry[] =>
        entries.map((entry) =>
          entry.id === step.id ? { ...entry, capacity: (entry.capacity ?? 1) + step.places } : entry,
        );
      return {
        input:
          step.side === "mentor"
            ? { ...input, mentors: wider(input.mentors) }
            : { ...input, mentees: wider(input.mentees) },
        options,
      };
    }
    case "topic": {
      const mentors = input.mentors.map((mentor) =>
        mentor.id === step.mentorId ? { ...mentor, teaches: [...mentor.teaches, step.topic] } : mentor,
      );
      return { input: { ...input, mentors }, options };
    }
    case "data": {
      const stated = <Entry extends { readonly id: string }>(entries: readonly Entry[]): Entry[] =>
        entries.map((entry) => (entry.id === step.id ? { ...entry, [step.field]: step.value } : entry));
      return {
        input:
          step.side === "mentor"
            ? { ...input, mentors: stated(input.mentors) }
            : { ...input, mentees: stated(input.mentees) },
        options,
      };
    }
    case "rule": {
      const rules = options.rules.map((rule, place) => (place === step.place ? exceptFor(rule, step.except) : rule));
      return { input, options: { ...options, rules } };
    }
  }
}

/** Every change of a kind for a person, written out without regard to whether it can help. */
export function allChanges(
  { input, options }: Asked,
  person: { readonly side: "mentor" | "mentee"; readonly id: string },
  kind: FixKind,
): readonly (readonly ChangeStep[])[] {
  const side = person.side === "mentor" ? "mentee" : "mentor";
  const partners = (side === "mentor" ? input.mentors : input.mentees).filter(({ capacity = 1 }) => capacity > 0);
  const place = (id: string, places: number): ChangeStep => ({ step: "place", side, id, places });
  switch (kind) {
    case "onePlace":
      return partners.map(({ id }) => [place(id, 1)]);
    case "twoPlaces":
      return partners.flatMap(({ id }, at) => [
        [place(id, 2)],
        ...partners.slice(at + 1).map((next) => [place(id, 1), place(next.id, 1)]),
      ]);
    case "oneRule":
      return options.rules.flatMap(({ name, waivable = true }, at) =>
        (waivable ? partners : []).map(({ id }): readonly ChangeStep[] => {
          const except =
            person.side === "mentor" ? { mentorId: person.id, menteeId: id } : { mentorId: id, menteeId: person.id };
          return [{ step: "rule", rule: name, place: at, except }];
        }),
      );
    case "data":
      return levelChanges(input, options.rules, [person, ...partners.map(({ id }) => ({ side, id }) as const)]);
    case "oneTopic": {
      const mentors = input.mentors.filter(
        ({ id, capacity = 1 }) => capacity > 0 && (person.side === "mentee" || id === person.id),
      );
      const wishing = input.mentees.filter(({ id }) => person.side === "mentor" || id === person.id);
      const topics = new Map(
        wishing.flatMap(({ learns }) =>
          learns.map((wish) => (typeof wish === "string" ? wish : wish.topic)).map((topic) => [foldText(topic), topic]),
        ),
      );
      return mentors.flatMap(({ id, teaches }) => {
        const offered = new Set(teaches.map((offer) => foldText(typeof offer === "string" ? offer : offer.topic)));
        return [...topics]
          .filter(([key]) => !offered.has(key))
          .map(([, topic]): readonly ChangeStep[] => [{ step: "topic", mentorId: id, topic }]);
      });
    }
  }
}

/** Every level of the participants for everybody of whom none is known, where a rule asks for levels that people state. */
function levelChanges(
  { people = [], mentors, mentees }: MatchInput,
  rules: readonly Rule[],
  asked: readonly { readonly side: "mentor" | "mentee"; readonly id: string }[],
): readonly (readonly ChangeStep[])[] {
  const stated = new Map(
    [...people, ...mentors, ...mentees].flatMap(({ id, level }) => (level === undefined ? [] : [[id, level]])),
  );
  const values = new Set([...mentors, ...mentees].flatMap(({ id }) => stated.get(id) ?? []));
  if (!rules.some(({ name }) => name === "reverse" || name === "levelGap")) return [];
  return asked
    .filter(({ id }) => !stated.has(id))
    .flatMap(({ side, id }) =>
      [...values].map((value): readonly ChangeStep[] => [{ step: "data", side, id, field: "level", value }]),
    );
}
