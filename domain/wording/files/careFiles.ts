import { code, type Column, date, instant, text } from '../../listFile.ts';
import { LIST_COLUMNS } from '../../offence/readList.ts';
import { listCodes } from '../listCodes.ts';
import { pairsOf } from '../pair.ts';
import { QUALITY_RULE_NAMES, QUALITY_SIDE_NAMES, QUALITY_SOURCE_NAMES } from '../qualityNames.ts';
import { columns } from './columns.ts';

/** Quality of the data, the catalogue and messages nobody took, as files. */

export const QUALITY_FINDING_FILE = {
  name: 'chat-luong-du-lieu.csv',
  columns: {
    ...columns('unit'),
    about: code(listCodes.findingSubject, 'Thuộc', 'About'),
    subject: text('Mã số', 'Number'),
    rule: code(pairsOf(QUALITY_RULE_NAMES), 'Quy tắc', 'Rule'),
    side: code(pairsOf(QUALITY_SIDE_NAMES), 'Tiêu chí', 'Criterion'),
    place: text('Vị trí', 'Place'),
    source: code(pairsOf(QUALITY_SOURCE_NAMES), 'Nguồn', 'Source'),
    ...columns('personName'),
    judgedOn: date('Ngày bản án', 'Judgment of'),
    state: code(listCodes.findingState, 'Tình trạng', 'State'),
    openedAt: instant('Phát hiện lúc', 'Found'),
    changedAt: instant('Đổi lúc', 'Changed'),
    ...columns('reason'),
    answerNumber: text('Số văn bản trả lời', 'Answered by paper'),
    answerDate: date('Ngày văn bản trả lời', 'Paper dated'),
  },
};

export const CLEAN_DAY_FILE = {
  name: 'ty-le-ban-ghi-sach.csv',
  columns: {
    day: date('Ngày', 'Day'),
    ...columns('unit'),
    records: text('Bản lý lịch', 'Records'),
    clean: text('Sạch', 'Clean'),
    notRight: text('Chưa đúng', 'Not right'),
    notComplete: text('Chưa đủ', 'Not complete'),
    notClean: text('Chưa sạch', 'Not clean'),
    rulesVersion: text('Phiên bản quy tắc', 'Version of the rules'),
  },
};

export const CAMPAIGN_FILE = {
  name: 'dot-lam-sach.csv',
  columns: {
    source: code(pairsOf(QUALITY_SOURCE_NAMES), 'Nguồn', 'Source'),
    ...columns('unit'),
    all: text('Tổng số', 'All'),
    open: text('Sở cần xử lý', 'For the department'),
    asked: text('Đã hỏi, chờ trả lời', 'Asked'),
    answered: text('Đã có văn bản', 'Document told'),
    nothing: text('Nguồn không có', 'The source has none'),
    mended: text('Đã xử lý', 'Mended'),
    setAside: text('Tạm gác', 'Set aside'),
  },
};

export const DEAD_LETTER_FILE = {
  name: 'thong-diep-ton.csv',
  columns: {
    id: text('Thông điệp', 'Message'),
    ...columns('caseId'),
    kind: code(listCodes.deadKind, 'Loại', 'Kind'),
    ...columns('unitName'),
    queuedAt: instant('Đặt gửi lúc', 'Queued'),
    attempts: text('Lần thử', 'Attempts'),
    reason: code(listCodes.deadReason, 'Vì sao tồn', 'Why it lies'),
    // What the unit's system or the line said, for whoever mends it.
    code: text('Mã lỗi', 'Code'),
    ordered: text('Đã đặt gửi lại', 'Ordered again'),
  },
};

/**
 * The catalogue under the headings by which a list is read back in: what a reviewer corrects in a spreadsheet
 * is imported as it is saved. For that its penal codes and regimes stay codes.
 */
export const OFFENCE_FILE = {
  name: 'danh-muc-toi-danh.csv',
  columns: Object.fromEntries(
    Object.entries(LIST_COLUMNS).map(([field, [first]]): [string, Column] => {
      const name = listCodes.offenceField[field as keyof typeof LIST_COLUMNS][0];
      const vi = field === 'verified' ? 'Đã đối chiếu' : name;
      return [field, (field.startsWith('valid') ? date : text)(vi, first)];
    }),
  ) as Record<keyof typeof LIST_COLUMNS, Column>,
};

export const OFFENCE_CHANGE_FILE = {
  name: 'thay-doi-danh-muc.csv',
  columns: {
    kind: code(listCodes.changeKind, 'Thay đổi', 'Change'),
    code: text('Mã', 'Code'),
    before: text('Trước', 'Before'),
    after: text('Sau', 'After'),
    into: text('Thành mã', 'Into'),
    fields: code(listCodes.offenceField, 'Cột thay đổi', 'Columns'),
  },
};
