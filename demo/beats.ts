import { suggestRegime } from '../domain/application.ts';
import type { ConvictionEntry } from '../domain/agencyMessage.ts';
import type { CaseDetail } from '../domain/case.ts';
import type { ComplexGround, Conclusion } from '../domain/flow/applicationState.ts';
import type { VerificationKind, VerificationOutcome } from '../domain/flow/verification.ts';
import { doAct } from './cast.ts';
import { liaisonOf, postFor } from './desks.ts';
import { draftEntries } from './judgments.ts';
import type { Beat, Scene } from './story.ts';

/** An act of one person. `post` is an account's post; `officer` the case officer of the story. */
export function acting(
  name: string,
  post: string,
  hours: number,
  payload: { codes?: object; paper?: object } = {},
): Beat {
  return {
    name,
    hours,
    play: async (scene) =>
      doAct(await scene.as(post === 'officer' ? scene.officer : post), scene, name, payload),
  };
}

/** The same beat after another time. */
export function after(hours: number, beat: Beat): Beat {
  return { ...beat, hours };
}

/** The same beat at a set time of a day of the history. */
export function on(day: number, time: string, beat: Beat): Beat {
  return { ...beat, when: { day, time } };
}

export const accept = acting('accept', 'motcua', 2, { codes: { feeSettled: true } });
export const check = acting('check', 'truongphong', 3);
export const sign = acting('sign', 'giamdoc', 3);
export const signByDeputy = acting('sign', 'phogiamdoc', 3);
export const issue = acting('issue', 'vanthu', 2);
export const post = acting('post', 'motcua', 2);
export const receiveSupplement = acting('receiveSupplement', 'motcua', 14, {
  paper: { received: 'Đã nộp bổ sung đủ giấy tờ theo thông báo.' },
});

export function askSupplement(by: 'motcua' | 'officer', missing: string): Beat {
  return acting('requestSupplement', by, 2, { paper: { missing } });
}

export function giveBack(by: 'truongphong' | 'giamdoc', reason: string): Beat {
  return acting('return', by, 3, { paper: { reason } });
}

/** Somebody takes the case onto the own desk and leaves it there. */
export function claim(post: 'motcua' | 'officer'): Beat {
  return {
    name: 'claim',
    hours: 1,
    play: async ({ as, officer, caseId }) =>
      (await as(post === 'officer' ? officer : post)).send('PUT', `/cases/${caseId}/claim`),
  };
}

/** The officer names the regime that follows from the dossier; the police are asked. */
export const classify: Beat = {
  name: 'classify',
  hours: 3,
  play: async (scene) => {
    const codes = scene.submission ? suggestRegime(scene.submission) : {};
    await doAct(await scene.as(scene.officer), scene, 'classify', { codes });
  },
};

export function reclassify(ground: ComplexGround, reason: string): Beat {
  return acting('reclassify', 'officer', 1, { codes: { grounds: [ground] }, paper: { reason } });
}

/** An answer that says nothing yet. */
const NOTHING = {
  entries: [],
  needed: null,
  reason: null,
  expectedAt: null,
  replaces: false,
  confirmed: false,
};

export interface Said {
  needed?: string;
  reason?: string;
  expectedAt?: string;
}

/** The police or the court answer on their desk; what they hold is the story's judgments. */
export function answer(
  kind: VerificationKind,
  outcome: VerificationOutcome,
  said: Said = {},
): Beat {
  return {
    name: `${kind} ${outcome}`,
    hours: kind === 'POLICE' ? 15 : 13,
    play: async (scene) => {
      const user = await scene.as(postFor(kind));
      const { rev } = await user.send<{ rev: number }>('POST', '/verifications/answers', {
        requestId: `${scene.caseId}/${kind}-1`,
        answer: {
          ...NOTHING,
          ...said,
          outcome,
          entries: outcome === 'RECORD_FOUND' ? entriesOf(scene) : [],
          confirmed: outcome === 'RECORD_FOUND',
        },
      });
      scene.rev = rev;
    },
  };
}

/** Everybody who was asked knows of nothing. */
export const answerAll: Beat = {
  name: 'all NO_RECORD',
  hours: 15,
  play: async (scene) => {
    const { verifications } = await (
      await scene.as(scene.officer)
    ).get<CaseDetail>(`/cases/${scene.caseId}`);
    for (const { requestId, kind, unit } of verifications) {
      const user = await scene.as(liaisonOf(kind, unit));
      const { rev } = await user.send<{ rev: number }>('POST', '/verifications/answers', {
        requestId,
        answer: { ...NOTHING, outcome: 'NO_RECORD' },
      });
      scene.rev = rev;
    }
  },
};

export const identify: Beat = {
  name: 'identify',
  hours: 5,
  play: async (scene) =>
    doAct(await scene.as(scene.officer), scene, 'identify', {
      codes: { requestId: `${scene.caseId}/POLICE-1` },
      paper: {
        identification:
          'Đã đối chiếu bản chính CMND cũ và sổ hộ khẩu: cùng một người; quê quán và họ tên cha mẹ đúng như tờ khai.',
      },
    }),
};

/** The conclusion that the story's judgments bear out, with reasons. */
export const draft: Beat = {
  name: 'draft',
  hours: 4,
  play: async (scene) => {
    const entries = draftEntries(scene.judgments);
    const conclusion = conclusionOf(scene);
    const paper = { reasoning: REASONING[conclusion], entries };
    await doAct(await scene.as(scene.officer), scene, 'draft', { codes: { conclusion }, paper });
  },
};

/** The applicant fetches the certificate. */
export const handOver: Beat = {
  name: 'handOver',
  hours: 8,
  play: async (scene) => {
    const receivedBy = scene.submission?.agent?.fullName ?? scene.submission?.subject.fullName;
    await doAct(await scene.as('motcua'), scene, 'handOver', { paper: { receivedBy } });
  },
};

/** The postman will bring this envelope back. */
export const willComeBack: Beat = {
  name: 'willComeBack',
  hours: 0,
  play: ({ control, caseId }) =>
    control(`/control/requests/${encodeURIComponent(caseId)}`, { outcome: 'RETURNED' }),
};

const REASONING: Readonly<Record<Conclusion, string>> = {
  NO_RECORD:
    'Cơ quan Công an trả lời không có thông tin án tích; không có nơi nào khác phải tra cứu.',
  FOREIGNER_CLEAN:
    'Người nước ngoài cư trú tại Việt Nam; không có thông tin về án tích trong thời gian cư trú.',
  EXPUNGED:
    'Có bản án nhưng đã chấp hành xong và không phạm tội mới trong thời hạn luật định: đương nhiên được xóa án tích (Điều 70 BLHS).',
  HAS_RECORD:
    'Tòa án xác nhận bản án có hiệu lực; chưa hết thời hạn xóa án tích (Điều 70 BLHS). Ghi vào phiếu theo bản án.',
};

function conclusionOf({ judgments, submission }: Scene): Conclusion {
  if (judgments.some(({ expungedOn }) => expungedOn === null)) return 'HAS_RECORD';
  if (judgments.length > 0) return 'EXPUNGED';
  return submission?.subject.nationality === 'VN' ? 'NO_RECORD' : 'FOREIGNER_CLEAN';
}

function entriesOf({ judgments }: Scene): ConvictionEntry[] {
  return judgments.map(({ entry }) => entry);
}
