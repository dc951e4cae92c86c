import { inBoth } from './inBoth.ts';

/** Words of the two public pages: tracking an application, checking a certificate. */
export const citizen = inBoth({
  'track.title': ['Tra cứu hồ sơ', 'Track an application'],
  'track.lead': [
    'Nhập mã tra cứu trên giấy hẹn và ngày sinh của người được cấp phiếu.',
    'Enter the tracking code from the receipt and the birth date of the person the certificate is for.',
  ],
  'track.code': ['Mã tra cứu', 'Tracking code'],
  'track.codeHint': [
    '10 chữ và số, in trên giấy tiếp nhận hồ sơ.',
    '10 letters and digits, printed on the receipt.',
  ],
  'track.birthDate': ['Ngày sinh', 'Birth date'],
  'track.birthDateHint': [
    'Ví dụ 25/12/1990. Nếu giấy tờ chỉ ghi năm thì nhập năm, ví dụ 1990.',
    'For example 25/12/1990 (day/month/year). If papers give the year only, type the year, such as 1990.',
  ],
  'track.submit': ['Tra cứu', 'Track'],
  'track.submitting': ['Đang tra cứu…', 'Looking…'],
  'track.again': ['Tra cứu hồ sơ khác', 'Track another application'],
  'track.refresh': ['Cập nhật tình trạng', 'Refresh'],
  'track.caseNumber': ['Số hồ sơ', 'Dossier number'],
  'track.stagesTitle': ['Tiến trình', 'Progress'],
  'track.notYet': ['chưa đến', 'not yet'],
  'track.now': ['đang ở bước này', 'it is here now'],
  'track.done': ['đã xong', 'done'],
  'track.datesTitle': ['Ai đang giữ hồ sơ, khi nào có kết quả', 'Who has it and when it is due'],
  'track.actionsTitle': ['Quý vị có thể làm gì', 'What you can do'],
  'stage.RECEIVED': ['Tiếp nhận hồ sơ', 'Received'],
  'stage.VERIFYING': ['Tra cứu, xác minh', 'Being verified'],
  'stage.DECIDING': ['Soạn và ký phiếu', 'Being drafted and signed'],
  'stage.ISSUED': ['Đã cấp phiếu', 'Issued'],
  'stage.DELIVERED': ['Đã trả kết quả', 'Delivered'],
  'stagePlain.RECEIVED': ['Cơ quan kiểm tra giấy tờ và lệ phí.', 'Papers and fee are checked.'],
  'stagePlain.VERIFYING': [
    'Cơ quan hỏi công an và, khi cần, tòa án.',
    'The police and, when needed, a court are asked.',
  ],
  'stagePlain.DECIDING': [
    'Phiếu được soạn, kiểm tra và trình ký.',
    'The certificate is drafted, checked and signed.',
  ],
  'stagePlain.ISSUED': [
    'Phiếu đã ký, vào sổ và chờ trả.',
    'The certificate is signed and registered.',
  ],
  'stagePlain.DELIVERED': ['Người nhận đã có phiếu.', 'The recipient has the certificate.'],
  'apology.title': ['Xin lỗi và hẹn lại', 'Apology and new date'],
  'apology.promise': [
    'Cơ quan xin lỗi vì chậm trễ và hẹn trả kết quả ngày {{date}}.',
    'The office apologises for the delay and promises the result on {{date}}.',
  ],
  'apology.legal': [
    'Hạn theo luật vẫn là ngày ghi dưới đây; việc hẹn lại không đổi hạn đó.',
    'The date by law below stands; the new date does not change it.',
  ],
  'apology.letter': [
    'Tải phiếu xin lỗi số {{number}} ngày {{date}} (PDF)',
    'Download letter No. {{number}} of {{date}} (PDF)',
  ],
  holder: ['Nơi đang giữ hồ sơ', 'Who has it'],
  holderAgency: ['Cơ quan được hỏi để xác minh', 'An agency that is asked'],
  holderYou: [
    'Quý vị (cơ quan đang chờ giấy tờ bổ sung)',
    'You (the office waits for your papers)',
  ],
  since: ['từ {{date}}', 'since {{date}}'],
  legalDue: ['Hạn theo luật', 'Due by law'],
  legalDueOn: ['chậm nhất {{date}}', 'no later than {{date}}'],
  whyThisDate: ['Vì sao là ngày này? Xem từng ngày', 'Why this date? See every day'],
  countedFrom: ['{{amount}}, tính từ {{from}}', '{{amount}}, counted from {{from}}'],
  forecastDays: [
    'Có ngày nghỉ mới là dự kiến, chờ quyết định hằng năm.',
    'Some days off are only forecast until the yearly decision.',
  ],
  noLegalDue: [
    'Chưa tính, vì hồ sơ chưa được xác nhận hợp lệ.',
    'Not counted yet: the application has not been confirmed as complete.',
  ],
  likely: ['Dự kiến có kết quả', 'Likely date'],
  likelyOn: ['khoảng {{date}}', 'about {{date}}'],
  likelyMeans: [
    'Ước tính theo thời gian giải quyết thực tế của các hồ sơ cùng loại gần đây; không phải ngày hẹn và không đổi hạn theo luật.',
    'Estimated from how long similar applications took recently. It is not a promise and does not change the legal date.',
  ],
  likelyUnknown: [
    'Chưa thể nói được: chưa đủ hồ sơ đã giải quyết xong để so sánh với hồ sơ này.',
    'Cannot be said yet: too few finished applications can be compared with this one.',
  ],
  likelyNotAccepted: [
    'Chưa thể nói được: hồ sơ chưa được tiếp nhận là hợp lệ.',
    'Cannot be said yet: the application has not been accepted.',
  ],
  likelyAfterSupplement: [
    'Chưa thể nói được: còn tùy vào ngày quý vị nộp bổ sung giấy tờ.',
    'Cannot be said yet: it depends on when you hand in the missing papers.',
  ],
  explained: [
    'Thời hạn tính từ khi hồ sơ hợp lệ; ngày đầu tiên không tính. Chờ công an hoặc tòa án trả lời không làm dừng thời hạn. Nếu ngày cuối là ngày nghỉ thì thời hạn hết vào ngày làm việc kế tiếp.',
    'The term starts when the application is complete; the first day is not counted. Waiting for the police or a court does not stop it. If the last day is a day off, the term ends on the next working day.',
  ],
  moved: [
    'Ngày trên giấy hẹn là {{from}}; từ {{at}} hạn là {{to}} vì lịch làm việc được công bố lại:',
    'The receipt says {{from}}; since {{at}} it is due by {{to}} because the working calendar was published anew:',
  ],
  movedOff: ['ngày nghỉ, không làm việc', 'day off'],
  movedWorks: ['ngày làm việc', 'working day'],
  citation: ['Căn cứ: {{citation}}', 'Legal basis: {{citation}}'],
  paused: [
    'Thời hạn đang tạm dừng để chờ quý vị bổ sung giấy tờ.',
    'The term stands still while we wait for the papers you have to add.',
  ],
  late: ['Đã quá hạn theo luật', 'Past the legal date'],
  delivery: ['Cách nhận kết quả', 'How you receive it'],
  'deliveryBy.COUNTER': ['tại bộ phận một cửa', 'at the one-stop desk'],
  'deliveryBy.POST': ['qua bưu chính', 'by post'],
  postNumber: ['Mã bưu gửi', 'Postal item number'],
  'ended.REFUSED': ['Hồ sơ bị từ chối giải quyết', 'The application was refused'],
  'ended.WITHDRAWN': ['Người yêu cầu đã rút hồ sơ', 'The application was withdrawn'],
  'ended.LAPSED': [
    'Hồ sơ hết hiệu lực vì không được bổ sung đúng hạn',
    'The application lapsed: papers were not added in time',
  ],
  'ended.CANCELLED': ['Hồ sơ đã bị hủy', 'The application was cancelled'],
  'endedActions.REFUSED': [
    'Đọc lý do từ chối ở trên; phiếu từ chối tải về ghi cả cách khiếu nại. Quý vị có thể nộp hồ sơ mới khi lý do không còn.',
    'Read the reason above; the written refusal also says how to appeal. You may apply again once the reason no longer stands.',
  ],
  'endedActions.WITHDRAWN': [
    'Quý vị có thể nộp hồ sơ mới bất cứ lúc nào.',
    'You may apply again at any time.',
  ],
  'endedActions.LAPSED': [
    'Quý vị có thể nộp hồ sơ mới với đầy đủ giấy tờ.',
    'You may apply again with all papers.',
  ],
  'endedActions.CANCELLED': [
    'Nếu thấy việc hủy không đúng, liên hệ nơi đã nộp hồ sơ và nêu số hồ sơ {{caseId}}.',
    'If this seems wrong, contact the office where you applied and give the dossier number {{caseId}}.',
  ],
  supplementTitle: ['Cần bổ sung giấy tờ', 'Papers are missing'],
  supplementUntil: [
    'Nộp bổ sung trong ngày {{date}} hoặc sớm hơn. Quá ngày đó mà chưa nộp, hồ sơ hết hiệu lực và phải nộp lại từ đầu.',
    'Hand them in on {{date}} or before. Without them the application lapses after that day and has to be made anew.',
  ],
  'actions.supplement': [
    'Nộp giấy tờ còn thiếu tại bộ phận một cửa hoặc gửi qua bưu chính, nêu số hồ sơ {{caseId}}. Thời hạn tiếp tục tính khi giấy tờ đã đủ.',
    'Hand in the missing papers at the one-stop desk or by post and give the dossier number {{caseId}}. The term goes on when they are complete.',
  ],
  'actions.wait': [
    'Chưa cần làm gì. Hồ sơ đang được giải quyết trong hạn.',
    'Nothing for now. The application is being handled within its term.',
  ],
  'actions.late': [
    'Quý vị có quyền nhận phiếu xin lỗi và hẹn lại ngày trả. Quý vị cũng có thể liên hệ nơi đã nộp hồ sơ, nêu số hồ sơ {{caseId}}.',
    'You are entitled to an apology with a new date. You may also contact the office where you applied and give the dossier number {{caseId}}.',
  ],
  'actions.complain': [
    'Gửi khiếu nại về chậm trễ bằng mẫu ở dưới: người giám sát của cơ quan nhận và trả lời ngay tại trang này.',
    'Complain of lateness with the form below: the supervisor of the office receives it and answers on this page.',
  ],
  'actions.collect': [
    'Mang giấy hẹn và giấy tờ tùy thân đến bộ phận một cửa để nhận phiếu.',
    'Bring your receipt and an identity document to the one-stop desk.',
  ],
  'actions.parcel': [
    'Phiếu được gửi qua bưu chính. Chuẩn bị giấy tờ tùy thân khi nhận.',
    'The certificate travels by post. Have an identity document ready.',
  ],
  'actions.check': [
    'Kiểm tra các thông tin trên phiếu. Nếu có sai sót, liên hệ nơi đã nộp hồ sơ để được cấp lại. Người nhận phiếu có thể xác thực phiếu bằng mã QR.',
    'Check what the certificate says. If something is wrong, contact the office where you applied for a new one. Whoever you give it to can check it by its QR code.',
  ],
  'errors.codeMissing': ['Nhập mã tra cứu.', 'Enter the tracking code.'],
  'errors.codeShape': [
    'Mã tra cứu gồm 10 chữ và số, không có chữ I, O và số 0, 1. Hãy so lại với giấy hẹn.',
    'A tracking code has 10 letters and digits, without the letters I and O and the digits 0 and 1. Compare it with the receipt.',
  ],
  'errors.birthDateMissing': ['Nhập ngày sinh.', 'Enter the birth date.'],
  'errors.birthDateShape': [
    'Ngày sinh không hợp lệ. Nhập dạng ngày/tháng/năm, ví dụ 25/12/1990, hoặc chỉ năm.',
    'This is not a date. Type day/month/year, such as 25/12/1990, or the year only.',
  ],
  'errors.summary': ['Chưa tra cứu được', 'We could not look it up yet'],
  'errors.TRACKING_NOT_FOUND': [
    'Không tìm thấy hồ sơ khớp với mã và ngày sinh này. Kiểm tra lại cả hai; ngày sinh là của người được cấp phiếu, không phải của người nộp thay.',
    'No application matches this code and birth date. Check both; the birth date is that of the person the certificate is for, not of whoever applied on their behalf.',
  ],
  'errors.TOO_MANY_REQUESTS': [
    'Quý vị đã tra cứu quá nhiều lần. Vui lòng chờ một phút rồi thử lại.',
    'Too many attempts. Please wait a minute and try again.',
  ],
  'errors.away': [
    'Hệ thống chưa trả lời được. Hồ sơ của quý vị không bị ảnh hưởng; vui lòng thử lại sau ít phút.',
    'The system does not answer at the moment. Your application is not affected; please try again in a few minutes.',
  ],
  'verify.title': ['Xác thực phiếu lý lịch tư pháp', 'Check a judicial record certificate'],
  'verify.lead': [
    'Quét mã QR trên phiếu, hoặc nhập mã xác thực in cạnh mã QR. Trang này chỉ cho biết phiếu còn giá trị hay không.',
    'Scan the QR code on the certificate or type the code printed beside it. This page only says whether the certificate is valid.',
  ],
  'verify.code': ['Mã xác thực', 'Verification code'],
  'verify.codeHint': ['In cạnh mã QR trên phiếu.', 'Printed beside the QR code.'],
  'verify.codeMissing': ['Nhập mã xác thực.', 'Enter the verification code.'],
  'verify.submit': ['Xác thực', 'Check'],
  'verify.checking': ['Đang xác thực…', 'Checking…'],
  'verify.codeShown': ['Mã {{code}}', 'Code {{code}}'],
  'verify.another': ['Xác thực phiếu khác', 'Check another certificate'],
  'verify.retry': ['Thử lại', 'Try again'],
  'verify.failed': ['Chưa xác thực được', 'We could not check it yet'],
  'verify.tooMany': [
    'Có quá nhiều lượt xác thực từ địa chỉ này. Vui lòng chờ một phút rồi thử lại.',
    'Too many checks from this address. Please wait a minute and try again.',
  ],
  'verify.status.VALID': ['Phiếu hợp lệ', 'The certificate is valid'],
  'verify.status.REPLACED': ['Phiếu đã được thay thế', 'The certificate was replaced'],
  'verify.status.RECALLED': ['Phiếu đã bị thu hồi', 'The certificate was recalled'],
  'verify.status.UNKNOWN': ['Không có phiếu nào mang mã này', 'No certificate has this code'],
  'verify.meaning.VALID': [
    'Phiếu mang mã này đã được cấp và đang có giá trị. Hãy so nội dung phiếu với giấy tờ tùy thân của người xuất trình.',
    'The certificate with this code was issued and is in force. Compare what it says with the identity document of the person who shows it.',
  ],
  'verify.meaning.REPLACED': [
    'Phiếu mang mã này đã được thay bằng phiếu khác và không còn giá trị. Hãy yêu cầu phiếu mới.',
    'The certificate with this code was replaced by another and is no longer valid. Ask for the new one.',
  ],
  'verify.meaning.RECALLED': [
    'Phiếu mang mã này đã bị cơ quan cấp thu hồi và không còn giá trị.',
    'The certificate with this code was recalled by the issuing agency and is no longer valid.',
  ],
  'verify.meaning.UNKNOWN': [
    'Kiểm tra lại mã. Nếu mã đúng như in trên phiếu thì phiếu này không do hệ thống cấp.',
    'Check the code. If it is typed as printed, this certificate was not issued by this system.',
  ],
});
