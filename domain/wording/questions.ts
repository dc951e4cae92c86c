import type { VerificationKind, VerificationOutcome } from '../flow/verification.ts';
import type { Language } from './refusals.ts';

type Said = Record<Language, string>;

/** How one kind of agency is asked, and how its answers are called there. */
interface QuestionWords {
  question: Said;
  outcomes: Record<VerificationOutcome, Said>;
}

const SAME_EVERYWHERE = {
  UNCLEAR: { vi: 'Chưa rõ', en: 'Unclear' },
  NEEDS_IDENTIFICATION: { vi: 'Cần làm rõ nhân thân', en: 'Needs identification' },
  CANNOT_ANSWER_YET: { vi: 'Chưa trả lời được', en: 'Cannot answer yet' },
} as const;

/** Answers in the order of their keys and digits, `1` to `5`, on the desk and in an answer sheet. */
export const ANSWER_ORDER = [
  'NO_RECORD',
  'RECORD_FOUND',
  'NEEDS_IDENTIFICATION',
  'CANNOT_ANSWER_YET',
  'UNCLEAR',
] as const satisfies readonly VerificationOutcome[];

/** The question to each kind of agency, and its answers; plain words, no wording of law. */
export const QUESTIONS: Record<VerificationKind, QuestionWords> = {
  POLICE: {
    question: {
      vi: 'Dữ liệu và tàng thư của công an có thông tin án tích của người này không?',
      en: 'Do the data and card index of the police hold convictions of this person?',
    },
    outcomes: {
      ...SAME_EVERYWHERE,
      NO_RECORD: { vi: 'Không có thông tin', en: 'No record' },
      RECORD_FOUND: { vi: 'Có thông tin án tích', en: 'Record found' },
    },
  },
  COURT: {
    question: {
      vi: 'Tòa án có bản án hình sự đối với người này không, nội dung và việc thi hành ra sao?',
      en: 'Does the court have criminal judgments on this person, and how do they stand?',
    },
    outcomes: {
      ...SAME_EVERYWHERE,
      NO_RECORD: { vi: 'Không có bản án', en: 'No judgment' },
      RECORD_FOUND: { vi: 'Có bản án', en: 'Judgment found' },
    },
  },
  MILITARY_COURT: {
    question: {
      vi: 'Người này có bị tòa án quân sự kết án trong thời gian phục vụ quân đội không?',
      en: 'Was this person convicted by a military court while serving in the army?',
    },
    outcomes: {
      ...SAME_EVERYWHERE,
      NO_RECORD: { vi: 'Không có bản án', en: 'No judgment' },
      RECORD_FOUND: { vi: 'Có bản án', en: 'Judgment found' },
    },
  },
  CENTRE: {
    question: {
      vi: 'Cơ sở dữ liệu của Trung tâm có lý lịch tư pháp của người này không?',
      en: 'Does the Centre’s database hold a judicial record of this person?',
    },
    outcomes: {
      ...SAME_EVERYWHERE,
      NO_RECORD: { vi: 'Không có lý lịch', en: 'No record held' },
      RECORD_FOUND: { vi: 'Có lý lịch, có án tích', en: 'Record held, with convictions' },
    },
  },
  PROCURACY: {
    question: {
      vi: 'Trong thời gian cần xác minh, viện kiểm sát có truy tố người này không?',
      en: 'Did the procuracy prosecute this person in the time in question?',
    },
    outcomes: {
      ...SAME_EVERYWHERE,
      NO_RECORD: { vi: 'Không truy tố', en: 'Not prosecuted' },
      RECORD_FOUND: { vi: 'Có truy tố', en: 'Prosecuted' },
    },
  },
  ENFORCEMENT: {
    question: {
      vi: 'Có hồ sơ thi hành án dân sự (phạt tiền, án phí, bồi thường) của người này không, thi hành đến đâu?',
      en: 'Are there enforcement files (fines, court fees, compensation) on this person, and how far are they?',
    },
    outcomes: {
      ...SAME_EVERYWHERE,
      NO_RECORD: { vi: 'Không có hồ sơ thi hành', en: 'No enforcement file' },
      RECORD_FOUND: { vi: 'Có hồ sơ thi hành', en: 'Enforcement file found' },
    },
  },
  COMMUNE: {
    question: {
      vi: 'Trong thời gian cư trú tại địa phương, người này có bị điều tra, truy tố, xét xử không?',
      en: 'Was this person investigated, prosecuted or tried while living in the commune?',
    },
    outcomes: {
      ...SAME_EVERYWHERE,
      NO_RECORD: { vi: 'Không có thông tin', en: 'Nothing known' },
      RECORD_FOUND: { vi: 'Có thông tin', en: 'Information found' },
    },
  },
};
