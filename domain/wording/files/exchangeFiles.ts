import { code, date, instant, text } from '../../listFile.ts';
import { listCodes } from '../listCodes.ts';
import { pairsOf } from '../pair.ts';
import { FINDING_NAMES, SETTLEMENT_NAMES } from '../reconciliation.ts';
import { columns } from './columns.ts';

/** What goes between departments and the Centre, and what was compared, as files. */

export const ARRIVAL_FILE = {
  name: 'so-ban-giay-den.csv',
  columns: {
    kind: code(listCodes.paperKind, 'Loại', 'Kind'),
    ...columns('recordNumber'),
    transferNumber: text('Số giao dịch của phiếu', 'Transfer number of the slip'),
    postalNumber: text('Số bưu gửi', 'Postal number'),
    ...columns('personName'),
    arrivedAt: instant('Đến lúc', 'Arrived'),
    registeredBy: text('Người vào sổ', 'Registered by'),
    caseId: text('Ghép với giao dịch', 'Matched with'),
  },
};

export const DISPATCH_FILE = {
  name: 'cong-van.csv',
  columns: {
    number: text('Số công văn', 'Letter number'),
    ...columns('year'),
    madeAt: instant('Lập lúc', 'Made'),
    madeBy: text('Người lập', 'Made by'),
    records: text('Bản lý lịch', 'Records'),
    slips: text('Phiếu bổ sung', 'Slips'),
  },
};

export const SHARE_FILE = {
  columns: {
    ...columns('unitName', 'year'),
    quarter: text('Quý', 'Quarter'),
    electronic: text('Điện tử', 'Electronic'),
    all: text('Tổng số', 'All'),
  },
};

export const RUN_FILE = {
  name: 'dot-doi-chieu.csv',
  columns: {
    ...columns('caseId', 'step', 'unit', 'supplierKind', 'supplierName'),
    period: text('Kỳ', 'Period'),
    rule: text('Căn cứ', 'Basis'),
    at: instant('Mở lúc', 'Begun'),
    startedBy: text('Người mở', 'Begun by'),
    hereCount: text('Đơn vị có', 'The unit has'),
    thereCount: text('Bên kia có', 'The other side has'),
    findings: text('Khác biệt', 'Differences'),
    open: text('Chưa xử lý', 'Open'),
    asked: text('Đã hỏi', 'Asked'),
    endedAt: instant('Kết thúc lúc', 'Ended'),
    endedBy: text('Người kết thúc', 'Ended by'),
  },
};

export const DIFFERENCE_FILE = {
  name: 'khac-biet.csv',
  columns: {
    ...columns('number', 'personName'),
    finding: code(pairsOf(FINDING_NAMES), 'Khác biệt', 'Difference'),
    state: code(listCodes.differenceState, 'Tình trạng', 'State'),
    fields: code(listCodes.differenceField, 'Mục khác nhau', 'Fields that differ'),
    kind: columns('information').information,
    dateHere: date('Ngày văn bản của đơn vị', 'Dated, the unit'),
    dateThere: date('Ngày văn bản của bên kia', 'Dated, the other side'),
    birthHere: date('Ngày sinh của đơn vị', 'Born, the unit'),
    birthThere: date('Ngày sinh của bên kia', 'Born, the other side'),
    askedBy: text('Người hỏi', 'Asked by'),
    ...columns('askedAt'),
    question: text('Nội dung hỏi', 'What was asked'),
    settlement: code(pairsOf(SETTLEMENT_NAMES), 'Cách xử lý', 'Settled by'),
    settledBy: text('Người xử lý', 'Settled by whom'),
    settledAt: instant('Xử lý lúc', 'Settled'),
    ...columns('note'),
  },
};
