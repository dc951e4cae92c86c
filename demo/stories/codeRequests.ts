import { acting } from '../beats.ts';
import type { CodeRequestStory } from '../story.ts';

const SPECULATION = {
  offence: 'Tội xâm phạm chỗ ở của công dân',
  provision: 'Điều 124 BLHS 1985',
  judgmentNumber: '47/1994/HSST',
  judgmentDate: '1994-08-16',
  recordNumber: null,
  note: 'Danh mục hiện hành chưa có điều này của Bộ luật năm 1985.',
};
const SMUGGLING = {
  offence: 'Tội buôn bán hàng cấm là pháo nổ',
  provision: 'Điều 155 BLHS 1999',
  judgmentNumber: '102/2008/HSST',
  judgmentDate: '2008-11-05',
  recordNumber: null,
  note: null,
};

const USURY = {
  offence: 'Tội cho vay với lãi suất cắt cổ',
  provision: 'Điều 163 BLHS 1999',
  judgmentNumber: '58/2011/HSST',
  judgmentDate: '2011-06-21',
  recordNumber: null,
  note: null,
};
const LOAN_SHARKING = {
  offence: 'Tội cho vay nặng lãi',
  provision: 'Điều 171 BLHS 1985',
  judgmentNumber: '31/1996/HSST',
  judgmentDate: '1996-04-12',
  recordNumber: null,
  note: null,
};

/** Requests for a code: two wait for the Centre's reviewer, one for its approver, one was mapped to an entry that is there. */
export const CODE_REQUESTS: readonly CodeRequestStory[] = [
  {
    kind: 'CODE_REQUEST',
    place: 'hn',
    day: 21,
    time: '10:20',
    request: SPECULATION,
    beats: [],
  },
  {
    kind: 'CODE_REQUEST',
    place: 'na',
    day: 14,
    time: '09:35',
    request: SMUGGLING,
    beats: [
      acting('proposeMapping', 'kiemtra.tt', 9, {
        codes: { code: 'BLHS1999-155' },
        paper: { reason: 'Pháo nổ là hàng cấm: Điều 155 của Bộ luật năm 1999.' },
      }),
      acting('grantCode', 'duyet.tt', 4),
    ],
  },
  { kind: 'CODE_REQUEST', place: 'hcm', day: 22, time: '09:10', request: LOAN_SHARKING, beats: [] },
  {
    kind: 'CODE_REQUEST',
    place: 'na',
    day: 19,
    time: '08:20',
    request: USURY,
    beats: [
      acting('proposeMapping', 'kiemtra.tt', 9, {
        codes: { code: 'BLHS1999-163' },
        paper: { reason: 'Lời bản án chỉ khác cách gọi: Điều 163 của Bộ luật năm 1999.' },
      }),
    ],
  },
];
