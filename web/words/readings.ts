import { inBoth } from './inBoth.ts';

/** Words of who has read what. What a reading was of is named in `domain/wording/readings.ts`. */
export const readings = inBoth({
  title: ['Lượt đọc hồ sơ', 'Readings'],
  lead: [
    'Ai đã đọc hồ sơ hoặc lý lịch của một người, và một tài khoản đã đọc những gì. Danh sách chỉ nêu số hồ sơ. Mỗi lần xem danh sách này cũng được ghi lại.',
    'Who has read a person’s case or record, and what an account has read. Only dossier numbers stand here. Looking at this list is noted, too.',
  ],
  panel: ['Ai đã đọc', 'Who has read this'],
  panelHint: [
    'Mỗi dòng là một lượt đọc. Việc mở mục này cũng được ghi lại.',
    'A line is one reading. Opening this is noted as well.',
  ],
  ordinary: [
    'Chỉ nêu các trang mà hồ sơ nào cũng có. Trang về án tích không nêu ở đây.',
    'Only pages that every case has stand here, none about convictions.',
  ],
  ask: ['Tìm theo', 'Ask by'],
  'ask.number': ['Số hồ sơ, số lý lịch', 'Number'],
  'ask.account': ['Tài khoản', 'Account'],
  number: ['Số hồ sơ hoặc số lý lịch tư pháp', 'Number of a dossier or a record'],
  numberHint: [
    'Nhập số hồ sơ (HN-P-2023-000001) hoặc số lý lịch (25HN2023/00001).',
    'Type the number of a dossier (HN-P-2023-000001) or of a record (25HN2023/00001).',
  ],
  notNumber: [
    'Đây không phải số hồ sơ hay số lý lịch.',
    'This is no number of a dossier or record.',
  ],
  account: ['Người đọc', 'Reader'],
  accountHint: ['Gõ tên hoặc tên đăng nhập.', 'Type a name or user name.'],
  noAccount: ['Không có tài khoản nào như vậy.', 'There is no such account.'],
  locked: ['đã khóa', 'locked'],
  from: ['Từ ngày', 'From'],
  to: ['Đến ngày', 'To'],
  onlyBy: ['Chỉ của {{name}}', 'Only by {{name}}'],
  onlyThis: ['Chỉ xem lượt đọc của {{name}}', 'Show only readings by {{name}}'],
  export: ['Tải CSV', 'Download CSV'],
  when: ['Lúc', 'When'],
  times: ['{{times}} lần', '{{times}} times'],
  timesTo: ['đến {{last}}, {{times}} lần', 'to {{last}}, {{times}} times'],
  who: ['Ai', 'Who'],
  what: ['Đọc gì', 'What'],
  subjects: ['Về hồ sơ', 'Of'],
  among: ['cùng lúc với {{others}} hồ sơ khác', 'together with {{others}} others'],
  rest: ['và {{count}} số khác trong tệp CSV', 'and {{count}} more, in the CSV file'],
  hidden: ['không hiển thị', 'not shown'],
  gone: ['Tài khoản không còn', 'Account that is gone'],
  empty: ['Không có lượt đọc nào.', 'No readings.'],
  emptyHint: ['Hãy nới khoảng ngày hoặc bỏ bộ lọc.', 'Widen the days or take the filter away.'],
});
