/** Texts of refusals at the desks of asked agencies: claims, scans, packets of requests. */
export const DESK_REFUSALS = {
  REQUEST_HELD_BY_OTHER: {
    vi: 'Đồng nghiệp khác trong đơn vị đang giữ yêu cầu này. Trao đổi với người đó, hoặc nhận thay rồi trả lời.',
    en: 'A colleague of your unit has this request. Talk to them, or take it over before you answer.',
  },
  SCAN_UNREADABLE: {
    vi: 'Tệp hỏng hoặc không phải PDF, JPEG, PNG (tối đa 5 MB). Quét hoặc lưu lại rồi đính kèm lại.',
    en: 'The file is damaged, or no PDF, JPEG or PNG (5 MB at most). Scan or save it again and attach it anew.',
  },
  SCAN_NOT_FOUND: {
    vi: 'Không có bản quét này cho yêu cầu này. Tải lại bản quét rồi gửi lại.',
    en: 'There is no such scan for this request. Upload it again and send again.',
  },
  SCANS_TOO_MANY: {
    vi: 'Yêu cầu này đã có quá nhiều bản quét. Gộp các trang vào một tệp PDF.',
    en: 'There are too many scans for this request. Put the pages into one PDF.',
  },
  PACKET_EMPTY: {
    vi: 'Không có yêu cầu nào khớp để lập gói.',
    en: 'No request matches, so there is nothing to pack.',
  },
  PACKET_UNREADABLE: {
    vi: 'Tệp này không phải gói yêu cầu (.lltp). Chọn đúng tệp đã tải về.',
    en: 'This file is no packet of requests (.lltp). Choose the file that was downloaded.',
  },
  PACKET_ALTERED: {
    vi: 'Phần câu hỏi khác với gói đã ký. Tải gói mới và chỉ điền phần trả lời.',
    en: 'The question part differs from the packet that was signed. Download a new packet and fill in answers only.',
  },
  PACKET_EXPIRED: {
    vi: 'Gói yêu cầu đã hết hạn. Tải gói mới; các câu trả lời trong bảng cũ chép sang được.',
    en: 'The packet has expired. Download a new one; answers of the old sheet can be copied over.',
  },
  PACKET_OF_OTHER_UNIT: {
    vi: 'Gói yêu cầu này của đơn vị khác. Chọn gói do đơn vị mình lập.',
    en: 'This packet belongs to another unit. Choose one that your unit made.',
  },
  SHEET_UNREADABLE: {
    vi: 'Không đọc được bảng trả lời. Lưu lại dạng CSV UTF-8, giữ nguyên hàng tiêu đề, rồi chọn lại.',
    en: 'The answer sheet cannot be read. Save it as CSV UTF-8, keep the header line, and choose it again.',
  },
  UPLOAD_EMPTY: {
    vi: 'Bảng chưa có câu trả lời nào. Điền cột “Trả lời (1-5)”, lưu lại rồi chọn lại.',
    en: 'The sheet has no answers yet. Fill in the column of answers, save it and choose it again.',
  },
  UPLOAD_NOT_OPEN: {
    vi: 'Lượt nhập này không ở trạng thái cho phép việc đó. Tải lại để xem trạng thái hiện tại.',
    en: 'This import is not in a state that allows that. Reload to see how it stands.',
  },
  NOT_IN_PACKET: {
    vi: 'Yêu cầu này không có trong gói đã ký.',
    en: 'This request is not in the signed packet.',
  },
  REQUEST_ASKED_AGAIN: {
    vi: 'Yêu cầu đã được hỏi lại với thông tin bổ sung sau khi lập gói. Xem lần hỏi mới rồi trả lời.',
    en: 'The request was put again with more information after the packet was made. Look at the new round first.',
  },
  ANSWERED_TWICE: {
    vi: 'Bảng có hai câu trả lời khác nhau cho cùng một yêu cầu.',
    en: 'The sheet answers the same request twice.',
  },
  RECORD_NOT_CONFIRMED: {
    vi: 'Thông tin án tích này chưa được xác nhận lần thứ hai nên không gửi.',
    en: 'This record was not confirmed a second time, so it was not sent.',
  },
} as const;
