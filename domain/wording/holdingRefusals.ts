/** What refusals about who held a case's time say to a person. */
export const HOLDING_REFUSALS = {
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
};
