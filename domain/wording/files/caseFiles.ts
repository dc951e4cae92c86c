import { code, type Column, date, instant, text, unit } from '../../listFile.ts';
import { codes } from '../codes.ts';
import { listCodes } from '../listCodes.ts';
import { columns } from './columns.ts';

/** Cases, questions about them and their terms as files. */

export const WORKLIST_FILE = {
  name: 'ho-so.csv',
  columns: {
    ...columns('caseId'),
    kind: code(codes.kind, 'Loại', 'Kind'),
    ...columns('step', 'unit', 'subjectName', 'channel'),
    certificateType: code(codes.certificateType, 'Loại phiếu', 'Certificate'),
    regime: code(codes.regime, 'Diện giải quyết', 'Regime'),
    ...columns('openedAt', 'closedAt', 'legalDueAt'),
    atRiskAt: instant('Có nguy cơ trễ từ', 'At risk from'),
    shorterDueAt: instant('Hạn chứng nhận 5 ngày', '5-day certificate due'),
    ...columns('paused'),
    paperState: code(listCodes.paperState, 'Bản giấy', 'Paper'),
    ...columns('holder', 'queueRole', 'waitingFor'),
  },
};

export const TRANSFER_FILE = {
  name: 'trao-doi.csv',
  columns: {
    caseId: text('Số giao dịch', 'Transfer'),
    subjectName: text('Người bị kết án', 'Convicted person'),
    unit: unit('Đơn vị gửi', 'Sent by'),
    ...columns('step'),
    paperState: code(listCodes.paperState, 'Bản giấy', 'Paper'),
    openedAt: instant('Ngày lập', 'Entered'),
    legalDueAt: instant('Hạn gửi', 'To be sent by'),
    ...columns('closedAt', 'holder', 'queueRole', 'waitingFor'),
  },
};

export const DESK_FILE = {
  name: 'yeu-cau-xac-minh.csv',
  columns: {
    requestId: text('Số yêu cầu', 'Request'),
    kind: code(codes.verification, 'Cơ quan được hỏi', 'Asked agency'),
    round: text('Lần hỏi', 'Round'),
    askedBy: unit('Đơn vị hỏi', 'Asked by'),
    ...columns('askedAt', 'dueAt'),
    outcome: code(codes.outcome, 'Kết quả', 'Outcome'),
    ...columns('answeredAt', 'fullName', 'birthDate', 'personalId'),
    judgmentNumbers: text('Bản án được hỏi: số', 'Judgment asked about: number'),
    judgmentDates: text('Bản án được hỏi: ngày', 'Judgment asked about: date'),
    judgmentCourts: text('Bản án được hỏi: tòa án', 'Judgment asked about: court'),
    ...columns('holder'),
  },
};

export const LETTER_FILE = {
  name: 'phieu-xin-loi.csv',
  columns: {
    ...columns('caseId', 'unit', 'subjectName', 'step', 'channel', 'clock'),
    rung: code(codes.rung, 'Mức trễ', 'Rung'),
    ...columns('missedAt'),
    again: text('Xin lỗi lại', 'Once more'),
    draftedAt: instant('Soạn lúc', 'Drafted'),
    status: code(listCodes.letterStatus, 'Tình trạng', 'State'),
    number: text('Số phiếu', 'Letter number'),
    promisedDueAt: instant('Hẹn trả lại', 'New promised date'),
    signerName: text('Người ký', 'Signed by'),
    ...columns('signedAt'),
    way: code(listCodes.letterWay, 'Cách gửi', 'Sent by'),
    ...columns('sentAt', 'cancelledAt'),
    cancelledWhy: code(listCodes.letterCancelled, 'Vì sao hủy', 'Why cancelled'),
  },
};

/** What the one who contests holds right: a class of day, or a date. */
const wanted: Column = {
  heading: ['Cho là', 'Should be'],
  write: (value, writing) => {
    const { write } = String(value) in listCodes.dayClass ? dayClass : day;
    return write(value, writing);
  },
};
const dayClass = code(listCodes.dayClass, 'Loại ngày', 'Kind of day');
const day = date('Ngày bị khiếu nại', 'Contested day');

export const DISPUTE_FILE = {
  name: 'khieu-nai-thoi-han.csv',
  columns: {
    ...columns('caseId', 'unit'),
    kind: code(listCodes.disputeKind, 'Nội dung khiếu nại', 'What is contested'),
    ...columns('clock'),
    day,
    wanted,
    ...columns('missedAt', 'reason'),
    raisedAs: code(listCodes.raisedAs, 'Người nêu', 'Raised by'),
    raisedByName: text('Tên người nêu', 'Name'),
    raisedAt: instant('Nêu lúc', 'Raised'),
    status: code(listCodes.disputeStatus, 'Tình trạng', 'State'),
    ruledByName: text('Người kết luận', 'Ruled by'),
    ruledAt: instant('Kết luận lúc', 'Ruled'),
    rulingReason: text('Lý do kết luận', 'Reason of the ruling'),
    ...columns('citation'),
    dueAt: instant('Hạn của hồ sơ', 'The case has'),
    expectedDueAt: instant('Hạn đúng', 'Right date'),
  },
};

export const INCIDENT_FILE = {
  name: 'su-co-thoi-han.csv',
  columns: {
    ...columns('caseId', 'unit', 'clock'),
    storedAt: instant('Hạn đã ghi', 'Written date'),
    firstAt: instant('Bộ tính thứ nhất', 'First engine'),
    secondAt: instant('Bộ tính thứ hai', 'Second engine'),
    foundAt: instant('Phát hiện lúc', 'Found'),
    clearedAt: instant('Khớp lại lúc', 'Cleared'),
    // Evidence for whoever mends an engine: as the engine gave it.
    first: text('Giải thích của bộ tính thứ nhất (JSON)', 'Explanation of the first engine (JSON)'),
    second: text('Giải thích của bộ tính thứ hai (JSON)', 'Explanation of the second (JSON)'),
  },
};

export const MOVE_COLUMNS = {
  ...columns('caseId', 'unitName'),
  asked: unit('Cơ quan được hỏi', 'Asked agency'),
  ...columns('clock'),
  from: instant('Đang là', 'From'),
  to: instant('Sẽ là', 'To'),
  why: date('Vì ngày', 'Because of'),
  side: code(listCodes.moveSide, 'Đổi bên', 'Changes side'),
};

export const ABSENCE_FILE = {
  name: 'vang-mat.csv',
  columns: {
    person: text('Người vắng mặt', 'Absent'),
    title: text('Chức danh', 'Title'),
    from: date('Từ ngày', 'From'),
    to: date('Đến ngày', 'To'),
    delegate: text('Người trực thay', 'Covered by'),
    reason: code(listCodes.absenceReason, 'Lý do', 'Reason'),
    ...columns('note'),
    enteredBy: text('Người nhập', 'Entered by'),
    enteredAt: instant('Nhập lúc', 'Entered'),
    ...columns('cancelledAt'),
    covered: text('Hồ sơ được trực thay', 'Cases covered'),
    uncoveredDays: date('Ngày thiếu người trực thay', 'Days without cover'),
  },
};
