import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import type { MemberName } from '../../setup/house.ts';
import { breakersOf, lostActs } from '../invariants.ts';
import { type Invariant, verdict } from '../verdict.ts';
import { TRIAL_HALVES, type TrialBook, type TrialHalf } from './book.ts';
import { trialChecks } from './checks.ts';
import { MEMBERS } from './crashes.ts';

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
  granted: z.array(z.string()),
  merged: z.array(z.string()),
  notices: z.array(z.string()),
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
        WHERE v.book = 'CENTRE' AND r.merged_into IS NULL AND j ->> 'offenceCode' IS NOT NULL) AS normalised,
      ARRAY(SELECT o.code FROM offences o JOIN catalogue_releases r ON r.id = o.release_id
        WHERE r.granted_in IS NOT NULL AND r.state = 'PUBLISHED' AND NOT EXISTS
          (SELECT FROM offences b WHERE b.release_id = r.base AND b.code = o.code) ORDER BY 1) AS granted,
      ARRAY(SELECT number || ' ' || merged_into FROM records
        WHERE book = 'CENTRE' AND merged_into IS NOT NULL ORDER BY 1) AS merged,
      ARRAY(SELECT id::text FROM record_notices ORDER BY 1) AS notices
  `);
}

/**
 * The rules of the exchange, and the system's books against those of the people who played the trial.
 * `crashes`: how often each process was to be killed in each half.
 */
export async function trialInvariants(
  db: CommonQueryMethods,
  book: TrialBook,
  { crashes }: { crashes: number },
): Promise<Invariant[]> {
  const invariants: Invariant[] = [];
  for (const [name, query] of Object.entries(trialChecks)) {
    invariants.push(verdict(name, await breakersOf(db, query)));
  }
  const found = await readFound(db);
  const { records, slips, differing, returned, refused } = book;
  return [
    ...invariants,
    verdict('no_answered_act_lost', await lostActs(db, book.answered)),
    verdict('records_are_those_entered', unlike(found.records, [...records.keys()])),
    verdict('slips_are_those_entered', unlike(found.slips, [...slips.keys()])),
    verdict('differences_are_those_asked', unlike(found.asked, [...differing.keys()])),
    verdict('returns_are_those_made', unlike(found.returned, returned)),
    verdict('codes_are_those_granted', unlike(found.granted, book.granted)),
    verdict('merges_are_those_approved', unlike(found.merged, mergesOf(book))),
    verdict('notices_are_those_applied', unlike(found.notices, book.notices)),
    verdict('books_add_up', sumsOff(found, book)),
    verdict(
      'duplicates_refused_by_name',
      refused.filter((code) => !TWICE_CODES.includes(code)),
    ),
    verdict('each_process_killed_in_each_half', killsOff(book, crashes)),
    verdict('no_faults', book.faults),
  ];
}

function mergesOf({ merged }: TrialBook): string[] {
  return [...merged].map(([from, into]) => `${from} ${into}`);
}

function sumsOff(found: Found, book: TrialBook): string[] {
  const { records, slips, differing, returned, refused, repeated } = book;
  // A paper of a returned record that the correction made out of date was followed by another one.
  const outdated = book.paperFirst.filter((caseId) => returned.includes(caseId)).length;
  const rulings = [...differing.values()].filter((right) => right === 'PAPER').length;
  return [
    ...off('papers', found.papers, records.size + slips.size + outdated),
    ...off('paper first', found.paperFirst, book.paperFirst.length),
    ...off('paper right', found.paperRight, rulings),
    ...off('normalised at the Centre', found.normalised, book.normalised),
    ...off('normalised by batch', book.normalised, book.nameable.length),
    ...off('came twice', refused.length + repeated.length, book.sentTwice),
  ];
}

/** How often a process was killed in a half of the trial. */
export function killsOf({ killed }: TrialBook, member: MemberName, half: TrialHalf): number {
  return killed.filter((one) => one.member === member && one.half === half).length;
}

function killsOff(book: TrialBook, crashes: number): string[] {
  return TRIAL_HALVES.flatMap((half) =>
    MEMBERS.flatMap((member) => off(`${member} ${half}`, killsOf(book, member, half), crashes)),
  );
}

const TWICE_CODES = ['CASE_CLOSED', 'PAPER_KNOWN', 'SLIP_KNOWN'];

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
