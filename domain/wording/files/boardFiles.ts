import { code, type Column, date, hours, instant, share, text } from '../../listFile.ts';
import { codes } from '../codes.ts';
import { listCodes } from '../listCodes.ts';
import { columns } from './columns.ts';

/** Numbers of the board, of outages, alarms and lines as files. */

const counts = {
  open: text('Đang xử lý', 'Open'),
  late: text('Trễ hạn', 'Late'),
  dueToday: text('Hết hạn hôm nay', 'Due today'),
  dueInThreeDays: text('Hết hạn trong 3 ngày', 'Due within 3 days'),
  atRisk: text('Nguy cơ trễ', 'At risk'),
};

export const STEP_FILE = {
  name: 'theo-buoc.csv',
  columns: { ...columns('step'), ...counts },
};

export const UNIT_FILE = {
  name: 'don-vi.csv',
  columns: {
    ...columns('unitName'),
    ...counts,
    received: text('Tiếp nhận 30 ngày', 'Received, 30 days'),
    issued: text('Cấp 30 ngày', 'Issued, 30 days'),
    done: text('Xong 30 ngày', 'Done, 30 days'),
    doneLate: text('Xong trễ 30 ngày', 'Done late, 30 days'),
  },
};

export const DAY_COLUMNS = {
  date: date('Ngày', 'Day'),
  received: text('Tiếp nhận', 'Received'),
  issued: text('Cấp phiếu', 'Issued'),
  closed: text('Kết thúc', 'Closed'),
  stock: text('Tồn cuối ngày', 'Open at the end of the day'),
};

export const LEAGUE_FILE = {
  name: 'xep-hang-tra-loi.csv',
  columns: {
    ...columns('unitName'),
    answered: text('Đã trả lời', 'Answered'),
    median: text('Trung vị (ngày)', 'Median (days)'),
    percentile85: text('85% trong (ngày)', '85% within (days)'),
    withinTerm: share('Tỷ lệ đúng hạn', 'Share in time'),
    withinFiveDays: share('Tỷ lệ trong 5 ngày làm việc', 'Share within 5 working days'),
    open: text('Còn nợ', 'Owes'),
    overdue: text('Quá hạn', 'Overdue'),
    oldestAskedAt: instant('Hỏi lâu nhất', 'Oldest asked'),
  },
};

/** Who holds the time: each kind of holder, then its units. */
export const HOLDER_FILE = {
  name: 'ai-giu-thoi-gian.csv',
  columns: {
    holder: code(codes.holder, 'Ai giữ', 'Held by'),
    ...columns('unitName'),
    share: share('Tỷ lệ', 'Share'),
    workingMs: hours('Giờ làm việc', 'Working hours'),
    open: text('Đang giữ', 'Open'),
  },
};

/** Chances that were said, and what came of the cases they were said of. */
export const CALIBRATION_FILE = {
  name: 'doi-chieu-du-bao.csv',
  columns: {
    from: share('Khả năng trễ từ', 'Chance from'),
    to: share('đến', 'to'),
    called: text('Số hồ sơ', 'Cases'),
    late: text('Trễ thật', 'Were late'),
    said: share('Dự báo trung bình', 'Said on average'),
    came: share('Tỷ lệ trễ thật', 'Share late'),
    low: share('Khoảng từ', 'Range from'),
    high: share('Khoảng đến', 'Range to'),
  },
};

const noted = code(listCodes.outageNoted, 'Ghi bởi', 'Noted by');
/** By heartbeats, or by an account of an administrator. */
const notedBy: Column = {
  heading: noted.heading,
  write: (value, writing) => noted.write(value === 'heartbeat' ? value : 'administrator', writing),
};

export const OUTAGE_FILE = {
  name: 'gian-doan.csv',
  columns: {
    what: code(listCodes.outagePart, 'Bộ phận', 'Part'),
    from: instant('Từ', 'From'),
    to: instant('Đến', 'To'),
    notedBy,
    ...columns('reason'),
  },
};

export const ALARM_FILE = {
  name: 'canh-bao.csv',
  columns: {
    kind: code(listCodes.alarmKind, 'Loại', 'Kind'),
    subject: text('Về', 'About'),
    text: text('Nội dung', 'What it says'),
    raisedAt: instant('Nêu lúc', 'Raised'),
    clearedAt: instant('Hết lúc', 'Cleared'),
  },
};

export const TRAFFIC_FILE = {
  name: 'lien-thong.csv',
  columns: {
    ...columns('unitName'),
    line: code(listCodes.lineState, 'Đường truyền', 'Line'),
    lastErrorCode: text('Mã lỗi gần nhất', 'Last error'),
    sent: text('Đã gửi', 'Sent'),
    acknowledged: text('Đã nhận', 'Acknowledged'),
    answered: text('Đã trả lời', 'Answered'),
    waiting: text('Chờ trả lời', 'Waiting'),
    unsent: text('Đang chờ gửi', 'On their way'),
    dead: text('Tồn', 'Dead letters'),
    refusedArrivals: text('Đến bị từ chối', 'Arrivals refused'),
    gaps: text('Số thiếu', 'Numbers missing'),
    late: text('Đến sai thứ tự', 'Out of order'),
  },
};
