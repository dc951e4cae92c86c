import type { ByCode } from '../../domain/wording/pair.ts';
import { inBoth } from './inBoth.ts';
import type { BulkAction } from '../../domain/bulk.ts';
import { casePage } from './casePage.ts';
import { intake } from './intake.ts';
import { questions } from './questions.ts';

const worklist = inBoth({
  nextWork: ['Việc tiếp theo', 'Next work'],
  noNextWork: ['Không còn việc nào chờ bạn.', 'There is nothing left for you to do.'],
  queues: ['Hàng chờ', 'Queues'],
  filters: ['Bộ lọc', 'Filters'],
  searchHere: ['Lọc theo số hồ sơ, họ tên', 'Filter by number or name'],
  resultsFor: ['Kết quả cho “{{q}}”', 'Results for “{{q}}”'],
  savedFilters: ['Bộ lọc đã lưu', 'Saved filters'],
  noSavedFilters: ['Chưa lưu bộ lọc nào.', 'No filter saved yet.'],
  sharedFilter: ['dùng chung', 'shared'],
  shareFilter: ['Dùng chung trong đơn vị', 'Share with my unit'],
  filterName: ['Tên bộ lọc hiện tại', 'Name for the current filter'],
  removeFilter: ['Xóa bộ lọc {{name}}', 'Remove filter {{name}}'],
  removeUnitFilter: ['Bỏ lọc theo đơn vị {{name}}', 'Show other units than {{name}} too'],
  removeDayFilter: ['Bỏ lọc theo ngày {{days}}', 'Show other days than {{days}} too'],
  owedBy: ['Còn nợ trả lời', 'Owes an answer'],
  overdueBy: ['Trả lời quá hạn', 'Answer overdue'],
  removeLinkedFilter: ['Bỏ lọc: {{name}}', 'Remove the filter: {{name}}'],
  warnings: ['Cảnh báo hạn', 'Deadline warnings'],
  emptyQueue: ['Không có hồ sơ nào trong hàng này', 'No cases in this queue'],
  emptyQueueHint: [
    'Chọn hàng chờ khác hoặc bỏ bớt bộ lọc.',
    'Choose another queue or remove a filter.',
  ],
  claimed: ['Đã nhận {{caseId}}', 'You have {{caseId}} now'],
  keyMove: ['Xuống, lên một dòng', 'One row down, up'],
  keyOpen: ['Mở hồ sơ', 'Open the case'],
  keyClaim: ['Nhận xử lý', 'Claim'],
  keyPrimary: ['Trên trang hồ sơ: việc chính', 'On a case: the primary act'],
  keyConfirm: ['Xác nhận hộp thoại', 'Confirm a dialog'],
  selected_one: ['Đã chọn {{count}}', '{{count}} selected'],
  selected_other: ['Đã chọn {{count}}', '{{count}} selected'],
  clearSelection: ['Bỏ chọn', 'Clear'],
  bulkActions: ['Xử lý hàng loạt', 'Bulk actions'],
  bulkTooMany: ['Mỗi lần không quá {{count}} hồ sơ.', 'At most {{count}} cases at a time.'],
  bulkIncluded_one: ['{{count}} hồ sơ sẽ được xử lý:', '{{count}} case will be done:'],
  bulkIncluded_other: ['{{count}} hồ sơ sẽ được xử lý:', '{{count}} cases will be done:'],
  bulkExcluded_one: ['{{count}} hồ sơ không được xử lý', '{{count}} case is left out'],
  bulkExcluded_other: ['{{count}} hồ sơ không được xử lý', '{{count}} cases are left out'],
  bulkConfirm_one: ['{{action}}: {{count}} hồ sơ', '{{action}}: {{count}} case'],
  bulkConfirm_other: ['{{action}}: {{count}} hồ sơ', '{{action}}: {{count}} cases'],
  bulkDone: ['Đã xong {{done}} trên {{all}} hồ sơ.', '{{done}} of {{all}} done.'],
  bulkJudgments_one: ['{{count}} bản án', '{{count}} judgment'],
  bulkJudgments_other: ['{{count}} bản án', '{{count}} judgments'],
  bulkBans_one: ['{{count}} nội dung cấm', '{{count}} ban'],
  bulkBans_other: ['{{count}} nội dung cấm', '{{count}} bans'],
  bulkReceivedBy: ['người nhận: {{name}}', 'received by {{name}}'],
  bulkOpenPapers_one: [
    'Mở tệp PDF để in ({{count}} hồ sơ)',
    'Open the PDF to print ({{count}} case)',
  ],
  bulkOpenPapers_other: [
    'Mở tệp PDF để in ({{count}} hồ sơ)',
    'Open the PDF to print ({{count}} cases)',
  ],
  bulkResult: ['Kết quả', 'Result'],
  bulkOk: ['Đã xong', 'Done'],
  toCheck_one: ['Chờ kiểm tra: {{count}}', 'To check: {{count}}'],
  toCheck_other: ['Chờ kiểm tra: {{count}}', 'To check: {{count}}'],
  toSign_one: ['Chờ ký: {{count}}', 'To sign: {{count}}'],
  toSign_other: ['Chờ ký: {{count}}', 'To sign: {{count}}'],
  nothingToSign: ['Không có phiếu nào chờ bạn', 'Nothing is waiting for you'],
  nothingToSignHint: [
    'Dự thảo mới sẽ hiện ra ở đây ngay khi được trình.',
    'New drafts appear here as they come.',
  ],
  papersWaiting: ['Phiếu chờ', 'Papers waiting'],
  selectAll: ['Chọn tất cả', 'Select all'],
  moves: ['Chuyển hồ sơ', 'Move between papers'],
  previous: ['Trước', 'Previous'],
  next: ['Sau', 'Next'],
  assignTo: ['Giao cho', 'Assign to'],
});

const bulk = inBoth({
  assign: ['Giao việc', 'Assign'],
  release: ['Trả về hàng chờ', 'Release'],
  check: ['Ký nháy', 'Initial'],
  sign: ['Ký phiếu', 'Sign'],
  issue: ['Cấp số, đóng dấu', 'Number and seal'],
  post: ['Gửi bưu chính', 'Post'],
  handOver: ['Trả kết quả', 'Hand over'],
  print: ['In giấy tờ', 'Print papers'],
  send: ['Gửi Trung tâm', 'Send to the Centre'],
  receive: ['Nhận hồ sơ', 'Receive'],
  updateOfficially: ['Cập nhật chính thức', 'Update officially'],
} satisfies ByCode<BulkAction>);

/** Words of the officer's screens. */
export const officer = {
  vi: { ...worklist.vi, ...casePage.vi, ...questions.vi, ...intake.vi, bulk: bulk.vi },
  en: { ...worklist.en, ...casePage.en, ...questions.en, ...intake.en, bulk: bulk.en },
};
