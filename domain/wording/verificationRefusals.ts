/** Texts of refusals about questions to agencies and their answers. */
export const VERIFICATION_REFUSALS = {
  VERIFICATION_NOT_ASKED: {
    vi: 'Không có yêu cầu xác minh nào với mã này.',
    en: 'There is no verification request with this code.',
  },
  NOT_THE_ASKED_AGENCY: {
    vi: 'Yêu cầu này được gửi cho đơn vị khác.',
    en: 'This was asked of another agency.',
  },
  ANSWER_ALREADY_GIVEN: {
    vi: 'Yêu cầu này đã có câu trả lời. Muốn sửa thì gửi câu trả lời thay thế.',
    en: 'This request has been answered. To correct it, send a replacing answer.',
  },
  ANSWER_OVERTAKEN: {
    vi: 'Đơn vị đã gửi câu trả lời mới hơn cho yêu cầu này; câu trả lời cũ không thay đổi gì.',
    en: 'The unit has sent a later answer to this request; the earlier one changes nothing.',
  },
  ANSWER_TOO_LATE: {
    vi: 'Phiếu đã ký, câu trả lời không còn thay đổi được. Liên hệ đơn vị hỏi.',
    en: 'The certificate is signed; the answer can no longer change it. Contact the asking unit.',
  },
  IDENTIFICATION_NOT_ASKED: {
    vi: 'Không có đơn vị nào đang yêu cầu bổ sung nhận dạng.',
    en: 'No agency is asking for identification.',
  },
  NOT_VERIFIED_BEFORE: {
    vi: 'Không có hồ sơ trước đây đã xác minh không có án tích của người này. Gửi xác minh như thường.',
    en: 'No earlier dossier found this person clean. Ask for verification as usual.',
  },
  UNIT_ALREADY_ASKED: {
    vi: 'Đơn vị này đã được hỏi và chưa trả lời. Chờ trả lời.',
    en: 'This unit has been asked and has not answered yet. Wait for its answer.',
  },
  NOTHING_UNCLEAR: {
    vi: 'Không có trả lời nào chưa rõ hoặc nêu bản án để hỏi lại.',
    en: 'No answer is unclear or names a judgment; there is nothing to ask again.',
  },
  ANSWER_CONTESTED: {
    vi: 'Người được cấp phiếu không đồng ý với trả lời trước; chỉ đơn vị đã trả lời mới đính chính được. Chờ trả lời.',
    en: 'The person objects to what this unit answered; only the unit itself can correct it. Wait for its answer.',
  },
  ANSWER_NOT_REUSABLE: {
    vi: 'Không dùng lại được trả lời này: khác đơn vị, khác người, hoặc đã quá thời gian cho phép.',
    en: 'This answer cannot serve again: another unit, another person, or too long ago.',
  },
  WAIVER_PROPOSED: {
    vi: 'Mọi câu hỏi còn chờ đã được đề nghị bỏ qua; chờ lãnh đạo ký.',
    en: 'Going on without this answer is proposed already; it waits for the director.',
  },
  NO_WAIVER_PROPOSED: {
    vi: 'Chưa có đề nghị bỏ qua trả lời nào chờ ký.',
    en: 'No proposal to go on without an answer waits for a signature.',
  },
  ANSWERS_CONFLICT: {
    vi: 'Trả lời của các cơ quan mâu thuẫn. Xem hai bên ở thẻ Xác minh và kết luận bên nào đúng trước khi dự thảo.',
    en: 'The agencies contradict each other. See both sides on the verification tab and settle which stands before drafting.',
  },
  NO_CONFLICT: {
    vi: 'Không có mâu thuẫn nào giữa các trả lời đang có hiệu lực.',
    en: 'The answers in force do not contradict each other.',
  },
  JUDGMENT_SEARCH_INCOMPLETE: {
    vi: 'Căn cứ này cần viện kiểm sát, tòa án và cơ quan thi hành án đều đã trả lời không có thông tin, và giữ bên “không có”.',
    en: 'This ground needs procuracy, court and civil enforcement to have answered that they know of nothing, and the side without a record to stand.',
  },
} as const;
