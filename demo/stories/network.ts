import { acting, answer, classify } from '../beats.ts';
import type { ApplicationStory, Beat } from '../story.ts';
import { found, story } from './courses.ts';

/** The officer asks the director to let the case go on without the military court. */
const proposeWaiver: Beat = {
  name: 'proposeWaiver',
  hours: 4,
  play: (scene) =>
    acting('proposeWaiver', 'officer', 4, {
      codes: { requestId: `${scene.caseId}/MILITARY_COURT-1` },
      paper: {
        reason: 'Đã đôn đốc hai lần; người yêu cầu phục vụ trước năm 1990, đã có giấy xuất ngũ.',
      },
    }).play(scene),
};

/** Questions to several agencies: one waits for a waiver, one for the officer between police and court. */
export const NETWORK: readonly ApplicationStory[] = [
  story('hn', 16, '08:25', [classify, answer('POLICE', 'NO_RECORD'), proposeWaiver], {
    applicant: 'SOLDIER',
  }),
  story('hn', 15, '14:05', [classify, found, answer('COURT', 'NO_RECORD')], { judgments: 'LIVE' }),
];
