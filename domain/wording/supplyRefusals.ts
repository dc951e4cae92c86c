/** Texts of refusals of the reception book and of files of judgments. */
export const SUPPLY_REFUSALS = {
  SUPPLY_ALREADY_RECEIVED: {
    vi: 'Văn bản này (cùng nguồn, số, ngày) về người này đã có trong sổ tiếp nhận. Tìm theo số văn bản để xem.',
    en: 'This paper (same supplier, number and date) about this person stands in the reception book already. Search by its number.',
  },
  SUPPLY_SETTLED: {
    vi: 'Mục này đã được xử lý. Tải lại để xem kết quả.',
    en: 'This entry is settled already. Reload to see how.',
  },
  SUPPLIER_NOT_OF_UNIT: {
    vi: 'Đơn vị ký không cung cấp thông tin với tư cách nguồn này.',
    en: 'The unit that signed does not supply information as such a supplier.',
  },
  SUPPLY_OF_OTHER_PROVINCE: {
    vi: 'Đơn vị cung cấp không thuộc tỉnh của Sở nhận: gửi đến Sở nơi đơn vị có trụ sở.',
    en: 'The supplier sits in another province than the department: send it to the one where it sits.',
  },
  SUPPLY_MAKES_NO_RECORD: {
    vi: 'Chỉ bản án đã có hiệu lực mới lập được bản lý lịch. Thông tin này dùng để bổ sung bản đã có.',
    en: 'Only an effective judgment makes a record. This information supplements one that is there.',
  },
  RECORD_MAY_BE_THERE: {
    vi: 'Có thể đã có bản lý lịch của người này. Xem các bản được nêu; nếu là người khác, xác nhận rồi lập bản mới.',
    en: 'There may be a record of this person. Look at those named; if they are of another person, say so and make the record.',
  },
  SUPPLY_FILE_UNREADABLE: {
    vi: 'Không đọc được tệp: thiếu cột bắt buộc, sai dạng CSV, hoặc tệp bị cắt cụt. So với tệp mẫu rồi tải lên lại.',
    en: 'The file cannot be read: a needed column is missing, it is no sound CSV, or it was cut off. Compare it with the template and upload it again.',
  },
  SUPPLY_FILE_TOO_LONG: {
    vi: 'Tệp có quá nhiều dòng: mỗi lần nhận tối đa 20.000 dòng. Chia nhỏ tệp rồi tải lên lại.',
    en: 'The file has too many rows: 20,000 at most at a time. Divide it and upload the parts.',
  },
  SUPPLY_WORKBOOK_TOO_LARGE: {
    vi: 'Tệp Excel quá lớn sau khi giải nén. Chia nhỏ tệp, xóa hình và định dạng thừa, hoặc lưu thành CSV rồi tải lên lại.',
    en: 'The workbook is too large once unpacked. Divide it, remove pictures and formats, or save it as CSV, and upload it again.',
  },
  SUPPLY_WORKBOOK_SHEETS: {
    vi: 'Tệp Excel có nhiều trang tính chứa dữ liệu. Để mỗi tệp một trang tính rồi tải lên lại.',
    en: 'More than one sheet of the workbook has rows. Keep one sheet in a file and upload it again.',
  },
  SUPPLY_WORKBOOK_LOCKED: {
    vi: 'Tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Lưu lại thành .xlsx không có mật khẩu rồi tải lên lại.',
    en: 'The workbook is of the old kind (.xls) or has a password. Save it as .xlsx without one and upload it again.',
  },
  SUPPLY_FILE_EMPTY: {
    vi: 'Tệp không có dòng nào. Mở tệp gốc kiểm tra, lưu lại rồi tải lên lại.',
    en: 'The file has no rows. Look at the original, save it again and upload it anew.',
  },
  BATCH_NOT_OPEN: {
    vi: 'Tệp này không ở trạng thái cho phép việc đó. Tải lại để xem.',
    en: 'This file is not in a state that allows that. Reload to see how it stands.',
  },
} as const;
