import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";

/*
 * The example organisation as somebody would export it: three lists and a configuration. Names are made up from two lists,
 * by the place of the person; the organisation has none.
 */

const FIRST =
  "Ada Alp Aylin Berk Can Ceren Deniz Defne Ece Efe Elif Emre Esra Eylül Hakan İpek Kaan Lale Mert Mina Nil Onur Ozan Pelin Selin Sinan Tuna Umut Yağmur Zeynep Alice Ben Clara David Emma Felix Grace Hugo Ines Jonas Kate".split(
    " ",
  );
const LAST =
  "Aksoy Aydın Bulut Çelik Demir Doğan Erdem Güneş Kaplan Kara Koç Özkan Polat Şahin Tekin Uysal Yalçın Yıldız Adams Baker Costa Dubois Evans Fischer Garcia Hansen Keller Moore Novak".split(
    " ",
  );

interface Registration {
  readonly id: string;
  readonly teaches?: readonly { readonly topic: string }[];
  readonly learns?: readonly { readonly topic: string }[];
  readonly goals?: readonly string[];
  readonly timeZone?: string;
  readonly availability?: string;
  readonly capacity?: number;
}

interface Registrations {
  readonly period: { readonly start: string; readonly end: string };
  readonly mentors: readonly Registration[];
  readonly mentees: readonly Registration[];
}

const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../examples/reverse-mentoring/${name}`, import.meta.url)), "utf8");

/** Files by name. */
export function sampleFiles(): Readonly<Record<string, string>> {
  const { data } = Papa.parse<Readonly<Record<string, string>>>(read("organisation.csv"), {
    header: true,
    skipEmptyLines: true,
  });
  const { period, mentors, mentees } = JSON.parse(read("registrations.json")) as Registrations;
  const people = data.map(({ id = "", managerId, level, department, birthDate = "" }, place) => ({
    id,
    name: `${FIRST[place % FIRST.length] ?? ""} ${LAST[(place * 7 + Math.floor(place / LAST.length)) % LAST.length] ?? ""}`,
    manager: managerId,
    department,
    level,
    "birth year": birthDate.slice(0, 4),
  }));
  const topics = (list: Registration["teaches"] = []): string => list.map(({ topic }) => topic).join("; ");
  const common = ({ goals = [], timeZone, availability }: Registration) => ({
    goals: goals.join("; "),
    availability,
    "time zone": timeZone,
  });
  return {
    "people.csv": csv(people),
    "mentors.csv": csv(
      mentors.map((each) => ({ id: each.id, teaches: topics(each.teaches), ...common(each), capacity: each.capacity })),
    ),
    "mentees.csv": csv(mentees.map((each) => ({ id: each.id, learns: topics(each.learns), ...common(each) }))),
    "tersine.config.json": JSON.stringify({ version: 1, period, levelsFromTop: true }),
  };
}

function csv(rows: readonly object[]): string {
  return `${Papa.unparse([...rows], { newline: "\n" })}\n`;
}
