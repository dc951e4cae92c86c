import { acting, answer, classify, reclassify } from '../beats.ts';
import type { VerificationKind } from '../../domain/flow/verification.ts';
import { answerByPacket } from '../packetBeats.ts';
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

/** The officer asks a unit beside those the dossier itself names. */
function askBeside(kind: VerificationKind, unit: string): Beat {
  return acting('askUnit', 'officer', 1, {
    codes: { kind, unit, why: 'EXPUNGEMENT_CONDITIONS' },
    paper: { note: 'Đề nghị cho biết người này đã thi hành xong các nghĩa vụ của bản án chưa.' },
  });
}

/** Questions to several agencies: one waits for a waiver, one for the officer between police and court. */
export const NETWORK: readonly ApplicationStory[] = [
  story('hn', 16, '08:25', [classify, answer('POLICE', 'NO_RECORD'), proposeWaiver], {
    applicant: 'SOLDIER',
  }),
  story('hn', 15, '14:05', [classify, found, answerByPacket('COURT')], { judgments: 'LIVE' }),
];

/** Whether everything of a sentence was served stands in the files of four units. */
export const ASKED_BESIDE: readonly ApplicationStory[] = [
  story(
    'hn',
    18,
    '13:25',
    [
      classify,
      found,
      reclassify(
        'EXPUNGEMENT_TO_VERIFY',
        'Phải xác minh việc thi hành án phí, bồi thường và việc không phạm tội mới.',
      ),
      askBeside('ENFORCEMENT', 'THADS-01'),
      askBeside('COMMUNE', 'UBND-01'),
      askBeside('PROCURACY', 'VKSND-01'),
      askBeside('POLICE', 'V06'),
    ],
    { judgments: 'EXPUNGED' },
  ),
];
