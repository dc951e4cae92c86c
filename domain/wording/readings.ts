import type { ReadingKind } from '../reading.ts';
import { type ByCode, inLanguage, type Pair } from './pair.ts';
import type { Language } from './refusals.ts';

/** What was read, in words; a file is told apart, because it left the house. */
export const READING_NAMES: ByCode<ReadingKind> = {
  case: ['Trang hồ sơ', 'Case page'],
  events: ['Nhật ký hồ sơ', 'Timeline of the case'],
  time: ['Thời hạn của hồ sơ', 'Time of the case'],
  holdings: ['Ai giữ thời gian', 'Who held the time'],
  disputes: ['Khiếu nại thời hạn', 'Disputes of a date'],
  deadline: ['Giải trình thời hạn', 'Explanation of a due date'],
  'deadline.pdf': ['Giải trình thời hạn (bản in)', 'Explanation of a due date (printed)'],
  'look-up': ['Tra cứu nhân thân', 'Look-up of the person'],
  evaluation: ['Thẩm tra án tích', 'Evaluation of convictions'],
  'known-bans': ['Cấm đảm nhiệm chức vụ', 'Business bans'],
  'known-judgments': ['Bản án đã có trong sổ', 'Judgments known'],
  'found-judgments': ['Bản án tìm thấy', 'Judgments found'],
  'found-judgments.csv': ['Bản án tìm thấy (tệp tải về)', 'Judgments found (file taken away)'],
  receiver: ['Người nhận khi trả hàng loạt', 'Receiver, handing over many'],
  scan: ['Bản chụp giấy tờ', 'Scan of a paper'],
  receipt: ['Giấy tiếp nhận', 'Receipt'],
  refusal: ['Phiếu từ chối', 'Written refusal'],
  certificate: ['Phiếu lý lịch tư pháp', 'Certificate'],
  letter: ['Phiếu xin lỗi', 'Letter of apology'],
  'letters.csv': ['Danh sách phiếu xin lỗi (tệp tải về)', 'List of letters (file taken away)'],
  'worklist.csv': ['Danh sách việc (tệp tải về)', 'Worklist (file taken away)'],
  desk: ['Bàn trả lời của đơn vị', 'Desk of an asked unit'],
  'desk.csv': ['Yêu cầu xác minh (tệp tải về)', 'Requests of a desk (file taken away)'],
  'packet.lltp': ['Gói yêu cầu (tệp tải về)', 'Packet of requests (file taken away)'],
  'packet.csv': [
    'Phiếu trả lời của gói (tệp tải về)',
    'Answer sheet of a packet (file taken away)',
  ],
  'packet-rows': ['Dòng trả lời của gói', 'Rows of a packet'],
  'packet-rows.csv': ['Dòng trả lời của gói (tệp tải về)', 'Rows of a packet (file taken away)'],
  transfer: ['Giao dịch chuyển bản lý lịch', 'Transfer'],
  transfers: ['Danh sách trao đổi', 'List of transfers'],
  'transfers.csv': ['Danh sách trao đổi (tệp tải về)', 'List of transfers (file taken away)'],
  waiting: ['Chờ lập công văn', 'Waiting for a cover letter'],
  dispatch: ['Công văn chuyển', 'Cover letter'],
  papers: ['Sổ bản giấy đến', 'Papers that arrived'],
  'papers.csv': ['Sổ bản giấy đến (tệp tải về)', 'Papers that arrived (file taken away)'],
  reconciliation: ['Khác biệt khi đối chiếu', 'Differences of a reconciliation'],
  'reconciliation.csv': [
    'Khác biệt khi đối chiếu (tệp tải về)',
    'Differences of a reconciliation (file taken away)',
  ],
  minutes: ['Biên bản đối chiếu', 'Minutes of a reconciliation'],
  record: ['Bản lý lịch tư pháp', 'Record'],
  records: ['Sổ lý lịch tư pháp', 'Book of records'],
  'records.csv': ['Sổ lý lịch tư pháp (tệp tải về)', 'Book of records (file taken away)'],
  comparison: ['Đối chiếu hai bên', 'Comparison of copies'],
  merges: ['Gộp bản lý lịch', 'Merging of records'],
  notice: ['Thông báo cho Trung tâm', 'Notice to the Centre'],
  normalisation: ['Chuẩn hóa tội danh', 'Normalising of offences'],
  supply: ['Một dòng sổ tiếp nhận', 'Entry of the reception book'],
  supplies: ['Sổ tiếp nhận', 'Reception book'],
  'supplies.csv': ['Sổ tiếp nhận (tệp tải về)', 'Reception book (file taken away)'],
  'supply-samples': ['Dòng mẫu của tệp bản án', 'Samples of a file of judgments'],
  'supply-rows': ['Dòng của tệp bản án', 'Rows of a file of judgments'],
  'supply-rows.csv': [
    'Dòng của tệp bản án (tệp tải về)',
    'Rows of a file of judgments (file taken away)',
  ],
  finding: ['Một phát hiện chất lượng', 'Finding of data quality'],
  findings: ['Danh sách phát hiện chất lượng', 'Findings of data quality'],
  'findings.csv': [
    'Danh sách phát hiện chất lượng (tệp tải về)',
    'Findings of data quality (file taken away)',
  ],
  campaign: ['Đợt làm sạch', 'Campaign'],
  readings: ['Ai đã đọc hồ sơ', 'Who has read this'],
  'readings.csv': ['Ai đã đọc hồ sơ (tệp tải về)', 'Who has read this (file taken away)'],
  'readings-by': ['Tài khoản đã đọc gì', 'What an account has read'],
  'readings-by.csv': [
    'Tài khoản đã đọc gì (tệp tải về)',
    'What an account has read (file taken away)',
  ],
};

/** What was read in words; a kind that no release knows any more names itself. */
export function readingName(what: string, language: Language): string {
  const known: Readonly<Record<string, Pair>> = READING_NAMES;
  const name = known[what];
  return name === undefined ? what : inLanguage(name, language);
}
