import { inBoth } from './inBoth.ts';

/** Words of what an applicant can object to at tracking, and how it was answered. */
export const remedies = inBoth({
  'contest.title': ['Khiếu nại về thời hạn', 'Contest the date'],
  'contest.open': ['Tôi cho rằng hạn được tính sai', 'I think the date is counted wrongly'],
  'contest.day': ['Ngày bị tính sai', 'The day that is counted wrongly'],
  'contest.dayHint': [
    'Ví dụ 29/9/2023. Để trống nếu khiếu nại cả ngày hết hạn.',
    'For example 29/9/2023. Leave it empty to contest the due date as a whole.',
  ],
  'contest.raised': ['Khiếu nại ngày {{date}}', 'Contested on {{date}}'],
  'complain.title': ['Khiếu nại về chậm trễ', 'Complain of lateness'],
  'complain.lead': [
    'Hạn theo luật {{date}} đã qua mà chưa có kết quả. Khiếu nại được gửi tới người giám sát của cơ quan, một lần cho mỗi hạn bị lỡ; trả lời hiện ở đây.',
    'The legal date {{date}} has passed without a result. A complaint goes to the supervisor of the office, once for each missed date; the answer appears here.',
  ],
  'complain.raised': [
    'Khiếu nại ngày {{date}} về việc quá hạn {{missed}}',
    'Complained on {{date}} that {{missed}} was missed',
  ],
  'refusal.title': ['Vì sao bị từ chối', 'Why it was refused'],
  'refusal.NOT_COMPETENT': [
    'Cơ quan nhận hồ sơ không có thẩm quyền cấp phiếu này.',
    'The office that received the application is not competent to issue this certificate.',
  ],
  'refusal.NOT_AUTHORISED': [
    'Người nộp hồ sơ không đủ điều kiện yêu cầu cấp phiếu cho người khác.',
    'Whoever applied is not entitled to ask for the certificate of another person.',
  ],
  'refusal.PAPERS_INCOMPLETE_OR_FORGED': [
    'Giấy tờ kèm theo không đầy đủ hoặc không đúng.',
    'The papers handed in are incomplete or not genuine.',
  ],
  'refusal.paper': [
    'Tải phiếu từ chối ngày {{date}} (PDF)',
    'Download the written refusal of {{date}} (PDF, in Vietnamese)',
  ],
  reason: ['Nội dung', 'What you want to say'],
  reasonMissing: ['Nhập nội dung', 'Say what it is about'],
  send: ['Gửi khiếu nại', 'Send'],
  answer: ['Trả lời: {{text}}', 'Answer: {{text}}'],
  'status.OPEN': ['đang chờ trả lời', 'waits for an answer'],
  'status.UPHELD': ['được chấp nhận', 'upheld'],
  'status.DISMISSED': ['không được chấp nhận', 'dismissed'],
});
