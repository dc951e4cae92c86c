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
import { complainOfLateness, doubtDate, ruleOn } from '../disputeBeats.ts';
import { answerByPacket } from '../packetBeats.ts';
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

const TENTH_DAY = 'Giấy hẹn ghi quá ngày thứ mười kể từ khi tôi nộp; đề nghị xem lại.';
const NEXT_WORKING_DAY = {
  outcome: 'DISMISSED',
  reason:
    'Ngày cuối của thời hạn rơi vào kỳ nghỉ Quốc khánh thì tính đến hết ngày làm việc tiếp theo; ngày hẹn đã tính đúng.',
  citation: 'Bộ luật Dân sự 2015, Điều 148 khoản 5',
} as const;
const POLICE_WERE_LATE = {
  outcome: 'UPHELD',
  dayClass: null,
  dueOn: null,
  reason: 'Cơ quan Công an trả lời chậm; Sở đã xin lỗi và cấp phiếu ngay trong tuần.',
  citation: 'Luật Lý lịch tư pháp 28/2009/QH12, Điều 48',
} as const;

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
  // Promised for the day after a holiday, which the applicant does not believe.
  story('hn', 9, '14:35', [after(2, doubtDate(TENTH_DAY)), ruleOn(NEXT_WORKING_DAY), ...BY_DEPUTY]),
  story('hn', 10, '08:25', MAILED),
  story('na', 10, '09:55', MAILED),
  story('hcm', 11, '10:20', [accept, ...COLLECTED], FROM_PORTAL),
  story('hn', 11, '14:10', COLLECTED, { applicant: 'ABROAD' }),
  story('hn', 12, '08:45', [classify, answerByPacket('POLICE'), draft, check, sign, issue, post]),
  story(
    'hn',
    12,
    '09:35',
    [classify, after(3, clean), ...after1(draft, check, sign, issue), handOver],
    {
      changes: { urgent: true },
    },
  ),
  story('hcm', 13, '13:45', [classify, answerByPacket('POLICE'), draft, check, sign, issue, post]),
  story('na', 13, '08:30', [
    classify,
    answerByPacket('POLICE'),
    draft,
    check,
    sign,
    issue,
    handOver,
  ]),
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
  // Issued too late: the police took their time, and the applicant said so.
  story('hcm', 8, '11:05', [
    classify,
    after(58, clean),
    draft,
    complainOfLateness('Đã quá ngày hẹn mà tôi chưa nhận được phiếu; công ty cần trong tuần này.'),
    check,
    ruleOn(POLICE_WERE_LATE),
    sign,
    issue,
    post,
  ]),
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

/** Enough more that are closed well before the opening: the forecast rests on thirty (`domain/rescue.ts`). */
export const ENDED_SOON: readonly ApplicationStory[] = [
  story('hn', 1, '13:40', COLLECTED),
  story('hcm', 2, '08:20', COLLECTED),
  story('na', 3, '09:45', COLLECTED),
  story('hn', 4, '15:05', COLLECTED),
  story('hcm', 5, '13:20', COLLECTED),
  story('na', 6, '10:05', COLLECTED),
];
