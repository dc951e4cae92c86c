import type { ExtensionReason, PauseReason, Rung, TermName } from '../clock/law.ts';
import type { ClockStep } from '../deadline.ts';
import type { PromisedDate } from '../flow/applicationState.ts';
import type { ByCode } from './pair.ts';

/** Names of the codes that clocks know. */
export const clockCodes = {
  rung: {
    AT_RISK: ['Có nguy cơ trễ', 'At risk'],
    DUE_SOON: ['Sắp hết hạn', 'Due soon'],
    OVERDUE: ['Quá hạn', 'Overdue'],
    LONG_OVERDUE: ['Quá hạn kéo dài', 'Long overdue'],
  } satisfies ByCode<Rung>,
  /** Clocks by the beginning of their names. */
  clockName: {
    total: ['thời hạn giải quyết', 'total term'],
    expunged: ['thời hạn chứng nhận 5 ngày', '5-day certificate term'],
    send: ['thời hạn gửi bản lý lịch', 'term to send the record'],
    supplement: ['thời hạn bổ sung', 'term for the supplement'],
    promise: ['ngày đã hẹn lại', 'promised date'],
    verification: ['thời hạn xác minh', 'verification term'],
    clarification: ['thời hạn làm rõ nhân thân', 'term to say who is meant'],
  } satisfies ByCode<string>,
  pauseReason: {
    SUPPLEMENT: ['Chờ bổ sung hồ sơ', 'Awaiting a supplement'],
    IDENTIFICATION: ['Chờ làm rõ nhân thân', 'Awaiting identification'],
  } satisfies ByCode<PauseReason>,
  clockStep: {
    STARTED: ['Bắt đầu tính', 'Started'],
    PAUSED: ['Tạm dừng', 'Stands still'],
    RESUMED: ['Tính tiếp', 'Runs again'],
    EXTENDED: ['Kéo dài', 'Extended'],
    RECLASSIFIED: ['Đổi thời hạn', 'Another term applies'],
    RECALCULATED: ['Tính lại theo lịch mới', 'Counted by a new calendar'],
    STOPPED: ['Dừng, đã xong', 'Stopped, done'],
  } satisfies ByCode<ClockStep['kind']>,
  /** Why a clock stood still or counts to something else. */
  stepReason: {
    SUPPLEMENT: ['chờ bổ sung hồ sơ', 'awaiting a supplement'],
    IDENTIFICATION: ['chờ làm rõ nhân thân', 'awaiting identification'],
    CARD_INDEX: ['phải tra cứu tàng thư của Bộ', 'the Ministry’s card index is searched'],
    totalSimple: ['trường hợp thông thường', 'simple case'],
    totalComplex: ['trường hợp phức tạp', 'complex case'],
    totalUrgent: ['trường hợp khẩn cấp', 'urgent case'],
    police: ['công an trả lời', 'answer of the police'],
    court: ['tòa án trả lời', 'answer of the court'],
    supplementLapse: ['chờ bổ sung', 'time to supplement'],
    transferSend: ['gửi Trung tâm', 'sending to the Centre'],
    expungedCertificate: ['đương nhiên được xóa án tích', 'automatic expungement'],
    centreLookup: ['Trung tâm quốc gia tra cứu', 'look-up by the National Centre'],
    militaryCourt: ['tòa án quân sự trả lời', 'answer of the military court'],
    expungementVerification: ['xác minh xóa án tích', 'verification of an expungement'],
    recordOnRequest: ['cơ quan khác cung cấp thông tin', 'information of other suppliers'],
    clarification: ['làm rõ nhân thân', 'identification by the asker'],
  } satisfies ByCode<PauseReason | ExtensionReason | TermName>,
  promise: {
    ACCEPTED: ['khi tiếp nhận', 'on acceptance'],
    CLASSIFIED: ['khi phân loại', 'on classification'],
    RECLASSIFIED: ['khi chuyển diện phức tạp', 'on reclassification'],
    SUPPLEMENT: ['khi nhận bổ sung', 'when the supplement came'],
    APOLOGY: ['theo phiếu xin lỗi và hẹn lại', 'by a letter of apology'],
  } satisfies ByCode<PromisedDate['why']>,
};
