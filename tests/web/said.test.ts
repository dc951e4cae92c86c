import { expect, test } from '@jest/globals';
import { ACTS } from '../../domain/acts.ts';
import { saidWith } from '../../web/officer/case/said.ts';
import { actWords } from '../../web/words/actWords.ts';
import { codes } from '../../domain/wording/codes.ts';

const ANSWER = {
  codes: { requestId: 'HN-P-2023-000001/POLICE-1', outcome: 'RECORD_FOUND' },
  paper: { role: 'POLICE_LIAISON', outcome: 'RECORD_FOUND', reason: null, entries: [{}] },
};
const SCAN = {
  codes: {},
  paper: {
    messageId: '727c6b8e',
    sequence: 15,
    fromUnit: 'BUUDIEN-01',
    caseId: 'HN-P-2023-000001',
    at: '2023-09-18T01:01:01.116Z',
    event: 'DELIVERED',
    trackingNumber: 'EV507647963VN',
  },
};

test('what stands on the paper and among the codes is said once, by its name', () => {
  expect(saidWith(ANSWER)).toEqual([
    { name: 'requestId', as: 'text', values: ['HN-P-2023-000001/POLICE-1'] },
    { name: 'role', as: 'role', values: ['POLICE_LIAISON'] },
    { name: 'outcome', as: 'outcome', values: ['RECORD_FOUND'] },
  ]);
});

test('of a scan by the post: what happened and to which item, not the envelope of the message', () => {
  expect(saidWith(SCAN)).toEqual([
    { name: 'event', as: 'postEvent', values: ['DELIVERED'] },
    { name: 'trackingNumber', as: 'text', values: ['EV507647963VN'] },
  ]);
  expect(codes.postEvent.DELIVERED).toEqual(['Đã phát', 'Delivered']);
});

test('everything a person may write or choose with an act has a line with a name in both languages', () => {
  const elsewhere = ['feeSettled', 'entries', 'bans'];
  const written = Object.entries(ACTS)
    .filter(([act]) => !['correct', 'correctSlip', 'proposeEntry'].includes(act))
    .flatMap(([, { codes: chosen, paper }]) => [
      ...Object.keys(chosen.shape),
      ...Object.keys(paper === null || !('shape' in paper) ? {} : paper.shape),
    ])
    .filter((name) => !elsewhere.includes(name));
  const said = saidWith({
    codes: Object.fromEntries(written.map((name) => [name, 'x'])),
    paper: {},
  });
  expect(said.map(({ name }) => name).toSorted()).toEqual([...new Set(written)].toSorted());
  for (const { name } of said) {
    expect([actWords.vi.field, actWords.en.field]).toEqual([
      expect.objectContaining({ [name]: expect.any(String) }),
      expect.objectContaining({ [name]: expect.any(String) }),
    ]);
  }
});
