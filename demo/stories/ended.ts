import {
  accept,
  acting,
  after,
  askSupplement,
  check,
  classify,
  draft,
  handOver,
  issue,
  post,
  receiveSupplement,
  sign,
} from '../beats.ts';
import type { ApplicationStory } from '../story.ts';
import {
  clean,
  ISSUED,
  MAILED,
  COLLECTED,
  BY_DEPUTY,
  ON_RECORD,
  FROM_PROVINCE,
  FROM_PORTAL,
  recall,
  after1,
  story,
} from './courses.ts';

/** Ended long ago or lately: what the charts and the register are made of. */
export const ENDED: readonly ApplicationStory[] = [
  story('hn', 0, '09:20', COLLECTED),
  story('hcm', 0, '14:45', MAILED),
  story('na', 1, '08:55', COLLECTED),
  story('hn', 2, '10:10', MAILED, { applicant: 'SOLDIER' }),
  story('hcm', 3, '14:05', [accept, ...MAILED], FROM_PROVINCE),
  story('hn', 4, '09:30', COLLECTED, { applicant: 'WITH_AGENT' }),
  story('hn', 5, '08:15', MAILED),
  story('na', 5, '10:40', MAILED, { applicant: 'EXEMPT' }),
  story('hn', 6, '13:50', [accept, ...COLLECTED], FROM_PROVINCE),
  story('hcm', 6, '08:05', COLLECTED),
  story('hn', 7, '09:05', MAILED, { applicant: 'SEVERAL_RESIDENCES' }),
  story('hcm', 7, '15:15', BY_DEPUTY),
  story('na', 8, '13:25', COLLECTED),
  story('hn', 8, '10:50', COLLECTED, { applicant: 'FOREIGNER' }),
  story('hcm', 9, '08:40', [...ON_RECORD, handOver], { judgments: 'EXPUNGED' }),
  story('hn', 9, '14:35', BY_DEPUTY),
  story('hn', 10, '08:25', MAILED),
  story('na', 10, '09:55', MAILED),
  story('hcm', 11, '10:20', [accept, ...COLLECTED], FROM_PORTAL),
  story('hn', 11, '14:10', COLLECTED, { applicant: 'ABROAD' }),
  story('hn', 12, '08:45', MAILED),
  story(
    'hn',
    12,
    '09:35',
    [classify, after(3, clean), ...after1(draft, check, sign, issue), handOver],
    {
      changes: { urgent: true },
    },
  ),
  story('hcm', 13, '13:45', MAILED),
  story('na', 13, '08:30', COLLECTED),
  story(
    'hcm',
    12,
    '09:25',
    [
      accept,
      askSupplement('officer', 'Trang hộ chiếu có dấu nhập cảnh.'),
      receiveSupplement,
      ...MAILED,
    ],
    FROM_PORTAL,
  ),
  story('hn', 14, '09:20', [...ON_RECORD, post], { judgments: 'LIVE' }),
  story('hcm', 14, '10:35', COLLECTED),
  story('hn', 15, '08:10', COLLECTED),
  story('hn', 10, '15:05', [...ISSUED, recall(), ...after1(draft, check, sign, issue), handOver]),
  // Known to be wrong only when the applicant had it.
  story('hn', 11, '14:25', [
    ...COLLECTED,
    recall(),
    ...after1(draft, check, sign, issue),
    handOver,
  ]),
  // Issued too late: the police took their time.
  story('hcm', 8, '11:05', [classify, after(58, clean), draft, check, sign, issue, post]),
  story(
    'hn',
    3,
    '15:40',
    [
      acting('refuse', 'motcua', 2, {
        codes: { ground: 'NOT_COMPETENT' },
        paper: { reason: 'Người yêu cầu thường trú và tạm trú ở tỉnh khác; đã hướng dẫn nơi nộp.' },
      }),
    ],
    { accept: false },
  ),
  story('na', 12, '14:50', [
    classify,
    acting('withdraw', 'motcua', 9, {
      paper: { reason: 'Người yêu cầu nộp đơn rút hồ sơ vì không còn nhu cầu.' },
    }),
  ]),
  story('hcm', 15, '09:00', [
    acting('cancel', 'truongphong', 5, {
      codes: { ground: 'DUPLICATE' },
      paper: { reason: 'Trùng với hồ sơ người này đã nộp qua cổng trong tuần.' },
    }),
  ]),
  // Asked in the first days; thirty days later the timer closes it.
  story(
    'hn',
    0,
    '07:35',
    [after(1, askSupplement('motcua', 'Bản sao sổ tạm trú tại nơi đang ở.'))],
    FROM_PROVINCE,
  ),
];
