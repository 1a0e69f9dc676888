/** Files of a small made-up programme, by name. */
export const SAMPLE: Readonly<Record<string, string>> = {
  "people.csv": `id,name,manager,department,level,birth year,time zone
ceo,Aylin Demir,,Management,5,1966,Europe/Istanbul
haluk,Haluk Ersoy,ceo,Finance,4,1968,Europe/Istanbul
jale,Jale Aksoy,ceo,Sales,3,1975,Europe/Istanbul
ece,Ece Yalçın,haluk,Finance,1,1998,Europe/Istanbul
deniz,Deniz Kara,jale,Sales,1,1999,Europe/Istanbul
mert,Mert Uslu,jale,Sales,2,1991,Europe/Berlin
`,
  "mentors.csv": `id,teaches,availability,capacity
ece,AI assistants; short video,Mon 09:00-12:00; Wed 14:00-17:00,1
deniz,Podcasting; AI assistants,Tue 10:00-12:00; Thu 6:00-8:00pm,2
mert,Data dashboards,Mon 09:00-11:00,1
`,
  "mentees.csv": `id,learns,availability
haluk,AI assistants; Podcasting,Mon 10:00-12:00; Tue 10:00-11:00
jale,short video,Wed 15:00-17:00
ceo,Data dashboards; AI assistants,Mon 09:00-10:00; Tue 11:00-12:00
`,
  "tersine.config.json": `{
  "$comment": "Keys that begin with $comment say nothing. All that may stand here: tersine schema config",
  "version": 1,
  "people": "people.csv",
  "mentors": "mentors.csv",
  "mentees": "mentees.csv",
  "$comment mapping": "Names headers that are not known by themselves: { \\"attributes.city\\": \\"City of work\\" }",
  "mapping": {},
  "$comment period": "The programme, both dates included; common time is counted over its whole weeks",
  "period": { "start": "2027-01-04", "end": "2027-06-27" },
  "match": {
    "$comment objective": "coverage: most people placed, then the best scores. Others: score, fair, stable",
    "objective": "coverage",
    "$comment criteria": "What makes a good pair, and how much it counts",
    "criteria": [
      { "criterion": "topics", "weight": 4 },
      { "criterion": "goals", "weight": 2 },
      { "criterion": "availability", "weight": 2, "targetMinutes": 60 },
      { "criterion": "hierarchy", "weight": 2 }
    ],
    "$comment rules": "What no pair may break",
    "rules": ["noReportingLine", "crossGeneration", { "rule": "reverse", "minimumGap": 1 }],
    "$comment quotas": "What the whole result must hold",
    "quotas": [{ "name": "Finance learns", "where": { "mentee": { "department": "Finance" } }, "min": 1 }]
  }
}
`,
};
