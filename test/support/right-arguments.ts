import * as evaluate from "../../src/evaluate/index.ts";
import * as groups from "../../src/groups/index.ts";
import * as tersine from "../../src/index.ts";
import * as pool from "../../src/pool/index.ts";
import * as score from "../../src/score/index.ts";
import * as solve from "../../src/solve/index.ts";
import * as talks from "../../src/talks/index.ts";
import { resultToExcel } from "../../src/io/index.ts";

/*
 * Arguments that each public function takes, by its name, so that junk can be made of something that is right.
 */

const input: tersine.MatchInput = {
  period: { start: "2027-01-04", end: "2027-03-28" },
  people: [{ id: "head" }],
  mentors: ["a", "b", "c"].map((id, index) => ({
    ...{ id, teaches: ["AI", { topic: "SQL", level: 3 }], birthYear: 2000 - index, level: 1, managerId: "head" },
    ...{ goals: ["lead"], languages: ["tr"], availability: "Mon 09:00-11:00", timeZone: "Europe/Istanbul" },
  })),
  mentees: ["p", "q", "r"].map((id, index) => ({
    ...{ id, learns: ["AI", { topic: "SQL", priority: 2 }], birthYear: 1970 - index, level: 4, managerId: "head" },
    ...{ goals: ["lead"], languages: ["tr"], availability: "Mon 09:00-11:00", choices: ["a"], timeZone: "UTC" },
  })),
};
const result = tersine.matchPairs(input);
const { manifest } = result;
const fewer = tersine.createMatcher({ ...input, mentors: input.mentors.slice(0, -1) });
const [leftOut] = fewer.match().unmatched;
const fix = fewer.fix({ menteeId: leftOut?.id ?? "" });
const { mentors, mentees } = input;
const problem = {
  ...({ layout: "sparse", rows: 3, columns: 3, unmatched: "free" } as const),
  rowStart: Int32Array.of(0, 3, 6, 9),
  columnAt: Int32Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2),
  weightAt: Int32Array.of(5, 3, 1, 2, 8, 1, 1, 1, 9),
};
const context = { period: { start: "2027-01-04", end: "2027-03-28" } };
const csv = { name: "m.csv", text: "id,teaches,level\na,AI,1\nb,SQL,1\n" };
const pairs = { name: "pairs.csv", text: "mentor id,mentee id\na,p\n" };
const outcomes = [{ mentorId: "a", menteeId: "p", by: "mentor", rating: 4 }];

const stable = { ...problem, ...solve.preferencesFromWeights(problem) };
const packing = {
  rows: 3,
  columnStart: Int32Array.of(0, 2, 4),
  rowAt: Int32Array.of(0, 1, 1, 2),
  weightAt: Float64Array.of(3, 2),
};
const groupResult = groups.matchGroups(input, { of: { mentors: 2 } });
const list = talks.shortlist(input, { talks: { mentees: 2, mentors: [1, 3] } });
const events: readonly pool.PoolEvent[] = [
  { at: "2027-03-01", side: "mentor", join: { id: "ece", level: 2, teaches: ["AI"] } },
  { at: "2027-03-02", side: "mentee", join: { id: "haluk", level: 8, learns: ["AI"] } },
];
const state = pool.applyEvents(pool.emptyPool(), events);
const log = pool.appendToLog("", events);

/** A stream that can be read any number of times. */
const bytes = {
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(new TextEncoder().encode("abc"));
  },
};

/** The questions about a plan, as functions. */
export const MATCHER = tersine.createMatcher(input);

/** Functions that are not named here take options alone, and no option is right too. */
export const RIGHT: Readonly<Record<string, readonly unknown[]>> = {
  audienceOf: ["/pairs/0/score"],
  ban: [[{ mentorId: "a", menteeId: "p" }]],
  checkInput: [input],
  compareResults: [result, result, {}],
  createMatcher: [input, { objective: "score" }],
  criterion: ["own", (): number => 0.5, { weight: 2 }],
  exceptFor: [tersine.reverse(), { mentorId: "a" }],
  foldText: ["İstanbul"],
  letters: [result, input, { language: "tr" }],
  matchPairs: [input, { weights: { topics: 2 }, pins: [{ mentorId: "a", menteeId: "p" }] }],
  safeMatchPairs: [input, { rules: [tersine.reverse()] }],
  minimumOf: ["topics", 0.3],
  minimumScore: [0.2],
  minimumScoreBy: ["own", (): number => 0.2, { highest: 0.5 }],
  notAgain: [[{ mentorId: "a", menteeId: "p", date: "2026-01-01" }], { cooldown: 6 }],
  partnerLimit: ["one", { of: "mentor", max: 1, by: "location" }],
  quota: ["some", { mentee: { id: "p" } }, { min: 0, max: 1 }],
  readConfig: [{ match: { rules: ["reverse"], criteria: [{ criterion: "topics" }] } }],
  reasonsFor: ["participant", []],
  replay: [input, manifest, {}],
  rule: ["own", (): boolean => true, { because: { en: "x", tr: "y" } }],
  ruleTitle: ["reverse"],
  criterionTitle: ["topics"],
  sameOrDifferent: ["department", { want: "same" }],
  scaleText: [500_000, "en"],
  timeZonesWithin: [3, { unknown: "allow" }],
  toUtc: ["2027-01-04T09:00", "Europe/Istanbul"],
  topicCatalogue: [tersine.reverseMentoringTopics, { aliases: { yz: "AI" }, broader: { "deep learning": "AI" } }],
  waivable: [tersine.reverse(), false],
  weeklyAvailability: [
    [{ start: "2027-01-04T09:00:00Z", end: "2027-01-04T10:00:00Z" }],
    { ...context, timeZone: "Europe/Istanbul" },
  ],
  levelsOf: [mentors, { seniority: "level" }],
  prepareCommonTime: [{ mentors, mentees, context }, { minimumBlock: 30 }],
  prepareScore: [[score.topics(), score.goals()], { mentors, mentees, context }, {}],
  scorePair: [mentors[0], mentees[0], [score.topics(), score.availability()], context],
  settleSeniority: [{ mentors, mentees, context }],
  weighted: [[score.topics(), score.goals()], {}],
  hierarchyCurve: [{ ideal: [2, 5] }],
  assign: [
    [
      [1, 2],
      [3, null],
    ],
    { maximize: true },
  ],
  preferencesFromWeights: [problem],
  solveAssignment: [problem, {}],
  solveFair: [{ ...problem, unmatched: "last" }, {}],
  solveStable: [{ ...problem, ...solve.preferencesFromWeights(problem) }, {}],
  solveWithQuotas: [{ ...problem, quotas: [{ edges: Int32Array.of(0, 1), minimum: 0, maximum: 1 }] }, {}],
  verifyOptimality: [problem, solve.solveAssignment(problem)],
  warmStartFrom: [solve.solveAssignment(problem)],
  workBound: [problem],
  decodeText: [new TextEncoder().encode("abc"), "utf-8"],
  groupsFromRows: [csv, {}],
  invitationsOf: [input, result, { languages: ["tr"] }],
  isZip: [new Uint8Array([1, 2])],
  outcomesFromRows: [pairs, {}],
  pairsToCsv: [result, {}],
  unmatchedToCsv: [result, {}],
  resultToJson: [result],
  resultToNdjson: [result],
  readMatchInput: [{ mentors: csv, mentees: { ...csv, text: csv.text.replace("teaches", "learns") } }, {}],
  readPublishedPairs: [pairs, {}],
  readPublishedPlan: [pairs, {}],
  renderReport: [input, result, { language: "tr" }],
  renderCards: [input, result, { language: "tr" }],
  renderEvaluation: [{ audit: evaluate.audit(result, { a: "x", b: "y", p: "x" }) }, { language: "en" }],
  audit: [result, { a: "x", b: "y", p: "x" }, { programme: { input }, outcomes }],
  benjaminiHochberg: [[0.1, 0.2]],
  holm: [[0.1, 0.2]],
  detectableGap: [10, 20, 0.5],
  evaluate: [result, outcomes, {}],
  fisher: [
    { k: 3, n: 10 },
    { k: 5, n: 12 },
  ],
  wilson: [{ k: 3, n: 10 }],
  newcombe: [
    { k: 3, n: 10 },
    { k: 5, n: 12 },
  ],
  katz: [
    { k: 3, n: 10 },
    { k: 5, n: 12 },
  ],
  unrestricted: [0.5, 0.8],
  rankSum: [
    [1, 2],
    [3, 4],
  ],
  minimise: [input, {}],
  proposeWeights: [[{ result, outcomes }], {}],
  pseudonymise: [input, new Uint8Array(32)],
  messageOf: [{ code: "ID_EMPTY", message: "expected an id, got only spaces." }, "tr"],
  issueIn: [{ code: "ID_EMPTY", message: "expected an id, got only spaces." }, "tr"],
  meaningOf: ["ID_EMPTY", "tr"],
  sentenceIn: ["expected an id, got only spaces.", "tr"],
  shortlist: [input, { talks: { mentees: 2, mentors: [1, 3] } }],
  matchGroups: [input, { of: { mentors: 2, mentees: 1 }, joint: [groups.coveredBy("any")] }],
  rounds: [[{ mentorId: "a", menteeId: "p" }], {}],
  bothWays: [score.topics(), "lower"],
  generation: [{ by: "birthYear" }],
  goalsByVector: [{ vectorOf: () => [1, 0] }],
  levelGap: [{ min: 1, max: 5 }],
  loadCatalogue: [[{ id: "ai", labels: { en: "AI" }, aliases: ["yz"] }]],
  matchPairsAsync: [input, { objective: "score" }],
  meetingTime: [{ minutes: 60, within: { from: "08:00", to: "18:00" } }],
  namedFix: [fix, tersine.namesOf(input)],
  namesOf: [input],
  prepareProgramme: [input, {}],
  ready: [{ atLeast: 3, briefed: true }],
  tenure: [{ min: 6, of: "mentor" }],
  prepareGroupTime: [{ mentors, mentees, context }, {}],
  blockingPairs: [stable, solve.solveStable(stable)],
  solvePacking: [packing],
  verifyPacking: [packing, solve.solvePacking(packing)],
  bytesOfStream: [bytes],
  textOfStream: [bytes],
  knownPairs: [[{ mentorId: "a", menteeId: "p" }], (text: string): string[] => [text]],
  knownOptions: [{ pins: [{ mentorId: "a", menteeId: "p" }] }, (text: string): string[] => [text]],
  readSheet: [{ name: "r.xlsx", bytes: await resultToExcel(input, result) }],
  rejectedToCsv: [[{ file: "m.csv", line: 2, reasons: ["no id"], row: ["", "AI"] }]],
  resultToExcel: [input, result, { language: "tr" }],
  slotsFromRows: [{ name: "s.csv", text: "slot,start,minutes\nfirst,2027-03-01 10:00,30\n" }],
  talkFeedbackFromRows: [{ name: "f.csv", text: "mentor id,mentee id,role,rating\na,p,mentor,4\n" }],
  talkFormToCsv: [list],
  talkInvitationsOf: [input, list, { languages: ["tr"] }],
  groupsToCsv: [input, groupResult],
  groupsToExcel: [input, groupResult],
  talksToCsv: [input, list],
  talksToExcel: [input, list],
  renderPolicies: [pool.comparePolicies(events, [{ every: 7 }])],
  blindReview: [input, result, new Uint8Array(32)],
  coverageOfChoice: [{ input }, { a: "x", p: "y" }],
  exactTest: [[{ k: 3, n: 10, total: 8, people: 22 }]],
  kaplanMeier: [[{ time: 1, ended: true }]],
  manski: [{ answered: 5, all: 10, mean: 3 }, [1, 5]],
  mantelHaenszel: [[{ group: { k: 3, n: 10 }, rest: { k: 5, n: 12 } }]],
  intraclassCorrelation: [
    [
      [1, 2],
      [3, 4],
    ],
  ],
  appendToLog: ["", events, { key: new Uint8Array(32) }],
  applyEvents: [pool.emptyPool(), events],
  comparePolicies: [events, [{ every: 1 }, { every: 7 }]],
  forget: [{ state, log }, "ece", "2027-03-03"],
  poolStep: [state, "2027-03-07", { every: 7, patience: { score: 0.5, days: 10 } }],
  readLog: [log],
  simulatePool: [events, { every: 7 }],
  decide: [input, list, [{ mentorId: "a", menteeId: "p", by: "mentee", rating: 4 }]],
  explain: ["a", "p"],
  alternatives: [{ menteeId: "p" }, 2],
  fix: [{ menteeId: "p" }],
  reserves: [{ menteeId: "p" }],
  reserveList: ["mentee", { limit: 2 }],
  whatIf: [{ mentors: { set: [{ id: "a", capacity: 2 }] }, options: { weights: { topics: 3 } } }],
  rematch: [result, { maximumChanges: 2 }],
  plans: [2],
  placeValues: ["mentor"],
  coveredBy: ["any"],
  different: ["department"],
};
