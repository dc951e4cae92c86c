/** Texts of refusals of the catalogue of offences: lists that come in, their way into force. */
export const CATALOGUE_REFUSALS = {
  LIST_NOT_TEXT: {
    vi: 'Tệp này không phải văn bản CSV. Trong Excel chọn Lưu thành, CSV UTF-8 rồi tải lên lại.',
    en: 'This file is no CSV text. In Excel choose Save as, CSV UTF-8, and upload it again.',
  },
  LIST_ENCODING_UNKNOWN: {
    vi: 'Không nhận ra bảng mã của tệp (nhận UTF-8, UTF-16, Windows-1258, TCVN3, VNI). Chọn bảng mã bằng tay, hoặc lưu lại dạng CSV UTF-8.',
    en: 'The encoding of the file cannot be told (UTF-8, UTF-16, Windows-1258, TCVN3 and VNI are known). Choose it by hand, or save the file as CSV UTF-8.',
  },
  LIST_UNREADABLE: {
    vi: 'Không đọc được danh mục: thiếu cột bắt buộc (mã, bộ luật, điều, tội danh, từ ngày) hoặc sai dạng CSV. Sửa hàng tiêu đề, lưu dạng CSV UTF-8 rồi tải lên lại.',
    en: 'The list cannot be read: a needed column is missing (code, penal_code, article, name, valid_from), or it is no sound CSV. Mend the headings, save it as CSV UTF-8 and upload it again.',
  },
  LIST_EMPTY: {
    vi: 'Tệp không có dòng nào. Mở tệp gốc kiểm tra, lưu lại rồi tải lên lại.',
    en: 'The file has no rows. Look at the original, save it again and upload it anew.',
  },
  LIST_TOO_LONG: {
    vi: 'Tệp có quá nhiều dòng để là danh mục tội danh (tối đa 5.000). Kiểm tra đã chọn đúng tệp.',
    en: 'The file has too many rows to be a catalogue of offences (5,000 at most). See that it is the right file.',
  },
  LIST_FAULTY: {
    vi: 'Danh mục còn dòng lỗi. Sửa tệp rồi nhập lại, hoặc chọn giữ các dòng đúng trước khi công bố.',
    en: 'The list has faulty rows. Correct the file and import it again, or keep its good rows before it is released.',
  },
  LIST_NOT_OPEN: {
    vi: 'Bản danh mục này đã công bố, đã hủy hoặc không ở trạng thái cho phép việc đó. Tải lại để xem.',
    en: 'This release is published, discarded, or not in a state that allows that. Reload to see how it stands.',
  },
  LIST_OUTDATED: {
    vi: 'Một bản danh mục khác đã công bố sau khi tệp này được so sánh. Nhập lại tệp để so sánh với bản đang áp dụng.',
    en: 'Another release came into force after this list was compared. Import the file again to compare it with that one.',
  },
  IMPORTER_MAY_NOT_RELEASE: {
    vi: 'Người nhập danh mục hoặc chọn giữ các dòng đúng không được công bố. Cần một người khác công bố.',
    en: 'Whoever imported the list or kept its good rows may not release it. Another person must.',
  },
  OFFENCE_CODE_TAKEN: {
    vi: 'Mã này đã có trong danh mục đang áp dụng. Chọn mã khác, hoặc đề xuất gắn vào mục đã có.',
    en: 'The catalogue in force has this code already. Choose another, or propose the entry that is there.',
  },
  UNKNOWN_OFFENCE_CODE: {
    vi: 'Danh mục đang áp dụng không có mã này. Chọn một mục trong danh mục.',
    en: 'The catalogue in force has no such code. Choose one of its entries.',
  },
} as const;
