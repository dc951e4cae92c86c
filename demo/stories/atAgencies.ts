import { accept, after, answer, classify, identify, on } from '../beats.ts';
import { complainOfLateness, contestDay } from '../disputeBeats.ts';
import type { ApplicationStory } from '../story.ts';
import { found, needsMore, FROM_PROVINCE, story } from './courses.ts';

/** With the police or a court. */
export const AT_AGENCIES: readonly ApplicationStory[] = [
  story('hn', 14, '08:40', [classify]),
  story('hn', 17, '09:15', [classify]),
  story('hn', 19, '10:05', [classify], { applicant: 'ABROAD' }),
  story('hn', 20, '14:30', [accept, classify], FROM_PROVINCE),
  story('hn', 21, '08:20', [classify]),
  story('hn', 16, '13:55', [
    classify,
    needsMore,
    contestDay(
      '2023-09-12',
      'PAUSED',
      'Ngày này Công an đang chờ bổ sung nhân thân; đề nghị không tính vào thời hạn của Sở.',
    ),
  ]),
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

const PAST_DUE = 'Đã quá ngày ghi trên giấy hẹn; tôi cần phiếu để ký hợp đồng lao động.';

/** The police still owe an answer after the legal date, and the applicant complains. */
export const COMPLAINED: readonly ApplicationStory[] = [
  story('hn', 12, '13:30', [classify, on(20, '08:30', complainOfLateness(PAST_DUE))]),
  story('na', 13, '10:10', [classify, on(21, '09:05', complainOfLateness(PAST_DUE))]),
];
