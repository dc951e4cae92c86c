import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { TRIAL_DAY } from '../support/exchange.ts';
import { type Office, openOffice } from '../support/office.ts';
import { playTrial } from './trial.ts';

/** `TRIAL_RECORDS=500 TRIAL_SLIPS=200 npm test -- tests/trial` plays the whole trial. */
const RECORDS = Number(process.env['TRIAL_RECORDS'] ?? 40);
const SLIPS = Number(process.env['TRIAL_SLIPS'] ?? 12);
const MS_PER_TRANSFER = 4_000;

let office: Office;
beforeAll(async () => {
  office = await openOffice({ from: TRIAL_DAY });
});
afterAll(() => office.close());

const Digest = z.object({ number: z.string(), digest: z.string() });

/** What each side has of every record, in its own book, and of every slip, as numbers with digests of the content. */
async function digests() {
  const province = await office.db.any(sql.type(Digest)`
    SELECT number, digest FROM records WHERE book = 'PROVINCE'
    UNION ALL
    SELECT c.case_id, encode(sha256(convert_to(p.body::text, 'UTF8')), 'hex')
    FROM cases c JOIN papers p ON p.case_id = c.case_id AND p.id = (c.state ->> 'recordPaperId')::uuid
    WHERE c.kind = 'TRANSFER' AND c.state -> 'slip' = 'true' ORDER BY 1
  `);
  const centre = await office.db.any(sql.type(Digest)`
    SELECT number, digest FROM records WHERE book = 'CENTRE'
    UNION ALL
    SELECT o.case_id, encode(sha256(convert_to(p.body::text, 'UTF8')), 'hex')
    FROM official_slips o JOIN papers p ON p.case_id = o.case_id AND p.id = o.paper_id ORDER BY 1
  `);
  return { province, centre };
}

test(
  'after the trial both databases are equal by digest and the books add up',
  async () => {
    const book = await playTrial(office, { records: RECORDS, slips: SLIPS });
    expect(book).toMatchObject({
      slips: SLIPS,
      differing: Math.floor(RECORDS / 20),
      returned: Math.floor(RECORDS / 33),
      paperFirst: Math.floor(RECORDS / 3) + Math.floor(SLIPS / 3),
    });
    expect(new Set(book.recordNumbers).size).toBe(RECORDS);
    const { province, centre } = await digests();
    expect(centre).toHaveLength(RECORDS + SLIPS);
    expect(centre).toEqual(province);
    const receiver = await office.as('tiepnhan.tt');
    const all = await receiver.must('GET', '/exchange/papers');
    const waiting = await receiver.must('GET', '/exchange/papers?waiting=true');
    expect([all.total, waiting.total]).toEqual([RECORDS + SLIPS, 0]);
    const { lines } = await receiver.must('GET', '/exchange/share?year=2015');
    const counted = lines.map(({ unit, quarter, electronic, all: whole }: Line) => {
      return [unit, quarter, electronic, whole];
    });
    const even = Math.floor(RECORDS / 2) + Math.floor(SLIPS / 2);
    const odd = RECORDS + SLIPS - even;
    expect(counted.toSorted()).toEqual([
      ['STP-01', 2, even, even],
      ['STP-40', 2, odd, odd],
    ]);
  },
  (RECORDS + SLIPS) * MS_PER_TRANSFER,
);

interface Line {
  unit: string;
  quarter: number;
  electronic: number;
  all: number;
}
