import type { ABSENCE_REASONS } from '../absence.ts';
import type { AlarmKind } from '../alarm.ts';
import type { DAY_CLASSES, DISPUTE_KINDS, DISPUTE_STATUSES, DisputeLine } from '../dispute.ts';
import type { ArrivalLine } from '../exchange/arrival.ts';
import type { COMPARED } from '../exchange/compareBook.ts';
import type { PaperState } from '../exchange/channelState.ts';
import type { DifferenceState } from '../exchange/reconciliation.ts';
import type { OUTAGE_PARTS } from '../holding.ts';
import type { DEAD_REASONS, DeadLetter, LineState } from '../integration.ts';
import type { MOVE_SIDES } from '../law/run.ts';
import type { CANCEL_CAUSES, LETTER_STATUSES, LETTER_WAYS } from '../letter.ts';
import type { ListedOffence } from '../offence/offence.ts';
import type { CatalogueChange } from '../offence/release.ts';
import type { ROW_STATES } from '../packet.ts';
import type { FINDING_STATES, FINDING_SUBJECTS } from '../quality/finding.ts';
import type { FoundReturn } from '../record/found.ts';
import type { SUPPLY_ROW_STATES } from '../supply/batch.ts';
import type { SUPPLY_CHANNELS, SUPPLY_STATES } from '../supply/supply.ts';
import type { ByCode } from './pair.ts';

/** Names of the states and kinds of what stands in lists, as screens show them and files name them. */
export const listCodes = {
  absenceReason: {
    LEAVE: ['Nghỉ phép', 'Leave'],
    SICK: ['Nghỉ ốm', 'Sick'],
    TRAINING: ['Học, tập huấn', 'Training'],
    TRAVEL: ['Công tác', 'Official travel'],
    OTHER: ['Khác', 'Other'],
  } satisfies ByCode<(typeof ABSENCE_REASONS)[number]>,
  alarmKind: {
    CALENDAR_HORIZON: ['Lịch công bố sắp hết', 'Calendar runs out'],
    RULING_CONTRADICTED: ['Trái với kết luận', 'Ruling contradicted'],
  } satisfies ByCode<AlarmKind>,
  changeKind: {
    ADDED: ['Thêm', 'Added'],
    RENAMED: ['Đổi tên, đổi mã', 'Renamed or recoded'],
    MERGED: ['Gộp', 'Merged'],
    SPLIT: ['Tách', 'Split'],
    WITHDRAWN: ['Rút', 'Withdrawn'],
    AMENDED: ['Sửa chi tiết', 'Amended'],
    UNCHANGED: ['Không đổi', 'Unchanged'],
  } satisfies ByCode<CatalogueChange['kind']>,
  dayClass: {
    WORKING: ['ngày làm việc', 'a working day'],
    OFF: ['ngày nghỉ', 'a day off'],
    PAUSED: ['ngày tạm dừng thời hạn', 'a day on which the clock stood still'],
  } satisfies ByCode<(typeof DAY_CLASSES)[number]>,
  deadKind: {
    VERIFICATION_REQUEST: ['Phiếu xác minh', 'Question'],
    POST_ITEM: ['Bưu gửi', 'Certificate by post'],
    LETTER_ITEM: ['Thư xin lỗi', 'Letter by post'],
  } satisfies ByCode<DeadLetter['kind']>,
  deadReason: {
    REJECTED: ['đơn vị từ chối', 'the unit refused it'],
    GIVEN_UP: ['không còn được gửi', 'nobody tries any more'],
  } satisfies ByCode<(typeof DEAD_REASONS)[number]>,
  differenceField: {
    date: ['Ngày văn bản', 'Dated'],
    effectiveDate: ['Ngày có hiệu lực', 'Effective on'],
    birthDate: ['Ngày sinh', 'Born'],
  } satisfies ByCode<(typeof COMPARED)[number]>,
  differenceState: {
    OPEN: ['Chưa xử lý', 'Open'],
    ASKED: ['Đã hỏi', 'Asked'],
    SETTLED: ['Đã xử lý', 'Settled'],
  } satisfies ByCode<DifferenceState>,
  disputeKind: {
    DATE: ['Tính sai hạn', 'Date counted wrongly'],
    LATE: ['Chậm trễ', 'Lateness'],
  } satisfies ByCode<(typeof DISPUTE_KINDS)[number]>,
  disputeStatus: {
    OPEN: ['Chờ kết luận', 'To rule'],
    UPHELD: ['Chấp nhận', 'Upheld'],
    DISMISSED: ['Bác', 'Dismissed'],
  } satisfies ByCode<(typeof DISPUTE_STATUSES)[number]>,
  findingState: {
    OPEN: ['Cần xử lý', 'Open'],
    MENDED: ['Đã xử lý', 'Mended'],
    SET_ASIDE: ['Tạm gác', 'Set aside'],
  } satisfies ByCode<(typeof FINDING_STATES)[number]>,
  findingSubject: {
    RECORD: ['Bản lý lịch', 'Record'],
    SUPPLY: ['Mục trong sổ tiếp nhận', 'Entry of the reception book'],
  } satisfies ByCode<(typeof FINDING_SUBJECTS)[number]>,
  foundUndone: {
    PROPOSAL_REFUSED: ['đề nghị bổ sung bị từ chối', 'the proposal was refused'],
    TRANSFER_ABANDONED: ['bản lý lịch đã bị hủy bỏ', 'the record was given up'],
  } satisfies ByCode<FoundReturn['why']>,
  letterCancelled: {
    BY_HAND: ['hủy có lý do', 'cancelled with a reason'],
    SUPERSEDED: ['thay bằng phiếu sau', 'replaced by a later one'],
    DATE_MOVED: ['thời hạn đã tính lại', 'the term was counted anew'],
    RESULT_READY: ['đã có kết quả', 'the result is ready'],
    CASE_CLOSED: ['hồ sơ đã kết thúc', 'the case is closed'],
  } satisfies ByCode<(typeof CANCEL_CAUSES)[number]>,
  letterStatus: {
    DRAFT: ['Chờ ký', 'To sign'],
    SIGNED: ['Đã ký, chờ gửi', 'Signed, to send'],
    SENT: ['Đã gửi', 'Sent'],
    CANCELLED: ['Đã hủy', 'Cancelled'],
  } satisfies ByCode<(typeof LETTER_STATUSES)[number]>,
  letterWay: {
    PRINT: ['in, giao tại bộ phận một cửa', 'printed and handed out'],
    POST: ['gửi bưu chính', 'by post'],
    CHANNEL: ['gửi qua kênh đã nộp', 'by the channel applied through'],
  } satisfies ByCode<(typeof LETTER_WAYS)[number]>,
  lineState: {
    UP: ['thông', 'up'],
    FAILING: ['đang lỗi', 'failing'],
    LEFT_ALONE: ['tạm ngừng gọi', 'left alone'],
    NOT_TRIED: ['chưa gọi', 'not tried'],
  } satisfies ByCode<LineState>,
  moveSide: {
    TO_LATE: ['thành quá hạn', 'becomes late'],
    TO_IN_TIME: ['thành đúng hạn', 'becomes in time'],
  } satisfies ByCode<(typeof MOVE_SIDES)[number]>,
  offenceField: {
    code: ['Mã', 'Code'],
    penalCode: ['Bộ luật', 'Penal code'],
    article: ['Điều', 'Article'],
    chapterNo: ['Chương', 'Chapter'],
    chapterName: ['Tên chương', 'Chapter name'],
    name: ['Tội danh', 'Offence'],
    validFrom: ['Từ ngày', 'From'],
    validTo: ['Đến ngày', 'To'],
    replacedBy: ['Thay bằng', 'Replaced by'],
    note: ['Ghi chú', 'Note'],
    expungementRegime: ['Xóa án tích', 'Expungement'],
    source: ['Nguồn', 'Source'],
    verified: ['Đối chiếu', 'Verified'],
  } satisfies ByCode<keyof ListedOffence>,
  outageNoted: {
    heartbeat: ['nhịp hệ thống', 'heartbeats'],
    administrator: ['quản trị viên', 'an administrator'],
  } satisfies ByCode<string>,
  outagePart: {
    API: ['Máy chủ ứng dụng', 'Application server'],
    WORKER: ['Bộ xử lý', 'Worker'],
    ENGINE: ['Bộ điều phối quy trình', 'Workflow engine'],
    DATABASE: ['Cơ sở dữ liệu', 'Database'],
    OTHER: ['Khác', 'Other'],
  } satisfies ByCode<(typeof OUTAGE_PARTS)[number]>,
  packetRow: {
    READY: ['sẽ gửi khi xác nhận', 'sent when confirmed'],
    REFUSED: ['không nhận', 'refused'],
    ON_THE_WAY: ['đang chuyển vào hồ sơ', 'on its way into the case'],
    DONE: ['đã vào hồ sơ', 'in the case'],
  } satisfies ByCode<(typeof ROW_STATES)[number]>,
  paperKind: {
    RECORD: ['Bản lý lịch', 'Record'],
    SLIP: ['Phiếu bổ sung', 'Slip'],
  } satisfies ByCode<ArrivalLine['kind']>,
  paperState: {
    NOT_POSTED: ['chưa ghi nhận gửi', 'not noted as posted'],
    POSTED: ['đã gửi bưu chính', 'posted'],
    ARRIVED: ['Trung tâm đã nhận', 'with the Centre'],
    DIFFERS: ['khác bản điện tử', 'differs from the electronic copy'],
  } satisfies ByCode<PaperState>,
  raisedAs: {
    STAFF: ['Cán bộ', 'Staff'],
    APPLICANT: ['Người yêu cầu', 'Applicant'],
  } satisfies ByCode<DisputeLine['raisedAs']>,
  supplyChannel: {
    PAPER: ['Văn bản giấy', 'Paper'],
    MESSAGE: ['Thông điệp điện tử, nhập tay', 'Message, typed'],
    FILE: ['Tệp', 'File'],
    SIGNED: ['Hệ thống của nguồn, có chữ ký số', 'The supplier’s system, signed'],
  } satisfies ByCode<(typeof SUPPLY_CHANNELS)[number]>,
  supplyRow: {
    GOOD: ['Dòng đúng, chờ ghi', 'Good, to be entered'],
    FAULTY: ['Dòng lỗi', 'Faulty'],
    ENTERED: ['Đã ghi sổ', 'Entered'],
    REPEATED: ['Đã có trong sổ', 'In the book already'],
  } satisfies ByCode<(typeof SUPPLY_ROW_STATES)[number]>,
  supplyState: {
    RECEIVED: ['Mới nhận', 'Received'],
    USED: ['Đã dùng', 'Used'],
    REFUSED: ['Từ chối', 'Refused'],
    KEPT: ['Lưu', 'Kept'],
  } satisfies ByCode<(typeof SUPPLY_STATES)[number]>,
};
