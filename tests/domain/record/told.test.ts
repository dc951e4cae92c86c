import { expect, test } from '@jest/globals';
import { amended } from '../../../domain/record/amendment.ts';
import { executionsOf, type RecordFile } from '../../../domain/record/file.ts';
import { toldChanges } from '../../../domain/record/told.ts';
import { aRecord } from '../../support/scenes.ts';

const ENTRY = {
  kind: 'COMPLETION',
  number: '2/GCN',
  date: '2023-05-02',
  issuer: 'Trại giam Mẫu',
  content: 'Đã chấp hành xong.',
} as const;

const { person, judgment } = aRecord();
const FIRST: RecordFile['judgments'][number] = {
  ...judgment,
  ref: 1,
  offenceCode: null,
  catalogueVersion: null,
  executions: [],
  abolished: null,
};
const FILE: RecordFile = {
  person: { ...person, diedOn: null },
  judgments: [FIRST],
  bans: [],
  note: null,
};

test('of a new judgment every field is told with its number, of others what changed', () => {
  const told = toldChanges(FILE, {
    ...FILE,
    person: { ...FILE.person, motherName: 'Lê Thị Mẫu' },
    judgments: [FIRST, { ...FIRST, ref: 2, number: '8/2022/HSST' }],
  });
  const mother = { place: 'person', ref: null, field: 'motherName' };
  expect(told[0]).toEqual({ ...mother, before: null, after: 'Lê Thị Mẫu' });
  const rest = told.slice(1);
  expect(rest.map(({ field }) => field).toSorted()).toEqual(Object.keys(FIRST).toSorted());
  expect(rest.every(({ place, ref }) => place === 'judgment' && ref === 2)).toBe(true);
});

test('of documents of execution only the further ones are told', () => {
  const further = { ...ENTRY, number: '1/GCN' };
  const before = { ...FILE, judgments: [{ ...FIRST, executions: [ENTRY] }] };
  const after = { ...FILE, judgments: [{ ...FIRST, executions: [further, ENTRY] }] };
  expect(toldChanges(before, after)).toEqual([
    { place: 'judgment', ref: 1, field: 'executions', before: null, after: [further] },
  ]);
});

test('a document of execution that is corrected is told with what it struck', () => {
  const entry = { ...ENTRY, content: 'Đã chấp hành xong 9 tháng tù.' };
  const other = { ...ENTRY, number: '1/GCN' };
  const head = { ...FILE, judgments: [{ ...FIRST, executions: [other, ENTRY] }] };
  const details = { ref: 1, wrong: ENTRY, entry };
  const from = { head, base: head, other: null };
  const after = amended({ kind: 'EXECUTION_CORRECTED', details }, from) as RecordFile;
  expect(toldChanges(head, after)).toEqual([
    { place: 'judgment', ref: 1, field: 'executions', before: [ENTRY], after: [entry] },
  ]);
  const unknown = { ...details, wrong: entry };
  expect(amended({ kind: 'EXECUTION_CORRECTED', details: unknown }, from)).toEqual({
    path: 'details.wrong',
    code: 'UNKNOWN_EXECUTION',
  });
});

test('documents of execution stand once each, in one order whoever heard first', () => {
  const earlier = { ...ENTRY, date: '2023-05-01' };
  const twin = { ...ENTRY, number: '10/GCN' };
  const order = [earlier, twin, ENTRY];
  expect(executionsOf([ENTRY], [twin, earlier])).toEqual(order);
  expect(executionsOf([twin, earlier, ENTRY], [ENTRY])).toEqual(order);
});
