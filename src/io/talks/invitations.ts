import { asPublic } from "../../base/public.ts";
import { letters, type MatchInput } from "../../index.ts";
import type { FoundShortlist } from "../../talks/index.ts";
import { calendarText, type Invited } from "../invitations/calendar-text.ts";
import { fileNames } from "../invitations/file-names.ts";
import { utcOf } from "../invitations/series.ts";
import type { Language } from "../results/meeting-text.ts";
import { keyOf, slotsOf, type TalkTimes } from "./plan.ts";

/** A slot with its time on the clock of its zone. */
export interface TalkSlot {
  readonly name: string;
  /** `2027-03-01T10:00`; absent for a slot that has a name only. */
  readonly start?: string;
  readonly minutes?: number;
  readonly timeZone?: string;
}

export interface TalkInvitationOptions {
  readonly languages?: readonly Language[];
  readonly times?: TalkTimes;
  /** The slots by the names that `times` has. @default no times of day */
  readonly slots?: readonly TalkSlot[];
  /** E-mail address of somebody by id. @default `attributes.email` */
  readonly addressOf?: (id: string) => string | undefined;
}

interface Words {
  readonly intro: string;
  readonly mentor: (name: string) => string;
  readonly mentee: (name: string) => string;
  readonly topics: string;
  readonly slot: string;
  readonly none: string;
  readonly after: string;
  readonly title: (mentor: string, mentee: string) => string;
  readonly greeting: (name: string) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    greeting: (name) => `Dear ${name},`,
    intro: "before the pairs of the programme are fixed, please get to know these people in a short talk each:",
    mentor: (name) => `${name}, who may become your mentor.`,
    mentee: (name) => `${name}, who may become your mentee.`,
    topics: "To talk about",
    slot: "When",
    none: "please agree on a time",
    after:
      "After the talks please tell the organisers how you liked each, or whom you would rather not be paired with. Nobody else will see it.",
    title: (mentor, mentee) => `Reverse mentoring, first talk: ${mentor} and ${mentee}`,
  },
  tr: {
    greeting: (name) => `Merhaba ${name},`,
    intro:
      "program eşleşmeleri kesinleşmeden önce aşağıdaki kişilerle kısa birer tanışma görüşmesi yapmanızı rica ederiz:",
    mentor: (name) => `${name} (mentorunuz olabilir)`,
    mentee: (name) => `${name} (mentee'niz olabilir)`,
    topics: "Konuşulabilecek konular",
    slot: "Zaman",
    none: "lütfen birlikte bir saat belirleyin",
    after:
      "Görüşmelerden sonra her birini nasıl bulduğunuzu ve eşleşmek istemediğiniz biri varsa onu program ekibine bildirin. Yanıtlarınızı başka kimse görmez.",
    title: (mentor, mentee) => `Tersine mentorluk, tanışma görüşmesi: ${mentor} ve ${mentee}`,
  },
};

/**
 * Letters for everybody who has talks, in each language, and for each talk whose slot has a time a calendar file. They hold
 * names, topics and times; no scores, no rules and nobody else's talks. Nothing is sent.
 */
export function talkInvitationsOf(
  input: MatchInput,
  list: FoundShortlist,
  options: TalkInvitationOptions = {},
): readonly { readonly name: string; readonly text: string }[] {
  return asPublic("talkInvitationsOf", () => {
    const { languages = ["en", "tr"], times, slots = [] } = options;
    const slotOf = slotsOf(times);
    const ids = list.people.filter(({ partners }) => partners.length > 0).map(({ id }) => id);
    const unique = [...new Set(ids)].sort();
    const names = fileNames(unique.map((id) => [id]));
    const texts = languages.flatMap((language) => {
      const written = new Map(letters(list, input, { language }).map((letter) => [letter.id, letter]));
      return unique.map((id, at) => {
        const { partners = [], text = "" } = written.get(id) ?? {};
        const words = WORDS[language];
        const parts = partners.flatMap(({ id: partner, name, role, topics }) => {
          const key = keyOf(
            role === "mentor" ? { mentorId: partner, menteeId: id } : { mentorId: id, menteeId: partner },
          );
          return [
            "",
            words[role](name),
            ...(topics.length === 0 ? [] : [`${words.topics}: ${topics.join(", ")}.`]),
            `${words.slot}: ${slotOf.get(key) ?? words.none}`,
          ];
        });
        const [greeting = ""] = text.split("\n");
        return {
          name: `${names[at] ?? ""}.${language}.txt`,
          text: [greeting, "", words.intro, ...parts, "", words.after, ""].join("\n"),
        };
      });
    });
    return [...calendars(input, list, slots, slotOf, options), ...texts];
  });
}

function calendars(
  input: MatchInput,
  list: FoundShortlist,
  slots: readonly TalkSlot[],
  slotOf: ReadonlyMap<string, string>,
  { languages = ["en"], addressOf }: TalkInvitationOptions,
): readonly { readonly name: string; readonly text: string }[] {
  const known = new Map(slots.map((slot) => [slot.name, slot]));
  const people = new Map(
    [...(input.people ?? []), ...input.mentors, ...input.mentees].map((person) => [person.id.normalize("NFC"), person]),
  );
  const invited = (id: string): Invited => {
    const { name = id, attributes } = people.get(id) ?? {};
    const stated = addressOf?.(id) ?? attributes?.["email"];
    return {
      id,
      name,
      address: typeof stated === "string" && /^[^\s@,;<>"]+@[^\s@,;<>"]+$/u.test(stated) ? stated : undefined,
    };
  };
  const names = fileNames(list.pairs.map(({ mentorId, menteeId }) => [mentorId, menteeId]));
  const words = WORDS[languages[0] ?? "en"];
  return list.pairs.flatMap((pair, at) => {
    const { start, minutes = 30, timeZone = "UTC" } = known.get(slotOf.get(keyOf(pair)) ?? "") ?? {};
    if (start === undefined) return [];
    const [mentor, mentee] = [invited(pair.mentorId), invited(pair.menteeId)];
    const instant = utcOf(Date.parse(`${start}Z`) / 60_000, timeZone);
    const date = start.slice(0, 10);
    const text = calendarText({
      mentor,
      mentee,
      zones: { mentee: timeZone, mentor: timeZone },
      series: {
        clock: "mentee",
        minutes,
        occurrences: [{ instant, planned: start, onClock: { mentee: 0, mentor: 0 }, isMoved: false }],
        skipped: [],
      },
      period: { start: date, end: date },
      summary: words.title(mentor.name, mentee.name),
      description: "",
    });
    return [{ name: `${names[at] ?? ""}.ics`, text }];
  });
}
