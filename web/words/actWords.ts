import { inBoth } from './inBoth.ts';

const said = inBoth({
  acts: ['Việc có thể làm', 'Acts'],
  noActs: ['Bạn không có việc gì ở bước này.', 'There is nothing for you to do in this step.'],
  actDone: [
    '{{act}}: xong. Hồ sơ ở bước “{{step}}”.',
    '{{act}}: done. The case is now at “{{step}}”.',
  ],
  'stale.title': [
    'Hồ sơ đã được thay đổi trong lúc bạn nhập. Nội dung của bạn chưa được lưu và vẫn còn ở đây.',
    'The case was changed meanwhile. What you entered is not saved and still stands here.',
  ],
  'stale.lookThenSend': [
    'Xem những thay đổi trên, sửa nội dung của bạn nếu cần, rồi gửi lại.',
    'Look at what changed, correct what you entered if need be, and send it again.',
  ],
  'stale.notPossible': [
    'Việc này không còn làm được: {{reason}}',
    'This can no longer be done: {{reason}}',
  ],
  'stale.again': ['Đã xem thay đổi, gửi lại', 'I have seen the changes, send again'],
  actConfirm: ['Xác nhận: {{act}}?', 'Confirm: {{act}}?'],
  feeMustBeSettled: ['Chưa thu phí thì chưa tiếp nhận được', 'The fee must be settled first'],
  refusalIsRead: [
    'In trên phiếu từ chối; bộ phận một cửa và người tra cứu hồ sơ đọc được: không nêu án tích.',
    'Printed on the written refusal, read by the counter and by whoever tracks the application: name no conviction.',
  ],
  noEntries: ['Không có bản án nào.', 'No judgments.'],
  entry: ['Bản án {{n}}', 'Judgment {{n}}'],
  addEntry: ['Thêm bản án', 'Add judgment'],
  removeEntry: ['Xóa bản án {{n}}', 'Remove judgment {{n}}'],
  expungedOn: ['Đã xóa án tích ngày {{date}}.', 'Expunged on {{date}}.'],
  conclusionUnfit: [
    'Kết luận không khớp với các bản án và ngày xóa án tích',
    'The judgments and dates of expungement do not bear this conclusion out',
  ],
  sources: ['Kết quả tra cứu, xác minh', 'Answers of the agencies'],
  noAnswers: ['Chưa có trả lời nào đang có hiệu lực.', 'No answer in force yet.'],
});

const field = inBoth({
  feeSettled: ['Đã thu phí (hoặc được miễn)', 'The fee is settled (or waived)'],
  ground: ['Căn cứ', 'Ground'],
  regime: ['Diện giải quyết', 'Regime'],
  conclusion: ['Kết luận', 'Conclusion'],
  grounds: ['Lý do phức tạp', 'Why it is complex'],
  requestId: ['Văn bản xác minh', 'Request'],
  code: ['Mã tội danh', 'Offence code'],
  kind: ['Loại cơ quan', 'Kind of agency'],
  unit: ['Đơn vị được hỏi', 'Unit to ask'],
  why: ['Lý do hỏi', 'Why it is asked'],
  note: ['Nội dung gửi đơn vị', 'Note to the unit'],
  answerId: ['Trả lời trước đây', 'Earlier answer'],
  found: ['Mâu thuẫn', 'Contradiction'],
  clean: ['Bên không có thông tin', 'The side without a record'],
  stands: ['Kết luận', 'Which stands'],
  settlement: ['Căn cứ', 'Ground'],
  shortcut: ['Không hỏi lại', 'Ask nobody again'],
  fromCase: ['Theo hồ sơ', 'From dossier'],
  rightCopy: ['Bản đúng', 'Which copy is right'],
  postalNumber: ['Số bưu gửi', 'Postal number'],
  clock: ['Thời hạn của', 'Term of'],
  basis: ['Căn cứ kéo dài', 'Why it may be longer'],
  entries: ['Án tích', 'Judgments'],
  banDeviation: ['Lý do ghi khác bản lý lịch về lệnh cấm', 'Why bans are stated otherwise'],
  reason: ['Lý do', 'Reason'],
  missing: ['Giấy tờ, thông tin còn thiếu', 'What is missing'],
  received: ['Giấy tờ, thông tin đã nhận', 'What was received'],
  identification: ['Thông tin nhân thân bổ sung', 'Further identification'],
  reasoning: ['Nội dung thẩm tra', 'Reasoning'],
  receivedBy: ['Người nhận kết quả', 'Received by'],
  role: ['Với tư cách', 'As'],
  outcome: ['Trả lời', 'Answer'],
  needed: ['Cần làm rõ', 'What is needed'],
  expectedAt: ['Hẹn trả lời', 'Expected'],
  promisedOn: ['Hẹn lại ngày', 'New date'],
  event: ['Bưu chính báo', 'The post reports'],
  trackingNumber: ['Số bưu gửi', 'Item number'],
  calendarVersion: ['Theo lịch', 'Calendar'],
  sources: ['Căn cứ của lịch', 'Source of the calendar'],
  moved: ['Hạn thay đổi', 'Due dates moved'],
});

const entryField = inBoth({
  judgmentNumber: ['Số bản án', 'Judgment number'],
  judgmentDate: ['Ngày tuyên', 'Date'],
  court: ['Tòa án', 'Court'],
  offence: ['Tội danh', 'Offence'],
  provision: ['Điều khoản', 'Provision'],
  penalty: ['Hình phạt', 'Penalty'],
  executionStatus: ['Tình trạng thi hành', 'Execution'],
  expungedOn: ['Ngày xóa án tích (nếu đã xóa)', 'Expunged on (if expunged)'],
});

/** Words of act bars and act dialogs, for every kind of case. */
export const actWords = {
  vi: { ...said.vi, field: field.vi, entryField: entryField.vi },
  en: { ...said.en, field: field.en, entryField: entryField.en },
};
