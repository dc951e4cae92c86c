/** Texts of refusals about clocks, who held the time, calendars and changes of the law. */
export const TIME_REFUSALS = {
  CLOCK_UNKNOWN: {
    vi: 'Hồ sơ không có thời hạn này. Xem các thời hạn ở mục Thời gian.',
    en: 'The case has no such clock. Its clocks are listed under Time.',
  },
  PAUSE_NOT_ALLOWED: {
    vi: 'Quy định không cho tạm dừng thời hạn này vì lý do đó.',
    en: 'The rules do not let this term stand still for that reason.',
  },
  CLOCK_NOT_PAUSED: {
    vi: 'Thời hạn không tạm dừng nên không thể chạy tiếp. Tải lại hồ sơ rồi kiểm tra.',
    en: 'The clock does not stand still, so it cannot be resumed. Reload the case and check.',
  },
  EXTENSION_NOT_ALLOWED: {
    vi: 'Quy định không cho kéo dài thời hạn này. Thời hạn giải quyết chỉ đổi khi chuyển diện có căn cứ.',
    en: 'The rules do not extend this term. The legal term moves only by a cited reclassification.',
  },
  EXTENSION_TOO_LATE: {
    vi: 'Thời hạn đã hết nên không thể kéo dài. Chỉ kéo dài trước khi hết hạn.',
    en: 'The term is over and cannot be extended any more; it had to be asked before.',
  },
  ALREADY_EXTENDED: {
    vi: 'Thời hạn này đã được kéo dài theo căn cứ đó, không kéo dài thêm.',
    en: 'This term was extended on that ground already; it is not extended again.',
  },
  HOLDING_INTERVAL_WRONG: {
    vi: 'Khoảng thời gian không hợp lệ: phải có đầu trước cuối và nằm trong thời gian hồ sơ được giải quyết.',
    en: 'That stretch of time is not right: it must begin before it ends and lie within the life of the case.',
  },
  HOLDING_NOT_YOURS: {
    vi: 'Khoảng thời gian này không (hoặc không hoàn toàn) tính cho đơn vị của bạn.',
    en: 'That time is not, or not all of it, charged to your unit.',
  },
  HOLDER_UNIT_WRONG: {
    vi: 'Đơn vị không khớp với bên giữ thời gian. Chọn đúng đơn vị, hoặc để trống với người nộp và hệ thống.',
    en: 'That unit does not fit the holder. Choose the right one, or none for the applicant and the system.',
  },
  CONTEST_CHANGES_NOTHING: {
    vi: 'Khoảng thời gian này đã tính cho bên đó rồi.',
    en: 'That time is charged to them already.',
  },
  CONTEST_OVERLAPS: {
    vi: 'Khoảng thời gian này đã có kiến nghị đang chờ hoặc đã được chấp nhận.',
    en: 'Part of that time is contested already, or a contest about it was accepted.',
  },
  CONTEST_NOT_FOUND: { vi: 'Không có kiến nghị này.', en: 'There is no such contest.' },
  CONTEST_RULED: {
    vi: 'Kiến nghị này đã được quyết định.',
    en: 'This contest has been ruled on.',
  },
  OUTAGE_INTERVAL_WRONG: {
    vi: 'Thời gian gián đoạn phải có đầu trước cuối và không ở tương lai.',
    en: 'An outage must begin before it ends and may not lie in the future.',
  },
  CALENDAR_NOT_REPLACED: {
    vi: 'Hồ sơ không theo phiên bản lịch được thay thế. Không có gì thay đổi.',
    en: 'The case is not on a calendar version that is being replaced. Nothing was changed.',
  },
  DRAFT_NOT_OPEN: {
    vi: 'Dự thảo này đã công bố hoặc đã hủy, không sửa được nữa. Lập dự thảo mới.',
    en: 'This draft was published or discarded and can no longer be changed. Make a new one.',
  },
  DRAFT_OUTDATED: {
    vi: 'Lịch gốc của dự thảo đã có phiên bản mới hơn. Sửa dự thảo theo phiên bản mới rồi diễn tập lại.',
    en: 'A newer version of the calendar under this draft was published. Edit the draft on top of it and rehearse again.',
  },
  DRAFTER_MAY_NOT_APPROVE: {
    vi: 'Người lập hoặc sửa dự thảo không được duyệt. Cần một người khác duyệt.',
    en: 'Whoever drafted or edited a change may not approve it. Another person must.',
  },
  CHANGE_NOT_SOUND: {
    vi: 'Thay đổi chưa đúng. Xem từng mục được đánh dấu rồi gửi lại.',
    en: 'The change is not sound. Look at the marked fields and send again.',
  },
  REHEARSAL_MISSING: {
    vi: 'Chưa có lần diễn tập nào xong cho bản dự thảo hiện tại. Diễn tập trước khi duyệt.',
    en: 'No finished rehearsal of the draft as it stands. Rehearse before approving.',
  },
  PREVIEW_OUTDATED: {
    vi: 'Nội dung đã thay đổi sau khi xem trước. Xem lại rồi xác nhận.',
    en: 'This changed after you looked. Look again, then confirm.',
  },
  TERM_NEEDS_RULE_SET: {
    vi: 'Thời hạn luật định không công bố bằng dự thảo: cần một bộ quy tắc mới có hiệu lực từ ngày ghi trong văn bản; hồ sơ đang giải quyết theo quy tắc cũ. Dự thảo chỉ để diễn tập và thử nghiệm.',
    en: 'A term of law is not published from a draft: it takes a new rule set with its own day of effect, and open cases finish under theirs. The draft is for rehearsing and trying only.',
  },
  RUN_NOT_FINISHED: {
    vi: 'Lần chạy chưa xong, chưa có kết quả.',
    en: 'The run has not finished; there is no result yet.',
  },
  CALENDAR_EXHAUSTED: {
    vi: 'Lịch làm việc chưa được công bố đến ngày cần tính. Báo quản trị hệ thống.',
    en: 'The working calendar is not published far enough. Tell the administrator.',
  },
  CALENDAR_UNKNOWN: {
    vi: 'Thời hạn dẫn đến một lịch làm việc không có. Báo quản trị hệ thống.',
    en: 'A term names a working calendar that does not exist. Tell the administrator.',
  },
} as const;
