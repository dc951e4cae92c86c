import { code, date, instant, text } from '../../listFile.ts';
import { codes } from '../codes.ts';
import { listCodes } from '../listCodes.ts';
import { columns } from './columns.ts';

/** The books of records and of what came in as files. */

export const RECORD_FILE = {
  name: 'ly-lich-tu-phap.csv',
  columns: {
    number: text('Mã số bản lý lịch', 'Record number'),
    ...columns('unit', 'caseId'),
    version: text('Lần sửa', 'Version'),
    ...columns('fullName', 'birthDate'),
    judgments: text('Số bản án', 'Judgments'),
    unnormalised: text('Tội danh chưa chuẩn hóa', 'Offences not normalised'),
    proposals: text('Đề nghị chờ duyệt', 'Proposals waiting'),
    mergedInto: text('Đã nhập vào bản', 'Merged into'),
    abandonedAt: instant('Hủy bỏ lúc', 'Given up'),
    ...columns('updatedAt'),
  },
};

export const FOUND_FILE = {
  name: 'an-tich-tim-thay.csv',
  columns: {
    ...columns('caseId', 'personName'),
    certificate: text('Số phiếu', 'Certificate'),
    issuedAt: instant('Cấp lúc', 'Issued'),
    told: text('Bản án được nêu', 'Judgments told'),
    open: text('Chưa quyết định', 'Not decided'),
    returned: code(listCodes.foundUndone, 'Chờ xử lý lại vì', 'Open again because'),
    ...columns('reason'),
  },
};

export const SUPPLY_FILE = {
  name: 'so-tiep-nhan.csv',
  columns: {
    ...columns('year'),
    bookNumber: text('Số sổ', 'Book number'),
    ...columns('supplierKind', 'supplierName'),
    kind: columns('information').information,
    number: text('Số văn bản', 'Paper'),
    ...columns('date', 'effectiveDate'),
    arrivedOn: date('Ngày nhận', 'Arrived'),
    ...columns('personName', 'birthDate'),
    channel: code(listCodes.supplyChannel, 'Cách nhận', 'Came by'),
    state: code(listCodes.supplyState, 'Trạng thái', 'State'),
    ...columns('caseId', 'recordNumber'),
    receivedBy: text('Người nhận', 'Received by'),
    receivedAt: instant('Vào sổ lúc', 'Entered'),
    dueOn: date('Hạn cung cấp', 'To be supplied by'),
    late: text('Trễ hạn', 'Late'),
  },
};

export const SUPPLIER_FILE = {
  name: 'don-vi-cung-cap.csv',
  columns: {
    ...columns('supplierKind', 'supplierName'),
    received: text('Đã nhận', 'Received'),
    onTime: text('Đúng hạn', 'In time'),
    late: text('Trễ hạn', 'Late'),
    uncounted: text('Không tính được', 'Cannot be counted'),
    medianDays: text('Trung vị (ngày)', 'Median (days)'),
  },
};

export const SUPPLY_ROW_FILE = {
  name: 'dong-cua-tep.csv',
  columns: {
    line: text('Dòng', 'Line'),
    ...columns('personName'),
    number: text('Số văn bản', 'Paper'),
    state: code(listCodes.supplyRow, 'Trạng thái', 'State'),
    problems: text('Lỗi', 'What is wrong'),
  },
};

export const PACKET_ROW_FILE = {
  name: 'ket-qua-goi.csv',
  columns: {
    n: text('Thứ tự', 'No.'),
    requestId: text('Số yêu cầu', 'Request'),
    ...columns('fullName'),
    lines: text('Dòng của bảng trả lời', 'Lines of the sheet'),
    outcome: code(codes.outcome, 'Trả lời', 'Answer'),
    state: code(listCodes.packetRow, 'Kết quả', 'Result'),
    ...columns('reason'),
    fields: text('Mục cần sửa', 'Fields to correct'),
  },
};
