import {
  accept,
  acting,
  after,
  answer,
  askSupplement,
  check,
  claim,
  classify,
  draft,
  giveBack,
  handOver,
  identify,
  issue,
  post,
  receiveSupplement,
  reclassify,
  sign,
  signByDeputy,
  willComeBack,
} from './beats.ts';
import type { ApplicationStory, Beat, Place } from './story.ts';

const clean = answer('POLICE', 'NO_RECORD');
const VERIFIED = [classify, clean];
const DECIDED = [...VERIFIED, draft, check, sign];
const ISSUED = [...DECIDED, issue];
const MAILED = [...ISSUED, post];
const COLLECTED = [...ISSUED, handOver];
const BY_DEPUTY = [...VERIFIED, draft, check, signByDeputy, issue, post];

const found = answer('POLICE', 'RECORD_FOUND');
const confirmed = answer('COURT', 'RECORD_FOUND');
const ON_RECORD = [classify, found, confirmed, draft, check, sign, issue];
const NEEDED =
  'Đề nghị gửi ảnh CMND 9 số cũ và nơi thường trú trước năm 2008: có người trùng họ tên, ngày sinh.';
const needsMore = answer('POLICE', 'NEEDS_IDENTIFICATION', { needed: NEEDED });
const FROM_PROVINCE = { changes: { channel: 'PROVINCIAL_MCDT' } } as const;
const FROM_PORTAL = { changes: { channel: 'NATIONAL_PORTAL' } } as const;
const TYPED_WRONG = 'Sai năm sinh trên phiếu so với căn cước công dân; thu hồi để cấp lại.';

/** Ended long ago or lately: what the charts and the register are made of. */
const ended: readonly ApplicationStory[] = [
  story('hn', 0, '08:20', COLLECTED),
  story('hcm', 0, '09:45', MAILED),
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
  story('hn', 14, '09:20', [...ON_RECORD, post], { judgments: 'LIVE' }),
  story('hcm', 14, '10:35', COLLECTED),
  story('hn', 15, '08:10', COLLECTED),
  story('hn', 10, '15:05', [...ISSUED, recall(), ...after1(draft, check, sign, issue), handOver]),
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
    1,
    '10:25',
    [accept, askSupplement('officer', 'Bản sao sổ tạm trú tại nơi đang ở.')],
    FROM_PROVINCE,
  ),
];

/** At the counter and the officer's desk on the opening morning. */
const atIntake: readonly ApplicationStory[] = [
  story('hn', 23, '07:34', [], FROM_PROVINCE),
  story('hn', 23, '07:41', []),
  story('hn', 22, '16:20', [], FROM_PORTAL),
  story('hcm', 22, '15:50', [], FROM_PROVINCE),
  story('hcm', 23, '07:38', [], FROM_PORTAL),
  story('na', 22, '16:05', [], FROM_PROVINCE),
  story(
    'hn',
    21,
    '10:15',
    [askSupplement('motcua', 'Ảnh chụp hai mặt căn cước công dân rõ số.')],
    FROM_PORTAL,
  ),
  story('hcm', 20, '09:25', [askSupplement('motcua', 'Văn bản ủy quyền có chứng thực.')], {
    accept: false,
    applicant: 'WITH_AGENT',
  }),
  story(
    'hn',
    19,
    '08:50',
    [askSupplement('officer', 'Giấy xác nhận thời gian cư trú tại tỉnh Nghệ An 2012–2015.')],
    {
      applicant: 'SEVERAL_RESIDENCES',
    },
  ),
  story('hn', 22, '14:20', []),
  story('hn', 22, '15:35', [], { applicant: 'WRONG_ID' }),
  story('hn', 23, '07:45', [], { changes: { urgent: true } }),
  story('hn', 22, '13:20', [claim]),
  story('hcm', 22, '10:45', [claim], { applicant: 'EXEMPT' }),
  story('hcm', 22, '16:10', []),
  story('na', 22, '15:10', []),
  story('na', 22, '09:10', [claim], { applicant: 'FOREIGNER' }),
];

/** With the police or a court. */
const atAgencies: readonly ApplicationStory[] = [
  story('hn', 14, '08:40', [classify]),
  story('hn', 17, '09:15', [classify]),
  story('hn', 19, '10:05', [classify], { applicant: 'ABROAD' }),
  story('hn', 20, '14:30', [accept, classify], FROM_PROVINCE),
  story('hn', 21, '08:20', [classify]),
  story('hn', 16, '13:55', [classify, needsMore]),
  story('hn', 17, '14:25', [classify, needsMore, identify]),
  story('hn', 15, '13:35', [classify, found], { judgments: 'LIVE' }),
  story('hcm', 16, '08:35', [classify, found], { judgments: 'EXPUNGED' }),
  story('hcm', 15, '10:55', [
    classify,
    answer('POLICE', 'CANNOT_ANSWER_YET', {
      reason: 'Hồ sơ gốc lưu tại huyện, đang rút để đối chiếu.',
      expectedAt: '2023-09-20',
    }),
  ]),
  story('hcm', 18, '13:40', [classify], { applicant: 'FOREIGNER' }),
  // Asked while the line of the police of Ho Chi Minh City is down: no acknowledgement.
  story('hcm', 22, '13:50', [after(1, classify)]),
  story('hcm', 22, '14:00', [after(1, classify)], { changes: { urgent: true } }),
  story('na', 17, '10:30', [classify]),
  story('na', 18, '09:45', [classify, answer('POLICE', 'UNCLEAR')]),
  story('na', 20, '08:15', [classify]),
  story('na', 14, '14:15', [classify, needsMore]),
];

/** With those who evaluate, check, sign, seal and deliver. */
const atDecision: readonly ApplicationStory[] = [
  story('hn', 17, '08:05', VERIFIED),
  story('hn', 17, '10:40', [classify, found, confirmed], { judgments: 'LIVE' }),
  story(
    'hn',
    16,
    '09:50',
    [
      classify,
      found,
      reclassify(
        'EXPUNGEMENT_TO_VERIFY',
        'Phải xác minh việc chấp hành xong hình phạt tại Tòa án.',
      ),
      confirmed,
    ],
    { judgments: 'EXPUNGED' },
  ),
  story('hn', 16, '14:40', [
    ...VERIFIED,
    draft,
    giveBack('truongphong', 'Ghi thiếu nơi cư trú 2016–2019; bổ sung rồi trình lại.'),
  ]),
  story('hn', 14, '15:20', [...ISSUED, recall()]),
  story('hcm', 18, '08:50', VERIFIED),
  story('hcm', 17, '13:30', VERIFIED, { applicant: 'SOLDIER' }),
  story('na', 17, '15:45', VERIFIED),
  story('na', 14, '08:25', [classify, after(45, clean)]),
  story('hn', 17, '13:25', [...VERIFIED, draft]),
  story('hn', 18, '08:30', [...VERIFIED, draft]),
  story('hn', 15, '10:20', [classify, found, confirmed, draft], { judgments: 'LIVE' }),
  story('hcm', 17, '09:35', [...VERIFIED, draft]),
  story('na', 17, '08:45', [...VERIFIED, draft]),
  story('hn', 16, '10:30', [...VERIFIED, draft, check]),
  story('hn', 17, '11:10', [...VERIFIED, draft, check]),
  story('hcm', 16, '15:25', [...VERIFIED, draft, check]),
  story(
    'na',
    16,
    '09:30',
    [...VERIFIED, draft, check, giveBack('giamdoc', 'Chưa rõ thời gian ở nước ngoài.')],
    { applicant: 'ABROAD' },
  ),
  story('hn', 16, '08:15', DECIDED),
  story('hn', 16, '13:20', DECIDED),
  story('hcm', 15, '14:55', DECIDED),
  story('na', 16, '10:50', DECIDED),
  story('hn', 16, '11:00', ISSUED),
  story('hn', 15, '15:30', MAILED),
  story('hcm', 16, '10:00', ISSUED),
  story('na', 15, '08:20', ISSUED),
  story('na', 15, '13:40', MAILED),
  story('na', 15, '15:05', MAILED, { applicant: 'WITH_AGENT' }),
  story('na', 12, '08:40', [...ISSUED, willComeBack, post]),
  story('hcm', 15, '08:30', MAILED),
];

export const APPLICATION_STORIES = [...ended, ...atIntake, ...atAgencies, ...atDecision];

function recall(): Beat {
  return acting('recall', 'giamdoc', 4, { paper: { reason: TYPED_WRONG } });
}

/** The same people in a hurry: an hour each. */
function after1(...beats: readonly Beat[]): Beat[] {
  return beats.map((beat) => after(1, beat));
}

function story(
  place: Place,
  day: number,
  time: string,
  beats: readonly Beat[],
  more: Partial<ApplicationStory> = {},
): ApplicationStory {
  return { kind: 'APPLICATION', place, day, time, beats, ...more };
}
