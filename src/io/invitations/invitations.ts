import type { MatchInput, MatchResult, Pair } from "../../index.ts";
import type { Language } from "../meeting-text.ts";
import { calendarText, type Invited } from "./calendar-text.ts";
import { fileNames } from "./file-names.ts";
import { dateText, meetingText } from "./own-times.ts";
import { type Series, weeklySeries } from "./series.ts";
import { type PartnerValues, readTemplate, type Template } from "./template.ts";
import { WORDS } from "./words.ts";

export interface InvitationOptions {
  /** Languages of the letters: everybody gets one in each; calendars are in the first. @default ["en", "tr"] */
  readonly languages?: readonly Language[];
  /** Letters of the organiser's own, by language; see `docs/batch.md` for what may stand in them. @default short ones */
  readonly templates?: Readonly<Partial<Record<Language, string>>>;
  /** Minutes of a meeting. @default 60, or less where two people have less common time */
  readonly minutes?: number;
  /** E-mail address of somebody by id. @default `attributes.email` */
  readonly addressOf?: (id: string) => string | undefined;
}

/** Texts for the people of a plan, to be sent by whoever organises it. */
export interface Invitations {
  /** Calendars (`ece--haluk.ics`) and letters (`ece.en.txt`), by name. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Pairs without common time, who get no calendar. */
  readonly withoutMeeting: readonly { readonly mentorId: string; readonly menteeId: string }[];
}

/** What letters and calendars say of a pair. */
interface Invitation {
  readonly pair: Pair;
  readonly topics: readonly string[];
  readonly series: Series | undefined;
  /** Name of the calendar, without ending. */
  readonly name: string;
}

/**
 * Invitations for the pairs of a result: of each pair with common time the proposed weekly meeting as an iCalendar file, and
 * for everybody with a partner one letter in each language. They hold names, topics and times, no scores and no rules, and
 * addresses only where the data hold them. Nothing is sent; equal results give equal texts.
 *
 * @param input The input that the result was made from: names, departments, zones and the period are read from it
 * @throws TersineError TEMPLATE_INVALID for a template with a placeholder that is not known
 */
export function invitationsOf(input: MatchInput, result: MatchResult, options: InvitationOptions = {}): Invitations {
  const { languages = ["en", "tr"], templates = {}, minutes = 60 } = options;
  const people = peopleOf(input, options);
  const read = languages.map(
    (language) =>
      [language, readTemplate(templates[language] ?? WORDS[language].template, `/templates/${language}`)] as const,
  );
  const pairs = result.status === "infeasible" ? [] : result.pairs;
  const names = fileNames(pairs.map(({ mentorId, menteeId }) => [mentorId, menteeId]));
  const invitations = pairs.map((pair, at): Invitation => ({
    pair,
    topics: topicsOf(pair),
    series: weeklySeries(pair.meetings, people.zonesOf(pair), minutes),
    name: names[at] ?? "",
  }));
  const calendars = invitations.flatMap((invitation) => calendarOf(invitation, input, people, languages[0] ?? "en"));
  const letters = lettersOf(invitations, input, people, read);
  return {
    files: [...calendars, ...letters],
    withoutMeeting: invitations.flatMap(({ series, pair: { mentorId, menteeId } }) =>
      series === undefined ? [{ mentorId, menteeId }] : [],
    ),
  };
}

interface People {
  readonly of: (id: string) => Invited & { readonly department: string | undefined };
  readonly zonesOf: (pair: Pair) => { readonly mentee: string; readonly mentor: string };
}

type Person = NonNullable<MatchInput["people"]>[number];
type Entry = MatchInput["mentors"][number] | MatchInput["mentees"][number];

function peopleOf({ people = [], mentors, mentees }: MatchInput, { addressOf }: InvitationOptions): People {
  const known = new Map<string, Person>();
  for (const person of [...people, ...mentors, ...mentees]) {
    const id = person.id.normalize("NFC");
    known.set(id, { ...known.get(id), ...person });
  }
  const entries = (side: readonly Entry[]): ReadonlyMap<string, Entry> =>
    new Map(side.map((entry) => [entry.id.normalize("NFC"), entry]));
  const [mentorOf, menteeOf] = [entries(mentors), entries(mentees)];
  const zoneOf = (id: string, entry: Entry | undefined): string => {
    const own = entry?.availability;
    const stated = typeof own === "object" && "timeZone" in own ? own.timeZone : undefined;
    return stated ?? known.get(id)?.timeZone ?? "UTC";
  };
  return {
    of: (id) => {
      const { name = id, department, attributes } = known.get(id) ?? {};
      const stated = addressOf?.(id) ?? attributes?.["email"];
      const address = typeof stated === "string" && /^[^\s@,;<>"]+@[^\s@,;<>"]+$/u.test(stated) ? stated : undefined;
      return { id, name, department, address };
    },
    zonesOf: ({ mentorId, menteeId }) => ({
      mentee: zoneOf(menteeId, menteeOf.get(menteeId)),
      mentor: zoneOf(mentorId, mentorOf.get(mentorId)),
    }),
  };
}

/** Wished topics that the mentor covers, in the mentee's words. */
function topicsOf({ contributions }: Pair): readonly string[] {
  return contributions.flatMap(({ facts }) => (facts.kind === "topics" ? facts.shared.map(({ topic }) => topic) : []));
}

function calendarOf(
  { pair, topics, series, name }: Invitation,
  { period }: MatchInput,
  people: People,
  language: Language,
): Invitations["files"] {
  if (series === undefined || period === undefined) return [];
  const [mentor, mentee] = [people.of(pair.mentorId), people.of(pair.menteeId)];
  const words = WORDS[language];
  const description = topics.length === 0 ? "" : `${words.topics}: ${topics.join(", ")}`;
  const summary = words.title(mentor.name, mentee.name);
  const text = calendarText({ mentor, mentee, zones: people.zonesOf(pair), series, period, summary, description });
  return [{ name: `${name}.ics`, text }];
}

function lettersOf(
  invitations: readonly Invitation[],
  { period }: MatchInput,
  people: People,
  templates: readonly (readonly [Language, Template])[],
): Invitations["files"] {
  const ids = [...new Set(invitations.flatMap(({ pair }) => [pair.mentorId, pair.menteeId]))].sort();
  const names = fileNames(ids.map((id) => [id]));
  return ids.flatMap((id, at) =>
    templates.map(([language, template]) => {
      const own = invitations.flatMap((each) => partnersOf(id, each, people, language));
      const dates =
        period === undefined
          ? WORDS[language].noPeriod
          : `${dateText(period.start, language)} – ${dateText(period.end, language)}`;
      const text = template({ name: people.of(id).name, id, period: dates }, own);
      return { name: `${names[at] ?? ""}.${language}.txt`, text };
    }),
  );
}

/** What a letter says of a pair: nothing to those who are not in it. */
function partnersOf(
  id: string,
  { pair, topics, series, name }: Invitation,
  people: People,
  language: Language,
): readonly PartnerValues[] {
  const words = WORDS[language];
  const side = id === pair.mentorId ? "mentor" : id === pair.menteeId ? "mentee" : undefined;
  if (side === undefined) return [];
  const partner = people.of(side === "mentor" ? pair.menteeId : pair.mentorId);
  const department = partner.department === undefined ? "" : ` (${partner.department})`;
  const zone = people.zonesOf(pair)[side];
  return [
    {
      partner: partner.name,
      partnerId: partner.id,
      introduction: `${side === "mentor" ? words.youMentor : words.mentorsYou} ${partner.name}${department}`,
      contact: partner.address ?? "–",
      topics: topics.length === 0 ? words.noTopics : topics.join(", "),
      meeting: series === undefined ? words.noMeeting : meetingText(series, side, zone, language),
      file: series === undefined ? words.noFile : `${name}.ics`,
    },
  ];
}
