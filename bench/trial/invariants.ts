import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { breakersOf, lostActs } from '../invariants.ts';
import { type Invariant, verdict } from '../verdict.ts';
import type { TrialBook } from './book.ts';
import { trialChecks } from './checks.ts';

/** What stands in the database, as sets of numbers. */
const Found = z.object({
  records: z.array(z.string()),
  slips: z.array(z.string()),
  paperFirst: z.int(),
  papers: z.int(),
  asked: z.array(z.string()),
  paperRight: z.int(),
  returned: z.array(z.string()),
  normalised: z.int(),
});
export type Found = z.infer<typeof Found>;

/** The books of the system as SQL tells them. */
export function readFound(db: CommonQueryMethods): Promise<Found> {
  return db.one(sql.type(Found)`
    SELECT
      ARRAY(SELECT number FROM records WHERE book = 'CENTRE' ORDER BY 1) AS records,
      ARRAY(SELECT case_id FROM official_slips ORDER BY 1) AS slips,
      (SELECT count(*)::int FROM paper_arrivals a JOIN case_events e
        ON e.act = 'receive' AND e.codes ->> 'copyPaperId' = a.id::text) AS "paperFirst",
      (SELECT count(*)::int FROM paper_arrivals) AS papers,
      ARRAY(SELECT case_id FROM case_events WHERE act = 'askSupplier' ORDER BY 1) AS asked,
      (SELECT count(*)::int FROM case_events
        WHERE act = 'answerDifference' AND codes ->> 'rightCopy' = 'PAPER') AS "paperRight",
      ARRAY(SELECT case_id FROM case_events WHERE act = 'returnRecord' ORDER BY 1) AS returned,
      (SELECT count(*)::int FROM record_versions v CROSS JOIN LATERAL jsonb_array_elements(v.body -> 'judgments') j
        JOIN records r ON r.book = v.book AND r.number = v.number AND r.head = v.version
        WHERE v.book = 'CENTRE' AND j ->> 'offenceCode' IS NOT NULL) AS normalised
  `);
}

/** The rules of the exchange, and the system's books against those of the people who played the trial. */
export async function trialInvariants(
  db: CommonQueryMethods,
  book: TrialBook,
  { normalise }: { normalise: number },
): Promise<Invariant[]> {
  const invariants: Invariant[] = [];
  for (const [name, query] of Object.entries(trialChecks)) {
    invariants.push(verdict(name, await breakersOf(db, query)));
  }
  const found = await readFound(db);
  const { records, slips, differing, returned, refused, repeated } = book;
  // A paper of a returned record that the correction made out of date was followed by another one.
  const outdated = book.paperFirst.filter((caseId) => returned.includes(caseId)).length;
  const rulings = [...differing.values()].filter((right) => right === 'PAPER').length;
  return [
    ...invariants,
    verdict('no_answered_act_lost', await lostActs(db, book.answered)),
    verdict('records_are_those_entered', unlike(found.records, [...records.keys()])),
    verdict('slips_are_those_entered', unlike(found.slips, [...slips.keys()])),
    verdict('differences_are_those_asked', unlike(found.asked, [...differing.keys()])),
    verdict('returns_are_those_made', unlike(found.returned, returned)),
    verdict('books_add_up', [
      ...off('papers', found.papers, records.size + slips.size + outdated),
      ...off('paper first', found.paperFirst, book.paperFirst.length),
      ...off('paper right', found.paperRight, rulings),
      ...off('normalised at the Centre', found.normalised, book.normalised),
      ...off('normalised by batch', book.normalised, normalise),
      ...off('came twice', refused.length + repeated.length, expectedTwice(book)),
    ]),
    verdict(
      'duplicates_refused_by_name',
      refused.filter((code) => !TWICE_CODES.includes(code)),
    ),
    verdict('no_faults', book.faults),
  ];
}

const TWICE_CODES = ['CASE_CLOSED', 'PAPER_KNOWN', 'SLIP_KNOWN'];

/** Of every fiftieth record the entry and the paper came twice, of every fiftieth slip the entry. */
function expectedTwice({ records, slips }: TrialBook): number {
  return 2 * Math.floor(records.size / 50) + Math.floor(slips.size / 50);
}

function unlike(found: readonly string[], expected: readonly string[]): string[] {
  const [here, there] = [new Set(found), new Set(expected)];
  return [
    ...(here.size < found.length ? ['something twice'] : []),
    ...[...here].filter((one) => !there.has(one)).map((one) => `${one} unknown`),
    ...[...there].filter((one) => !here.has(one)).map((one) => `${one} missing`),
  ];
}

function off(what: string, found: number, expected: number): string[] {
  return found === expected ? [] : [`${what}: ${found} of ${expected}`];
}
