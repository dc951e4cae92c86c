import { TERM_UNITS } from '../domain/clock/term.ts';

export const HELP = `When is it due, and why: the legal clock at a prompt. Reads data/, asks no server.

  npm run -s deadline -- --rules B --clock total --from 2024-02-01T09:00+07:00 [--complex | --urgent]
  npm run -s deadline -- --amount 5 --unit workingDay --from 2026-02-12
  npm run -s deadline -- --batch FILE.csv

  --from INSTANT   a date (the start of that day in Vietnam), or a time with its zone
  --clock NAME     total, urgent, police, court, send (or transferSend), supplement, or the name of
                   any other term of the rule set, such as sendToPolice
  --rules ID       rule set; without it the one in force on the day of --from
  --complex        with --clock total: the regime of 15 days
  --urgent         with --clock total: the regime of 24 hours
  --amount N       plain arithmetic, with --unit
  --unit UNIT      ${TERM_UNITS.join(', ')}
  --calendar NAME  the calendar of a unit with days or hours of its own, such as STP-79
  --batch FILE     a CSV file with columns from, amount and unit; printed with a column due added
  --json           one JSON object instead of text
  --help           this text

Keys of the JSON object:
  rules, clock, term, citation, verified   what was asked of which rule set (null in plain arithmetic)
  amount, unit     the term
  from             its first instant, ISO 8601 in Vietnam (+07:00)
  due              the last date, which ends at 24:00; for terms in hours the instant
  dueAt            the last instant that is not late
  calendar         version of the calendar
  counted          sum of what the days count; equals amount
  days             one per date from the first to the last: date; class (START, COUNTED,
                   MAKE_UP_COUNTED, WEEKEND, DAY_OFF, ROLLED_FORWARD, DUE); counted (1 day, or so many
                   hours); name and nameEn of a holiday or swap; confirmed (false = forecast), or null

Exit code 0: answered; 1: some rows of a batch were bad (they stand on stderr); 2: no answer, one
sentence on stderr says why.
`;
