/** Texts of refusals about messages of agencies and the keys that sign them. */
export const MESSAGE_REFUSALS = {
  MESSAGE_ID_REUSED: {
    vi: 'Mã thông điệp này đã dùng cho nội dung khác. Gửi lại với mã mới.',
    en: 'This message id stands for another content. Send it under a new id.',
  },
  SEQUENCE_REUSED: {
    vi: 'Số thứ tự này đã dùng cho thông điệp khác. Gửi lại với số tiếp theo của đơn vị.',
    en: 'This sequence number belongs to another message. Send it with the next number of the unit.',
  },
  MESSAGE_NOT_FOUND: {
    vi: 'Chưa nhận được thông điệp nào mang mã này của đơn vị.',
    en: 'No message of the unit has arrived under this id.',
  },
  MESSAGE_KIND_UNKNOWN: {
    vi: 'Loại thông điệp (typ) không được nhận ở đây.',
    en: 'This kind of message (typ) is not taken here.',
  },
  SIGNATURE_WRONG: {
    vi: 'Chữ ký của thông điệp không hợp lệ.',
    en: 'The signature of the message does not hold.',
  },
  SIGNATURE_EXPIRED: {
    vi: 'Chữ ký đã hết hiệu lực hoặc đồng hồ lệch. Ký lại rồi gửi.',
    en: 'The signature has expired, or a clock is wrong. Sign again and send.',
  },
  KEY_UNKNOWN: {
    vi: 'Không có khóa mang tên này (kid). Đăng ký khóa trước khi gửi.',
    en: 'There is no key of this name (kid). Register it before sending.',
  },
  KEY_EXPIRED: {
    vi: 'Khóa ký không còn hoặc chưa có hiệu lực. Ký bằng khóa đang hiệu lực.',
    en: 'The signing key is not in force any more, or not yet. Sign with the one in force.',
  },
  KEY_WITHDRAWN: {
    vi: 'Khóa ký đã bị thu hồi. Liên hệ quản trị hệ thống.',
    en: 'The signing key was withdrawn. Contact the administrator.',
  },
  KEY_NAME_TAKEN: {
    vi: 'Tên khóa này đã dùng cho khóa khác. Đặt số tiếp theo.',
    en: 'This key name stands for another key. Take the next number.',
  },
  KEY_NAME_WITHDRAWN: {
    vi: 'Khóa mang tên này đã bị thu hồi và không dùng lại được. Đặt số tiếp theo.',
    en: 'The key of this name was withdrawn and never counts again. Take the next number.',
  },
  KEY_NOT_OF_THIS_UNIT: {
    vi: 'Tên khóa phải bắt đầu bằng mã của chính đơn vị.',
    en: 'The name of the key must begin with the code of the unit itself.',
  },
  ASSERTION_MISSING: {
    vi: 'Thiếu thẻ xác nhận của đơn vị (Authorization: Bearer).',
    en: 'The unit’s assertion (Authorization: Bearer) is missing.',
  },
  ASSERTION_SHOWN_BEFORE: {
    vi: 'Thẻ xác nhận này đã dùng rồi. Ký thẻ mới cho mỗi lần gọi.',
    en: 'This assertion was used before. Sign a new one for every call.',
  },
} as const;
