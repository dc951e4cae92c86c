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

/** Requests for a code: one waits for the Centre, one was mapped to an entry that is there. */
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
];
