import { expect, test } from '@jest/globals';
import { judgmentsOf } from '../../bench/month/officer.ts';
import type { ConvictionEntry } from '../../domain/agencyMessage.ts';

type Answers = Parameters<typeof judgmentsOf>[0];
type Answer = NonNullable<Answers['answers']>[number];

const theft = entry('1/2019/HSST');
const fraud = entry('2/2020/HSST');

function entry(judgmentNumber: string): ConvictionEntry {
  return {
    judgmentNumber,
    judgmentDate: '2019-05-06',
    court: 'Tòa án nhân dân tỉnh',
    offence: 'Tội trộm cắp tài sản',
    provision: 'khoản 1 Điều 173 Bộ luật Hình sự năm 2015',
    penalty: '09 tháng tù',
    executionStatus: 'Đã chấp hành xong',
  };
}

function answer(requestId: string, entries: ConvictionEntry[] = []): Answer {
  return {
    requestId,
    outcome: entries.length > 0 ? 'RECORD_FOUND' : 'NO_RECORD',
    entries,
    needed: null,
    reason: null,
    answeredAt: '2023-09-20T03:00:00.000Z',
    inForce: true,
    by: 'toaan.brv',
    scans: [],
  };
}

const unsettled = (found: string, clean: string): Answers['conflicts'][number] => {
  return { found, clean, settled: null };
};

test('of several courts the one that found a judgment is heard, wherever it stands', () => {
  const answers = [
    answer('C/POLICE-1', [fraud]),
    answer('C/COURT-1'),
    answer('C/POLICE-2', [theft]),
    answer('C/COURT-2', [theft]),
  ];
  const conflicts = [unsettled('C/POLICE-1', 'C/COURT-1')];
  expect(judgmentsOf({ answers, conflicts })).toEqual([theft]);
});

test('what a court knows nothing of is not certified, what it alone knows is', () => {
  const refuted = [answer('C/POLICE-1', [fraud]), answer('C/COURT-1')];
  const one = [unsettled('C/POLICE-1', 'C/COURT-1')];
  expect(judgmentsOf({ answers: refuted, conflicts: one })).toEqual([]);
  const known = [answer('C/POLICE-1'), answer('C/COURT-1', [theft])];
  const other = [unsettled('C/COURT-1', 'C/POLICE-1')];
  expect(judgmentsOf({ answers: known, conflicts: other })).toEqual([theft]);
});

test('an answer that was replaced says nothing', () => {
  const replaced = { ...answer('C/POLICE-1', [theft]), inForce: false };
  expect(judgmentsOf({ answers: [replaced, answer('C/POLICE-1')], conflicts: [] })).toEqual([]);
});
