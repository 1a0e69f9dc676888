import { matchPairs } from "tersine";

const result = matchPairs({
  people: [{ id: "ceo", level: 5 }],
  mentors: [
    { id: "deniz", managerId: "ceo", level: 1, birthYear: 1999, teaches: ["Short video", "Podcasting"] },
    { id: "ece", managerId: "haluk", level: 1, birthYear: 1998, teaches: ["AI assistants", "Short video"] },
  ],
  mentees: [
    { id: "haluk", managerId: "ceo", level: 4, birthYear: 1968, learns: ["AI assistants"] },
    { id: "jale", managerId: "ceo", level: 3, birthYear: 1975, learns: ["Podcasting", "short video"] },
  ],
});

if (result.status === "optimal") {
  for (const { mentorId, menteeId, score, reasons } of result.pairs) {
    console.log(`${mentorId} mentors ${menteeId}: ${score}`);
    for (const reason of reasons) console.log(`  ${reason.en}`);
  }
  for (const { id, code, reasons } of result.unmatched) console.log(`${id}: ${code}. ${reasons[0]?.en ?? ""}`);
}
