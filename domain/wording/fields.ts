import { DRAFT_FIELDS } from './draftFields.ts';
import type { Language } from './refusals.ts';

/** What is wrong with one field, by code; codes not listed here read as WRONG_FORMAT. */
export const FIELD_TEXTS: Record<string, Record<Language, string>> = {
  REQUIRED: { vi: 'Bắt buộc nhập', en: 'Required' },
  WRONG_TYPE: { vi: 'Sai kiểu dữ liệu', en: 'Wrong type' },
  WRONG_FORMAT: { vi: 'Sai định dạng', en: 'Wrong format' },
  UNKNOWN_FIELD: { vi: 'Mục không có trong biểu mẫu', en: 'Not a field of this form' },
  TOO_LONG: { vi: 'Quá dài hoặc quá nhiều', en: 'Too long or too many' },
  TOO_SHORT: { vi: 'Để trống hoặc quá ngắn', en: 'Empty or too short' },
  NOT_A_CHOICE: { vi: 'Không có trong danh sách', en: 'Not one of the choices' },
  ENDS_BEFORE_IT_BEGINS: { vi: 'Kết thúc trước khi bắt đầu', en: 'Ends before it begins' },
  SOURCE_TWICE: {
    vi: 'Loại nguồn này đã có đơn vị tham gia',
    en: 'A unit takes part for this kind of source already',
  },
  NOT_A_UNIT_OF_SOURCE: {
    vi: 'Không phải đơn vị loại này trong tỉnh của Sở',
    en: 'Not a unit of this kind in the department’s province',
  },
  CONTROL_CHARACTER: { vi: 'Có ký tự điều khiển', en: 'Contains control characters' },
  UNPRINTABLE: {
    vi: 'Có ký tự không in được trên giấy tờ (chữ không phải La-tinh, hình)',
    en: 'Has characters that cannot be printed on papers (not Latin, or pictures)',
  },
  UNKNOWN_PENAL_CODE: {
    vi: 'Không có bộ luật hình sự này (1985, 1999, 1999+2009, 2015, 2015+2017)',
    en: 'No such penal code (1985, 1999, 1999+2009, 2015, 2015+2017)',
  },
  ARTICLE_MISSING: { vi: 'Thiếu điều luật', en: 'The article is missing' },
  DUPLICATE_CODE: { vi: 'Mã đã có ở dòng trên', en: 'The code stands above already' },
  VALIDITY_OVERLAPS: {
    vi: 'Cùng tội danh, cùng điều đã có hiệu lực trong thời gian này ở dòng trên',
    en: 'A row above has the same offence of the same article at the same time',
  },
  UNKNOWN_SUCCESSOR: {
    vi: 'Mã thay thế không có trong danh mục',
    en: 'A code that replaces it is not in the list',
  },
  FORMULA: {
    vi: 'Ô bắt đầu như công thức bảng tính (=, +, -, @)',
    en: 'The cell begins like a spreadsheet formula (=, +, -, @)',
  },
  NOT_OF_THIS_SUPPLIER: {
    vi: 'Nguồn này không cung cấp loại thông tin này',
    en: 'This supplier supplies no such information',
  },
  GOES_TO_CENTRE: {
    vi: 'Loại thông tin này được gửi cho Trung tâm, không gửi Sở Tư pháp',
    en: 'This information goes to the National Centre, not to a department',
  },
  GOES_TO_DEPARTMENT: {
    vi: 'Loại thông tin này được gửi cho Sở Tư pháp, không gửi Trung tâm',
    en: 'This information goes to a department, not to the National Centre',
  },
  ARRIVED_BEFORE_ISSUE: { vi: 'Nhận trước ngày của văn bản', en: 'Arrived before its own date' },
  ALREADY_RECEIVED: {
    vi: 'Văn bản này về người này đã có trong sổ',
    en: 'This paper about this person stands in the book already',
  },
  NO_SUCH_RECORD: {
    vi: 'Đơn vị không có bản lý lịch mang số này',
    en: 'The unit has no record with this number',
  },
  MERGED_CELL: {
    vi: 'Dòng có ô gộp: tách ô rồi nhập lại',
    en: 'The row has merged cells: split them',
  },
  HIDDEN_ROW: {
    vi: 'Dòng bị ẩn trong tệp Excel: bỏ ẩn để kiểm tra',
    en: 'The row is hidden in the workbook: show it so that somebody can check it',
  },
  ROW_TRUNCATED: {
    vi: 'Dòng thiếu cột: tệp có thể bị cắt cụt',
    en: 'The row lacks columns: the file may have been cut off',
  },
  NOT_A_NAME: { vi: 'Không phải tên người', en: 'Not a name' },
  ENDS_BEFORE_START: { vi: 'Kết thúc trước khi bắt đầu', en: 'Ends before it starts' },
  PROVINCE_IF_IN_VIETNAM: {
    vi: 'Trong nước cần mã tỉnh; ở nước ngoài để trống',
    en: 'A province code in Viet Nam, none abroad',
  },
  POSTMARK_BY_POST_ONLY: {
    vi: 'Chỉ hồ sơ gửi qua bưu chính mới có dấu bưu chính',
    en: 'Only a dossier that came by post has a postmark',
  },
  ADDRESS_FOR_POST: { vi: 'Gửi bưu chính cần địa chỉ nhận', en: 'Post needs an address' },
  REASON_FOR_REDUCTION: { vi: 'Giảm, miễn phí cần lý do', en: 'A reduced fee needs a reason' },
  ID_OR_DOCUMENT: {
    vi: 'Cần số định danh hoặc giấy tờ',
    en: 'A personal ID or a document is needed',
  },
  BOTH_PARENTS_KNOWN: {
    vi: 'Đã có họ tên cả cha và mẹ',
    en: 'The names of both parents are given',
  },
  YEAR_OUT_OF_RANGE: { vi: 'Năm phải từ 1800 đến 2999', en: 'Not from 1800 to 2999' },
  PAPERS_MISSING: {
    vi: 'Còn thiếu giấy tờ: đánh dấu giấy đã nhận, hoặc nhận hồ sơ và yêu cầu bổ sung',
    en: 'Papers are missing: mark what was received, or receive it and ask for a supplement',
  },
  NOT_AHEAD: { vi: 'Phải sau hôm nay', en: 'It must lie after today' },
  IN_FUTURE: { vi: 'Ở tương lai', en: 'In the future' },
  UNKNOWN_PROVINCE: { vi: 'Mã tỉnh không có', en: 'No such province code' },
  EFFECTIVE_BEFORE_JUDGMENT: {
    vi: 'Ngày có hiệu lực trước ngày tuyên án',
    en: 'Effective before the judgment',
  },
  DOCUMENT_BEFORE_JUDGMENT: {
    vi: 'Văn bản thi hành án có ngày trước ngày tuyên án',
    en: 'A document of execution is dated before its judgment',
  },
  EXPUNGED_BEFORE_JUDGMENT: {
    vi: 'Xóa án tích trước ngày tuyên án',
    en: 'Expunged before the judgment',
  },
  OFFENCE_AFTER_JUDGMENT: {
    vi: 'Ngày phạm tội sau ngày tuyên án',
    en: 'Committed after the judgment',
  },
  COMPLETED_BEFORE_JUDGMENT: {
    vi: 'Chấp hành xong trước ngày tuyên án',
    en: 'Completed before the judgment',
  },
  PROBATION_BEFORE_JUDGMENT: {
    vi: 'Thời gian thử thách hết trước ngày tuyên án',
    en: 'Probation ends before the judgment',
  },
  ENDS_BEFORE_JUDGMENT: { vi: 'Kết thúc trước ngày tuyên án', en: 'Ends before the judgment' },
  DECISION_BEFORE_JUDGMENT: {
    vi: 'Quyết định có trước ngày tuyên án',
    en: 'Decided before the judgment',
  },
  WANTED_BEFORE_JUDGMENT: { vi: 'Truy nã trước ngày tuyên án', en: 'Wanted before the judgment' },
  DATE_OF_WHAT_IS_NOT_DONE: {
    vi: 'Chưa chấp hành xong hoặc chưa rõ thì không có ngày chấp hành xong',
    en: 'What is not done or not known has no day of completion',
  },
  MONTHS_FOR_TERM: {
    vi: 'Số tháng chỉ dành cho hình phạt có thời hạn, và phải có',
    en: 'Months belong to a penalty with a term, and are needed there',
  },
  PROBATION_FOR_SUSPENDED: {
    vi: 'Chỉ án treo mới có thời gian thử thách',
    en: 'Only a suspended sentence has a probation',
  },
  CODE_OF_ANOTHER_ARTICLE: {
    vi: 'Mã tội danh không khớp với bộ luật và điều',
    en: 'The offence code is one of another code or article',
  },
  NO_JUDGMENT_BESIDE_ONE: {
    vi: 'Xác nhận “không có bản án” chỉ dành cho trường hợp bắt, khởi tố',
    en: 'That no judgment was found is said of an arrest only',
  },
  NOT_A_TEXT: {
    vi: 'Tệp không phải văn bản UTF-8',
    en: 'The file is no text in UTF-8',
  },
  NOT_YET_EFFECTIVE: { vi: 'Bản án chưa có hiệu lực', en: 'The judgment is not yet effective' },
  ENTRY_FOR_RECORD_FOUND: { vi: 'Cần ít nhất một bản án', en: 'At least one judgment is needed' },
  CONFIRM_RECORD_FOUND: { vi: 'Cần xác nhận lần hai', en: 'Confirm a second time' },
  SAY_WHAT_IS_NEEDED: { vi: 'Nêu thông tin cần bổ sung', en: 'Say what is needed' },
  SAY_WHY: { vi: 'Nêu lý do', en: 'Give a reason' },
  MAKE_UP_IS_WORKING_DAY: {
    vi: 'Ngày làm bù phải là thứ Bảy hoặc Chủ nhật; ngày này vốn là ngày làm việc',
    en: 'A make-up day is a Saturday or Sunday; this is a working day already',
  },
  REST_DAY_IS_WEEKEND: {
    vi: 'Ngày nghỉ bù, nghỉ hoán đổi phải là ngày thứ Hai đến thứ Sáu',
    en: 'A compensation or swapped day off is a Monday to Friday',
  },
  DATE_TWICE: { vi: 'Ngày này đã có ở trên', en: 'This date is listed above already' },
  OUTSIDE_CALENDAR: {
    vi: 'Ngoài khoảng thời gian lịch đã công bố',
    en: 'Outside the published calendar',
  },
  DAY_NOT_IN_CALENDAR: {
    vi: 'Lịch gốc không có ngày đặc biệt này',
    en: 'The calendar does not list this date',
  },
  CHANGES_NOTHING: { vi: 'Không khác với hiện hành', en: 'The same as it is now' },
  WHOLE_DAYS: { vi: 'Thời hạn tính bằng ngày phải là số nguyên', en: 'Days are whole' },
  UNKNOWN_CALENDAR: { vi: 'Không có phiên bản lịch này', en: 'No such calendar version' },
  UNKNOWN_RULE_SET: { vi: 'Không có bộ quy tắc này', en: 'No such rule set' },
  IN_PAST: { vi: 'Ở quá khứ', en: 'In the past' },
  ABSENCE_TOO_LONG: { vi: 'Dài quá một năm', en: 'Longer than a year' },
  DELEGATE_IS_SELF: { vi: 'Không tự trực thay cho mình', en: 'Nobody covers for themselves' },
  NO_SUCH_PERSON: { vi: 'Không có người này', en: 'No such person' },
  OF_ANOTHER_UNIT: { vi: 'Thuộc đơn vị khác', en: 'Of another unit' },
  CANNOT_COVER: {
    vi: 'Không có vai trò chung để trực thay',
    en: 'Has no role in common, so cannot cover',
  },
  DELEGATE_AWAY: {
    vi: 'Người này cũng vắng mặt trong những ngày đó',
    en: 'Is absent on some of these days too',
  },
  NOT_IN_TERM: { vi: 'Ngày này không nằm trong thời hạn', en: 'Not a day of this term' },
  RULING_FOR_DAY: {
    vi: 'Nêu ngày bị khiếu nại thuộc loại nào',
    en: 'Say what the contested day is',
  },
  RULING_FOR_DATE: { vi: 'Nêu ngày hạn đúng', en: 'Say which date is due' },
  UNKNOWN_RECORD: {
    vi: 'Không có bản lý lịch này, hoặc đã nhập vào bản khác',
    en: 'No such record, or it was taken into another one',
  },
  TOOK_IT_IN: { vi: 'Bản đã nhận bản lý lịch này', en: 'The record that took this one in' },
  RECORD_OF_ANOTHER: {
    vi: 'Bản lý lịch này không có trong số những bản có thể của người này; nêu lý do vì sao là của người này',
    en: 'Not among the records that may be of this person; say why it is of this person',
  },
  RECORD_ITSELF: { vi: 'Chính là bản lý lịch này', en: 'This is the record itself' },
  UNKNOWN_JUDGMENT: {
    vi: 'Bản lý lịch không có bản án này',
    en: 'The record has no such judgment',
  },
  UNKNOWN_EXECUTION: {
    vi: 'Bản án này không có văn bản thi hành án như vậy',
    en: 'This judgment has no such document of execution',
  },
  OTHER_JUDGMENT: {
    vi: 'Số hoặc ngày không phải của bản án được nêu trong trả lời xác minh',
    en: 'Number or date is not that of the judgment the answer tells of',
  },
  UNKNOWN_BAN: { vi: 'Bản lý lịch không có lệnh cấm này', en: 'The record has no such ban' },
  WHOLE_BOOKS: {
    vi: 'Đối chiếu với Trung tâm so toàn bộ hai sổ; bỏ kỳ đối chiếu',
    en: 'With the Centre whole books are compared; leave the period out',
  },
  NEW_DATE_IF_NOT_YET: { vi: 'Cần ngày dự kiến mới', en: 'A new date is needed' },
  ...DRAFT_FIELDS,
};
