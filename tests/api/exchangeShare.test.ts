import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { shareOf, type ShareLine } from '../../domain/exchange/share.ts';
import { trialOffice } from '../support/exchange.ts';
import { openOffice, type Office } from '../support/office.ts';
import { aRecord } from '../support/scenes.ts';
import { arrange, writeTransfer } from '../support/upgrade.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await arrange(office.databaseUrl, async (client) => {
    for (const [index, [number, ...sent]] of SENT.entries()) {
      await writeTransfer(client, {
        caseId: `T-${index}`,
        unit: number.startsWith('01HN') ? 'STP-01' : 'STP-40',
        recordNumber: number,
        step: sent.length === 0 ? 'ENTERED' : 'OFFICIALLY_UPDATED',
        sent,
        paper: aRecord(),
      });
    }
    for (const [number, arrivedAt] of PAPERS) {
      await client.query(
        `INSERT INTO paper_arrivals (id, kind, record_number, body, registered_by, arrived_at)
         SELECT gen_random_uuid(), 'RECORD', $1, '{}', id, $2 FROM accounts WHERE username = 'tiepnhan.tt'`,
        [number, arrivedAt],
      );
    }
  });
});
afterAll(() => office.close());

/** Record numbers with the instants at which their electronic copies were sent. */
const SENT: readonly [string, ...string[]][] = [
  // The last instant of 2015 in Viet Nam, and the first of 2016, which is still 2015 in UTC.
  ['01HN2015/00009', '2015-12-31T23:59:59+07:00'],
  ['01HN2016/00001', '2016-01-01T00:00:00+07:00'],
  ['01HN2016/00002', '2016-02-10T10:00:00+07:00'],
  // Returned and sent again in the next quarter: counted once, when it was first sent.
  ['01HN2016/00003', '2016-03-31T23:59:59+07:00', '2016-04-05T10:00:00+07:00'],
  ['01HN2016/00004', '2016-04-01T00:00:00+07:00'],
  ['01HN2016/00005', '2016-06-01T10:00:00+07:00'],
  // Never sent: its paper below is all there is.
  ['01HN2016/00006'],
  ['40NA2016/00001', '2016-05-05T10:00:00+07:00'],
  ['40NA2016/00002', '2016-05-06T10:00:00+07:00'],
];
/** Record numbers with the instants at which their papers arrived. */
const PAPERS: readonly (readonly [string, string])[] = [
  // Beside an electronic copy: counted once, as electronic.
  ['01HN2016/00002', '2016-02-20T10:00:00+07:00'],
  ['01HN2016/00006', '2016-03-01T10:00:00+07:00'],
  ['01HN2016/00007', '2016-05-01T10:00:00+07:00'],
  ['40NA2016/00008', '2016-01-15T10:00:00+07:00'],
  ['40NA2016/00009', '2016-03-15T10:00:00+07:00'],
];

const figures = (lines: readonly ShareLine[]) =>
  lines.map((line) => [line.unit, line.quarter, line.electronic, line.all, shareOf(line)]);

test('the share of two provinces in two quarters is what a hand counts', async () => {
  const { receiver } = await trialOffice(office);
  const share = await receiver.must('GET', '/exchange/share?year=2016');
  expect(figures(share.lines)).toEqual([
    ['STP-01', 1, 3, 4, 0.75],
    ['STP-01', 2, 2, 3, 2 / 3],
    ['STP-40', 1, 0, 2, 0],
    ['STP-40', 2, 2, 2, 1],
  ]);
  expect(share.target).toMatchObject({ year: 2016, atLeast: 0.9, upTo: 0.95 });
});

test('a year has the target that was set last, and what was sent on its days in Viet Nam', async () => {
  const { receiver } = await trialOffice(office);
  const before = await receiver.must('GET', '/exchange/share?year=2015');
  expect(figures(before.lines)).toEqual([['STP-01', 4, 1, 1, 1]]);
  expect(before.target).toMatchObject({ year: 2013, atLeast: 0.3, upTo: null });
  const first = await receiver.must('GET', '/exchange/share?year=2012');
  expect(first).toMatchObject({ lines: [], target: null });
});

test('a province sees its own share only, also in the file', async () => {
  const { other } = await trialOffice(office);
  const { lines } = await other.must('GET', '/exchange/share?year=2016');
  expect(figures(lines)).toEqual([
    ['STP-40', 1, 0, 2, 0],
    ['STP-40', 2, 2, 2, 1],
  ]);
  const { text } = await other.ask('GET', '/exchange/share.csv?year=2016');
  expect(text.trim().split('\n')).toHaveLength(3);
  expect(text).toContain('Đơn vị,Năm,Quý,Điện tử,Tổng số');
  expect(text).toContain(',2016,1,0,2');
});
