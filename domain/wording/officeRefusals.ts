/** Texts of refusals about absences, letters of apology and disputes of a deadline. */
export const OFFICE_REFUSALS = {
  ABSENCES_OVERLAP: {
    vi: 'Người này đã có lịch vắng mặt trùng những ngày đó. Sửa ngày hoặc hủy lịch cũ.',
    en: 'This person is already entered as absent on some of these days. Change the dates or cancel the other.',
  },
  ABSENCE_OVER: {
    vi: 'Lịch vắng mặt này đã kết thúc hoặc đã hủy.',
    en: 'This absence is over or was cancelled.',
  },
  COLLEAGUE_AWAY: {
    vi: 'Người này đang vắng mặt và không có người trực thay nhận được hồ sơ. Chọn người khác.',
    en: 'This colleague is absent and nobody who covers may take the case. Choose somebody else.',
  },
  YOU_ARE_AWAY: {
    vi: 'Bạn đang trong thời gian vắng mặt. Hủy lịch vắng mặt trước khi nhận hồ sơ.',
    en: 'You are entered as absent. Cancel the absence before you take cases.',
  },
  CASE_NOT_LATE: {
    vi: 'Hồ sơ chưa quá hạn theo luật, không cần phiếu xin lỗi.',
    en: 'The case is not past its legal date; no letter of apology is due.',
  },
  HIGHER_SIGNER_NEEDED: {
    vi: 'Đã trễ hẹn lần nữa hoặc quá hạn lâu: phiếu xin lỗi này do Giám đốc ký.',
    en: 'Late again, or late for long: this letter is for the director to sign.',
  },
  LETTER_NOT_FOUND: { vi: 'Không có phiếu xin lỗi này.', en: 'There is no such letter.' },
  LETTER_NOT_OPEN: {
    vi: 'Phiếu này đã ký, đã gửi hoặc đã hủy. Tải lại danh sách.',
    en: 'This letter was signed, sent or cancelled. Reload the list.',
  },
  LETTER_NOT_TO_PRINT: {
    vi: 'Phiếu này không ở trạng thái chờ in giao: chưa ký, hoặc gửi bằng cách khác.',
    en: 'This letter is not waiting to be printed and handed out: not signed, or sent another way.',
  },
  PROMISE_NOT_AHEAD: {
    vi: 'Ngày hẹn lại phải sau hôm nay.',
    en: 'The new date must lie after today.',
  },
  PROMISE_ON_DAY_OFF: {
    vi: 'Ngày hẹn lại là ngày nghỉ. Chọn ngày làm việc.',
    en: 'The new date is a day off. Choose a working day.',
  },
  PROMISE_TOO_FAR: {
    vi: 'Ngày hẹn lại xa hơn mức cho phép. Chọn ngày gần hơn.',
    en: 'The new date is further ahead than allowed. Choose an earlier one.',
  },
  DISPUTE_OPEN: {
    vi: 'Đã có khiếu nại về thời hạn này đang chờ giải quyết.',
    en: 'This date is already contested and waits for a ruling.',
  },
  DISPUTE_RULED: {
    vi: 'Khiếu nại này đã được giải quyết.',
    en: 'This dispute has been ruled on.',
  },
  DISPUTER_MAY_NOT_RULE: {
    vi: 'Người nêu khiếu nại không được tự giải quyết. Chuyển cho người giám sát khác.',
    en: 'Whoever raised a dispute may not rule on it. Leave it to another supervisor.',
  },
  COMPLAINT_NOT_OPEN: {
    vi: 'Chỉ khiếu nại chậm trễ được khi hồ sơ đã quá hạn theo luật mà chưa có kết quả.',
    en: 'Lateness can be complained of only once the legal date has passed and while the result is not ready.',
  },
  COMPLAINED_ALREADY: {
    vi: 'Quý vị đã khiếu nại về việc quá hạn này. Trả lời hiện ở trang tra cứu.',
    en: 'You have complained of this missed date already. The answer stands on the tracking page.',
  },
} as const;
