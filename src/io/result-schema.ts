// Written by scripts/result-schema.ts from the types of results; do not edit.
export const RESULT_SCHEMA: Readonly<Record<string, unknown>> = {
  $schema: "http://json-schema.org/draft-07/schema#",
  anyOf: [
    {
      type: "object",
      additionalProperties: false,
      properties: {
        status: {
          type: "string",
          enum: ["optimal", "feasible"],
          description:
            "`optimal`: the pairs are proved to be the best. `feasible`: they meet all demands and may miss the best by `gap`.",
        },
        gap: {
          $ref: "#/definitions/Gap",
          description: "For `feasible`: no choice that meets the demands is better by more than this.",
        },
        pairs: {
          type: "array",
          items: { $ref: "#/definitions/Pair" },
          description: "Sorted by mentee id, then mentor id.",
        },
        unmatched: {
          type: "array",
          items: { $ref: "#/definitions/Unmatched" },
          description:
            "Everybody who registered and is in no pair, once for each side: mentees by id, then mentors by id.",
        },
        shortages: {
          type: "array",
          items: { $ref: "#/definitions/Shortage" },
          description:
            "Why there is no free place for those with the code `noFreePlace`; each is listed once, however many share it.",
        },
        totals: { $ref: "#/definitions/Totals" },
        proof: {
          anyOf: [
            { $ref: "#/definitions/PairsProof" },
            { $ref: "#/definitions/LevelsPairsProof" },
            { $ref: "#/definitions/StablePairsProof" },
            { $ref: "#/definitions/BoundPairsProof" },
          ],
        },
        quotas: {
          type: "array",
          items: { $ref: "#/definitions/QuotaCount" },
          description: "One for each quota of the options, in their order; absent without any.",
        },
        demand: { type: "array", items: { $ref: "#/definitions/TopicDemand" } },
        warnings: {
          type: "array",
          items: { $ref: "#/definitions/Warning" },
          description: "What was accepted with a doubt.",
        },
        manifest: { $ref: "#/definitions/Manifest" },
        schemaVersion: { type: "number", const: 1 },
      },
      required: [
        "demand",
        "manifest",
        "pairs",
        "proof",
        "schemaVersion",
        "shortages",
        "status",
        "totals",
        "unmatched",
        "warnings",
      ],
    },
    {
      type: "object",
      additionalProperties: false,
      properties: {
        status: { type: "string", const: "infeasible" },
        conflicts: {
          type: "array",
          items: { $ref: "#/definitions/Demand" },
          description: "Demands that conflict: mentees' loads, mentors' loads, pins, then quotas.",
        },
        isIrreducible: {
          type: "boolean",
          description:
            "Whether dropping any one of `conflicts` makes the rest feasible. False only for sets that take too long to reduce.",
        },
        witness: { $ref: "#/definitions/InfeasibleWitness" },
        unmatched: {
          type: "array",
          items: { $ref: "#/definitions/Unmatched" },
          description: "Those who could be in no pair whatever is demanded.",
        },
        warnings: { type: "array", items: { $ref: "#/definitions/Warning" } },
        manifest: { $ref: "#/definitions/Manifest" },
        schemaVersion: { type: "number", const: 1 },
      },
      required: [
        "conflicts",
        "isIrreducible",
        "manifest",
        "schemaVersion",
        "status",
        "unmatched",
        "warnings",
        "witness",
      ],
    },
  ],
  description: "A result as `resultToJson` writes it.",
  definitions: {
    Gap: {
      type: "object",
      properties: {
        people: {
          type: "number",
          description: "People whom a choice may place beyond those placed, counted once for each side.",
        },
        score: {
          type: "number",
          description: "Micro-points that a choice which places at least as many may have beyond the result's total.",
        },
      },
      required: ["people", "score"],
      additionalProperties: false,
      description:
        "What the best choice may have beyond the result's; people first, for `coverage`. In a rematch in the unit of `proof.worth`.",
    },
    Pair: {
      type: "object",
      properties: {
        mentorId: { type: "string" },
        menteeId: { type: "string" },
        score: { type: "number", description: "Micro-points: a whole number from 0 to 1,000,000." },
        informed: {
          type: "boolean",
          description:
            "Whether any criterion had information about the two; if not, the score only holds what its policies state.",
        },
        contributions: {
          type: "array",
          items: { $ref: "#/definitions/Contribution" },
          description: "One for each criterion; their points sum to the score exactly.",
        },
        reasons: {
          type: "array",
          items: { $ref: "#/definitions/Reason" },
          description: "The contributions in words, in the same order, from the same numbers.",
        },
        pinned: { type: "boolean", const: true, description: "Present if the options pin the pair." },
        meetings: {
          type: "array",
          items: { $ref: "#/definitions/MeetingWindow" },
          description: "When the two can meet, the most frequent times first; empty if nobody stated availability.",
        },
      },
      required: ["mentorId", "menteeId", "score", "informed", "contributions", "reasons", "meetings"],
      additionalProperties: false,
    },
    Contribution: {
      type: "object",
      properties: {
        criterion: { type: "string" },
        weight: {
          type: "number",
          description:
            "Share of the pair's total weight, 0 to 1; 0 if the criterion was left out for want of information.",
        },
        value: {
          type: ["number", "null"],
          description: "Micro-points of the criterion alone; `null` if it was left out.",
        },
        points: {
          type: "number",
          description: "Micro-points of the score; all contributions of a pair sum to its score exactly.",
        },
        missing: {
          $ref: "#/definitions/MissingPolicy",
          description: "Present if the criterion had no information: the policy that decided.",
        },
        personal: {
          $ref: "#/definitions/PersonalPercents",
          description: "What the two people make of the programme's weight; present if the programme lets them.",
        },
        facts: { $ref: "#/definitions/CriterionFacts" },
      },
      required: ["criterion", "weight", "value", "points", "facts"],
      additionalProperties: false,
      description: "What one criterion adds to a pair's score.",
    },
    MissingPolicy: {
      anyOf: [{ type: "string", const: "skip" }, { type: "string", const: "zero" }, { type: "number" }],
      description:
        "What happens to a pair that a criterion has no data for: `skip` leaves the weight to the other criteria, `zero` counts 0, a number from 0 to 1 counts as that value.",
    },
    PersonalPercents: {
      type: "object",
      properties: { mentor: { type: "number" }, mentee: { type: "number" } },
      required: ["mentor", "mentee"],
      additionalProperties: false,
      description: "What the two people of a pair make of a criterion's weight, in percent.",
    },
    CriterionFacts: {
      anyOf: [
        { $ref: "#/definitions/TopicsFacts" },
        { $ref: "#/definitions/GoalsFacts" },
        { $ref: "#/definitions/AvailabilityFacts" },
        { $ref: "#/definitions/HierarchyFacts" },
        { $ref: "#/definitions/GenerationFacts" },
        { $ref: "#/definitions/LanguageFacts" },
        { $ref: "#/definitions/SameOrDifferentFacts" },
        { $ref: "#/definitions/ChoicesFacts" },
        { $ref: "#/definitions/WaitingFacts" },
        { $ref: "#/definitions/OrgDistanceFacts" },
        { $ref: "#/definitions/CustomFacts" },
      ],
      description:
        "What a criterion's points rest on, as plain data: the explanations turn these into sentences, and a reader can recompute the points from them and the two records. Each kind concerns only the two people of the pair.",
    },
    TopicsFacts: {
      type: "object",
      properties: {
        kind: { type: "string", const: "topics" },
        missing: { $ref: "#/definitions/MissingSide" },
        shared: {
          type: "array",
          items: { $ref: "#/definitions/SharedTopic" },
          description: "Wished topics that the mentor covers, fully or in part, in the mentee's order of priority.",
        },
        wished: { type: "number", description: "How many topics the mentee wishes for." },
        uncovered: {
          type: "array",
          items: { type: "string" },
          description:
            "Indispensable wishes that the mentor does not cover fully, in the mentee's spelling; absent if there are none.",
        },
      },
      required: ["kind", "shared", "wished"],
      additionalProperties: false,
    },
    MissingSide: {
      type: "string",
      enum: ["mentor", "mentee", "both", "pair"],
      description:
        "Who gave no data, so that the criterion's policy for missing data decided; `pair` if it is not about one of the two, as for people of two organisations without a common head.",
    },
    SharedTopic: {
      type: "object",
      properties: {
        topic: { type: "string", description: "In the mentee's spelling." },
        priority: { type: "number" },
        credit: {
          type: "number",
          description:
            "Micro-points of this wish alone: less than full if the mentor's level is lower or the topic only related.",
        },
        offered: {
          type: "string",
          description: "The mentor's spelling of what covers the wish; only if it differs from `topic`.",
        },
      },
      required: ["topic", "credit"],
      additionalProperties: false,
    },
    GoalsFacts: {
      type: "object",
      properties: {
        kind: { type: "string", const: "goals" },
        missing: { $ref: "#/definitions/MissingSide" },
        by: { type: "string", enum: ["id", "text", "vector"], description: "What the goals are compared by." },
        shared: {
          type: "array",
          items: { type: "string" },
          description: "Shared goals in the mentee's spelling, or for free text the shared terms; empty for vectors.",
        },
      },
      required: ["kind", "by", "shared"],
      additionalProperties: false,
    },
    AvailabilityFacts: {
      type: "object",
      properties: {
        kind: { type: "string", const: "availability" },
        missing: { $ref: "#/definitions/MissingSide" },
        minutesPerWeek: {
          type: "number",
          description: "Mean common minutes a week over the period's whole weeks, rounded down to a whole minute.",
        },
        targetMinutes: { type: "number", description: "Minutes a week that make a full score." },
        minimumBlock: { type: "number", description: "Shortest block that counts, in minutes." },
        worstWeekMinutes: { type: "number", description: "Common minutes in the week that has fewest." },
        longestBlockMinutes: {
          type: "number",
          description: "Longest stretch of common time, in minutes; a week or more is given as 10,080.",
        },
        meetings: {
          type: "array",
          items: { $ref: "#/definitions/MeetingWindow" },
          description: "When the two can meet, the most frequent times first.",
        },
      },
      required: [
        "kind",
        "minutesPerWeek",
        "targetMinutes",
        "minimumBlock",
        "worstWeekMinutes",
        "longestBlockMinutes",
        "meetings",
      ],
      additionalProperties: false,
    },
    MeetingWindow: {
      type: "object",
      properties: {
        mentor: { $ref: "#/definitions/ClockWindow" },
        mentee: { $ref: "#/definitions/ClockWindow" },
        minutes: { type: "number", description: "True minutes from start to end." },
        weeks: { type: "number", description: "In how many of the programme's weeks." },
        spans: {
          type: "array",
          items: {
            type: "object",
            properties: { start: { type: "string" }, end: { type: "string" } },
            required: ["start", "end"],
            additionalProperties: false,
          },
          description: "In which: Mondays to Sundays, `YYYY-MM-DD`, both included.",
        },
        otherTimes: {
          type: "array",
          items: { $ref: "#/definitions/MeetingTime" },
          description:
            "The same meeting in weeks in which daylight saving or days away move or cut it, in order of time.",
        },
      },
      required: ["mentee", "mentor", "minutes", "otherTimes", "spans", "weeks"],
      additionalProperties: false,
      description: "A time at which two people can meet again and again.",
    },
    ClockWindow: {
      type: "object",
      properties: {
        day: { $ref: "#/definitions/Weekday" },
        start: { type: "string", description: "`HH:MM`." },
        end: { type: "string", description: "`HH:MM`, up to `24:00`." },
      },
      required: ["day", "start", "end"],
      additionalProperties: false,
      description: "A time of the week on one person's own clock; an end at or before the start is on the next day.",
    },
    Weekday: { type: "string", enum: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] },
    MeetingTime: {
      type: "object",
      properties: {
        mentor: { $ref: "#/definitions/ClockWindow" },
        mentee: { $ref: "#/definitions/ClockWindow" },
        minutes: { type: "number", description: "True minutes from start to end." },
        weeks: { type: "number", description: "In how many of the programme's weeks." },
        spans: {
          type: "array",
          items: {
            type: "object",
            properties: { start: { type: "string" }, end: { type: "string" } },
            required: ["start", "end"],
            additionalProperties: false,
          },
          description: "In which: Mondays to Sundays, `YYYY-MM-DD`, both included.",
        },
      },
      required: ["mentor", "mentee", "minutes", "weeks", "spans"],
      additionalProperties: false,
      description: "A time at which both are free, in some weeks.",
    },
    HierarchyFacts: {
      type: "object",
      properties: {
        kind: { type: "string", const: "hierarchy" },
        missing: { $ref: "#/definitions/MissingSide" },
        levelGap: {
          type: "number",
          description: "Mentee's level minus mentor's: how many levels the mentee stands above.",
        },
      },
      required: ["kind"],
      additionalProperties: false,
    },
    GenerationFacts: {
      type: "object",
      properties: {
        kind: { type: "string", const: "generation" },
        missing: { $ref: "#/definitions/MissingSide" },
        by: { type: "string", enum: ["birthYear", "careerStartYear", "band"], description: "Unit of `gap`." },
        gap: { type: "number", description: "Years or bands between the two, never negative." },
      },
      required: ["kind", "by"],
      additionalProperties: false,
    },
    LanguageFacts: {
      type: "object",
      properties: {
        kind: { type: "string", const: "language" },
        missing: { $ref: "#/definitions/MissingSide" },
        shared: {
          type: "array",
          items: { type: "string" },
          description: "Shared languages in the mentee's spelling, the best first.",
        },
      },
      required: ["kind", "shared"],
      additionalProperties: false,
    },
    SameOrDifferentFacts: {
      type: "object",
      properties: {
        kind: { type: "string", const: "sameOrDifferent" },
        missing: { $ref: "#/definitions/MissingSide" },
        field: { type: "string" },
        want: { type: "string", enum: ["same", "different"] },
        same: { type: "boolean" },
      },
      required: ["kind", "field", "want"],
      additionalProperties: false,
    },
    ChoicesFacts: {
      type: "object",
      properties: {
        kind: { type: "string", const: "choices" },
        missing: { $ref: "#/definitions/MissingSide" },
        rankByMentor: { type: "number", description: "The mentee's place on the mentor's list, from 1." },
        rankByMentee: { type: "number", description: "The mentor's place on the mentee's list, from 1." },
      },
      required: ["kind"],
      additionalProperties: false,
    },
    WaitingFacts: {
      type: "object",
      properties: {
        kind: { type: "string", const: "waiting" },
        missing: { $ref: "#/definitions/MissingSide" },
        mentorDays: { type: "number" },
        menteeDays: { type: "number" },
      },
      required: ["kind"],
      additionalProperties: false,
    },
    OrgDistanceFacts: {
      type: "object",
      properties: {
        kind: { type: "string", enum: ["treeDistance", "commonManager"] },
        missing: { $ref: "#/definitions/MissingSide" },
        steps: {
          type: "number",
          description:
            "`treeDistance`: lines between the two. `commonManager`: levels up to the common manager from the one further away.",
        },
      },
      required: ["kind"],
      additionalProperties: false,
    },
    CustomFacts: {
      type: "object",
      properties: { kind: { type: "string", const: "custom" }, missing: { $ref: "#/definitions/MissingSide" } },
      required: ["kind"],
      additionalProperties: false,
    },
    Reason: {
      type: "object",
      properties: {
        en: { type: "string" },
        tr: { type: "string" },
        about: { type: "string", description: "Name of the criterion or of the rule." },
      },
      required: ["about", "en", "tr"],
      additionalProperties: false,
    },
    Unmatched: {
      type: "object",
      properties: {
        id: { type: "string" },
        side: { type: "string", enum: ["mentor", "mentee"] },
        code: { $ref: "#/definitions/UnmatchedCode" },
        reasons: { type: "array", items: { $ref: "#/definitions/Reason" } },
        evidence: { $ref: "#/definitions/UnmatchedEvidence" },
        fix: { $ref: "#/definitions/Fix", description: "What would place the person, with the option `fixes`." },
      },
      required: ["id", "side", "code", "reasons", "evidence"],
      additionalProperties: false,
    },
    UnmatchedCode: {
      type: "string",
      enum: ["noCandidate", "belowMinimumScore", "noFreePlace", "outscored", "notProposed", "notThisRound"],
      description:
        "`noCandidate`: rules refuse everybody on the other side. `belowMinimumScore`: only the minimum score does. `noFreePlace`: the people of a shortage have too few places for all of them, whoever gets one. `outscored`: there was room, but the objective chose other pairs. `notProposed`: with `stable`, every candidate is full with partners whom they rank higher. `notThisRound`: the capacity is 0.",
    },
    UnmatchedEvidence: {
      type: "object",
      properties: {
        others: { type: "number", description: "People on the other side." },
        candidates: { type: "number", description: "How many of them are candidates." },
        refusals: {
          type: "array",
          items: { $ref: "#/definitions/RefusalCount" },
          description: "For each rule that refused somebody: how many, and how many no other rule refuses.",
        },
        shortage: { type: "number", description: "For `noFreePlace`: the place in the result's `shortages`." },
      },
      required: ["others", "candidates", "refusals"],
      additionalProperties: false,
    },
    RefusalCount: {
      type: "object",
      properties: {
        rule: { type: "string" },
        refused: { type: "number" },
        onlyByThis: { type: "number", description: "Pairs that no other rule refuses." },
      },
      required: ["rule", "refused", "onlyByThis"],
      additionalProperties: false,
      description: "How many pairs a rule refuses.",
    },
    Fix: {
      anyOf: [{ $ref: "#/definitions/SmallestFix" }, { $ref: "#/definitions/NoFix" }],
      description: "The smallest change that would place somebody, or why none is told.",
    },
    SmallestFix: {
      type: "object",
      properties: {
        en: { type: "string" },
        tr: { type: "string" },
        kind: { $ref: "#/definitions/FixKind" },
        change: {
          type: "array",
          items: { $ref: "#/definitions/ChangeStep" },
          description: "One step; two for places at two partners, by id.",
        },
        displaced: {
          type: "array",
          items: {
            type: "object",
            properties: { side: { type: "string", enum: ["mentor", "mentee"] }, id: { type: "string" } },
            required: ["side", "id"],
            additionalProperties: false,
          },
          description:
            "Those who have a partner in the plan and none in the new one: mentees by id, then mentors by id.",
        },
        othersLose: {
          type: "number",
          description: "Micro-points that the pairs of everybody else lose, in sum; below 0 if they gain.",
        },
        isLeast: {
          type: "boolean",
          description:
            "Whether all changes of the kind, and all of smaller kinds, have been looked at: if not, a better one may exist.",
        },
        quotas: { $ref: "#/definitions/QuotaEvidence", description: "Present if the options have quotas." },
      },
      required: ["change", "displaced", "en", "isLeast", "kind", "othersLose", "tr"],
      additionalProperties: false,
      description: "A change that has been applied and solved again: the person is in the new plan.",
    },
    FixKind: {
      type: "string",
      enum: ["onePlace", "oneTopic", "oneRule", "twoPlaces"],
      description: "What a change touches, from the smallest on: this is the order in which they are tried.",
    },
    ChangeStep: {
      anyOf: [
        {
          type: "object",
          properties: {
            step: { type: "string", const: "place" },
            side: { type: "string", enum: ["mentor", "mentee"] },
            id: { type: "string" },
            places: { type: "number" },
          },
          required: ["step", "side", "id", "places"],
          additionalProperties: false,
        },
        {
          type: "object",
          properties: {
            step: { type: "string", const: "topic" },
            mentorId: { type: "string" },
            topic: { type: "string" },
          },
          required: ["step", "mentorId", "topic"],
          additionalProperties: false,
        },
        {
          type: "object",
          properties: {
            step: { type: "string", const: "rule" },
            rule: { type: "string" },
            place: {
              type: "number",
              description: "Place of the rule in the options' `rules`, or in the default ones.",
            },
            except: { $ref: "#/definitions/PersonOfSide" },
          },
          required: ["step", "rule", "place", "except"],
          additionalProperties: false,
        },
      ],
      description:
        "One step of a change, for the organisers to apply to the input or, for a rule, to the options with `exceptFor`.",
    },
    PersonOfSide: {
      anyOf: [
        {
          type: "object",
          properties: { mentorId: { type: "string" } },
          required: ["mentorId"],
          additionalProperties: false,
        },
        {
          type: "object",
          properties: { menteeId: { type: "string" } },
          required: ["menteeId"],
          additionalProperties: false,
        },
      ],
      description: "Somebody on one of the two sides.",
    },
    QuotaEvidence: {
      type: "object",
      properties: {
        alone: {
          type: "array",
          items: { type: "string" },
          description:
            "Names of those without which, each alone, a plan proved within the work allowed holds the person.",
        },
        together: { type: "boolean", description: "Whether the plan without any quota holds the person." },
      },
      required: ["alone", "together"],
      additionalProperties: false,
      description:
        "Whether quotas, limits on partners among them, are what leaves somebody out; by matches without them.",
    },
    NoFix: {
      type: "object",
      properties: {
        en: { type: "string" },
        tr: { type: "string" },
        kind: { type: "string", const: "none" },
        because: { $ref: "#/definitions/NoFixReason" },
        quotas: {
          $ref: "#/definitions/QuotaEvidence",
          description: "Present if the options have quotas, for `noneWorks` and `notAllTried`.",
        },
      },
      required: ["because", "en", "kind", "tr"],
      additionalProperties: false,
    },
    NoFixReason: {
      type: "string",
      enum: ["placed", "notThisRound", "noneWorks", "notAllTried"],
      description:
        "`placed`: there is nothing to fix. `notThisRound`: the person's capacity is 0. `noneWorks`: no change of any kind places the person. `notAllTried`: none has been found within the work allowed; one may exist.",
    },
    Shortage: {
      type: "object",
      properties: {
        side: { type: "string", enum: ["mentor", "mentee"] },
        ids: {
          type: "array",
          items: { type: "string" },
          description: "Ids of the people, ascending; placed ones among them.",
        },
        partners: {
          type: "array",
          items: { type: "string" },
          description: "Ids of everybody with places who is a candidate of any of them, ascending.",
        },
        places: {
          type: "number",
          description:
            "Places of the partners for these people: of each the capacity, or the number of candidates if that is smaller.",
        },
        needed: {
          type: "number",
          description: "Places that the people need: the minimum load of each, at least 1. More than `places`.",
        },
      },
      required: ["side", "ids", "partners", "places", "needed"],
      additionalProperties: false,
      description:
        "People of one side who need more places than those who could be their partners have for them (Hall, 1935).",
    },
    Totals: {
      type: "object",
      properties: {
        mentors: { type: "number" },
        mentees: { type: "number" },
        pairs: { type: "number" },
        placedMentors: { type: "number" },
        placedMentees: { type: "number" },
        score: { type: "number", description: "Sum of the pairs' scores, in micro-points." },
        candidates: { type: "number", description: "Pairs that the rules allow." },
        refusals: {
          type: "array",
          items: { $ref: "#/definitions/RefusalCount" },
          description:
            "Of all pairs of a mentor and a mentee, what each rule refuses, in the order of the rules; those that refuse none are absent.",
        },
        price: {
          $ref: "#/definitions/ObjectivePrice",
          description:
            "What the objectives `fair` and `stable` give up; absent for `coverage` and `score`, which give up nothing.",
        },
        spare: {
          type: "array",
          items: {
            type: "object",
            properties: {
              id: { type: "string" },
              side: { type: "string", enum: ["mentor", "mentee"] },
              places: { type: "number" },
            },
            required: ["id", "side", "places"],
            additionalProperties: false,
          },
          description: "Placed people who would take more partners: mentees by id, then mentors by id.",
        },
      },
      required: [
        "mentors",
        "mentees",
        "pairs",
        "placedMentors",
        "placedMentees",
        "score",
        "candidates",
        "refusals",
        "spare",
      ],
      additionalProperties: false,
    },
    ObjectivePrice: {
      type: "object",
      properties: {
        people: {
          type: "number",
          description: "People that `coverage` places beyond those placed here; 0 for `fair`.",
        },
        score: {
          type: "number",
          description:
            "Micro-points that the total score lacks: for `fair` to that of `coverage`, for `stable` to that of `score`.",
        },
      },
      required: ["people", "score"],
      additionalProperties: false,
      description: "Each figure is the difference to a second solve of the same pairs, which is proved as well.",
    },
    PairsProof: {
      type: "object",
      properties: {
        kind: { type: "string", const: "prices" },
        placement: {
          type: "number",
          description:
            "What placing one more person is worth beside the score, in micro-points; 0 for the objective `score`.",
        },
        worth: {
          $ref: "#/definitions/Worth",
          description: "In a rematch: what stands in place of the score in these relations.",
        },
        mentors: { type: "array", items: { $ref: "#/definitions/Price" } },
        mentees: { type: "array", items: { $ref: "#/definitions/Price" } },
        deficientSets: {
          type: "object",
          properties: {
            mentors: { type: "array", items: { type: "string" } },
            mentees: { type: "array", items: { type: "string" } },
          },
          required: ["mentors", "mentees"],
          additionalProperties: false,
          description: "For `coverage`: people of each side who show that no more of that side can be placed.",
        },
      },
      required: ["kind", "placement", "mentors", "mentees"],
      additionalProperties: false,
      description:
        "Dual prices: for every candidate pair that is not chosen, mentor's price + mentee's price >= score, with equality for chosen ones (below it by the price of \"each pair at most once\" if both have a capacity above 1); a person with room has a price of at most 0, or -placement without any partner. `verifyOptimality` of `tersine/solve` checks all of it. Pinned pairs are given: they take a place of both and may have any slack, and the deficient sets count the places left.",
    },
    Worth: {
      type: "object",
      properties: { scale: { type: "number" }, published: { type: "number" } },
      required: ["scale", "published"],
      additionalProperties: false,
      description:
        "What a pair is worth in a rematch, where keeping published pairs counts: `score × scale`, and `published` more for a published pair. Prices, totals and bounds of the proof are in this unit.",
    },
    Price: {
      type: "object",
      properties: {
        id: { type: "string" },
        price: {
          type: "number",
          description: "Micro-points; for the goals of `LevelsPairsProof`, what one partner more is worth there.",
        },
      },
      required: ["id", "price"],
      additionalProperties: false,
    },
    LevelsPairsProof: {
      type: "object",
      properties: {
        kind: { type: "string", const: "levels" },
        placed: { $ref: "#/definitions/GoalPrices" },
        pairs: { $ref: "#/definitions/GoalPrices" },
        levels: {
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            properties: {
              score: { type: "number", description: "Micro-points." },
              count: { type: "number", description: "Chosen pairs of that score." },
              mentors: { type: "array", items: { $ref: "#/definitions/Price" } },
              mentees: { type: "array", items: { $ref: "#/definitions/Price" } },
            },
            required: ["count", "mentees", "mentors", "score"],
          },
        },
      },
      required: ["kind", "placed", "pairs", "levels"],
      additionalProperties: false,
      description:
        "Proof of the objective `fair`: a chain of goals (most people placed, most pairs, then for ascending scores the fewest pairs of that score), each with prices that show that it cannot be met better; people who are not listed have price 0. `LevelsProof` of `tersine/solve` states the relations and `verifyOptimality` checks them.",
    },
    GoalPrices: {
      type: "object",
      properties: {
        mentors: { type: "array", items: { $ref: "#/definitions/Price" } },
        mentees: { type: "array", items: { $ref: "#/definitions/Price" } },
      },
      required: ["mentors", "mentees"],
      additionalProperties: false,
    },
    StablePairsProof: {
      type: "object",
      properties: {
        kind: { type: "string", const: "noBlockingPair" },
        proposer: {
          type: "string",
          enum: ["mentors", "mentees"],
          description: "The side that makes the offers, and gets its best stable partners.",
        },
        mentors: { type: "array", items: { $ref: "#/definitions/Cutoff" } },
        mentees: { type: "array", items: { $ref: "#/definitions/Cutoff" } },
      },
      required: ["kind", "proposer", "mentors", "mentees"],
      additionalProperties: false,
      description:
        "Proof of the objective `stable`: each person would only take a new partner ranked before the cutoff, a place in their list of candidates from 0 (ranked choices first, then the higher score, then the smaller id). Every candidate pair that is not chosen is at or behind a cutoff on one of its sides, so nobody can do better together.",
    },
    Cutoff: {
      type: "object",
      properties: { id: { type: "string" }, cutoff: { type: "number" } },
      required: ["id", "cutoff"],
      additionalProperties: false,
    },
    BoundPairsProof: {
      type: "object",
      properties: {
        en: { type: "string" },
        tr: { type: "string" },
        kind: { type: "string", const: "bound" },
        people: {
          type: "number",
          description: "Most people that any choice places; absent for the objective `score`.",
        },
        worth: { $ref: "#/definitions/Worth", description: "In a rematch: what stands in place of the score here." },
        score: {
          type: "number",
          description: "Micro-points: no choice that places at least as many people as the result has a larger total.",
        },
        cases: { type: "number", description: "Cases, each with a bound that is not above `score`." },
        quotas: {
          type: "array",
          items: {
            type: "object",
            properties: { name: { type: "string" }, price: { type: "number" } },
            required: ["name", "price"],
            additionalProperties: false,
          },
          description:
            "What one pair more or less in a quota would be worth by the first bound, in micro-points; 0 where it does not bind.",
        },
      },
      required: ["cases", "en", "kind", "quotas", "score", "tr"],
      additionalProperties: false,
      description:
        "Proof under quotas: a search that divides all choices into cases, with prices in each that bound what it can be worth. `en` and `tr` say what it shows. `verifyOptimality` of `tersine/solve` has checked the whole of it, case by case.",
    },
    QuotaCount: {
      type: "object",
      properties: {
        name: { type: "string" },
        pairs: {
          type: "number",
          description: "Pairs of the kind in the result; for a limit on partners, all pairs that count.",
        },
        minimum: { type: "number" },
        maximum: {
          type: "number",
          description: "Most pairs; for a limit on partners the most of one person. Absent without a limit.",
        },
      },
      required: ["name", "pairs", "minimum"],
      additionalProperties: false,
      description: "How a quota is met.",
    },
    TopicDemand: {
      type: "object",
      properties: {
        topic: { type: "string", description: "Spelling that comes first by code units among those used." },
        offeredBy: { type: "number", description: "Mentors who offer it, and their capacities together." },
        places: { type: "number" },
        wishedBy: { type: "number", description: "Mentees who wish for it." },
        servedIn: { type: "number", description: "Pairs in which it is both offered and wished." },
      },
      required: ["offeredBy", "places", "servedIn", "topic", "wishedBy"],
      additionalProperties: false,
    },
    Warning: {
      type: "object",
      properties: {
        code: { $ref: "#/definitions/WarningCode" },
        en: { type: "string" },
        tr: { type: "string" },
        ids: { type: "array", items: { type: "string" }, description: "Ids concerned, ascending." },
      },
      required: ["code", "en", "tr", "ids"],
      additionalProperties: false,
      description: "Something that was accepted with a doubt.",
    },
    WarningCode: {
      type: "string",
      enum: [
        "LEVEL_MISSING",
        "LEVELS_REVERSED",
        "LINE_CYCLE",
        "GENERATION_UNKNOWN",
        "SENIORITY_UNKNOWN",
        "RULE_DATA_UNKNOWN",
        "WINDOWS_MERGED",
        "ZONE_SIGN",
        "WISH_UNUSED",
        "MIXED_SCRIPT",
      ],
      description: "What every code of a warning says of the result; each names the people it concerns by id.",
    },
    Manifest: {
      type: "object",
      properties: {
        version: { type: "string" },
        input: {
          type: "object",
          properties: {
            sha256: {
              type: "string",
              description: "Of the canonical input, which does not depend on the order in which anything was written.",
            },
            people: { type: "number" },
            mentors: { type: "number" },
            mentees: { type: "number" },
          },
          required: ["sha256", "people", "mentors", "mentees"],
          additionalProperties: false,
        },
        options: {
          type: "object",
          properties: {
            objective: { type: "string" },
            proposer: { type: "string", enum: ["mentors", "mentees"], description: "For `stable`." },
            criteria: { type: "array", items: { $ref: "#/definitions/ManifestPart" } },
            rules: { type: "array", items: { $ref: "#/definitions/ManifestPart" } },
            quotas: { type: "array", items: { $ref: "#/definitions/ManifestPart" } },
            limits: {
              type: "object",
              properties: { pairs: { type: "number" }, work: { type: "number" } },
              required: ["pairs"],
              additionalProperties: false,
            },
            fixes: { type: "boolean", const: true, description: "Present if fixes were asked for." },
            pins: {
              type: "array",
              items: {
                type: "object",
                properties: { mentorId: { type: "string" }, menteeId: { type: "string" } },
                required: ["mentorId", "menteeId"],
                additionalProperties: false,
              },
              description: "By mentee id, then mentor id.",
            },
            personalWeights: {
              type: "object",
              properties: { min: { type: "number" }, max: { type: "number" } },
              required: ["min", "max"],
              additionalProperties: false,
            },
          },
          required: ["objective", "criteria", "rules", "limits"],
          additionalProperties: false,
        },
        rematch: {
          type: "object",
          properties: {
            published: { type: "string" },
            stability: { anyOf: [{ type: "number" }, { type: "string", const: "first" }] },
            maximumChanges: { type: ["number", "null"], description: "`null` stands for no limit." },
            locked: {
              anyOf: [
                { type: "string", const: "all" },
                {
                  type: "array",
                  items: {
                    type: "object",
                    properties: { mentorId: { type: "string" }, menteeId: { type: "string" } },
                    required: ["mentorId", "menteeId"],
                    additionalProperties: false,
                  },
                },
              ],
            },
          },
          required: ["published"],
          additionalProperties: false,
          description: "Present for a rematch: what it was asked for, and the SHA-256 of the published pairs, sorted.",
        },
        zones: {
          type: "string",
          description:
            "SHA-256 of the time zone offsets that hold in the period; absent if nobody stated availability.",
        },
      },
      required: ["version", "input", "options"],
      additionalProperties: false,
      description: "What the result was made from: the same input, options and version give the same bytes.",
    },
    ManifestPart: {
      type: "object",
      properties: {
        name: { type: "string" },
        weight: { type: "number" },
        missing: { anyOf: [{ type: "string", const: "skip" }, { type: "string", const: "zero" }, { type: "number" }] },
        version: { type: "string" },
        own: {
          type: "boolean",
          const: true,
          description: "Present if a function of the caller's decides: `replay` takes the same one.",
        },
        settings: {
          type: "object",
          additionalProperties: {},
          description: 'The caller\'s further options as given; "function" in place of what holds functions.',
        },
      },
      required: ["name"],
      additionalProperties: false,
    },
    Demand: {
      anyOf: [
        { $ref: "#/definitions/LoadDemand" },
        { $ref: "#/definitions/PinDemand" },
        { $ref: "#/definitions/QuotaDemand" },
      ],
      description: "Something that the result must hold, and that conflicts with other demands.",
    },
    LoadDemand: {
      type: "object",
      properties: {
        en: { type: "string" },
        tr: { type: "string" },
        demand: { type: "string", const: "minimumLoad" },
        side: { type: "string", enum: ["mentor", "mentee"] },
        id: { type: "string" },
        minimum: { type: "number" },
      },
      required: ["demand", "en", "id", "minimum", "side", "tr"],
      additionalProperties: false,
    },
    PinDemand: {
      type: "object",
      properties: {
        en: { type: "string" },
        tr: { type: "string" },
        demand: { type: "string", const: "pin" },
        mentorId: { type: "string" },
        menteeId: { type: "string" },
      },
      required: ["demand", "en", "menteeId", "mentorId", "tr"],
      additionalProperties: false,
    },
    QuotaDemand: {
      type: "object",
      properties: {
        en: { type: "string" },
        tr: { type: "string" },
        demand: { type: "string", const: "quota" },
        name: { type: "string" },
        minimum: { type: "number" },
        maximum: { type: "number" },
      },
      required: ["demand", "en", "minimum", "name", "tr"],
      additionalProperties: false,
    },
    InfeasibleWitness: {
      type: "object",
      properties: {
        en: { type: "string" },
        tr: { type: "string" },
        side: { type: "string", enum: ["mentor", "mentee"] },
        ids: { type: "array", items: { type: "string" } },
        quota: {
          type: "string",
          description: "Present where a quota is what cannot be met: then `needed` and `available` count its pairs.",
        },
        needed: { type: "number", description: "Partners that the demands ask for these people." },
        available: { type: "number", description: "Places that there are for them, less than `needed`." },
      },
      required: ["available", "en", "ids", "needed", "side", "tr"],
      additionalProperties: false,
      description:
        "People who need more partners than there are for them, pins set aside; `verifyOptimality` has counted them.",
    },
  },
};
