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
  "version": 1,
  "people": "people.csv",
  "mentors": "mentors.csv",
  "mentees": "mentees.csv",
  "period": { "start": "2027-01-04", "end": "2027-06-27" },
  "match": {
    "objective": "coverage",
    "weights": { "topics": 4, "goals": 2, "availability": 2, "hierarchy": 2 },
    "rules": ["noReportingLine", "crossGeneration", { "rule": "reverse", "minimumGap": 1 }],
    "quotas": [{ "name": "Finance learns", "where": { "mentee": { "department": "Finance" } }, "min": 1 }]
  }
}
`,
};
