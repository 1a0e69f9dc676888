import { drawer } from "../support/enumerate-fast.ts";

/** Lists of a made-up programme, as an organiser would export them: texts of CSV, and rows for a workbook. */
export interface Registrations {
  readonly people: string;
  readonly mentors: string;
  readonly mentees: readonly (readonly string[])[];
}

const DAYS = ["Mon", "Tue", "Wed", "Thu"];

/** As many mentors as mentees, and ten managers above them. */
export function registrations(size: number): Registrations {
  const draw = drawer(size);
  const topics = () => Array.from({ length: 3 }, () => `Topic ${draw(20)}`).join("; ");
  const goals = () => `Goal ${draw(5)}; Goal ${draw(5)}`;
  const times = () => `${DAYS[draw(4)]!} 09:00-12:00; ${DAYS[draw(4)]!} 14:00-17:00`;
  const idOf = (side: string, place: number) => `${side}${String(place).padStart(3, "0")}`;
  const places = Array.from({ length: size }, (_, place) => place);
  const csv = (rows: readonly (readonly (string | number)[])[]) => rows.map((row) => `${row.join(",")}\n`).join("");
  const heads = Array.from({ length: 10 }, (_, place) => [`h${place}`, `Head ${place}`, "", 9, 1960]);
  return {
    people: csv([
      ["Employee ID", "Full Name", "Manager ID", "Level", "Birth Year"],
      ...heads,
      ...places.map((place) => [idOf("m", place), `Mentor ${place}`, `h${draw(10)}`, draw(3), 1985 + draw(18)]),
      ...places.map((place) => [idOf("e", place), `Mentee ${place}`, `h${draw(10)}`, 3 + draw(3), 1955 + draw(25)]),
    ]),
    mentors: csv([
      ["Employee ID", "Which topics can you teach?", "Goals", "Availability"],
      ...places.map((place) => [idOf("m", place), topics(), goals(), times()]),
    ]),
    mentees: [
      ["Employee ID", "Topics to learn", "Goals", "Availability"],
      ...places.map((place) => [idOf("e", place), topics(), goals(), times()]),
    ],
  };
}
