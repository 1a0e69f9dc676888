/** What `--help` prints. */
export const HELP = `tersine: reverse mentoring, matched exactly

  tersine studio                     write a page that matches your files in a browser, offline (--out page.html)
  tersine sample                     write a small programme to begin with
  tersine match                      match what tersine.config.json names, pairs to stdout
  tersine match --people people.csv --mentors mentors.csv --mentees mentees.csv --out pairs.csv
  tersine check --mentors mentors.csv --mentees mentees.csv
                                     say what was understood, and every problem by line
  tersine explain ece haluk          why the two are or are not a pair
  tersine explain ROLE_UNKNOWN       what a code of an error or warning means, and what to do
  tersine compare old.json new.json  what differs between two results (--result, --out)
  tersine audit [result.json] --groups groups.csv [--column gender] [--outcomes feedback.csv]
                                     how groups fare at each stage; without a result the programme is matched again
  tersine evaluate [result.json] --outcomes feedback.csv
                                     what became of the pairs (--report page.html, --out file.json, --json)
  tersine learn [result.json] --outcomes feedback.csv
                                     whether ratings say that other weights would serve better
  tersine pool step pool.json --now 2027-03-01 [--events joins.json] [--policy 7] --out pool-2.json
                                     match those of a pool who have a free place; "new" begins a pool
  tersine pool simulate events.json --policy 1,7,30 [--report policies.html]
                                     what waiting would have cost and brought, policy by policy
  tersine talks --out talks.csv --result talks.json --form form.csv
                                     whom everybody talks with before pairs are fixed: --mentee-talks 3, --mentor-talks 2-4,
                                     --hard, --favourite, --spread 1, --slots slots.csv, --invitations folder
  tersine decide --talks talks.json --feedback form.csv --out pairs.csv
                                     the pairs after the talks (--both lower|mean|menteeFirst, --weight 3, --unmet never)
  tersine groups --out groups.csv    two mentors for each mentee, judged together: --group-mentors 2-3, --group-mentees 1;
                                     or circles: --circle 4-6; --joint coveredBy,commonTime,different:department, or none
  tersine schema [input|config|result]
                                     JSON Schema of the input, of a configuration, or of a result

Input     --people, --mentors, --mentees: CSV, JSON, NDJSON, a SCIM list or Excel (.xlsx); "-" is standard input
          --sheet NAME of the workbooks, or each its own: --mentors staff.xlsx#Mentors
          --input: one JSON document, or one file of people with a column "role"
          --calendars folder of iCalendar files, one a person: ece.ics (needs the package ical.js)
          --config file, --format csv|json|ndjson, --delimiter ";"
          --encoding windows-1254: of every text that is not in UTF-8
Output    --out file (.csv, .xlsx, .json, .ndjson), --unmatched file, --result file.json, --rejected file.csv, --report file.html
          --cards file.html: a sheet for the two of each pair; --sort score|name|department: order of pairs in report and cards
          --excel: CSV for spreadsheets in the --language; --out-delimiter ";"
          --invitations folder: a calendar for each pair, a letter for everybody; --template file, --meeting-minutes 45
          --json, --language en|tr, --force, --dry-run, --quiet
Plan      --previous result.json|pairs.csv: keep published pairs; --max-changes 3, --lock-all
          --stability 50000|first: what keeping a pair is worth, in micro-points (10,000 are one point of 100)
          --history pairs-2025.csv results.json: pairs that must not meet again (with the cooldown of "notAgain", if any)
          --fixes: for everybody left out the smallest change that would place them; --replay result.json
Errors    --max-errors 100, --skip-rejected (go on without the rows that have errors)
          --allow-guests: people may register who are not in --people; --external-managers: managers may be in no file
Exit      0 ok, 1 bug, 2 usage, 3 invalid data, 4 infeasible, 5 limit, 6 files, 130 interrupted
`;
