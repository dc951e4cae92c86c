/** Texts of refusals of the book of records: changes, batches of normalisation, notices. */
export const RECORD_REFUSALS = {
  RECORD_UNKNOWN: {
    vi: 'Không có bản lý lịch với mã số này trong sổ của đơn vị bạn. Kiểm tra lại mã số.',
    en: 'There is no record with this number in the book of your unit. Check the number.',
  },
  RECORD_CHANGED: {
    vi: 'Bản lý lịch vừa thay đổi. Tải lại, xem nội dung mới rồi làm lại.',
    en: 'The record has just changed. Reload, look at it again, and then decide.',
  },
  RECORD_IS_THERE: {
    vi: 'Người này đã có bản lý lịch. Đề nghị bổ sung bản án vào bản đó.',
    en: 'There is a record of this person. Propose the judgment as a further one of it.',
  },
  FOUND_NOT_YET: {
    vi: 'Chưa cấp phiếu cho hồ sơ này: bản lý lịch được lập sau khi cấp phiếu.',
    en: 'The certificate is not issued yet: the record is made afterwards.',
  },
  FOUND_UNKNOWN: {
    vi: 'Trả lời xác minh đang có hiệu lực không nêu bản án này. Tải lại.',
    en: 'No answer in force tells of this judgment. Reload.',
  },
  FOUND_DECIDED: {
    vi: 'Bản án này đã được xử lý. Tải lại để xem kết quả.',
    en: 'This judgment is decided upon already. Reload to see how.',
  },
  RECORD_MERGED: {
    vi: 'Bản lý lịch này đã nhập vào bản khác, không thay đổi được nữa. Làm trên bản đã nhận.',
    en: 'This record was taken into another one and no longer changes. Work on that one.',
  },
  RECORD_ABANDONED: {
    vi: 'Bản lý lịch này đã hủy bỏ cùng giao dịch của nó, không còn trong sổ.',
    en: 'This record was given up with its transfer and stands in the book no more.',
  },
  PROPOSAL_UNKNOWN: {
    vi: 'Không có đề nghị này.',
    en: 'There is no such proposal.',
  },
  PROPOSAL_DECIDED: {
    vi: 'Đề nghị này đã được quyết định. Tải lại để xem kết quả.',
    en: 'This proposal has been decided. Reload to see how.',
  },
  PROPOSER_MAY_NOT_APPROVE: {
    vi: 'Người đề nghị không được tự duyệt. Cần trưởng phòng khác hoặc người khác duyệt.',
    en: 'Whoever proposed a change may not approve it. Another person must.',
  },
  OFFENCE_NOT_LISTED: {
    vi: 'Mã tội danh không có trong danh mục, hoặc bắt đầu hiệu lực sau ngày tuyên án.',
    en: 'The catalogue has no such code, or the entry came into force after the judgment.',
  },
  CATALOGUE_CHANGED: {
    vi: 'Danh mục tội danh vừa có bản mới. Tải lại để xem gợi ý theo bản đang áp dụng.',
    en: 'A new release of the catalogue came into force. Reload to see what it suggests.',
  },
  NOTHING_TO_NORMALISE: {
    vi: 'Không còn bản án nào chưa chuẩn hóa với các từ đã chọn. Tải lại danh sách.',
    en: 'No judgment with the chosen words is left to normalise. Reload the list.',
  },
  ALREADY_NORMALISED: {
    vi: 'Bản án này đã có mã tội danh hoặc không còn trong bản lý lịch. Tải lại để xem.',
    en: 'This judgment has a code already, or is no part of the record any more. Reload to see.',
  },
  NOTICE_UNKNOWN: {
    vi: 'Không có thông báo này.',
    en: 'There is no such notice.',
  },
} as const;
