import { askSupplement, claim } from '../beats.ts';
import type { ApplicationStory } from '../story.ts';
import { FROM_PROVINCE, FROM_PORTAL, story } from './courses.ts';

/** At the counter and the officer's desk on the opening morning. */
export const AT_INTAKE: readonly ApplicationStory[] = [
  story('hn', 23, '07:34', [], FROM_PROVINCE),
  story('hn', 23, '07:41', []),
  story('hn', 22, '15:10', [claim('motcua')], FROM_PORTAL),
  story('hcm', 22, '15:50', [], FROM_PROVINCE),
  story('hcm', 23, '07:38', [], FROM_PORTAL),
  story('na', 22, '14:35', [], FROM_PROVINCE),
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
  story('hn', 22, '13:20', [claim('officer')]),
  story('hcm', 22, '10:45', [claim('officer')], { applicant: 'EXEMPT' }),
  story('hcm', 22, '15:25', []),
  story('na', 22, '15:10', []),
  story('na', 22, '09:10', [claim('officer')], { applicant: 'FOREIGNER' }),
  story('na', 23, '07:36', []),
];
