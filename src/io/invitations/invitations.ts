import { asPublic } from "../../base/public.ts";
import {
  type Letter,
  type LetterPartner,
  letters,
  type MatchInput,
  type MatchResult,
  namesOf,
  type Pair,
} from "../../index.ts";
import type { Language } from "../results/meeting-text.ts";
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
  return asPublic("invitationsOf", () => {
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
      series: weeklySeries(pair.meetings, people.zonesOf(pair), minutes),
      name: names[at] ?? "",
    }));
    const calendars = invitations.flatMap((invitation) => calendarOf(invitation, input, people, languages[0] ?? "en"));
    return {
      files: [...calendars, ...lettersOf(invitations, { input, result, people }, read)],
      withoutMeeting: invitations.flatMap(({ series, pair: { mentorId, menteeId } }) =>
        series === undefined ? [{ mentorId, menteeId }] : [],
      ),
    };
  });
}

interface People {
  readonly of: (id: string) => Invited & { readonly department: string | undefined };
  readonly zonesOf: (pair: Pick<Pair, "mentorId" | "menteeId">) => { readonly mentee: string; readonly mentor: string };
}

type Person = NonNullable<MatchInput["people"]>[number];
type Entry = MatchInput["mentors"][number] | MatchInput["mentees"][number];

function peopleOf(input: MatchInput, { addressOf }: InvitationOptions): People {
  const { people = [], mentors, mentees } = input;
  const names = namesOf(input);
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
      const { department, attributes } = known.get(id) ?? {};
      const stated = addressOf?.(id) ?? attributes?.["email"];
      const address = typeof stated === "string" && /^[^\s@,;<>"]+@[^\s@,;<>"]+$/u.test(stated) ? stated : undefined;
      return { id, name: names.get(id) ?? id, department, address };
    },
    zonesOf: ({ mentorId, menteeId }) => ({
      mentee: zoneOf(menteeId, menteeOf.get(menteeId)),
      mentor: zoneOf(mentorId, mentorOf.get(mentorId)),
    }),
  };
}

/** All wished topics that the mentor covers, in the mentee's order, as the catalogue calls them in the language. */
function topicsOf({ contributions }: Pair, language: Language): readonly string[] {
  return contributions.flatMap(({ facts }) =>
    facts.kind === "topics" ? facts.shared.map(({ topic, labels }) => labels?.[language] ?? topic) : [],
  );
}

function calendarOf(
  { pair, series, name }: Invitation,
  { period }: MatchInput,
  people: People,
  language: Language,
): Invitations["files"] {
  const topics = topicsOf(pair, language);
  if (series === undefined || period === undefined) return [];
  const [mentor, mentee] = [people.of(pair.mentorId), people.of(pair.menteeId)];
  const words = WORDS[language];
  const description = topics.length === 0 ? "" : `${words.topics}: ${topics.join(", ")}`;
  const summary = words.title(mentor.name, mentee.name);
  const text = calendarText({ mentor, mentee, zones: people.zonesOf(pair), series, period, summary, description });
  return [{ name: `${name}.ics`, text }];
}

/** Whose letters are written. */
interface Programme {
  readonly input: MatchInput;
  readonly result: MatchResult;
  readonly people: People;
}

/** What the library's letters say, in the organiser's form: a file for everybody with a partner and each language. */
function lettersOf(
  invitations: readonly Invitation[],
  { input, result, people }: Programme,
  templates: readonly (readonly [Language, Template])[],
): Invitations["files"] {
  const invitationOf = new Map(invitations.map((each) => [keyOf(each.pair.menteeId, each.pair.mentorId), each]));
  const written = templates.map(([language, template]) => {
    const withPartner = letters(result, input, { language }).filter(({ partners }) => partners.length > 0);
    const names = fileNames(withPartner.map(({ id }) => [id]));
    return withPartner.map(({ id, name, partners }, at) => {
      const own = partners.map((partner) => valuesOf(id, partner, { invitationOf, people, language }));
      const text = template({ name, id, period: periodText(input, language) }, own);
      return { name: `${names[at] ?? ""}.${language}.txt`, text };
    });
  });
  return (written[0] ?? []).flatMap((_, at) => written.flatMap((ofLanguage) => ofLanguage[at] ?? []));
}

function periodText({ period }: MatchInput, language: Language): string {
  if (period === undefined) return WORDS[language].noPeriod;
  return `${dateText(period.start, language)} – ${dateText(period.end, language)}`;
}

function keyOf(menteeId: string, mentorId: string): string {
  return JSON.stringify([menteeId, mentorId]);
}

interface Known {
  readonly invitationOf: ReadonlyMap<string, Invitation>;
  readonly people: People;
  readonly language: Language;
}

/** What a letter says of a partner of its reader. */
function valuesOf(
  reader: Letter["id"],
  partner: LetterPartner,
  { invitationOf, people, language }: Known,
): PartnerValues {
  const words = WORDS[language];
  const { id, name, role, why } = partner;
  const side = role === "mentor" ? "mentee" : "mentor";
  const pair = side === "mentee" ? { menteeId: reader, mentorId: id } : { menteeId: id, mentorId: reader };
  const invitation = invitationOf.get(keyOf(pair.menteeId, pair.mentorId));
  const { department, address } = people.of(id);
  const series = invitation?.series;
  const topics = invitation === undefined ? [] : topicsOf(invitation.pair, language);
  return {
    partner: name,
    partnerId: id,
    introduction: `${side === "mentor" ? words.youMentor : words.mentorsYou} ${name}${department === undefined ? "" : ` (${department})`}`,
    why: why.join(" "),
    contact: address ?? "–",
    topics: topics.length === 0 ? words.noTopics : topics.join(", "),
    meeting: series === undefined ? words.noMeeting : meetingText(series, side, people.zonesOf(pair)[side], language),
    file: series === undefined ? words.noFile : `${invitation?.name ?? ""}.ics`,
  };
}
