import { code, instant, text } from '../../listFile.ts';
import { codes } from '../codes.ts';
import { READING_NAMES } from '../readings.ts';
import { columns } from './columns.ts';

/** Who has read a case or record, as a file. */
export const READING_FILE = {
  name: 'luot-doc.csv',
  columns: {
    first: instant('Đọc lúc', 'Read at'),
    last: instant('Lần cuối', 'Last'),
    times: text('Số lần', 'Times'),
    readerName: text('Người đọc', 'Reader'),
    reader: text('Mã tài khoản', 'Account'),
    roles: code(codes.role, 'Vai trò', 'Roles'),
    ...columns('unitName'),
    what: code(READING_NAMES, 'Đọc gì', 'What'),
    count: text('Số hồ sơ cùng lúc', 'Read at once'),
  },
};

/** What an account has read, as a file: a row for each number. */
export const READING_OF_FILE = {
  name: READING_FILE.name,
  columns: { subject: text('Về hồ sơ', 'Of'), ...READING_FILE.columns },
};
