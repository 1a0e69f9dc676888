import type { MatchInput, MatchResult, MatchedResult } from "../../src/index.ts";
import { drawer } from "../support/enumerate-fast.ts";

const DEPARTMENTS = ["Finans", "Satış", "İnsan Kaynakları", "Bilgi Teknolojileri", "Üretim", "Hukuk"];
const GIVEN = ["Zeynep", "Çağla", "Işıl", "İpek", "Mehmet", "Ömer", "Şule", "Ali", "Umut", "Gül"];
const FAMILY = ["Yılmaz", "Çelik", "Şahin", "Öztürk", "Aydın", "Kılıç", "Doğan", "Ersoy"];

/** A made-up company with reporting lines: managers are mentees, their staff mentors; some tell no times, some no topics. */
export function company(size: number, seed: number): MatchInput {
  const draw = drawer(seed + 1);
  const ids = Array.from({ length: size }, (_, place) => String(place).padStart(3, "0"));
  const name = () => `${GIVEN[draw(GIVEN.length)]!} ${FAMILY[draw(FAMILY.length)]!}`;
  const some = () => Array.from({ length: draw(4) }, () => `Konu ${1 + draw(8)}`);
  const days = ["Mon", "Tue", "Wed", "Thu", "Fri"];
  const hours = () =>
    `${days[draw(5)]!} ${String(8 + draw(3)).padStart(2, "0")}:00-${12 + draw(2)}:30; ${days[draw(5)]!} 14:00-16:00`;
  const times = () => (draw(8) === 0 ? {} : { availability: hours() });
  const place = () => (draw(9) === 0 ? {} : { department: DEPARTMENTS[draw(DEPARTMENTS.length)]! });
  const shared = { timeZone: "Europe/Istanbul" };
  return {
    period: { start: "2027-01-04", end: "2027-03-28" },
    people: [{ id: "top", name: "Aylin Demir", level: 7, department: "Yönetim" }],
    mentors: ids.map((id) => ({
      ...shared,
      ...place(),
      ...times(),
      id: `m${id}`,
      name: name(),
      level: draw(3),
      birthYear: 1985 + draw(18),
      managerId: `e${ids[draw(size)]!}`,
      teaches: some(),
      capacity: 1 + draw(2),
    })),
    mentees: ids.map((id) => ({
      ...shared,
      ...place(),
      ...times(),
      id: `e${id}`,
      name: name(),
      level: 3 + draw(3),
      birthYear: 1955 + draw(30),
      managerId: "top",
      learns: some(),
    })),
  };
}

/** The result, which must have pairs to tell of. */
export function matched(result: MatchResult): MatchedResult {
  if (result.status === "infeasible") throw new Error("expected a plan");
  return result;
}
