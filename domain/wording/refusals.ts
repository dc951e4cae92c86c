import { PRINTED_AT_MOST } from '../bulk.ts';
import { MOST_FILE_ROWS } from '../fileRows.ts';
import type { RefusalCode } from '../refusal.ts';
import { CATALOGUE_REFUSALS } from './catalogueRefusals.ts';
import { DESK_REFUSALS } from './deskRefusals.ts';
import { EXCHANGE_REFUSALS } from './exchangeRefusals.ts';
import { groupedDigits } from './groupedDigits.ts';
import { IDENTITY_REFUSALS } from './identityRefusals.ts';
import { MESSAGE_REFUSALS } from './messageRefusals.ts';
import { OFFICE_REFUSALS } from './officeRefusals.ts';
import { QUALITY_REFUSALS } from './qualityRefusals.ts';
import { RECORD_REFUSALS } from './recordRefusals.ts';
import { SUPPLY_REFUSALS } from './supplyRefusals.ts';
import { TIME_REFUSALS } from './timeRefusals.ts';
import { VERIFICATION_REFUSALS } from './verificationRefusals.ts';

export type Language = 'vi' | 'en';

/** What a refusal says to a person: what happened and what to do next. */
export const REFUSAL_TEXTS: Record<RefusalCode, Record<Language, string>> = {
  INVALID_INPUT: {
    vi: 'Có mục chưa đúng. Xem từng mục được đánh dấu rồi gửi lại.',
    en: 'Some fields are not right. Look at the marked ones and send again.',
  },
  UNKNOWN_FIELD: {
    vi: 'Có mục hệ thống không biết. Bỏ mục đó rồi gửi lại.',
    en: 'There is a field the system does not know. Remove it and send again.',
  },
  BODY_TOO_LARGE: {
    vi: 'Dữ liệu gửi lên quá lớn. Giảm dung lượng rồi gửi lại.',
    en: 'What was sent is too large. Make it smaller and send again.',
  },
  HEADERS_TOO_LARGE: {
    vi: 'Phần đầu của yêu cầu quá lớn. Xóa cookie của trang này rồi thử lại.',
    en: 'The headers of the request are too large. Delete the cookies of this site and try again.',
  },
  REQUEST_TOO_SLOW: {
    vi: 'Yêu cầu không đến đủ kịp thời. Kiểm tra đường truyền rồi gửi lại.',
    en: 'The request did not arrive in time. Check the connection and send again.',
  },
  UNSUPPORTED_MEDIA: {
    vi: 'Không nhận loại tệp hay dữ liệu này. Chọn đúng loại được nêu rồi gửi lại.',
    en: 'This type of file or data is not taken here. Choose one of those named and send again.',
  },
  IDEMPOTENCY_KEY_MISSING: {
    vi: 'Thiếu mã chống gửi trùng (Idempotency-Key, dạng UUID).',
    en: 'The Idempotency-Key header (a UUID) is missing.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    vi: 'Mã chống gửi trùng này đã dùng cho nội dung khác. Tạo mã mới rồi gửi lại.',
    en: 'This Idempotency-Key was used for another content. Make a new key and send again.',
  },
  TOO_MANY_REQUESTS: {
    vi: 'Quá nhiều yêu cầu. Chờ một phút rồi thử lại.',
    en: 'Too many requests. Wait a minute and try again.',
  },
  MORE_ROWS_THAN_A_FILE: {
    vi: `Có hơn ${groupedDigits(MOST_FILE_ROWS, '.')} dòng, không xuất một phần. Thu hẹp bộ lọc rồi xuất lại.`,
    en: `More than ${groupedDigits(MOST_FILE_ROWS, ',')} rows, and a part is not given out. Narrow the filter and export again.`,
  },
  NOT_FOUND: { vi: 'Không có trang hoặc địa chỉ này.', en: 'There is no such page or address.' },
  SIGN_IN_REQUIRED: {
    vi: 'Bạn chưa đăng nhập hoặc phiên đã hết. Đăng nhập lại.',
    en: 'You are not signed in, or the session has ended. Sign in again.',
  },
  SIGN_IN_FAILED: {
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đã khóa.',
    en: 'User name or password is wrong, or the account is locked.',
  },
  CSRF_TOKEN_WRONG: {
    vi: 'Phiên làm việc không khớp. Tải lại trang rồi làm lại.',
    en: 'The session does not match this page. Reload the page and do it again.',
  },
  NOT_PERMITTED: {
    vi: 'Vai trò của bạn không được làm việc này.',
    en: 'Your role may not do this.',
  },
  NOT_YOUR_UNIT: {
    vi: 'Hồ sơ thuộc đơn vị khác.',
    en: 'The case belongs to another unit.',
  },
  NOT_YOUR_ROLE: {
    vi: 'Bước này do vai trò khác thực hiện.',
    en: 'This step is for another role.',
  },
  CASE_NOT_FOUND: {
    vi: 'Không có hồ sơ với số này. Kiểm tra lại số hồ sơ.',
    en: 'There is no case with this number. Check the number.',
  },
  CASE_CLOSED: {
    vi: 'Hồ sơ đã kết thúc, không thể làm gì thêm.',
    en: 'The case is closed; nothing more can be done on it.',
  },
  CASE_WRONG_STEP: {
    vi: 'Hồ sơ không ở bước cho phép việc này. Tải lại để xem bước hiện tại.',
    en: 'The case is not at a step that allows this. Reload to see where it stands.',
  },
  STALE_REVISION: {
    vi: 'Hồ sơ vừa thay đổi. Xem lại nội dung mới rồi làm lại.',
    en: 'The case has just changed. Look at it again before you act.',
  },
  CLAIMED_BY_OTHER: {
    vi: 'Đồng nghiệp khác đang giữ hồ sơ này.',
    en: 'A colleague has this case on the desk.',
  },
  FOUR_EYES: {
    vi: 'Người soạn, người kiểm tra, người ký phải là ba người khác nhau. Bạn đã làm một bước trước của hồ sơ này.',
    en: 'Drafter, checker and signer must be different people. You did an earlier step of this case.',
  },
  UNKNOWN_ACT: { vi: 'Không có thao tác này.', en: 'There is no such act.' },
  FEE_NOT_SETTLED: {
    vi: 'Chưa thu phí hoặc chưa xác nhận miễn phí. Ghi nhận phí trước khi tiếp nhận.',
    en: 'The fee is neither paid nor waived. Settle it before accepting.',
  },
  PAPERS_MISSING: {
    vi: 'Hồ sơ còn thiếu giấy tờ phải có nên chưa thể tiếp nhận. Yêu cầu bổ sung và nhận bổ sung trước.',
    en: 'Papers that must be there are missing, so it cannot be accepted. Request and receive a supplement first.',
  },
  COMPLEX_GROUND_MISSING: {
    vi: 'Thời hạn 15 ngày cần nêu căn cứ. Chọn ít nhất một căn cứ.',
    en: 'The 15-day term needs a ground. Choose at least one.',
  },
  ALREADY_COMPLEX: {
    vi: 'Hồ sơ đã theo thời hạn 15 ngày.',
    en: 'The case already has the 15-day term.',
  },
  AGENT_MAY_NOT_ASK_NO_2: {
    vi: 'Phiếu số 2 không được ủy quyền cho người khác yêu cầu. Người được cấp phải tự yêu cầu, trừ cha, mẹ yêu cầu cho con chưa thành niên.',
    en: 'Certificate No. 2 may not be requested through an agent. The subject must ask in person; only a parent may ask for a minor.',
  },
  ENTRIES_CONTRADICT_CONCLUSION: {
    vi: 'Kết luận không khớp với các bản án đã nêu. Sửa kết luận hoặc danh sách bản án.',
    en: 'The conclusion does not fit the judgments listed. Change one or the other.',
  },
  NO_RULES_IN_FORCE: {
    vi: 'Chưa có bộ quy tắc pháp luật nào có hiệu lực vào ngày này. Báo quản trị hệ thống.',
    en: 'No rule set is in force on this date. Tell the administrator.',
  },
  CERTIFICATE_MISSING: {
    vi: 'Hồ sơ chưa có phiếu hoặc phiếu đang được in. Thử lại sau ít giây.',
    en: 'There is no certificate yet, or it is being printed. Try again in a few seconds.',
  },
  NOT_REFUSED: {
    vi: 'Hồ sơ này không bị từ chối nên không có phiếu từ chối.',
    en: 'This application was not refused; there is no written refusal of it.',
  },
  DELIVERY_NOT_BY_POST: {
    vi: 'Người yêu cầu nhận tại quầy, không gửi bưu chính.',
    en: 'The requester collects at the counter, not by post.',
  },
  DELIVERY_BY_POST: {
    vi: 'Người yêu cầu nhận qua bưu chính. Nếu họ đến tận nơi, trả kết quả tại trang hồ sơ.',
    en: 'The requester wants it by post. If they came themselves, hand it over on the page of the case.',
  },
  NO_PAPER_TO_PRINT: {
    vi: 'Bước này không có giấy tờ để in: hồ sơ chưa được tiếp nhận, hoặc kết thúc mà không có phiếu.',
    en: 'This step calls for no paper: the case is not accepted yet, or ended without a certificate.',
  },
  PRINTS_TOO_MANY: {
    vi: `Mỗi lần in không quá ${PRINTED_AT_MOST} hồ sơ. In tiếp các hồ sơ này ở lần sau.`,
    en: `At most ${PRINTED_AT_MOST} cases are printed at a time. Print these the next time.`,
  },
  ...IDENTITY_REFUSALS,
  ...OFFICE_REFUSALS,
  ...DESK_REFUSALS,
  ...SUPPLY_REFUSALS,
  ...TIME_REFUSALS,
  ...VERIFICATION_REFUSALS,
  ...MESSAGE_REFUSALS,
  ...CATALOGUE_REFUSALS,
  ...QUALITY_REFUSALS,
  ...RECORD_REFUSALS,
  ...EXCHANGE_REFUSALS,
  UNKNOWN_PROVINCE: {
    vi: 'Mã tỉnh không có trong danh mục tại ngày này.',
    en: 'The province code is not in the list on this date.',
  },
  UNKNOWN_UNIT: {
    vi: 'Không có đơn vị này, hoặc đơn vị không tiếp nhận loại hồ sơ này.',
    en: 'There is no such unit, or it does not take this kind of dossier.',
  },
  EXTERNAL_CODE_CONFLICT: {
    vi: 'Mã hồ sơ này đã nhận trước đây với nội dung khác. Hồ sơ cũ được giữ nguyên.',
    en: 'This dossier code was received before with another content. The earlier one stands.',
  },
  TRACKING_NOT_FOUND: {
    vi: 'Không tìm thấy hồ sơ với mã và ngày sinh này. Kiểm tra lại giấy hẹn.',
    en: 'Nothing was found for this code and birth date. Check your receipt.',
  },
  ENGINE_UNAVAILABLE: {
    vi: 'Hệ thống xử lý tạm ngừng, thao tác CHƯA được thực hiện. Thử lại sau ít phút.',
    en: 'The processing engine is away; the act was NOT done. Try again in a few minutes.',
  },
  OUTCOME_UNKNOWN: {
    vi: 'Chưa rõ thao tác đã xong hay chưa. Gửi lại đúng thao tác này (cùng mã) để biết kết quả.',
    en: 'It is not known whether the act was done. Send the same request (same key) again to learn it.',
  },
  DATABASE_UNAVAILABLE: {
    vi: 'Cơ sở dữ liệu tạm ngừng, chưa rõ thao tác đã xong hay chưa. Gửi lại đúng thao tác này (cùng mã) sau ít giây.',
    en: 'The database is away; whether the act was done is not known. Send the same request (same key) again in a few seconds.',
  },
  FAULT: {
    vi: 'Lỗi của hệ thống, đã được ghi lại. Thử lại; nếu còn lỗi, báo kèm mã yêu cầu.',
    en: 'A fault of the system; it was logged. Try again, and report it with the request id if it stays.',
  },
};
